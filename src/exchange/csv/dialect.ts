/** How a file is written: Excel's own `sep=` line, the delimiter, and whether its first row names the columns. */
import { DELIMITERS, type Delimiter, type ReadHints } from "../api.ts";
import { outside, prepareLines } from "./lines.ts";
import { tokenize } from "./papa.ts";

/** Characters that are looked at before a file is read. */
export const SAMPLE = 65_536;

export interface Dialect {
  readonly delimiter: Delimiter;
  readonly header: boolean;
  /** Cells per row; rows with more are not taken. */
  readonly width: number;
  /** Characters in front of the first row. */
  readonly directive: number;
}

const SEP = /^sep=(.)(?:\r\n|\r|\n|$)/i;

type Rows = readonly (readonly string[])[];

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0] === "";

interface Reading {
  readonly delimiter: Delimiter;
  readonly rows: Rows;
  /** Quotes stand where this delimiter leaves none to stand: at no end of a cell. */
  readonly faulty: boolean;
}

function hasStrayQuotes(text: string, delimiter: string): boolean {
  for (const [from, to] of outside(text, delimiter)) if (text.slice(from, to).includes('"')) return true;
  return false;
}

function read(sample: string, delimiter: Delimiter, last: boolean): Reading {
  const { text, lineEnd } = prepareLines(sample, delimiter, false);
  let found = tokenize(text, delimiter, lineEnd, last);
  if (found.rows.length === 0) found = tokenize(text, delimiter, lineEnd, true);
  const sound = found.badRow < 0 ? found.rows : found.rows.slice(0, Math.max(1, found.badRow));
  return {
    delimiter,
    rows: sound.filter((row) => !isBlank(row)),
    faulty: found.badRow >= 0 || hasStrayQuotes(text, delimiter),
  };
}

function commonLength(rows: Rows): { readonly length: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [length = 1, count = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0] as const);
  return { length, share: rows.length === 0 ? 0 : count / rows.length };
}

/** 0 to 1: rows agree on their length, the first one with the others, quotes stand where they should. */
function consistency({ rows, faulty }: Reading): number {
  const { length, share } = commonLength(rows);
  if (length < 2) return 0;
  const first = rows[0]?.length === length ? 1 : 0.5;
  return share ** 2 * first * (faulty ? 0.25 : 1) * (1 - 1 / (length + 3));
}

const NUMBER = /^[-+(]?\p{Sc}?\s?\d[\d.'’\s]*%?\)?$/u;
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$|^\d{4}年\d{1,2}月\d{1,2}日$/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LINK = /^https?:\/\//i;
/** Years stand as names of columns in many reports. */
const YEAR = /^(?:19|20)\d\d$/;

/** Characters for which a cell is written in quotes, whatever the delimiter, so that no reader can take another for ours. */
export const NEEDS_QUOTES = /[",;|\t\r\n\ufeff]|^\s|\s$/;

type Look = "empty" | "date" | "number" | "mail" | "link" | "text";

function lookOf(text: string): Look {
  if (text === "") return "empty";
  // So that our own file is never taken for one without names, even where all its cells are quoted.
  if (NEEDS_QUOTES.test(text)) return "text";
  if (DATE.test(text)) return "date";
  if (NUMBER.test(text)) return "number";
  if (MAIL.test(text)) return "mail";
  return LINK.test(text) ? "link" : "text";
}

/** Whether a name could be taken for a value; the writer then makes sure that it is not. */
export const looksLikeData = (cell: string): boolean => {
  const look = lookOf(cell);
  return look !== "text" && look !== "empty";
};

/** What most filled cells of a column look like; "text" unless two thirds agree. */
function lookBelow(rows: Rows, column: number): Look {
  const counts = new Map<Look, number>();
  let filled = 0;
  for (const row of rows) {
    const look = lookOf(row[column] ?? "");
    if (look === "empty") continue;
    counts.set(look, (counts.get(look) ?? 0) + 1);
    filled += 1;
  }
  for (const [look, count] of counts) if (count * 3 >= filled * 2) return look;
  return filled === 0 ? "empty" : "text";
}

/** Behind the row at `from` if all its cells are in quotes, else -1. */
function quotedRowEnd(text: string, from: number, delimiter: string): number {
  const cell = /"(?:[^"]|"")*"/y;
  for (let at = from; ; at = cell.lastIndex + 1) {
    cell.lastIndex = at;
    // What the sample cuts off is taken for quoted.
    if (!cell.test(text)) return text.charAt(at) === '"' || at >= text.length ? text.length : -1;
    const next = text.charAt(cell.lastIndex);
    if (next === delimiter) continue;
    if (next === "\r") return cell.lastIndex + (text.charAt(cell.lastIndex + 1) === "\n" ? 2 : 1);
    return next === "\n" || next === "" ? cell.lastIndex + 1 : -1;
  }
}

/** Every cell of the first row is in quotes, and not so in a later one: names, as our own writer marks them. */
function isMarkedHeader(sample: string, delimiter: string): boolean {
  let end = quotedRowEnd(sample, 0, delimiter);
  if (end < 0) return false;
  while (end >= 0 && end < sample.length) end = quotedRowEnd(sample, end, delimiter);
  return end < 0;
}

/** The first row is data only if nothing in it looks like a name and something looks like what stands below it. */
function hasHeader(rows: Rows): boolean {
  const [first = [], ...others] = rows;
  const below = others.slice(0, 200);
  if (below.length === 0) return true;
  let alike = 0;
  for (const [column, cell] of first.entries()) {
    const look = lookOf(cell);
    const under = lookBelow(below, column);
    if (look === "text" && under !== "text" && under !== "empty") return true;
    if (look !== "text" && look !== "empty") {
      if (look !== under || YEAR.test(cell)) return true;
      alike += 1;
    }
  }
  return alike === 0;
}

/** `sample` is the beginning of the text, all of it if `last`. */
export function detectDialect(sample: string, last: boolean, hints: ReadHints): Dialect {
  const sep = SEP.exec(sample);
  const named = DELIMITERS.find((delimiter) => delimiter === sep?.[1]);
  const directive = named === undefined ? 0 : (sep?.[0].length ?? 0);
  const body = sample.slice(directive);
  const fixed = hints.delimiter ?? named;
  const candidates = fixed === undefined ? DELIMITERS : [fixed];
  const readings = candidates.map((delimiter) => read(body, delimiter, last));
  const best = readings.reduce((a, b) => (consistency(b) > consistency(a) ? b : a));
  const { delimiter, rows } = best;
  const header = hints.header ?? (isMarkedHeader(body, delimiter) || hasHeader(rows));
  const { length, share } = commonLength(rows);
  const first = rows[0]?.length ?? 1;
  return { delimiter, header, width: share > 0.5 ? Math.max(length, first) : first, directive };
}
