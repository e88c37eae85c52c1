/** A whole workbook leaves as one file and opens in another browser; a damaged file is refused with the place. */
import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { BlobReader, TextWriter, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { WorkbookPage } from "../support/workbook.page.ts";

interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

async function saveFile({ page }: WorkbookPage): Promise<Saved> {
  await page.getByRole("button", { name: "Save as file", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save workbook as file" });
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  const download = await downloading;
  await expect(dialog).toBeHidden();
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The sample, with a cell changed. */
async function sample(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
  await book.type(0, "name", "Zoë 改");
  await book.saved();
  return book;
}

async function chooseFile(page: Page, { name, bytes }: Saved, locale = "en-US"): Promise<void> {
  const words = WORDS[locale];
  await page.goto("/");
  await page.getByRole("button", { name: words?.button ?? "", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: words?.button ?? "" });
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/zip", buffer: bytes });
}

const WORDS: Readonly<Record<string, { readonly button: string; readonly damaged: RegExp }>> = {
  "en-US": { button: "Open workbook file", damaged: /^This file is damaged/ },
  "zh-CN": { button: "打开工作簿文件", damaged: /已损坏。请使用另一份副本。$/ },
  "zh-TW": { button: "開啟活頁簿檔案", damaged: /已損壞。請使用另一份複本。$/ },
};

/** Another browser, as far as its data goes. */
async function fresh(browser: Browser, baseURL: string | undefined, locale = "en-US"): Promise<Page> {
  const context = await browser.newContext({ locale, ...(baseURL === undefined ? {} : { baseURL }) });
  return context.newPage();
}

test("S1 a workbook saved as a file opens in a fresh profile, row for row, and stays", async ({
  page,
  browser,
  baseURL,
}) => {
  const book = await sample(page);
  const saved = await saveFile(book);
  expect(saved.name).toMatch(/^.+ \d{4}-\d\d-\d\d\.tierbook$/);
  await expect(page.getByText("The file was read back and is right: 500 rows.")).toBeVisible();
  const rows = await book.exportCsv();

  const entries = await new ZipReader(new BlobReader(new Blob([Uint8Array.from(saved.bytes)]))).getEntries();
  expect(entries.map(({ filename }) => filename)).toEqual([
    "sheets/1 Customers.csv",
    "workbook.json",
    "manifest.json",
  ]);
  const [sheet] = entries;
  const text = sheet?.directory === false ? await sheet.getData(new TextWriter()) : "";
  expect(text.split("\r\n").filter((line) => line !== "")).toHaveLength(501);

  const other = new WorkbookPage(await fresh(browser, baseURL));
  await chooseFile(other.page, saved);
  await expect(other.rowsStatus).toHaveText("500 rows");
  await expect(other.page.getByText("Opened: 500 rows, saved on")).toBeVisible();
  await expect(other.cell(0, "name")).toHaveText("Zoë 改");
  expect(await other.exportCsv()).toBe(rows);
  await other.type(1, "name", "Åke");
  await other.saved();
  await other.page.reload();
  await expect(other.rowsStatus).toHaveText("500 rows");
  await expect(other.cell(1, "name")).toHaveText("Åke");
  await other.page.context().close();
});

test("S3 a damaged file is refused in three languages, and nothing is made of it", async ({
  page,
  browser,
  baseURL,
}) => {
  const { name, bytes } = await saveFile(await sample(page));
  const middle = Math.floor(bytes.length / 2);
  const damaged = Buffer.from(bytes);
  damaged[middle] = (damaged[middle] ?? 0) ^ 1;
  for (const [locale, words] of Object.entries(WORDS)) {
    const other = await fresh(browser, baseURL, locale);
    await chooseFile(other, { name, bytes: damaged }, locale);
    await expect(other.getByRole("alert")).toHaveText(words.damaged);
    await expect(other.getByRole("alert")).toContainText("sheets/1 ");
    await other.reload();
    await expect(other.getByRole("button", { name: words.button })).toBeVisible();
    await other.context().close();
  }
});

/** As if it were let go over the window. */
async function drop(page: Page, { name, bytes }: Saved): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], file));
      return transfer;
    },
    [name, bytes.toString("base64")] as const,
  );
  for (const type of ["dragover", "drop"]) await page.dispatchEvent("body", type, { dataTransfer: data });
}

test("a workbook file that is dropped on the first screen is opened", async ({ page, browser, baseURL }) => {
  const saved = await saveFile(await sample(page));
  const other = new WorkbookPage(await fresh(browser, baseURL));
  await other.page.goto("/");
  await expect(other.button("Open workbook file")).toBeVisible();
  await drop(other.page, saved);
  await expect(other.rowsStatus).toHaveText("500 rows");
  await expect(other.cell(0, "name")).toHaveText("Zoë 改");
  await other.page.context().close();
});

