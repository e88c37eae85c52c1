/** Starts the data worker and gives it the face that the interface knows. */
import { proxy, wrap } from "comlink";
import type { DataWorker } from "../worker/api.ts";
import { dataWorkerScript } from "./scripts.ts";

export function connect(): DataWorker {
  const remote = wrap<DataWorker>(new Worker(dataWorkerScript(), { type: "module", name: "data" }));
  // Spelt out, because a comlink proxy answers to every name there is, `then` included.
  return {
    start: (listener, beginning) => remote.start(proxy(listener), beginning),
    follow: () => remote.follow(),
    create: (source, setup) => remote.create(source, setup),
    dispatch: (command) => remote.dispatch(command),
    query: (sheet, search) => remote.query(sheet, search),
    rows: (sheet, start, end) => remote.rows(sheet, start, end),
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
    widest: (sheet, fields) => remote.widest(sheet, fields),
    choiceCounts: (sheet, field) => remote.choiceCounts(sheet, field),
    groups: (sheet, by, measures) => remote.groups(sheet, by, measures),
    tierSummary: (sheet, search) => remote.tierSummary(sheet, search),
    previewCsv: (file, target, hints) => remote.previewCsv(file, target, hints),
    importCsv: () => remote.importCsv(),
    cancelCsv: () => remote.cancelCsv(),
    rejectedCsv: (language) => remote.rejectedCsv(language),
    importLog: () => remote.importLog(),
    previewUndoImport: (seq) => remote.previewUndoImport(seq),
    undoImport: (seq) => remote.undoImport(seq),
    exportCsv: (sheet, preset) => remote.exportCsv(sheet, preset),
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
