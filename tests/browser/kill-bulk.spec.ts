/**
 * S1 and S4 in the real browser: after `kill -9` of every process at a random moment of an import, of a snapshot, or of an
 * upgrade, reopening shows the file's rows all or not at all, as they were in the file, and what was reported Saved.
 */
import { cp, rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import { type Sheet, workbookId } from "../../src/core/model/index.ts";
import { SCHEMA_VERSION } from "../../src/core/schema/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { CHUNKS, JOURNAL, lastNumber, PARTS, partKey, ROOTS } from "../../src/storage/keys.ts";
import { openStore } from "../../src/storage/store.ts";
import { openSession } from "../../src/worker/opening.ts";
import { freshProfile } from "../support/browser.ts";
import { FACTOR, LONG, SEED } from "../support/campaign.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { kill, killAll, open } from "../support/killable.ts";
import { inStores, readRecords, writeRecords } from "../support/places.ts";
import { keysOf, payloadOf } from "../support/storage/damage.ts";
import { asBefore } from "../support/storage/earlier.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

// What proves that nothing is lost is never tried a second time.
test.describe.configure({ retries: 0 });

/** Of each kind: 2 in CI, up to 200 in the long campaign. */
const RUNS = LONG ? Math.min(200, Math.ceil(4 * FACTOR)) : 2;
/** What is there before, and what the import adds: enough for a change in several parts, and chunks in several writes. */
const FIRST = 12;
const ADDED = 24_000;

const ROWS = customerRows(FIRST + ADDED, 1);
const SMALL = csvFile("first.csv", toCsv(HEADER, ROWS.slice(0, FIRST)));
const LARGE = csvFile("more.csv", toCsv(HEADER, ROWS.slice(FIRST)));
/** Kept as the text of the file. */
const TEXTS = ["Code", "Name", "Company", "Title", "City"] as const;

test.afterAll(killAll);

/** Rows of what the disk holds, read as an opening reads it. */
async function rowsOn(id: string, disk: Disk): Promise<readonly (readonly unknown[])[]> {
  const workbook = workbookId(id);
  const opened = await openStore(new MemoryKeyValue(disk), workbook, (work) => work());
  if (opened.type !== "open") throw new Error(opened.type);
  expect(opened.damage).toEqual([]);
  const session = await openSession(workbook, opened, {
    newType: () => ({ storage: "text" }),
    today: () => 0,
  });
  const [sheet] = session?.workbook.sheets ?? [];
  const table = sheet === undefined ? undefined : session?.table(sheet.id);
  if (sheet === undefined || table === undefined) throw new Error("no sheet");
  const fields = TEXTS.map((name) => fieldNamed(sheet, name));
  return Array.from(table.order, (slot) => fields.map((field) => table.atom(field, slot)));
}

function fieldNamed(sheet: Sheet, name: string) {
  const field = sheet.fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field.id;
}

const inFile = ROWS.map((row) => TEXTS.map((name) => row[HEADER.indexOf(name)]));

/** What the kill cut off, from what it left behind. */
async function leftBehind(disk: Disk): Promise<readonly string[]> {
  const committed = keysOf(disk, JOURNAL).length;
  const parts = keysOf(disk, PARTS).some((key) => Number(/^p\/(\d+)-/.exec(key)?.[1]) > committed);
  const [newest = ""] = keysOf(disk, ROOTS).slice(-1);
  const chunks = keysOf(disk, CHUNKS).some((key) => (lastNumber(key) ?? 0) > (lastNumber(newest) ?? 0));
  const versions = await Promise.all(
    keysOf(disk, ROOTS).map(async (key) => (await payloadOf(disk, key))[0] ?? 0),
  );
  const first = versions[0] === 1 && versions.at(-1) === SCHEMA_VERSION ? ["upgraded"] : [];
  return [...(parts ? ["in the import"] : []), ...(chunks ? ["in the snapshot"] : []), ...first];
}

interface Campaign {
  readonly title: string;
  /** The kill comes up to so many milliseconds after the first new key that begins like this. */
  readonly sign: string;
  readonly within: number;
  /** What the profile holds before; made once. */
  readonly prepare: (page: Page, base: string) => Promise<void>;
}

/** Resolves once there is a key with the prefix that was not there when it was asked. */
async function newKey(page: Page, prefix: string): Promise<void> {
  await page.evaluate(async (begin) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = (await indexedDB.databases()).map(({ name = "" }) => name);
    const database = await settled(
      indexedDB.open(names.find((name) => /^tierbook-[0-9a-f-]{36}$/.test(name)) ?? ""),
    );
    const range = IDBKeyRange.bound(begin, `${begin}\uffff`);
    const keys = () => settled(database.transaction("records").objectStore("records").getAllKeys(range));
    const before = new Set(await keys());
    while ((await keys()).every((key) => before.has(key))) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }, prefix);
}

async function firstRows(page: Page, base: string): Promise<void> {
  await page.goto(base);
  const book = new WorkbookPage(page);
  await book.importFile(SMALL);
  await book.saved();
}

/** As the last build of version 1 would have left it, with a snapshot. */
async function asEarlierBuild(page: Page, base: string): Promise<void> {
  await firstRows(page, base);
  await expect
    .poll(async () => keysOf((await readRecords(page)).disk, ROOTS).length, { timeout: 30_000 })
    .toBeGreaterThan(0);
  // Of the same origin, and without the app, which would go on.
  await page.goto(`${base}icon.svg`);
  const { id, disk } = await readRecords(page);
  await asBefore(disk, workbookId(id));
  await writeRecords(page, id, disk, true);
}

