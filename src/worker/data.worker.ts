/** Entry of the data worker: wiring only. */
import { expose } from "comlink";
import type { DataWorker } from "./api.ts";
import { browserPlatform } from "./browser.ts";
import type { CsvJobs } from "./csv.ts";
import { Host } from "./host.ts";

const host = new Host(browserPlatform());

let jobs: Promise<CsvJobs> | null = null;

/** What reads and writes files: a third of the worker, which opening does without. */
async function csv(): Promise<CsvJobs> {
  jobs ??= import("./csv.ts").then((module) => new module.CsvJobs(host));
  try {
    return await jobs;
  } catch (error) {
    // A file that could not be fetched may come at the next try.
    jobs = null;
    throw error;
  }
}

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
  totals: (sheet, fields, start, end) => host.totals(sheet, fields, start, end),
  groups: (sheet, by, measures) => host.groups(sheet, by, measures),
  tierSummary: (sheet, search) => host.tierSummary(sheet, search),
  previewCsv: async (file, target, hints) => (await csv()).previewCsv(file, target, hints),
  importCsv: () => host.answering(async () => (await csv()).importCsv()),
  cancelCsv: async () => (await csv()).cancelCsv(),
  rejectedCsv: async (language) => (await csv()).rejectedCsv(language),
  exportCsv: async (sheet, preset) => (await csv()).exportCsv(sheet, preset),
  history: (before, limit) => host.past.history(host.ground, before, limit),
  lookBack: (seq) => host.past.lookBack(host.ground, seq),
  backToToday: async () => host.past.leave(),
  firstMarked: async (sheet) => host.past.firstMarked(sheet),
  restore: (what) => host.answering(() => host.restore(what)),
};

expose(worker);
