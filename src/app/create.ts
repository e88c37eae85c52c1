/** Makes the interface's state: events of the worker become signals, one batch each, and verbs become requests. */
import { batch, createEffect, createMemo, createSignal, on } from "solid-js";
import { findField, findSheet, firstView, fieldId, type SheetId } from "../core/model/index.ts";
import { localeFormat } from "../fields/locale.ts";
import { type Language, makeTranslate, pickLanguage } from "../i18n/index.ts";
import { openFailureText, refusalText } from "../i18n/wording.ts";
import type {
  Command,
  CreateSource,
  DataWorker,
  Dispatched,
  QueryResult,
  StartResult,
  WorkbookState,
  WorkerEvent,
} from "../worker/api.ts";
import type { App, Notice, Phase, Progress } from "./app.ts";
import { makeLatest } from "./latest.ts";
import { newWorkbook } from "./place.ts";
import { createSaveWatch } from "./saving.ts";

/** Definitions arrive as fresh copies with every change; what reads the same is the same. */
const sameDefinition = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Follows the browser's language while the page is open. */
function createLanguage() {
  const [language, setLanguage] = createSignal<Language>(pickLanguage(navigator.languages));
  window.addEventListener("languagechange", () => setLanguage(pickLanguage(navigator.languages)));
  return language;
}

function createNotice() {
  const [notice, setNotice] = createSignal<Notice | null>(null);
  let last = 0;
  const notify = (text: string, tone: Notice["tone"] = "plain"): void => {
    last += 1;
    setNotice({ id: last, text, tone });
  };
  return { notice, notify, dismissNotice: () => setNotice(null) };
}

/** The definitions of the open workbook and which sheet of it is on the screen. */
function createWorkbook() {
  const [state, setState] = createSignal<WorkbookState | null>(null);
  const [chosen, setChosen] = createSignal<SheetId | null>(null);
  const sheet = createMemo(
    () => {
      const workbook = state()?.workbook;
      const id = chosen();
      if (workbook === undefined) return null;
      return (id === null ? undefined : findSheet(workbook, id)) ?? workbook.sheets[0] ?? null;
    },
    null,
    { equals: sameDefinition },
  );
  const view = createMemo(
    () => {
      const open = sheet();
      return open === null ? null : firstView(open);
    },
    null,
    { equals: sameDefinition },
  );
  const sheetId = createMemo(() => sheet()?.id ?? null);
  return { state, setState, sheet, view, sheetId, setChosen };
}

