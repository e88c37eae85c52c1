/** The first journey, whole: from a file to a sheet, through edits, order and charts, over a restart, and out again. */
import { chromium, expect, test } from "@playwright/test";
import Papa from "papaparse";
import { freshProfile, launchOptions } from "../support/browser.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test.use({ serviceWorkers: "allow" });

const ROWS = 5_000;
/** Wide enough that no column is scrolled out of the document. */
const viewport = { width: 2000, height: 900 };

test("a customer list comes in, is edited, sorted, searched, charted, survives a restart and goes out unchanged but for the edit", async ({
  baseURL,
}) => {
  const profile = await freshProfile();
  const rows = customerRows(ROWS, 7);
  const first = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = first.pages()[0] ?? (await first.newPage());
  const book = new WorkbookPage(page);

  await test.step("the start screen offers three ways in", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Tierbook" })).toBeVisible();
    await expect(book.button("Sample workbook")).toBeVisible();
    await expect(book.button("Blank workbook")).toBeVisible();
  });

  await test.step("the file becomes a sheet", async () => {
    await book.importFile(csvFile("customers.csv", toCsv(HEADER, rows)));
    await expect(book.importResult).toContainText("5,000 added, 0 updated, 0 rejected");
    await expect(book.rowsStatus).toHaveText("5,000 rows");
    await expect(book.cell(0, "code")).toHaveText("000001");
    await book.saved();
  });

  await test.step("a cell is edited in place; what does not parse stays in the editor", async () => {
    await book.type(0, "name", "Zoë 改");
    await expect(book.cell(0, "name")).toHaveText("Zoë 改");
    await book.cell(0, "revenue").click();
    await page.keyboard.press("F2");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText("much");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("much");
    await page.keyboard.press("Escape");
    await book.saved();
  });

  await test.step("undo and redo take the edit back and bring it again", async () => {
    await book.button("Undo").click();
    await expect(book.cell(0, "name")).toHaveText(rows[0]?.[1] ?? "");
    await book.button("Redo").click();
    await expect(book.cell(0, "name")).toHaveText("Zoë 改");
  });

  await test.step("two keys sort: tier in its own order, then revenue from the top", async () => {
    await book.header("Tier").click();
    await book.header("Revenue").click({ modifiers: ["Shift"] });
    await book.header("Revenue").click({ modifiers: ["Shift"] });
    const best = rows.filter((row) => row[7] === "VIP").sort((a, b) => Number(b[10]) - Number(a[10]));
    await expect(book.cell(0, "code")).toHaveText(best[0]?.[0] ?? "");
    await expect(book.cell(1, "code")).toHaveText(best[1]?.[0] ?? "");
  });

  await test.step("a search over all columns", async () => {
    const wanted = rows.filter((row) => row.some((cell) => cell.includes("秀英"))).length;
    await book.search.fill("秀英");
    await expect(book.rowsStatus).toHaveText(`${wanted.toLocaleString("en")} of 5,000 rows`);
    await book.search.fill("");
    await expect(book.rowsStatus).toHaveText("5,000 rows");
  });

  await test.step("the charts say what they show, and a click filters the grid", async () => {
    const charts = page.getByRole("region", { name: "Charts" });
    if (!(await charts.isVisible())) await book.button("Charts").click();
    await expect(charts.getByRole("img").first()).toBeVisible();
    await charts.getByRole("button", { name: "Show as table" }).first().click();
    const vips = rows.filter((row) => row[7] === "VIP").length;
    const table = charts.getByRole("table").first();
    await expect(table.getByRole("row", { name: /VIP/ })).toContainText(vips.toLocaleString("en"));
    await table.getByRole("button", { name: /VIP/ }).click();
    await expect(book.rowsStatus).toHaveText(`${vips.toLocaleString("en")} of 5,000 rows`);
    await book.button("Undo").click();
    await expect(book.rowsStatus).toHaveText("5,000 rows");
  });

  await test.step("everything is there after the browser was closed", async () => {
    await book.saved();
    await first.close();
  });
  const second = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    viewport,
    acceptDownloads: true,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const reopened = new WorkbookPage(second.pages()[0] ?? (await second.newPage()));
  await test.step("the same rows, the same order, undo included", async () => {
    await reopened.page.goto("/");
    await expect(reopened.rowsStatus).toHaveText("5,000 rows");
    const best = rows.filter((row) => row[7] === "VIP").sort((a, b) => Number(b[10]) - Number(a[10]));
    await expect(reopened.cell(0, "code")).toHaveText(best[0]?.[0] ?? "");
    await expect(reopened.button("Undo")).toBeEnabled();
  });

  await test.step("the exported file equals the imported one plus the edit, value for value", async () => {
    const text = await reopened.exportCsv();
    expect(text.startsWith("\uFEFF")).toBe(true);
    const [header, ...exported] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
    expect(header).toEqual([...HEADER]);
    // The guard against formulas is a leading apostrophe that our own import takes off again.
    const plain = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell);
    const got = new Map(exported.map((row) => [row[0] ?? "", row.map(plain)]));
    expect(got.size).toBe(ROWS);
    for (const row of rows) {
      const expected = row[0] === "000001" ? row.with(1, "Zoë 改") : row;
      expect(got.get(row[0] ?? "")).toEqual(expected);
    }
  });
  await second.close();
});
