/** The grid under an Excel user's hands: moving and typing. */
import { expect, test } from "@playwright/test";
import { Hands } from "../support/hands.page.ts";

test("arrows, Ctrl+arrows, Home, End, pages, Tab and Enter move as in Excel", async ({ page }) => {
  const hands = await Hands.open(page, 60);
  await hands.cell(0, "code").click();
  await hands.press("ArrowDown", "ArrowRight");
  await hands.active(1, "name");
  await hands.press("ArrowRight", "ArrowRight", "ControlOrMeta+ArrowDown");
  await hands.press("ControlOrMeta+ArrowDown", "ControlOrMeta+ArrowDown");
  await hands.press("ControlOrMeta+Home");
  await hands.active(0, "code");
  await hands.cell(0, "city").click();
  await hands.press("ControlOrMeta+ArrowDown");
  await hands.active(4, "city");
  await hands.press("ControlOrMeta+ArrowDown");
  await hands.active(8, "city");
  await hands.press("ControlOrMeta+ArrowDown");
  await hands.active(59, "city");
  await hands.press("ControlOrMeta+ArrowUp", "Home");
  await hands.active(8, "code");
  await hands.press("PageDown", "PageUp", "End");
  await hands.press("Home", "Tab", "Tab");
  await hands.active(8, "company");
  await hands.press("Enter");
  await hands.active(9, "code");
  await hands.press("Shift+Enter", "Tab", "Shift+Tab");
  await hands.active(8, "code");
});

test("typing replaces, F2 goes on, arrows end what was typed, and Escape leaves what was there", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  await hands.cell(1, "name").click();
  await page.keyboard.type("Zoë");
  await hands.press("ArrowRight");
  await expect(hands.cell(1, "name")).toHaveText("Zoë");
  await hands.active(1, "company");
  await hands.press("F2");
  await page.keyboard.type(" GmbH");
  await hands.press("ArrowLeft", "ArrowLeft");
  await page.keyboard.type("!");
  await hands.press("Tab");
  await expect(hands.cell(1, "company")).toHaveText("Firm 2 Gm!bH");
  await hands.press("Shift+Tab", "x", "Escape");
  await expect(hands.cell(1, "company")).toHaveText("Firm 2 Gm!bH");
  await hands.press("Delete");
  await expect(hands.cell(1, "company")).toHaveText("");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(1, "company")).toHaveText("Firm 2 Gm!bH");
  await hands.press("ControlOrMeta+y");
  await expect(hands.cell(1, "company")).toHaveText("");
});

test("keys that follow Escape at once are not lost, not even after a refused text on a slow machine", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const cdp = await page.context().newCDPSession(page);
  for (let round = 0; round < 6; round += 1) {
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 + round });
    await hands.cell(2, "revenue").click();
    await hands.press("F2", "ControlOrMeta+a");
    await page.keyboard.insertText("abc");
    await hands.press("Enter", "Escape", "ControlOrMeta+Home");
    await hands.active(0, "code");
  }
});

test("a text that its cell refuses is named with the reason where a search takes the row away", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const notice = page.getByText("“abc” was not written. Revenue:");
  await hands.cell(2, "revenue").click();
  await hands.press("F2", "ControlOrMeta+a");
  await page.keyboard.insertText("abc");
  await hands.search.fill("Name 9");
  await expect(notice).toBeVisible();
  await hands.search.fill("");
  // Who gives up a text knows that it goes.
  await page.getByRole("status", { name: "Notice" }).getByRole("button", { name: "Dismiss" }).click();
  await hands.cell(2, "revenue").click();
  await hands.press("F2", "ControlOrMeta+a");
  await page.keyboard.insertText("abc");
  await hands.press("Enter", "Escape");
  await hands.active(2, "revenue");
  await expect(notice).toBeHidden();
});

test("a look at another window ends no edit, not even of a text that cannot be read yet", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const editor = page.getByRole("textbox", { name: "Editing Revenue" });
  // Pages of tests keep the focus whatever is in front: what the browser tells when its window loses it.
  const look = () =>
    page.evaluate(() => {
      for (const type of ["focusout", "focusin"])
        document.activeElement?.dispatchEvent(new FocusEvent(type, { bubbles: true }));
    });
  await hands.cell(2, "revenue").click();
  await page.keyboard.type("12");
  await look();
  await expect(editor).toBeFocused();
  await page.keyboard.type("x");
  await look();
  await expect(editor).toBeFocused();
  await hands.press("Backspace");
  await page.keyboard.type("50");
  await hands.press("Enter");
  await expect(hands.cell(2, "revenue")).toHaveText("$1,250.00");
  await hands.press("ControlOrMeta+z");
  await expect(hands.cell(2, "revenue")).toHaveText("$30.00");
});

test("an input method composes in the cell from its first letter, and its Enter commits nothing", async ({
  page,
}) => {
  const hands = await Hands.open(page);
  const session = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await hands.cell(1, "name").click();
  for (const text of ["z", "zh", "zhang"]) await compose(text);
  const catcher = page.getByRole("textbox", { name: "Cells" });
  await expect(catcher).toHaveValue("zhang");
  await expect(catcher).toHaveCSS("opacity", "1");
  await page.keyboard.press("Enter");
  await expect(hands.cell(1, "name")).toHaveText("Name 2");
  await session.send("Input.insertText", { text: "张" });
  const editor = page.getByRole("textbox", { name: "Editing Name" });
  await expect(editor).toHaveValue("张");
  await compose("w");
  await compose("wei");
  await session.send("Input.insertText", { text: "伟" });
  await expect(editor).toHaveValue("张伟");
  await hands.press("Enter");
  await expect(hands.cell(1, "name")).toHaveText("张伟");
  await hands.active(2, "name");
  await page.keyboard.insertText("李");
  await hands.press("Tab");
  await expect(hands.cell(2, "name")).toHaveText("李");
});

test("Alt+Down opens a choice's list, Ctrl+; types today", async ({ page }) => {
  const hands = new Hands(page);
  await page.goto("/");
  await hands.button("Sample workbook").click();
  await expect(hands.rowsStatus).toHaveText("500 rows");
  await hands.cell(0, "tier").click();
  await hands.press("Alt+ArrowDown");
  await expect(page.getByRole("combobox", { name: "Editing Tier" })).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("option").first()).toBeVisible();
  await hands.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await hands.press("End", "ArrowLeft");
  await hands.press("ControlOrMeta+;");
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  await expect(page.getByRole("textbox", { name: "Editing Last contact" })).toHaveValue(today);
  await hands.press("Escape");
});
