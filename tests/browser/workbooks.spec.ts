/** Several workbooks in one browser: listed, renamed, duplicated, deleted, had back, and open in a tab each. */
import { expect, type Page, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

const listOf = (page: Page) => page.getByRole("dialog", { name: "Workbooks" });
const entries = (page: Page) => page.getByRole("list", { name: "Workbooks" }).getByRole("listitem");

async function openList(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).getByRole("button").click();
  await expect(listOf(page)).toBeVisible();
}

/** The sample, saved, and the list of workbooks before it. */
async function withList(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
  await book.saved();
  await openList(page);
  return book;
}

test("a workbook is renamed, duplicated, opened, deleted and had back, and each tab keeps its own", async ({
  page,
  context,
}) => {
  const book = await withList(page);

  await page.getByRole("button", { name: /^Rename / }).click();
  await page.getByLabel("Workbook name").fill("Shop 店");
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toHaveText("Shop 店");
  await expect(page).toHaveTitle(/^Shop 店/);
  await page.getByRole("button", { name: "Duplicate Shop 店" }).click();
  await expect(entries(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Shop 店 (copy)", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shop 店 (copy)");
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.type(0, "name", "Only in the copy");
  await book.saved();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shop 店 (copy)");
  await expect(book.cell(0, "name")).toHaveText("Only in the copy");

  // Another tab, with the other workbook, stays with it.
  const other = await context.newPage();
  await other.goto("/");
  await openList(other);
  await other.getByRole("button", { name: "Shop 店", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Shop 店");
  await expect(new WorkbookPage(other).cell(0, "name")).not.toHaveText("Only in the copy");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shop 店 (copy)");

  // Deleted where it is open elsewhere: that tab is told, and nothing goes for good.
  await openList(other);
  await other.getByRole("button", { name: "Delete Shop 店 (copy)" }).click();
  await expect(page.getByText("This workbook was deleted in another tab.")).toBeVisible();
  await other.getByRole("button", { name: "Delete Shop 店 (copy) for good" }).click();
  await other.getByRole("button", { name: "Delete Shop 店 (copy) for good" }).click();
  await expect(other.getByRole("alert")).toContainText("Another tab has this workbook open");
  await other.getByRole("button", { name: "Restore Shop 店 (copy)" }).click();
  await expect(entries(other)).toHaveCount(2);

  // The one that is open: the other opens in its place, and it can be had back.
  await other.getByRole("button", { name: "Delete Shop 店", exact: true }).click();
  await expect(other.getByText("“Shop 店” was deleted.")).toBeVisible();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Shop 店 (copy)");
  await openList(other);
  await other.getByRole("button", { name: "Delete Shop 店 for good" }).click();
  await other.getByRole("button", { name: "Delete Shop 店 for good" }).click();
  await expect(other.getByRole("button", { name: "Restore Shop 店" })).toHaveCount(0);
  await other.reload();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Shop 店 (copy)");
  await other.goto("/rescue.html");
  await expect(other.getByText("Shop 店 (copy)").first()).toBeVisible();
  await expect(other.getByText("Shop 店", { exact: true })).toHaveCount(0);
});

test("the first screen lists what there is, and a deleted workbook comes back from there", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Blank workbook").click();
  await book.saved();
  await openList(page);
  await page.getByRole("button", { name: /^Delete / }).click();
  await expect(page.getByRole("heading", { name: "Tierbook" })).toBeVisible();
  await page.getByRole("button", { name: /^Restore / }).click();
  await entries(page).getByRole("button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Tierbook");
  await expect(book.rowsStatus).toHaveText("0 rows");
});

test("what another tab has had back is not deleted for good by a list that was read before", async ({
  page,
  context,
}) => {
  await withList(page);
  await page.getByRole("button", { name: /^Duplicate / }).click();
  await expect(entries(page)).toHaveCount(2);
  await page.getByRole("button", { name: /^Delete .*\(copy\)$/ }).click();
  await expect(page.getByRole("button", { name: /^Restore / })).toBeVisible();

  const other = await context.newPage();
  await other.goto("/");
  await openList(other);
  await other.getByRole("button", { name: /^Restore / }).click();
  await expect(entries(other)).toHaveCount(2);

  const forGood = page.getByRole("button", { name: /^Delete .*\(copy\) for good$/ });
  await forGood.click();
  await forGood.click();
  await expect(page.getByRole("alert")).toContainText("Another tab has restored this workbook");
  await other.reload();
  await openList(other);
  await expect(entries(other)).toHaveCount(2);
});
