/** The charts of a sheet: kept with the workbook, clicked to filter, compared with an earlier day, taken away as pictures. */
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { dayAgo, setClockBack } from "../support/clock.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

const LIST = [
  "Code,Name,Tier,Status,City,Revenue,Last contact",
  "K-1,Ann,VIP,Active,Lund,5000.00,2026-11-02",
  "K-2,Bob,VIP,Active,Uji,3000.00,2025-11-20",
  "K-3,Cem,Major,At risk,Lund,1000.00,2026-01-15",
  "K-4,Dan,Major,Active,Cork,600.00,2026-03-01",
  "K-5,Eve,Small,Lost,Lund,-300.00,2024-02-29",
  "K-6,Fay,Small,Lost,Bern,100.00,",
  "",
].join("\r\n");

class Charts extends WorkbookPage {
  readonly region: Locator = this.page.getByRole("region", { name: "Charts" });
  readonly dialog: Locator = this.page.getByRole("dialog");

  static async open(page: Page): Promise<Charts> {
    const charts = new Charts(page);
    await page.goto("/");
    await charts.importFile(csvFile("list.csv", LIST));
    await expect(charts.rowsStatus).toHaveText("6 rows");
    await charts.button("Charts").click();
    await expect(charts.titles).toHaveText(["Customers by Tier", "Revenue by Tier", "Pareto"]);
    return charts;
  }

  get titles(): Locator {
    return this.region.getByRole("heading", { level: 2 });
  }

  chart(title: string): Locator {
    return this.region.getByRole("region", { name: title, exact: true });
  }

  /** By the form: what is given is chosen in it. */
  async add(what: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.button("Add chart…").click();
    await this.dialog.getByRole("combobox", { name: "Chart", exact: true }).selectOption({ label: what });
    for (const [name, label] of Object.entries(fields))
      await this.dialog.getByRole("combobox", { name, exact: true }).selectOption({ label });
    await this.dialog.getByRole("button", { name: "Add chart" }).click();
    await expect(this.dialog).toBeHidden();
  }

  async choose(title: string, item: string): Promise<void> {
    await this.button(`More about ${title}`).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }
}

test("a chart of any column is added, says what it shows, filters the grid, and is there after a reload", async ({
  page,
}) => {
  const charts = await Charts.open(page);
  await charts.add("Any column", { Column: "City", Show: "Sum" });
  const city = charts.chart("Revenue by City");
  await expect(city).toContainText("Lund brings most: $5,700.00, 61 % of Revenue.");
  await city.getByRole("button", { name: "Show as table" }).click();
  await expect(city.getByRole("row", { name: /^Lund/ })).toContainText("$5,700.00");
  await city.getByRole("button", { name: "Lund" }).click();
  await expect(charts.rowsStatus).toHaveText("3 of 6 rows");
  // The others follow; the one that was clicked keeps its other parts in sight.
  await expect(charts.chart("Customers by Tier")).toContainText("of 3 customers");
  await expect(city.getByRole("row", { name: /^Cork/ })).toContainText("$600.00");
  await city.getByRole("button", { name: "Lund" }).click();
  await expect(charts.rowsStatus).toHaveText("6 rows");

  await charts.choose("Revenue by City", "Rename");
  await expect(page.locator("input:focus")).toHaveValue("Revenue by City");
  await page.keyboard.type("Where it comes from");
  await page.keyboard.press("Enter");
  await charts.choose("Where it comes from", "Move up");
  const after = ["Customers by Tier", "Revenue by Tier", "Where it comes from", "Pareto"];
  await expect(charts.titles).toHaveText(after);
  await charts.choose("Revenue by Tier", "Remove");
  await expect(charts.titles).toHaveText(["Customers by Tier", "Where it comes from", "Pareto"]);
  await charts.button("Undo").click();
  await expect(charts.titles).toHaveText(after);
  await charts.saved();
  await page.reload();
  await charts.button("Charts").click();
  await expect(charts.titles).toHaveText(after);
});

