/** A database that is emptied is a loss that is told, under a live page and at the next start, and never a new, empty one. */
import { expect, type Page, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

/** Of every workbook's database: empties it, or lists the keys that are there. */
async function inStores(page: Page, what: "clear" | "list"): Promise<readonly string[]> {
  return page.evaluate(async (task) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const keys: string[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      if (!/^tierbook-[0-9a-f-]{36}$/.test(name)) continue;
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store, "readwrite").objectStore(store);
        if (task === "clear") await settled(objects.clear());
        keys.push(...(await settled(objects.getAllKeys())).map(String));
      }
      database.close();
    }
    return keys;
  }, what);
}

async function sampled(page: Page): Promise<WorkbookPage> {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.saved();
  return book;
}

test("an edit after the database was emptied is not called saved, and begins no new store", async ({
  page,
}) => {
  const book = await sampled(page);
  expect(await inStores(page, "list")).toContain("fmt");
  await inStores(page, "clear");
  await book.type(0, "name", "Zoë");
  await expect(book.saving).toContainText("Not saved", { timeout: 20_000 });
  expect(await inStores(page, "list")).toEqual([]);
});

test("after a reload an emptied database is told as a loss, with what there was", async ({ page }) => {
  await sampled(page);
  await inStores(page, "clear");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Less is stored here than was saved" })).toBeVisible();
  await expect(page.getByText("500 rows")).toBeVisible();
  await expect(page.getByRole("link", { name: "Look for copies" })).toBeVisible();
  expect(await inStores(page, "list")).toEqual([]);
});

test("so it is where every database of the site has gone, the catalogue too", async ({ page }) => {
  await sampled(page);
  // From another page of the site: the app would hold its databases open.
  await page.goto("/icon.svg");
  await page.evaluate(async () => {
    for (const { name = "" } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    }
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Less is stored here than was saved" })).toBeVisible();
});
