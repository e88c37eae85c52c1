/** Imports that were done: undone at once from the result line, and cell by cell when other things were done since. */
import { expect, type Page, test } from "@playwright/test";
import { failing } from "../support/failing.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const FIRST = "Code,Name,City\r\n001,Ann,Ulm\r\n002,Bo,Bonn\r\n003,Cy,Kiel\r\n";
const SECOND = "Code,Name,City\r\n001,Ann Lee,Ulm\r\n002,Bob,Köln\r\n004,Di,Jena\r\n005,Ed,Jena\r\n";

const logOf = (page: Page) => page.getByRole("dialog");

test("an import is undone from the result line, whole", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, FIRST);
  await book.importFile(csvFile("second.csv", SECOND));
  await expect(book.importResult).toHaveText("2 added, 2 updated, 0 rejected");
  await expect(book.rowsStatus).toHaveText("5 rows");
  await book.button("Undo import").click();
  await expect(book.rowsStatus).toHaveText("3 rows");
  await expect(book.cell(0, "name")).toHaveText("Ann");
  await expect(book.importResult).toHaveText("");
});

test("an import that is undone from the log is no longer told of as done", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, FIRST);
  await expect(book.importResult).toHaveText("3 added, 0 updated, 0 rejected");
  await book.button("Import").click();
  await logOf(page).getByRole("button", { name: "Imports" }).click();
  await logOf(page).getByRole("button", { name: "Undo import…" }).click();
  await expect(logOf(page)).toContainText("3 rows that came with it will go. What was done since stays.");
  await logOf(page).getByRole("button", { name: "Undo import", exact: true }).click();
  await expect(book.rowsStatus).toHaveText("0 rows");
  await expect(book.importResult).toHaveText("");
});

test("an import is turned back later, after a reload: what was edited since stays and is listed, and Undo brings it back", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, FIRST);
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

test("a log of imports that could not be read once, for whatever reason, is there the next time", async ({
  page,
}) => {
  const fail = await failing(page);
  const book = await WorkbookPage.ofList(page, FIRST);
  const said = page.getByText("Something went wrong, and nothing was changed.");
  const open = async (): Promise<void> => {
    await book.button("Import").click();
    await logOf(page).getByRole("button", { name: "Imports" }).click();
  };
  const close = async (): Promise<void> => {
    await expect(said).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(logOf(page)).toBeHidden();
    await page.getByRole("status", { name: "Notice" }).getByRole("button", { name: "Dismiss" }).click();
  };
  await fail("importLog");
  await open();
  await close();
  await open();
  await fail("previewUndoImport");
  await logOf(page).getByRole("button", { name: "Undo import…" }).click();
  await close();
  await open();
  await logOf(page).getByRole("button", { name: "Undo import…" }).click();
  await logOf(page).getByRole("button", { name: "Undo import", exact: true }).click();
  await expect(book.rowsStatus).toHaveText("0 rows");
});

const chosen = (page: Page) => page.getByRole("dialog", { name: "Import CSV" });

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await chosen(page).getByLabel("File").setInputFiles(csvFile(name, text));
  await expect(chosen(page).getByRole("table")).toBeVisible();
}

