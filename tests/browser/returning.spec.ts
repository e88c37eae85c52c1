/** The accountant round trip: a file goes out, comes back changed and damaged by Excel, and is merged with what was done meanwhile. */
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { textSource, xlsxFile } from "../../src/exchange/index.ts";
import { bytesOfFile } from "../support/exports.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LIST =
  "Code,Name,Mobile,City,Revenue\r\n00123,Ann,13800138000,Ulm,10.00\r\n00124,王伟,,Bonn,20.00\r\n00125,Cy,,Kiel,30.00\r\n";

const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);

/** As a workbook, in which texts of digits are numbers. */
async function asExcelSaves(sent: string) {
  const [header = [], ...rows] = sent
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const { rowCount, columns } = textSource(
    header,
    rows.map((cells) => cells.map((text) => (isNumber(text) ? String(Number(text)) : text))),
  );
  const source = {
    rowCount,
    columns: columns.map((column, at) => {
      const numbers = rows.every((cells) => isNumber(cells[at] ?? "") || cells[at] === "");
      return numbers ? { ...column, content: "number" as const } : column;
    }),
  };
  const bytes = await bytesOfFile(xlsxFile("back.xlsx", [{ name: "Sheet1", source }]));
  return { name: "back.xlsx", mimeType: "", buffer: Buffer.from(bytes) };
}

test("what the accountant changed comes in, what Excel damaged is put right, what both changed stays mine unless I choose theirs", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, LIST);
  await expect(book.rowsStatus).toHaveText("3 rows");

  await book.button("Export").click();
  const exporting = page.getByRole("dialog", { name: "Export" });
  await exporting.getByRole("combobox", { name: "Preset" }).selectOption("Accountant (round trip)");
  const download = page.waitForEvent("download");
  await exporting.getByRole("button", { name: "Export", exact: true }).click();
  const sent = await readFile(await (await download).path(), "utf8");
  expect(sent).toMatch(/Tierbook [0-9a-z]+/);
  expect(sent).toMatch(/R1\r\n/);
  await expect(exporting).toBeHidden();

  // Meanwhile here.
  await book.type(1, "city", "Trier");
  await book.type(2, "name", "Cyrus");
  await expect(book.cell(2, "name")).toHaveText("Cyrus");

  // There: two changes, one of a cell that was changed here too; the rest is Excel's doing.
  const came = sent
    .replaceAll("00123", "123")
    .replaceAll("00124", "124")
    .replaceAll("00125", "125")
    .replace("13800138000", "1.38E+10")
    .replace("王伟", "??")
    .replace("Bonn", "Bad Godesberg")
    .replace("30.00", "33.00");
  await book.button("Import").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  await dialog.getByLabel("File").setInputFiles(csvFile("back.csv", came));
  await expect(dialog).toContainText("This file went out from here");
  await expect(dialog.getByRole("checkbox", { name: "Put right what Excel damaged: 5 cells" })).toBeChecked();
  await expect(dialog).toContainText("lost zeros in 3");
  await expect(dialog).toContainText("3 rows in the file = 1 changed + 2 unchanged");
  await expect(dialog).toContainText("You and they both changed 1 cell. Yours stay");

  const conflict = dialog.getByRole("combobox", { name: "Which counts: City on line 3" });
  await expect(conflict.locator("option")).toHaveText(["Mine: Trier", "Theirs: Bad Godesberg"]);
  await expect(conflict).toHaveValue("mine");
  await conflict.selectOption("Theirs: Bad Godesberg");
  await expect(dialog).toContainText("3 rows in the file = 2 changed + 1 unchanged");
  await dialog.getByRole("button", { name: "Keep all of mine" }).click();
  await expect(dialog).toContainText("3 rows in the file = 1 changed + 2 unchanged");

  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("0 added, 1 updated, 0 rejected");
  await expect(book.cell(0, "code")).toHaveText("00123");
  await expect(book.cell(0, "mobile")).toHaveText("13800138000");
  await expect(book.cell(1, "name")).toHaveText("王伟");
  await expect(book.cell(1, "city")).toHaveText("Trier");
  await expect(book.cell(2, "name")).toHaveText("Cyrus");
  await expect(book.cell(2, "revenue")).toContainText("33.00");
});

test("what went out is known when it comes back, also where its note was undone since", async ({ page }) => {
  const book = await WorkbookPage.ofList(page, LIST);
  const exporting = page.getByRole("dialog", { name: "Export" });
  const importing = page.getByRole("dialog", { name: "Import CSV" });
  const file = importing.getByLabel("File", { exact: true });
  await book.button("Export").click();
  await exporting.getByRole("combobox", { name: "Preset" }).selectOption("Accountant (round trip)");
  const download = page.waitForEvent("download");
  await exporting.getByRole("button", { name: "Export", exact: true }).click();
  const sent = await readFile(await (await download).path(), "utf8");
  await expect(exporting).toBeHidden();
  // Undo goes for the last thing that was done, whatever the owner takes that to be.
  await book.type(1, "city", "Trier");
  await book.button("Undo").click();
  await expect(book.cell(1, "city")).toHaveText("Bonn");
  await book.button("Undo").click();
  await book.type(2, "city", "Hof");

  await book.button("Import").click();
  await file.setInputFiles(csvFile("back.csv", sent.replace("Bonn", "Brühl")));
  await expect(importing).toContainText("This file went out from here");
  await expect(importing).toContainText("3 rows in the file = 1 changed + 2 unchanged");
  await file.setInputFiles(await asExcelSaves(sent.replace("Bonn", "Brühl")));
  await expect(importing).toContainText("This file went out from here");
  await expect(
    importing.getByRole("checkbox", { name: "Put right what Excel damaged: 3 cells" }),
  ).toBeChecked();
  await expect(importing).toContainText("3 rows in the file = 1 changed + 2 unchanged");
  await expect(importing.getByRole("combobox", { name: "Column names" })).toHaveValue("1");
  // Another workbook's, or one of before this one began.
  const foreign = sent.replace(/Tierbook [0-9a-z]+/, "Tierbook zz00");
  await file.setInputFiles(csvFile("other.csv", foreign));
  await expect(importing).toContainText("this sheet has no record of sending it");
});
