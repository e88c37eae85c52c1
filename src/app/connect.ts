/** Starts the data worker and gives it the face that the interface knows. */
import { proxy, wrap } from "comlink";
import type { DataWorker } from "../worker/api.ts";
import { dataWorkerScript } from "./scripts.ts";

export function connect(): DataWorker {
  const worker = new Worker(dataWorkerScript(), { type: "module", name: "data" });
  const remote = wrap<DataWorker>(worker);
  // A script that does not load answers no question.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "worker")), { once: true });
  });
  broken.catch(() => undefined);
  // Spelt out, because a comlink proxy answers to every name there is, `then` included.
  return {
    start: (listener, beginning) => Promise.race([remote.start(proxy(listener), beginning), broken]),
    follow: () => remote.follow(),
    create: (source, setup) => remote.create(source, setup),
    dispatch: (command) => remote.dispatch(command),
    query: (sheet, search, view) => remote.query(sheet, search, view),
    rows: (sheet, start, end) => remote.rows(sheet, start, end),
    fold: (sheet, path, folded) => remote.fold(sheet, path, folded),
    record: (sheet, row) => remote.record(sheet, row),
    findRows: (search, first, most) => remote.findRows(search, first, most),
    placeOf: (sheet, row) => remote.placeOf(sheet, row),
    facet: (sheet, field, query) => remote.facet(sheet, field, query),
    summarise: (sheet, picked) => remote.summarise(sheet, picked),
    edge: (sheet, from) => remote.edge(sheet, from),
    copyCells: (sheet, picked, cut) => remote.copyCells(sheet, picked, cut),
    pasteCells: (sheet, request) => remote.pasteCells(sheet, request),
    fillCells: (sheet, request) => remote.fillCells(sheet, request),
    findCells: (sheet, question, go) => remote.findCells(sheet, question, go),
    previewReplace: (sheet, request) => remote.previewReplace(sheet, request),
    replaceCells: (sheet, request) => remote.replaceCells(sheet, request),
    clearCells: (sheet, picked) => remote.clearCells(sheet, picked),
    insertRows: (...args) => remote.insertRows(...args),
    duplicateRows: (sheet, picked) => remote.duplicateRows(sheet, picked),
    deleteRows: (sheet, picked) => remote.deleteRows(sheet, picked),
    previewKind: (sheet, field, target) => remote.previewKind(sheet, field, target),
    changeKind: (sheet, field, target) => remote.changeKind(sheet, field, target),
    widest: (sheet, fields) => remote.widest(sheet, fields),
    choiceCounts: (sheet, field) => remote.choiceCounts(sheet, field),
    groups: (sheet, by, measures) => remote.groups(sheet, by, measures),
    columnTotals: (sheet, asked) => remote.columnTotals(sheet, asked),
    chart: (...question) => remote.chart(...question),
    chartsAhead: () => remote.chartsAhead(),
    compareWith: (time) => remote.compareWith(time),
    rowMoves: (...asked) => remote.rowMoves(...asked),
    previewClasses: (sheet, rule) => remote.previewClasses(sheet, rule),
    previewCsv: (file, target, hints) => remote.previewCsv(file, target, hints),
    importCsv: (wanted) => remote.importCsv(proxy(wanted)),
    cancelCsv: () => remote.cancelCsv(),
    rejectedCsv: (language) => remote.rejectedCsv(language),
    alikeInFile: () => remote.alikeInFile(),
    linesTold: (most) => remote.linesTold(most),
    diffRows: (kind, start, end) => remote.diffRows(kind, start, end),
    findDuplicates: (sheet) => remote.findDuplicates(sheet),
    alike: (sheet, row, field, text) => remote.alike(sheet, row, field, text),
    importLog: () => remote.importLog(),
    previewUndoImport: (seq) => remote.previewUndoImport(seq),
    undoImport: (seq) => remote.undoImport(seq),
    previewExport: (request) => remote.previewExport(request),
    exportFile: (request, names, target) => remote.exportFile(request, names, target),
    cancelExport: () => remote.cancelExport(),
    readTemplate: (file) => remote.readTemplate(file),
    saveFile: () => remote.saveFile(),
    backUp: (folder) => remote.backUp(folder),
    backupFolder: () => remote.backupFolder(),
    chooseBackupFolder: (folder) => remote.chooseBackupFolder(folder),
    openFile: (file) => remote.openFile(file),
    cancelFile: () => remote.cancelFile(),
    workbooks: (notes) => remote.workbooks(notes),
    shelve: (task, notes) => remote.shelve(task, notes),
    history: (before, limit) => remote.history(before, limit),
    lookBack: (seq) => remote.lookBack(seq),
    backToToday: () => remote.backToToday(),
    firstMarked: (sheet) => remote.firstMarked(sheet),
    restore: (what) => remote.restore(what),
  };
}
