/** Entry of the data worker: wiring only. */
import { expose } from "comlink";
import type { DataWorker } from "./api.ts";
import { browserPlatform } from "./browser.ts";
import { CsvJobs } from "./csv.ts";
import { Host } from "./host.ts";

const host = new Host(browserPlatform());
const csv = new CsvJobs(host);

const worker: DataWorker = {
  start: (listener) => host.start(listener),
  waitForTurn: () => host.waitForTurn(),
  create: (source, setup) => host.create(source, setup),
  dispatch: (command) => host.dispatch(command),
  settled: () => host.settled(),
  query: (sheet, search) => host.query(sheet, search),
  rows: (sheet, start, end) => host.rows(sheet, start, end),
  facet: (sheet, field, query) => host.facet(sheet, field, query),
  totals: (sheet, fields, start, end) => host.totals(sheet, fields, start, end),
  groups: (sheet, by, measures) => host.groups(sheet, by, measures),
  tierSummary: (sheet, search) => host.tierSummary(sheet, search),
  previewCsv: (file, target, hints) => csv.previewCsv(file, target, hints),
  importCsv: () => csv.importCsv(),
  cancelCsv: () => csv.cancelCsv(),
  rejectedCsv: (language) => csv.rejectedCsv(language),
  exportCsv: (sheet, preset) => csv.exportCsv(sheet, preset),
  history: (before, limit) => host.past.history(host.ground, before, limit),
  lookBack: (seq) => host.past.lookBack(host.ground, seq),
  backToToday: async () => host.past.leave(),
  firstMarked: async (sheet) => host.past.firstMarked(sheet),
  restore: (what) => host.restore(what),
};

expose(worker);
