/** One customer as a form beside the grid, by keyboard, mouse and finger. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

async function sample(page: Page): Promise<WorkbookPage> {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  // From here on the keys are the cells'.
  await expect(page.locator(".cell-catcher")).toBeAttached();
  return book;
}

const card = (page: Page): Locator => page.getByRole("region", { name: "Record", exact: true });
const field = (page: Page, name: string): Locator => card(page).getByLabel(name, { exact: true });
const place = (page: Page): Locator => card(page).getByRole("status", { name: "Place" });

test("Space opens the row's card at the cursor's field; the page keys go on, the cursor with them; Escape goes back to the cell", async ({
  page,
}) => {
  const book = await sample(page);
  await book.cell(3, "company").click();
  await page.keyboard.press("Space");
  await expect(field(page, "Company")).toBeFocused();
  await expect(place(page)).toHaveText("4 of 500");
  await page.keyboard.press("PageDown");
  await expect(place(page)).toHaveText("5 of 500");
  await expect(field(page, "Company")).toBeFocused();

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("By the card");
  await page.keyboard.press("Enter");
  await expect(field(page, "Category")).toBeFocused();
  await expect(book.cell(4, "company")).toHaveText("By the card");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(4, "company")).not.toHaveText("By the card");
  await page.keyboard.press("PageUp");
  await expect(place(page)).toHaveText("4 of 500");
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(book.cell(3, "category")).toHaveClass(/ag-cell-focus/);
  await page.keyboard.press("ArrowDown");
  await expect(book.cell(4, "category")).toHaveClass(/ag-cell-focus/);
});

test("the card follows the grid's cursor, opens from a row's number and from the palette, and shows hidden columns", async ({
  page,
}) => {
  const book = await sample(page);
  await book.header("Mobile").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Hide" }).click();
  await page.locator('[row-index="2"] .cell-number').dblclick();
  await expect(place(page)).toHaveText("3 of 500");
  await expect(field(page, "Mobile")).toBeVisible();
  await book.cell(6, "name").click();
  await expect(place(page)).toHaveText("7 of 500");
  const name = (await book.cell(7, "name").textContent()) ?? "";
  await page.keyboard.press("ArrowDown");
  await expect(card(page).getByRole("heading", { name })).toBeVisible();
  await card(page).getByRole("button", { name: "Close" }).click();
  await expect(card(page)).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("open the rec");
  await page.keyboard.press("Enter");
  await expect(place(page)).toHaveText("8 of 500");
  await expect(field(page, "Name")).toBeFocused();
});

test("what a field cannot read stays in the card with the reason, and holds the card at its row until it is mended or given up", async ({
  page,
}) => {
  const book = await sample(page);
  const before = await book.cell(1, "revenue").textContent();
  await book.cell(1, "revenue").click();
  await page.keyboard.press("Shift+F2");
  await expect(field(page, "Revenue")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("a lot");
  await page.keyboard.press("PageDown");
  await expect(card(page).getByRole("alert")).toContainText("“a lot” is not a number");
  await expect(field(page, "Revenue")).toHaveAttribute("aria-invalid", "true");
  await expect(place(page)).toHaveText("2 of 500");
  await page.keyboard.press("Escape");
  await expect(card(page).getByRole("alert")).toHaveCount(0);
  await expect(card(page)).toBeVisible();
  expect(await book.cell(1, "revenue").textContent()).toBe(before);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("（５）");
  await page.keyboard.press("PageDown");
  await expect(place(page)).toHaveText("3 of 500");
  await expect(book.cell(1, "revenue")).toHaveText("-$5.00");
});
