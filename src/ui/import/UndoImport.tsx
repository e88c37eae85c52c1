/** What turning an import back would do, before it is done: rows that go, cells set back, and what stays because it was edited. */
import { createResource, For, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import { findField, findSheet, type Value } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import { refusalText } from "../../i18n/wording.ts";
import type { ImportRecord, ImportUndoing, KeptValue } from "../../worker/api.ts";
import { answerOrNull } from "../kit/asking.ts";
import { Wrong } from "../kit/Note.tsx";
import { Progress } from "../kit/Progress.tsx";

export interface UndoImportProps {
  readonly app: App;
  readonly record: ImportRecord;
  /** Whether there is anything that could be turned back; null while that is looked for. */
  readonly onKnown: (possible: boolean) => void;
}

const nothingLeft = ({ removed, restored }: Extract<ImportUndoing, { type: "undoing" }>): boolean =>
  removed + restored === 0;

function Kept(props: {
  readonly app: App;
  readonly record: ImportRecord;
  readonly kept: readonly KeptValue[];
}) {
  const { app } = props;
  const { t } = app;
  const fieldOf = (cell: KeptValue) => {
    const workbook = app.live()?.workbook;
    const sheet = workbook === undefined ? undefined : findSheet(workbook, props.record.sheet);
    return sheet === undefined ? undefined : findField(sheet, cell.field);
  };
  const text = (cell: KeptValue, value: Value): string => {
    const field = fieldOf(cell);
    if (value === null || field === undefined) return t("common.empty");
    return kindOf(field).format(value, field, app.locale());
  };
  return (
    <div class="log-scroll">
      <table class="log-table">
        <thead>
          <tr>
            <th scope="col">{t("imports.row")}</th>
            <th scope="col">{t("imports.column")}</th>
            <th scope="col">{t("imports.imported")}</th>
            <th scope="col">{t("imports.present")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.kept}>
            {(cell) => (
              <tr>
                <th scope="row">{cell.name}</th>
                <td>{fieldOf(cell)?.name ?? ""}</td>
                <td>{text(cell, cell.imported)}</td>
                <td>{text(cell, cell.present)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

export function UndoImport(props: UndoImportProps) {
  const { app } = props;
  const { t } = app;
  const [found] = createResource(
    () => props.record.seq,
    async (seq) => {
      const undoing = await answerOrNull(app, app.worker.previewUndoImport(seq));
      props.onKnown(undoing?.type === "undoing" && !nothingLeft(undoing));
      return undoing;
    },
  );
  const undoing = () => {
    const known = found();
    return known?.type === "undoing" ? known : null;
  };
  const refused = (): string | null => {
    const known = found();
    return known?.type === "refused" ? refusalText(t, known.refusal) : null;
  };
  return (
    <>
      <Show when={found.loading}>
        <Progress label={t("imports.looking")} value={app.progress()} />
      </Show>
      <Show when={refused()}>{(text) => <Wrong>{text()}</Wrong>}</Show>
      <Show when={undoing()}>
        {(known) => (
          <>
            <p>{nothingLeft(known()) ? t("imports.nothingLeft") : t("imports.would", known())}</p>
            <Show when={known().keptCount > 0}>
              <p>{t("imports.kept", { count: known().keptCount })}</p>
              <Kept app={app} record={props.record} kept={known().kept} />
              <Show when={known().keptCount > known().kept.length}>
                <p class="quiet">{t("imports.more", { count: known().keptCount - known().kept.length })}</p>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </>
  );
}
