/** Whole rows: added, inserted, duplicated and deleted, by keys and from the menu of what is selected. */
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";

test("Ctrl+plus and minus insert and delete rows", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.cell(2, "row number").click();
  await hands.cell(3, "row number").click({ modifiers: ["Shift"] });
  await hands.press("ControlOrMeta+-");
  await expect(hands.rowsStatus).toHaveText("18 rows");
  await expect(hands.cell(2, "code")).toHaveText("K-005");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(2, "code")).toHaveText("K-003");
  await hands.cell(1, "code").click();
  await hands.press("ControlOrMeta++");
  await expect(hands.rowsStatus).toHaveText("21 rows");
  await expect(hands.cell(1, "code")).toHaveText("");
  await expect(hands.cell(2, "code")).toHaveText("K-002");
});

const item = ({ page }: Hands, name: string) => page.getByRole("menuitem", { name, exact: true });

/** The codes of rows that follow each other. */
async function codes(hands: Hands, from: number, ...wanted: readonly string[]): Promise<void> {
  for (const [index, code] of wanted.entries())
    await expect(hands.cell(from + index, "code")).toHaveText(code);
}

test("the menu inserts as many rows as are selected, above or below", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.cell(2, "row number").click();
  await hands.cell(3, "row number").click({ modifiers: ["Shift"] });
  await hands.cell(3, "name").click({ button: "right" });
  await item(hands, "Insert 2 rows above").click();
  await codes(hands, 1, "K-002", "", "", "K-003");
  // What was inserted is selected, to be typed into.
  await page.keyboard.type("new");
  await hands.press("Tab");
  await codes(hands, 1, "K-002", "new", "", "K-003");
  await hands.press("ControlOrMeta+z", "ControlOrMeta+z");
  await codes(hands, 1, "K-002", "K-003");

  await hands.cell(1, "name").click({ button: "right" });
  await item(hands, "Insert 1 row below").click();
  await codes(hands, 1, "K-002", "", "K-003");
  await hands.press("ControlOrMeta+z");
});

test("the menu duplicates and deletes rows, one undo step each", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.cell(0, "code").click();
  await hands.cell(1, "code").click({ modifiers: ["Shift"] });
  await hands.cell(4, "code").click({ modifiers: ["ControlOrMeta"] });
  await hands.press("Shift+F10");
  await item(hands, "Duplicate 3 rows").click();
  await codes(hands, 0, "K-001", "K-002", "K-001", "K-002", "K-003", "K-004", "K-005", "K-005", "K-006");
  await expect(hands.rowsStatus).toHaveText("23 rows");
  await expect(hands.cell(3, "revenue")).toContainText("20.00");
  await expect(hands.button("Undo")).toHaveAttribute("title", /duplicating 3 rows/);
  await hands.press("ControlOrMeta+z");
  await expect(hands.rowsStatus).toHaveText("20 rows");

  await hands.cell(2, "row number").click({ button: "right" });
  await item(hands, "Delete 1 row").click();
  await codes(hands, 1, "K-002", "K-004");
  // The keyboard is back in the cells.
  await page.keyboard.type("again");
  await hands.press("Enter");
  await codes(hands, 1, "K-002", "again");
  await page.reload();
  await codes(hands, 1, "K-002", "again");
});

test("in a sorted or searched sheet the cursor goes to where the new row came", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.header("Revenue").click();
  await hands.header("Revenue").click();
  await expect(hands.cell(0, "code")).toHaveText("K-020");
  await hands.cell(3, "name").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Insert 1 row above" }).click();
  // Empty cells come last.
  await hands.active(20, "code");
  await page.keyboard.type("K-021");
  await hands.press("Enter");
  await expect(hands.cell(20, "code")).toHaveText("K-021");
  await hands.cell(2, "name").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Duplicate 1 row" }).click();
  await expect(hands.cell(3, "code")).toHaveText("K-018");
  await expect(hands.cell(2, "code")).toHaveText("K-018");
  await hands.search.fill("K-018");
  await expect(hands.rowsStatus).toHaveText("2 of 22 rows");
  // Nothing would be seen of a row that is still empty: the search gives way to it.
  await hands.cell(0, "name").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Insert 1 row below" }).click();
  await expect(hands.rowsStatus).toHaveText("23 rows");
  await hands.active(22, "code");
});

test("cut, copy and paste from the menu, and clearing and filling", async ({ page }) => {
  const hands = await Hands.open(page);
  const choose = async (row: number, field: string, name: string): Promise<void> => {
    await hands.cell(row, field).click({ button: "right" });
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  await choose(0, "name", "Copy");
  await expect.poll(() => hands.clipboard()).toBe("Name 1");
  await choose(2, "name", "Paste");
  await expect(hands.cell(2, "name")).toHaveText("Name 1");
  await choose(5, "name", "Cut");
  await expect.poll(() => hands.clipboard()).toBe("Name 6");
  await choose(7, "company", "Paste");
  await expect(hands.cell(7, "company")).toHaveText("Name 6");
  await expect(hands.cell(5, "name")).toHaveText("");
  await hands.cell(7, "name").click();
  await hands.cell(9, "name").click({ modifiers: ["Shift"] });
  await choose(8, "name", "Fill down");
  await expect(hands.cell(9, "name")).toHaveText("Name 8");
  await choose(8, "name", "Clear contents");
  for (const row of [7, 8, 9]) await expect(hands.cell(row, "name")).toHaveText("");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(9, "name")).toHaveText("Name 8");
});

test("a row that is inserted late takes neither the keyboard nor the search from who types there meanwhile", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.header("Revenue").click();
  await hands.cell(3, "name").click();
  await page.evaluate(() => {
    const how = { bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...how, key: "+", ctrlKey: true }));
    document.querySelector<HTMLElement>("[type=search]")?.focus();
  });
  await page.keyboard.type("K-01");
  await expect(hands.rowsStatus).toHaveText("10 of 21 rows");
  await hands.saved();
  await expect(hands.search).toBeFocused();
  await expect(hands.search).toHaveValue("K-01");
});
