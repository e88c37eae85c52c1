/** Sheets are put in another order by hand or by keyboard; it lasts, can be undone, and every tab has it. */
import { expect, type Page, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

const tabs = (page: Page) => page.getByRole("tablist", { name: "Sheets" }).getByRole("tab");

async function threeSheets(page: Page): Promise<WorkbookPage> {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.button("Add sheet").click();
  await expect(tabs(page)).toHaveText(["Customers", "Sheet 2"]);
  await book.button("Add sheet").click();
  await expect(tabs(page)).toHaveText(["Customers", "Sheet 2", "Sheet 3"]);
  return book;
}

test("a sheet is moved by keyboard and keeps the cursor; undo takes it back, and it lasts", async ({
  page,
  context,
}) => {
  const book = await threeSheets(page);
  await tabs(page).nth(2).click();
  await page.keyboard.press("Control+Shift+PageUp");
  await expect(tabs(page)).toHaveText(["Customers", "Sheet 3", "Sheet 2"]);
  await expect(tabs(page).nth(1)).toBeFocused();
  await page.keyboard.press("Control+Shift+PageUp");
  await expect(tabs(page)).toHaveText(["Sheet 3", "Customers", "Sheet 2"]);
  // At the end of the row there is nowhere to go.
  await page.keyboard.press("Control+Shift+PageUp");
  await book.button("Undo").click();
  await expect(tabs(page)).toHaveText(["Customers", "Sheet 3", "Sheet 2"]);
  await book.saved();
  const other = await context.newPage();
  await other.goto("/");
  await expect(tabs(other)).toHaveText(["Customers", "Sheet 3", "Sheet 2"]);
  await book.button("Redo").click();
  await expect(tabs(other)).toHaveText(["Sheet 3", "Customers", "Sheet 2"]);
  await page.reload();
  await expect(tabs(page)).toHaveText(["Sheet 3", "Customers", "Sheet 2"]);
});

test("a sheet is dragged to another's place", async ({ page }) => {
  const book = await threeSheets(page);
  await tabs(page).nth(0).dragTo(tabs(page).nth(2));
  await expect(tabs(page)).toHaveText(["Sheet 2", "Sheet 3", "Customers"]);
  await book.button("History").click();
  await expect(page.getByText("moving sheet Customers", { exact: false }).first()).toBeVisible();
});
