/** Duplicates: found on demand, merged field by field as one step, and told of where one is typed. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LIST =
  "Code,Name,Company,Mobile,E-mail,City\r\n001,Ann Lee,Acme Ltd,020 7946 0958,,Ulm\r\n002,Bo,Other,,bo@x.de,Bonn\r\n003,LEE Ann,ACME,+44 20 7946 0958,ann@x.de,Köln\r\n";

test("two rows that are one customer are found, merged field by field, and are two again after Undo", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("first.csv", LIST));
  await expect(book.rowsStatus).toHaveText("3 rows");
  await book.find("duplicates");
  const dialog = page.getByRole("dialog", { name: "Duplicates" });
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(dialog.getByRole("listitem")).toContainText("Ann Lee – LEE Ann");
  await expect(dialog.getByRole("listitem")).toContainText("same phone · name · company");
  await dialog.getByRole("button", { name: "Merge…" }).click();
  const merging = page.getByRole("dialog", { name: "Merge two rows" });
  // What only the second has comes along without being asked for.
  await expect(
    merging
      .getByRole("row", { name: /E-mail/ })
      .getByRole("radio")
      .last(),
  ).toBeChecked();
  await merging.getByRole("row", { name: /City/ }).getByRole("radio").last().check();
  await merging.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(dialog).toContainText("No two rows look like the same customer");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(book.rowsStatus).toHaveText("2 rows");
  await expect(book.cell(0, "name")).toHaveText("Ann Lee");
  await expect(book.cell(0, "email")).toHaveText("ann@x.de");
  await expect(book.cell(0, "city")).toHaveText("Köln");
  await book.button("Undo").click();
  await expect(book.rowsStatus).toHaveText("3 rows");
  await expect(book.cell(0, "city")).toHaveText("Ulm");
});

test("a number that another row has already is told of, with the way there", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("first.csv", LIST));
  await expect(book.rowsStatus).toHaveText("3 rows");
  await book.type(1, "email", "ANN@x.de");
  await expect(page.getByText("LEE Ann has the same already.")).toBeVisible();
  await page.getByRole("status", { name: "Notice" }).getByRole("button", { name: "Dismiss" }).click();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(book.cell(1, "email")).toHaveText("");
  await book.type(1, "email", "ANN@x.de");
  await page.getByRole("button", { name: "Show that row" }).click();
  await expect(page.getByText("LEE Ann has the same already.")).toBeHidden();
});
