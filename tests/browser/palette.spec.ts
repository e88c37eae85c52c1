/** The command palette and the sheet of shortcuts, by keyboard alone. */
import { expect, test } from "@playwright/test";
import { inputMethod } from "../support/inputMethod.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

test("actions, sheets and customers are found by a part of their name, and the keyboard comes back", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const palette = page.getByRole("dialog", { name: "Find anything" });
  const { keyboard } = page;
  const find = async (text: string): Promise<void> => {
    await keyboard.press("ControlOrMeta+k");
    await expect(palette).toBeVisible();
    await keyboard.type(text);
  };
  const first = palette.getByRole("option", { selected: true });
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await page.getByRole("tab", { name: "Customers" }).focus();

  await find("add sh");
  await expect(first).toHaveText("Add sheet");
  await keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Sheet 2" })).toHaveAttribute("aria-selected", "true");

  // A customer on another sheet than the one that is shown.
  const name = "Inês Costa";
  await find("ines cos");
  await expect(first).toContainText(name);
  await keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page.getByRole("tab", { name: "Customers" })).toHaveAttribute("aria-selected", "true");
  const row = page.getByRole("row").filter({ hasText: name }).first();
  await expect(row).toBeInViewport();
  await expect(row.locator("#active-cell")).toBeVisible();
  // What is typed goes into the row that was found.
  await keyboard.press("ArrowRight");
  await keyboard.type("Found");
  await keyboard.press("Enter");
  await expect(page.getByRole("gridcell", { name: "Found" })).toBeVisible();
  await book.saved();

  await find("export");
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export CSV" });
  await expect(dialog).toBeVisible();
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await find("filter");
  await keyboard.press("Enter");
  await expect(book.button("Filter")).toHaveAttribute("aria-expanded", "true");
  await expect(book.button("Add condition")).toBeFocused();
  await keyboard.press("Escape");
  await expect(book.button("Add condition")).toHaveCount(0);

  await find("qqqq");
  await expect(palette.getByRole("status")).toHaveText("Nothing is called that.");
  await keyboard.press("Escape");
  await expect(palette).toBeHidden();

  await keyboard.press("F1");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(shortcuts).toContainText("To the edge of the data");
  await keyboard.press("Escape");
  await expect(shortcuts).toBeHidden();
});

test("keys that an input method keeps for itself close no dialog, run no command and end no name", async ({
  page,
}) => {
  const book = await WorkbookPage.ofSample(page);
  const { compose, keeps, accept } = await inputMethod(page);
  const palette = page.getByRole("dialog", { name: "Find anything" });
  const input = palette.getByRole("combobox", { name: "Find anything" });
  await page.keyboard.press("ControlOrMeta+k");
  await expect(input).toBeFocused();
  await compose("fen");
  await keeps("Escape");
  await expect(input).toBeFocused();
  await compose("fenji");
  await accept("分级");
  // In Safari the Enter that takes a candidate comes when nothing is composed any more.
  await keeps("Enter");
  await expect(input).toBeFocused();
  await expect(input).toHaveValue("分级");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();

  const tab = page.getByRole("tab", { name: "Customers" });
  await tab.dblclick();
  const name = page.getByRole("textbox", { name: "Sheet name" });
  await expect(name).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await compose("kehu");
  await keeps("Enter");
  await accept("客户");
  await keeps("Enter");
  await expect(name).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "客户" })).toBeVisible();

  await book.header("Tier").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Edit choices…" }).click();
  const choices = page.getByRole("dialog");
  const label = choices.getByRole("textbox").first();
  await label.fill("Key");
  await compose("ke");
  await keeps("Escape");
  await compose("");
  await expect(label).toHaveValue("Key");
  await page.keyboard.press("Escape");
  await expect(choices).toBeHidden();
});
