/**
 * Entry: writes the files that are measured with, and beside each what must come out. The same rows for every
 * work, in the app, in its peers and in the engine alone.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { collation } from "../../src/engine/query/collation.ts";
import { customerRows, HEADER, toCsv } from "../support/customers.ts";
import { csvPath, type Expected, expectedPath, type Found, SEARCHES, type Sorted, TOP } from "./expected.ts";
import { describeMachine } from "./machine.ts";
import { FOLDER, writeMachine } from "./samples.ts";
import { checkOnly } from "./works.ts";

const EXTRA = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta"];
const SEED = 11;
const PIECE = 10_000;
const NAMES: readonly string[] = [...HEADER, ...EXTRA];
const CODE = NAMES.indexOf("Code");
/** Columns that hold numbers once they are imported. */
const NUMERIC = new Set([NAMES.indexOf("Revenue"), NAMES.indexOf("Last contact")]);

const KEY_PLACES = [NAMES.indexOf("Title"), NAMES.indexOf("Name"), NAMES.indexOf("Company")] as const;

type Rows = readonly (readonly string[])[];
type Compare = (a: string, b: string) => number;

function writeCsv(rows: Rows, path: string): { bytes: number; lines: number } {
  const file = openSync(path, "w");
  let bytes = 0;
  let lines = 0;
  const put = (text: string): void => {
    const piece = Buffer.from(text, "utf8");
    writeSync(file, piece);
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) lines += 1;
  };
  put(toCsv(NAMES, []));
  for (let start = 0; start < rows.length; start += PIECE) {
    const [head = [], ...rest] = rows.slice(start, start + PIECE);
    put(toCsv(head, rest));
  }
  closeSync(file);
  return { bytes, lines };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Latin-1 begins with them
const LATIN = /^[\u0000-\u00ff]*$/;

/** As V8 lays them out with pointers of so many bytes: 4 in the browser, 8 in Node. */
function textBytes(texts: Iterable<string>, pointer: 4 | 8): number {
  // Map, hash and length, and the reference in the dictionary; the whole in steps of a pointer.
  const overhead = pointer === 4 ? 16 : 24;
  let bytes = 0;
  for (const text of texts) {
    const units = text.length * (LATIN.test(text) ? 1 : 2);
    bytes += overhead + Math.ceil(units / pointer) * pointer;
  }
  return bytes;
}

function columnBytes(rows: Rows): Expected["columnBytes"] {
  const bytes = { browser: 0, node: 0 };
  for (const column of NAMES.keys()) {
    const numeric = NUMERIC.has(column);
    const texts = numeric ? [] : new Set(rows.map((row) => row[column] ?? ""));
    const cells = rows.length * (numeric ? 8 : 4);
    bytes.browser += cells + textBytes(texts, 4);
    bytes.node += cells + textBytes(texts, 8);
  }
  return bytes;
}

/** The codes of the first rows of a stable sort; `minor` 1 for ascending, -1 for descending, 0 without the last key. */
function topBy(rows: Rows, compare: Compare, minor: 1 | -1 | 0): readonly string[] {
  const [first, second, third] = KEY_PLACES;
  const order = (a: readonly string[], b: readonly string[]): number =>
    compare(a[first] ?? "", b[first] ?? "") ||
    compare(a[second] ?? "", b[second] ?? "") ||
    (minor === 0 ? 0 : minor * compare(a[third] ?? "", b[third] ?? ""));
  const top: (readonly string[])[] = [];
  for (const row of rows) {
    const last = top[TOP - 1];
    if (last !== undefined && order(row, last) >= 0) continue;
    const place = top.findIndex((each) => order(row, each) < 0);
    top.splice(place < 0 ? top.length : place, 0, row);
    top.length = Math.min(top.length, TOP);
  }
  return top.map((row) => row[CODE] ?? "");
}

const sortedBy = (rows: Rows, compare: Compare): Sorted => ({
  ascending: topBy(rows, compare, 1),
  descending: topBy(rows, compare, -1),
  none: topBy(rows, compare, 0),
});

function find(rows: Rows, search: string): Found {
  const found = rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(search)));
  return { matching: found.length, first: found.slice(0, TOP).map((row) => row[CODE] ?? "") };
}

function prepare(count: number): void {
  const rows = customerRows(count, SEED, EXTRA);
  const { first, before, whole, chinese } = SEARCHES;
  const expected: Expected = {
    rows: count,
    ...writeCsv(rows, csvPath(count)),
    columnBytes: columnBytes(rows),
    ours: sortedBy(rows, collation("en-US").compare),
    peer: sortedBy(rows, new Intl.Collator("en", { numeric: true }).compare),
    found: Object.fromEntries([first, before, whole, chinese].map((text) => [text, find(rows, text)])),
  };
  writeFileSync(expectedPath(count), JSON.stringify(expected, null, 1));
}

checkOnly(process.env["TIERBOOK_BENCH_ONLY"]);
mkdirSync(join(FOLDER, "data"), { recursive: true });
writeMachine(describeMachine());
for (const size of process.argv.slice(2)) prepare(Number(size));
