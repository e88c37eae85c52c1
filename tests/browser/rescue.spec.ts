/** The copy in the browser's file system: damage is healed from it, and what was emptied is restored from it, by Rescue. */
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { inStores, mirrorFiles } from "../support/places.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

/** The sample with one cell changed, copied: that comes when nothing has been done for a while. */
async function mirrored(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
  await book.type(0, "name", "Zoë");
  await book.saved();
  // Its second part is the journal's position; on a slow machine the sample may have been copied before the cell was changed.
  const copied = expect.stringMatching(/^\d+-0*2-/);
  await expect.poll(() => mirrorFiles(page), { timeout: 45_000 }).toContainEqual(copied);
  // Read back by now, and whatever came before it let go.
  await page.waitForTimeout(500);
  return book;
}

test("S3 rows that are damaged in the database come back from the copy", async ({ page }) => {
  test.slow();
  const book = await mirrored(page);
  expect((await inStores(page, "spoil")).filter((key) => key.startsWith("c/"))).not.toHaveLength(0);
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(book.cell(0, "name")).toHaveText("Zoë");
  await expect(page.getByText("could not be read")).toHaveCount(0);
  await book.type(1, "name", "Åke");
  await book.saved();
  await page.reload();
  await expect(book.cell(1, "name")).toHaveText("Åke");
  await expect(page.getByText("could not be read")).toHaveCount(0);
});

test("S1 Rescue restores an emptied workbook from the copy, without a file of the app", async ({ page }) => {
  test.slow();
  const book = await mirrored(page);
  await inStores(page, "clear");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Less is stored here than was saved" })).toBeVisible();
  await page.route("**/assets/**", (route) => route.abort());
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ quota: 10_000, usage: 9000 });
  });
  await page.getByRole("link", { name: "Look for copies" }).click();
  await expect(page.getByRole("heading", { name: "Rescue" })).toBeVisible();
  const copy = page.getByRole("article", { name: /^Copy of / }).first();
  await expect(copy).toContainText("500 rows");
  await expect(copy).toContainText("This is all that was saved.");
  // Said before, and no reason to refuse.
  await expect(copy).toContainText("by the browser’s estimate 0 MB are left");

  const downloaded = page.waitForEvent("download");
  await copy.getByRole("button", { name: "Export everything readable as CSV" }).click();
  const text = await readFile(await (await downloaded).path(), "utf8");
  expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(501);
  expect(text).toContain("Zoë");

  await page.unroute("**/assets/**");
  await copy.getByRole("button", { name: "Restore from this copy" }).click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(book.cell(0, "name")).toHaveText("Zoë");
  await book.type(1, "name", "Åke");
  await book.saved();
  await page.reload();
  await expect(book.cell(1, "name")).toHaveText("Åke");
});

test("Start over names what would be given up, and gives it up only when told to", async ({ page }) => {
  const book = await WorkbookPage.ofSample(page);
  await book.saved();
  await inStores(page, "clear");
  await page.goto("/rescue.html");
  // What the browser does not hold may be the best there is.
  await expect(page.getByText("from your backup folder")).toBeVisible();
  await page.getByRole("button", { name: "Start over" }).click();
  const dialog = page.getByRole("dialog", { name: "Go on without these workbooks?" });
  await expect(dialog).toContainText("500 rows");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Start over" }).click();
  await dialog.getByRole("button", { name: "Start over" }).click();
  await expect(page.getByRole("button", { name: "Blank workbook" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Open workbook file" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Less is stored here than was saved" })).toBeVisible();
});

test("a sheet that Rescue cannot hand over is told, and keeps no other back", async ({ page }) => {
  const book = await WorkbookPage.ofSample(page);
  await book.button("Add sheet").click();
  await expect(book.rowsStatus).toHaveText("0 rows");
  await book.saved();
  await page.goto("/rescue.html");
  const all = page.getByRole("button", { name: "Export everything readable as CSV" }).first();
  await expect(all).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(Blob.prototype, "size", { get: () => 2 ** 25 });
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = () => {
      Blob.prototype.arrayBuffer = read;
      return Promise.reject(new DOMException("The disk is full.", "NotReadableError"));
    };
  });
  const downloaded = page.waitForEvent("download");
  await all.click();
  await expect(page.getByRole("status")).toContainText("That did not work");
  const text = await readFile(await (await downloaded).path(), "utf8");
  expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(1);
});
