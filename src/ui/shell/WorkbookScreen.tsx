/** The open workbook: header, toolbar, grid, charts, status bar, and the keys that work everywhere in it. */
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show, Suspense } from "solid-js";
import { damageText } from "../../i18n/wording.ts";
import { PastBanner } from "../history/PastBanner.tsx";
import { Button } from "../kit/Button.tsx";
import { takeHome } from "../kit/returning.ts";
import {
  ChartPanel,
  ColumnsPanel,
  FindBar,
  Guide,
  HistoryPanel,
  PinnedFilters,
  preloadByKeys,
  RecordCard,
  SheetGrid,
} from "./lazy.ts";
import { Brand } from "./Mark.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import { PANEL_ID, SheetTabs } from "./SheetTabs.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { createShortcuts } from "./shortcuts.ts";
import type { Shell } from "./state.ts";
import { COLUMNS_BUTTON, HISTORY_BUTTON, Toolbar } from "./Toolbar.tsx";
import { tabId } from "./tabs.ts";

/** As in the style sheets of the panels. */
const NARROW = "(max-width: 900px)";
const PHONE = "(max-width: 600px)";

/** Whether the window is as the media query says, now and later. */
function createMatch(query: string): () => boolean {
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const look = (): void => void setMatches(media.matches);
  media.addEventListener("change", look);
  onCleanup(() => media.removeEventListener("change", look));
  return matches;
}

function DamageNote(props: { readonly shell: Shell }) {
  const { app } = props.shell;
  const { t } = app;
  const [read, setRead] = createSignal(false);
  const dismiss = (): void => {
    setRead(true);
    takeHome();
  };
  const found = (): readonly string[] => {
    const phase = app.phase();
    return phase.phase === "open"
      ? phase.damage.map((each) => damageText(t, each, app.state()?.workbook ?? null))
      : [];
  };
  return (
    <Show when={!read() && found().length > 0}>
      <section class="damage">
        <details>
          <summary>{t("open.damage", { count: found().length })}</summary>
          <ul>
            <For each={found()}>{(text) => <li>{text}</li>}</For>
          </ul>
        </details>
        <a href="./rescue.html">{t("phase.rescue")}</a>
        <Button tone="glyph" aria-label={t("notice.dismiss")} onClick={dismiss}>
          ×
        </Button>
      </section>
    </Show>
  );
}

export function WorkbookScreen(props: { readonly shell: Shell }) {
  const { shell } = props;
  const { app } = shell;
  onCleanup(createShortcuts(shell));
  onCleanup(preloadByKeys());
  // What the last import came to is about the sheet it went into.
  // A memo, because the sheet is a new object whenever any of its definitions changes.
  const sheetShown = createMemo(() => app.sheet()?.id);
  createEffect(on(sheetShown, () => shell.setImported(null), { defer: true }));
  const tab = (): string | undefined => {
    const sheet = app.sheet();
    return sheet === null ? undefined : tabId(sheet.id);
  };
  const phone = createMatch(PHONE);
  /** By the record card; what cannot be seen shall not be reached either. */
  const covered = (): boolean => phone() && shell.record() !== null;
  /** Once the rows are there, which come first. */
  const guided = (): boolean =>
    app.device.preferences().guide !== null &&
    app.live() !== null &&
    app.past() === null &&
    app.counts() !== null;
  const focusHistory = (): void => document.getElementById(HISTORY_BUTTON)?.focus();
  const closeHistory = (): void => {
    shell.setHistory(false);
    focusHistory();
  };
  /** What is turned back is done to the present. */
  const undoImport = async (seq: number): Promise<void> => {
    await app.backToToday();
    shell.openImportLog(seq);
  };
  const focusColumns = (): void => document.getElementById(COLUMNS_BUTTON)?.focus();
  const closeColumns = (): void => {
    shell.setColumns(false);
    focusColumns();
  };
  /** Narrow, the panel covers the sheet, which is now what is to be seen. */
  const makeRoom = (): void => {
    if (matchMedia(NARROW).matches) closeHistory();
  };
  return (
    <div class="workbook">
      <header class="top" inert={covered()}>
        <div class="header">
          <Brand name={app.t("app.name")} />
          <h1 class="book">
            <button
              type="button"
              class="book-name"
              aria-haspopup="dialog"
              title={app.t("workbooks.all")}
              onClick={() => shell.setWorkbooks(true)}
            >
              {app.state()?.workbook.settings.name}
            </button>
          </h1>
          <SheetTabs shell={shell} />
          <span class="grow" />
          <Show when={app.live() !== null}>
            <SaveStatus shell={shell} />
          </Show>
        </div>
        <Toolbar shell={shell} />
      </header>
      <DamageNote shell={shell} />
      <PastBanner app={app} onLeft={focusHistory} />
      <Suspense>
        <Show when={shell.finding() !== null}>
          <FindBar shell={shell} />
        </Show>
      </Suspense>
      <Suspense>
        <Show when={(app.view()?.pinned ?? []).length > 0}>
          <PinnedFilters shell={shell} covered={covered()} onLeft={focusColumns} />
        </Show>
      </Suspense>
      <main class="stage">
        <div class="panel" inert={covered()} role="tabpanel" id={PANEL_ID} aria-labelledby={tab()}>
          <Suspense>
            <SheetGrid
              app={app}
              tasks={shell}
              onImport={() => shell.openImport(null)}
              onRecord={shell.openRecord}
            />
          </Suspense>
        </div>
        <Suspense>
          <Show when={shell.charts()}>
            <ChartPanel
              app={app}
              onRule={() => shell.setTierRule(true)}
              onCompared={shell.setCompared}
              onClose={() => shell.setCharts(false)}
            />
          </Show>
          <Show when={shell.columns()}>
            <ColumnsPanel app={app} onClose={closeColumns} />
          </Show>
          <Show when={shell.record() !== null}>
            <RecordCard shell={shell} />
          </Show>
          <Show when={shell.history()}>
            <HistoryPanel app={app} onClose={closeHistory} onChosen={makeRoom} onUndoImport={undoImport} />
          </Show>
        </Suspense>
      </main>
      <Suspense>
        <Show when={guided()}>
          <Guide shell={shell} />
        </Show>
      </Suspense>
      <div class="unseen" role="status" aria-label={app.t("notice.done")}>
        <Show when={app.announced()} keyed>
          {({ text }) => <span>{text}</span>}
        </Show>
      </div>
      <StatusBar shell={shell} />
    </div>
  );
}
