/** Files for receivers as they are handed over: a template of Excel saved where the owner says, and lists of contacts there and back. */
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { textSource, xlsxFile } from "../../src/exchange/index.ts";
import { sheetRows } from "../../src/exchange/xlsx/read.ts";
import { bytesOfFile } from "../support/exports.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

/** A real file of the browser's own in place of the dialog that no test can answer, which is given up the first time. */
const PICKER = `
  let asked = 0;
  window.showSaveFilePicker = async ({ suggestedName }) => {
    asked += 1;
    if (asked === 1) throw new DOMException("", "AbortError");
    return (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  };`;

/** The only file there, as it is on disk. */
async function savedFile(
  page: Page,
): Promise<{ readonly name: string; readonly bytes: Buffer<ArrayBuffer> }> {
  const { name, base64 } = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const [name, handle] of root.entries()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      return { name, base64: btoa(String.fromCharCode(...bytes)) };
    }
    throw new Error("no file was saved");
  });
  return { name, bytes: Buffer.from(base64, "base64") };
}

async function rowsIn(bytes: Buffer<ArrayBuffer>, sheet: string): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of sheetRows(new Uint8Array(bytes), sheet)) rows.push(cells);
  return rows;
}

const exporting = (page: Page): Locator => page.getByRole("dialog", { name: "Export CSV" });
const preset = (page: Page, name: string) =>
  exporting(page).getByRole("combobox", { name: "Preset" }).selectOption({ label: name });

test("the receiver's own workbook of Excel is filled in and saved where the owner says, and opens with all that stood in it", async ({
  page,
}) => {
  await page.addInitScript(PICKER);
  const book = await WorkbookPage.ofList(
    page,
    "Code,Name,E-mail\r\n0012,张伟,wei@zhang.example\r\n0013,=1+1,\r\n",
  );
  await book.button("Export").click();
  const dialog = exporting(page);
  await preset(page, "My template…");
  const columns = ["客户编码", "邮箱", "客户名称", "账套"];
  const lead = [["客户导入模板"], []];
  const given = await bytesOfFile(
    xlsxFile("a.xlsx", [{ name: "客户", source: textSource(columns, []), lead }]),
  );
  await dialog
    .getByLabel("The receiver’s empty file")
    .setInputFiles({ name: "模板.xlsx", mimeType: "", buffer: Buffer.from(given) });
  await expect(dialog.getByText("What goes where: 3 of 4 columns filled")).toBeVisible();
  const saveAs = dialog.getByRole("button", { name: "Save as…" });
  await saveAs.click();
  await expect(dialog, "nothing was chosen").toBeVisible();
  await saveAs.click();
  await expect(dialog).toBeHidden();
  const { name, bytes } = await savedFile(page);
  expect(name).toMatch(/^Customers .+\.xlsx$/);
  await expect(page.getByText(`2 rows written to ${name}`)).toBeVisible();
  expect(await rowsIn(bytes, "客户")).toEqual([
    ["客户导入模板"],
    [],
    columns,
    ["0012", "wei@zhang.example", "张伟"],
    ["0013", "", "=1+1"],
  ]);
});

const GOOGLE =
  "First Name,Middle Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\r\n" +
  "Ann,,Lee,Lee & Co,,* myContacts,* Work,ann@lee.example,Mobile,+44 770 1\r\n" +
  "伟,,张,,,* myContacts,* Work,wei@zhang.example,Work,+86 10 1\r\n";

async function exported(page: Page, book: WorkbookPage, name: string) {
  await book.button("Export").click();
  await preset(page, name);
  const download = page.waitForEvent("download");
  await exporting(page).getByRole("button", { name: "Export", exact: true }).click();
  const text = (await readFile(await (await download).path(), "utf8")).replace(/^\ufeff/, "");
  const [header = [], ...rows] = text.split("\r\n").map((line) => line.split(","));
  return { text, cells: (column: string) => rows.slice(0, 2).map((row) => row[header.indexOf(column)]) };
}

test("contacts of Google come in, are renamed, go out to Google and Outlook under their new names, and come home", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, GOOGLE);
  await expect(book.rowsStatus).toHaveText("2 rows");
  await book.type(0, "name", "Anna Lee");
  await expect(book.cell(0, "name")).toHaveText("Anna Lee");
  const google = await exported(page, book, "Google Contacts");
  expect(google.cells("First Name")).toEqual(["Anna", "伟"]);
  expect(google.cells("Last Name")).toEqual(["Lee", "张"]);
  expect(google.cells("Phone 1 - Label")).toEqual(["Mobile", ""]);
  expect(google.cells("Phone 2 - Label")).toEqual(["", "Work"]);
  const outlook = await exported(page, book, "Outlook contacts");
  expect(outlook.cells("First Name")).toEqual(["Anna", "伟"]);
  expect(outlook.cells("Mobile Phone")).toEqual(["+44 770 1", ""]);
  expect(outlook.cells("Business Phone")).toEqual(["", "+86 10 1"]);
  for (const { text } of [google, outlook]) {
    await book.button("Import").click();
    const dialog = page.getByRole("dialog", { name: "Import CSV" });
    await dialog.getByLabel("File").setInputFiles(csvFile("home.csv", text));
    // First Name is what Name has said since.
    await expect(dialog.getByText("2 rows in the file = 1 changed + 1 unchanged")).toBeVisible();
    await expect(dialog.locator("tbody tr").first()).toContainText("Ann → Anna");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  }
});
