/**
 * Where in a file its table lies: lines of a report's title above it, the line or lines that name its columns, and
 * what stands between those and the first row.
 */
import type { ExcludedReason, ReadHints } from "../terms.ts";
import { isMeasured, type Look, lookOf, looksLikeData } from "./looks.ts";

export interface SampleRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What a row at the beginning is; null: a row of the table. */
export type Role = "header" | Extract<ExcludedReason, "title" | "headerRow" | "blank"> | null;

export interface Region {
  /** Of the first rows, blank ones among them; those behind are the table's. */
  readonly roles: readonly Role[];
  /** Null where no row names the columns. */
  readonly header: readonly string[] | null;
  readonly headerLine: number | null;
  /** A second line of names right below, or one of units, which reads like no row; null: none. */
  readonly secondLine: number | null;
  /** There is a title, so that totals and titles of parts are to be expected. */
  readonly report: boolean;
}

interface Given {
  /** Cells of most rows. */
  readonly usual: number;
  /** The first row is marked as names. */
  readonly marked: boolean;
  /** There are no quotes in the first line. */
  readonly bare: boolean;
  /** Names that stand elsewhere. */
  readonly given: readonly string[] | null;
  readonly hints: ReadHints;
}

/** Rows among which the names of columns are looked for. */
const DEEPEST = 40;
const BELOW = 200;
const LEAST_BELOW = 5;
/** Lines above a table that say of what it is. */
const MOST_PAIRS = 12;

type Cells = readonly string[];

const filled = (cells: Cells): number => cells.reduce((sum, cell) => sum + (cell.trim() === "" ? 0 : 1), 0);
const extent = (cells: Cells): number => cells.findLastIndex((cell) => cell.trim() !== "") + 1;
const isBlank = (cells: Cells): boolean => cells.length === 1 && cells[0] === "";

/** Years stand as names of columns in many reports. */
const YEAR = /^(?:19|20)\d\d$/;

/** What most filled cells of a column look like; "text" unless two thirds agree. */
function lookBelow(rows: readonly Cells[], column: number): Look {
  const counts = new Map<Look, number>();
  let found = 0;
  for (const row of rows) {
    const look = lookOf(row[column] ?? "");
    if (look === "empty") continue;
    counts.set(look, (counts.get(look) ?? 0) + 1);
    found += 1;
  }
  for (const [look, count] of counts) if (count * 3 >= found * 2) return look;
  return found === 0 ? "empty" : "text";
}

/** A number whatever its convention. "JAN 2025" is none, "EUR 1,50" is. */
const isFigure = (cell: string): boolean =>
  isMeasured(cell) && (!/\p{L}/u.test(cell) || /\d[.,]\d/.test(cell));

const mayBeName = (cell: string): boolean => !looksLikeData(cell) && !isFigure(cell);

/** Whether a figure stands over nothing but figures: with commas in them, as those that look like no number by themselves. */
function hasFigure(first: Cells, below: readonly Cells[]): boolean {
  return first.some((cell, column) => {
    if (!isFigure(cell)) return false;
    const others = below.map((row) => row[column] ?? "").filter((other) => other !== "");
    return others.length > 0 && others.every(isFigure);
  });
}

/**
 * The first row is data only if nothing in it looks like a name and something looks like what stands below it. A `foreign` file is none of
 * ours, in which figures with commas have quotes and nothing stands above the names.
 */
function isHeader(first: Cells, below: readonly Cells[], foreign: boolean): boolean {
  if (below.length === 0) return true;
  let alike = 0;
  for (const [column, cell] of first.entries()) {
    const look = lookOf(cell);
    const under = lookBelow(below, column);
    // An amount with a comma is no name, and proves none.
    if (look === "text" && under !== "text" && under !== "empty" && !isFigure(cell)) return true;
    if (look !== "text" && look !== "empty") {
      if (look !== under || YEAR.test(cell)) return true;
      alike += 1;
    }
  }
  return alike === 0 && !(foreign && hasFigure(first, below));
}

/** How far most rows with more than one cell are filled. */
function usualExtent(rows: readonly SampleRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    if (filled(cells) < 2) continue;
    const end = extent(cells);
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const [most = 1] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0] as const);
  return most;
}

/** "Client: Acme" above a table is no name of a column. */
const isLabelled = (cells: Cells): boolean =>
  filled(cells) <= 2 && /[:：]\s*$/.test(cells.find((cell) => cell.trim() !== "") ?? "");

