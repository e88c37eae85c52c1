/** A database that is emptied under a live page is a loss that is told, and never silently a new, empty one. */
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

test("an edit after the database was emptied is not called saved, and begins no new store", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.saved();
  expect(await inStores(page, "list")).toContain("fmt");
  await inStores(page, "clear");
  await book.type(0, "name", "Zoë");
  await expect(book.saving).toContainText("Not saved", { timeout: 20_000 });
  expect(await inStores(page, "list")).toEqual([]);
});
