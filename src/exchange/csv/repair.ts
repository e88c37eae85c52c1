/**
 * Rows whose quotes are wrong, read by our own rules: a fault costs one line, never the rest of the file, and
 * no character is lost.
 */
import type { Quote } from "../terms.ts";
import type { LineEnd, Signs } from "./lines.ts";

export interface RowShape extends Signs {
  readonly lineEnd: LineEnd;
  /** Nothing comes behind the text. */
  readonly last: boolean;
}

export type ScannedRow =
  | { readonly type: "row"; readonly cells: readonly string[]; readonly end: number }
  /** A quote closes where no cell ends, or never. */
  | { readonly type: "fault" }
  /** The text ends before the row does. */
  | { readonly type: "more" };

type ScannedCell = { readonly text: string; readonly end: number } | "fault" | "more";

const unquote = (text: string, quote: Quote): string => text.replaceAll(quote + quote, quote);

function quotedCell(text: string, open: number, shape: RowShape): ScannedCell {
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf(shape.quote, at);
    if (quote < 0) return shape.last ? "fault" : "more";
    if (text.charAt(quote + 1) === shape.quote) {
      at = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text.charAt(end) === " ") end += 1;
    const whole = { text: unquote(text.slice(open + 1, quote), shape.quote), end };
    if (end === text.length) return shape.last ? whole : "more";
    const closed = text.startsWith(shape.delimiter, end) || text.startsWith(shape.lineEnd, end);
    return closed ? whole : "fault";
  }
}

function plainCell(text: string, from: number, shape: RowShape): ScannedCell {
  const delimiter = text.indexOf(shape.delimiter, from);
  const lineEnd = text.indexOf(shape.lineEnd, from);
  if (delimiter < 0 && lineEnd < 0) {
    return shape.last ? { text: text.slice(from), end: text.length } : "more";
  }
  const end = delimiter < 0 ? lineEnd : lineEnd < 0 ? delimiter : Math.min(delimiter, lineEnd);
  return { text: text.slice(from, end), end };
}

/** The row that begins at `from`, strictly. */
export function scanRow(text: string, from: number, shape: RowShape): ScannedRow {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text.charAt(at) === shape.quote ? quotedCell(text, at, shape) : plainCell(text, at, shape);
    if (typeof cell === "string") return { type: cell };
    cells.push(cell.text);
    if (cell.end >= text.length) return { type: "row", cells, end: text.length };
    if (text.startsWith(shape.lineEnd, cell.end)) {
      return { type: "row", cells, end: cell.end + shape.lineEnd.length };
    }
    at = cell.end + shape.delimiter.length;
  }
}

/** Behind the last quote at or after `open` + 1 that a delimiter or the line's end follows first; -1 if there is none. */
function looseClosing(line: string, open: number, { delimiter, quote }: Signs): number {
  for (let at = open + 1; ; at += 1) {
    at = line.indexOf(quote, at);
    if (at < 0) return -1;
    if (at + 1 === line.length || line.startsWith(delimiter, at + 1)) return at;
  }
}

/** One line on its own. A quote that nothing on the line closes is a character like any other. */
export function looseRow(line: string, signs: Signs): readonly string[] {
  const { delimiter, quote } = signs;
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const closing = line.charAt(at) === quote ? looseClosing(line, at, signs) : -1;
    if (closing >= 0) {
      cells.push(unquote(line.slice(at + 1, closing), quote));
      if (closing + 1 === line.length) return cells;
      at = closing + 1 + delimiter.length;
      continue;
    }
    const end = line.indexOf(delimiter, at);
    if (end < 0) {
      cells.push(line.slice(at));
      return cells;
    }
    cells.push(line.slice(at, end));
    at = end + delimiter.length;
  }
}
