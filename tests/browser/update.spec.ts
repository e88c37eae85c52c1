/** A list that comes back with changes: the rows that are there are updated, and nothing is doubled. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const FIRST =
  "Code,Name,Mobile,Revenue\r\nK-1,Ann,+49 30 1,100.00\r\nK-2,王伟,138 0013 8000,200.00\r\nK-3,Zoë,,300.00\r\n";
const SECOND =
  "Code,Name,Mobile,Revenue,Points\r\nk-1,Ann Lee,,100.00,7\r\nK-2,王伟,13800138000,250.50,\r\nK-9,New,,1.00,3\r\nK-9,Twice,,2.00,\r\n";

test("X3 a file with known codes updates rows, adds new ones, and one undo takes it all back", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, FIRST);
  await expect(book.importResult).toHaveText("3 added, 0 updated, 0 rejected");

  await book.button("Import").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  await dialog.getByLabel("File").setInputFiles(csvFile("second.csv", SECOND));
  await expect(dialog.getByText("4 rows in the file = 1 new + 2 changed + 1 left out")).toBeVisible();
  await expect(dialog.locator("del").first()).toHaveText("Ann");
  await dialog.getByRole("combobox", { name: "What to take" }).selectOption("New rows only");
  await expect(dialog.getByText("4 rows in the file = 1 new + 2 not taken + 1 left out")).toBeVisible();
  await dialog.getByRole("combobox", { name: "What to take" }).selectOption("New and changed");
  await dialog.getByRole("combobox", { name: "Where Mobile goes" }).selectOption("Leave out");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("1 added, 2 updated, 1 rejected");
  await book.saved();
  await expect(book.rowsStatus).toHaveText("4 rows");
  await expect(book.cell(0, "name")).toHaveText("Ann Lee");
  await expect(book.cell(0, "mobile")).toHaveText("+49 30 1");
  await expect(book.cell(1, "mobile")).toHaveText("138 0013 8000");
  await expect(book.cell(1, "revenue")).toContainText("250.5");

  await page.reload();
  await book.cell(0, "name").click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.rowsStatus).toHaveText("3 rows");
  await expect(book.cell(0, "name")).toHaveText("Ann");
  await expect(book.cell(1, "revenue")).toContainText("200");
});
