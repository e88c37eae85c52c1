/** What a view says of its rows together: the row of totals below the columns, and rows in groups. */
import { expect, test } from "@playwright/test";
import { WorkbookPage } from "../support/workbook.page.ts";

const LIST =
  "Name,City,Revenue,Since\nAnn,Lyon,10.50,2024-01-05\nBo,Lyon,0.10,2024-01-20\nCy,Rome,0.20,2024-03-02\nDi,,-4.00,\n";

test("totals stand below the columns, are chosen per column, follow edits and filters, and are kept with the view", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(page, LIST);
  await expect(book.rowsStatus).toHaveText("4 rows");
  const ids = await book.fieldIds();
  const id = (name: string): string => ids.get(name) ?? "";
  const bar = page.getByRole("toolbar", { name: "Totals" });
  const total = (column: string) => bar.getByRole("button", { name: new RegExp(`^${column}: `) });

  // From the menu of the view; numbers have their sum without being asked for.
  await page.getByRole("button", { name: /^View: / }).click();
  await page.getByRole("menuitem", { name: "Show totals row" }).click();
  await expect(total("Revenue")).toHaveAccessibleName("Revenue: Sum $6.80");
  await expect(total("City")).toHaveAccessibleName("City: no total");

  // Another measure, by keyboard: one stop for Tab, arrows between the columns.
  await total("Revenue").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(total("City")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitemradio", { name: "Distinct" }).click();
  await expect(total("City")).toHaveAccessibleName("City: Distinct 2");
  await expect(total("City")).toBeFocused();
  await total("Since").click();
  // Dates are not added up.
  await expect(page.getByRole("menuitemradio")).toHaveText([
    /^None/,
    "Rows",
    "Filled",
    "Empty",
    "Distinct",
    "Median",
    "Min",
    "Max",
  ]);
  await page.getByRole("menuitemradio", { name: "Max" }).click();
  await expect(total("Since")).toHaveAccessibleName(/Max .*2024/);

  // An edit is counted at once, as is what the view leaves out.
  await book.type(3, id("Revenue"), "3.25");
  await expect(total("Revenue")).toHaveAccessibleName("Revenue: Sum $14.05");
  await book.search.fill("lyon");
  await expect(total("Revenue")).toHaveAccessibleName("Revenue: Sum $10.60");
  await expect(total("City")).toHaveAccessibleName("City: Distinct 1");
  await book.search.fill("");

  // Whole columns, copies and fills end at the last row; the status bar says the same.
  await book.header("Revenue").click({ modifiers: ["ControlOrMeta"] });
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("Sum 14.05");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(total("Revenue")).toHaveAccessibleName("Revenue: Sum $14.05");

  // One undo step each; kept with the view.
  await book.saved();
  await page.reload();
  await expect(total("City")).toHaveAccessibleName("City: Distinct 2");
  await book.button("Undo").click();
  await book.button("Undo").click();
  await expect(total("Since")).toHaveAccessibleName("Since: no total");
  await book.find("hide totals");
  await expect(bar).toBeHidden();
});

