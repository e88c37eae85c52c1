/** Entry of the data worker: wiring only. */
import { expose } from "comlink";
import type { DataWorker } from "./api.ts";
import { browserPlatform } from "./browser.ts";
import { Host } from "./host.ts";

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
const cells = fetched(async () => new (await import("./cells.ts")).CellJobs(host));
const files = fetched(async () => new (await import("./files.ts")).FileJobs(host, platform.now));

const worker: DataWorker = {
  start: async (listener, beginning) => {
    const result = await host.start(listener, beginning);
    // Who has no workbook yet most likely brings a file.
    if (result.type === "none") csv().catch(() => undefined);
    return result;
  },
  follow: () => host.follow(),
  create: (source, setup) => host.answering(() => host.create(source, setup)),
  dispatch: (command) => host.dispatch(command),
  query: (sheet, search) => host.query(sheet, search),
  rows: (sheet, start, end) => host.rows(sheet, start, end),
  facet: (sheet, field, query) => host.facet(sheet, field, query),
  summarise: async (sheet, picked) => (await cells()).summarise(sheet, picked),
  edge: async (sheet, from) => (await cells()).edge(sheet, from),
  copyCells: async (sheet, picked, cut) => (await cells()).copy(sheet, picked, cut),
  pasteCells: (sheet, request) => host.answering(async () => (await cells()).paste(sheet, request)),
  fillCells: (sheet, request) => host.answering(async () => (await cells()).fill(sheet, request)),
  clearCells: (sheet, picked) => host.answering(async () => (await cells()).clear(sheet, picked)),
  insertRows: (sheet, place, count) =>
    host.answering(async () => (await cells()).insertRows(sheet, place, count)),
  deleteRows: (sheet, picked) => host.answering(async () => (await cells()).deleteRows(sheet, picked)),
  groups: (sheet, by, measures) => host.groups(sheet, by, measures),
  tierSummary: (sheet, search) => host.tierSummary(sheet, search),
  previewCsv: async (file, target, hints) => (await csv()).previewCsv(file, target, hints),
  importCsv: () => host.answering(async () => (await csv()).importCsv()),
  cancelCsv: async () => (await csv()).cancelCsv(),
  rejectedCsv: async (language) => (await csv()).rejectedCsv(language),
  exportCsv: async (sheet, preset) => (await csv()).exportCsv(sheet, preset),
  saveFile: async () => (await files()).saveFile(),
  openFile: (file) => host.answering(async () => (await files()).openFile(file)),
  cancelFile: async () => (await files()).cancelFile(),
  history: (before, limit) => host.past.history(host.ground, before, limit),
  lookBack: (seq) => host.past.lookBack(host.ground, seq),
  backToToday: async () => host.past.leave(),
  firstMarked: async (sheet) => host.past.firstMarked(sheet),
  restore: (what) => host.answering(() => host.restore(what)),
};

expose(worker);