test("every kind of chart says what it shows, and its table filters the grid", async ({ page }) => {
  const charts = await Charts.open(page);
  await charts.add("Months and years");
  const years = charts.chart("Revenue by month and year");
  await expect(years).toContainText("1 row without Last contact is left out.");
  await years.getByRole("button", { name: "Show as table" }).click();
  await years.getByRole("row", { name: /^Nov/ }).getByRole("button", { name: "$3,000.00" }).click();
  await expect(charts.rowsStatus).toHaveText("1 of 6 rows");
  await charts.button("Show all again").click();
  await expect(charts.rowsStatus).toHaveText("6 rows");

  await charts.add("Status funnel");
  await expect(charts.chart("Customers by Status")).toContainText(
    "Active is the largest: 50 % of 6 customers.",
  );
  // Returns outweigh what the lost ever bought, and no share is made up of that.
  await charts.add("Any column", { Column: "Status", Show: "Sum" });
  await expect(charts.chart("Revenue by Status")).toContainText(
    "Active brings most, $8,600.00; Lost brings -$200.00. With negative amounts there are no shares.",
  );
  await charts.add("New and lost customers");
  await expect(charts.chart("New and lost customers")).toContainText("went silent for 180 days");
  await charts.add("RFM heat map");
  const heat = charts.chart("Last contact against Revenue");
  await heat.getByRole("button", { name: "Show as table" }).click();
  await heat
    .getByRole("row", { name: /^Best fifth/ })
    .getByRole("button")
    .first()
    .click();
  // Who was there last and brings most: Ann alone is in the best fifth of both.
  await expect(charts.rowsStatus).toHaveText("1 of 6 rows");
  await expect(charts.cell(0, "name")).toHaveText("Ann");
  await charts.button("Show all again").click();

  // Canvases are pressed too: the first bar of tiers is VIP.
  await charts
    .chart("Customers by Tier")
    .getByRole("img")
    .click({ position: { x: 100, y: 12 } });
  await expect(charts.rowsStatus).toHaveText("2 of 6 rows");
});

test("the bar of the others, cut off as it is, shows just their rows when it is clicked", async ({
  page,
}) => {
  const charts = new Charts(page);
  const cities = Array.from({ length: 40 }, (_, at) => `K-${at},C${at % 38}`);
  await page.goto("/");
  await charts.importFile(csvFile("cities.csv", ["Code,City", ...cities, ""].join("\r\n")));
  await charts.button("Charts").click();
  await charts.add("Any column", { Column: "City", "At most": "5 groups" });
  const city = charts.chart("Customers by City");
  await expect(city).toContainText("The bar of the others is cut off");
  const picture = city.getByRole("img");
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
  const last = { position: { x: width / 2, y: height - 12 } };
  await picture.click(last);
  await expect(charts.rowsStatus).toHaveText("33 of 40 rows");
  await picture.click(last);
  await expect(charts.rowsStatus).toHaveText("40 rows");
});

test("by keys alone: from a cell to the charts, compared, as a table that filters, as a picture, and back", async ({
  page,
}) => {
  const charts = await Charts.open(page);
  const { keyboard } = page;
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
  };
  await charts.cell(1, "name").click();
  await keyboard.press("F6");
  await expect(charts.region.getByLabel("Compare with")).toBeFocused();
  await tabTo(charts.button("A week ago"));
  await keyboard.press("Space");
  await expect(charts.region.getByRole("alert")).toContainText("no workbook on that day");
  await keyboard.press("Space");
  await expect(charts.region.getByRole("alert")).toBeHidden();
  const tiers = charts.chart("Customers by Tier");
  await tabTo(tiers.getByRole("button", { name: "Show as table" }));
  await keyboard.press("Enter");
  await tabTo(tiers.getByRole("row", { name: /^VIP/ }).getByRole("button"));
  await keyboard.press("Enter");
  await expect(charts.rowsStatus).toHaveText("2 of 6 rows");
  await tabTo(charts.chart("Revenue by Tier").getByRole("button", { name: "More about Revenue by Tier" }));
  await keyboard.press("Enter");
  const coming = page.waitForEvent("download");
  await expect(page.getByRole("menu").getByRole("menuitem").first()).toBeFocused();
  await keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toBe("Revenue by Tier.png");
  await expect(charts.button("More about Revenue by Tier")).toBeFocused();
  // Past the toolbar, and on to the cell that it began from.
  await keyboard.press("F6");
  await expect(charts.button("Undo")).toBeFocused();
  await keyboard.press("F6");
  await keyboard.press("F2");
  await expect(page.locator(".cell-editor, .ag-cell-inline-editing").first()).toBeVisible();
});

test("the dashboard has no holes, whatever of it is shown as tables", async ({ page }) => {
  const charts = await Charts.open(page);
  for (const what of ["Months and years", "New and lost customers", "Status funnel"]) await charts.add(what);
  await charts.button("Full width").click();
  const asTable = charts.region.getByRole("button", { name: "Show as table" });
  for (const at of [1, 2, 3]) await asTable.nth(at).click();
  await expect(async () => {
    const cards = await charts.region
      .getByRole("region")
      .evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON() as DOMRect));
    expect(new Set(cards.map(({ left }) => left)).size).toBe(3);
    for (const [at, card] of cards.entries()) {
      const above = cards.slice(0, at).filter(({ left }) => left === card.left);
      const gap = card.top - Math.max(cards[0]?.top ?? 0, ...above.map(({ bottom }) => bottom));
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThan(24);
    }
  }).toPass();
});

