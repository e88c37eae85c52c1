/** What a view says of its rows together: the row of totals below the columns, and rows in groups. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LIST =
  "Name,City,Revenue,Since\nAnn,Lyon,10.50,2024-01-05\nBo,Lyon,0.10,2024-01-20\nCy,Rome,0.20,2024-03-02\nDi,,-4.00,\n";

test("totals stand below the columns, are chosen per column, follow edits and filters, and are kept with the view", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
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
