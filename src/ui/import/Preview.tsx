/** What a file would become: its first rows under their new columns, what was noticed, and what will be left out. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { fieldId } from "../../core/model/index.ts";
import type { Destination } from "../../exchange/api.ts";
import { kindNames } from "../../fields/messages.ts";
import { noteText, rejectText } from "../../i18n/exchange.ts";
import type { CsvPreview, ImportHints } from "../../worker/api.ts";
import { Select } from "../kit/Select.tsx";
import { Matching } from "./Matching.tsx";

export type Ready = Extract<CsvPreview, { type: "ready" }>;

interface PreviewProps {
  readonly app: App;
  readonly preview: Ready;
  readonly disabled: boolean;
  readonly onDecide: (part: Pick<ImportHints, "mapping" | "key" | "action">) => void;
}

const FIELD = "field:";

/** Where a column of the file goes: a field of the sheet, one of its own, or nowhere. */
function DestinationSelect(props: PreviewProps & { readonly index: number }) {
  const { app } = props;
  const { t } = app;
  const column = () => props.preview.columns[props.index];
  const choiceOf = (destination: Destination): string =>
    destination.to === "field" ? FIELD + destination.field : destination.to;
  const options = () => [
    ...(app.sheet()?.fields ?? []).map(({ id, name }) => ({ value: FIELD + id, label: name })),
    { value: "newField", label: t("import.to.newField") },
    { value: "nowhere", label: t("import.to.nowhere") },
  ];
  const chosen = (value: string): Destination => {
    if (value === "newField" || value === "nowhere") return { to: value };
    return { to: "field", field: fieldId(value.slice(FIELD.length)) };
  };
  const decide = (value: string): void => {
    const next = chosen(value);
    const mapping = props.preview.columns.map(({ destination }, index): Destination => {
      if (index === props.index) return next;
      // A field takes one column: who had it before becomes a column of its own.
      const displaced = next.to === "field" && destination.to === "field" && destination.field === next.field;
      return displaced ? { to: "newField" } : destination;
    });
    props.onDecide({ mapping });
  };
  return (
    <Show when={column()}>
      {(known) => (
        <Select
          label={t("import.to", { column: known().header })}
          options={options()}
          value={choiceOf(known().destination)}
          disabled={props.disabled}
          onChange={decide}
        />
      )}
    </Show>
  );
}

function SampleTable(props: PreviewProps) {
  const { t } = props.app;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section class="import-scroll" aria-label={t("import.preview")} tabIndex={0}>
      <table class="import-table">
        <caption class="unseen">{t("import.preview")}</caption>
        <thead>
          <tr>
            <For each={props.preview.columns}>
              {(column, index) => (
                <th scope="col" classList={{ "import-out": column.destination.to === "nowhere" }}>
                  <span class="import-field">{column.header}</span>
                  <Show when={props.app.sheet() !== null}>
                    <DestinationSelect {...props} index={index()} />
                  </Show>
                  <span class="import-kind">
                    {column.destination.to === "nowhere" ? "" : kindNames[column.kind][props.app.language()]}
                  </span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.preview.sample}>
            {(row) => (
              <tr>
                <For each={props.preview.columns}>{(_, index) => <td>{row[index()] ?? ""}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function Rejections(props: PreviewProps) {
  const { t } = props.app;
  const count = (): number => props.preview.counts.rejected;
  const more = (): number => count() - props.preview.rejected.length;
  return (
    <div class="import-part">
      <h3 class="wrong">{t("import.rejected", { count: count() })}</h3>
      <ul class="import-list">
        <For each={props.preview.rejected}>
          {(each) => (
            <li>
              <span class="import-line">{t("import.line", { line: each.line })}</span>
              <span>{rejectText(t, props.app.language(), each.why)}</span>
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

export function Preview(props: PreviewProps) {
  const { t } = props.app;
  return (
    <>
      <SampleTable {...props} />
      <Show when={props.preview.keyFields.length > 0}>
        <Matching {...props} />
      </Show>
      <Show when={props.preview.notes.length > 0}>
        <div class="import-part">
          <h3>{t("import.notes")}</h3>
          <ul class="import-list">
            <For each={props.preview.notes}>
              {(note) => <li>{noteText(t, props.app.language(), note)}</li>}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={props.preview.counts.rejected > 0}>
        <Rejections {...props} />
      </Show>
    </>
  );
}