test("rows are grouped, folded by mouse and keys, and edited as ever; nothing is written to the head of a group", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const book = await WorkbookPage.ofList(page, LIST);
  await expect(book.rowsStatus).toHaveText("4 rows");
  const ids = await book.fieldIds();
  const id = (name: string): string => ids.get(name) ?? "";
  const names = page.locator(".group-name");
  const head = (name: string) => names.filter({ hasText: name });
  const item = async (column: string, name: string): Promise<void> => {
    await book.header(column).click({ button: "right" });
    await page.getByRole("menuitem", { name, exact: true }).click();
  };

  await item("City", "Group by this column");
  await expect(names).toHaveText([/^Lyon2 rows/, /^Rome1 row/, /^\(Blank\)1 row/]);
  // Subtotals are exact, and each row keeps its number.
  await expect(book.cell(0, id("Revenue"))).toHaveText("$10.60");
  await expect(book.cell(5, id("Revenue"))).toHaveText("-$4.00");
  await expect(book.cell(4, id("Name"))).toHaveText("Cy");
  await expect(book.cell(4, "row number")).toHaveText("3");
  await expect(book.rowsStatus).toHaveText("4 rows");

  // Folded by a click and opened again by keys.
  await head("Lyon").click();
  await expect(book.cell(1, id("Name"))).toHaveText(/^Rome/);
  await expect(head("Lyon")).toContainText("group, collapsed");
  await book.cell(0, id("Revenue")).click();
  await page.keyboard.press("ArrowRight");
  await expect(book.cell(1, id("Name"))).toHaveText("Ann");
  await page.keyboard.press("ArrowLeft");
  await expect(book.cell(1, id("Name"))).toHaveText(/^Rome/);
  await page.keyboard.press("Enter");
  await expect(book.cell(1, id("Name"))).toHaveText("Ann");

  // A range over a head means the rows in it: added up, copied, cleared.
  await book.cell(1, id("Revenue")).click();
  for (let n = 0; n < 3; n++) await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("Sum 10.8");
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("10.5\r\n0.1\r\n0.2");
  await page.keyboard.press("Delete");
  await expect(book.cell(3, id("Revenue"))).toHaveText("$0.00");
  await expect(book.cell(6, id("Revenue"))).toHaveText("-$4.00");
  await expect(names).toHaveCount(3);
  await book.button("Undo").click();
  await expect(book.cell(0, id("Revenue"))).toHaveText("$10.60");

  // Pasted over a head, the lines go to the rows around it; on a head alone nothing is done, and why is said.
  await book.cell(2, id("Revenue")).click();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(book.cell(2, id("Revenue"))).toHaveText("$10.50");
  await expect(book.cell(4, id("Revenue"))).toHaveText("$0.10");
  await expect(book.cell(6, id("Revenue"))).toHaveText("$0.20");
  await book.button("Undo").click();
  await expect(book.cell(6, id("Revenue"))).toHaveText("-$4.00");
  await book.cell(3, id("Revenue")).click();
  await page.keyboard.type("77");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByText("This is the heading of a group")).toBeVisible();
  await expect(book.cell(3, id("Revenue"))).toHaveText("$0.20");

  // A row that an edit puts elsewhere stays until the cursor leaves it.
  await book.cell(1, id("City")).click();
  await page.keyboard.type("Rome");
  await page.keyboard.press("Tab");
  await expect(book.cell(1, id("Name"))).toHaveText("Ann");
  await expect(names).toHaveText([/^Lyon2 rows/, /^Rome1 row/, /^\(Blank\)1 row/]);
  await page.keyboard.press("ArrowDown");
  await expect(names).toHaveText([/^Lyon1 row/, /^Rome2 rows/, /^\(Blank\)1 row/]);

  // Two columns, all folded, and found again by name; kept with the view.
  await item("Since", "Group by this column");
  await expect(names.first()).toHaveText(/^Lyon1 row/);
  await expect(names.nth(1)).toHaveText(/^January 2024/);
  await book.find("collapse all groups");
  await expect(names).toHaveText([/^Lyon1 row/, /^Rome2 rows/, /^\(Blank\)1 row/]);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused();
  await page.keyboard.type("Cy");
  await page.getByRole("option", { name: /^Cy/ }).click();
  await expect(book.cell(4, id("Name"))).toHaveText("Cy");
  await book.saved();
  await page.reload();
  await expect(names.nth(1)).toHaveText(/^January 2024/);

  // Deleting and adding rows, and back to none.
  await book.cell(2, id("Name")).click();
  await page.keyboard.press("ControlOrMeta+-");
  await expect(book.rowsStatus).toHaveText("3 rows");
  await expect(page.getByText("1 row deleted")).toBeVisible();
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("button", { name: "No groups" }).click();
  await expect(names).toHaveCount(0);
  await expect(book.cell(0, id("Name"))).toHaveText("Ann");
});