const CAMPAIGNS: readonly Campaign[] = [
  { title: "S1 an import", sign: PARTS, within: 40, prepare: firstRows },
  { title: "S1 a snapshot", sign: CHUNKS, within: 15, prepare: firstRows },
  { title: "S4 an upgrade", sign: CHUNKS, within: 15, prepare: asEarlierBuild },
];

for (const { title, sign, within, prepare } of CAMPAIGNS) {
  test(`${title} that is killed loses nothing, ${RUNS} times`, async ({ baseURL: served }) => {
    const baseURL = served ?? "";
    test.setTimeout(60_000 + RUNS * 45_000);
    const random = makeRandom(SEED);
    const tally = new Map<string, number>();
    const template = await freshProfile();
    const making = await open(template);
    await prepare(making.page, baseURL);
    await making.browser.close();
    await kill(making, template);
    for (let run = 0; run < RUNS; run++) {
      const profile = await freshProfile();
      await cp(template, profile, { recursive: true });
      const running = await open(profile);
      const book = new WorkbookPage(running.page);
      await running.page.goto(baseURL);
      await expect(book.rowsStatus).toHaveText(`${FIRST} rows`);
      await book.button("Import").click();
      const dialog = running.page.getByRole("dialog", { name: "Import CSV" });
      await dialog.getByLabel("File").setInputFiles(LARGE);
      await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeEnabled({
        timeout: 60_000,
      });
      let saved = false;
      let dead = false;
      const signed = newKey(running.page, sign);
      const importing = (async () => {
        await dialog.getByRole("button", { name: "Import", exact: true }).click();
        await expect(dialog).toBeHidden({ timeout: 30_000 });
        await book.saved();
        saved = !dead;
      })().catch((error: unknown) => {
        if (!dead) throw error;
      });
      await signed;
      await wait(random.below(within));
      const promised = saved;
      dead = true;
      await kill(running, profile);
      await importing;

      const again = await open(profile);
      // Before the app goes on.
      await again.page.goto(`${baseURL}icon.svg`);
      const { id, disk } = await readRecords(again.page);
      for (const what of await leftBehind(disk)) tally.set(what, (tally.get(what) ?? 0) + 1);
      const rows = await rowsOn(id, disk);
      if (promised || rows.length !== FIRST) expect(rows.length, `run ${run}`).toBe(FIRST + ADDED);
      else tally.set("not imported", (tally.get("not imported") ?? 0) + 1);
      expect(rows).toEqual(inFile.slice(0, rows.length));
      const reopened = new WorkbookPage(again.page);
      await again.page.goto(baseURL);
      await expect(reopened.rowsStatus).toHaveText(`${rows.length.toLocaleString("en")} rows`);
      await expect(again.page.getByText("could not be read")).toHaveCount(0);
      // And it goes on.
      await reopened.type(0, "name", `after ${run}`);
      await reopened.saved();
      await kill(again, profile);
      await rm(profile, { recursive: true, force: true });
    }
    const caught = Array.from(tally, ([what, times]) => `${times} ${what}`).join(", ");
    console.log(`${title}: of ${RUNS} kills, ${caught || "none in the middle"}`);
  });
}

/** Put before the worker's own code: the journal's record is acknowledged at once, and written a minute later. */
const TOLD_TOO_EARLY = `
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (value, key) {
    if (!String(key).startsWith("j/")) return add.call(this, value, key);
    const { name, transaction } = this;
    setTimeout(() => transaction.db.transaction(name, "readwrite").objectStore(name).put(value, key), 60_000);
    return this.count();
  };
`;

test("S5 what a death left of an import goes with the next snapshot, but not beside another tab", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  await book.saved();
  const { id, disk } = await readRecords(page);
  const left = partKey(`${keysOf(disk, JOURNAL).length + 1}-ab`, 0);
  await writeRecords(page, id, new Map([[left, new Uint8Array(9)]]));
  const snapshot = async (): Promise<void> => {
    const before = keysOf((await readRecords(page)).disk, ROOTS).at(-1);
    await book.button("Add sheet").click();
    await book.page.keyboard.press("Escape");
    const newest = async () => keysOf((await readRecords(page)).disk, ROOTS).at(-1);
    await expect.poll(newest, { timeout: 30_000 }).not.toBe(before);
  };
  const other = await page.context().newPage();
  await other.goto("/");
  await expect(new WorkbookPage(other).rowsStatus).toHaveText("500 rows");
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await snapshot();
  await page.waitForTimeout(1000);
  expect(await inStores(page, "list")).toContain(left);
  await other.close();
  await snapshot();
  await expect.poll(() => inStores(page, "list")).not.toContain(left);
});

test("S1 twin: were Saved told before the record is on disk, an import that is killed then would be missing", async ({
  baseURL: served,
}) => {
  test.slow();
  const base = served ?? "";
  // A new one: no service worker has the app's files yet.
  const profile = await freshProfile();
  const lying = await open(profile);
  await lying.page.route("**/assets/data.worker-*.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: TOLD_TOO_EARLY + (await answer.text()) });
  });
  await lying.page.goto(base);
  const book = new WorkbookPage(lying.page);
  await book.importFile(SMALL);
  await expect(book.rowsStatus).toHaveText(`${FIRST} rows`);
  await book.saved();
  await kill(lying, profile);
  const again = await open(profile);
  await again.page.goto(`${base}icon.svg`);
  expect(keysOf((await readRecords(again.page)).disk, JOURNAL)).toEqual([]);
  await kill(again, profile);
  await rm(profile, { recursive: true, force: true });
});
