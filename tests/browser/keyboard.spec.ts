/** Keys that go through a sheet as they do in a spreadsheet. */
import { expect, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

test("Ctrl+End and Ctrl+Home go to the sheet's last and first cell, the cursor with them, at once", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await book.cell(3, "code").click();
  const focused = page.locator("#active-cell");
  await page.keyboard.press("ControlOrMeta+End");
  await expect(focused).toBeInViewport();
  const last = await page.evaluate(() => {
    const heads = [...document.querySelectorAll<HTMLElement>(".ag-header-cell[aria-colindex]")];
    return heads.sort((a, b) => Number(b.ariaColIndex) - Number(a.ariaColIndex))[0]?.getAttribute("col-id");
  });
  await expect(focused).toHaveAttribute("col-id", last ?? "");
  await expect(page.locator(".ag-row", { has: focused })).toHaveAttribute("row-index", "499");
  await page.keyboard.press("ControlOrMeta+Home");
  await expect(book.cell(0, "code")).toHaveAttribute("id", "active-cell");
  await expect(book.cell(0, "code")).toBeInViewport();
});
