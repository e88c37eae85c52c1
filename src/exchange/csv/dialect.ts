/** How a file is written: directives, the delimiter and the quotes, by what makes its rows agree and its cells values. */
import { DELIMITERS, type Delimiter, type Quote, type ReadHints } from "../terms.ts";
import { type Directive, findDirective } from "./directives.ts";
import { outside, prepareLines, type Signs } from "./lines.ts";
import { isMeasured, looksLikeData } from "./looks.ts";
import { tokenize } from "./papa.ts";
import { findRegion, NO_NAMES, type Region, type SampleRow } from "./region.ts";
import { looseRow, type RowShape, scanRow } from "./repair.ts";
import { CELL_LIMIT, COLUMN_LIMIT } from "./rows.ts";

/** Characters that are looked at before a file is read. */
export const SAMPLE = 65_536;

export interface Dialect extends Signs, Region {
  readonly directive: Directive;
  /** The first row ends within the sample. */
  readonly complete: boolean;
  /** Cells per row; rows with more are not taken. */
  readonly width: number;
}

/** In texts of every kind: delimiters only where nothing else is one, and all rows agree. */
const WEAK: readonly Delimiter[] = [" ", ":", "#"];
const STRONG = DELIMITERS.filter((delimiter) => !WEAK.includes(delimiter));
/** Of their texts, more than this share stands between single quotes where these are the file's. */
const MOSTLY = 0.8;
const LEAST_WRAPPED = 4;
const ENOUGH = 0.3;

type Rows = readonly (readonly string[])[];

interface Reading extends Signs {
  /** Blank ones too. */
  readonly all: Rows;
  readonly rows: Rows;
  /** Quotes stand where this delimiter leaves none to stand: at no end of a cell. */
  readonly faulty: boolean;
  readonly complete: boolean;
}

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0] === "";

function hasStrayQuotes(text: string, signs: Signs): boolean {
  for (const [from, to] of outside(text, signs)) if (text.slice(from, to).includes(signs.quote)) return true;
  return false;
}

/** A first row at fault, as the reader will mend it. */
function firstRow(text: string, shape: RowShape): readonly string[] {
  const row = scanRow(text, 0, shape);
  if (row.type === "row") return row.cells;
  const stop = text.indexOf(shape.lineEnd);
  return looseRow(stop < 0 ? text : text.slice(0, stop), shape);
}

function read(sample: string, signs: Signs, last: boolean): Reading {
  const { text, lineEnd } = prepareLines(sample, signs, false);
  let found = tokenize(text, signs, lineEnd, last);
  const complete = last || found.rows.length > 0;
  if (!complete) found = tokenize(text, signs, lineEnd, true);
  const all =
    found.badRow < 0
      ? found.rows
      : found.badRow > 0
        ? found.rows.slice(0, found.badRow)
        : [firstRow(text, { ...signs, lineEnd, last: true })];
  const rows = all.filter((row) => !isBlank(row));
  return { ...signs, all, rows, complete, faulty: found.badRow >= 0 || hasStrayQuotes(text, signs) };
}

function commonLength(rows: Rows): { readonly length: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [length = 1, count = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0] as const);
  return { length, share: rows.length === 0 ? 0 : count / rows.length };
}

/** Share of filled cells below the first row that are numbers or dates. */
function measured(rows: Rows): number {
  let filled = 0;
  let found = 0;
  for (const row of rows.slice(1, 200)) {
    for (const cell of row.slice(0, 100)) {
      if (cell === "") continue;
      filled += 1;
      if (isMeasured(cell)) found += 1;
    }
  }
  return filled === 0 ? 0 : found / filled;
}

/**
 * 0 to 1: rows agree on their length, the first one with the others, quotes stand where they should, cells are values.
 * Rows of one cell, as titles are, count little, as long as they are few.
 */
function score({ rows, faulty }: Reading): number {
  const cut = rows.filter((row) => row.length > 1);
  const { length, share } = commonLength(cut);
  if (length < 2) return 0;
  const titles = 1 - cut.length / rows.length;
  const first = rows[0]?.length === length ? 1 : titles > 0 && rows[0]?.length === 1 ? 0.8 : 0.5;
  const agreement = (share * (1 - titles / 2)) ** 2;
  return agreement * first * (faulty ? 0.25 : 1) * (1 - 1 / (length + 3)) * (0.8 + 0.2 * measured(rows));
}

/** Texts between single quotes, as programs that know no others write them. */
function isWrapped({ rows }: Reading): boolean {
  let texts = 0;
  let wrapped = 0;
  for (const row of rows.slice(0, 200)) {
    for (const cell of row) {
      if (cell === "" || isMeasured(cell)) continue;
      texts += 1;
      if (cell.length > 2 && cell.startsWith("'") && cell.endsWith("'")) wrapped += 1;
    }
  }
  return rows.length > 1 && wrapped >= LEAST_WRAPPED && wrapped >= texts * MOSTLY;
}

