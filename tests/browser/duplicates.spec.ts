/** Duplicates: found on demand, merged field by field as one step, and told of where one is typed. */
import { expect, test } from "@playwright/test";
import { failing } from "../support/failing.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

const LIST =
  "Code,Name,Company,Mobile,E-mail,City\r\n001,Ann Lee,Acme Ltd,020 7946 0958,,Ulm\r\n002,Bo,Other,,bo@x.de,Bonn\r\n003,LEE Ann,ACME,+44 20 7946 0958,ann@x.de,Köln\r\n";

test("two rows that are one customer are found, merged field by field, and are two again after Undo", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, LIST);
  await expect(book.rowsStatus).toHaveText("3 rows");
  await book.find("duplicates");
  const dialog = page.getByRole("dialog", { name: "Duplicates" });
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(dialog.getByRole("listitem")).toContainText("Ann Lee – LEE Ann");
  await expect(dialog.getByRole("listitem")).toContainText("same phone · name · company");
  await dialog.getByRole("button", { name: "Merge…" }).click();
  const merging = page.getByRole("dialog", { name: "Merge 2 rows" });
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

test("what too many rows share to compare them by it is named", async ({ page }) => {
  const many = Array.from({ length: 41 }, (_, n) => `${n},Unknown,p${n}@x.de\r\n`).join("");
  const book = await WorkbookPage.ofList(page, `Code,Name,E-mail\r\n${many}`);
  await expect(book.rowsStatus).toHaveText("41 rows");
  await book.find("duplicates");
  const dialog = page.getByRole("dialog", { name: "Duplicates" });
  await expect(dialog).toContainText(
    "Not compared by what more than 40 rows share: name “Unknown” (41 rows).",
  );
});

test("what failed once, for whatever reason, can be tried again: looking for duplicates, and merging", async ({
  page,
}) => {
  const fail = await failing(page);
  const book = await WorkbookPage.ofList(page, LIST);
  await expect(book.rowsStatus).toHaveText("3 rows");
  const dialog = page.getByRole("dialog", { name: "Duplicates" });
  const said = page.getByText("Something went wrong, and nothing was changed.");
  await fail("findDuplicates");
  await book.find("duplicates");
  await expect(said).toBeVisible();
  await expect(dialog.getByRole("progressbar")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(dialog).toBeHidden();
  await page.getByRole("status", { name: "Notice" }).getByRole("button", { name: "Dismiss" }).click();

  await book.find("duplicates");
  await dialog.getByRole("button", { name: "Merge…" }).click();
  const merging = page.getByRole("dialog", { name: "Merge 2 rows" });
  const merge = merging.getByRole("button", { name: "Merge", exact: true });
  await fail("dispatch");
  await merge.click();
  await expect(said).toBeVisible();
  await merge.click();
  await expect(dialog).toContainText("No two rows look like the same customer");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(book.rowsStatus).toHaveText("2 rows");
});

test("a number that another row has already is told of, with the way there", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, LIST);
  await expect(book.rowsStatus).toHaveText("3 rows");
  await book.type(1, "email", "ANN@x.de");
  await expect(page.getByText("Another row already has this: LEE Ann.")).toBeVisible();
  await page.getByRole("status", { name: "Notice" }).getByRole("button", { name: "Dismiss" }).click();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(book.cell(1, "email")).toHaveText("");
  await book.type(1, "email", "ANN@x.de");
  await page.getByRole("button", { name: "Show that row" }).click();
  await expect(page.getByText("Another row already has this: LEE Ann.")).toBeHidden();
  // The first that is known of a new row.
  await book.type(3, "email", "ann@x.de");
  await expect(book.rowsStatus).toHaveText("4 rows");
  await expect(page.getByText("Another row already has this: ")).toBeVisible();
});

/** Cy has Bo's number and Ann has Bo's address: a chain, whose ends have nothing in common. */
const CHAIN =
  "Code,Name,Company,Mobile,E-mail,City,Notes\r\n001,Ann Lee,Acme,,ann@x.de,Ulm,first\r\n002,A. Lee,,020 7946 0958,ANN@x.de,,second\r\n003,Cy,Other,020 7946 0958,,Bonn,\r\n004,Lee Ann,Acme,020 7946 0958,ann@x.de,Köln,third\r\n";

test("three rows and more are one group: strangers of a chain are left out, the rest becomes one in one step", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, CHAIN);
  await expect(book.rowsStatus).toHaveText("4 rows");
  await book.find("duplicates");
  const dialog = page.getByRole("dialog", { name: "Duplicates" });
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(dialog.getByRole("listitem")).toContainText("4 rows. The weakest link is");
  await dialog.getByRole("button", { name: "Merge…" }).click();
  const merging = page.getByRole("dialog", { name: "Merge 3 rows" });
  await expect(merging.getByRole("checkbox", { name: "3. Cy" })).not.toBeChecked();
  await expect(merging.getByRole("checkbox", { name: "4. Lee Ann" })).toBeChecked();
  await expect(merging.getByRole("note")).toContainText("3. Cy");
  await merging.getByRole("row", { name: /City/ }).getByRole("radio", { name: "Köln" }).check();
  await expect(merging.getByRole("row", { name: /Notes/ }).getByRole("radio").last()).toBeChecked();
  await merging.getByRole("button", { name: "Merge", exact: true }).click();
  // What is left of the chain is offered again, and is said to be none.
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await expect(dialog.getByRole("listitem")).toContainText("Ann Lee – Cy");
  await dialog.getByRole("button", { name: "Not duplicates" }).click();
  await expect(dialog).toContainText("No two rows look like the same customer");
  await expect(dialog).toContainText("1 group marked as not duplicates");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(book.rowsStatus).toHaveText("2 rows");
  await expect(book.cell(0, "city")).toHaveText("Köln");
  await expect(book.cell(0, "mobile")).toHaveText("020 7946 0958");
  await expect(book.cell(0, "notes")).toContainText("third");

  await expect(book.saving).toHaveText("Saved");
  await page.reload();
  await expect(book.rowsStatus).toHaveText("2 rows");
  await book.find("duplicates");
  await expect(dialog).toContainText("No two rows look like the same customer");
  await dialog.getByText("1 group marked as not duplicates").click();
  await dialog.getByRole("button", { name: "Offer again" }).click();
  await expect(dialog.getByRole("button", { name: "Merge…" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  for (const rows of ["2 rows", "2 rows", "4 rows"]) {
    await book.button("Undo").click();
    await expect(book.rowsStatus).toHaveText(rows);
  }
  await expect(book.cell(0, "city")).toHaveText("Ulm");
});
