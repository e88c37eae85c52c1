/** Columns with a thumb: the menu without hovering, and both ways of putting them in order. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

async function centre(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${String(target)} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** One finger, down, along and up again. */
async function drag(page: Page, from: Locator, to: Locator, beyond: { x: number; y: number }): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const [start, end] = [await centre(from), await centre(to)];
  const [x, y] = [end.x + beyond.x - start.x, end.y + beyond.y - start.y];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [start] });
  for (let step = 1; step <= 10; step += 1) {
    const point = { x: start.x + (x * step) / 10, y: start.y + (y * step) / 10 };
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [point] });
    await page.waitForTimeout(40);
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

test("a header's button opens its menu, and columns are dragged in the sheet and in their panel", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("a.csv", "Code,City,Tier\r\n1,Lund,VIP\r\n"));
  await expect(book.rowsStatus).toHaveText("1 row");
  const left = async (name: string): Promise<number> => (await centre(book.header(name))).x;
  const menu = page.getByRole("button", { name: "Column menu: City" });
  await expect(menu).toHaveCSS("opacity", "1");
  await menu.tap();
  await page.getByRole("menuitem", { name: "All columns…" }).tap();
  const panel = page.getByRole("region", { name: "Columns" });
  const row = (name: string): Locator => panel.getByRole("listitem").filter({ hasText: name });
  await drag(page, row("City").locator(".drag-handle"), row("Code"), { x: 0, y: -12 });
  await expect(panel.getByRole("listitem").first()).toContainText("City");
  await panel.getByRole("button", { name: "Close" }).tap();
  await expect.poll(async () => (await left("City")) < (await left("Code"))).toBe(true);
  await drag(page, book.header("City").locator(".column-name"), book.header("Code"), { x: 30, y: 0 });
  await expect.poll(async () => (await left("City")) > (await left("Code"))).toBe(true);
});
