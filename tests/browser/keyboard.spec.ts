/** Keys that go through a sheet as they do in a spreadsheet. */
import { expect, type Page, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

test("Ctrl+End and Ctrl+Home go to the sheet's last and first cell, the cursor with them, at once", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
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

test("after a click elsewhere, Enter goes down from there, not back to where Tabs began", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.cell(2, "code").click();
  await hands.press("Tab", "Tab");
  await hands.cell(4, "city").click();
  await hands.press("Enter");
  await hands.active(5, "city");
  // With none between, it does go back.
  await hands.press("Shift+Tab", "Enter");
  await hands.active(6, "city");
});

test("the cursor stays where it is when the sheet's columns or choices change", async ({ page }) => {
  const book = await WorkbookPage.ofSample(page);
  await book.cell(3, "category").click();
  await page.keyboard.type("Brand new");
  await page.keyboard.press("Tab");
  await expect(book.cell(3, "category")).toHaveText("Brand new");
  await book.saved();
  await expect(book.cell(3, "title")).toHaveAttribute("id", "active-cell");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(3, "category")).not.toHaveText("Brand new");
  await book.saved();
  await expect(page.locator("#active-cell")).toBeVisible();
});

test("an edit that a click beside the sheet ends leaves the keyboard with the cells", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.cell(2, "name").click();
  await page.keyboard.type("Ann");
  await hands.rowsStatus.click();
  await expect(hands.cell(2, "name")).toHaveText("Ann");
  await expect(page.locator(".cell-catcher")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await hands.active(3, "name");
  // What takes the keyboard itself has it.
  await page.keyboard.type("Bo");
  await hands.search.click();
  await expect(hands.cell(3, "name")).toHaveText("Bo");
  await expect(hands.search).toBeFocused();
});

test("the active cell's box is where the cell is: while its column is resized, and in other densities", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.cell(3, "company").click();
  const off = () =>
    page.evaluate(() => {
      const [cell, box] = ["#active-cell", ".selection-active"].map((each) =>
        document.querySelector(each)?.getBoundingClientRect(),
      );
      return cell === undefined || box === undefined
        ? "none"
        : [box.left - cell.left, box.top - cell.top, box.width - cell.width]
            .map((pixels) => Math.round(Math.abs(pixels)))
            .join(" ");
    });
  await expect.poll(off).toBe("0 0 0");
  const grip = await page.locator('.ag-header-cell[col-id="code"] .ag-header-cell-resize').boundingBox();
  const [x, y] = [(grip?.x ?? 0) + (grip?.width ?? 0) / 2, (grip?.y ?? 0) + 10];
  const before = await hands.cell(3, "company").boundingBox();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 3 });
  await expect
    .poll(async () => (await hands.cell(3, "company").boundingBox())?.x)
    .toBeGreaterThan((before?.x ?? 0) + 40);
  await expect.poll(off).toBe("0 0 0");
  await page.mouse.up();
  await hands.button("Settings").click();
  await page.getByText("Compact", { exact: true }).click();
  await expect
    .poll(async () => (await hands.cell(3, "company").boundingBox())?.height)
    .toBeLessThan(before?.height ?? 0);
  await expect.poll(off).toBe("0 0 0");
});

test("where the cursor's row goes away, as by an Undo, the keyboard is in the last one that is left", async ({
  page,
}) => {
  const hands = await Hands.open(page, 5);
  await hands.cell(4, "code").click();
  await hands.press("ArrowDown");
  await page.keyboard.type("K-900");
  await hands.press("Enter");
  await expect(hands.rowsStatus).toHaveText("6 rows");
  await hands.active(6, "code");
  await hands.press("ControlOrMeta+z");
  await expect(hands.rowsStatus).toHaveText("5 rows");
  await hands.active(5, "code");
  await page.keyboard.type("K-901");
  await hands.press("Enter");
  await expect(hands.rowsStatus).toHaveText("6 rows");
  await expect(hands.cell(5, "code")).toHaveText("K-901");
});

