/** What the interface asks the worker to do, and the worker as the screens see it. */
import type { RowId } from "../core/model/index.ts";
import { causeText, notKeptText } from "../i18n/wording.ts";
import type { Command, DataWorker, Dispatched } from "../worker/api.ts";
import type { Adding } from "./adding.ts";
import { type createViewAhead, viewAhead } from "./ahead.ts";
import type { App } from "./app.ts";
import { lossOf } from "./notice.ts";
import type { SaveWatch } from "./saving.ts";

/** What is under way ends with its request, and imports count as unsaved. */
export function watched(worker: DataWorker, { watch }: SaveWatch, endProgress: () => void): DataWorker {
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
  readonly adding: Adding;
  readonly lead: ReturnType<typeof createViewAhead>["lead"];
  /** `made` is the row that it added, where it added one. */
  readonly onDone: (command: Command, made: RowId | undefined) => void;
};

export function makeVerbs(base: Base): Pick<App, "dispatch" | "following" | "setView" | "undo" | "redo"> {
  const waiting = new Set<Promise<unknown>>();
  const following = <T>(work: () => Promise<T>): Promise<T> => {
    const result = work();
    waiting.add(result);
    const done = (): boolean => waiting.delete(result);
    result.then(done, done);
    return result;
  };
  const dispatch = (command: Command): Promise<Dispatched> =>
    command.type === "addRow" ? base.adding.watch(() => send(command)) : send(command);
  const send = async (command: Command): Promise<Dispatched> => {
    // An Undo that comes before it is answered is meant for it.
    const result = await following(() => base.saving.watch(() => base.worker.dispatch(command)));
    if (!result.ok) base.notify(notKeptText(base.t, result.refusal, result.typed), lossOf(result.typed));
    else base.onDone(command, result.row);
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
