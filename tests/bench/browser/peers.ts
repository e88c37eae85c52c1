/** The peers' side of a run: the same rows, the same hands, the same stopwatch. */
import { csvPath, SEARCHES, SORT_KEYS } from "../expected.ts";
import { overtype } from "./edits.ts";
import type { Sight } from "./probe.ts";
import { clock, pressEnter, quiet, type Stage } from "./stage.ts";

const COMMITS = 30;
/** The first commits make the database grow. */
const WARM_UP = 5;
const REDRAWS = 6;
const EDITS = 10;

/** The app's column ids are its fields; the peers' are the file's names. */
const NAMES = { title: "Title", name: "Name", company: "Company" } as const;

async function papa({ page, record }: Stage): Promise<void> {
  // First, as the app's grid is new when a file is brought.
  if (record.wants("import")) {
    record.reference("import-bare", await page.evaluate(() => window.peers.bring()));
  }
  for (const [work, step, what] of [
    ["import", "import", "rows"],
    ["import-cells", "import", "cells"],
    ["export", "export", "unparse"],
  ] as const) {
    if (!record.wants(step)) continue;
    const { rows, milliseconds } = await page.evaluate((task) => window.peers.csv(task), what);
    if (rows !== record.expected.rows) throw new Error(`Papa Parse found ${rows} rows`);
    record.reference(work, milliseconds);
  }
}

async function commits(stage: Stage): Promise<void> {
  const { page, record } = stage;
  if (!record.wants("edit")) return;
  const times = await page.evaluate((count) => window.peers.commits(count), COMMITS);
  for (const milliseconds of times.slice(WARM_UP)) record.reference("edit", milliseconds);
  const enter = (): Promise<void> => pressEnter(stage);
  await page.focus("#cell");
  for (let count = 1; count <= COMMITS; count++) {
    const { there } = await clock(page, "keydown", enter, [
      { is: "text", selector: "#saved", text: `${count} saved` },
    ]);
    if (count > WARM_UP) record.reference("edit-bare", there);
  }
}

/** Down the first rows of a column, as in the app. */
async function edits(stage: Stage): Promise<void> {
  const { page, record } = stage;
  if (!record.wants("edit")) return;
  await page.goto("/edit.html");
  await page.click('[row-index="0"] [col-id="Column 2"]');
  for (let count = 1; count <= EDITS; count++) {
    const text = `Zoë ${count}`;
    await overtype(stage, text);
    const { there } = await clock(page, "keydown", () => pressEnter(stage), [
      { is: "text", selector: `[row-index="${count - 1}"] [col-id="Column 2"]`, text },
      { is: "text", selector: "#saved", text: `${count} saved` },
    ]);
    record.reference("edit-grid", there);
  }
}

async function redraws(stage: Stage): Promise<void> {
  const { page, record } = stage;
  if (!record.wants("charts")) return;
  const enter = (): Promise<void> => pressEnter(stage);
  await page.focus("#amount");
  for (let count = 1; count <= REDRAWS; count++) {
    await quiet(stage);
    const { frames } = await clock(page, "keydown", enter, [
      { is: "there", selector: `#picture[aria-label="${count} drawn"]` },
      { is: "drawn", canvases: 1 },
    ]);
    if (count > 1) record.reference("charts", frames);
  }
}

async function sort({ page, record }: Stage): Promise<void> {
  const third = NAMES[SORT_KEYS[2]];
  const header = `.ag-header-cell[col-id="${third}"]`;
  for (const [work, order] of [
    ["sort-first", "ascending"],
    ["sort", "descending"],
  ] as const) {
    const click = (): Promise<void> => page.locator(header).click({ modifiers: ["Shift"] });
    const { painted } = await clock(page, "click", click, [
      { is: "there", selector: `${header}[aria-sort="${order}"]` },
      ...record.expected.peer[order].map(
        (text, row): Sight => ({ is: "text", selector: `.ag-row[row-index="${row}"] [col-id="Code"]`, text }),
      ),
    ]);
    record.reference(work, painted);
  }
}

async function search({ page, record }: Stage): Promise<void> {
  const { first, before, typed, whole, chinese } = SEARCHES;
  const shows = (text: string): readonly Sight[] => [
    { is: "text", selector: "#shown", text: `${text}: ${record.expected.found[text]?.matching}` },
  ];
  const fill = (text: string) => () => page.fill("#search", text);
  const one = await clock(page, "input", fill(first), shows(first));
  record.reference("search-first", one.painted);
  await clock(page, "input", fill(before), shows(before));
  await page.focus("#search");
  const two = await clock(page, "input", () => page.keyboard.press(typed), shows(whole));
  record.reference("search", two.painted);
  const three = await clock(page, "input", fill(chinese), shows(chinese));
  record.reference("search", three.painted);
}

/** `read`: milliseconds for the bytes that opening reads. */
async function start({ page, record }: Stage, read: number): Promise<void> {
  await page.goto("/start.html");
  // As the app was: with its files in the browser's cache, and compiled before.
  for (let visit = 0; visit < 2; visit++) {
    const until = ["1.1", "2.1"].map(
      (text, row): Sight => ({ is: "text", selector: `[row-index="${row}"] [col-id="Column 1"]`, text }),
    );
    await page.evaluate((sights) => window.tierbookProbe.arm({ begin: "load", until: sights }), until);
    await page.goto("/start.html", { waitUntil: "commit" });
    const { painted } = await page.evaluate(() => window.tierbookProbe.timing());
    if (visit > 0) record.reference("reopen-bare", painted + read);
  }
}

/** `read`: milliseconds that reading the stored bytes took, where opening was measured. */
export async function measurePeers(stage: Stage, read: number | null): Promise<void> {
  const { page, record } = stage;
  if (read !== null) await start(stage, read);
  await edits(stage);
  await page.goto("/");
  await page.setInputFiles("#file", csvPath(record.expected.rows));
  await commits(stage);
  await redraws(stage);
  await papa(stage);
  if (!record.wants("sort") && !record.wants("search")) return;
  const sorted = [NAMES[SORT_KEYS[0]], NAMES[SORT_KEYS[1]]];
  const rows = await page.evaluate((columns) => window.peers.show(columns), sorted);
  if (rows !== record.expected.rows) throw new Error(`AG Grid shows ${rows} rows`);
  if (record.wants("sort")) await sort(stage);
  if (record.wants("search")) await search(stage);
}