/** Names, all of them and each once, and values below that are told from them. */
const areNames = (names: Cells, below: readonly Cells[]): boolean =>
  names.every(mayBeName) &&
  new Set(names.filter((name) => name.trim() !== "")).size === filled(names) &&
  names.some((name, column) => name.trim() !== "" && !["text", "empty"].includes(lookBelow(below, column)));

/** A title that is spread over several cells, as the names stand below it and fill more of them. */
function isAboveNames(rows: readonly SampleRow[], at: number, usual: number): boolean {
  const cells = rows[at]?.cells ?? [];
  if (filled(cells) >= usual) return false;
  const below = rows
    .slice(at + 1, at + 1 + BELOW)
    .flatMap((row) => (filled(row.cells) === 0 ? [] : [row.cells]));
  const [names = [], ...values] = below;
  // More likely names, of which the last is missing.
  if (filled(cells) === cells.length && cells.length === names.length - 1) return false;
  return filled(names) >= usual && !areGroups(cells, names) && areNames(names, values);
}

/** Of a pair: a label, and what is no name. */
const isPair = (cells: Cells): boolean => isLabelled(cells) || /\d/.test(cells[1] ?? "");

/**
 * Names below lines that are shorter in the file itself, the first of which is a pair or the last one blank: an account and its balances,
 * of which there may be more than rows. -1: none.
 */
function belowPairs(rows: readonly SampleRow[]): number {
  const at = rows.slice(0, MOST_PAIRS).findIndex(({ cells }) => filled(cells) > 2);
  const names = rows[at]?.cells ?? [];
  const above = rows.slice(0, Math.max(0, at)).filter(({ cells }) => !isBlank(cells));
  const [first] = above.filter(({ cells }) => filled(cells) > 1);
  const apart = at > 0 && filled(rows[at - 1]?.cells ?? []) === 0;
  if (!apart && (first === undefined || !isPair(first.cells))) return -1;
  if (above.length === 0 || above.some(({ cells }) => cells.length >= names.length)) return -1;
  const others = rows.slice(at + 1, at + 1 + BELOW).map(({ cells }) => cells);
  const end = others.findIndex((cells) => cells.length !== names.length);
  return areNames(names, end < 0 ? others : others.slice(0, end)) ? at : -1;
}

/** The row that may name the columns: -1: none. */
function candidate(rows: readonly SampleRow[], length: number): number {
  const found = belowPairs(rows);
  return found < 0 ? firstWide(rows, length) : found;
}

/** The first row that is filled as widely as most are, and is no title. */
function firstWide(rows: readonly SampleRow[], length: number): number {
  const usual = usualExtent(rows);
  const least = Math.max(2, Math.ceil(usual / 2));
  const wide = (row: SampleRow | undefined): boolean => row !== undefined && filled(row.cells) >= least;
  const first = rows.findIndex(({ cells }) => !isBlank(cells));
  // Below a title, a row that is short in the file itself is one more: "As of December 31, 2025".
  const isTitle = (cells: Cells, at: number): boolean =>
    (usual > 2 && isLabelled(cells)) ||
    (at > first && !wide(rows[first]) && cells.length < length) ||
    isAboveNames(rows, at, usual);
  const found = rows.slice(0, DEEPEST).findIndex((row, at) => wide(row) && !isTitle(row.cells, at));
  return usual < 2 || found < 0 ? first : found;
}

/** Columns in which every cell of the rows is a number or a date. */
function measuredColumns(rows: readonly Cells[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
    return cells.length >= LEAST_BELOW && cells.every(isMeasured);
  });
}

/** A second line of names, or one of units: texts where numbers and dates stand below. */
function isHeaderToo(row: Cells | undefined, below: readonly Cells[]): boolean {
  if (row === undefined || !row.every(mayBeName)) return false;
  const columns = measuredColumns(below, row.length).filter((column) => (row[column] ?? "").trim() !== "");
  return columns.length >= 2;
}

/** Names that the groups above them tell apart; a group reaches as far as nothing else stands beside it. */
function composed(names: Cells, groups: Cells): Cells {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (met.has(name) ? repeated : met).add(name);
  let group = "";
  return names.map((name, column) => {
    if ((groups[column] ?? "").trim() !== "") group = groups[column] ?? "";
    if (name.trim() === "") return groups[column] ?? "";
    return repeated.has(name) && group !== "" ? `${group} ${name}` : name;
  });
}

