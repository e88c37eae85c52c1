/** Makes the interface's state: events of the worker become signals, one batch each, and verbs become requests. */
import { batch, createEffect, createMemo, createSignal, untrack } from "solid-js";
import { fieldId, findField, findSheet, type SheetId } from "../core/model/index.ts";
import { type LocaleFormat, localeFormat } from "../fields/locale.ts";
import { makeTranslate } from "../i18n/index.ts";
import { causeText, notKeptText } from "../i18n/wording.ts";
import type {
  Command,
  DataWorker,
  Dispatched,
  Glance,
  Listener,
  PastState,
  SaveReport,
  Touched,
  WorkbookState,
  WorkerEvent,
} from "../worker/api.ts";
import { createViewAhead, viewAhead } from "./ahead.ts";
import { tellOfAlike } from "./alike.ts";
import type { App, Notice, Phase, Progress } from "./app.ts";
import { createBackups } from "./backups.ts";
import { createDevice } from "./device.ts";
import { glanceFirst } from "./glance.ts";
import { createJumps } from "./jump.ts";
import { keepNote, keepOpen } from "./notes.ts";
import { openWorkbook } from "./opening.ts";
import { makePast } from "./past.ts";
import { newWorkbook } from "./place.ts";
import { createQuery } from "./query.ts";
import { leftToSay } from "./restart.ts";
import { createSafety } from "./safety.ts";
import { createSaveWatch, type SaveWatch } from "./saving.ts";
import { createSelecting } from "./selecting.ts";
import { createViews } from "./views.ts";

/** Definitions arrive as fresh copies with every change; what reads the same is the same. */
const sameDefinition = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function createNotice() {
  const [notice, setNotice] = createSignal<Notice | null>(null);
  let last = 0;
  const notify = (text: string, tone: Notice["tone"] = "plain", action?: Notice["action"]): void => {
    last += 1;
    const open = untrack(notice);
    // What someone typed must not give way to the next message before it was read.
    const kept = open?.tone === "lost" ? `${open.text}\n` : "";
    const next = { id: last, text: `${kept}${text}`, tone: kept === "" ? tone : "lost" } as const;
    setNotice(action === undefined ? next : { ...next, action });
  };
  /** Behind what is said already, which may not have been read. */
  const add = (text: string): void => {
    const open = untrack(notice);
    notify(open === null || open.tone === "lost" ? text : `${open.text}\n${text}`, open?.tone);
  };
  const [announced, setAnnounced] = createSignal<Pick<Notice, "text"> | null>(null);
  const announce = (text: string): void => {
    setAnnounced({ text });
  };
  return { said: { notice, notify, dismissNotice: () => setNotice(null), announced }, add, announce };
}

/** The definitions of the open workbook and which sheet of it is on the screen. */
function createWorkbook() {
  const [live, setLive] = createSignal<WorkbookState | null>(null);
  const [past, setPast] = createSignal<PastState | null>(null);
  const state = createMemo(() => {
    const then = past();
    return then === null ? live() : { workbook: then.workbook, seq: then.seq, undo: null, redo: null };
  });
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
  const sheetId = createMemo(() => sheet()?.id ?? null);
  const { stored, viewId, chooseView } = createViews(sheet);
  const { view, lead } = createViewAhead(sheetId, stored, state);
  const selectSheet = setChosen;
  return { state, live, setLive, past, setPast, sheet, view, viewId, chooseView, lead, sheetId, selectSheet };
}

/** The worker as the screens see it: what is under way ends with its request, and imports count as unsaved. */
function watched(worker: DataWorker, { watch }: SaveWatch, endProgress: () => void): DataWorker {
  const tracked = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request;
    } finally {
      endProgress();
    }
  };
  return {
    ...worker,
    query: (id, search, view) => tracked(worker.query(id, search, view)),
    previewCsv: (file, target, hints) => tracked(worker.previewCsv(file, target, hints)),
    importCsv: (wanted) => watch(() => tracked(worker.importCsv(wanted))),
    previewUndoImport: (seq) => tracked(worker.previewUndoImport(seq)),
    undoImport: (seq) => watch(() => tracked(worker.undoImport(seq))),
    pasteCells: (id, request) => watch(() => tracked(worker.pasteCells(id, request))),
    fillCells: (id, request) => watch(() => tracked(worker.fillCells(id, request))),
    findCells: (id, question, go) => tracked(worker.findCells(id, question, go)),
    previewReplace: (id, request) => tracked(worker.previewReplace(id, request)),
    replaceCells: (id, request) => watch(() => tracked(worker.replaceCells(id, request))),
    previewKind: (id, field, target) => tracked(worker.previewKind(id, field, target)),
    changeKind: (id, field, target) => watch(() => tracked(worker.changeKind(id, field, target))),
    clearCells: (id, picked) => watch(() => worker.clearCells(id, picked)),
    insertRows: (...args) => watch(() => worker.insertRows(...args)),
    duplicateRows: (id, picked) => watch(() => worker.duplicateRows(id, picked)),
    deleteRows: (id, picked) => watch(() => worker.deleteRows(id, picked)),
    previewExport: (request) => tracked(worker.previewExport(request)),
    exportFile: (request, names, target) => tracked(worker.exportFile(request, names, target)),
    saveFile: () => tracked(worker.saveFile()),
    openFile: (file) => tracked(worker.openFile(file)),
    lookBack: (seq) => tracked(worker.lookBack(seq)),
  };
}

