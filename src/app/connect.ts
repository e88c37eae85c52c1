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
    insertRows: (sheet, place, count) => remote.insertRows(sheet, place, count),
    deleteRows: (sheet, picked) => remote.deleteRows(sheet, picked),
    groups: (sheet, by, measures) => remote.groups(sheet, by, measures),
    tierSummary: (sheet, search) => remote.tierSummary(sheet, search),
    previewCsv: (file, target, hints) => remote.previewCsv(file, target, hints),
    importCsv: () => remote.importCsv(),
    cancelCsv: () => remote.cancelCsv(),
    rejectedCsv: (language) => remote.rejectedCsv(language),
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
    shelve: (task) => remote.shelve(task),
    history: (before, limit) => remote.history(before, limit),
    lookBack: (seq) => remote.lookBack(seq),
    backToToday: () => remote.backToToday(),
    firstMarked: (sheet) => remote.firstMarked(sheet),
    restore: (what) => remote.restore(what),
  };
}
