/**
 * The contract of KeyValue on a real IndexedDB. All laws of storage are tested on a store in memory that keeps the same contract
 * (tests/contract/keyvalue.test.ts), so that they hold where this one is kept too.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { build } from "vite";
import { StaticHost } from "../support/staticHost.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}/.cache/storage-page`;
let host: StaticHost;

test.beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      outDir: folder,
      lib: {
        entry: `${root}/tests/support/storage/indexeddb.page.ts`,
        formats: ["es"],
        fileName: () => "page.js",
      },
    },
  });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/index.html`, '<!doctype html><script type="module" src="page.js"></script>');
  host = await StaticHost.start(folder);
});

test.afterAll(() => host.stop());

async function openPage(page: Page): Promise<void> {
  await page.goto(`${host.url}index.html`);
  await page.waitForFunction(() => "storagePage" in window);
}

test("every case of the contract is kept, and every write is strict", async ({ page }) => {
  await openPage(page);
  const cases = await page.evaluate(() => window.storagePage.cases);
  expect(cases.length).toBeGreaterThan(5);
  for (const name of cases) {
    const kept = await page
      .evaluate((each) => window.storagePage.run(each), name)
      .then(
        () => "kept",
        (error: unknown) => String(error),
      );
    expect(kept, name).toBe("kept");
  }
  const durabilities = await page.evaluate(() => window.storagePage.durabilities());
  expect(durabilities.length).toBeGreaterThan(cases.length);
  expect(new Set(durabilities)).toEqual(new Set(["strict"]));
});

test("a write that is refused in the middle leaves nothing", async ({ page }) => {
  await openPage(page);
  expect(await page.evaluate(() => window.storagePage.spoiledWrite())).toEqual({ refused: true, keys: [] });
});

test("a connection that is lost is had again, and a database that is deleted is neither held nor made anew", async ({
  page,
}) => {
  await openPage(page);
  expect(await page.evaluate(() => window.storagePage.closed())).toEqual({
    added: "added",
    keys: ["a", "b"],
    anew: true,
  });
  expect(await page.evaluate(() => window.storagePage.deleted())).toEqual({
    deletion: null,
    write: { type: "vanished" },
    made: false,
  });
});