type Base = Pick<App, "t" | "state" | "notify" | "selectSheet"> & {
  readonly announce: (text: string) => void;
  readonly worker: DataWorker;
  readonly sheet: App["sheet"];
  readonly saving: SaveWatch;
  readonly lead: ReturnType<typeof createViewAhead>["lead"];
  readonly onDone: (command: Command) => void;
};

/** What the interface asks the worker to do. */
function makeVerbs(base: Base): Pick<App, "dispatch" | "following" | "setView" | "undo" | "redo"> {
  const waiting = new Set<Promise<unknown>>();
  const following = <T>(work: () => Promise<T>): Promise<T> => {
    const result = work();
    waiting.add(result);
    const done = (): boolean => waiting.delete(result);
    result.then(done, done);
    return result;
  };
  const dispatch = async (command: Command): Promise<Dispatched> => {
    // An Undo that comes before it is answered is meant for it.
    const result = await following(() => base.saving.watch(() => base.worker.dispatch(command)));
    if (!result.ok) base.notify(notKeptText(base.t, result.refusal, result.typed), lossOf(result.typed));
    else base.onDone(command);
    return result;
  };
  const turn = async (type: "undo" | "redo"): Promise<void> => {
    await Promise.allSettled(waiting);
    // What there is to undo is news, not an answer.
    await base.saving.caughtUp();
    const cause = base.state()?.[type] ?? null;
    if (cause === null) return;
    const { workbook } = base.state() ?? {};
    const result = await dispatch({ type });
    if (!result.ok) return;
    if ("sheet" in cause) base.selectSheet(cause.sheet);
    if (workbook === undefined) return;
    const what = causeText(base.t, cause, workbook);
    base.announce(base.t(type === "undo" ? "cause.undone" : "cause.redone", { what }));
  };
  return {
    dispatch,
    following,
    setView: async (what, view) => {
      const sheet = base.sheet();
      if (sheet === null) return { ok: false, refusal: { refused: "gone", what: "sheet" } };
      const { id } = sheet;
      const ahead = { sheet: id, view: viewAhead(sheet, view) };
      return await base.lead(ahead, () => dispatch({ type: "setView", sheet: id, view, what }));
    },
    undo: () => turn("undo"),
    redo: () => turn("redo"),
  };
}

interface Handlers {
  readonly onGlance: (glance: Glance) => Promise<void>;
  readonly onChanged: (event: Extract<WorkerEvent, { type: "changed" }>) => void;
  readonly onPast: (event: Extract<WorkerEvent, { type: "past" }>) => void;
  readonly onSave: (report: SaveReport) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly onDropped: (event: Extract<WorkerEvent, { type: "dropped" }>) => void;
  readonly onMissed: (cells: number) => void;
  readonly onShared: () => void;
  readonly onDeleted: () => void;
  readonly onOutdated: () => void;
  readonly onHanKnown: () => void;
}

/** One batch per event, so that screens see a change as a whole. */
function makeListener(handlers: Handlers): Listener {
  return (event: WorkerEvent) =>
    batch(() => {
      switch (event.type) {
        case "glance":
          return handlers.onGlance(event.glance);
        case "changed":
          return handlers.onChanged(event);
        case "past":
          return handlers.onPast(event);
        case "save":
          return handlers.onSave(event);
        case "progress":
          return handlers.onProgress({ done: event.done, total: event.total });
        case "dropped":
          return handlers.onDropped(event);
        case "missed":
          return handlers.onMissed(event.cells);
        case "deleted":
          return handlers.onDeleted();
        case "shared":
          return handlers.onShared();
        case "outdated":
          return handlers.onOutdated();
        case "hanKnown":
          return handlers.onHanKnown();
        case "note":
          return keepNote(event.note);
      }
    });
}

const lossOf = (typed: string | undefined): Notice["tone"] => (typed === undefined ? "wrong" : "lost");

const makeOnce = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};

