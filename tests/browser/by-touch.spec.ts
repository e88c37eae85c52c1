/** The owner on the road: a phone's screen, and fingers only. */
import { expect, type Locator, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

/** A finger needs 44 px, and nothing may lie outside the screen. */
async function tap(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not to be seen`);
  expect.soft(Math.round(box.height), `height of ${String(target)}`).toBeGreaterThanOrEqual(44);
  await target.tap();
}

test("start, look up, edit, add, import and chart with a thumb at 390 px", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await tap(book.button("Sample workbook"));
  await expect(book.rowsStatus).toHaveText("500 rows");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide, "nothing stands out at the side").toBe(false);

  // Looked up.
  await tap(book.search);
  await page.keyboard.insertText("Inês");
  await expect(book.rowsStatus).toHaveText(/^\d+ of 500 rows$/);

  // One tap chooses a cell, two edit it.
  const name = book.cell(0, "name");
  await name.tap();
  await name.dblclick();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("Inês by touch");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("gridcell", { name: "Inês by touch" })).toBeVisible();
  await book.saved();
  await tap(book.button("Undo"));
  await expect(page.getByRole("gridcell", { name: "Inês by touch" })).toHaveCount(0);
  await book.search.fill("");

  await tap(book.button("Import"));
  const importing = page.getByRole("dialog", { name: "Import CSV" });
  await importing.getByLabel("File").setInputFiles(csvFile("one.csv", "Code,Name\r\nT-1,Thumb\r\n"));
  await tap(importing.getByRole("button", { name: "Import", exact: true }));
  await expect(importing).toBeHidden();
  await expect(book.rowsStatus).toHaveText("501 rows");

  await tap(book.button("Charts"));
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts.getByRole("img").first()).toBeVisible();
  await tap(charts.getByRole("button", { name: "Show as table" }).first());
  await expect(charts.getByRole("table").first()).toBeVisible();
  await tap(book.button("Charts"));
  await expect(charts).toHaveCount(0);

  await tap(book.button("More for this sheet"));
  await tap(page.getByRole("menuitem", { name: "Duplicate" }));
  await expect(page.getByRole("tab", { name: "Customers copy" })).toHaveAttribute("aria-selected", "true");
  await tap(page.getByRole("tab", { name: "Customers", exact: true }));
  await expect(book.rowsStatus).toHaveText("501 rows");
});

test("a finger chooses a range by its corners, holds for the menu, and scrolls without choosing", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.button("Sample workbook").tap();
  await expect(book.rowsStatus).toHaveText("500 rows");
  const session = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0): Promise<unknown> =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const centre = async (target: Locator): Promise<readonly [number, number]> => {
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${String(target)} is not to be seen`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const drag = async (from: Locator, to: Locator): Promise<void> => {
    const [[x, y], [toX, toY]] = await Promise.all([centre(from), centre(to)]);
    await finger("touchStart", x, y);
    for (let step = 1; step <= 5; step++)
      await finger("touchMove", x + ((toX - x) * step) / 5, y + ((toY - y) * step) / 5);
    await finger("touchEnd");
  };
  const summary = page.getByRole("status", { name: "Selection" });
  await book.cell(2, "code").tap();
  // Of one tap no keyboard comes up.
  await expect(page.getByRole("textbox", { name: "Cells" })).toHaveAttribute("inputmode", "none");
  await drag(page.locator(".selection-grip-end"), book.cell(5, "name"));
  await expect(summary).toHaveText("Count 8");
  await drag(page.locator(".selection-grip-start"), book.cell(4, "code"));
  await expect(summary).toHaveText("Count 4");

  const [x, y] = await centre(book.cell(4, "code"));
  await finger("touchStart", x, y);
  await expect(page.getByRole("menuitem", { name: "Delete 2 rows" })).toBeVisible();
  await finger("touchEnd");
  await tap(page.getByRole("menuitem", { name: "Clear contents" }));
  await expect(book.cell(5, "name")).toHaveText("");
  await expect(book.cell(3, "name")).not.toHaveText("");

  await drag(book.cell(8, "name"), book.cell(5, "name"));
  await expect(summary).toHaveText("Count 0");
});

test("tapping on and on in an open editor leaves it open", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await tap(book.button("Sample workbook"));
  const cell = book.cell(2, "name");
  await cell.tap();
  const box = await cell.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 30, (box?.y ?? 0) + 14];
  const editor = page.getByRole("textbox", { name: "Editing Name" });
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
  await expect(editor).toBeFocused();
  // The third quick tap brings a menu of its own in Chromium, as the right button does.
  await page.touchscreen.tap(x + 5, y);
  await editor.click({ button: "right" });
  await page.keyboard.insertText("王伟");
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue(/王伟/);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(cell).toHaveText(/王伟/);
});
