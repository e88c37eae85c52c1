/** Cells, ranges, rows and columns are selected by mouse, keys and fingers, and counted. */
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";

test("ranges by mouse and keys, rows, columns and everything are counted below", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.cell(0, "name").click();
  await hands.cell(2, "company").click({ modifiers: ["Shift"] });
  await expect(hands.summary).toHaveText("Count 6");
  await hands.active(0, "name");
  await hands.press("Shift+ArrowDown");
  await expect(hands.summary).toHaveText("Count 8");
  await hands.cell(0, "revenue").click();
  await hands.press("ControlOrMeta+Shift+ArrowDown");
  await expect(hands.summary).toHaveText("Count 20 · Sum 2,100 · Average 105 · Min 10 · Max 200");
  await hands.press("ControlOrMeta+a");
  await expect(hands.summary).toContainText("Count 97 · Numbers 20 · Sum 2,100");
  await hands.cell(3, "row number").click();
  await expect(hands.summary).toContainText("Count 5");
  await hands.cell(5, "row number").click({ modifiers: ["Shift"] });
  await expect(hands.summary).toContainText("Count 14");
  await hands.header("City").click({ modifiers: ["ControlOrMeta"] });
  await expect(hands.summary).toHaveText("Count 17");
  await hands.cell(0, "revenue").click();
  await hands.press("ControlOrMeta+Space");
  await expect(hands.summary).toContainText("Sum 2,100");
  await hands.cell(0, "revenue").click();
  await hands.cell(4, "revenue").click({ modifiers: ["ControlOrMeta"] });
  await expect(hands.summary).toHaveText("Count 2 · Sum 60 · Average 30 · Min 10 · Max 50");
  await hands.cell(1, "code").hover();
  await page.mouse.down();
  await hands.cell(4, "company").hover();
  await page.mouse.up();
  await expect(hands.summary).toHaveText("Count 12");
  await hands.header("City").click();
  await expect(hands.summary).toHaveText("");
});

test("a column made wider takes the cursor's box along, and leaves the cursor where it is", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.cell(2, "company").click();
  const box = page.locator(".selection-active");
  await expect(box).toBeVisible();
  const edge = await page.locator('.ag-header-cell[col-id="name"] .ag-header-cell-resize').boundingBox();
  if (edge === null) throw new Error("the header has no edge");
  const [x, y] = [edge.x + edge.width / 2, edge.y + edge.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  await expect(hands.button("Undo")).toBeEnabled();
  const cell = await hands.cell(2, "company").boundingBox();
  await expect.poll(async () => (await box.boundingBox())?.x).toBe(cell?.x);
  await hands.active(2, "company");
});
