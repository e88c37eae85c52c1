/** The settings: what they change is seen at once, in the same page; what is the workbook's can be undone. */
import { expect, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

async function openSample(page: Page): Promise<WorkbookPage> {
  await page.goto("./");
  const book = new WorkbookPage(page);
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.saved();
  return book;
}

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const rowHeight = (page: Page): Promise<number> =>
  page
    .locator(".ag-row")
    .first()
    .evaluate((row) => row.getBoundingClientRect().height);

test("language, theme and density change at once, and are there again after a reload", async ({ page }) => {
  const book = await openSample(page);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  const paper = await background(page);
  await book.button("Settings").click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByText("Dark", { exact: true }).click();
  await expect(dialog.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect.poll(() => background(page)).not.toBe(paper);
  await dialog.getByText("Compact", { exact: true }).click();
  await expect.poll(() => rowHeight(page)).toBe(24);
  const language = page.getByRole("combobox", { name: "Language" });
  await language.focus();
  await language.selectOption("繁體中文");
  await expect(page.getByRole("dialog", { name: "設定" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "語言" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(book.button("復原")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
  expect(await page.evaluate(() => Reflect.get(window, "stayed"))).toBe(true);
  await page.reload();
  await expect(book.button("復原")).toBeVisible();
  await expect.poll(() => rowHeight(page)).toBe(24);
  expect(await background(page)).not.toBe(paper);
});

test("another language needs no reload: the grid's words, counts and the names of files follow it", async ({
  page,
}) => {
  const book = await openSample(page);
  await book.importFile(csvFile("new.csv", "Code,Name\r\nZ-1,Zoe\r\nZ-2,Zac,too,many\r\n"));
  await expect(book.importResult).toHaveText("1 added, 0 updated, 1 rejected");
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  for (const [language, result, rows, save, rejected, number] of [
    ["简体中文", "新增 1，更新 0，未导入 1", "501 行", "保存未导入的行", "new 未导入.csv", "行号"],
    [
      "English",
      "1 added, 0 updated, 1 rejected",
      "501 rows",
      "Save rejected rows",
      "new rejected.csv",
      "Row number",
    ],
    ["繁體中文", "新增 1，更新 0，未匯入 1", "501 列", "儲存未匯入的列", "new 未匯入.csv", "列號"],
  ] as const) {
    await page.locator(".toolbar-buttons > .button").last().click();
    await page.getByRole("dialog").getByRole("combobox").first().selectOption(language);
    await page.keyboard.press("Escape");
    await expect(page.locator(".import-result")).toHaveText(result);
    await expect(page.locator(".status-bar [role=status]").first()).toHaveText(rows);
    await expect(page.getByRole("columnheader", { name: number })).toHaveCount(1);
    const download = page.waitForEvent("download");
    await book.button(save).click();
    expect((await download).suggestedFilename()).toBe(rejected);
  }
  expect(await page.evaluate(() => Reflect.get(window, "stayed"))).toBe(true);
});

test("the workbook's currency and formats are shown in the grid, and Undo takes them back", async ({
  page,
}) => {
  // Columns out of sight are not drawn.
  await page.setViewportSize({ width: 2200, height: 800 });
  const book = await openSample(page);
  const amounts = page.locator('.ag-row [col-id="revenue"]');
  await expect(amounts.first()).toContainText("$");
  await book.button("Settings").click();
  await page.getByRole("tab", { name: "This workbook" }).click();
  const currency = page.getByRole("combobox", { name: "Currency" });
  await currency.fill("euro");
  await page.getByRole("option", { name: /^EUR/ }).click();
  const formats = page.getByRole("combobox", { name: "Numbers and dates as in" });
  await formats.fill("German (Ger");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Amounts look like 1.234.567,89 €.")).toBeVisible();
  await expect(page.getByText("03/04/2026, when typed, is 2026-04-03.")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(amounts.first()).toHaveText(/^[\d.]+,\d\d\s€$/);
  await book.button("Undo").click();
  await book.button("Undo").click();
  await expect(amounts.first()).toContainText("$");
  await book.saved();
});