/** A browser that has a workbook of its own. */
async function withWorkbook(browser: Browser, baseURL: string | undefined): Promise<WorkbookPage> {
  const other = new WorkbookPage(await fresh(browser, baseURL));
  await other.page.goto("/");
  await other.button("Sample workbook").click();
  await expect(other.rowsStatus).toHaveText("500 rows");
  await other.type(0, "name", "the one before");
  await other.saved();
  return other;
}

test("S1 a file opens in place of an open workbook, with its views, and the one before is found again", async ({
  page,
  browser,
  baseURL,
}) => {
  const book = await sample(page);
  await book.header("City").click();
  await expect(book.header("City")).toHaveAttribute("aria-sort", "ascending");
  await book.saved();
  const saved = await saveFile(book);
  const rows = await book.exportCsv();

  const other = await withWorkbook(browser, baseURL);
  const restarted = other.page.waitForEvent("load");
  await other.button("Open file").click();
  const dialog = other.page.getByRole("dialog", { name: "Open workbook file" });
  await expect(dialog).toContainText("which stays in this browser as it is");
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: saved.name, mimeType: "application/zip", buffer: saved.bytes });
  await restarted;
  await expect(other.page.getByText("Opened: 500 rows, saved on")).toBeVisible();
  await expect(other.header("City")).toHaveAttribute("aria-sort", "ascending");
  expect(await other.exportCsv()).toBe(rows);

  await other.page.goto("/rescue.html");
  const before = other.page.getByRole("button", { name: "Go on with this" });
  await expect(before).toHaveCount(2);
  const names: string[] = [];
  for (const at of [0, 1]) {
    await other.page.goto("/rescue.html");
    await before.nth(at).click();
    await expect(other.rowsStatus).toHaveText("500 rows");
    names.push(await other.exportCsv());
  }
  expect(names.filter((text) => text.includes("the one before"))).toHaveLength(1);
  await other.page.context().close();
});

test("S3 a damaged file that is dropped on an open workbook is refused, and the workbook goes on; a good one opens", async ({
  page,
  browser,
  baseURL,
}) => {
  const saved = await saveFile(await sample(page));
  const other = await withWorkbook(browser, baseURL);
  const damaged = Buffer.from(saved.bytes);
  const middle = Math.floor(damaged.length / 2);
  damaged[middle] = (damaged[middle] ?? 0) ^ 1;
  await drop(other.page, { name: saved.name, bytes: damaged });
  const dialog = other.page.getByRole("dialog", { name: "Open workbook file" });
  await expect(dialog.getByRole("alert")).toHaveText(/^This file is damaged in sheets\/1 /);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(other.cell(0, "name")).toHaveText("the one before");
  await other.type(1, "name", "and on");
  await other.saved();
  await other.page.reload();
  await expect(other.cell(1, "name")).toHaveText("and on");

  await drop(other.page, { name: saved.name, bytes: damaged });
  await expect(dialog.getByRole("alert")).toHaveText(/^This file is damaged in sheets\/1 /);
  await drop(other.page, saved);
  await expect(other.page.getByText("Opened: 500 rows, saved on")).toBeVisible();
  await expect(other.cell(0, "name")).toHaveText("Zoë 改");
  await other.page.context().close();
});

test("what the browser could not take over is neither told nor noted as saved or exported", async ({
  page,
}) => {
  await sample(page);
  // As on a full disk: the file was written and read back, and its bytes do not come over.
  await page.evaluate(() => {
    Object.defineProperty(Blob.prototype, "size", { get: () => 2 ** 25 });
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
  });
  let given = 0;
  page.on("download", () => {
    given += 1;
  });
  const notice = page.getByRole("status", { name: "Notice" });
  for (const [opens, title, action, words] of [
    ["Save as file", "Save workbook as file", "Save", "The file could not be written. Try again."],
    ["Export", "Export CSV", "Export", /^The file could not be written/],
  ] as const) {
    await page.getByRole("button", { name: opens, exact: true }).click();
    const dialog = page.getByRole("dialog", { name: title });
    await dialog.getByRole("button", { name: action, exact: true }).click();
    await expect(dialog.getByRole("alert")).toHaveText(words);
    await expect(dialog.getByRole("button", { name: action, exact: true })).toBeEnabled();
    await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
    await expect(dialog).toBeHidden();
  }
  await expect(notice).toBeEmpty();
  await expect(page.getByRole("button", { name: "Not yet saved as a file" })).toBeVisible();
  expect(given).toBe(0);
});
