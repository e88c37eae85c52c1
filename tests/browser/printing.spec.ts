/** What goes onto paper: the rows of a view, one card, the charts; each page with its heading and its number. */
import { expect, type Page, test } from "@playwright/test";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LINES = 450;
const LIST = [
  "Code,Name,Tier,Revenue,Notes",
  ...Array.from(
    { length: LINES },
    (_, at) => `K-${at},Name ${at},${at % 3 === 0 ? "VIP" : "Small"},${at}.50,"<b>${at}</b>"`,
  ),
  "",
].join("\r\n");

const dialog = (page: Page) => page.getByRole("dialog", { name: "Print" });

// A browser without a screen has no dialog of its own: what was laid for it is read as it would be printed.
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    window.print = () => undefined;
  }),
);

async function showTotals(book: WorkbookPage): Promise<void> {
  await book.button("View: All").click();
  await book.page.getByRole("menuitem", { name: "Show totals row", exact: true }).click();
}

async function prepare(page: Page, what: string, paper: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+p");
  await dialog(page).getByRole("combobox", { name: "What" }).selectOption(what);
  await dialog(page).getByRole("combobox", { name: "Paper" }).selectOption(paper);
  await dialog(page).getByRole("button", { name: "Print", exact: true }).click();
  await expect(dialog(page)).toBeHidden();
}

/** Sizes of the pages in points, as the file says. */
function pagesOf(pdf: Buffer): readonly string[] {
  return [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`,
  );
}

test("a view is printed with all its rows, its columns and its filter, and the page beside it is not", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
  await book.search.fill("VIP");
  await expect(book.rowsStatus).toHaveText("150 of 450 rows");
  await showTotals(book);
  await prepare(page, "view", "a4");
  const paper = page.locator(".print-paper");
  await page.emulateMedia({ media: "print" });
  await expect(paper.getByRole("columnheader", { name: "Revenue", includeHidden: true })).toBeVisible();
  await expect(paper.locator("tbody").first().locator("tr")).toHaveCount(150);
  await expect(paper.locator("tbody").last()).toContainText("Sum $33,600.00");
  await expect(paper.locator("tbody tr").nth(1)).toContainText("Name 3");
  // What is typed is text, also on paper.
  await expect(paper.locator("tbody tr").nth(1)).toContainText("<b>3</b>");
  await expect(page.getByRole("grid")).toBeHidden();
  const heading = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(),
  );
  expect(heading).toContain("Customer workbook · Customers · All");
  expect(heading).toContain("counter(page)");
  await page.emulateMedia({ media: null });
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(2);
  expect(new Set(pages)).toEqual(new Set(["595×842"]));
  await expect(paper).toHaveCount(0);
});

test("amounts and days stay in one piece on narrow paper, and a group's name has the room up to its totals", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await page.getByRole("button", { name: "Sample workbook" }).click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await showTotals(book);
  await book.header("Category").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Group by this column", exact: true }).click();
  await expect(page.locator(".group-name").first()).toBeVisible();
  await prepare(page, "view", "a4");
  // As wide as the paper is between its margins, turned.
  await page.setViewportSize({ width: 1030, height: 700 });
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".print-paper");
  const heads = paper.locator("tbody").first().locator("th[colspan]");
  await expect(heads).toHaveCount(4);
  const broken = await paper.locator("tbody td, tbody th").evaluateAll((cells) =>
    cells
      .map((cell) => {
        const text = cell.lastChild;
        const figure = /^ ?[$¥]?[\d,.-]{8,}$/.test(text?.textContent ?? "");
        if (text === null || !(figure || cell.hasAttribute("colspan"))) return null;
        const range = document.createRange();
        range.selectNode(text);
        return range.getClientRects().length > 1 ? text.textContent : null;
      })
      .filter((each) => each !== null),
  );
  expect(broken).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1030);
});

test("a card and the charts are printed, on Letter too, light also where the screen is dark", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
  await book.cell(0, "name").click();
  await prepare(page, "record", "letter");
  await expect(page.locator(".print-paper")).toContainText("Name 0");
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(["612×792"]);
  await prepare(page, "dashboard", "letter");
  const paper = page.locator(".print-paper");
  await expect(paper).toContainText("Small is the largest tier: 67 % of 450 customers.");
  await expect(paper.locator("canvas")).toHaveCount(3);
  // Not by their look alone: the words on the canvas are dark, for the paper is white.
  const dark = await paper
    .locator("canvas")
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return false;
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, 80, canvas.height) ?? { data: [] };
      return Array.from(data).some((part, at) => at % 4 === 0 && (data[at + 3] ?? 0) > 250 && part < 60);
    });
  expect(dark).toBe(true);
  // Paper has more dots than a screen.
  const dots = await paper
    .locator("canvas")
    .evaluateAll((all) =>
      all.map((each) => (each instanceof HTMLCanvasElement ? each.width / each.clientWidth : 0)),
    );
  expect(Math.min(...dots)).toBeGreaterThanOrEqual(2.9);
  await page.pdf({ preferCSSPageSize: true });
  await expect(paper).toHaveCount(0);
});

test("what cannot be printed is said in the dialog", async ({ page }) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  await book.importFile(csvFile("list.csv", LIST));
  await book.search.fill("nobody is called that");
  await expect(book.rowsStatus).toHaveText("0 of 450 rows");
  await page.keyboard.press("ControlOrMeta+p");
  await dialog(page).getByRole("button", { name: "Print", exact: true }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("shows no rows");
});
