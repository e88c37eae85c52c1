/** The first steps on a fresh profile: each is pointed out, doing it leads on, and they are over for good. */
import { expect, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

test("the first steps point at what to try, follow what is done, and do not come back", async ({ page }) => {
  const book = new WorkbookPage(page);
  const guide = page.getByRole("complementary", { name: "First steps" });
  const step = guide.getByRole("status");
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(step).toHaveText(/Type into any cell/);

  await guide.getByRole("button", { name: "Show me" }).click();
  await expect(book.cell(0, "name")).toHaveClass(/pointed-out/);
  // The keyboard is where it points: what is typed now is what it asked for.
  await expect(page.locator(".cell-catcher")).toBeFocused();
  await page.keyboard.type("Ann Lee");
  await page.keyboard.press("Enter");
  await expect(book.cell(0, "name")).toHaveText("Ann Lee");
  await expect(step).toHaveText(/Click a column’s name/);

  await page.reload();
  await expect(step).toHaveText(/Click a column’s name/);
  await book.header("Company").click();
  await expect(step).toHaveText(/Search for a name/);
  await book.search.fill("Ann");
  await expect(step).toHaveText(/Open the charts/);
  await book.button("Charts").click();
  await expect(step).toHaveText(/Save the workbook as a file/);
  await book.button("Save as file").click();
  await expect(page.getByRole("dialog", { name: "Save workbook as file" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(step).toHaveText(/That was it/);
  await guide.getByRole("button", { name: "Done" }).click();
  await expect(guide).toBeHidden();
  await page.reload();
  await expect(book.rowsStatus).toContainText("rows");
  await expect(guide).toBeHidden();

  // And they can be had again.
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog", { name: "Find anything" })).toBeVisible();
  await page.keyboard.type("first steps");
  await page.keyboard.press("Enter");
  await guide.getByRole("button", { name: "Skip" }).click();
  await expect(guide).toBeHidden();
});
