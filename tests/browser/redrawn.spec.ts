/** What is on the screen already is not drawn again, and nothing is drawn that is about to go: each costs the interface thread. */
import { expect, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const ROWS = 200;
const lines = Array.from({ length: ROWS }, (_, index) => `${index + 1},Name ${index + 1},VIP`);
const FILE = csvFile("list.csv", ["Code,Name,Tier", ...lines].join("\n"));

test("a column that is renamed or inserted leaves the headers of the others as they are", async ({
  page,
}) => {
  await page.goto("/");
  const book = new WorkbookPage(page);
  await book.importFile(FILE);
  await expect(book.cell(0, "tier")).toHaveText("VIP");
  const drawn = await page.evaluateHandle(() =>
    ["name", "tier"].map((field) =>
      document.querySelector(`[role="columnheader"][col-id="${field}"] .column-name`),
    ),
  );
  const kept = () => drawn.evaluate((nodes) => nodes.map((node) => node?.isConnected));
  await book.header("Code").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Rename", exact: true }).click();
  await page.keyboard.insertText("Serial");
  await page.keyboard.press("Enter");
  await expect(book.header("Serial")).toBeVisible();
  expect(await kept()).toEqual([true, true]);
  await book.header("Tier").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Insert right…" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Column name" }).fill("Country");
  await page.keyboard.press("Enter");
  await expect(book.header("Country")).toBeVisible();
  expect(await kept()).toEqual([true, true]);
});

test("rows that come to an empty sheet are not drawn before as empty ones", async ({ page }) => {
  await page.goto("/");
  const book = new WorkbookPage(page);
  await book.importFile(FILE);
  await expect(book.cell(0, "tier")).toHaveText("VIP");
  await book.button("Undo").click();
  await expect(book.rowsStatus).toHaveText("0 rows");
  await expect(book.cell(0, "tier")).toHaveText("");
  const most = await page.evaluateHandle(() => {
    const seen = { empty: 0 };
    new MutationObserver(() => {
      const cells = document.querySelectorAll('[row-index] [col-id="code"]');
      seen.empty = Math.max(seen.empty, [...cells].filter(({ textContent }) => textContent === "").length);
    }).observe(document, { subtree: true, childList: true });
    return seen;
  });
  await book.button("Redo").click();
  await expect(book.rowsStatus).toHaveText("200 rows");
  await expect(book.cell(20, "code")).toHaveText("21");
  // The row for adding is one.
  expect(await most.evaluate(({ empty }) => empty)).toBeLessThan(2);
});
