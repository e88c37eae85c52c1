/** Files for others: checked before they are written, in the receiver's own columns, and kept under a name. */
import { readFile, writeFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { failing } from "../support/failing.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const ROWS =
  "Code,Name,Company,E-mail,Revenue,Notes\r\n" +
  '0012,Zoë Lee,Lee & Co,zoe@lee.example,-5.50,"=HYPERLINK(""x"")"\r\n' +
  "0013,张伟,,wei@zhang.example,12.00,fine\r\n" +
  "0013,𠮷田,Yoshida,nowhere,3.00,😀\r\n";

async function opened(page: Page): Promise<{ readonly book: WorkbookPage; readonly dialog: Locator }> {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("a.csv", ROWS));
  await expect(book.rowsStatus).toHaveText("3 rows");
  await book.button("Export").click();
  return { book, dialog: page.getByRole("dialog", { name: "Export CSV" }) };
}

const preset = (dialog: Locator, name: string) =>
  dialog.getByRole("combobox", { name: "Preset" }).selectOption({ label: name });

async function written(
  page: Page,
  dialog: Locator,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a receiver's columns are filled, what does not fit is listed and led to, and formulas are decided about", async ({
  page,
}) => {
  const { book, dialog } = await opened(page);
  await preset(dialog, "Xero contacts");
  await expect(dialog.getByText("2 cells will not fit the receiver", { exact: false })).toBeVisible();
  await expect(dialog.getByText("AccountNumber, row 3 of the file")).toBeVisible();
  await expect(dialog.getByText("EmailAddress, row 3 of the file")).toBeVisible();
  // Notes have no column in Xero until they are given one.
  await dialog.getByText("What goes where", { exact: false }).click();
  await dialog.getByRole("checkbox", { name: "Show columns that stay empty, too" }).check();
  await dialog.getByRole("combobox", { name: "What goes into LegalName" }).selectOption({ label: "Notes" });
  await expect(dialog.getByText("1 cell begins like a formula", { exact: false })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Export", exact: true })).toBeDisabled();
  await dialog
    .getByRole("combobox", { name: "These cells" })
    .selectOption({ label: "Put an apostrophe in front" });
  const { name, bytes } = await written(page, dialog);
  const [header, first, second] = bytes.toString("utf8").split("\r\n");
  expect(name).toMatch(/\.csv$/);
  expect(header).toMatch(/^\*ContactName,AccountNumber,EmailAddress,FirstName,LastName,/);
  expect(first).toMatch(/^Lee & Co,0012,zoe@lee\.example,Zoë,Lee,/);
  expect(first).toContain(`"'=HYPERLINK(""x"")"`);
  expect(second).toMatch(/^张伟,0013,wei@zhang\.example,伟,张,/);
  await test.step("what was decided is there the next time", async () => {
    await book.button("Export").click();
    await preset(dialog, "Xero contacts");
    await expect(dialog.getByRole("combobox", { name: "These cells" })).toHaveValue("apostrophe");
    await dialog.getByRole("button", { name: "Show EmailAddress, row 3 of the file" }).click();
    await expect(dialog).toBeHidden();
    await expect(book.cell(2, "email")).toHaveAttribute("id", "active-cell");
  });
});

test("an export whose decisions could not be kept, for whatever reason, can be tried again", async ({
  page,
}) => {
  const fail = await failing(page);
  const { dialog } = await opened(page);
  await preset(dialog, "Xero contacts");
  await dialog.getByText("What goes where", { exact: false }).click();
  await dialog.getByRole("checkbox", { name: "Show columns that stay empty, too" }).check();
  await dialog.getByRole("combobox", { name: "What goes into LegalName" }).selectOption({ label: "Code" });
  const button = dialog.getByRole("button", { name: "Export", exact: true });
  await expect(button).toBeEnabled();
  await fail("dispatch");
  await button.click();
  await expect(dialog.getByRole("alert").filter({ hasText: "The file could not be written." })).toBeVisible();
  const { bytes } = await written(page, dialog);
  expect(bytes.toString("utf8")).toContain("zoe@lee.example");
});