test("what an input method composes when another cell is pressed is written where it was composed", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const input = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await hands.cell(2, "name").click();
  await compose("wang");
  await hands.cell(5, "company").click();
  await expect(hands.cell(2, "name")).toHaveText("wang");
  await hands.active(5, "company");
  await page.keyboard.type("Firm");
  await hands.press("Enter");
  await expect(hands.cell(5, "company")).toHaveText("Firm");
  // And where it is pressed beside the cells.
  await hands.cell(3, "name").click();
  await compose("li");
  await hands.search.click();
  await expect(hands.cell(3, "name")).toHaveText("li");
  await expect(hands.search).toBeFocused();
});

test("the keyboard is with the cells after a column was hidden, or an open calendar left for nothing", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  const catcher = page.locator(".cell-catcher");
  await book.cell(3, "name").click();
  await book.header("Company").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Hide" }).click();
  await expect(book.header("Company")).toHaveCount(0);
  await expect(catcher).toBeFocused();
  await expect(book.cell(3, "name")).toHaveAttribute("id", "active-cell");
  for (let n = 0; n < 9; n++) await page.keyboard.press("ArrowRight");
  await expect(book.cell(3, "lastContact")).toHaveAttribute("id", "active-cell");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("dialog", { name: "Pick a date" }).locator(":focus")).toHaveCount(1);
  await book.rowsStatus.click();
  await expect(page.getByRole("dialog", { name: "Pick a date" })).toHaveCount(0);
  await expect(catcher).toBeFocused();
});

/** Ctrl+Down and what follows in the same task, as from fast hands while the worker is still asked where that leads. */
const jumpAnd = (page: Page, keys: readonly string[], clipboard: "copy" | "paste" | null) =>
  page.evaluate(
    ([rest, type]) => {
      const catcher = document.activeElement;
      const how = { bubbles: true, cancelable: true };
      catcher?.dispatchEvent(new KeyboardEvent("keydown", { ...how, key: "ArrowDown", ctrlKey: true }));
      for (const key of rest) catcher?.dispatchEvent(new KeyboardEvent("keydown", { ...how, key }));
      if (type === null) return;
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "pasted");
      catcher?.dispatchEvent(new ClipboardEvent(type, { ...how, clipboardData }));
    },
    [keys, clipboard] as const,
  );

test("what is typed, pasted or copied right after a jump goes to where that leads", async ({ page }) => {
  const hands = await Hands.open(page, 400);
  await hands.cell(0, "name").click();
  await jumpAnd(page, ["A", "B", "x", "Backspace", "C", "Enter", "D", "Tab"], null);
  await hands.active(400, "company");
  await expect(hands.cell(399, "name")).toHaveText("ABC");
  await expect(hands.cell(400, "name")).toHaveText("D");
  await hands.press("ControlOrMeta+z", "ControlOrMeta+z");
  await expect(hands.cell(399, "name")).toHaveText("Name 400");

  await hands.press("ControlOrMeta+Home");
  await hands.cell(0, "company").click();
  await jumpAnd(page, [], "paste");
  await expect(hands.cell(399, "company")).toHaveText("pasted");
  await hands.press("ControlOrMeta+ArrowUp");
  await expect(hands.cell(0, "company")).toHaveText("Firm 1");
  await jumpAnd(page, [], "copy");
  await expect.poll(() => hands.clipboard()).toBe("pasted");
});

test("a search that finds nothing leaves the cursor where it was once it is emptied", async ({ page }) => {
  const hands = await Hands.open(page, 60);
  await hands.cell(3, "name").click();
  await hands.search.fill("zzzz");
  await expect(hands.rowsStatus).toHaveText("0 of 60 rows");
  await hands.search.fill("");
  await expect(hands.rowsStatus).toHaveText("60 rows");
  await expect(hands.cell(9, "name")).toHaveText("Name 10");
  await hands.active(3, "name");
});
