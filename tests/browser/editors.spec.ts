/** What each kind of cell is typed into, by real keys and mouse: dates with their calendar, choices, ratings, links. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { inputMethod } from "../support/inputMethod.ts";
import { WorkbookPage } from "../support/workbook.page.ts";

// Wide enough for every column to be drawn.
test.use({ viewport: { width: 1700, height: 800 } });

async function sample(page: Page): Promise<WorkbookPage> {
  const book = await WorkbookPage.ofSample(page);
  // From here on the keys are the cells'.
  await expect(page.locator(".cell-catcher")).toBeAttached();
  return book;
}

const calendar = (page: Page): Locator => page.getByRole("dialog", { name: "Pick a date" });
const day = (page: Page, name: string): Locator =>
  calendar(page).getByRole("gridcell", { name, exact: true });

test("Alt+Down opens a date's calendar: arrows, Home and End, page keys lead through it, Escape and Enter end it", async ({
  page,
}) => {
  const book = await sample(page);
  await book.type(1, "lastContact", "5 Mar 2026");
  await expect(book.cell(1, "lastContact")).toHaveText("2026-03-05");
  await book.cell(1, "lastContact").click();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(day(page, "Thursday, March 5, 2026")).toBeFocused();
  await expect(day(page, "Thursday, March 5, 2026")).toHaveAttribute("aria-selected", "true");
  for (const [key, name] of [
    ["ArrowRight", "Friday, March 6, 2026"],
    ["ArrowDown", "Friday, March 13, 2026"],
    ["Home", "Sunday, March 8, 2026"],
    ["End", "Saturday, March 14, 2026"],
    ["PageDown", "Tuesday, April 14, 2026"],
    ["Shift+PageUp", "Monday, April 14, 2025"],
    ["ArrowUp", "Monday, April 7, 2025"],
    ["ArrowLeft", "Sunday, April 6, 2025"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(day(page, name)).toBeFocused();
  }
  await page.keyboard.press("Shift+Tab");
  await expect(calendar(page).getByRole("button", { name: "Next year" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(calendar(page).getByText("April 2026")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(calendar(page)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Editing Last contact" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(book.cell(1, "lastContact")).toHaveText("2026-03-05");

  // What is typed so far is where it opens.
  await page.keyboard.type("24/12/2025");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Dec 24 2025");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(day(page, "Wednesday, December 24, 2025")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(book.cell(1, "lastContact")).toHaveText("2025-12-25");
  await page.keyboard.press("ArrowUp");
  await expect(book.cell(0, "lastContact")).toHaveAttribute("id", "active-cell");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(1, "lastContact")).toHaveText("2026-03-05");
});

test("the calendar of a row just typed stays open, and what was typed beside it counts, though the rows are to be read anew", async ({
  page,
}) => {
  const book = await WorkbookPage.ofNothing(page);
  await book.cell(0, "name").click();
  await page.keyboard.type("Ann");
  await page.keyboard.press("Tab");
  await expect(book.rowsStatus).toHaveText("1 row");
  await book.cell(0, "lastContact").click();
  await page.keyboard.type("Mar 5 2026");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(day(page, "Thursday, March 5, 2026")).toBeFocused();
  // That the keyboard has left the cells is noticed a task later.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(book.cell(0, "lastContact")).toHaveText("2026-03-06");
  await page.keyboard.press("ArrowUp");
  await expect(book.cell(0, "name")).toHaveText("Ann");
});

test("a day is picked with the mouse, in the cell and in the record card; typed days are read as people write them", async ({
  page,
}) => {
  const book = await sample(page);
  const cell = book.cell(2, "lastContact");
  for (const [typed, read] of [
    ["3月5日", /^\d{4}-03-05$/],
    ["２０２６年３月５日", "2026-03-05"],
    ["3/5/2026", "2026-03-05"],
    ["5 Mar 26", "2026-03-05"],
  ] as const) {
    await cell.click();
    await page.keyboard.press("F2");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Enter");
    await expect(cell).toHaveText(read);
  }
  await cell.dblclick();
  await page.getByRole("button", { name: "Pick a date" }).click();
  await day(page, "Monday, March 16, 2026").click();
  await expect(cell).toHaveText("2026-03-16");
  await expect(calendar(page)).toHaveCount(0);

  await page.keyboard.press("Space");
  const card = page.getByRole("region", { name: "Record", exact: true });
  const field = card.getByLabel("Last contact", { exact: true });
  await expect(field).toBeFocused();
  // The birthday, which the sheet does not show, comes after it.
  await card.getByRole("button", { name: "Pick a date" }).first().click();
  await expect(day(page, "Monday, March 16, 2026")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(cell).toHaveText("2026-03-17");
  await expect(field).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(day(page, "Tuesday, March 17, 2026")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});

test("phone, e-mail and link: a button at the active cell, Alt+Enter and the record card lead out; nothing else ever does", async ({
  page,
  context,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const csv = "Name,Mobile,E-mail,Site\r\nAnn,+34 954 075 933,ann@x.example,https://x.example/a?b=1\r\n";
  await book.importFile({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const ids = await book.fieldIds();
  const cell = (name: string): Locator => book.cell(0, ids.get(name) ?? "");
  const lead = page.locator(".cell-lead");
  await cell("Name").click();
  await expect(lead).toHaveCount(0);
  await cell("Mobile").click();
  await expect(lead).toHaveAttribute("href", "tel:+34954075933");
  await cell("E-mail").click();
  await expect(lead).toHaveAttribute("href", "mailto:ann@x.example");
  await cell("Site").click();
  await expect(lead).toHaveAttribute("href", "https://x.example/a?b=1");
  await expect(lead).toHaveAttribute("rel", "noopener noreferrer");
  // Nothing is there to be reached: what counts is that another tab opens, and this page stays.
  await context.route("https://x.example/**", (route) => route.fulfill({ body: "there" }));
  for (const how of [() => lead.click(), () => page.keyboard.press("Alt+Enter")]) {
    const opened = context.waitForEvent("page");
    await how();
    const other = await opened;
    await expect(other).toHaveURL("https://x.example/a?b=1");
    expect(await other.evaluate(() => window.opener === null)).toBe(true);
    await other.close();
  }
  await page.keyboard.press("Space");
  const card = page.getByRole("region", { name: "Record", exact: true });
  await expect(card.getByRole("link", { name: "Call +34 954 075 933" })).toHaveAttribute("href", /^tel:/);
  await expect(card.getByRole("link", { name: "Write to ann@x.example" })).toHaveAttribute(
    "href",
    /^mailto:/,
  );
  await expect(card.getByRole("link", { name: /^Open https/ })).toHaveAttribute("target", "_blank");
  await page.keyboard.press("Escape");

  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "JAVASCRIPT:alert(1)",
    "vbscript:x",
    "file:///etc",
  ]) {
    await cell("Site").click();
    await page.keyboard.insertText(text);
    await page.keyboard.press("Enter");
    await cell("Site").click();
    await expect(cell("Site")).toHaveText(text);
    await expect(lead).toHaveCount(0);
  }
});

for (const [kind, field, composed, text, shown] of [
  ["a choice", "category", ["w", "wang", "网店"], "网店", "网店"],
  ["a date", "lastContact", ["3", "3yue", "3月5ri"], "3月5日", /-03-05$/],
  ["a number", "revenue", ["１", "１２", "１２３"], "１２３", "$123.00"],
  ["a telephone number", "mobile", ["１", "１３８"], "１３８００００", "１３８００００"],
] as const) {
  test(`an input method composes in ${kind} from its first letter, in the cell and in the record card, and its Enter commits nothing`, async ({
    page,
  }) => {
    const book = await sample(page);
    const { compose, keeps, accept } = await inputMethod(page);
    const cell = book.cell(2, field);
    const before = await book.textOf(2, field);
    await cell.click();
    for (const part of composed) await compose(part);
    await keeps("Enter");
    await expect(cell).toHaveText(before);
    await accept(text);
    const editor = page.locator(".cell-editor :is(input, textarea)");
    await expect(editor).toBeFocused();
    await expect(editor).toHaveValue(text);
    // And once more within the editor.
    await page.keyboard.press("ControlOrMeta+a");
    for (const part of composed) await compose(part);
    await keeps("Enter");
    await expect(editor).toBeFocused();
    await accept(text);
    await page.keyboard.press("Enter");
    await expect(cell).toHaveText(shown);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(cell).toHaveText(before);

    await cell.click();
    await page.keyboard.press("Space");
    const card = page.getByRole("region", { name: "Record", exact: true });
    const input = card.locator(`[data-field="${field}"] input`);
    await expect(input).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    for (const part of composed) await compose(part);
    await keeps("Enter");
    await expect(input).toBeFocused();
    await expect(cell).toHaveText(before);
    await accept(text);
    await page.keyboard.press("Enter");
    await expect(cell).toHaveText(shown);
    await expect(input).not.toBeFocused();
  });
}

test("numbers are read as people write them or stay with the reason, and Space ticks one box or all that are selected", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const csv = "Name,Points,Paid\r\nAnn,1.5,TRUE\r\nBen,2.25,FALSE\r\nCem,3.75,TRUE\r\n";
  await book.importFile({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const ids = await book.fieldIds();
  const cell = (row: number, name: string): Locator => book.cell(row, ids.get(name) ?? "");
  for (const [typed, read] of [
    ["１２３", "123"],
    ["1,234.5", "1,234.5"],
    ["(5)", "-5"],
    ["5%", "0.05"],
    ["-7", "-7"],
  ] as const) {
    await cell(0, "Points").click();
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Enter");
    await expect(cell(0, "Points")).toHaveText(read);
  }
  await cell(0, "Points").click();
  await page.keyboard.type("12 apples");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("“12 apples” is not a number. Type digits");
  await expect(page.getByRole("textbox", { name: "Editing Points" })).toHaveValue("12 apples");
  await page.keyboard.press("Escape");
  await expect(cell(0, "Points")).toHaveText("-7");

  const box = (row: number): Locator => cell(row, "Paid").getByRole("checkbox");
  await cell(0, "Paid").click({ position: { x: 4, y: 12 } });
  await page.keyboard.press("Space");
  await expect(box(0)).toHaveAttribute("aria-checked", "false");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Space");
  for (const row of [0, 1, 2]) await expect(box(row)).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(box(1)).toHaveAttribute("aria-checked", "false");
  // What ticks a box opens no card; Shift+F2 does.
  await expect(page.getByRole("region", { name: "Record", exact: true })).toHaveCount(0);
  await cell(1, "Paid").click({ position: { x: 4, y: 12 } });
  await page.keyboard.press("Shift+F2");
  const tick = page
    .getByRole("region", { name: "Record", exact: true })
    .getByRole("checkbox", { name: "Paid" });
  await expect(tick).toBeFocused();
  await page.keyboard.press("Space");
  await expect(box(1)).toHaveAttribute("aria-checked", "true");
});

test("stars by digits and arrows, tags with Backspace and a press, a long text that grows: in the cell and in the record card", async ({
  page,
}) => {
  const book = new WorkbookPage(page);
  await page.goto("/");
  const csv = "Name,Points\r\nAnn,1\r\nBen,2\r\n";
  await book.importFile({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const dialog = page.getByRole("dialog");
  for (const kind of ["Rating", "Multiple choice", "Long text"]) {
    await book.header("Points").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Insert right…" }).click();
    await dialog.getByRole("textbox", { name: "Column name" }).fill(kind);
    await dialog.getByRole("combobox", { name: "Kind" }).selectOption(kind);
    await dialog.getByRole("button", { name: "Insert", exact: true }).click();
    await expect(book.header(kind)).toBeVisible();
  }
  const ids = await book.fieldIds();
  const cell = (name: string): Locator => book.cell(0, ids.get(name) ?? "");
  const card = page.getByRole("region", { name: "Record", exact: true });
  const on = cell("Rating").locator(".cell-star.on");

  await cell("Rating").click({ position: { x: 4, y: 12 } });
  await page.keyboard.press("4");
  await expect(on).toHaveCount(4);
  await page.keyboard.press("x");
  await expect(page.locator(".cell-editor")).toHaveCount(0);
  await page.keyboard.press("F2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("slider", { name: "Editing Rating" })).toHaveValue("2");
  await page.keyboard.press("Enter");
  await expect(on).toHaveCount(2);
  await cell("Rating").click({ position: { x: 4, y: 12 } });
  await page.keyboard.press("Space");
  const slider = card.getByRole("slider", { name: "Rating" });
  await expect(slider).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(on).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);

  const chips = cell("Multiple choice").locator(".cell-drawn .cell-chip");
  await cell("Multiple choice").click();
  await page.keyboard.type("red,green,blue");
  await expect(page.locator(".cell-several .cell-chip")).toHaveText(["red", "green"]);
  await page.keyboard.press("Enter");
  await expect(chips).toHaveText(["red", "green", "blue"]);
  await cell("Multiple choice").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Backspace");
  await page.locator(".cell-several .cell-chip", { hasText: "red" }).click();
  await page.keyboard.type("bl");
  await expect(page.getByRole("option")).toHaveText(["blue", "Add “bl”"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(chips).toHaveText(["green", "blue"]);
  await cell("Multiple choice").click();
  await page.keyboard.press("Space");
  const tags = card.getByRole("combobox", { name: "Multiple choice" });
  await expect(tags).toHaveAttribute("aria-description", "green, blue");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("new one");
  await page.keyboard.press("Enter");
  await expect(chips).toHaveText(["green", "new one"]);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);

  const area = page.locator("textarea.cell-area");
  await cell("Long text").click();
  await page.keyboard.type("one");
  const low = (await area.boundingBox())?.height ?? 0;
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.type("three");
  expect((await area.boundingBox())?.height ?? 0).toBeGreaterThan(low + 20);
  await page.keyboard.press("Enter");
  await expect(cell("Long text")).toContainText("one");
  await cell("Long text").click();
  await page.keyboard.press("Space");
  const text = card.getByRole("textbox", { name: "Long text" });
  await expect(text).toHaveValue("one\ntwo\nthree");
  await page.keyboard.press("Enter");
  await page.keyboard.type("four");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(text).toHaveValue("one\ntwo\nthree\nfour");
  await page.keyboard.press("ControlOrMeta+z");
});

/** Messages of one channel may overtake those of another: here by as much as a busy machine can make of it. */
async function delayNews(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listen = MessagePort.prototype.addEventListener;
    MessagePort.prototype.addEventListener = function late(
      this: MessagePort,
      type: string,
      heard: EventListenerOrEventListenerObject,
      ...how: [(boolean | AddEventListenerOptions)?]
    ): void {
      const tell = (event: Event): void =>
        typeof heard === "function" ? heard.call(this, event) : heard.handleEvent(event);
      listen.call(this, type, (event: Event) => setTimeout(tell, 300, event), ...how);
    };
  });
}