test("every row of the file is shown with what becomes of it; a bad cell is mended in place, and the rest goes in", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(
    csvFile("first.csv", "Code,Name,Revenue\r\n001,Ann,10.00\r\n002,Bo,20.00\r\n003,Cy,30.00\r\n"),
  );
  await choose(
    page,
    "second.csv",
    "Code,Name,Revenue\r\n001,Ann,11.50\r\n002,Bo,20.00\r\n\r\n003,Cy,many\r\n004,Di,40.00\r\n004,Twice,1.00\r\n",
  );
  const dialog = chosen(page);
  const shown = dialog.locator("tbody tr[data-fate]");
  await expect(dialog).toContainText(
    "6 rows in the file = 1 new + 1 changed + 1 unchanged + 2 left out + 1 blank",
  );
  await expect(shown).toHaveCount(5);
  await expect(shown.nth(0)).toHaveText(/^2×Changed001Ann\$?10\.00 → \$?11\.50$/);
  await dialog.getByText("Left out 2").click();
  await expect(shown).toHaveCount(2);
  await expect(shown.nth(1)).toContainText("Same Code as line 6");
  await dialog.getByRole("textbox", { name: "Revenue on line 5" }).fill("31");
  await page.keyboard.press("Enter");
  await expect(shown).toHaveCount(1);
  await expect(dialog.getByRole("textbox", { name: "Code on line 7" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("005");
  await page.keyboard.press("Enter");
  // None is left to be mended: the table has the keyboard, not a button that leaves the line out.
  await expect(dialog.getByRole("region", { name: "Rows of the file" })).toBeFocused();
  await expect(dialog).toContainText("6 rows in the file = 2 new + 2 changed + 1 unchanged + 1 blank");
  // What was written stands beside what it is read as, and can be put right again.
  await dialog.getByText(/^All /).click();
  const written = dialog.getByRole("textbox", { name: "Revenue on line 5" });
  await expect(written).toHaveValue("31");
  await expect(written).not.toHaveAttribute("aria-invalid");
  await expect(written.locator("..")).toContainText("31.00");
  await written.fill("32");
  await page.keyboard.press("Enter");
  await expect(written.locator("..")).toContainText("32.00");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("2 added, 2 updated, 0 rejected");
  await expect(book.cell(2, "revenue")).toContainText("32.00");
  await expect(book.cell(4, "code")).toHaveText("005");
});

test("only the rows in sight of a long file are drawn, and each comes into sight as it is scrolled to", async ({
  page,
}) => {
  await WorkbookPage.ofList(page, FIRST);
  const lines = Array.from({ length: 500 }, (_, row) => `${row + 1},Name ${row + 1}\r\n`);
  await choose(page, "long.csv", `Code,Name\r\n${lines.join("")}`);
  const dialog = chosen(page);
  const shown = dialog.locator("tbody tr[data-fate]");
  const table = dialog.getByRole("region", { name: "Rows of the file" });
  for (const row of [1, 7, 8, 200, 208, 500, 3]) {
    await table.evaluate((scrolled, top) => scrolled.scrollTo({ top }), (row - 1) * 28);
    const found = shown.filter({ has: page.getByRole("cell", { name: `Name ${row}`, exact: true }) });
    await expect(found).toBeInViewport();
    await expect(found).toHaveAttribute("aria-rowindex", `${row + 1}`);
    expect(await shown.count()).toBeLessThanOrEqual(40);
  }
});

test("what was decided about a file holds for the next with the same columns; the same file again is noticed; blank cells clear only when asked", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, FIRST);
  const dialog = chosen(page);
  await choose(page, "list.csv", "Wer,Nr,Ort\r\nAnn Lee,001,\r\n");
  await expect(dialog).not.toContainText("as you decided last time");
  await dialog.getByRole("combobox", { name: "Where Wer goes" }).selectOption("Name");
  await dialog.getByRole("combobox", { name: "Where Nr goes" }).selectOption("Code");
  await dialog.getByRole("combobox", { name: "Where Ort goes" }).selectOption("City");
  await dialog.getByRole("combobox", { name: "Recognise rows by" }).selectOption("Code");
  await expect(dialog).toContainText("1 row in the file = 1 changed");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("0 added, 1 updated, 0 rejected");
  await expect(book.cell(0, "city")).toHaveText("Ulm");
  await book.saved();
  await page.reload();
  await expect(book.cell(0, "name")).toHaveText("Ann Lee");

  await choose(page, "list.csv", "Wer,Nr,Ort\r\nAnn Lee,001,\r\n");
  await expect(dialog).toContainText("You imported this very file before");
  await expect(dialog).toContainText("as you decided last time");
  await expect(dialog).toContainText("1 row in the file = 1 unchanged");
  const nothingNew = dialog.getByText("everything in it is in the sheet already", { exact: false });
  await expect(nothingNew).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await dialog.getByRole("combobox", { name: "Blank cells in the file" }).selectOption("Clear what is there");
  await expect(dialog).toContainText("1 row in the file = 1 changed");
  await expect(nothingNew).toBeHidden();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.cell(0, "city")).toHaveText("");
});

test("a file of our own needs no question: dropped, one press of Import, done", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, FIRST);
  const text = await book.exportCsv();
  await book.type(0, "name", "Anna");
  await expect(book.cell(0, "name")).toHaveText("Anna");
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "ours.csv", { type: "text/csv" }));
    return transfer;
  }, text);
  await page.dispatchEvent(".shell", "drop", { dataTransfer: data });
  const dialog = chosen(page);
  await expect(dialog).toContainText("3 rows in the file = 1 changed + 2 unchanged");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("0 added, 1 updated, 0 rejected");
  await expect(book.cell(0, "name")).toHaveText("Ann");
});

