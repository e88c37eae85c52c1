/** Tiers by rule: what it would do is seen while a limit is dragged, it is followed from then on, and hands have the last word. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LIST = [
  "Code,Name,Tier,Revenue",
  "K-1,Ann,,5000.00",
  "K-2,Bob,,3000.00",
  "K-3,Cem,,1000.00",
  "K-4,Dan,,600.00",
  "K-5,Eve,,300.00",
  "K-6,Fay,,100.00",
  "K-7,Gus,,",
  "",
].join("\r\n");

test("customers are sorted by their share of the revenue, with a preview, and follow what changes", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const dialog = page.getByRole("dialog", { name: "Tier rule" });
  const tiers = async (): Promise<readonly string[]> =>
    page
      .locator('.ag-center-cols-container [col-id="tier"], [role="gridcell"][col-id="tier"]')
      .allInnerTexts();
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
  await expect(book.rowsStatus).toHaveText("7 rows");

  await book.find("tier rule");
  await expect(dialog).toBeVisible();
  // 5,000 and 3,000 of 10,000 are the first four fifths; 1,000 and 600 reach 95 %, 300 reaches 99 %.
  const row = (tier: string) => dialog.getByRole("row", { name: new RegExp(`^${tier}`) });
  await expect(row("VIP").getByRole("cell").nth(1)).toHaveText("2");
  await expect(row("Major").getByRole("cell").nth(1)).toHaveText("2");
  await expect(dialog.getByRole("status")).toContainText("6 customers move: 6 up, 0 down.");
  await expect(dialog.getByRole("status")).toContainText("1 has nothing to be judged by");
  const slider = dialog.getByRole("slider", { name: "VIP, up to percent" });
  await slider.focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowLeft");
  await expect(row("VIP").getByRole("cell").nth(1)).toHaveText("1");
  for (let step = 0; step < 30; step++) await page.keyboard.press("ArrowRight");
  await expect(row("VIP").getByRole("cell").nth(1)).toHaveText("2");
  await dialog.getByRole("button", { name: "Apply rule" }).click();
  await expect(dialog).toBeHidden();
  await expect(book.cell(0, "tier")).toHaveText("VIP");
  await expect(book.cell(3, "tier")).toHaveText("Major");
  await expect(book.cell(4, "tier")).toHaveText("Normal");
  await expect(book.cell(5, "tier")).toHaveText("Small");
  expect((await tiers()).filter((text) => text === "VIP")).toHaveLength(2);

  // A change moves who it moves, and one undo takes back both.
  await book.type(5, "revenue", "20000");
  await expect(book.cell(5, "tier")).toHaveText("VIP");
  await expect(book.cell(1, "tier")).toHaveText("Major");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(5, "revenue")).toHaveText(/100/);
  await expect(book.cell(5, "tier")).toHaveText("Small");
  await expect(book.cell(1, "tier")).toHaveText("VIP");

  // Whoever is set by hand keeps that.
  await book.type(3, "tier", "VIP");
  await expect(book.cell(3, "tier")).toHaveText("VIP");
  await book.type(5, "revenue", "20000");
  await expect(book.cell(5, "tier")).toHaveText("VIP");
  await expect(book.cell(3, "tier")).toHaveText("VIP");

  // The curve says how few they are, and a click shows them.
  await book.button("Charts").click();
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts).toContainText("80 % of Revenue comes from 2 of 6 customers.");
  await charts.getByRole("button", { name: "Show these 2" }).click();
  await expect(book.rowsStatus).toHaveText("2 of 7 rows");
  await charts.getByRole("button", { name: "Show these 2" }).click();
  await expect(book.rowsStatus).toHaveText("7 rows");
});
