/** Entry of the data worker: wiring only. */
import { expose } from "comlink";
import { chooseFolder, chosenFolder } from "../storage/index.ts";
import type { DataWorker } from "./api.ts";
import { browserPlatform } from "./browser.ts";
import type { CellJobs } from "./cells.ts";
import { Host } from "./host.ts";
import { NewDay } from "./newDay.ts";

const platform = browserPlatform();
const host = new Host(platform);

/** A part that is fetched when it is first wanted. */
function fetched<T>(fetch: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null;
  return async () => {
    part ??= fetch();
    try {
      return await part;
    } catch (error) {
      // What could not be fetched may come at the next try.
      part = null;
      throw error;
    }
  };
}

/** What reads and writes files and the clipboard: a third of the worker, which opening does without. */
const csv = fetched(async () => new (await import("./csv.ts")).CsvJobs(host));
const exporting = fetched(async () => new (await import("./exporting.ts")).ExportJobs(host));
const cells = fetched(async () => new (await import("./cells.ts")).CellJobs(host));
const columns = fetched(async () => new (await import("./columns.ts")).ColumnJobs(host));
const finding = fetched(async () => new (await import("./finding.ts")).FindJobs(host));
const charts = fetched(async () => new (await import("./charts.ts")).ChartJobs(host));
const duplicates = fetched(async () => new (await import("./duplicates.ts")).DuplicateJobs(host));
const imports = fetched(async () => new (await import("./importLog.ts")).ImportLog(host));
const files = fetched(async () => new (await import("./files.ts")).FileJobs(host, platform.now));

/** What is asked of a workbook whose first rows are painted already waits until the others are read. */
const opened = async <T>(work: () => T | Promise<T>): Promise<T> => {
  await host.ready();
  return work();
};

const ofCells = <T>(work: (jobs: CellJobs) => Promise<T>): Promise<T> =>
  opened(async () => work(await cells()));

const newDay = new NewDay(host);
/** Milliseconds: midnight is noticed this late at most, also by a machine that slept through it. */
const MINUTE = 60_000;
/** And by a workbook that has just been opened: its first rows come first. */
const OPENED = 1000;
setInterval(() => void newDay.look(), MINUTE);

