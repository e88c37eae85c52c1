/** Columns under the hands: the menu of a header by keyboard and mouse, on the built app. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { failing } from "../support/failing.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const FILE = [
  "Code,Name,City,Revenue,Tier",
  "00123,Ann Lee,Malmö,1200.00,VIP",
  "K-2,Bo Ek,Lund,80.50,Major",
  "K-3,王伟,杭州,3000.00,VIP",
  "K-4,Dee,Lund,12.00,Small",
  "",
].join("\r\n");

class Columns extends WorkbookPage {
  readonly dialog: Locator;

  constructor(page: Page) {
    super(page);
    this.dialog = page.getByRole("dialog");
  }

  static async open(page: Page): Promise<Columns> {
    await page.goto("/");
    const columns = new Columns(page);
    await columns.importFile(csvFile("customers.csv", FILE));
    await expect(columns.rowsStatus).toHaveText("4 rows");
    await columns.saved();
    return columns;
  }

  /** From the header's menu, opened by a right click. */
  async choose(header: string, item: string): Promise<void> {
    await this.page.getByRole("columnheader", { name: header, exact: true }).click({ button: "right" });
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  names(): Promise<readonly string[]> {
    return this.page.locator('[role="columnheader"][col-id]').evaluateAll((cells) =>
      cells
        .map((cell) => ({
          name: cell.querySelector(".column-name")?.textContent ?? "",
          left: cell.getBoundingClientRect().left,
        }))
        .filter(({ name }) => name !== "")
        .toSorted((a, b) => a.left - b.left)
        .map(({ name }) => name),
    );
  }

  async expectNames(...names: readonly string[]): Promise<void> {
    await expect.poll(() => this.names(), { timeout: 20_000 }).toEqual(names);
  }

  async undo(): Promise<void> {
    await this.button("Undo").click();
  }
}

test("a column is inserted on either side, named and of a kind, and undone in one step", async ({ page }) => {
  const columns = await Columns.open(page);
  await columns.choose("City", "Insert left…");
  const name = columns.dialog.getByRole("textbox", { name: "Column name" });
  await expect(name).toBeFocused();
  await page.keyboard.type("City");
  await expect(columns.dialog).toContainText("City");
  await expect(columns.dialog.getByRole("button", { name: "Insert", exact: true })).toBeDisabled();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Country");
  await page.keyboard.press("Enter");
  await expect(columns.dialog).toHaveCount(0);
  await columns.expectNames("Code", "Name", "Country", "City", "Revenue", "Tier");
  await columns.choose("Code", "Insert right…");
  await name.fill("Paid");
  await columns.dialog.getByRole("combobox", { name: "Kind" }).selectOption("Checkbox");
  await columns.dialog.getByRole("button", { name: "Insert", exact: true }).click();
  await columns.expectNames("Code", "Paid", "Name", "Country", "City", "Revenue", "Tier");
  const paid = (await columns.fieldIds()).get("Paid") ?? "";
  await columns.cell(0, paid).getByRole("checkbox").click();
  await expect(columns.cell(0, paid).getByRole("checkbox")).toBeChecked();
  await columns.undo();
  await columns.undo();
  await columns.expectNames("Code", "Name", "Country", "City", "Revenue", "Tier");
  await columns.undo();
  await columns.expectNames("Code", "Name", "City", "Revenue", "Tier");
});

