/** Views: what comes with a list of customers, and what is kept of a way of looking at it. */
import { expect, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

test("a view is chosen, changed, reverted, saved under a name, locked, moved and deleted, and all of it undone", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const picker = page.getByRole("button", { name: /^View: / });
  const menu = page.getByRole("menu");
  const choose = async (name: string): Promise<void> => {
    await picker.click();
    await menu.getByRole("menuitemradio", { name }).click();
    await expect(picker).toHaveAccessibleName(`View: ${name}`);
  };
  const task = async (name: string): Promise<void> => {
    await picker.click();
    await menu.getByRole("menuitem", { name, exact: true }).click();
  };
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");

  // What comes with it asks what owners ask.
  await picker.click();
  await expect(menu.getByRole("menuitemradio")).toHaveText([
    /^All/,
    "Top tier",
    "No contact in 30 days",
    "Birthday this month",
    "Lost",
  ]);
  await page.keyboard.press("Escape");
  await expect(picker).toBeFocused();
  await choose("Top tier");
  await expect(book.rowsStatus).toHaveText("40 of 500 rows");
  await choose("Birthday this month");
  await expect(book.header("Birthday")).toBeVisible();
  await choose("All");
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(book.header("Birthday")).toHaveCount(0);

  // A deviation is kept and told, and there is a way back.
  await choose("Top tier");
  await expect(book.button("Save view")).toHaveCount(0);
  await book.header("Name").click();
  await book.search.fill("o");
  await expect(book.button("Save view")).toBeVisible();
  await expect(book.rowsStatus).not.toHaveText("40 of 500 rows");
  await choose("All");
  await expect(book.search).toHaveValue("");
  await expect(book.rowsStatus).toHaveText("500 rows");
  await choose("Top tier");
  await expect(book.rowsStatus).toHaveText("40 of 500 rows");
  await expect(book.header("Name")).toHaveAttribute("aria-sort", "ascending");
  await book.button("Revert view").click();
  await expect(book.header("Revenue")).toHaveAttribute("aria-sort", "descending");
  await expect(book.button("Save view")).toHaveCount(0);

  // Under a name of its own it is as it was left, search and all, also after a reload.
  await book.header("Revenue").click();
  await book.search.fill("o");
  await task("New view like this…");
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Best with o");
  await page.keyboard.press("Enter");
  await expect(picker).toHaveAccessibleName("View: Best with o");
  await expect(book.rowsStatus).toHaveText(/ of 500 rows$/);
  const found = await book.rowsStatus.textContent();
  await choose("All");
  await book.saved();
  await page.reload();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await choose("Best with o");
  await expect(book.search).toHaveValue("o");
  await expect(book.rowsStatus).toHaveText(found ?? "");
  await expect(book.button("Save view")).toHaveCount(0);

  // Locked, it is neither saved over nor deleted.
  await task("Lock view");
  await book.search.fill("");
  await expect(book.button("Revert view")).toBeVisible();
  await expect(book.button("Save view")).toHaveCount(0);
  await picker.click();
  await expect(menu.getByRole("menuitem", { name: "Delete view" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await task("Unlock view");
  await book.button("Save view").click();
  await expect(book.button("Revert view")).toHaveCount(0);
  await expect(book.rowsStatus).toHaveText("40 of 500 rows");

  await task("Move up");
  await picker.click();
  await expect(menu.getByRole("menuitemradio").nth(1)).toHaveText(/^Best with o/);
  await page.keyboard.press("Escape");
  // Moved to the first place it keeps what is looked for; once it is gone, nothing is looked for.
  await book.search.fill("o");
  await task("Move up");
  await expect(book.button("Save view")).toBeVisible();
  await picker.click();
  await expect(menu.getByRole("menuitemradio").nth(0)).toHaveText(/^Best with o/);
  await page.keyboard.press("Escape");
  await expect(book.search).toHaveValue("o");
  await task("Delete view");
  await expect(picker).toHaveAccessibleName("View: All");
  await expect(book.search).toHaveValue("");
  await expect(page.getByRole("status", { name: "Notice" })).toContainText("“Best with o” is deleted");
  await book.button("Undo").click();
  await choose("Best with o");
  await expect(book.rowsStatus).toHaveText("40 of 500 rows");

  // And the palette finds it.
  await book.find("birthday this");
  await expect(picker).toHaveAccessibleName("View: Birthday this month");
});
