/** A database that is emptied is a loss that is told, under a live page and at the next start, and never a new, empty one. */
import { expect, type Page, test } from "@playwright/test";
import { inStores } from "../support/places.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

// What proves that nothing is lost is never tried a second time.
test.describe.configure({ retries: 0 });

async function sampled(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
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
