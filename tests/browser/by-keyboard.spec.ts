/** A whole journey without a mouse: every step is reached by Tab, arrows and shortcuts, with the focus in sight all the way. */
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

/** Goes on until the focus is there; it must never stay where it was, nor be out of sight. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    const focus = await page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return "nowhere";
      const { width, height, top } = active.getBoundingClientRect();
      // The text area over the active cell has no size of its own; the cell is marked.
      const overCell = active.closest(".sheet-grid") !== null;
      return overCell || (width > 0 && height > 0 && top < innerHeight)
        ? "seen"
        : `unseen ${active.outerHTML}`;
    });
    expect(["seen", "nowhere"]).toContain(focus);
  }
  throw new Error(`never came to ${String(target)}`);
}

test("from the first screen to the exported file by keyboard alone", async ({ page }) => {
  const book = new WorkbookPage(page);
  const { keyboard } = page;
  // Asked for long before it comes: the browser takes its time to hand it over.
  page.on("filechooser", () => undefined);
  await page.goto("/");
  await tabTo(page, book.button("Blank workbook"));
  await keyboard.press("Enter");
  await expect(book.rowsStatus).toHaveText("0 rows");

  // Through the toolbar back into the grid, and a customer.
  await expect(page.locator(".cell-catcher")).toBeFocused();
  await keyboard.press("F6");
  await tabTo(page, book.search);
  await keyboard.press("Tab");
  await expect(page.locator(".sheet-grid :focus")).toHaveCount(1);
  await keyboard.type("K-001");
  await keyboard.press("Tab");
  await keyboard.type("Ann Lee");
  await keyboard.press("Enter");
  await expect(book.rowsStatus).toHaveText("1 row");
  await expect(page.getByRole("gridcell", { name: "Ann Lee" })).toBeVisible();
  await keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("gridcell", { name: "Ann Lee" })).toHaveCount(0);
  await keyboard.press("ControlOrMeta+y");
  await expect(page.getByRole("gridcell", { name: "Ann Lee" })).toBeVisible();
  await book.saved();

  // A file comes in.
  await keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
  await keyboard.type("import");
  await keyboard.press("Enter");
  const importing = page.getByRole("dialog", { name: "Import CSV" });
  await tabTo(page, importing.getByLabel("File"));
  const chooser = page.waitForEvent("filechooser");
  await keyboard.press("Enter");
  await (await chooser).setFiles(
    csvFile("two.csv", "Code,Name,City\r\nK-002,Bo Lund,Malmö\r\nK-003,王伟,成都\r\n"),
  );
  await tabTo(page, importing.getByRole("button", { name: "Import", exact: true }));
  await keyboard.press("Enter");
  await expect(importing).toBeHidden();
  await expect(book.importResult).toContainText("2 added");
  await expect(book.rowsStatus).toHaveText("3 rows");

  // Filtered by a condition, which is taken away again.
  await keyboard.press("F6");
  await expect(book.button("Undo")).toBeFocused();
  await keyboard.press("F6");
  // Backwards out of the first cell the way leads past the headers.
  await keyboard.press("ControlOrMeta+Home");
  await tabTo(page, book.button("Filter"), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(book.button("Add condition")).toBeFocused();
  await keyboard.press("Enter");
  const value = page.getByRole("dialog").getByRole("textbox").first();
  await tabTo(page, value);
  await keyboard.type("K-00");
  await keyboard.press("Escape");
  await expect(book.button("Filter")).toBeFocused();
  await expect(book.rowsStatus).toHaveText(/3 rows|of 3 rows/);

  // Another language, and back.
  await tabTo(page, book.button("Settings"));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("combobox", { name: "Language" }));
  const spoken = page.locator("html");
  for (const [key, language] of [
    ["End", "zh-TW"],
    ["ArrowUp", "zh-CN"],
    ["Home", "en"],
  ] as const) {
    await keyboard.press(key);
    await expect(spoken).toHaveAttribute("lang", language);
  }
  await keyboard.press("Escape");
  await expect(book.button("Settings")).toBeFocused();

  await tabTo(page, book.button("Export"), "Shift+Tab");
  await keyboard.press("Enter");
  const exporting = page.getByRole("dialog", { name: "Export CSV" });
  await tabTo(page, exporting.getByRole("button", { name: "Export", exact: true }));
  const downloaded = page.waitForEvent("download");
  await keyboard.press("Enter");
  expect(await readFile(await (await downloaded).path(), "utf8")).toContain("王伟");
});

test("where what was pressed goes away, the keyboard is on what stands there now, and never outside the dialog", async ({
  page,
}) => {
  const pairs = ["Ann Lee", "Bo Lund", "王伟"].flatMap((name, n) =>
    ["Ulm", "成都"].map((city) => `${name},a${n}@x.de,${city}`),
  );
  const book = await WorkbookPage.ofList(page, ["Name,E-mail,City", ...pairs, ""].join("\n"));
  const { keyboard } = page;
  await book.find("duplicates");
  const dialog = page.getByRole("dialog");
  const apart = dialog.getByRole("button", { name: "Not duplicates" });
  await expect(apart).toHaveCount(3);
  await tabTo(page, apart.nth(1));
  await keyboard.press("Enter");
  await expect(apart).toHaveCount(2);
  await expect(apart.nth(1)).toBeFocused();
  // Of the last one too: what is then the last.
  await keyboard.press("Enter");
  await expect(apart).toHaveCount(1);
  await expect(apart).toBeFocused();
  await tabTo(page, dialog.getByRole("button", { name: "Merge…" }));
  await keyboard.press("Enter");
  await expect(dialog.getByRole("radio").first()).toBeFocused();
  await tabTo(page, dialog.getByRole("button", { name: "Back" }));
  await keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Not duplicates" })).toBeFocused();
  await tabTo(page, dialog.locator("summary"));
  await keyboard.press("Enter");
  const offer = dialog.getByRole("listitem").getByRole("button", { name: "Offer again" });
  await tabTo(page, offer.first());
  await keyboard.press("Enter");
  await expect(offer).toHaveCount(1);
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await keyboard.press("Escape");

  // Of a popover too.
  await expect(page.locator(".cell-catcher")).toBeFocused();
  await keyboard.press("F6");
  await tabTo(page, book.button("Filter"));
  await keyboard.press("Enter");
  await tabTo(page, book.button("Add condition"));
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  const remove = page.getByRole("dialog").getByRole("button", { name: /^Remove/ });
  await tabTo(page, remove.first());
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog").locator(":focus")).toHaveCount(1);
});

test("the cells have the keyboard from the first: after an import and after a reload", async ({ page }) => {
  const cells = page.locator(".cell-catcher");
  const book = await WorkbookPage.ofList(page, "Code,Name\r\nK-1,Ann\r\nK-2,王伟\r\n");
  await expect(cells).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Bo");
  await page.keyboard.press("Enter");
  await expect(book.cell(1, "name")).toHaveText("Bo");
  await book.saved();
  await page.reload();
  await expect(cells).toBeFocused();
  await page.keyboard.type("K-0");
  await page.keyboard.press("Enter");
  await expect(book.cell(0, "code")).toHaveText("K-0");
});

test("what is pressed in the status bar or over the cells and goes away leaves the keyboard to its neighbour, or to the cells", async ({
  page,
}) => {
  const cells = page.locator(".cell-catcher");
  const { keyboard } = page;
  const book = await WorkbookPage.ofList(page, "Code,Name\r\nK-1,Ann\r\nK-2,Bo\r\n");
  const bar = page.getByRole("contentinfo");
  await bar.getByRole("button", { name: "Dismiss" }).press("Enter");
  await expect(cells).toBeFocused();

  await book.button("Filter").press("Enter");
  await book.button("Add condition").press("Enter");
  await book.button("Add condition").press("Enter");
  const values = page.getByRole("dialog").getByRole("textbox");
  await values.first().fill("K-");
  await values.last().fill("A");
  await keyboard.press("Escape");
  await expect(book.rowsStatus).toHaveText("1 of 2 rows");
  const chips = bar.getByRole("list", { name: "Active filters" }).getByRole("button");
  await expect(chips).toHaveCount(2);
  await chips.first().press("Enter");
  await expect(chips).toHaveCount(1);
  await expect(chips).toBeFocused();
  await keyboard.press("Enter");
  await expect(chips).toHaveCount(0);
  await expect(cells).toBeFocused();

  await book.header("Name").click();
  await book.button("Revert view").press("Enter");
  await expect(book.button("Revert view")).toHaveCount(0);
  await expect(cells).toBeFocused();

  await book.search.fill("nobody");
  await book.button("Show all rows").press("Enter");
  await expect(book.rowsStatus).toHaveText("2 rows");
  await expect(cells).toBeFocused();
});

test("after a column was deleted in the dialog that asks first, the cells have the keyboard", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  await book.header("Revenue").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete", exact: true }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).press("Enter");
  await expect(book.header("Revenue")).toHaveCount(0);
  await expect(page.locator(".cell-catcher")).toBeFocused();
});

test("what is moved up or down a list by its button keeps the keyboard, at the ends too", async ({
  page,
}) => {
  const { keyboard } = page;
  const book = await WorkbookPage.ofSample(page);
  const dialog = page.getByRole("dialog");
  await book.header("Tier").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Edit choices" }).click();
  const up = dialog.getByRole("button", { name: /^Move .* up$/ });
  const name = await up.nth(2).getAttribute("aria-label");
  await up.nth(2).press("Enter");
  await expect(up.nth(1)).toHaveAccessibleName(name ?? "");
  await expect(up.nth(1)).toBeFocused();
  // At the top there is no way but down.
  await keyboard.press("Enter");
  await expect(up.first()).toHaveAccessibleName(name ?? "");
  await expect(dialog.getByRole("button", { name: /^Move .* down$/ }).first()).toBeFocused();
  await keyboard.press("Escape");

  await book.button("Export").press("Enter");
  await dialog.getByText("Columns: 13 of").click();
  const later = dialog.getByRole("button", { name: /^Move .* down$/ });
  const second = await later.nth(1).getAttribute("aria-label");
  await later.nth(1).press("Enter");
  await expect(later.nth(2)).toHaveAccessibleName(second ?? "");
  await expect(later.nth(2)).toBeFocused();
});

test("a menu that a key opens begins at its first item; one that the mouse opens, at none", async ({
  page,
}) => {
  const { keyboard } = page;
  const book = await WorkbookPage.ofSample(page);
  const menu = page.getByRole("menu");
  const picker = page.getByRole("button", { name: /^View: / });
  for (const key of ["Enter", "Space"]) {
    await picker.focus();
    await keyboard.press(key);
    await expect(menu.getByRole("menuitemradio").first()).toBeFocused();
    await keyboard.press("ArrowDown");
    await expect(menu.getByRole("menuitemradio").nth(1)).toBeFocused();
    await keyboard.press("Escape");
    await expect(picker).toBeFocused();
  }
  // Not at what cannot be chosen.
  await page.getByRole("tab").press("Shift+F10");
  await expect(menu.getByRole("menuitem", { name: "Rename" })).toBeFocused();
  await keyboard.press("Escape");
  await picker.click();
  await expect(menu).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(menu.getByRole("menuitemradio").first()).toBeFocused();
  await keyboard.press("Escape");
  await book.header("Name").press("Alt+ArrowDown");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
});