test("rows that are typed as fast as a scanner types lose no letter and take no other's place", async ({
  page,
}) => {
  const book = await WorkbookPage.ofNothing(page);
  const { keyboard } = page;
  await book.cell(0, "code").click();
  const codes = Array.from({ length: 8 }, (_, index) => String(index + 1));
  for (const code of codes) {
    await keyboard.type(`K-${code}`);
    await keyboard.press("Tab");
    await keyboard.type(`N-${code}`);
    await keyboard.press("Enter");
  }
  await expect(book.rowsStatus).toHaveText("8 rows");
  for (const [row, code] of codes.entries()) {
    await expect(book.cell(row, "code")).toHaveText(`K-${code}`);
    await expect(book.cell(row, "name")).toHaveText(`N-${code}`);
  }
  await expect(book.cell(8, "code")).toHaveText("");
  await expect(page.locator('[row-index="9"]')).toHaveCount(0);
});

test("going down a sorted column, each edit is of the row that was next, wherever the one before goes", async ({
  page,
}) => {
  const book = await WorkbookPage.ofList(
    page,
    ["Name,City", "a,1", "b,2", "c,3", "d,4", "e,5", ""].join("\n"),
  );
  const cells = (row: number) => page.locator(`[row-index="${row}"] .ag-cell:not(.cell-number)`);
  await book.header("Name").click();
  await cells(0).first().click();
  for (const text of ["x", "y", "z"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    // The row has gone where it belongs, and the cursor stands in what is the first one now.
    await expect(cells(4).first()).toHaveText(text);
    await expect(cells(0).first()).toHaveAttribute("id", "active-cell");
  }
  const cities = ["4", "5", "1", "2", "3"];
  for (const [row, city] of cities.entries()) await expect(cells(row).nth(1)).toHaveText(city);
});

test("an Undo that comes right after Enter takes back what was typed, however late the news of it", async ({
  page,
}) => {
  await delayNews(page);
  const book = await sample(page);
  const before = await book.textOf(2, "name");
  await book.type(2, "name", "Zoë");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(book.cell(2, "name")).toHaveText(before);
});

test("rows that are typed one after the other come one below the other, however late the news of them", async ({
  page,
}) => {
  await delayNews(page);
  const book = await WorkbookPage.ofNothing(page);
  const { keyboard } = page;
  await book.cell(0, "code").click();
  for (const text of ["K-001\tAnn", "K-002\tBo"]) {
    for (const key of text) await keyboard.press(key === "\t" ? "Tab" : key);
    await keyboard.press("Enter");
  }
  await expect(book.rowsStatus).toHaveText("2 rows");
  for (const [row, code, name] of [
    [0, "K-001", "Ann"],
    [1, "K-002", "Bo"],
  ] as const) {
    await expect(book.cell(row, "code")).toHaveText(code);
    await expect(book.cell(row, "name")).toHaveText(name);
  }
  await keyboard.press("ControlOrMeta+z");
  await expect(book.cell(1, "name")).toHaveText("");
});
