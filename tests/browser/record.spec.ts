/** One customer as a form beside the grid, by keyboard, mouse and finger. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

async function sample(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
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
  await expect(book.cell(3, "category")).toHaveAttribute("id", "active-cell");
  await page.keyboard.press("ArrowDown");
  await expect(book.cell(4, "category")).toHaveAttribute("id", "active-cell");
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
  const name = await book.textOf(7, "name");
  await page.keyboard.press("ArrowDown");
  await expect(card(page).getByRole("heading", { name })).toBeVisible();
  await card(page).getByRole("button", { name: "Close" }).click();
  await expect(card(page)).toHaveCount(0);
  await book.find("open the rec");
  await expect(place(page)).toHaveText("8 of 500");
  await expect(field(page, "Name")).toBeFocused();
});

test("what a field cannot read stays in the card with the reason, and holds the card at its row until it is mended or given up", async ({
  page,
}) => {
  const book = await sample(page);
  const before = await book.textOf(1, "revenue");
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
  expect(await book.textOf(1, "revenue")).toBe(before);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("（５）");
  await page.keyboard.press("PageDown");
  await expect(place(page)).toHaveText("3 of 500");
  await expect(book.cell(1, "revenue")).toHaveText("-$5.00");
});

test("what is being typed into the card is written or said to be lost when the card gives way to another panel or sheet", async ({
  page,
}) => {
  const book = await sample(page);
  const lost = page.locator(".toast").filter({ hasText: "was not written" });
  const type = async (name: string, text: string): Promise<void> => {
    await page.keyboard.press("Shift+F2");
    await expect(field(page, name)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  };
  await book.cell(1, "company").click();
  await type("Company", "Before the history");
  await page.keyboard.press("ControlOrMeta+Shift+h");
  await expect(card(page)).toHaveCount(0);
  await expect(book.cell(1, "company")).toHaveText("Before the history");
  await page.keyboard.press("ControlOrMeta+Shift+h");
  await expect(lost).toHaveCount(0);

  await book.cell(1, "revenue").click();
  await type("Revenue", "many");
  await page.keyboard.press("ControlOrMeta+Shift+h");
  await expect(lost).toContainText("“many” was not written. Revenue: ");
  await page.keyboard.press("ControlOrMeta+Shift+h");
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(lost).toHaveCount(0);

  await book.button("Add sheet").click();
  await expect(page.getByRole("tab", { name: "Sheet 2" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "Customers" }).click();
  await book.cell(1, "revenue").click();
  await type("Revenue", "a lot");
  await page.getByRole("tab", { name: "Sheet 2" }).click();
  await expect(lost).toContainText("“a lot” was not written. Revenue: ");
  await expect(lost).toHaveCount(1);
  await expect(card(page).getByRole("heading", { name: "New row" })).toBeVisible();
});

test("what is being typed into the card of a row that another tab deletes is named", async ({
  page,
  context,
}) => {
  const book = await sample(page);
  await book.saved();
  const there = await context.newPage();
  await there.goto("/");
  const other = new WorkbookPage(there);
  await other.cell(1, "company").click();
  await page.bringToFront();
  await book.cell(1, "company").click();
  await page.keyboard.press("Space");
  await expect(field(page, "Company")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Half a na");
  await there.bringToFront();
  await there.keyboard.press("ControlOrMeta+-");
  await expect(other.rowsStatus).toHaveText("499 rows");
  await page.bringToFront();
  await expect(card(page).getByRole("alert")).toContainText("This row has been deleted");
  await expect(page.getByText("You had typed: “Half a na”")).toBeVisible();
  await there.close();
});

test("letters in a field of several choices are none of them before the field is left", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("first.csv", "Name,Points\r\nAnn,1\r\nBen,2\r\n"));
  await book.header("Points").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Insert right…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Column name" }).fill("Tags");
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Multiple choice");
  await dialog.getByRole("button", { name: "Insert", exact: true }).click();
  await expect(book.header("Tags")).toBeVisible();
  const tags = (await book.fieldIds()).get("Tags") ?? "";
  await book.cell(0, tags).click();
  await page.keyboard.type("VIP");
  await page.keyboard.press("Enter");
  await expect(book.cell(0, tags).locator(".cell-drawn .cell-chip")).toHaveText(["VIP"]);
  await book.cell(1, tags).click();
  await page.keyboard.press("Space");
  const input = card(page).getByRole("combobox", { name: "Tags" });
  await expect(input).toBeFocused();
  await page.keyboard.type("VI");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(card(page).locator(".cell-several .cell-chip")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(input).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
  await expect(book.cell(1, tags)).toHaveText("");
  await expect(page.locator(".cell-catcher")).toBeFocused();
  // Left, they are: as in the cell.
  await page.keyboard.press("Space");
  await expect(input).toBeFocused();
  await page.keyboard.type("VI");
  await page.keyboard.press("Enter");
  await expect(book.cell(1, tags).locator(".cell-drawn .cell-chip")).toHaveText(["VIP"]);
});

test("a row that the sort would move stays while its card is open, goes when the card goes on, and the cursor follows it", async ({
  page,
}) => {
  const book = await sample(page);
  await book.header("Name").click();
  await expect(book.header("Name")).toHaveAttribute("aria-sort", "ascending");
  const first = await book.textOf(0, "name");
  const second = await book.textOf(1, "name");
  await book.cell(0, "name").click();
  await page.keyboard.press("Space");
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("ZZZ the last");
  await page.keyboard.press("Enter");
  await expect(card(page)).toContainText("This row moves to its place when you go on.");
  await expect(book.cell(0, "name")).toHaveText("ZZZ the last");
  await expect(place(page)).toHaveText("1 of 500");
  await page.keyboard.press("PageDown");
  await expect(card(page).getByRole("heading", { name: second, exact: true })).toBeVisible();
  await expect(place(page)).toHaveText("1 of 500");
  await expect(book.cell(0, "name")).toHaveText(second);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(0, "name")).toHaveText(first);
  // The cursor has gone along with the row it stood on.
  await expect(place(page)).toHaveText("2 of 500");
  await page.keyboard.press("Escape");
  await expect(book.cell(1, "company")).toHaveAttribute("id", "active-cell");
});

test("another tab's edit is shown, its deletion is told and undone; the past can be read and not written to", async ({
  page,
  context,
}) => {
  const book = await sample(page);
  await book.saved();
  await book.cell(1, "company").click();
  await page.keyboard.press("Space");
  await expect(field(page, "Company")).toBeFocused();
  const there = await context.newPage();
  await there.goto("/");
  const other = new WorkbookPage(there);
  await other.type(1, "title", "From there");
  await expect(field(page, "Title")).toHaveValue("From there");
  await page.bringToFront();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("From here");
  await page.keyboard.press("Enter");
  await expect(other.cell(1, "company")).toHaveText("From here");
  await there.bringToFront();
  await other.cell(1, "company").click();
  await there.keyboard.press("ControlOrMeta+-");
  await expect(other.rowsStatus).toHaveText("499 rows");
  await expect(card(page).getByRole("alert")).toContainText("This row has been deleted");
  await expect(card(page).getByRole("textbox")).toHaveCount(0);
  await there.keyboard.press("ControlOrMeta+z");
  // Of a row that is gone the card shows what there was, which is no field.
  await expect(card(page).getByRole("textbox", { name: "Company", exact: true })).toHaveValue("From here");
  await there.close();

  await page.bringToFront();
  await book.button("History").click();
  await page.getByRole("region", { name: "History" }).getByRole("button", { name: /Title/ }).click();
  await expect(page.getByRole("region", { name: "The past" })).toContainText("As of");
  await book.cell(1, "company").click();
  await page.keyboard.press("Space");
  await expect(card(page)).toBeVisible();
  await expect(card(page).getByRole("group", { name: "Title" })).toHaveText("From there");
  await expect(card(page).getByRole("textbox")).toHaveCount(0);
  await expect(card(page).getByRole("link", { name: /^Write to/ })).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(place(page)).toHaveText("3 of 500");
});

test("a card that a filter leaves nothing of can be closed, and a new row is begun in one", async ({
  page,
}) => {
  const book = await sample(page);
  await book.cell(0, "name").click();
  await page.keyboard.press("ControlOrMeta+ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(card(page).getByRole("heading", { name: "New row" })).toBeVisible();
  await expect(field(page, "Name")).toBeFocused();
  await page.keyboard.type("By a card");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Co");
  await page.keyboard.press("Enter");
  await expect(book.rowsStatus).toHaveText("501 rows");
  await expect(place(page)).toHaveText("501 of 501");
  await expect(book.cell(500, "company")).toHaveText("Co");
  await book.search.fill("qqzzqq");
  await expect(place(page)).toHaveText("Not among the rows shown");
  await card(page).getByRole("button", { name: "Close" }).click();
  await expect(card(page)).toHaveCount(0);
});

test.describe("with a thumb at 390 px", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("the button at the row's number opens the card as a sheet of its own; fields are edited, undone and left", async ({
    page,
  }) => {
    const book = await sample(page);
    await book.cell(2, "name").tap();
    await page.locator(".record-opener").tap();
    await expect(place(page)).toHaveText("3 of 500");
    const area = await card(page).boundingBox();
    expect(area).toMatchObject({ x: 0, y: 0, width: 390, height: 780 });
    // A finger needs 44 px.
    for (const target of await card(page).getByRole("button").or(card(page).getByRole("link")).all()) {
      if (!(await target.isVisible())) continue;
      const box = await target.boundingBox();
      expect.soft(Math.round(box?.height ?? 0), String(target)).toBeGreaterThanOrEqual(44);
    }
    const before = await field(page, "Company").inputValue();
    await field(page, "Company").tap();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("By thumb");
    await card(page).getByRole("button", { name: "Next record" }).tap();
    await expect(place(page)).toHaveText("4 of 500");
    await card(page).getByRole("button", { name: "Previous record" }).tap();
    await expect(field(page, "Company")).toHaveValue("By thumb");
    await card(page).getByRole("button", { name: "Undo" }).tap();
    await expect(field(page, "Company")).toHaveValue(before);
    await field(page, "Category").tap();
    await page.getByRole("option", { name: "Online" }).tap();
    await expect(field(page, "Category")).toHaveValue("Online");
    await card(page).getByRole("button", { name: "Close" }).tap();
    await expect(card(page)).toHaveCount(0);
    await expect(book.cell(2, "name")).toBeVisible();
  });
});
