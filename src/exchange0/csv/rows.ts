/**
 * Text to rows with Papa Parse, slice by slice so that long files can show progress. What Papa reports as broken
 * quotes is read again line by line, so that one stray quote does not swallow the rest of the file.
 */
import Papa from "papaparse";
import type { Delimiter } from "../../exchange/api.ts";
import type { Lines } from "./dialect.ts";

export interface RawRows {
  readonly rows: string[][];
  /** The line each row begins on, counted from 1. */
  readonly lines: number[];
  readonly quoteErrors: { readonly count: number; readonly line: number } | null;
}

/** Characters parsed between two chances for other work. */
const SLICE = 1 << 20;
/** Lines that one quoted cell may span before its quote is taken for a stray one. */
const LONGEST_CELL_LINES = 200;

const spans = (row: readonly string[]): number =>
  row.reduce((sum, cell) => sum + (cell.match(/\r\n|[\r\n]/g)?.length ?? 0), 1);

interface Slice {
  readonly data: string[][];
  readonly errors: readonly unknown[];
  readonly meta: { readonly cursor: number };
}

/** Yields the characters read so far; returns null where quotes are broken. */
function* readStrictly(
  lines: Lines,
  delimiter: Delimiter,
  firstLine: number,
): Generator<number, RawRows | null> {
  const { text, newline } = lines;
  const rows: string[][] = [];
  const starts: number[] = [];
  let line = firstLine;
  for (let at = 0, size = SLICE; at < text.length; ) {
    const last = at + size >= text.length;
    const parser = new Papa.Parser({ delimiter, newline, quoteChar: '"' });
    const { data, errors, meta }: Slice = parser.parse(text.slice(at, at + size), 0, !last);
    if (last && errors.length > 0) return null;
    if (!last && meta.cursor === 0) {
      size *= 2;
      continue;
    }
    // Cells are looked into for line ends only where the slice has more of them than rows.
    const simple =
      text.slice(at, last ? text.length : at + meta.cursor).split(newline).length - 1 <= data.length;
    for (const row of data) {
      rows.push(row);
      starts.push(line);
      line += simple ? 1 : spans(row);
    }
    if (!last && errors.length > 0) return null;
    at = last ? text.length : at + meta.cursor;
    size = SLICE;
    yield at;
  }
  return { rows, lines: starts, quoteErrors: null };
}

const quotesIn = (text: string): number => text.split('"').length - 1;

/** Each line for itself, joined with the next ones only while that closes its quotes. */
function* readTolerantly(lines: Lines, delimiter: Delimiter, firstLine: number): Generator<number, RawRows> {
  const physical = lines.text.split(lines.newline);
  const rows: string[][] = [];
  const starts: number[] = [];
  let errors = 0;
  let firstError = 0;
  for (let index = 0; index < physical.length; ) {
    let candidate = physical[index] ?? "";
    let used = 1;
    while (quotesIn(candidate) % 2 === 1 && used < LONGEST_CELL_LINES && index + used < physical.length) {
      candidate += lines.newline + (physical[index + used] ?? "");
      used += 1;
    }
    const parsed = Papa.parse<string[]>(candidate, { delimiter, newline: lines.newline });
    const [row] = parsed.data;
    if (parsed.errors.length === 0 && parsed.data.length === 1 && row !== undefined) rows.push(row);
    else {
      used = 1;
      errors += 1;
      firstError ||= firstLine + index;
      rows.push((physical[index] ?? "").split(delimiter));
    }
    starts.push(firstLine + index);
    index += used;
    if (rows.length % 5000 === 0) yield index;
  }
  return { rows, lines: starts, quoteErrors: errors === 0 ? null : { count: errors, line: firstError } };
}

/** Yields characters or lines read so far, for progress. Blank lines come as rows of one empty cell. */
export function* readRows(lines: Lines, delimiter: Delimiter, firstLine: number): Generator<number, RawRows> {
  return (
    (yield* readStrictly(lines, delimiter, firstLine)) ?? (yield* readTolerantly(lines, delimiter, firstLine))
  );
}