test("characters that the encoding lacks stop the export, with a list of the cells, until their rows are left out", async ({
  page,
}) => {
  const { dialog } = await opened(page);
  await preset(dialog, "Sage 50 customers");
  await expect(dialog.getByRole("alert")).toContainText("cannot be written in this format");
  await expect(dialog.getByRole("alert")).toContainText("“张” does not exist in Western (Windows-1252)");
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("alert")).toContainText("“张” does not exist");
  // Who tries all the same is led to the way out.
  const leave = dialog.getByRole("button", { name: "Leave these 2 rows out" });
  await expect(leave).toBeFocused();
  await leave.press("Enter");
  await expect(dialog.getByText("2 rows that this format cannot write are left out.")).toBeVisible();
  await expect(dialog.getByRole("alert")).toBeHidden();
  await dialog.getByRole("button", { name: "Include again" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await leave.click();
  const { bytes } = await written(page, dialog);
  expect(bytes.toString("latin1")).toMatch(/^A\/C,[^\n]+\r\n0012,Lee & Co,[^\n]+Zo\u00eb Lee[^\n]+\r\n$/);
  await expect(page.getByText(/1 row written to .+; 2 rows left out/)).toBeVisible();
});

test("a preset of one's own is kept, changed, renamed, and removed", async ({ page }) => {
  const { book, dialog } = await opened(page);
  const chosen = dialog.getByRole("combobox", { name: "Preset" }).locator("option:checked");
  const name = dialog.getByRole("textbox", { name: "Name" });
  await dialog.getByText("Columns: 6 of").click();
  await dialog.getByRole("checkbox", { name: "Notes" }).uncheck();
  await dialog.getByText("Keep as a preset of your own").click();
  await name.fill("Tax");
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(chosen).toHaveText("★ Tax");
  await expect(name).toHaveValue("Tax");
  await expect(dialog.getByRole("button", { name: "Save changes" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Company" }).uncheck();
  await name.fill("Tax office");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(chosen).toHaveText("★ Tax office");
  await expect(
    dialog.getByRole("combobox", { name: "Preset" }).locator("option", { hasText: "★" }),
  ).toHaveCount(1);
  await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
  await book.saved();
  await page.reload();
  await book.button("Export").click();
  await preset(dialog, "★ Tax office");
  await expect(dialog.getByText("Columns: 4 of")).toBeVisible();
  await dialog.getByText("This preset of yours").click();
  await dialog.getByRole("button", { name: "Remove this preset" }).click();
  await expect(chosen).toHaveText("Excel");
  await expect(
    dialog.getByRole("combobox", { name: "Preset" }).locator("option", { hasText: "★" }),
  ).toHaveCount(0);
});

test("the receiver's own empty file is filled in, and kept under a name that lasts", async ({ page }) => {
  const { book, dialog } = await opened(page);
  await preset(dialog, "My template…");
  await expect(dialog.getByRole("button", { name: "Export", exact: true })).toBeDisabled();
  // 客户导入模板 above, then 客户编码;单位名称;邮箱;账套 in GBK.
  const gbk = Buffer.from(
    "bfcdbba7b5bcc8ebc4a3b0e50d0abfcdbba7b1e0c2eb3bb5a5cebbc3fbb3c63bd3cacfe43bd5cbccd70d0a",
    "hex",
  );
  await dialog
    .getByLabel("The receiver’s empty file")
    .setInputFiles({ name: "模板.csv", mimeType: "text/csv", buffer: gbk });
  await dialog.getByText("What goes where: 3 of 4 columns filled").click();
  await dialog.getByText("Keep as a preset of your own").click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("用友");
  await dialog.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(dialog.getByRole("combobox", { name: "Preset" }).locator("option:checked")).toHaveText(
    "★ 用友",
  );
  await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
  await book.saved();
  await page.reload();
  await book.button("Export").click();
  await preset(dialog, "★ 用友");
  const { bytes } = await written(page, dialog);
  const lines = new TextDecoder("gb18030").decode(bytes).split("\r\n");
  expect(lines).toEqual([
    "客户导入模板",
    "客户编码;单位名称;邮箱;账套",
    "0012;Lee & Co;zoe@lee.example;",
    "0013;;wei@zhang.example;",
    "0013;Yoshida;nowhere;",
    "",
  ]);
});

test("all sheets go as a pack with a note of counts and totals, and Excel-proof as Unicode text", async ({
  page,
}) => {
  const { book, dialog } = await opened(page);
  await preset(dialog, "Accountant pack");
  await dialog.getByRole("combobox", { name: "What" }).selectOption({ label: "All sheets" });
  const pack = await written(page, dialog);
  expect(pack.name).toMatch(/\.zip$/);
  expect(pack.bytes.subarray(0, 2).toString()).toBe("PK");
  await book.button("Export").click();
  await preset(dialog, "Excel-proof");
  const { bytes } = await written(page, dialog);
  expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfe]);
  const [, first] = new TextDecoder("utf-16le").decode(bytes).split("\r\n");
  expect(first).toContain('"\t0012"');
  expect(first).toContain("\t-5.5");
});

test("a workbook of Excel goes out and comes in again, sheet by sheet, with texts as texts", async ({
  page,
}) => {
  const { book, dialog } = await opened(page);
  await preset(dialog, "Excel workbook (.xlsx)");
  const { name, bytes } = await written(page, dialog);
  expect(name).toMatch(/\.xlsx$/);
  await book.button("Add sheet").click();
  await book.button("Import").click();
  const importing = page.getByRole("dialog", { name: "Import CSV" });
  await importing.getByLabel("File").setInputFiles({ name, mimeType: "", buffer: bytes });
  await expect(importing.getByRole("combobox", { name: "Encoding" })).toBeHidden();
  await importing.getByRole("button", { name: "Import", exact: true }).click();
  await expect(book.importResult).toHaveText("3 added, 0 updated, 0 rejected");
  const cells = page.locator('[row-index="0"] [role="gridcell"]');
  await expect(cells.filter({ hasText: /^0012$/ })).toHaveCount(1);
  await expect(cells.filter({ hasText: '=HYPERLINK("x")' })).toHaveCount(1);
});

test("cards of an address book come in as rows", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const cards =
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=BC=9F;;;\r\n" +
    "TEL;CELL:138 0013 8000\r\nTEL;WORK;FAX:010-1\r\nEND:VCARD\r\n" +
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Lee\r\nORG:Lee & Co\\, Ltd\r\nEMAIL:zoe@lee.example\r\nEND:VCARD\r\n";
  await book.importFile({ name: "a.vcf", mimeType: "text/vcard", buffer: Buffer.from(cards) });
  await expect(book.rowsStatus).toHaveText("2 rows");
  await expect(book.cell(0, "name")).toHaveText("张伟");
  await expect(book.cell(1, "company")).toHaveText("Lee & Co, Ltd");
});

test("nothing can be written before the beginning of the file is there, which moves the buttons", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const early: string[] = [];
    Object.defineProperty(window, "early", { value: early });
    new MutationObserver(() => {
      const sample = document.querySelector("pre.export-sample");
      for (const button of document.querySelectorAll<HTMLButtonElement>(".dialog-foot button"))
        if (!button.disabled && sample === null) early.push(button.textContent ?? "");
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  const { dialog } = await opened(page);
  await expect(dialog.locator("pre")).toContainText("0012,Zoë Lee");
  const early = await page.evaluate(() => Reflect.get(window, "early"));
  expect(early).toContain("Cancel");
  expect(early).not.toContain("Export");
});

const TOWNS =
  "Code,Name,E-mail,City\r\n001,Ann Lee,ann@lee.example,Ulm\r\n002,张伟,,Bonn\r\n003,Cy,cy@x.example,Ulm\r\n004,Di,,Kiel\r\n";

test("cells, rows and groups that are selected go out alone; the whole sheet has what the view leaves out, its columns as they were put; and each row is a card", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, TOWNS);
  await expect(book.rowsStatus).toHaveText("4 rows");
  const dialog = page.getByRole("dialog", { name: "Export CSV" });
  const open = async (scope: string): Promise<void> => {
    await book.button("Export").click();
    await dialog.getByRole("combobox", { name: "What" }).selectOption({ label: scope });
  };
  const lines = async (): Promise<readonly string[]> => {
    const { bytes } = await written(page, dialog);
    await expect(dialog).toBeHidden();
    return bytes
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .trimEnd()
      .split("\r\n");
  };

  await test.step("a box of cells, also where other columns were chosen for the view before", async () => {
    await book.cell(0, "name").click();
    await book.cell(1, "email").click({ modifiers: ["Shift"] });
    await open("This view");
    await dialog.getByText("Columns: 4 of").click();
    await dialog.getByRole("checkbox", { name: "Name" }).uncheck();
    await dialog.getByRole("combobox", { name: "What" }).selectOption({ label: "The selection" });
    expect(await lines()).toEqual(["Name,E-mail", "Ann Lee,ann@lee.example", "张伟,"]);
  });

  await test.step("rows", async () => {
    await book.cell(0, "row number").click();
    await book.cell(3, "row number").click({ modifiers: ["ControlOrMeta"] });
    await open("The selection");
    expect(await lines()).toEqual([
      "Code,Name,E-mail,City",
      "001,Ann Lee,ann@lee.example,Ulm",
      "004,Di,,Kiel",
    ]);
  });

  await test.step("groups, without their heads", async () => {
    await book.header("City").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Group by this column" }).click();
    await expect(book.cell(3, "name")).toHaveText("Di");
    await book.cell(3, "row number").click();
    await book.cell(5, "row number").click({ modifiers: ["Shift"] });
    await open("The selection");
    expect((await lines()).slice(1)).toEqual(["004,Di,,Kiel", "001,Ann Lee,ann@lee.example,Ulm"]);
  });

  await test.step("the whole sheet from a view of some rows, whose columns are in another order", async () => {
    await book.search.fill("Ulm");
    await expect(book.rowsStatus).toHaveText("2 of 4 rows");
    await page.getByRole("button", { name: /^View: / }).click();
    await page.getByRole("menuitem", { name: "New view like this…" }).click();
    await page.getByRole("textbox", { name: "Name of the view" }).fill("Ulm");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "View: Ulm" })).toBeVisible();
    await book.header("City").click({ button: "right" });
    await page.getByRole("menuitem", { name: "All columns…" }).click();
    const panel = page.getByRole("region", { name: "Columns" });
    await panel.getByRole("checkbox", { name: "City" }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Escape");
    await open("The whole sheet");
    await dialog.getByText("Columns: 14 of 14").click();
    const names = dialog.locator(".export-columns label");
    await expect(names.nth(2), "as in the file, not as in this view").toHaveText("E-mail");
    await dialog.getByRole("button", { name: "Move City up" }).click();
    await dialog.getByRole("button", { name: "Move Code down" }).click();
    await dialog.getByRole("checkbox", { name: "E-mail" }).uncheck();
    const [header, ...rows] = (await lines()).map((line) => line.split(","));
    expect(header?.slice(0, 4)).toEqual(["Name", "Code", "City", "Company"]);
    expect(header).toHaveLength(13);
    expect(rows.map((cells) => cells.slice(0, 3).join())).toEqual([
      "Ann Lee,001,Ulm",
      "张伟,002,Bonn",
      "Cy,003,Ulm",
      "Di,004,Kiel",
    ]);
  });

  await test.step("cards, which are read again as what they were", async () => {
    await open("The whole sheet");
    await preset(dialog, "vCard 3.0");
    const { name, bytes } = await written(page, dialog);
    expect(name).toMatch(/\.vcf$/);
    const cards = bytes.toString("utf8");
    expect(cards.match(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/gm)).toHaveLength(4);
    expect(cards).toContain("UID:002\r\nFN:张伟\r\nN:张;伟;;;\r\n");
    await book.button("Import").click();
    const importing = page.getByRole("dialog", { name: "Import CSV" });
    await importing.getByLabel("File").setInputFiles({ name, mimeType: "text/vcard", buffer: bytes });
    await expect(importing).toContainText("4 rows in the file = 4 unchanged");
  });
});

test("a file that is dropped on the field for it goes there, and does not begin an import", async ({
  page,
}, testInfo) => {
  const { dialog } = await opened(page);
  await preset(dialog, "My template…");
  const path = testInfo.outputPath("empty.csv");
  await writeFile(path, "Name;City\r\n");
  const field = await dialog.getByLabel("The receiver’s empty file").boundingBox();
  if (field === null) throw new Error("there is no field");
  const at = { x: field.x + field.width / 2, y: field.y + field.height / 2 };
  const hand = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await hand.send("Input.dispatchDragEvent", {
      type,
      ...at,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  await expect(dialog).toContainText("empty.csv");
  await expect(dialog).toContainText("What goes where: 2 of 2 columns filled");
  await expect(page.getByRole("dialog")).toHaveCount(1);
});