const worker: DataWorker = {
  start: async (listener, beginning) => {
    const result = await host.start(listener, beginning);
    // Who has no workbook yet most likely brings a file.
    if (result.type === "none") csv().catch(() => undefined);
    else setTimeout(() => void newDay.look(), OPENED);
    return result;
  },
  follow: () => host.follow(),
  create: (source, setup) => host.answering(() => host.create(source, setup)),
  dispatch: (command) => host.dispatch(command),
  query: (sheet, search, view) => opened(() => host.questions.query(sheet, search, view)),
  rows: (sheet, start, end) => opened(() => host.questions.rows(sheet, start, end)),
  fold: (sheet, path, folded) => opened(() => host.questions.fold(sheet, path, folded)),
  record: (sheet, row) => opened(() => host.questions.record(sheet, row)),
  findRows: (search, first, most) => opened(() => host.questions.findRows(search, first, most)),
  placeOf: (sheet, row) => opened(() => host.questions.placeOf(sheet, row)),
  facet: (sheet, field, query) => opened(() => host.questions.facet(sheet, field, query)),
  summarise: (sheet, picked) => ofCells((jobs) => jobs.summarise(sheet, picked)),
  edge: (sheet, from) => ofCells((jobs) => jobs.edge(sheet, from)),
  copyCells: (sheet, picked, cut) => ofCells((jobs) => jobs.copy(sheet, picked, cut)),
  pasteCells: (sheet, request) => host.answering(() => ofCells((jobs) => jobs.paste(sheet, request))),
  fillCells: (sheet, request) => host.answering(() => ofCells((jobs) => jobs.fill(sheet, request))),
  findCells: (sheet, question, go) => opened(async () => (await finding()).find(sheet, question, go)),
  previewReplace: (sheet, request) => opened(async () => (await finding()).preview(sheet, request)),
  replaceCells: (sheet, request) =>
    host.answering(() => opened(async () => (await finding()).replace(sheet, request))),
  clearCells: (sheet, picked) => host.answering(() => ofCells((jobs) => jobs.clear(sheet, picked))),
  insertRows: (...args) => host.answering(() => ofCells((jobs) => jobs.insertRows(...args))),
  duplicateRows: (sheet, picked) =>
    host.answering(() => ofCells((jobs) => jobs.duplicateRows(sheet, picked))),
  deleteRows: (sheet, picked) => host.answering(() => ofCells((jobs) => jobs.deleteRows(sheet, picked))),
  previewKind: (sheet, field, target) =>
    opened(async () => (await columns()).previewKind(sheet, field, target)),
  changeKind: (sheet, field, target) =>
    host.answering(() => opened(async () => (await columns()).changeKind(sheet, field, target))),
  widest: (sheet, fields) => opened(async () => (await columns()).widest(sheet, fields)),
  choiceCounts: (sheet, field) => opened(async () => (await columns()).choiceCounts(sheet, field)),
  groups: (sheet, by, measures) => opened(() => host.questions.groups(sheet, by, measures)),
  columnTotals: (sheet, asked) => opened(() => host.questions.columnTotals(sheet, asked)),
  chart: (...asked) => opened(async () => (await charts()).chart(...asked)),
  chartsAhead: () => opened(async () => (await charts()).chartsAhead()),
  compareWith: (time) => opened(async () => (await charts()).compareWith(time)),
  previewClasses: (sheet, rule) => opened(() => host.questions.previewClasses(sheet, rule)),
  previewCsv: (file, target, hints) => opened(async () => (await csv()).previewCsv(file, target, hints)),
  importCsv: (wanted) => host.answering(async () => (await csv()).importCsv(wanted)),
  cancelCsv: async () => (await csv()).cancelCsv(),
  rejectedCsv: async (language) => (await csv()).rejectedCsv(language),
  alikeInFile: async () => (await csv()).alikeInFile(),
  linesTold: async (most) => (await csv()).linesTold(most),
  diffRows: async (kind, start, end) => (await csv()).diffRows(kind, start, end),
  findDuplicates: (sheet) => opened(async () => (await duplicates()).find(sheet)),
  alike: (sheet, row, field, text) => opened(async () => (await duplicates()).alike(sheet, row, field, text)),
  importLog: () => opened(async () => (await imports()).list()),
  previewUndoImport: (seq) => opened(async () => (await imports()).preview(seq)),
  undoImport: (seq) => host.answering(() => opened(async () => (await imports()).undo(seq))),
  previewExport: (request) => opened(async () => (await exporting()).preview(request)),
  exportFile: (request, names, target) =>
    opened(async () => (await exporting()).write(request, names, target)),
  cancelExport: async () => (await exporting()).cancel(),
  readTemplate: async (file) => (await exporting()).readTemplate(file),
  saveFile: () => opened(async () => (await files()).saveFile()),
  backUp: (folder) => opened(async () => (await files()).backUp(folder)),
  // Not of the part that writes files: every opening asks for it.
  backupFolder: () => opened(chosenFolder),
  chooseBackupFolder: chooseFolder,
  openFile: (file) => opened(async () => (await files()).openFile(file)),
  cancelFile: async () => (await files()).cancelFile(),
  workbooks: (notes) => host.shelf.list(notes),
  shelve: (task, notes) => host.shelf.carryOut(task, notes),
  history: (before, limit) => opened(() => host.past.history(host.ground, before, limit)),
  rowMoves: (...asked) => opened(() => host.past.rowMoves(host.ground, ...asked)),
  lookBack: (seq) => opened(() => host.past.lookBack(host.ground, seq)),
  backToToday: () => opened(async () => host.past.leave()),
  firstMarked: (sheet) => opened(async () => host.past.firstMarked(sheet)),
  restore: (what) => host.answering(() => host.restore(what)),
};

expose(worker);
