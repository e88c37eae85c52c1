/** Entry: the engine alone, in Node, on the file of so many rows; each work right beside its floor. */
import { type FieldId, fieldId, packAtoms, type SortKey } from "../../../src/core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../../../src/engine/columns/column.ts";
import { build, isRefusal } from "../../../src/engine/session/build.ts";
import type { Session } from "../../../src/engine/session/session.ts";
import { type CsvTable, textAt } from "../../../src/exchange/index.ts";
import { loadLanguage } from "../../../src/i18n/index.ts";
import { type Expected, readExpected, SEARCHES, SORT_KEYS } from "../expected.ts";
import { type Sample, writeRun } from "../samples.ts";
import { LARGE, type WorkId, wanted } from "../works.ts";
import { filterRows, leaveOut, moveOrder, type RankedKey, radixSort, searchTexts } from "./floors.ts";
import { commit, openSession, readTable, SHEET, setView, sheetOf, tableOf } from "./sheet.ts";

const MEGABYTE = 1e6;
const WARM_UP = 3;
const BLOCK = 1000;
/** Of the candidates for a digit's width the floor takes the fastest. */
const WIDTHS = [8, 11, 16, 20];

// The sheet's words.
await loadLanguage("en");

const samples: Sample[] = [];
const rows = Number(process.argv[2]);
const times = rows === LARGE ? 5 : 15;

const record = (work: WorkId, side: Sample["side"], value: number): void => {
  samples.push({ work, side, value });
};

function clock(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`wrong result: ${what}`);
}

/** Times ours and its floor by turns. `prepare` is not timed. */
function compare(
  work: WorkId,
  ours: () => unknown,
  floor: (() => unknown) | null,
  prepare: (turn: number) => void = () => undefined,
): void {
  for (let turn = -WARM_UP; turn < times; turn++) {
    prepare(turn);
    globalThis.gc?.();
    const mine = clock(ours);
    const bare = floor === null ? null : clock(floor);
    if (turn < 0) continue;
    record(work, "ours", mine);
    if (bare !== null) record(work, "reference", bare);
  }
}

function coded(session: Session, field: FieldId): CodedColumn {
  const column = tableOf(session).columns.get(field);
  if (column?.form !== "coded") throw new Error(`${field} is no column of texts`);
  return column;
}

function numeric(session: Session, field: FieldId): NumericColumn {
  const column = tableOf(session).columns.get(field);
  if (column?.form !== "numeric") throw new Error(`${field} is no column of numbers`);
  return column;
}

const [FIRST, SECOND, THIRD] = SORT_KEYS.map(fieldId);
const KEYS = [FIRST, SECOND, THIRD].filter((key) => key !== undefined);
const keysTurned = (turn: number): readonly SortKey[] =>
  KEYS.map((field) => ({ field, direction: field === THIRD && turn % 2 !== 0 ? "descending" : "ascending" }));

const codesOf = (session: Session, count: number): readonly string[] =>
  session.screens.rows(SHEET, 0, count).map(({ values }) => String(values[0]));

/** Distinct texts of a column in order, by the platform's own sort. */
const collated = (texts: readonly string[]): readonly string[] =>
  texts.toSorted(new Intl.Collator("en-US", { numeric: true }).compare);

function sortForTheFirstTime(table: CsvTable): void {
  for (let turn = 0; turn < (rows === LARGE ? 1 : 3); turn++) {
    const session = openSession(table);
    setView(session, { sort: keysTurned(0) });
    record(
      "engine-sort-first",
      "ours",
      clock(() => session.screens.query(SHEET, "")),
    );
    const texts = KEYS.map((key) => coded(session, key).dictionary);
    record(
      "engine-sort-first",
      "reference",
      clock(() => texts.map(collated)),
    );
  }
}

/** The floor's keys, out of the order that the engine made of each column alone. */
function rankedKey(session: Session, field: FieldId): RankedKey {
  setView(session, { sort: [{ field, direction: "ascending" }] });
  session.screens.query(SHEET, "");
  const { codes } = coded(session, field);
  const table = tableOf(session);
  const rankOf = new Map<number, number>();
  for (const { id } of session.screens.rows(SHEET, 0, rows)) {
    const code = codes[table.slotOf(id) ?? 0] ?? 0;
    if (!rankOf.has(code)) rankOf.set(code, rankOf.size);
  }
  return { ranks: table.order.map((slot) => rankOf.get(codes[slot] ?? 0) ?? 0), limit: rankOf.size };
}

function sort(session: Session, { ours }: Expected): void {
  const keys = KEYS.map((field) => rankedKey(session, field));
  const costs = WIDTHS.map((width) => {
    for (let turn = 0; turn < WARM_UP; turn++) radixSort(keys, rows, width);
    return { width, cost: clock(() => radixSort(keys, rows, width)) };
  });
  const { width } = costs.reduce((best, each) => (each.cost < best.cost ? each : best));
  let floor: Uint32Array = new Uint32Array();
  compare(
    "engine-sort",
    () => session.screens.query(SHEET, ""),
    () => {
      floor = radixSort(keys, rows, width);
    },
    (turn) => setView(session, { sort: keysTurned(turn) }),
  );
  setView(session, { sort: keysTurned(0) });
  session.screens.query(SHEET, "");
  const shown = codesOf(session, ours.ascending.length);
  check(shown.join() === ours.ascending.join(), "sort");
  const slots = [...floor.subarray(0, shown.length)].map((row) => tableOf(session).order[row] ?? 0);
  const codes = slots.map((slot) => tableOf(session).atom(fieldId("code"), slot));
  check(codes.join() === ours.ascending.join(), "the floor under sort");
}

