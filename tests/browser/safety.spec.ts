/** The state bar says how long ago the workbook was saved as a file, and one button saves it now. */
import { expect, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

test("a workbook that was saved as a file says so, and how much has changed since, also after a reload and in another tab", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  const other = await page.context().newPage();
  await other.goto("/");
  await expect(other.getByRole("button", { name: "Not yet saved as a file" })).toBeVisible();
  await page.getByRole("button", { name: "Not yet saved as a file" }).click();
  const panel = page.getByRole("dialog", { name: "Data safety" });
  await expect(panel).toContainText("Every change is saved in this browser");
  await panel.getByRole("button", { name: "Save as file now" }).click();
  const dialog = page.getByRole("dialog", { name: "Save workbook as file" });
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await downloading;
  const upToDate = /^Saved as a file [^,]*, [^,]*$/;
  await expect(page.getByRole("button", { name: upToDate })).toBeVisible();
  await expect(other.getByRole("button", { name: upToDate })).toBeVisible();
  await book.type(0, "name", "Zoë");
  await book.type(1, "name", "Åke");
  await book.saved();
  await expect(page.getByRole("button", { name: /2 changes since$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: /2 changes since$/ })).toBeVisible();
});