test("a chart whose column is deleted says so in its place, and is mended by undo", async ({ page }) => {
  const charts = await Charts.open(page);
  await charts.add("Any column", { Column: "City" });
  await charts.header("City").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete", exact: true }).click();
  await charts.dialog
    .getByRole("button", { name: "Delete" })
    .click({ timeout: 1000 })
    .catch(() => undefined);
  await expect(charts.region).toContainText("A column of this chart is gone");
  await charts.button("Undo").click();
  await expect(charts.chart("Customers by City")).toContainText("Lund is the largest: 50 % of 6 customers.");
});

test("a chart is saved as a picture, and copied; where that is forbidden it says so", async ({
  page,
  context,
}) => {
  const charts = await Charts.open(page);
  await expect(charts.chart("Pareto").getByRole("img")).toBeVisible();
  const coming = page.waitForEvent("download");
  await charts.choose("Pareto", "Save as PNG");
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Pareto.png");
  const file = await readFile(await download.path());
  expect(file.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(file.length).toBeGreaterThan(2_000);

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await charts.choose("Pareto", "Copy picture");
  await expect(page.getByText("The picture is on the clipboard.")).toBeVisible();
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toContain("image/png");
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await charts.choose("Pareto", "Copy picture");
  await expect(page.getByText("Save it as PNG instead")).toBeVisible();
});

test("charts are compared with the workbook as it was, and say who moved", async ({ page }) => {
  const setRight = await setClockBack(page, 40);
  const charts = await Charts.open(page);
  await charts.saved();
  await setRight();
  await page.reload();
  await expect(charts.rowsStatus).toHaveText("6 rows");
  await charts.type(3, "tier", "VIP");
  await charts.type(0, "tier", "Small");
  await charts.type(4, "tier", "Major");
  await charts.type(3, "revenue", "4000");
  await charts.button("Charts").click();
  await charts.add("Months and years");
  await charts.add("RFM heat map");
  const compare = charts.region.getByLabel("Compare with");
  await compare.fill(dayAgo(20));
  const tiers = charts.chart("Customers by Tier");
  await expect(tiers).toContainText("2 customers moved up, 1 down since");
  await tiers.getByRole("button", { name: "Show as table" }).click();
  await expect(tiers.getByRole("row", { name: /^Small/ }).getByRole("cell")).toHaveText(["2", "33 %", "2"]);
  await expect(
    tiers
      .getByRole("row", { name: /^Major/ })
      .getByRole("cell")
      .last(),
  ).toHaveText("2");
  await expect(charts.chart("Pareto")).toContainText(
    /On .+ it came from 2 of 6 customers; the best 50 % brought 92.8 % then\./,
  );
  const years = charts.chart("Revenue by month and year");
  await expect(years).toContainText(/2026 was \$6,600\.00 on .+ and is \$10,000\.00 now\./);
  await years.getByRole("button", { name: "Show as table" }).click();
  await expect(years.getByRole("row", { name: /^Mar/ }).getByRole("cell").first()).toHaveText(
    /^\$4,000\.00\s*was \$600\.00$/,
  );
  const heat = charts.chart("Last contact against Revenue");
  await heat.getByRole("button", { name: "Show as table" }).click();
  // Dan has overtaken Bob and Cem, so that all three are in other fifths.
  await expect(heat.getByRole("cell", { name: /\+1/ })).toHaveCount(3);
  await expect(heat.getByRole("cell", { name: /-1/ })).toHaveCount(3);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await charts.find("Print");
  await charts.dialog.getByRole("combobox", { name: "What" }).selectOption("dashboard");
  await charts.dialog.getByRole("button", { name: "Print", exact: true }).click();
  const paper = page.locator(".print-paper");
  await expect(paper).toContainText("Compared with");
  await expect(paper).toContainText("2 customers moved up, 1 down since");

  await charts.button("A year ago").click();
  await expect(charts.region).toContainText("There was no workbook on that day");
  await expect(tiers).not.toContainText("moved");
  await charts.region.getByRole("button", { name: /^Compare with/ }).click();
  await expect(tiers).toContainText("2 customers moved up, 1 down since");
});
