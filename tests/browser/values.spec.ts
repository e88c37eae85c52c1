/** The checklist of a column's values, from its header, as in Excel. */
import { expect, test } from "@playwright/test";
import { longestTask } from "../support/tasks.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

test("values are ticked from the header, searched, and stand in the filter like any other condition", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const list = page.getByRole("dialog", { name: "Values of City" });
  const box = (name: string | RegExp) => list.getByRole("checkbox", { name });
  const open = async (): Promise<void> => {
    await book.header("City").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Filter by value…" }).click();
    await expect(list).toBeVisible();
  };
  const CITIES = ["Berlin", "Berlin", "Berlin", "上海", "上海", "Köln", ""];
  const rows = CITIES.map(
    (city, index) => `${index + 1},Name ${index + 1},${city},${index % 2 === 0 ? "yes" : "no"}`,
  );
  await page.goto("/");
  await book.importFile(csvFile("cities.csv", ["Code,Name,City,Notes", ...rows].join("\n")));
  await expect(book.rowsStatus).toHaveText("7 rows");

  // By keyboard alone: the header, its menu, the list.
  await book.header("City").click({ button: "right" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+ArrowDown");
  // The menu takes the keyboard a moment after it is there, also from an item that has it by then.
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.getByRole("menuitem", { name: "Filter by value…" }).press("Enter");
  await expect(list.getByRole("searchbox")).toBeFocused();
  await expect(list.getByRole("listitem")).toHaveText([
    "(Select all)",
    "Berlin3",
    "Köln1",
    "上海2",
    "(Blank)1",
  ]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(box(/Berlin/)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(box("(Select all)")).toHaveJSProperty("indeterminate", true);
  await page.keyboard.press("Enter");
  await expect(list).toBeHidden();
  await expect(book.rowsStatus).toHaveText("4 of 7 rows");
  await expect(page.getByRole("button", { name: "Filter of City" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove filter: City is not Berlin" })).toBeVisible();

  // The form of the filter shows it, and its other conditions count in the list.
  await book.button("Filter").click();
  await expect(
    page.getByRole("dialog", { name: "Filter" }).getByRole("textbox", { name: "Value" }),
  ).toHaveValue("Berlin");
  await page.keyboard.press("Escape");
  await book.search.fill("name 4");
  await expect(book.rowsStatus).toHaveText("1 of 7 rows");
  await page.getByRole("button", { name: "Filter of City" }).click();
  await expect(list.getByRole("listitem")).toHaveText(["(Select all)", "上海1"]);
  await page.keyboard.press("Escape");
  await book.search.fill("");

  // What is searched for is what Enter leaves, also by its sound.
  await open();
  await list.getByRole("searchbox").fill("sh");
  await expect(list.getByRole("listitem")).toHaveText(["(Select all found)", "上海2"]);
  await page.keyboard.press("Enter");
  await expect(book.rowsStatus).toHaveText("2 of 7 rows");
  await expect(page.getByRole("button", { name: "Remove filter: City is 上海" })).toBeVisible();

  // Unless it is to come besides.
  await open();
  await list.getByRole("searchbox").fill("k");
  await list.getByRole("checkbox", { name: "Add to what is ticked already" }).check();
  await list.getByRole("button", { name: "Apply" }).click();
  await expect(book.rowsStatus).toHaveText("3 of 7 rows");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.rowsStatus).toHaveText("2 of 7 rows");

  // Nothing ticked is no filter to apply.
  await open();
  await box(/上海/).uncheck();
  await expect(list.getByRole("button", { name: "Apply" })).toBeDisabled();
  await box("(Blank) 1").check();
  await list.getByRole("button", { name: "Apply" }).click();
  await expect(book.rowsStatus).toHaveText("1 of 7 rows");
  await open();
  await list.getByRole("button", { name: "Clear" }).click();
  await expect(book.rowsStatus).toHaveText("7 rows");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.rowsStatus).toHaveText("1 of 7 rows");
});

test("ten thousand values: the list says how many more there are, and none waits", async ({ page }) => {
  const book = new WorkbookPage(page);
  const list = page.getByRole("dialog", { name: "Values of Name" });
  const rows = Array.from({ length: 9414 }, (_, index) => `${index},Person ${index}`);
  await page.goto("/");
  await book.importFile(csvFile("many.csv", ["Code,Name", ...rows].join("\n")));
  await expect(book.rowsStatus).toHaveText("9,414 rows");
  await book.saved();
  const longest = await longestTask(page, async () => {
    await book.header("Name").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Filter by value…" }).click();
    await expect(list.getByText("and 9,314 more – search to narrow")).toBeVisible();
    await list.getByRole("searchbox").fill("Person 77");
    await expect(list.getByText("(Select all found)")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(book.rowsStatus).toHaveText("111 of 9,414 rows");
  });
  // Of the processor, as in smooth.spec, with its bound.
  expect(longest).toBeLessThan(100);
});

test("a pinned filter stands above the sheet, also without a condition, and is kept with the view", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  const bar = page.getByRole("region", { name: "Pinned filters" });
  const chip = bar.getByRole("button", { expanded: false });
  const list = page.getByRole("dialog", { name: "Values of Status" });
  await page.goto("/");
  await book.button("Sample workbook").click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(bar).toHaveCount(0);
  await book.header("Status").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Filter by value…" }).click();
  await list.getByRole("checkbox", { name: "Pin above the sheet" }).check();
  await page.keyboard.press("Escape");
  await expect(chip).toHaveText("Status: all");

  await chip.click();
  await list.getByRole("checkbox", { name: "(Select all)" }).uncheck();
  await list.getByRole("checkbox", { name: /^Lost/ }).check();
  await list.getByRole("button", { name: "Apply" }).click();
  await expect(chip).toHaveText("Status is Lost");
  await expect(chip).toBeFocused();
  await expect(book.rowsStatus).not.toHaveText("500 rows");
  await book.button("Save view").click();
  await page.getByRole("button", { name: /^View: / }).click();
  await page.getByRole("menuitemradio", { name: "Top tier" }).click();
  await expect(bar).toHaveCount(0);
  await book.saved();
  await page.reload();
  await expect(chip).toHaveText("Status is Lost");

  await bar.getByRole("button", { name: "Clear filter of Status" }).click();
  await expect(book.rowsStatus).toHaveText("500 rows");
  await expect(chip).toHaveText("Status: all");
  // What no checklist can say is changed where it was said.
  await book.button("Filter").click();
  await book.button("Add condition").click();
  const filter = page.getByRole("dialog", { name: "Filter" });
  await filter.getByRole("combobox", { name: "Condition 1" }).selectOption({ label: "Name" });
  await filter.getByRole("textbox", { name: "Value" }).fill("an");
  await filter.getByRole("checkbox", { name: "Pin above the sheet" }).check();
  await page.keyboard.press("Escape");
  await expect(chip).toHaveText(["Status: all", "Name contains an"]);
  await chip.last().click();
  await expect(filter.getByRole("combobox", { name: "Condition 1" })).toBeFocused();
  await page.keyboard.press("Escape");
  await bar.getByRole("button", { name: "Unpin Status" }).click();
  await expect(chip).toHaveText(["Name contains an"]);
  await bar.getByRole("button", { name: "Clear filter of Name" }).click();
  await chip.click();
  const names = page.getByRole("dialog", { name: "Values of Name" });
  await names.getByRole("checkbox", { name: "Pin above the sheet" }).click();
  await expect(names).toBeHidden();
  await expect(bar).toHaveCount(0);
  // The keyboard is not left nowhere.
  await expect(book.button("Columns")).toBeFocused();
});

test("keys of the sort are put in order by dragging", async ({ page }) => {
  const book = await WorkbookPage.ofSample(page);
  await book.header("City").click();
  await book.header("Name").click({ modifiers: ["Shift"] });
  await book.button("Sort").click();
  const rows = page.getByRole("dialog", { name: "Sort" }).getByRole("listitem");
  const keys = rows.getByRole("combobox", { name: /^Sort key|^Key/ });
  await expect(rows).toHaveCount(2);
  const names = async (): Promise<readonly string[]> =>
    keys.evaluateAll((all) =>
      all.map((each) => (each instanceof HTMLSelectElement ? (each.selectedOptions[0]?.text ?? "") : "")),
    );
  expect(await names()).toEqual(["City", "Name"]);
  const [from, to] = [rows.nth(1).locator(".drag-handle"), rows.nth(0)];
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error("not on the screen");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x, end.y + 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(names).toEqual(["Name", "City"]);
});

test("days stand under years and months, which are opened and ticked as a whole", async ({ page }) => {
  const book = new WorkbookPage(page);
  const list = page.getByRole("dialog", { name: "Values of Last contact" });
  const days = Array.from({ length: 40 }, (_, index) => {
    const date = new Date(Date.UTC(2023 + (index % 3), index % 5, 1 + index));
    return `${index},${date.toISOString().slice(0, 10)}`;
  });
  const in2024 = days.filter((day) => day.includes(",2024-")).length;
  const january = days.filter((day) => day.includes(",2024-01")).length;
  await page.goto("/");
  await book.importFile(csvFile("days.csv", ["Code,Last contact", ...days, "41,"].join("\n")));
  await expect(book.rowsStatus).toHaveText("41 rows");
  await book.header("Last contact").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Filter by value…" }).click();
  await list.getByRole("checkbox", { name: "(Select all)" }).uncheck();
  await list.getByRole("checkbox", { name: /^2024/ }).check();
  await list.getByRole("button", { name: "2024", exact: true }).click();
  await list.getByRole("checkbox", { name: /^January/ }).uncheck();
  await expect(list.getByRole("checkbox", { name: /^2024/ })).toHaveJSProperty("indeterminate", true);
  await list.getByRole("checkbox", { name: /^January/ }).press("ArrowRight");
  await expect(list.getByRole("button", { name: "January" })).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Enter");
  await expect(book.rowsStatus).toHaveText(`${in2024 - january} of 41 rows`);
});
