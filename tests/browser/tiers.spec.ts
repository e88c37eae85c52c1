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
  const slider = dialog.getByRole("slider", { name: "Upper limit of VIP, in percent" });
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

test("the states of a customer's life follow conditions on days and amounts, and hands have the last word", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const daysAgo = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const list = [
    "Code,Name,Status,Revenue,Last contact",
    `K-1,Ann,,500.00,${daysAgo(3)}`,
    `K-2,Bob,,300.00,${daysAgo(200)}`,
    `K-3,Cem,,100.00,${daysAgo(500)}`,
    "K-4,Dan,,,",
    "",
  ].join("\r\n");
  await page.goto("/");
  await book.importFile(csvFile("list.csv", list));
  await expect(book.rowsStatus).toHaveText("4 rows");
  await book.find("status rule");
  const dialog = page.getByRole("dialog", { name: "Rule for Status" });
  const row = (state: string) => dialog.getByRole("row", { name: new RegExp(`^${state}`) });
  const count = (state: string) => row(state).getByRole("cell").nth(1);
  await expect(count("Prospect")).toHaveText("1");
  await expect(count("Active")).toHaveText("1");
  await expect(count("At risk")).toHaveText("1");
  await expect(count("Lost")).toHaveText("1");

  // The owner sees it otherwise: silence is a risk only later.
  const risk = dialog.getByRole("group", { name: "Conditions of At risk" }).getByRole("textbox").nth(1);
  await risk.fill("250");
  await expect(count("At risk")).toHaveText("0");
  await expect(dialog.getByRole("status")).toContainText("1 meets no condition");
  await risk.fill("180");
  await expect(count("At risk")).toHaveText("1");
  await dialog.getByRole("button", { name: "Use the seven usual states" }).click();
  await expect(dialog.getByRole("group", { name: "Conditions of Won back" })).toContainText(
    "only set by hand",
  );
  await dialog.getByRole("button", { name: "Apply rule" }).click();
  await expect(dialog).toBeHidden();
  await expect(book.cell(0, "status")).toHaveText("Active");
  await expect(book.cell(1, "status")).toHaveText("At risk");
  await expect(book.cell(2, "status")).toHaveText("Lost");
  await expect(book.cell(3, "status")).toHaveText("Prospect");

  // Another word from her, and she is active; what a hand says stays.
  await book.type(1, "lastContact", daysAgo(1));
  await expect(book.cell(1, "status")).toHaveText("Active");
  await book.type(2, "status", "Won back");
  await book.type(2, "revenue", "150");
  await expect(book.cell(2, "status")).toHaveText("Won back");

  // The card tells how she came there.
  await book.cell(1, "name").click();
  await page.keyboard.press("Shift+F2");
  const card = page.getByRole("region", { name: "Record" });
  await card.getByText("How Tier, Status changed").click();
  await expect(card.locator(".record-moves li")).toHaveText([
    /^Status: At risk → Active.*[Ee]dit of Last contact/,
    /^Status: \(none\) → At risk.*Rule for Status/,
  ]);
});

test("scores of recency, frequency and amount name segments in a column of their own", async ({ page }) => {
  const book = new WorkbookPage(page);
  const list = ["Code,Name,Revenue,Orders,Last contact"];
  for (let n = 1; n <= 20; n++)
    list.push(`K-${n},N${n},${n}00.00,${n},2026-01-${String(n).padStart(2, "0")}`);
  await page.goto("/");
  await book.importFile(csvFile("list.csv", `${list.join("\r\n")}\r\n`));
  await expect(book.rowsStatus).toHaveText("20 rows");
  await book.find("tier rule");
  const dialog = page.getByRole("dialog", { name: "Tier rule" });
  await dialog
    .getByLabel("Classify customers")
    .selectOption({ label: "by recency, frequency and amount (RFM)" });
  await dialog.getByRole("button", { name: "Add a column of named segments" }).click();
  // It is no longer about the tiers.
  const segments = page.getByRole("dialog", { name: "Rule for Segment" });
  await expect(segments.getByText("as quoted from Putler")).toBeVisible();
  await expect(segments.getByRole("row", { name: /^Champions/ })).toBeVisible();
  await segments.getByRole("button", { name: "Apply rule" }).click();
  await expect(segments).toBeHidden();
  // The last and best fifth, and the first.
  const id = (await book.fieldIds()).get("Segment") ?? "";
  await expect(book.cell(19, id)).toHaveText("Champions");
  await expect(book.cell(0, id)).toHaveText("Hibernating");
});