test("a file that is dropped while another is written does not stop it", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, FIRST);
  await choose(page, "second.csv", SECOND);
  const button = chosen(page).getByRole("button", { name: "Import", exact: true });
  // In one task: what is written is so soon that a hand would be late.
  await button.evaluate((element: HTMLButtonElement) => {
    element.click();
    const transfer = new DataTransfer();
    transfer.items.add(new File(["Code,Name\r\n009,Late\r\n"], "late.csv", { type: "text/csv" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
  });
  await expect(book.importResult).toHaveText("2 added, 2 updated, 0 rejected");
  await expect(book.rowsStatus).toHaveText("5 rows");
  await expect(chosen(page)).toBeHidden();
});

test("rows of a file that begins a workbook are marked where one before them is like them", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const text = "Name,E-mail\r\nAnn Lee,ann@x.de\r\nBo,bo@x.de\r\nA. Lee,ANN@x.de\r\n";
  await book.button("Import CSV").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  await dialog.getByLabel("File").setInputFiles(csvFile("first.csv", text));
  await expect(dialog).toContainText(
    "1 row would be new, but looks like a row that is there or comes before.",
  );
  await expect(dialog.getByRole("row", { name: /^4 / })).toContainText("New, but like line 2");
  await dialog.getByRole("button", { name: "Leave similar rows out" }).click();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.rowsStatus).toHaveText("2 rows");
});

test("new rows that look like rows that are there are marked before anything is written, and left out together", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(
    csvFile("first.csv", "Code,Name,Mobile,City\r\n001,Ann Lee,020 7946 0958,Ulm\r\n002,王伟,,北京\r\n"),
  );
  await book.button("Import").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const second =
    "Code,Name,Mobile,City\r\n007,A. Lee,+44 20 7946 0958,Ulm\r\n008,王 伟,,北京\r\n009,Cy,,Kiel\r\n010,CY,,Bonn\r\n";
  await dialog.getByLabel("File").setInputFiles(csvFile("second.csv", second));
  await expect(dialog).toContainText(
    "3 rows would be new, but look like a row that is there or comes before.",
  );
  await expect(dialog.getByRole("row", { name: /^2 / })).toContainText("New, but like Ann Lee");
  await expect(dialog.getByRole("row", { name: /^5 / })).toContainText("New, but like line 4");
  await dialog.getByText("Similar 3", { exact: true }).click();
  await expect(dialog.locator("tbody tr")).toHaveCount(3);
  await dialog.getByRole("button", { name: "Leave similar rows out" }).click();
  await expect(dialog).toContainText("4 rows in the file = 1 new + 3 blank or not data");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("1 added, 0 updated, 0 rejected");
  await expect(book.rowsStatus).toHaveText("3 rows");
});

test("rows are recognised by several fields together", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, "Name,City,Notes\r\nAnn,Ulm,a\r\nAnn,Bonn,b\r\nBo,Ulm,c\r\n");
  const dialog = chosen(page);
  await choose(page, "second.csv", "Name,City,Notes\r\nAnn,Bonn,changed\r\nAnn,Kiel,new\r\nBo,Ulm,c\r\n");
  await dialog.getByRole("combobox", { name: "Recognise rows by" }).selectOption("Name");
  await expect(dialog).toContainText("3 rows in the file = 1 unchanged + 2 left out");
  await dialog.getByRole("combobox", { name: "and by" }).selectOption("City");
  await expect(dialog).toContainText("3 rows in the file = 1 new + 1 changed + 1 unchanged");
  await expect(dialog.getByRole("combobox", { name: "and by" })).toHaveValue("city");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("1 added, 1 updated, 0 rejected");
  await expect(book.cell(1, "notes")).toHaveText("changed");
  await expect(book.cell(0, "notes")).toHaveText("a");
});

test("however many lines are taken for no rows, each can be seen and taken back; and who knows better says which quotes are meant", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Import CSV" }).click();
  const dialog = chosen(page);
  const file = dialog.getByLabel("File", { exact: true });
  const rows = Array.from({ length: 90 }, (_, row) => `${row + 1},Name ${row + 1}\r\nCode,Name\r\n`);
  await file.setInputFiles(csvFile("report.csv", `Code,Name\r\n${rows.join("")}`));
  const left = dialog.locator(".import-left");
  await dialog.getByText("90 lines are left out").click();
  await expect(left).toHaveCount(60);
  await dialog.getByRole("button", { name: "Show 30 more lines" }).click();
  await expect(left).toHaveCount(90);
  await dialog.getByRole("button", { name: "Take as a row: line 181" }).click();
  await expect(dialog).toContainText("180 rows in the file = 91 new + 89 blank or not data");
  await expect(left).toHaveCount(89);

  const quotes = dialog.getByRole("combobox", { name: "Quotes around texts" });
  await expect(quotes).toBeHidden();
  await file.setInputFiles(csvFile("quotes.csv", "Code,Name\r\n1,'Lee, Ann'\r\n2,Bo\r\n3,Cy\r\n4,Di\r\n"));
  await expect(quotes).toHaveValue('"');
  await quotes.selectOption("'");
  await expect(dialog.locator("tbody tr").first()).toContainText("Lee, Ann");
  await expect(dialog).toContainText("4 rows in the file = 4 new");
});