/** A comma that is no decimal sign. Where all may be decimals, any other delimiter that fits as well goes before it. */
const COMMA_ALONE = /(?:^|\D),|,(?:\D|$)/m;

const bestOf = (readings: readonly [Reading, ...Reading[]]): Reading =>
  readings.reduce((a, b) => (score(b) > score(a) ? b : a));

/** Every row alike, names above values: nothing less makes a space a delimiter. */
function isEvident({ delimiter, rows, faulty }: Reading): boolean {
  const { length, share } = commonLength(rows);
  const [names = []] = rows;
  return (
    !faulty &&
    share === 1 &&
    rows.length > 2 &&
    length >= (delimiter === " " ? 3 : 2) &&
    names.every((name) => name !== "" && !looksLikeData(name)) &&
    measured(rows) >= 0.5
  );
}

function chooseDelimiter(body: string, quote: Quote, last: boolean, fixed: Delimiter | undefined): Reading {
  const readAs = (delimiter: Delimiter): Reading => read(body, { delimiter, quote }, last);
  if (fixed !== undefined) return readAs(fixed);
  const present = STRONG.slice(1).filter((delimiter) => body.includes(delimiter));
  const comma = readAs(",");
  const [first = comma, ...others] = present.map(readAs);
  const best = bestOf(COMMA_ALONE.test(body) ? [comma, first, ...others] : [first, ...others, comma]);
  if (score(best) >= ENOUGH) return best;
  return WEAK.map(readAs).find(isEvident) ?? best;
}

function choose(
  body: string,
  last: boolean,
  fixed: Delimiter | undefined,
  quote: Quote | undefined,
): Reading {
  if (quote !== undefined) return chooseDelimiter(body, quote, last, fixed);
  const usual = chooseDelimiter(body, '"', last, fixed);
  if (!body.includes("'")) return usual;
  const single = chooseDelimiter(body, "'", last, fixed);
  if (isWrapped(usual)) return single;
  // Single quotes hold what would break rows apart.
  const mends = score(single) > score(usual) * 1.2 && isWrapped(read(body, { ...single, quote: '"' }, last));
  return mends ? single : usual;
}

/** Behind the row at `from` if all its cells are in quotes, else -1. */
function quotedRowEnd(text: string, from: number, { delimiter, quote }: Signs): number {
  const cell = quote === '"' ? /"(?:[^"]|"")*"/y : /'(?:[^']|'')*'/y;
  for (let at = from; ; ) {
    cell.lastIndex = at;
    // What the sample cuts off is taken for quoted.
    if (!cell.test(text)) return text.charAt(at) === quote || at >= text.length ? text.length : -1;
    const next = text.charAt(cell.lastIndex);
    if (text.startsWith(delimiter, cell.lastIndex)) {
      at = cell.lastIndex + delimiter.length;
      continue;
    }
    if (next === "\r") return cell.lastIndex + (text.charAt(cell.lastIndex + 1) === "\n" ? 2 : 1);
    return next === "\n" || next === "" ? cell.lastIndex + 1 : -1;
  }
}

/** Every cell of the first row is in quotes, and not so in a later one: names, as our own writer marks them. */
function isMarkedHeader(sample: string, signs: Signs): boolean {
  let end = quotedRowEnd(sample, 0, signs);
  if (end < 0) return false;
  while (end >= 0 && end < sample.length) end = quotedRowEnd(sample, end, signs);
  return end < 0;
}

const NEWLINES = /\r\n?|\n/g;

/** The rows with the line each begins at. */
function numbered(rows: Rows, from: number): readonly SampleRow[] {
  let line = from;
  return rows.map((cells) => {
    const row = { cells, line };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(NEWLINES)?.length ?? 0), 0);
    return row;
  });
}

/** `sample` is the beginning of the text, all of it if `last`. */
export function detectDialect(sample: string, last: boolean, hints: ReadHints): Dialect {
  const directive = findDirective(sample);
  const body = sample.slice(directive.length);
  const reading = choose(body, last, hints.delimiter ?? directive.delimiter ?? undefined, hints.quote);
  const { delimiter, quote, rows } = reading;
  const { length, share } = commonLength(rows.length > 2 ? rows.filter((row) => row.length > 1) : rows);
  const region = findRegion(numbered(reading.all, directive.lines.length + 1), {
    usual: length,
    marked: isMarkedHeader(body, { delimiter, quote }),
    bare: !(/^.*/.exec(body)?.[0].includes(quote) ?? false),
    given: directive.header,
    hints,
  });
  const first = region.header?.length ?? region.firstLength;
  const width = share > 0.5 ? Math.max(length, first) : first;
  const { complete } = reading;
  // Rows of more columns are kept as rejected ones.
  const huge = region.header?.some((name) => name.length > CELL_LIMIT) === true;
  return width > COLUMN_LIMIT || huge
    ? { delimiter, quote, directive, complete, width: Math.min(width, COLUMN_LIMIT), ...NO_NAMES }
    : { delimiter, quote, directive, complete, width, ...region };
}