function search(session: Session, table: CsvTable, { found }: Expected): void {
  const texts = Array.from({ length: rows }, (_, row) =>
    table.columns
      .map((column) => textAt(column, row))
      .join("\n")
      .toLowerCase(),
  );
  setView(session, { sort: [] });
  let sought: string = SEARCHES.chinese;
  let floor: Uint32Array = new Uint32Array();
  compare(
    "engine-search",
    () => session.screens.query(SHEET, sought),
    () => {
      floor = searchTexts(texts, sought);
    },
    (turn) => {
      sought = turn % 2 === 0 ? SEARCHES.chinese : SEARCHES.whole;
    },
  );
  const { matching } = session.screens.query(SHEET, sought);
  check(matching === found[sought]?.matching && matching === floor.length, "search");
}

function filter(session: Session): void {
  const tier = coded(session, fieldId("tier"));
  const revenue = numeric(session, fieldId("revenue"));
  const atoms = ["vip", "major"];
  const allowed = Uint8Array.from(["", ...tier.dictionary], (text) => (atoms.includes(text) ? 1 : 0));
  const [codes, values] = [tier.codes.slice(0, rows), revenue.values.slice(0, rows)];
  const half = values.reduce((most, value) => Math.max(most, value), 0) / 2;
  let least = 0;
  let floor: Uint32Array = new Uint32Array();
  compare(
    "engine-filter",
    () => session.screens.query(SHEET, ""),
    () => {
      floor = filterRows(codes, allowed, values, least);
    },
    (turn) => {
      least = Math.round(half) + turn;
      const parts = [
        { op: "oneOf", field: fieldId("tier"), atoms },
        { op: "greater", field: fieldId("revenue"), value: least },
      ] as const;
      setView(session, { sort: [], filter: { op: "and", parts } });
    },
  );
  check(session.screens.query(SHEET, "").matching === floor.length, "filter");
  setView(session, { filter: null });
}

/** In a sorted view, of rows all over it. */
function edit(session: Session): void {
  setView(session, { sort: keysTurned(0) });
  session.screens.query(SHEET, "");
  let row = 0;
  compare(
    "engine-edit",
    () => {
      const [shown] = session.screens.rows(SHEET, row, row + 1);
      const command = {
        type: "setCell",
        sheet: SHEET,
        field: fieldId("company"),
        value: `Zoë ${row}`,
      } as const;
      const built = shown === undefined ? null : build(session, { ...command, row: shown.id });
      if (built === null || isRefusal(built)) throw new Error("the edit was refused");
      commit(session, built.change);
      session.screens.query(SHEET, "");
    },
    null,
    (turn) => {
      row = (((turn + WARM_UP) * 7919) % rows) | 0;
    },
  );
}

/** What an edit is spared: the sort of all rows. */
function editAgainstSort(): void {
  const sorts = samples.filter(({ work, side }) => work === "engine-sort" && side === "ours");
  for (const { value } of sorts) record("engine-edit", "reference", value);
}

function insertAndDelete(session: Session): void {
  setView(session, { sort: [] });
  const field = fieldId("name");
  const bare = Uint32Array.from({ length: rows + BLOCK }, (_, row) => row);
  const step = Math.floor(rows / BLOCK);
  const table = tableOf(session);
  compare(
    "engine-insert",
    () => {
      const ids = Uint32Array.from({ length: BLOCK }, (_, index) => table.nextRowId + index);
      const columns = new Map([[field, packAtoms(false, Array.from(ids, String))]]);
      const blocks = [{ at: table.rowCount >>> 1, ids, columns }];
      commit(session, { ops: [{ op: "insertRows", sheet: SHEET, blocks }] });
    },
    () => moveOrder(bare, BLOCK),
  );
  compare(
    "engine-delete",
    () => {
      const ids = Array.from({ length: BLOCK }, (_, index) => table.idOf(table.order[index * step] ?? 0));
      const built = build(session, { type: "deleteRows", sheet: SHEET, rows: ids });
      if (isRefusal(built)) throw new Error("the deletion was refused");
      commit(session, built.change);
    },
    () => leaveOut(bare, step),
  );
  check(table.rowCount === rows && sheetOf(session).id === SHEET, "as many rows as before");
}

const used = (): number => {
  // Twice: the memory of arrays that the first has found is given back beside the program.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** What is left when the file and what was read of it are gone. */
function weigh(expected: Expected): Session {
  const before = used();
  const session = openSession(readTable(rows));
  setView(session, { sort: keysTurned(0) });
  session.screens.query(SHEET, SEARCHES.chinese);
  record("engine-heap", "ours", (used() - before) / MEGABYTE);
  record("engine-heap", "reference", expected.columnBytes.node / MEGABYTE);
  return session;
}

function measure(): void {
  const expected = readExpected(rows);
  const session = weigh(expected);
  sort(session, expected);
  filter(session);
  const table = readTable(rows);
  search(session, table, expected);
  edit(session);
  editAgainstSort();
  insertAndDelete(session);
  sortForTheFirstTime(table);
  writeRun(`engine-${rows}`, { rows, samples, journeys: [], notes: [] });
}

if (wanted("engine", process.env["TIERBOOK_BENCH_ONLY"])) {
  console.log(`Measuring the engine at ${rows.toLocaleString("en")} rows …`);
  measure();
}
