/** A stored workbook opened again: how long, by how many scripts, and what it keeps in memory. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page, Request } from "@playwright/test";
import { FOLDER } from "../samples.ts";
import { workerHeap } from "./heap.ts";
import { counts, SAVED, top, UNSORTED } from "./sights.ts";
import { longestTask, quiet, type Record, type Stage } from "./stage.ts";

const KILOBYTE = 1000;
const MEGABYTE = 1e6;
/** Of the app's origin, without the app: what is read there is read with nothing else going on. */
const BARE_PAGE = "/icon.svg";

/**
 * Reads what opening reads: of each chunk the newest version, the newest root and the journal; not the parts of
 * large changes, which only undo asks for. Milliseconds.
 */
function readStored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
    const name = names.find((each) => each.startsWith("tierbook-") && each !== "tierbook-catalogue");
    if (name === undefined) throw new Error("there is no workbook");
    const start = performance.now();
    const database = await asked(indexedDB.open(name));
    const [from = ""] = database.objectStoreNames;
    const store = database.transaction(from, "readonly").objectStore(from);
    const newest = new Map<string, string>();
    for (const key of (await asked(store.getAllKeys())).map(String)) {
      if (key.startsWith("p/")) continue;
      newest.set(key.startsWith("j/") ? key : key.slice(0, key.lastIndexOf("/")), key);
    }
    await Promise.all([...newest.values()].map((key) => asked(store.get(key))));
    const milliseconds = performance.now() - start;
    database.close();
    return milliseconds;
  });
}

const packed = (path: string): number => gzipSync(readFileSync(path)).length / KILOBYTE;

/** Paths of the scripts asked for until the listening is stopped, the worker's included. */
function listenForScripts(page: Page): () => readonly string[] {
  const scripts = new Set<string>();
  const listen = (request: Request): void => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js")) scripts.add(pathname);
  };
  page.context().on("request", listen);
  return () => {
    page.context().off("request", listen);
    return [...scripts];
  };
}

/** Paths of what the page itself names: its script and all that this one cannot begin without. */
function namedByPage(): readonly string[] {
  const page = readFileSync(join("dist", "index.html"), "utf8");
  return [...page.matchAll(/(?:src|href)="\.(\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
}

function weighScripts(record: Record, all: readonly string[]): void {
  const weight = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + packed(join("dist", path)), 0);
  const alone = packed(join(FOLDER, "alone", "alone.js"));
  record.ours("scripts", weight(all));
  record.reference("scripts", alone);
  record.ours("scripts-first", weight(namedByPage()));
  record.reference("scripts-first", alone);
}

/** Resolves to how long reading the stored bytes takes, in milliseconds. */
export async function reopen(stage: Stage): Promise<number> {
  const { page, record } = stage;
  const { rows } = record.expected;
  await quiet(stage);
  await page.goto(BARE_PAGE);
  const read = await readStored(page);
  record.reference("reopen", read);
  const until = [counts(rows), ...top(UNSORTED), SAVED];
  await page.evaluate((sights) => window.tierbookProbe.arm({ begin: "load", until: sights }), until);
  const stopListening = listenForScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  const { painted } = await page.evaluate(() => window.tierbookProbe.timing());
  const scripts = stopListening();
  record.ours("reopen", painted);
  record.ours("reopen-bare", painted);
  const task = await longestTask(page);
  record.journey({ step: "open a stored workbook", milliseconds: Math.round(painted), longestTask: task });
  weighScripts(record, scripts);
  return read;
}

/** After all the other steps, with the workbook open. */
export async function weigh(stage: Stage): Promise<void> {
  const { page, record } = stage;
  await quiet(stage);
  const bytes = await workerHeap(page);
  if (bytes === null) {
    record.note("the browser does not tell the worker’s heap");
    return;
  }
  record.ours("heap-worker", bytes / MEGABYTE);
  record.reference("heap-worker", record.expected.columnBytes.browser / MEGABYTE);
}
