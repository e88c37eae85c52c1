/** The history, whole: what was done is listed after a reload, looked at as it was, and brought back from there. */
import { expect, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const panelOf = (page: Page) => page.getByRole("region", { name: "History", exact: true });
const pastOf = (page: Page) => page.getByRole("region", { name: "The past" });

test("an edit, an import and a sort are steps of the history after a reload; the past is looked at, and a row and everything come back", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const panel = panelOf(page);
  const past = pastOf(page);
  await page.goto("/");
  await book.importFile(
    csvFile("first.csv", "Code,Name,Revenue\r\n001,Ann,10\r\n002,Bo,20\r\n003,Cy,30\r\n"),
  );
  await expect(book.rowsStatus).toHaveText("3 rows");
  await book.type(0, "name", "Anna");
  await expect(book.cell(0, "name")).toHaveText("Anna");
  await book.importFile(csvFile("second.csv", "Code,Name,Revenue\r\n004,Di,40\r\n"));
  await expect(book.rowsStatus).toHaveText("4 rows");
  await book.header("Revenue").click();
  await book.header("Revenue").click();
  await expect(book.cell(0, "name")).toHaveText("Di");
  await book.type(3, "name", "Annabel");
  await expect(book.cell(3, "name")).toHaveText("Annabel");
  await book.saved();
  await page.reload();
  await expect(book.cell(3, "name")).toHaveText("Annabel");

  await test.step("undo and redo reach back over the reload", async () => {
    await book.button("Undo").click();
    await expect(book.cell(3, "name")).toHaveText("Anna");
    await book.button("Redo").click();
    await expect(book.cell(3, "name")).toHaveText("Annabel");
    await book.saved();
  });

  await test.step("the keyboard opens the list, which names each step, newest first", async () => {
    await page.keyboard.press("Control+Shift+H");
    await expect(panel.getByRole("heading", { name: "Today" })).toBeVisible();
    const names = panel.locator("li .history-name");
    await expect(names).toHaveText([
      "Redo edit of Name",
      "Undo edit of Name",
      "Edit of Name",
      "Sort",
      "Sort",
      "Import second.csv: 1 added, 0 changed",
      "Edit of Name",
      "Import first.csv: 3 added, 0 changed",
      "Creating the workbook",
    ]);
    await expect(panel.getByRole("button", { name: /Anna → Annabel/ })).toBeVisible();
    await expect(panel.getByRole("button", { name: "Now" })).toBeFocused();
  });

  await test.step("arrows and Enter show the workbook as it was before the second import", async () => {
    for (let n = 0; n < 7; n++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(past.getByRole("status")).toContainText("As of");
    await expect(book.rowsStatus).toHaveText("3 rows");
    await expect(book.cell(0, "name")).toHaveText("Anna");
    await expect(book.cell(0, "name")).toHaveClass(/cell-marked/);
    await expect(book.cell(0, "revenue")).not.toHaveClass(/cell-marked/);
    await expect(book.cell(1, "name")).not.toHaveClass(/cell-marked/);
  });

  await test.step("nothing there can be written to", async () => {
    await expect(book.button("Undo")).toBeDisabled();
    await expect(book.button("Import")).toBeDisabled();
    await book.cell(1, "name").click();
    await page.keyboard.press("Delete");
    await page.keyboard.type("x");
    await expect(book.cell(1, "name")).toHaveText("Bo");
    await expect(page.locator(".cell-editor")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(book.rowsStatus).toHaveText("3 rows");
  });

  await test.step("one row comes back, as one step", async () => {
    await book.cell(0, "name").click();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Restore this row" }).click();
    await expect(page.getByText(/The row is restored as of/)).toBeVisible();
    await past.getByRole("button", { name: "Back to today" }).click();
    await expect(past.getByRole("button")).toHaveCount(0);
    await expect(book.rowsStatus).toHaveText("4 rows");
    await expect(book.cell(3, "name")).toHaveText("Anna");
    await expect(panel.locator("li .history-name").first()).toContainText("Restoring a row as of");
    await book.button("Undo").click();
    await expect(book.cell(3, "name")).toHaveText("Annabel");
  });

  await test.step("one column comes back in the rows that were there, as one step", async () => {
    await panel.getByRole("button", { name: /Import first\.csv/ }).click();
    await expect(book.cell(0, "name")).toHaveText("Ann");
    await book.cell(1, "name").click();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Restore column Name" }).click();
    await expect(page.getByText(/The column is restored as of/)).toBeVisible();
    await past.getByRole("button", { name: "Back to today" }).click();
    await expect(book.rowsStatus).toHaveText("4 rows");
    await expect(book.cell(3, "name")).toHaveText("Ann");
    await expect(book.cell(0, "name")).toHaveText("Di");
    await expect(panel.locator("li .history-name").first()).toContainText("Restoring column Name as of");
    await book.button("Undo").click();
    await expect(book.cell(3, "name")).toHaveText("Annabel");
  });

  await test.step("everything comes back, and one undo brings today back", async () => {
    await panel.getByRole("button", { name: /Import first\.csv/ }).click();
    await expect(book.cell(0, "name")).toHaveText("Ann");
    await past.getByRole("button", { name: "Restore everything" }).click();
    await expect(past.getByRole("button")).toHaveCount(0);
    await expect(book.rowsStatus).toHaveText("3 rows");
    await expect(book.cell(0, "name")).toHaveText("Ann");
    await book.saved();
    await page.reload();
    await expect(book.rowsStatus).toHaveText("3 rows");
    await book.button("Undo").click();
    await expect(book.rowsStatus).toHaveText("4 rows");
    await expect(book.cell(0, "name")).toHaveText("Di");
    await expect(book.cell(3, "name")).toHaveText("Annabel");
  });

  await test.step("undo stops where the owner wants it to", async () => {
    await page.keyboard.press("Control+Shift+H");
    await panel.getByLabel("Undo goes back").selectOption("1 day");
    await expect(book.button("Undo")).toBeEnabled();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(book.button("History")).toBeFocused();
    await book.saved();
  });
});

test("what a step wrote to comes into sight, also far down, and no error is told on the way", async ({
  page,
}) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  const book = await WorkbookPage.ofSample(page);
  await book.importFile(csvFile("two.csv", "Code,Name\r\nX1,One\r\nX2,Two\r\n"));
  await expect(book.rowsStatus).toHaveText("502 rows");
  await book.type(0, "name", "Zoë");
  await book.button("History").click();
  await panelOf(page)
    .getByRole("button", { name: /two\.csv/ })
    .click();
  await expect(book.cell(500, "code")).toHaveText("X1");
  await expect(book.cell(500, "code")).toHaveClass(/cell-marked/);
  await panelOf(page).getByRole("button", { name: "Edit of Name" }).click();
  await expect(book.cell(0, "name")).toHaveText("Zoë");
  await expect(book.cell(0, "name")).toHaveClass(/cell-marked/);
  await panelOf(page).getByRole("button", { name: "Now" }).click();
  await expect(book.cell(0, "name")).not.toHaveClass(/cell-marked/);
  expect(errors).toEqual([]);
});
