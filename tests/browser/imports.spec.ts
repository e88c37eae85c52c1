/** Imports that were done: undone at once from the result line, and cell by cell when other things were done since. */
import { expect, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const FIRST = "Code,Name,City\r\n001,Ann,Ulm\r\n002,Bo,Bonn\r\n003,Cy,Kiel\r\n";
const SECOND = "Code,Name,City\r\n001,Ann Lee,Ulm\r\n002,Bob,Köln\r\n004,Di,Jena\r\n005,Ed,Jena\r\n";

const logOf = (page: Page) => page.getByRole("dialog");

test("an import is undone from the result line, whole", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("first.csv", FIRST));
  await book.importFile(csvFile("second.csv", SECOND));
  await expect(book.importResult).toHaveText("2 added, 2 updated, 0 rejected");
  await expect(book.rowsStatus).toHaveText("5 rows");
  await book.button("Undo import").click();
  await expect(book.rowsStatus).toHaveText("3 rows");
  await expect(book.cell(0, "name")).toHaveText("Ann");
  await expect(book.importResult).toHaveText("");
});

test("an import is turned back later, after a reload: what was edited since stays and is listed, and Undo brings it back", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("first.csv", FIRST));
  await book.importFile(csvFile("second.csv", SECOND));
  await expect(book.rowsStatus).toHaveText("5 rows");
  await book.type(1, "city", "Trier");
  await book.type(4, "name", "Edith");
  await expect(book.cell(4, "name")).toHaveText("Edith");
  await book.saved();
  await page.reload();
  await expect(book.cell(4, "name")).toHaveText("Edith");

  await test.step("the log is behind Import, newest first, with its counts", async () => {
    await book.button("Import").click();
    await logOf(page).getByRole("button", { name: "Imports" }).click();
    await expect(logOf(page).getByRole("listitem")).toHaveCount(2);
    await expect(logOf(page).getByRole("listitem").first()).toContainText("second.csv");
    await expect(logOf(page).getByRole("listitem").first()).toContainText("2 added, 2 changed, 0 unchanged");
  });

  await test.step("what would go and what stays is told before", async () => {
    await logOf(page).getByRole("button", { name: "Undo import…" }).first().click();
    await expect(logOf(page)).toContainText("1 row that came with it will go, 2 cells will be again");
    const kept = logOf(page).locator("tbody tr");
    await expect(kept).toHaveCount(2);
    await expect(kept.first()).toHaveText(/Bob.*City.*Köln.*Trier/);
    await expect(kept.last()).toHaveText(/Edith.*Name.*Ed.*Edith/);
  });

  await test.step("it is done as one step", async () => {
    await logOf(page).getByRole("button", { name: "Undo import", exact: true }).click();
    await expect(logOf(page)).toBeHidden();
    await expect(book.rowsStatus).toHaveText("4 rows");
    await expect(book.cell(0, "name")).toHaveText("Ann");
    await expect(book.cell(1, "name")).toHaveText("Bo");
    await expect(book.cell(1, "city")).toHaveText("Trier");
    await expect(book.cell(3, "name")).toHaveText("Edith");
    await book.button("Undo").click();
    await expect(book.rowsStatus).toHaveText("5 rows");
    await expect(book.cell(0, "name")).toHaveText("Ann Lee");
  });
});
