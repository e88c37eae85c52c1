/** Sheets are put in another order by hand or by keyboard; it lasts, can be undone, and every tab has it. */
import { expect, type Page, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

const tabs = (page: Page) => page.getByRole("tablist", { name: "Sheets" }).getByRole("tab");

async function threeSheets(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
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

test("a sheet is duplicated with its rows and deleted, from the menu of its tab; undo brings all of it back", async ({
  page,
  context,
}) => {
  const book = new WorkbookPage(page);
  const menu = page.getByRole("menu");
  const choose = (name: string) => menu.getByRole("menuitem", { name }).click();
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await tabs(page).first().click({ button: "right" });
  // Of a single sheet there is nothing to be deleted or moved.
  for (const name of ["Delete", "Move left", "Move right"]) {
    await expect(menu.getByRole("menuitem", { name })).toBeDisabled();
  }
  await choose("Duplicate");
  await expect(tabs(page)).toHaveText(["Customers", "Customers copy"]);
  await expect(tabs(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(book.rowsStatus).toHaveText("500 rows");
  const before = await book.textOf(0, "name");
  await book.type(0, "name", "Only in the copy");
  await tabs(page).first().click();
  await expect(book.cell(0, "name")).toHaveText(before ?? "");
  // What was marked on the other sheet is not marked here: the cursor is at the beginning.
  await expect(page.locator("#active-cell")).toHaveCount(0);

  // By keyboard, from the other end.
  await tabs(page).first().focus();
  await page.keyboard.press("Shift+F10");
  await expect(menu).toBeVisible();
  await choose("Delete");
  await expect(tabs(page)).toHaveText(["Customers copy"]);
  await expect(
    page.getByText("Sheet Customers with 500 rows was deleted. Undo brings it back."),
  ).toBeVisible();
  await expect(book.cell(0, "name")).toHaveText("Only in the copy");
  await book.saved();
  const other = await context.newPage();
  await other.goto("/");
  await expect(tabs(other)).toHaveText(["Customers copy"]);

  await book.button("Undo").click();
  await expect(tabs(page)).toHaveText(["Customers", "Customers copy"]);
  await expect(tabs(other)).toHaveText(["Customers", "Customers copy"]);
  await tabs(other).first().click();
  await expect(new WorkbookPage(other).rowsStatus).toHaveText("500 rows");
  await page.reload();
  await expect(tabs(page)).toHaveText(["Customers", "Customers copy"]);
  await tabs(page).first().click();
  await expect(book.cell(0, "name")).toHaveText(before ?? "");
  await expect(book.rowsStatus).toHaveText("500 rows");
});

test("while the past is looked at, no tab takes a new name", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, "Name\r\nAnn\r\n");
  await book.type(0, "name", "Bo");
  await book.saved();
  await book.button("History").click();
  await page
    .getByRole("button", { name: /Import first/ })
    .first()
    .click();
  await expect(book.cell(0, "name")).toHaveText("Ann");
  const tab = tabs(page).first();
  await tab.dblclick();
  await expect(tab).toBeFocused();
  await page.keyboard.press("F2");
  await expect(tab).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Sheet name" })).toHaveCount(0);
});

test("after a sheet was deleted by keyboard, the keyboard is on the tab of its neighbour", async ({
  page,
}) => {
  const book = await threeSheets(page);
  const deleteIt = async (): Promise<void> => {
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  };
  await tabs(page).nth(1).click();
  await expect(tabs(page).nth(1)).toBeFocused();
  await deleteIt();
  await expect(tabs(page)).toHaveText(["Customers", "Sheet 3"]);
  await expect(tabs(page).nth(1)).toBeFocused();
  await deleteIt();
  await expect(tabs(page)).toHaveText(["Customers"]);
  await expect(tabs(page)).toBeFocused();
  await expect(book.rowsStatus).toHaveText("500 rows");
});
