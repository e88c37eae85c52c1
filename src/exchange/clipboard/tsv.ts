/**
 * Cells as spreadsheets put them on the clipboard: tabs between cells, line breaks between rows, and quotes around what
 * holds one of these. A quote that opens nothing, as in a text that was never a table, is a character like any other.
 */
import type { Steps } from "../../engine/steps.ts";

const NEEDS_QUOTES = /["\t\r\n]/;

export const quoteCell = (text: string): string =>
  NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoteCell).join("\t")).join("\r\n");

/** Characters between two chances to pause. */
const STEP = 1 << 18;

interface Cell {
  readonly text: string;
  /** Behind the cell: at the separator, or the end. */
  readonly end: number;
}

/** A cell in quotes that end right before a separator; null if they do not. */
function quoted(text: string, start: number): Cell | null {
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return null;
    if (text[close + 1] === '"') {
      from = close + 2;
      continue;
    }
    const next = text[close + 1];
    if (next !== undefined && next !== "\t" && next !== "\n" && next !== "\r") return null;
    return { text: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
}

function plain(text: string, start: number): Cell {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 9 || code === 10 || code === 13) break;
    end += 1;
  }
  return { text: text.slice(start, end), end };
}

/** Rows of cells; the line break behind the last row is no row of its own. Rows may differ in length. */
export function* readTsvSteps(text: string): Steps<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let next = STEP;
  for (;;) {
    const cell = (text[at] === '"' ? quoted(text, at) : null) ?? plain(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) return rows;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at >= text.length) return rows;
    if (at > next) {
      next = at + STEP;
      yield { done: at, total: text.length };
    }
  }
}
