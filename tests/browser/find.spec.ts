/** Find and replace by the keys an Excel user knows. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LIST = [
  "Code,Name,City,Revenue",
  "K-1,Ann Baker,Cork,100.00",
  "K-2,Bob,Bakersfield,200.00",
  "K-3,Baker & Sons,Cork,1000.00",
  "",
].join("\r\n");

test("cells are found, stepped through and replaced, with a preview and one undo", async ({ page }) => {
  const book = new WorkbookPage(page);
  const bar = page.getByRole("search", { name: "Find and replace" });
  const result = bar.getByRole("status", { name: "Found" });
  const text = bar.getByRole("textbox", { name: "Find" });
  const { keyboard } = page;
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
  await expect(book.rowsStatus).toHaveText("3 rows");

  await keyboard.press("ControlOrMeta+f");
  await expect(text).toBeFocused();
  await keyboard.type("baker");
  await expect(result).toHaveText("1 of 3");
  await keyboard.press("Enter");
  await expect(result).toHaveText("2 of 3");
  // The keyboard stays in the field while the cells go by.
  await expect(text).toBeFocused();
  await keyboard.press("Shift+Enter");
  await keyboard.press("Shift+Enter");
  await expect(result).toHaveText("3 of 3");
  await bar.getByRole("checkbox", { name: "Match case" }).check();
  await text.fill("baker");
  await expect(result).toHaveText("Nothing found");
  await bar.getByRole("checkbox", { name: "Match case" }).uncheck();
  await bar.getByRole("combobox", { name: "Look in" }).selectOption("Name");
  await expect(result).toHaveText(/of 2$/);

  await keyboard.press("ControlOrMeta+h");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("Becker");
  await book.button("Replace all…").click();
  const dialog = page.getByRole("dialog", { name: "Replace in 2 cells?" });
  await expect(dialog.getByRole("row").nth(1)).toHaveText(/Name, row 1.*Ann Baker.*Ann Becker/);
  await dialog.getByRole("button", { name: "Replace 2 cells" }).click();
  await expect(page.getByRole("status", { name: "Notice" })).toContainText("Replaced in 2 cells.");
  await expect(book.cell(0, "name")).toHaveText("Ann Becker");
  await expect(book.cell(2, "name")).toHaveText("Becker & Sons");
  await expect(book.cell(1, "city")).toHaveText("Bakersfield");
  await expect(result).toHaveText("Nothing found");

  // What the column cannot read stays, and is named before anything is done.
  await bar.getByRole("combobox", { name: "Look in" }).selectOption("Revenue");
  await text.fill("00");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("x");
  await expect(result).toHaveText(/of 3$/);
  await book.button("Replace all…").click();
  await expect(page.getByRole("alert")).toContainText("3 cells would stay as they are");
  // It is drawn before it has the keyboard; pressed in between, the key would close the bar too.
  await page.getByRole("dialog").press("Escape");

  await text.press("Escape");
  await expect(bar).toBeHidden();
  await keyboard.press("ControlOrMeta+z");
  await expect(book.cell(0, "name")).toHaveText("Ann Baker");
  await expect(book.cell(2, "name")).toHaveText("Baker & Sons");
});

test("one after the other is replaced, within what was selected", async ({ page }) => {
  const book = new WorkbookPage(page);
  const bar = page.getByRole("search", { name: "Find and replace" });
  const result = bar.getByRole("status", { name: "Found" });
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
  await book.cell(0, "city").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("ControlOrMeta+h");
  await bar.getByRole("checkbox", { name: "Selection only" }).check();
  await bar.getByRole("textbox", { name: "Find", exact: true }).fill("Cork");
  await expect(result).toHaveText("1 of 2");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("Kerry");
  await book.button("Replace").click();
  await expect(book.cell(0, "city")).toHaveText("Kerry");
  await expect(result).toHaveText("1 of 1");
  await book.button("Replace").click();
  await expect(book.cell(2, "city")).toHaveText("Kerry");
  await expect(result).toHaveText("Nothing found");
  // What is typed after the bar is closed goes into the cell that was shown last.
  await bar.getByRole("textbox", { name: "Replace with" }).press("Escape");
  await page.keyboard.type("Cobh");
  await page.keyboard.press("Enter");
  await expect(book.cell(2, "city")).toHaveText("Cobh");
});

test("Replace pressed twice quickly replaces in two cells, not twice in one", async ({ page }) => {
  const bar = page.getByRole("search", { name: "Find and replace" });
  const result = bar.getByRole("status", { name: "Found" });
  const book = await WorkbookPage.ofList(page, "Code,Name\r\nK-1,Ann Inc\r\nK-2,Bo Inc\r\nK-3,Cy Inc\r\n");
  await page.keyboard.press("ControlOrMeta+h");
  await bar.getByRole("textbox", { name: "Find", exact: true }).fill("Inc");
  await expect(result).toHaveText("1 of 3");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("Inc.");
  await book.button("Replace").dblclick();
  await expect(book.cell(1, "name")).toHaveText("Bo Inc.");
  await expect(book.cell(0, "name")).toHaveText("Ann Inc.");
  await expect(result).toHaveText("3 of 3");
  await expect(book.cell(2, "name")).toHaveText("Cy Inc");
});

test("what it was kept to is let go where it would mean something else: in another order, on another sheet", async ({
  page,
}) => {
  const bar = page.getByRole("search", { name: "Find and replace" });
  const result = bar.getByRole("status", { name: "Found" });
  const only = bar.getByRole("checkbox", { name: "Selection only" });
  const column = bar.getByRole("combobox", { name: "Look in" });
  const book = await WorkbookPage.ofList(page, LIST);
  const select = async (): Promise<void> => {
    await book.cell(0, "name").click();
    await page.keyboard.press("Shift+ArrowDown");
    await only.check();
    await expect(result).toHaveText(/of 1$/);
  };
  await page.keyboard.press("ControlOrMeta+f");
  await bar.getByRole("textbox", { name: "Find" }).fill("Baker");
  await expect(result).toHaveText(/of 3$/);
  await select();
  await book.header("Code").click();
  await book.header("Code").click();
  await expect(book.cell(0, "code")).toHaveText("K-3");
  await expect(only).not.toBeChecked();
  await expect(result).toHaveText(/of 3$/);
  // Nor does a column that comes to stand elsewhere take others into it.
  await select();
  await book.header("Code").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Hide", exact: true }).click();
  await expect(only).not.toBeChecked();
  await expect(result).toHaveText(/of 3$/);
  await column.selectOption("City");
  await expect(result).toHaveText(/of 1$/);
  await book.button("Add sheet").click();
  await expect(book.rowsStatus).toHaveText("0 rows");
  await expect(column.locator("option:checked")).toHaveText("All columns");
  await page.getByRole("tab").first().click();
  await expect(result).toHaveText(/of 3$/);
});
