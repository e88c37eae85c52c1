/** Conditions for each class of a column: who meets those of one first is in it. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Choice, type ChoiceId, choiceId, type FieldId, type Sheet } from "../../core/model/index.ts";
import { Button } from "../kit/Button.tsx";
import { Chip } from "../kit/Chip.tsx";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import { focusAdded, JoinSelect, nextDraft, PartList, PartRow } from "../views/PartList.tsx";
import { type ClassConditions, type ConditionsDraft, nextKey } from "./conditions.ts";
import { seeded } from "./draft.ts";
import { withStates } from "./states.ts";
import "../views/views.css";

interface ClassProps {
  readonly app: App;
  readonly sheet: Sheet;
  readonly choice: Choice;
  readonly own: ClassConditions;
  readonly rest: boolean;
  readonly onChange: (own: ClassConditions) => void;
}

function Class(props: ClassProps) {
  const { app } = props;
  const { t } = app;
  const add = (button: Element): void => {
    const condition = nextDraft(props.own.list, props.sheet.fields, nextKey);
    if (condition === null) return;
    props.onChange({ ...props.own, list: [...props.own.list, condition] });
    focusAdded(button.closest("fieldset"));
  };
  return (
    <li>
      <fieldset class="condition-group" aria-label={t("life.conditions", { state: props.choice.label })}>
        <div class="group-head">
          <Chip label={props.choice.label} hue={props.choice.hue} />
          <Show when={props.own.list.length > 1}>
            <JoinSelect
              app={app}
              join={props.own.join}
              onChange={(join) => props.onChange({ ...props.own, join })}
            />
          </Show>
          <Show when={props.own.list.length === 0}>
            <span class="quiet">{t(props.rest ? "tierRule.rest" : "life.byHand")}</span>
          </Show>
        </div>
        <PartList drafts={props.own.list} onChange={(list) => props.onChange({ ...props.own, list })}>
          {(row) => (
            <Show when={row.draft.type === "group" ? null : row.draft}>
              {(draft) => (
                <PartRow
                  app={app}
                  draft={draft()}
                  rank={row.rank}
                  onChange={row.onChange}
                  onRemove={row.onRemove}
                />
              )}
            </Show>
          )}
        </PartList>
        <Button onClick={(event) => add(event.currentTarget)}>{t("filter.add")}</Button>
      </fieldset>
    </li>
  );
}

export interface ConditionsProps {
  readonly app: App;
  readonly sheet: Sheet;
  readonly field: FieldId;
  readonly choices: readonly Choice[];
  readonly draft: ConditionsDraft;
  readonly onChange: (draft: ConditionsDraft) => void;
}

export function Conditions(props: ConditionsProps) {
  const { app } = props;
  const { t } = app;
  const ids = (): readonly ChoiceId[] => props.choices.map(({ id }) => id);
  const ownOf = (choice: ChoiceId): ClassConditions =>
    props.draft.classes.find((each) => each.choice === choice) ?? { choice, join: "and", list: [] };
  const change = (next: ClassConditions): void =>
    props.onChange({
      ...props.draft,
      classes: ids().map((id) => (id === next.choice ? next : ownOf(id))),
    });
  const takers = () => [
    { value: "", label: t("life.nobody") },
    ...props.choices
      .filter(({ id }) => ownOf(id).list.length === 0)
      .map(({ id, label }) => ({ value: String(id), label })),
  ];
  const missing = (): boolean => withStates(props.choices, t).length > props.choices.length;
  const suggest = async (): Promise<void> => {
    const choices = withStates(props.choices, t);
    if (choices.length > props.choices.length) {
      const { field } = props;
      const done = await app.dispatch({
        type: "setChoices",
        sheet: props.sheet.id,
        field,
        choices,
        removed: [],
      });
      if (!done.ok) return;
    }
    props.onChange(seeded(app, props.sheet, choices));
  };
  return (
    <>
      <ul class="tier-conditions">
        <For each={ids()}>
          {(id) => (
            <Show when={props.choices.find((each) => each.id === id)}>
              {(choice) => (
                <Class
                  app={app}
                  sheet={props.sheet}
                  choice={choice()}
                  own={ownOf(id)}
                  rest={props.draft.rest === id}
                  onChange={change}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <Labelled label={t("life.rest")}>
        <Select
          options={takers()}
          value={String(props.draft.rest ?? "")}
          onChange={(id) => props.onChange({ ...props.draft, rest: id === "" ? null : choiceId(id) })}
        />
      </Labelled>
      <div>
        <Button tone="outline" onClick={suggest}>
          {t(missing() ? "life.useStates" : "life.suggest")}
        </Button>
      </div>
    </>
  );
}
