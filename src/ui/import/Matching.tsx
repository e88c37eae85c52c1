/** What the file does to rows that are there already: how they are recognised, and each changed cell, old and new. */
import { createMemo, For, Index, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { type Field, type FieldId, findField, type Value } from "../../core/model/index.ts";
import { IMPORT_ACTIONS } from "../../exchange/api.ts";
import { kindOf } from "../../fields/index.ts";
import type { ImportHints } from "../../worker/api.ts";
import { Labelled } from "../kit/Labelled.tsx";
import { Select } from "../kit/Select.tsx";
import type { Ready } from "./Preview.tsx";

type Decided = Pick<ImportHints, "key" | "action">;

interface MatchingProps {
  readonly app: App;
  readonly preview: Ready;
  readonly disabled: boolean;
  readonly onDecide: (part: Decided) => void;
}

const NONE = "";

/** One list for each field of the key, and one more for another. */
function KeyFields(props: MatchingProps) {
  const { app } = props;
  const { t } = app;
  const nameOf = (id: FieldId): string => app.fieldOf(id)?.name ?? "";
  const places = createMemo(() => {
    const { key, keyFields } = props.preview;
    return key.length < keyFields.length ? [...key, NONE] : key;
  });
  const options = (own: string) => [
    {
      value: NONE,
      label: t(
        own === props.preview.key[0] || props.preview.key.length === 0
          ? "import.key.none"
          : "import.key.noMore",
      ),
    },
    ...props.preview.keyFields
      .filter((field) => field === own || !props.preview.key.includes(field))
      .map((field) => ({ value: String(field), label: nameOf(field) })),
  ];
  const decide = (index: number, value: string): void => {
    const field = props.preview.keyFields.find((each) => each === value);
    const { key } = props.preview;
    props.onDecide({
      key: [...key.slice(0, index), ...(field === undefined ? [] : [field]), ...key.slice(index + 1)],
    });
  };
  return (
    <Index each={places()}>
      {(place, index) => (
        <Labelled label={t(index === 0 ? "import.key" : "import.key.and")}>
          <Select
            options={options(place())}
            value={String(place())}
            disabled={props.disabled}
            onChange={(value) => decide(index, value)}
          />
        </Labelled>
      )}
    </Index>
  );
}

function Changes(props: MatchingProps) {
  const { app } = props;
  const { t } = app;
  const text = (field: Field, value: Value): string =>
    value === null ? t("common.empty") : kindOf(field).format(value, field, app.locale());
  const named = (id: FieldId): Field | undefined => {
    const sheet = app.sheet();
    return sheet === null ? undefined : findField(sheet, id);
  };
  const more = (): number => props.preview.counts.updated - props.preview.changes.length;
  return (
    <div class="import-part">
      <h3>{t("import.changes")}</h3>
      <ul class="import-list">
        <For each={props.preview.changes}>
          {(change) => (
            <li>
              <span class="import-line">{t("import.line", { line: change.line })}</span>
              <span class="import-cells">
                <For each={change.cells}>
                  {(cell) => (
                    <Show when={named(cell.field)}>
                      {(field) => (
                        <span>
                          <span class="quiet">{field().name}</span> <del>{text(field(), cell.before)}</del>{" "}
                          <ins>{text(field(), cell.after)}</ins>
                        </span>
                      )}
                    </Show>
                  )}
                </For>
              </span>
            </li>
          )}
        </For>
        <Show when={more() > 0}>
          <li class="quiet">{t("import.moreRejected", { count: more() })}</li>
        </Show>
      </ul>
    </div>
  );
}

export function Matching(props: MatchingProps) {
  const { t } = props.app;
  const keyed = (): boolean => props.preview.key.length > 0;
  return (
    <>
      <div class="import-matching">
        <KeyFields {...props} />
        <Show when={keyed()}>
          <Labelled label={t("import.take")}>
            <Select
              options={IMPORT_ACTIONS.map((value) => ({ value, label: t(`import.take.${value}`) }))}
              value={props.preview.action}
              disabled={props.disabled}
              onChange={(action) => props.onDecide({ key: props.preview.key, action })}
            />
          </Labelled>
        </Show>
      </div>
      <Show when={keyed()}>
        <p class="import-counts">{t("import.counts", props.preview.counts)}</p>
      </Show>
      <Show when={props.preview.changes.length > 0}>
        <Changes {...props} />
      </Show>
    </>
  );
}
