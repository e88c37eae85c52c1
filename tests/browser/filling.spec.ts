/** What is selected goes on: the fill handle, Ctrl+D, Ctrl+R and Ctrl+Enter. */
import { expect, type Locator, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";

test("the fill handle goes on with codes, days and steps in every direction; Ctrl+D and Ctrl+R copy", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const drag = async (from: Locator, to: Locator, key?: string): Promise<void> => {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (start === null || end === null) throw new Error("the cells are in sight");
    await page.mouse.move(start.x + start.width - 2, start.y + start.height - 2);
    await page.mouse.down();
    await page.mouse.move(end.x + 20, end.y + 10, { steps: 4 });
    if (key !== undefined) await page.keyboard.down(key);
    await page.mouse.up();
    if (key !== undefined) await page.keyboard.up(key);
  };
  await hands.put("A-009");
  await hands.cell(0, "code").click();
  await hands.press("ControlOrMeta+v");
  await drag(hands.cell(0, "code"), hands.cell(3, "code"));
  await expect(hands.cell(3, "code")).toHaveText("A-012");
  await expect(hands.cell(1, "code")).toHaveText("A-010");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(3, "code")).toHaveText("K-004");
  await hands.cell(0, "code").click();
  await drag(hands.cell(0, "code"), hands.cell(3, "code"), "Control");
  await expect(hands.cell(3, "code")).toHaveText("A-009");

  await hands.cell(4, "revenue").click();
  await hands.cell(5, "revenue").click({ modifiers: ["Shift"] });
  await drag(hands.cell(5, "revenue"), hands.cell(2, "revenue"));
  await expect(hands.cell(2, "revenue")).toContainText("30.00");
  await hands.cell(10, "name").click();
  await drag(hands.cell(10, "name"), hands.cell(10, "city"));
  await expect(hands.cell(10, "city")).toHaveText("Name 13");

  await hands.put("B-1");
  await hands.cell(10, "city").click();
  await hands.press("ControlOrMeta+v");
  const corner = await hands.cell(10, "city").boundingBox();
  if (corner === null) throw new Error("the cell is in sight");
  await page.mouse.dblclick(corner.x + corner.width - 2, corner.y + corner.height - 2);
  await expect(hands.cell(19, "city")).toHaveText("B-10");

  await hands.cell(0, "name").click();
  await hands.cell(2, "name").click({ modifiers: ["Shift"] });
  await hands.press("ControlOrMeta+d");
  await expect(hands.cell(2, "name")).toHaveText("Name 1");
  await hands.cell(0, "company").click();
  await hands.press("ControlOrMeta+r");
  await expect(hands.cell(0, "company")).toHaveText("Name 1");
});

test("Ctrl+Enter fills the selection", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.cell(2, "city").click();
  await hands.cell(4, "city").click({ modifiers: ["Shift"] });
  await page.keyboard.type("Same");
  await hands.press("ControlOrMeta+Enter");
  for (const row of [2, 3, 4]) await expect(hands.cell(row, "city")).toHaveText("Same");
});
