/** The owner on the road: a phone's screen, and fingers only. */
import { expect, type Locator, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

/** A finger needs 44 px, and nothing may lie outside the screen. */
async function tap(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not to be seen`);
  expect.soft(Math.round(box.height), `height of ${String(target)}`).toBeGreaterThanOrEqual(44);
  await target.tap();
}

test("start, look up, edit, add, import and chart with a thumb at 390 px", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await tap(book.button("Sample workbook"));
  await expect(book.rowsStatus).toHaveText("500 rows");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide, "nothing stands out at the side").toBe(false);

  // Looked up.
  await tap(book.search);
  await page.keyboard.insertText("Inês");
  await expect(book.rowsStatus).toHaveText(/^\d+ of 500 rows$/);

  // One tap chooses a cell, two edit it.
  const name = book.cell(0, "name");
  await name.tap();
  await name.dblclick();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("Inês by touch");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("gridcell", { name: "Inês by touch" })).toBeVisible();
  await book.saved();
  await tap(book.button("Undo"));
  await expect(page.getByRole("gridcell", { name: "Inês by touch" })).toHaveCount(0);
  await book.search.fill("");

  await tap(book.button("Import"));
  const importing = page.getByRole("dialog", { name: "Import CSV" });
  await importing.getByLabel("File").setInputFiles(csvFile("one.csv", "Code,Name\r\nT-1,Thumb\r\n"));
  await tap(importing.getByRole("button", { name: "Import", exact: true }));
  await expect(importing).toBeHidden();
  await expect(book.rowsStatus).toHaveText("501 rows");

  await tap(book.button("Charts"));
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts.getByRole("img").first()).toBeVisible();
  await tap(charts.getByRole("button", { name: "Show as table" }).first());
  await expect(charts.getByRole("table").first()).toBeVisible();
  await tap(book.button("Charts"));
  await expect(charts).toHaveCount(0);

  await tap(book.button("More for this sheet"));
  await tap(page.getByRole("menuitem", { name: "Duplicate" }));
  await expect(page.getByRole("tab", { name: "Customers copy" })).toHaveAttribute("aria-selected", "true");
  await tap(page.getByRole("tab", { name: "Customers", exact: true }));
  await expect(book.rowsStatus).toHaveText("501 rows");
});