/** Names that do not tell their columns apart, or lack one that stands a line higher: a cell that reaches over both. */
const needGroups = (names: Cells, groups: Cells): boolean =>
  new Set(names.filter((name) => name !== "")).size < filled(names) ||
  names.some((name, column) => name.trim() === "" && (groups[column] ?? "").trim() !== "");

/** Names that stand where the line above has none, each under a cell that reaches over its neighbour as well. */
const complete = (names: Cells, groups: Cells): boolean => {
  const isNamed = (cells: Cells, column: number): boolean => (cells[column] ?? "").trim() !== "";
  const both = names.flatMap((_, at) => (isNamed(names, at) && isNamed(groups, at) ? [at] : []));
  return both.length > 0 && both.every((at) => isNamed(names, at + 1) && !isNamed(groups, at + 1));
};

/** Groups stand over the names of several columns, with nothing beside them. */
const areGroups = (groups: Cells | undefined, names: Cells): groups is Cells =>
  groups !== undefined &&
  filled(groups) > 1 &&
  (filled(groups) < filled(names) || complete(names, groups)) &&
  needGroups(names, groups) &&
  groups.every(mayBeName);

/** Groups have the columns between them empty, and none is called by a number. */
const isSpread = (cells: Cells): boolean =>
  filled(cells) > 1 && filled(cells) < extent(cells) && cells.every(mayBeName);

function named(rows: readonly SampleRow[], at: number): Region {
  const below = rows.slice(at + 1, at + 1 + BELOW).map(({ cells }) => cells);
  const header = rows[at]?.cells ?? [];
  const above = rows[at - 1]?.cells;
  // Groups that are wide enough were taken for the names themselves.
  const [second] = below;
  if (
    second !== undefined &&
    (filled(header) < filled(second) || complete(second, header)) &&
    isHeaderToo(second, below.slice(1))
  )
    return named(rows, at + 1);
  const groups = areGroups(above, header) ? above : null;
  const roles = rows.slice(0, at).map(({ cells }): Role => {
    if (isBlank(cells)) return null;
    if (filled(cells) === 0) return "blank";
    return cells === groups || (cells === above && isSpread(cells)) ? "headerRow" : "title";
  });
  return {
    roles: [...roles, "header"],
    header: groups === null ? header : composed(header, groups),
    headerLine: rows[at]?.line ?? null,
    secondLine: isHeaderToo(second, below.slice(1)) ? (rows[at + 1]?.line ?? null) : null,
    report: roles.includes("title"),
  };
}

/** Every row is one of the table. */
export const NO_NAMES: Region = {
  roles: [],
  header: null,
  headerLine: null,
  secondLine: null,
  report: false,
};

export interface FoundRegion extends Region {
  /** Cells of the first row that is not left out. */
  readonly firstLength: number;
}

export function findRegion(
  rows: readonly SampleRow[],
  { usual, marked, bare, given, hints }: Given,
): FoundRegion {
  const lengthAt = (at: number): number => rows[at]?.cells.length ?? 1;
  const first = Math.max(
    0,
    rows.findIndex(({ cells }) => !isBlank(cells)),
  );
  if (given !== null || hints.header === false)
    return { ...NO_NAMES, header: hints.header === false ? null : given, firstLength: lengthAt(first) };
  if (rows.every(({ cells }) => isBlank(cells))) return { ...NO_NAMES, firstLength: 1 };
  const asked = rows.findIndex(({ line }) => line === hints.headerLine);
  if (asked >= 0) return { ...named(rows, asked), firstLength: lengthAt(asked) };
  const at = marked || usual < 2 ? first : candidate(rows, usual);
  const below = rows
    .slice(at + 1)
    .map(({ cells }) => cells)
    .filter((cells) => !isBlank(cells));
  if (hints.header ?? (marked || isHeader(rows[at]?.cells ?? [], below.slice(0, BELOW), bare || at > first)))
    return { ...named(rows, at), firstLength: lengthAt(at) };
  // Values right below lines that are short in the file itself: a title, and no names.
  const short = rows.slice(0, at).every(({ cells }) => cells.length === 1);
  if (!short || at === first) return { ...NO_NAMES, firstLength: lengthAt(first) };
  const roles = rows.slice(0, at).map(({ cells }): Role => (isBlank(cells) ? null : "title"));
  return { ...NO_NAMES, roles, report: true, firstLength: lengthAt(at) };
}
