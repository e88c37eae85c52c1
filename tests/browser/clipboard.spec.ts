/** Copy, cut and paste by the real clipboard. */
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";

test("copy, cut and paste: a range, one cell over many, more rows than there are, one step each", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.cell(0, "name").click();
  await hands.cell(1, "company").click({ modifiers: ["Shift"] });
  await hands.press("ControlOrMeta+c");
  expect(await hands.clipboard()).toBe("Name 1\tFirm 1\r\nName 2\tFirm 2");
  await hands.cell(4, "name").click();
  await hands.press("ControlOrMeta+v");
  await expect(hands.cell(5, "company")).toHaveText("Firm 2");
  await expect(hands.cell(4, "name")).toHaveText("Name 1");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(5, "company")).toHaveText("Firm 6");
  await expect(hands.cell(4, "name")).toHaveText("Name 5");

  await hands.put("one");
  await hands.cell(0, "city").click();
  await hands.cell(3, "city").click({ modifiers: ["Shift"] });
  await hands.press("ControlOrMeta+v");
  for (const row of [0, 1, 2, 3]) await expect(hands.cell(row, "city")).toHaveText("one");

  await hands.put('"two\nlines"\t12.50\n"a ""quote"""\tabc\nlast\t7\n');
  await hands.cell(19, "city").click();
  await hands.press("ControlOrMeta+v");
  await expect(hands.rowsStatus).toHaveText("22 rows");
  await expect(hands.cell(20, "city")).toHaveText('a "quote"');
  await expect(page.getByRole("status", { name: "Notice" })).toContainText(
    "5 cells pasted, 2 rows added, 1 cell kept",
  );
  await expect(hands.cell(21, "revenue")).toContainText("7.00");
  await expect(hands.cell(20, "revenue")).toHaveText("");
  await hands.press("ControlOrMeta+z");
  await expect(hands.rowsStatus).toHaveText("20 rows");

  await hands.cell(10, "code").click();
  await hands.press("ControlOrMeta+x");
  await hands.cell(12, "name").click();
  await hands.press("ControlOrMeta+v");
  await expect(hands.cell(12, "name")).toHaveText("K-011");
  await expect(hands.cell(10, "code")).toHaveText("");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(10, "code")).toHaveText("K-011");
  await expect(hands.cell(12, "name")).toHaveText("Name 13");
});

test("columns that do not fit are asked for before anything is pasted", async ({ page }) => {
  const hands = await Hands.open(page);
  await hands.put("5\tfits not\n6\tat all\n");
  await hands.cell(0, "code").click();
  await hands.press("End", "ControlOrMeta+v");
  const dialog = page.getByRole("dialog", { name: "Columns do not fit" });
  await dialog.getByRole("button", { name: "Add 1 column" }).click();
  await expect(page.getByRole("status", { name: "Notice" })).toContainText("4 cells pasted");
  await expect(page.getByText("fits not", { exact: true })).toBeVisible();
  await hands.press("ControlOrMeta+z");
  await expect(page.getByText("fits not", { exact: true })).toHaveCount(0);
  await expect(hands.cell(0, "revenue")).toContainText("10.00");
});

test("a paste meets another tab's edit: both tabs end with both", async ({ page, context }) => {
  const hands = await Hands.open(page);
  const other = await context.newPage();
  await other.goto("/");
  const b = new Hands(other);
  await expect(b.rowsStatus).toHaveText("20 rows");
  await hands.put("one\ntwo\nthree");
  await page.bringToFront();
  await hands.cell(0, "name").click();
  await Promise.all([hands.press("ControlOrMeta+v"), b.type(1, "company", "meanwhile")]);
  for (const tab of [hands, b]) {
    await expect(tab.cell(2, "name")).toHaveText("three");
    await expect(tab.cell(1, "company")).toHaveText("meanwhile");
  }
});

test("what hands go on with while the worker still pastes keeps the keyboard, the cursor and the sheet", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const tabs = page.getByRole("tablist", { name: "Sheets" }).getByRole("tab");
  await hands.button("Add sheet").click();
  await expect(tabs).toHaveCount(2);
  await tabs.first().click();
  /** A paste and what is done in the same task: the worker's answer comes after it. */
  const pasteAnd = async (then: "search" | "down" | "type" | "sheet"): Promise<void> => {
    await hands.cell(1, "name").click();
    await page.evaluate((what) => {
      const catcher = document.activeElement;
      const how = { bubbles: true, cancelable: true };
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "a\tb\nc\td");
      catcher?.dispatchEvent(new ClipboardEvent("paste", { ...how, clipboardData }));
      const press = (key: string) => catcher?.dispatchEvent(new KeyboardEvent("keydown", { ...how, key }));
      if (what === "down") press("ArrowDown");
      else if (what === "type") press("x");
      else if (what === "search") document.querySelector<HTMLElement>("[type=search]")?.focus();
      else document.querySelectorAll<HTMLElement>("[role=tab]")[1]?.click();
    }, then);
    const notice = page.getByRole("status", { name: "Notice" });
    await expect(notice).toContainText("4 cells pasted");
    // A click would take the keyboard along.
    await notice.getByRole("button", { name: "Dismiss" }).dispatchEvent("click");
  };
  await pasteAnd("down");
  await hands.active(2, "name");
  await expect(page.locator(".cell-catcher")).toBeFocused();

  await pasteAnd("type");
  await page.keyboard.type("yz");
  await hands.press("Enter");
  await expect(hands.cell(1, "name")).toHaveText("xyz");
  await hands.active(2, "name");

  await pasteAnd("search");
  await expect(hands.search).toBeFocused();
  await expect(hands.summary).toContainText("Count 4");
  await page.keyboard.type("K-00");
  await expect(hands.search).toHaveValue("K-00");
  await hands.search.fill("");

  await pasteAnd("sheet");
  await expect(tabs.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("#active-cell")).toHaveCount(0);
  await expect(hands.summary).not.toContainText("Count");
});