test("a column is duplicated with its values, and deleted with what views made of it, which undo brings back", async ({
  page,
}) => {
  const columns = await Columns.open(page);
  await columns.choose("City", "Duplicate");
  await columns.expectNames("Code", "Name", "City", "City copy", "Revenue", "Tier");
  const copy = (await columns.fieldIds()).get("City copy") ?? "";
  await expect(columns.cell(2, copy)).toHaveText("杭州");
  await columns.undo();

  await columns.choose("City", "Sort ascending");
  await columns.choose("City", "Filter…");
  const condition = page.getByRole("dialog", { name: "Filter" });
  await expect(condition.getByRole("combobox", { name: "Condition 1" })).toBeFocused();
  await condition.getByRole("textbox", { name: "Value" }).fill("Lund");
  await expect(columns.rowsStatus).toHaveText("2 of 4 rows");
  await page.keyboard.press("Escape");
  await columns.choose("City", "Delete");
  await columns.expectNames("Code", "Name", "Revenue", "Tier");
  await expect(columns.rowsStatus).toHaveText("4 rows");
  await expect(page.getByRole("status", { name: "Notice" })).toContainText("Column City deleted");
  await expect(page.locator(".cell-catcher")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await columns.expectNames("Code", "Name", "City", "Revenue", "Tier");
  await expect(columns.rowsStatus).toHaveText("2 of 4 rows");
  await expect(columns.header("City")).toHaveAttribute("aria-sort", "ascending");
  await expect(columns.cell(0, "city")).toHaveText("Lund");
});

test("deleting what the charts are made of asks first; without it they say what is missing", async ({
  page,
}) => {
  const columns = await Columns.open(page);
  await columns.button("Charts").click();
  const charts = page.getByRole("region", { name: "Charts" });
  await expect(charts.getByRole("img").first()).toBeVisible();
  await columns.choose("Tier", "Delete");
  await expect(columns.dialog).toContainText("2 charts are made of it.");
  await page.keyboard.press("Escape");
  await columns.expectNames("Code", "Name", "City", "Revenue", "Tier");
  await columns.choose("Tier", "Delete");
  await columns.dialog.getByRole("button", { name: "Delete" }).click();
  await columns.expectNames("Code", "Name", "City", "Revenue");
  await expect(charts).toContainText("no Tier column");
  await columns.undo();
  await expect(charts.getByRole("img").first()).toBeVisible();
});

test("choices are renamed, recoloured, put in order, added, and deleted with what becomes of their cells", async ({
  page,
}) => {
  const columns = await Columns.open(page);
  await columns.choose("Tier", "Edit choices…");
  const { dialog } = columns;
  const labels = dialog.getByRole("textbox");
  await expect(labels.first()).toHaveValue("VIP");
  await expect(dialog).toContainText("2 cells");
  await labels.first().fill("Key");
  await dialog.getByRole("combobox", { name: "Colour of Key" }).selectOption("Green");
  await dialog.getByRole("button", { name: "Move Key down" }).click();
  await expect(labels.first()).toHaveValue("Major");
  await dialog.getByRole("button", { name: "Delete Small" }).click();
  await dialog.getByRole("combobox", { name: "Small: 1 cell" }).selectOption("Major");
  await dialog.getByRole("button", { name: "Add choice" }).click();
  await page.keyboard.type("Major");
  await expect(dialog.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.keyboard.type(" plus");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(columns.cell(0, "tier").locator(".cell-chip")).toHaveText("Key");
  await expect(columns.cell(0, "tier").locator(".cell-chip")).toHaveAttribute("data-hue", "green");
  await expect(columns.cell(3, "tier")).toHaveText("Major");
  await columns.undo();
  await expect(columns.cell(0, "tier")).toHaveText("VIP");
  await expect(columns.cell(3, "tier")).toHaveText("Small");
});

test("a column is made as wide as what is in it: by its menu, by a double click on its edge, and all of them", async ({
  page,
}) => {
  const columns = await Columns.open(page);
  const width = async (name: string): Promise<number> =>
    Math.round((await columns.header(name).boundingBox())?.width ?? 0);
  await columns.type(3, "name", "Someone with a name that is rather long, and longer still");
  await columns.choose("Name", "Fit width");
  await expect.poll(() => width("Name")).toBeGreaterThan(300);
  const cell = columns.cell(3, "name");
  const cut = await cell.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(cut, "nothing of it is cut off").toBe(false);
  await columns.undo();
  await columns.undo();
  const before = await width("City");
  const edge = await columns.header("City").boundingBox();
  if (edge === null) throw new Error("no header");
  await page.mouse.dblclick(edge.x + edge.width - 2, edge.y + edge.height / 2);
  await expect.poll(() => width("City")).toBeLessThan(before);
  await columns.choose("City", "Fit all widths");
  await expect.poll(() => width("Code")).toBeLessThan(100);
  await columns.undo();
  await columns.undo();
  await expect.poll(() => width("City")).toBe(before);
});

test("a change of kind shows what would change and be lost, before; one undo brings all of it back", async ({
  page,
}) => {
  const columns = await Columns.open(page);
  const { dialog } = columns;
  await columns.type(2, "code", "12.345");
  await columns.choose("Code", "Change kind…");
  await expect(dialog.getByRole("combobox", { name: "Kind" })).toBeFocused();
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Number");
  await expect(dialog.getByRole("alert")).toContainText("2 cells cannot be of this kind");
  await expect(dialog.getByRole("row", { name: "K-2" })).toContainText("is not a number");
  await expect(dialog.getByRole("row", { name: "00123" })).toContainText("123");
  await dialog.getByRole("combobox", { name: "Decimals" }).selectOption("1");
  await expect(dialog.getByRole("row", { name: "12.345" })).toContainText("12.3");
  await page.keyboard.press("Escape");
  await expect(columns.cell(0, "code")).toHaveText("00123");

  await columns.choose("Code", "Change kind…");
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Number");
  await dialog.getByRole("button", { name: "Change kind and empty 2 cells" }).click();
  await expect(columns.cell(0, "code")).toHaveText("123");
  await expect(columns.cell(1, "code")).toHaveText("");
  await columns.undo();
  await expect(columns.cell(0, "code")).toHaveText("00123");
  await expect(columns.cell(1, "code")).toHaveText("K-2");
  await expect(columns.cell(2, "code")).toHaveText("12.345");

  await columns.choose("City", "Change kind…");
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Choice");
  await expect(dialog.getByRole("status", { name: "What would change" })).toHaveText(
    "4 cells stay as they are. 3 choices are added to the list.",
  );
  await dialog.getByRole("button", { name: "Change kind", exact: true }).click();
  await expect(columns.cell(1, "city").locator(".cell-chip")).toHaveText("Lund");
});

test("a width or a change of kind that failed once, for whatever reason, can be tried again", async ({
  page,
  context,
}) => {
  const fail = await failing(page);
  const columns = await Columns.open(page);
  const { dialog } = columns;
  const said = page.getByText("Something went wrong, and nothing was changed.");
  const dismiss = async (): Promise<void> => {
    await expect(said).toBeVisible();
    await page.getByRole("status", { name: "Notice" }).getByRole("button", { name: "Dismiss" }).click();
  };
  const widen = async (name: string): Promise<void> => {
    const edge = await columns.header(name).boundingBox();
    if (edge === null) throw new Error("no header");
    const [x, y] = [edge.x + edge.width - 2, edge.y + edge.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    await page.mouse.up();
  };
  const width = async (book: WorkbookPage, name: string): Promise<number> =>
    Math.round((await book.header(name).boundingBox())?.width ?? 0);
  await fail("dispatch");
  await widen("City");
  await dismiss();
  await widen("Code");
  const other = new WorkbookPage(await context.newPage());
  await other.page.goto("/");
  await expect.poll(() => width(other, "Code")).toBe(await width(columns, "Code"));
  await expect.poll(() => width(other, "City")).toBe(await width(columns, "City"));
  await other.page.close();

  await columns.choose("City", "Change kind…");
  const kinds = dialog.getByRole("combobox", { name: "Kind" });
  await expect(kinds).toBeFocused();
  await fail("previewKind");
  await kinds.selectOption("Choice");
  await dismiss();
  await expect(dialog).toBeHidden();
  await columns.choose("City", "Change kind…");
  await kinds.selectOption("Choice");
  const change = dialog.getByRole("button", { name: "Change kind", exact: true });
  await expect(change).toBeEnabled();
  await fail("changeKind");
  await change.click();
  await expect(said).toBeVisible();
  await change.click();
  await expect(columns.cell(1, "city").locator(".cell-chip")).toHaveText("Lund");
});

test("dates that could be two are asked about, unless the others tell", async ({ page }) => {
  await page.goto("/");
  const columns = new Columns(page);
  const { dialog } = columns;
  await columns.importFile(csvFile("dates.csv", "Name,Signed\r\nA,3/4/2026\r\nB,5/6/2026\r\n"));
  const signed = (await columns.fieldIds()).get("Signed") ?? "";
  await columns.choose("Signed", "Change kind…");
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Date");
  await expect(dialog.getByRole("radiogroup")).toContainText("2 cells could be two dates");
  await expect(dialog.getByRole("button", { name: "Change kind", exact: true })).toBeDisabled();
  await dialog.getByText("3 April (day first)").click();
  await dialog.getByRole("button", { name: "Change kind", exact: true }).click();
  await expect(columns.cell(0, signed)).toHaveText("2026-04-03");
  await columns.undo();
  await columns.type(1, signed, "5/16/2026");
  await columns.choose("Signed", "Change kind…");
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Date");
  await expect(dialog.getByRole("radio", { name: "March 4 (month first)" })).toBeChecked();
  await dialog.getByRole("button", { name: "Change kind", exact: true }).click();
  await expect(columns.cell(0, signed)).toHaveText("2026-03-04");
});

test("all columns in a panel: found, hidden, frozen, and put in order by Alt with an arrow or by dragging", async ({
  page,
}) => {
  const columns = await Columns.open(page);
  await columns.choose("City", "All columns…");
  const panel = page.getByRole("region", { name: "Columns" });
  const find = panel.getByRole("searchbox", { name: "Find a column" });
  await expect(find).toBeFocused();
  const box = (name: string): Locator => panel.getByRole("checkbox", { name });
  await page.keyboard.type("rev");
  await expect(panel.getByRole("checkbox")).toHaveCount(1);
  await box("Revenue").press("Space");
  await columns.expectNames("Code", "Name", "City", "Tier");
  await expect(box("Revenue")).not.toBeChecked();
  await find.fill("");
  await box("City").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await columns.expectNames("Code", "City", "Name", "Tier");
  await page.keyboard.press("Alt+ArrowUp");
  await columns.expectNames("City", "Code", "Name", "Tier");
  await expect(box("City")).toBeFocused();
  await panel.getByRole("button", { name: "Freeze Tier" }).click();
  await columns.expectNames("Tier", "City", "Code", "Name");

  const handle = (name: string): Locator =>
    panel.getByRole("listitem").filter({ hasText: name }).locator(".drag-handle");
  const [from, to] = [await handle("Name").boundingBox(), await handle("City").boundingBox()];
  if (from === null || to === null) throw new Error("no handles");
  await page.mouse.move(from.x + 8, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + 20, { steps: 5 });
  await page.mouse.move(to.x + 8, to.y + 2, { steps: 3 });
  await page.mouse.up();
  await columns.expectNames("Tier", "Name", "City", "Code");
  await panel.getByRole("button", { name: "Show all columns" }).click();
  await expect(columns.header("Revenue")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(columns.button("Columns")).toBeFocused();
  for (let step = 0; step < 6; step += 1) await columns.undo();
  await columns.expectNames("Code", "Name", "City", "Revenue", "Tier");
});

test("a header dragged among frozen ones is frozen, dragged out of them it is not", async ({ page }) => {
  const columns = await Columns.open(page);
  await columns.choose("Code", "Freeze");
  const drag = async (name: string, onto: string): Promise<void> => {
    // Headers glide to their places; a click would wait until they are there.
    await columns.header(name).click({ trial: true });
    await columns.header(onto).click({ trial: true });
    const [from, to] = [await columns.header(name).boundingBox(), await columns.header(onto).boundingBox()];
    if (from === null || to === null) throw new Error("no headers");
    await page.mouse.move(from.x + 30, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.move(to.x + 8, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
  };
  await drag("Tier", "Name");
  await columns.expectNames("Code", "Tier", "Name", "City", "Revenue");
  await columns.undo();
  await drag("City", "Code");
  await columns.expectNames("City", "Code", "Name", "Revenue", "Tier");
  await columns.header("City").click({ button: "right" });
  await expect(page.getByRole("menuitem", { name: "Unfreeze" })).toBeVisible();
});