/** A tab that slept may have missed what others told. */
function followOnReturn(worker: DataWorker): void {
  const look = (): void => {
    if (document.visibilityState === "visible") void worker.follow();
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
}

/** Must be called inside a Solid root, once: it starts the worker. */
export function createApp(bare: DataWorker): App {
  const glance = glanceFirst(bare);
  const { worker } = glance;
  const device = createDevice();
  const { language } = device;
  const t = makeTranslate(language);
  const { said: notices, add, announce } = createNotice();
  const shown = createWorkbook();
  const { state, live, setLive, past, setPast, sheet, view, viewId, chooseView, lead, sheetId, selectSheet } =
    shown;
  const [phase, setPhase] = createSignal<Phase>({ phase: "opening" });
  const [progress, setProgress] = createSignal<Progress | null>(null);
  const saving = createSaveWatch();
  const unexpected = (): void => notices.notify(t("notice.unexpected"), "wrong");
  const followed = watched(worker, saving, () => setProgress(null));
  const { bump, askAgain, ...query } = createQuery(followed, { sheet: sheetId, viewId, view }, unexpected);
  const setup = () => newWorkbook(t, language(), navigator.languages);

  const follow = (before: SheetId | null, sheets: readonly Touched[]): void => {
    const touched = sheets.find((each) => each.sheet === sheetId());
    // A sheet that has just come to the front is asked for by an effect of its own.
    if (touched === undefined || sheetId() !== before) return;
    if (touched.extent === "order") void askAgain();
    else bump(touched.extent);
  };
  const listener = makeListener({
    onGlance: (shown) => {
      const painted = glance.show(shown);
      const { workbook, seq, undo, redo } = shown;
      setLive({ workbook, seq, undo, redo });
      setPhase({ phase: "open", damage: [] });
      return painted;
    },
    onChanged: (event) => {
      const before = sheetId();
      setLive(event.state);
      if (phase().phase !== "open") {
        // Asked once, when there is first something to keep.
        if (phase().phase === "none") void navigator.storage?.persist?.();
        setPhase({ phase: "open", damage: [] });
      }
      if (past() === null) follow(before, event.sheets);
    },
    onPast: (event) => {
      const before = sheetId();
      setPast(event.past);
      follow(before, event.sheets);
    },
    onSave: saving.report,
    onProgress: setProgress,
    onDropped: ({ refusal, typed }) =>
      notices.notify(t("notice.notKept", { why: notKeptText(t, refusal, typed) }), lossOf(typed)),
    onMissed: (cells) => notices.notify(t("notice.missed", { cells }), "lost"),
    onDeleted: () => notices.notify(t("workbooks.deletedElsewhere"), "wrong"),
    onShared: makeOnce(() => add(t("notice.shared"))),
    onOutdated: () => setPhase({ phase: "outdated" }),
    onHanKnown: () => void askAgain(),
  });
  followOnReturn(worker);
  // Another tab may have another workbook open: what is loaded here again is this one.
  createEffect(() => {
    const open = live();
    if (open !== null) keepOpen(open.workbook.id);
  });
  const left = leftToSay();
  if (left !== null) notices.notify(left);
  void openWorkbook(worker, t, listener, (next, result) =>
    batch(() => {
      const shown = glance.end();
      if (result?.type === "open") setLive(result.state);
      setPhase(next);
      if (shown && result?.type === "open") void askAgain();
    }),
  );

  // Settings come anew with every change; what is written by a locale need not be.
  const settings = createMemo(() => state()?.workbook.settings, undefined, {
    equals: (a, b) => a?.locale === b?.locale && a?.currency === b?.currency,
  });
  // Nothing before the first value is shown: what Intl knows of a locale takes it long to look up, and the first paint needs none.
  const locale = (): LocaleFormat => {
    const { locale: tag, currency } = settings() ?? setup();
    return localeFormat(tag, currency);
  };
  const { setSearch } = query;
  const jumps = createJumps({
    worker: followed,
    selectSheet,
    setSearch,
    askAgain,
    grouped: () => view()?.group !== undefined,
  });
  const looking = {
    jumpTo: jumps.jumpTo,
    past,
    setPast,
    selectSheet,
    sheetId,
    askAgain,
    locale: () => locale().tag,
  };
  const safety = createSafety({ live });
  return {
    ...notices,
    ...query,
    ...jumps,
    ...makePast({ worker: followed, t, notify: notices.notify, saving, ...looking }),
    ...makeVerbs({
      worker,
      t,
      state,
      notify: notices.notify,
      announce,
      selectSheet,
      sheet,
      saving,
      lead,
      onDone: (command) =>
        tellOfAlike({ worker, t, notify: notices.notify, showRow: jumps.showRow }, command),
    }),
    worker: followed,
    safety,
    backups: createBackups({ live, worker, safety }),
    device,
    phase,
    t,
    language,
    locale,
    state,
    live,
    past,
    lookAtOlder: (then) =>
      batch(() => {
        setPast(then);
        setPhase({ phase: "open", damage: [] });
      }),
    restorable: () => past() !== null && live() !== null,
    sheet,
    view,
    chooseView,
    selectSheet,
    settle: () => void askAgain(),
    ...createSelecting(worker, sheetId, query.refresh),
    rows: async (from, to) => {
      const id = sheetId();
      return id === null ? [] : await worker.rows(id, from, to);
    },
    save: saving.save,
    progress,
    newWorkbook: setup,
    create: (source) => saving.watch(() => worker.create(source, setup())),
    fieldOf: (id) => {
      const open = sheet();
      return open === null ? undefined : findField(open, fieldId(id));
    },
  };
}
