/** Below the sheet: how many rows there are and are shown, why, and what the last import came to. */
import { For, Show } from "solid-js";
import { joinParts, partsOf } from "../../app/filter.ts";
import { conditionsOf, type Filter } from "../../core/model/index.ts";
import { Summary } from "../grid/Summary.tsx";
import { Button } from "../kit/Button.tsx";
import { download } from "../kit/download.ts";
import { holdFocus } from "../kit/holding.ts";
import { takeHome } from "../kit/returning.ts";
import { SafetyButton } from "../safety/SafetyButton.tsx";
import { filterText } from "../views/describe.ts";
import { ViewState } from "../views/ViewPicker.tsx";
import type { Imported, Shell } from "./state.ts";

function RowCount(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t } = app;
  const narrowed = (): boolean => app.search().trim() !== "" || (app.view()?.filter ?? null) !== null;
  const text = (): string => {
    const counts = app.counts();
    if (counts === null) return "";
    return narrowed() ? t("rows.some", counts) : t("rows.all", counts);
  };
  return (
    <>
      <div class="rows" role="status" aria-label={t("rows.label")}>
        {text()}
      </div>
      <div class="rows-late" role="status" aria-label={t("rows.late.label")}>
        <Show when={app.late()}>{t("rows.late")}</Show>
      </div>
    </>
  );
}

function FilterChips(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t } = app;
  const parts = (): readonly Filter[] => partsOf(app.view()?.filter ?? null);
  /** It stands above the sheet already. */
  const pinned = (part: Filter): boolean =>
    conditionsOf(part).every(({ field }) => app.view()?.pinned?.includes(field) === true);
  const remove = (part: Filter): void => {
    const view = app.view();
    if (view === null) return;
    void app.setView("filter", { ...view, filter: joinParts(parts().filter((each) => each !== part)) });
  };
  return (
    <Show when={parts().length > 0}>
      <ul class="filters" aria-label={t("filter.active")}>
        <For each={parts()}>
          {(part) => (
            <li data-pinned={pinned(part) ? "" : undefined}>
              <button
                type="button"
                class="filter-chip"
                aria-label={t("filter.removeChip", { condition: filterText(app, part) })}
                onClick={() => remove(part)}
              >
                <span>{filterText(app, part)}</span>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function ImportResult(props: { readonly shell: Shell }) {
  const { app, imported } = props.shell;
  const { t } = app;
  const save = async (outcome: Imported): Promise<void> => {
    try {
      const blob = await app.worker.rejectedCsv(app.language());
      if (blob === null) return;
      await download(blob, t("import.rejectedFile", { file: outcome.file.replace(/\.[^.]*$/, "") }));
    } catch {
      app.notify(t("file.save.failed"), "wrong");
    }
  };
  /** The very step where it is the last; what was done since is kept otherwise, and asked about. */
  const undo = async (outcome: Imported): Promise<void> => {
    const last = app.live()?.undo ?? null;
    props.shell.setImported(null);
    if (last?.type === "import" && last.file === outcome.file) return app.undo();
    const records = await app.worker.importLog();
    const own = records.find(({ file, turnedBack }) => file === outcome.file && turnedBack === null);
    props.shell.openImportLog(own?.seq ?? null);
  };
  return (
    <>
      <div class="import-result" role="status" aria-label={t("import.result")}>
        <Show when={imported()}>{(outcome) => <>{t("import.outcome", outcome().counts)}</>}</Show>
      </div>
      <Show when={imported()}>
        {(outcome) => (
          <>
            <Show when={outcome().counts.rejected > 0}>
              <Button onClick={() => save(outcome())}>{t("import.saveRejected")}</Button>
            </Show>
            <Show when={outcome().counts.added + outcome().counts.updated > 0 && app.past() === null}>
              <Button onClick={() => undo(outcome())}>{t("imports.undoAction")}</Button>
            </Show>
            <Button
              tone="glyph"
              aria-label={t("notice.dismiss")}
              onClick={() => props.shell.setImported(null)}
            >
              ×
            </Button>
          </>
        )}
      </Show>
    </>
  );
}

export function StatusBar(props: { readonly shell: Shell }) {
  return (
    <footer ref={(bar) => holdFocus(bar, takeHome)} class="status-bar">
      <RowCount shell={props.shell} />
      <FilterChips shell={props.shell} />
      <ViewState shell={props.shell} />
      <span class="grow" />
      <ImportResult shell={props.shell} />
      <Summary app={props.shell.app} />
      <Show when={props.shell.app.live() !== null}>
        <SafetyButton shell={props.shell} />
      </Show>
    </footer>
  );
}
