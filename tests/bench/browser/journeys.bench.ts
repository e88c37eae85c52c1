/**
 * One run at one size: the app from import to reopening, then its peers on the same rows. Fails where a result is
 * wrong or a task holds up the interface thread for more than 50 ms; how long things take is only written down.
 */
import { expect, test } from "@playwright/test";
import { preview } from "vite";
import { readExpected } from "../expected.ts";
import { FOLDER, writeRun } from "../samples.ts";
import { LARGE } from "../works.ts";
import { charts, dragLimit, edit } from "./edits.ts";
import { exportFile, importFile, undoImport } from "./files.ts";
import { reopen, weigh } from "./opening.ts";
import { measurePeers } from "./peers.ts";
import { openStage, Record, type Stage } from "./stage.ts";
import { scroll, search, sort } from "./views.ts";

const SIZES = (process.env["TIERBOOK_BENCH_SIZES"] ?? "10000").split(",").map(Number);
const ONLY = process.env["TIERBOOK_BENCH_ONLY"];
const RUNS = 3;

/** Resolves to what reading the stored bytes took, in milliseconds; null where that was not asked for. */
async function measureApp(stage: Stage): Promise<number | null> {
  const { page, record } = stage;
  await page.goto("/");
  const importTime = await importFile(stage);
  if (record.wants("undo")) await undoImport(stage, importTime);
  if (record.wants("scroll")) await scroll(stage);
  if (record.wants("sort")) await sort(stage);
  if (record.wants("search")) await search(stage);
  if (record.wants("edit")) await edit(stage);
  if (record.wants("charts")) {
    await charts(stage);
    await dragLimit(stage);
  }
  if (record.wants("export")) await exportFile(stage);
  const read = record.wants("reopen") ? await reopen(stage) : null;
  if (record.wants("heap")) await weigh(stage);
  return read;
}

/** Serves the peers' page on a port of its own: another origin, another storage. */
async function servePeers(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await preview({
    root: FOLDER,
    configFile: false,
    build: { outDir: "peers" },
    preview: { host: "127.0.0.1", port: 0, open: false },
  });
  return { url: server.resolvedUrls?.local[0] ?? "", close: () => server.close() };
}

for (const size of SIZES) {
  const runs = size === LARGE ? 1 : RUNS;
  for (let run = 1; run <= runs; run++) {
    test(`${size.toLocaleString("en")} rows, run ${run} of ${runs}`, async ({ baseURL }) => {
      test.setTimeout(900_000);
      const record = new Record(readExpected(size), ONLY);
      try {
        const app = await openStage(record, baseURL ?? "");
        const read = await measureApp(app);
        await app.context.close();
        const peers = await servePeers();
        const stage = await openStage(record, peers.url);
        await measurePeers(stage, read);
        await stage.context.close();
        await peers.close();
      } finally {
        writeRun(`browser-${size}-${run}`, record.run());
      }
      expect(record.longTasks, "tasks over 50 ms on the interface thread").toEqual([]);
    });
  }
}
