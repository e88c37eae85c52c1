/** Rows side by side: which of them become one, and for each column the value that stays. */
import { createUniqueId, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Value } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import { Check } from "../kit/Check.tsx";
import type { Choice, Line } from "./choice.ts";
import { linkText, rowName } from "./words.ts";

interface SideProps {
  readonly app: App;
  readonly line: Line;
  readonly value: Value;
  readonly group: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Side(props: SideProps) {
  const text = (): string => {
    const { app, value } = props;
    const { field } = props.line;
    return value === null ? app.t("common.empty") : kindOf(field).format(value, field, app.locale());
  };
  return (
    <label class="check">
      <input type="radio" name={props.group} checked={props.chosen} onChange={props.onChoose} />
      <span class="duplicates-value">{text()}</span>
    </label>
  );
}

interface MergeProps {
  readonly app: App;
  readonly choice: Choice;
}

/** The rows of the group, each to be taken in or left out, with why it may not belong. */
function Members(props: MergeProps) {
  const { t } = props.app;
  const { group } = props.choice;
  const doubtful = group.alike.length < group.rows.length;
  return (
    <>
      <Show when={doubtful}>
        <p class="note" role="note">
          {t("duplicates.chain", { weakest: linkText(props.app, group, group.weakest) })}
        </p>
      </Show>
      <fieldset class="duplicates-members">
        <legend>{t("duplicates.members")}</legend>
        <For each={group.rows}>
          {(_, place) => (
            <Check
              checked={props.choice.places().includes(place())}
              disabled={props.choice.places().length <= 2 && props.choice.places().includes(place())}
              onChange={(included) => props.choice.include(place(), included)}
            >
              {rowName(props.app, group, place())}
            </Check>
          )}
        </For>
      </fieldset>
      <Show when={group.all.length > group.rows.length}>
        <p class="quiet">{t("duplicates.moreRows", { count: group.all.length - group.rows.length })}</p>
      </Show>
    </>
  );
}

export function MergeFields(props: MergeProps) {
  const { app, choice } = props;
  const { t } = app;
  const own = createUniqueId();
  const group = (line: Line): string => `${own}-${line.field.id}`;
  const hasAll = (): boolean => choice.lines().some(({ all }) => all !== null);
  const chosen = (line: Line, place: number): boolean => choice.taken(line) === choice.rows()[place]?.row;
  return (
    <>
      <Show when={choice.group.rows.length > 2}>
        <Members {...props} />
      </Show>
      <p>{choice.lines().length === 0 ? t("duplicates.same") : t("duplicates.choose")}</p>
      <div class="duplicates-scroll">
        <table class="duplicates-table">
          <thead>
            <tr>
              <th scope="col">{t("duplicates.field")}</th>
              <For each={choice.places()}>
                {(place) => <th scope="col">{rowName(app, choice.group, place)}</th>}
              </For>
              <Show when={hasAll()}>
                <th scope="col">{t("duplicates.together")}</th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={choice.lines()}>
              {(line) => (
                <tr>
                  <th scope="row">{line.field.name}</th>
                  <For each={line.values}>
                    {(value, place) => (
                      <td>
                        <Side
                          app={app}
                          line={line}
                          value={value}
                          group={group(line)}
                          chosen={chosen(line, place())}
                          onChoose={() => choice.take(line.field.id, choice.rows()[place()]?.row ?? null)}
                        />
                      </td>
                    )}
                  </For>
                  <Show when={hasAll()}>
                    <td>
                      <Show when={line.all !== null}>
                        <Side
                          app={app}
                          line={line}
                          value={line.all}
                          group={group(line)}
                          chosen={choice.taken(line) === null}
                          onChoose={() => choice.take(line.field.id, null)}
                        />
                      </Show>
                    </td>
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