/** Must be called inside a Solid root, once: it starts the worker. */
export function createApp(rawWorker: DataWorker): App {
  const language = createLanguage();
  const t = makeTranslate(language);
  const { notice, notify, dismissNotice } = createNotice();
  const { state, setState, sheet, view, sheetId, setChosen } = createWorkbook();
  const [phase, setPhase] = createSignal<Phase>({ phase: "opening" });
  const [search, setSearch] = createSignal("");
  const [counts, setCounts] = createSignal<QueryResult | null>(null);
  const [refresh, setRefresh] = createSignal({ version: 0, reordered: true });
  const [progress, setProgress] = createSignal<Progress | null>(null);
  const { save, report, watch } = createSaveWatch(rawWorker);

  const bump = (reordered: boolean): void => {
    setRefresh(({ version }) => ({ version: version + 1, reordered }));
  };

  const ask = makeLatest(async ({ sheet: asked, text }: { sheet: SheetId; text: string }) => {
    try {
      const found = await rawWorker.query(asked, text);
      if (asked !== sheetId()) return;
      batch(() => {
        setCounts(found);
        bump(true);
      });
    } catch {
      notify(t("notice.unexpected"), "wrong");
    }
  });
  const askAgain = (): void => {
    const id = sheetId();
    if (id !== null) ask({ sheet: id, text: search() });
  };
  createEffect(
    on(sheetId, () => {
      setSearch("");
      setCounts(null);
    }),
  );
  createEffect(on([sheetId, search], askAgain));

  const onChanged = (event: Extract<WorkerEvent, { type: "changed" }>): void => {
    const before = sheetId();
    setState(event.state);
    if (phase().phase !== "open") {
      if (phase().phase === "none") void navigator.storage?.persist?.();
      setPhase({ phase: "open", damage: [] });
    }
    const id = sheetId();
    const touched = event.sheets.find((each) => each.sheet === id);
    // A sheet that has just come to the front is asked for by its own effect.
    if (touched === undefined || id !== before) return;
    if (touched.reorder) askAgain();
    else bump(false);
  };
  const listener = (event: WorkerEvent): void =>
    batch(() => {
      switch (event.type) {
        case "changed":
          return onChanged(event);
        case "save":
          return report(event.save);
        case "progress":
          setProgress({ done: event.done, total: event.total });
          return;
      }
    });

  const phaseOf = (result: StartResult): Phase => {
    switch (result.type) {
      case "none":
        return { phase: "none" };
      case "open":
        return { phase: "open", damage: result.damage.filter((each) => !each.healed) };
      case "damaged":
        return { phase: "damaged", damage: result.damage };
      case "busy":
        return { phase: "busy" };
      case "tooNew":
        return { phase: "tooNew" };
      case "failed":
        return { phase: "failed", reason: openFailureText(t, result.failure) };
    }
  };
  const start = async (): Promise<void> => {
    try {
      for (;;) {
        const result = await rawWorker.start(listener);
        batch(() => {
          if (result.type === "open") setState(result.state);
          setPhase(phaseOf(result));
        });
        if (result.type !== "busy") return;
        await rawWorker.waitForTurn();
      }
    } catch (error) {
      setPhase({ phase: "failed", reason: t("open.unknown", { message: String(error) }) });
    }
  };
  void start();

  const withProgress = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request;
    } finally {
      setProgress(null);
    }
  };
  const worker: DataWorker = {
    ...rawWorker,
    previewCsv: (file, target, hints) => withProgress(rawWorker.previewCsv(file, target, hints)),
    importCsv: () => watch(() => withProgress(rawWorker.importCsv())),
    exportCsv: (id, preset) => withProgress(rawWorker.exportCsv(id, preset)),
  };

  const dispatch = async (command: Command): Promise<Dispatched> => {
    const result = await watch(() => rawWorker.dispatch(command));
    if (!result.ok) notify(refusalText(t, result.refusal), "wrong");
    return result;
  };
  const turn = async (type: "undo" | "redo"): Promise<void> => {
    const cause = state()?.[type] ?? null;
    if (cause === null) return;
    const result = await dispatch({ type });
    if (result.ok && "sheet" in cause) setChosen(cause.sheet);
  };

  return {
    worker,
    phase,
    t,
    language,
    locale: createMemo(() => {
      const settings = state()?.workbook.settings ?? newWorkbook(t, language(), navigator.languages);
      return localeFormat(settings.locale, settings.currency);
    }),
    state,
    sheet,
    view,
    selectSheet: setChosen,
    search,
    setSearch,
    counts,
    refresh,
    rows: async (from, to) => {
      const id = sheetId();
      return id === null ? [] : await rawWorker.rows(id, from, to);
    },
    save,
    progress,
    notice,
    notify,
    dismissNotice,
    newWorkbook: () => newWorkbook(t, language(), navigator.languages),
    create: (source: CreateSource) => watch(() => rawWorker.create(source, newWorkbook(t, language(), navigator.languages))),
    undo: () => turn("undo"),
    redo: () => turn("redo"),
    dispatch,
    setView: async (what, next) => {
      const id = sheetId();
      if (id === null) return { ok: false, refusal: { refused: "gone", what: "sheet" } };
      return await dispatch({ type: "setView", sheet: id, view: next, what });
    },
    fieldOf: (id) => {
      const open = sheet();
      return open === null ? undefined : findField(open, fieldId(id));
    },
  };
}
