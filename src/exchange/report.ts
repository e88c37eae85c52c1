/** How a file was read, for those who are to see and correct it: small, whatever the file's size. */

import { decodeLegacy } from "./csv/legacy.ts";
import { type CsvTable, type Doubtful, rowAt } from "./csv/table.ts";
import { ENCODINGS, type Encoding, type Excluded, type ExcludedReason, type Quote } from "./terms.ts";

export interface LineText {
  readonly line: number;
  readonly text: string;
}

/** Lines about which a person may know better. */
export interface LinesTold {
  /** The first of the lines that are no rows, but for blank ones, and all that the person left out. */
  readonly excluded: readonly (LineText & { readonly why: ExcludedReason })[];
  /** The first rows that may be none. */
  readonly doubtful: readonly (LineText & Pick<Doubtful, "looksLike">)[];
}

export interface ReadingReport extends LinesTold {
  readonly headerLine: number | null;
  /** Lines of which one may name the columns. */
  readonly firstLines: readonly LineText[];
  /** How many lines there are of each. */
  readonly excludedCounts: readonly { readonly why: ExcludedReason; readonly count: number }[];
  readonly doubtfulCount: number;
  /** What texts stand between; null where the file's beginning leaves no doubt that these are double quotes. */
  readonly quote: Quote | null;
  /** The same lines in each encoding that the file may be in; none where there is no doubt. */
  readonly encodings: readonly { readonly encoding: Encoding; readonly lines: readonly string[] }[];
}

const FIRST_ROWS = 6;
const MOST_SHOWN = 60;
const MOST_TEXT = 100;
/** Bytes of the file's beginning that are enough. */
export const REPORT_SAMPLE = 65_536;
const SAMPLE_LINES = 3;
const NEWLINE = 10;

const shown = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== "")
    .join(" · ")
    .slice(0, MOST_TEXT);

const lineText = ({ line, cells }: Pick<Excluded, "line" | "cells">): LineText => ({
  line,
  text: shown(cells),
});

/** As many as are shown, with all that the person chose: they can be taken back. */
function firstOf(excluded: readonly Excluded[], most: number): readonly Excluded[] {
  const found = excluded.filter(({ why }) => why !== "chosen").slice(0, most);
  const chosen = excluded.filter(({ why }) => why === "chosen");
  return [...found, ...chosen].sort((a, b) => a.line - b.line);
}

/** The first lines beyond ASCII, as bytes. */
function tellingLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  const sample = bytes.subarray(0, REPORT_SAMPLE);
  for (let from = 0; from < sample.length && lines.length < SAMPLE_LINES; ) {
    const stop = sample.indexOf(NEWLINE, from);
    const end = stop < 0 ? sample.length : stop;
    const line = sample.subarray(from, end);
    if (line.some((byte) => byte >= 0x80)) lines.push(line);
    from = end + 1;
  }
  return lines;
}

function readIn(encoding: Encoding, lines: readonly Uint8Array[]): readonly string[] | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return lines.map((line) => decodeLegacy(decoder.decode(line), encoding).trim().slice(0, MOST_TEXT));
  } catch {
    return null;
  }
}

/** Where a mark or UTF-8 leaves no doubt, there is nothing to compare. */
function encodingsOf({ encoding, bom }: CsvTable, bytes: Uint8Array): ReadingReport["encodings"] {
  if (bom || encoding.startsWith("utf")) return [];
  const lines = tellingLines(bytes);
  if (lines.length === 0) return [];
  return ENCODINGS.filter((each) => !each.startsWith("utf-16")).flatMap((each) => {
    const read = readIn(each, lines);
    return read === null ? [] : [{ encoding: each, lines: read }];
  });
}

/** An apostrophe that guards a text, or stands in one, closes no cell. */
function hasSingleQuoted(line: string, delimiter: string): boolean {
  for (let open = line.indexOf("'"); open >= 0; open = line.indexOf("'", open + 1)) {
    if (open > 0 && !line.endsWith(delimiter, open)) continue;
    const close = line.indexOf("'", open + 1);
    if (close > 0 && (close + 1 === line.length || line.startsWith(delimiter, close + 1))) return true;
  }
  return false;
}

function quoteOf({ encoding, delimiter, quote }: CsvTable, bytes: Uint8Array): Quote | null {
  if (quote === "'") return quote;
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, REPORT_SAMPLE));
  const doubted = text.split(/[\r\n]+/).some((line) => hasSingleQuoted(line, delimiter));
  return doubted ? quote : null;
}

/** The first `most` of each kind, with their texts. */
export function linesTold(table: CsvTable, most: number): LinesTold {
  const rowOf = new Map(
    table.doubtful.length === 0 ? [] : Array.from(table.lines, (line, row) => [line, row]),
  );
  return {
    excluded: firstOf(table.excluded, most).map((each) => ({ ...lineText(each), why: each.why })),
    doubtful: table.doubtful.slice(0, most).map(({ line, looksLike }) => ({
      line,
      looksLike,
      text: shown(rowAt(table, rowOf.get(line) ?? 0)),
    })),
  };
}

/** `bytes`: the beginning of the file; null where it is no text by itself. */
export function reportOf(table: CsvTable, bytes: Uint8Array | null): ReadingReport {
  const { headerLine, ownHeader, excluded, blank } = table;
  const rows = Array.from({ length: Math.min(FIRST_ROWS, table.rowCount) }, (_, row) => ({
    line: table.lines[row] ?? 0,
    cells: rowAt(table, row),
  }));
  const names = headerLine === null ? [] : [{ line: headerLine, cells: ownHeader ?? [] }];
  const above = excluded.filter(({ why }) => why === "title" || why === "headerRow");
  const counts = new Map<ExcludedReason, number>(blank.length > 0 ? [["blank", blank.length]] : []);
  for (const { why } of excluded) counts.set(why, (counts.get(why) ?? 0) + 1);
  return {
    headerLine,
    firstLines: [...above, ...names, ...rows]
      .sort((a, b) => a.line - b.line)
      .map(lineText)
      .filter(({ text }) => text !== ""),
    ...linesTold(table, MOST_SHOWN),
    excludedCounts: Array.from(counts, ([why, count]) => ({ why, count })),
    doubtfulCount: table.doubtful.length,
    quote: bytes === null ? null : quoteOf(table, bytes),
    encodings: bytes === null ? [] : encodingsOf(table, bytes),
  };
}
