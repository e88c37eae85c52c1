/** The first rows are there before the sheet is read, and hands may be at work on them at once. */
import { expect, test } from "@playwright/test";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const ROWS = 60_000;

test("O1 what is typed and searched while the rows are still being read is kept and answered", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("many.csv", toCsv(HEADER, customerRows(ROWS, 7))));
  await expect(book.rowsStatus).toHaveText("60,000 rows");
  await book.saved();
  const name = await book.textOf(0, "name");
  // Until the first rows are kept and the snapshot is written.
  await page.waitForTimeout(4000);
  for (const text of ["Zoë", "张伟"]) {
    await page.reload({ waitUntil: "commit" });
    await expect(book.cell(0, "name")).toHaveText(text === "Zoë" ? name : "Zoë");
    await book.type(0, "name", text);
    await book.search.fill(text);
    await expect(book.rowsStatus).toHaveText(/^\d+ of 60,000 rows$/);
    await expect(book.cell(0, "name")).toContainText(text);
    await book.saved();
    await book.search.fill("");
    await expect(book.rowsStatus).toHaveText("60,000 rows");
    // As it is at rest: what opens next.
    await page.waitForTimeout(1500);
  }
  await page.reload({ waitUntil: "commit" });
  await expect(book.cell(0, "name")).toHaveText("张伟");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(0, "name")).toHaveText("Zoë");
  await book.saved();
});

test("where a file of Tierbook does not load, the page says so and leads to Rescue", async ({ page }) => {
  await page.route("**/assets/data.worker-*.js", (route) => route.fulfill({ status: 404 }));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "The workbook could not be opened" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Look for copies" })).toBeVisible();
});

test("where the browser does not answer, the page says so after a while and leads to Rescue", async ({
  page,
}) => {
  await page.route("**/assets/data.worker-*.js", () => undefined);
  await page.goto("/");
  await expect(page.getByText("Opening…")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Opening takes unusually long" })).toBeVisible();
  await page.getByRole("link", { name: "Look for copies" }).click();
  await expect(page).toHaveURL(/rescue\.html$/);
});

test("a page that came without HTTPS says what it needs, and offers nothing that would fail", async ({
  page,
  baseURL,
}) => {
  await page.route("http://shop.test/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await page.request.get(new URL(pathname, baseURL).href) });
  });
  await page.goto("http://shop.test/");
  await expect(page.getByText("begins with https://")).toBeVisible();
  await expect(page.getByRole("button", { name: "Blank workbook" })).toHaveCount(0);
});
