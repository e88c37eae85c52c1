/** What a file would become: its first rows under their new columns, what was noticed, and what will be left out. */
import { For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { kindNames } from "../../fields/messages.ts";
import { noteText, rejectText } from "../../i18n/exchange.ts";
import type { CsvPreview } from "../../worker/api.ts";

export type Ready = Extract<CsvPreview, { type: "ready" }>;

interface PreviewProps {
  readonly app: App;
  readonly preview: Ready;
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
              {(column) => (
                <th scope="col">
                  <span class="import-field">{column.field}</span>
                  <span class="import-kind">
                    {kindNames[column.kind][props.app.language()]}
                    <Show when={column.isNew}> · {t("import.column.new")}</Show>
                    <Show when={column.header !== column.field}>
                      <span class="import-was"> ← {column.header}</span>
                    </Show>
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
  const more = (): number => props.preview.rejectedCount - props.preview.rejected.length;
  return (
    <div class="import-part">
      <h3 class="wrong">{t("import.rejected", { count: props.preview.rejectedCount })}</h3>
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
      <Show when={props.preview.rejectedCount > 0}>
        <Rejections {...props} />
      </Show>
    </>
  );
}
