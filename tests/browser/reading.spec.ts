/** How a file is read, seen and put right in the import dialog: encodings, names, lines left out, dates, and rows that are pasted. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const REPORT =
  "Acme Ltd\nCustomers by region\n\nCode,Name,City,Revenue,Last contact\nNorth,,,,\n001,Ann Smith,York,10.00,03/04/2025\n002,Bob Jones,Hull,20.00,05/06/2025\nTotal North,,,30.00,\nGrand Total,,,30.00,\n";

async function openImport(page: Page): Promise<Locator> {
  await page.goto("./");
  await new WorkbookPage(page).button("Import CSV").click();
  return page.getByRole("dialog", { name: "Import CSV" });
}

test("a report comes in as its table, after the one question about its dates", async ({ page }) => {
  const workbook = new WorkbookPage(page);
  const dialog = await openImport(page);
  await dialog.getByLabel("File").setInputFiles(csvFile("report.csv", REPORT));
  await expect(dialog.getByRole("combobox", { name: "Column names" })).toHaveValue("4");
  const bring = dialog.getByRole("button", { name: "Import", exact: true });
  await expect(bring).toBeDisabled();
  await dialog.getByText(/lines are left out/).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Grand Total" })).toBeVisible();
  await dialog.getByRole("button", { name: "Take as a row: line 5" }).click();
  await expect(dialog.getByRole("button", { name: "Take as a row: line 5" })).toBeHidden();
  await dialog.getByRole("combobox", { name: /what day is 03\/04\/2025/ }).selectOption("dmy");
  await expect(bring).toBeEnabled();
  await bring.click();
  await expect(workbook.importResult).toContainText("3 added");
  const ids = await workbook.fieldIds();
  await expect(workbook.cell(1, ids.get("Last contact") ?? "")).toHaveText("2025-04-03");
});

test("what may be a short year in front is asked about, and the answer can be another before it comes in", async ({
  page,
}) => {
  const workbook = new WorkbookPage(page);
  const dialog = await openImport(page);
  const text = "Code,Last contact\n001,26/03/04\n002,26/03/18\n003,26/04/22\n";
  await dialog.getByLabel("File").setInputFiles(csvFile("short.csv", text));
  const bring = dialog.getByRole("button", { name: "Import", exact: true });
  const question = dialog.getByRole("combobox", { name: /what day is 26\/03\/04/ });
  await expect(bring).toBeDisabled();
  await expect(question.getByRole("option")).toHaveText([
    "Choose…",
    "March 26, 2004 (the day comes first)",
    "March 4, 2026 (the year comes first)",
  ]);
  await question.selectOption("dmy");
  await expect(bring).toBeEnabled();
  await question.selectOption("ymd");
  await expect(question).toHaveValue("ymd");
  await expect(bring).toBeEnabled();
  await bring.click();
  await expect(workbook.importResult).toContainText("3 added");
  const ids = await workbook.fieldIds();
  await expect(workbook.cell(1, ids.get("Last contact") ?? "")).toHaveText("2026-03-18");
});

test("numbers with points and with commas come in after the one question about them, which stays to be answered otherwise", async ({
  page,
}) => {
  const workbook = new WorkbookPage(page);
  const dialog = await openImport(page);
  const text = 'Code,Revenue\n001,"1.234,56"\n002,"1,234.56"\n003,"12,50"\n004,3.5\n';
  await dialog.getByLabel("File").setInputFiles(csvFile("mixed.csv", text));
  const bring = dialog.getByRole("button", { name: "Import", exact: true });
  const question = dialog.getByRole("combobox", { name: /is a comma the decimal sign/ });
  await expect(question).toHaveValue("open");
  await expect(bring).toBeDisabled();
  await question.selectOption(".");
  await expect(dialog.getByText("Revenue: “12,50” is not a number", { exact: false })).toBeVisible();
  await question.selectOption(",");
  await expect(dialog.getByText("Revenue: “3.5” is not a number", { exact: false })).toBeVisible();
  await expect(bring).toBeEnabled();
  await bring.click();
  await expect(workbook.importResult).toContainText("3 added, 0 updated, 1 rejected");
  const ids = await workbook.fieldIds();
  await expect(workbook.cell(1, ids.get("Revenue") ?? "")).toHaveText("$1,234.56");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("why a row does not come in is read among all rows", async ({ page }) => {
    const dialog = await openImport(page);
    const rows = "001,Ann,10.00\n002,Bob,often\n003,Cid,12.00\n004,Dan,13.00\n005,Eve,14.00\n";
    await dialog.getByLabel("File").setInputFiles(csvFile("bad.csv", `Code,Name,Revenue\n${rows}`));
    const why = dialog.locator('tr[data-fate="rejected"] .import-why');
    await why.scrollIntoViewIfNeeded();
    const shown = await why.evaluate((element) => {
      const { height } = element.getBoundingClientRect();
      return { cut: element.scrollWidth > element.clientWidth, height };
    });
    expect(shown.cut).toBe(false);
    // The column, what is wrong with the cell, and no row higher than the others: the window reckons with one height.
    expect(shown.height).toBeGreaterThan(30);
    const heights = await dialog
      .locator("tbody tr[data-fate]")
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(new Set(heights)).toEqual(new Set([46]));
    // And leads to the cell.
    await why.tap();
    const cell = dialog.getByRole("textbox", { name: "Revenue on line 3" });
    await expect(cell).toBeFocused();
    await expect(cell).toBeInViewport({ ratio: 1 });
  });

  const isCut = (element: Element): boolean =>
    element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;

  for (const language of ["en-US", "zh-CN"]) {
    test.describe(language, () => {
      test.use({ locale: language });

      test("what a new row looks like, and what a line that is left out holds, are read without a tooltip", async ({
        page,
      }) => {
        await page.goto("./");
        await page.getByRole("button", { name: /Import CSV|导入 CSV/ }).click();
        const dialog = page.getByRole("dialog");
        const title =
          "Customers of the northern region as of the last day of March without those that are closed";
        const rows = "001,王伟,w@x.cn\n002,Ann,a@x.de\n003,王小伟,w@x.cn\n004,Bo,b@x.de\n";
        await dialog
          .locator("input[type=file]")
          .setInputFiles(csvFile("alike.csv", `${title}\n\nCode,Name,E-mail\n${rows}`));
        const why = dialog.locator("tbody td.import-fate").filter({ hasText: /like|疑似/ });
        await why.scrollIntoViewIfNeeded();
        for (const part of [why, why.locator(".import-why")]) expect(await part.evaluate(isCut)).toBe(false);
        const heights = await dialog
          .locator("tbody tr[data-fate]")
          .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
        expect(new Set(heights)).toEqual(new Set([46]));
        await dialog.locator("summary").click();
        const sample = dialog.locator(".import-left .import-sample").first();
        await expect(sample).toHaveText(title);
        expect(await sample.evaluate(isCut)).toBe(false);
      });
    });
  }
});

test("the same lines are shown in each encoding, and one is chosen by its look", async ({ page }) => {
  const dialog = await openImport(page);
  const buffer = Buffer.from("Code;Name\r\n001;J\xf6rg M\xfcller\r\n", "latin1");
  await dialog.getByLabel("File").setInputFiles({ name: "kunden.csv", mimeType: "text/csv", buffer });
  const compare = dialog.getByRole("region", { name: "Which of these reads correctly?" });
  await expect(compare).toContainText("Jörg Müller");
  await compare.getByRole("button", { name: /Mac Roman/ }).click();
  await expect(dialog.getByRole("combobox", { name: "Encoding" })).toHaveValue("macintosh");
  await compare.getByRole("button", { name: /Windows-1252/ }).click();
  await expect(dialog.getByRole("combobox", { name: "Encoding" })).toHaveValue("windows-1252");
});

test("rows that are pasted are a file", async ({ page }) => {
  const dialog = await openImport(page);
  await expect(dialog).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Code\tName\n007\tAnn\n008\tBob\n");
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(dialog.getByText("Pasted rows.csv")).toBeVisible();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(new WorkbookPage(page).importResult).toContainText("2 added");
});

test("any line is left out and taken back, by mouse and by keyboard, and what was mended stays", async ({
  page,
}) => {
  const workbook = new WorkbookPage(page);
  await WorkbookPage.ofList(page, "Code,Name,Revenue\n1,Ann,1.00\n");
  await workbook.button("Import").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const lines = dialog.getByRole("rowheader");
  await dialog
    .getByLabel("File")
    .setInputFiles(csvFile("more.csv", "Code,Name,Revenue\n7,Bo,abc\n8,Cy,2.00\n9,Di,3.00\nTotal,,6.00\n"));
  await dialog.getByRole("textbox", { name: "Revenue on line 2" }).fill("1");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("cell", { name: "$1.00" })).toBeVisible();
  await expect(dialog.getByText("4 rows in the file = 3 new + 1 blank or not data")).toBeVisible();
  await dialog.getByText("1 line is left out").click();
  await dialog.getByRole("button", { name: "Take as a row: line 5" }).click();
  await expect(lines).toHaveCount(4);
  // It was a total after all.
  await dialog.getByRole("button", { name: "Leave out: line 5" }).click();
  await dialog.getByText("1 line is left out").click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Total" })).toBeVisible();
  // One of the rows is reached by Tab, the others by arrows.
  await dialog.getByRole("button", { name: "Leave out: line 2" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("button", { name: "Leave out: line 3" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lines).toHaveCount(2);
  await expect(dialog.getByRole("listitem").filter({ hasText: "Cy" })).toContainText("Left out by you");
  await expect(dialog.getByText("4 rows in the file = 2 new + 2 blank or not data")).toBeVisible();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(workbook.importResult).toHaveText("2 added, 0 updated, 0 rejected");
});

test("what reads like a second line of names is taken as a row; groups above the names are not", async ({
  page,
}) => {
  const workbook = new WorkbookPage(page);
  await WorkbookPage.ofList(page, "Code,Name,Revenue\n1,Ann,1.00\n");
  await workbook.button("Import").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const rows = "Tea,1.5,20,3,4\n".repeat(5);
  await dialog
    .getByLabel("File")
    .setInputFiles(csvFile("units.csv", `Name,Weight,Price,In,Out\n,kg,EUR,,\n${rows}`));
  await dialog.getByText("1 line is left out").click();
  await dialog.getByRole("button", { name: "Take as a row: line 2" }).click();
  await expect(dialog.getByText("6 rows in the file = 6 new")).toBeVisible();
  await dialog
    .getByLabel("File", { exact: true })
    .setInputFiles(csvFile("groups.csv", `Name,Q1,,Q2,\n,Qty,Amount,Qty,Amount\n${rows}`));
  await dialog.getByText("1 line is left out").click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "More column names" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Take as a row: line 1" })).toBeHidden();
});

test("an import that is cancelled while it writes leaves nothing, also where there was no workbook yet, and can be done again", async ({
  page,
}) => {
  const workbook = new WorkbookPage(page);
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const bring = dialog.getByRole("button", { name: "Import", exact: true });
  const told = page.getByText("The import was cancelled. Nothing was imported.");
  const cancelled = async (content: string) => {
    await dialog.getByLabel("File").setInputFiles(csvFile("more.csv", content));
    await expect(bring).toBeEnabled();
    // Faster than any hand: the worker has begun by then.
    await dialog.evaluate((shown) => {
      const [cancel, write] = [...shown.querySelectorAll<HTMLElement>(".dialog-foot button")].slice(-2);
      write?.click();
      cancel?.click();
    });
    await expect(told).toBeVisible();
    await expect(dialog).toBeHidden();
  };
  await page.goto("/");
  await workbook.button("Import CSV").click();
  await cancelled("Code,Name\n1,Ann\n");
  await expect(workbook.button("Blank workbook")).toBeVisible();
  await page.reload();
  await workbook.importFile(csvFile("first.csv", "Code,Name\n1,Ann\n"));

  await workbook.button("Import").click();
  await cancelled("Code,Name\n2,Bo\n3,Cy\n");
  await expect(workbook.rowsStatus).toHaveText("1 row");
  await expect(workbook.button("Redo")).toBeDisabled();
  await workbook.button("Import").click();
  await dialog.getByLabel("File").setInputFiles(csvFile("more.csv", "Code,Name\n2,Bo\n3,Cy\n"));
  await expect(dialog.getByText("You imported this very file before", { exact: false })).toBeHidden();
  await bring.click();
  await expect(workbook.importResult).toHaveText("2 added, 0 updated, 0 rejected");
});

test("columns that a file does not name are said to be what they are, also where it begins the workbook", async ({
  page,
}) => {
  await page.goto("/");
  const workbook = new WorkbookPage(page);
  await workbook.button("Import CSV").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const list = "王小明,13800138000,北京市朝阳区\r\n李娜,13912345678,上海市浦东新区\r\n";
  await dialog.getByLabel("File").setInputFiles(csvFile("名单.csv", list));
  await dialog.getByRole("combobox", { name: "Where Column 1 goes" }).selectOption("Name");
  await dialog.getByRole("combobox", { name: "Where Column 2 goes" }).selectOption("Mobile");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(workbook.importResult).toHaveText("2 added, 0 updated, 0 rejected");
  await expect(workbook.cell(0, "name")).toHaveText("王小明");
  await expect(workbook.cell(1, "mobile")).toHaveText("13912345678");
  await expect(workbook.header("Name")).toBeVisible();
  await expect(workbook.header("Column 3")).toBeVisible();
});

test("where a file begins the workbook its columns go where they are sent, become what they are said to be, or stay out", async ({
  page,
}) => {
  await page.goto("/");
  const workbook = new WorkbookPage(page);
  await workbook.button("Import CSV").click();
  const dialog = page.getByRole("dialog", { name: "Import CSV" });
  const where = (column: string) => dialog.getByRole("combobox", { name: `Where ${column} goes` });
  const list = "Wer;Nr;Seit;Intern\r\nMeier KG;007;2019;x\r\nSchulz;008;2021;y\r\n";
  await dialog.getByLabel("File").setInputFiles(csvFile("Kunden.csv", list));
  await where("Wer").selectOption("Name");
  await where("Nr").selectOption("Code");
  await where("Intern").selectOption("Leave out");
  await dialog.getByRole("combobox", { name: "What Seit becomes" }).selectOption("Text");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(workbook.importResult).toHaveText("2 added, 0 updated, 0 rejected");
  // They are the customer's name and number, under the names that the file gives them.
  await expect(workbook.header("Wer")).toBeVisible();
  await expect(workbook.header("Intern")).toHaveCount(0);
  await expect(workbook.cell(0, "name")).toHaveText("Meier KG");
  await expect(workbook.cell(1, "code")).toHaveText("008");
});
