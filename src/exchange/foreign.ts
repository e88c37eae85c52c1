/**
 * Files that are no text tables, as the text table they hold: an Excel workbook's sheet, or cards of an address book. From
 * there on they are read as any CSV is, region, kinds, matching and all.
 */
import { pause } from "../engine/steps.ts";
import type { Origin } from "./api.ts";
import { FILE_LIMIT } from "./csv/encoding.ts";
import { cellEncoder } from "./csv/write.ts";
import { PLAIN_CSV } from "./presets/preset.ts";
import type { Refused } from "./terms.ts";
import { type CardColumn, isVcard, readCards } from "./vcard/read.ts";
import type { XlsxRow } from "./xlsx/read.ts";

export type Converted =
  | { readonly type: "text"; readonly bytes: Uint8Array<ArrayBuffer>; readonly origin: Origin }
  | { readonly type: "refused"; readonly why: Refused }
  | { readonly type: "cancelled" };

const SLICE = 40;

const encode = cellEncoder(PLAIN_CSV);

/** All in quotes: that marks them as names. */
const nameLine = (names: readonly string[]): string =>
  names
    .map((name) => encode(name, "text"))
    .map((cell) => (cell.startsWith('"') ? cell : `"${cell}"`))
    .join(",");

/** With empty cells up to a width, unless it is blank. */
function line(cells: readonly string[], width = 0): string {
  const missing = cells.length === 0 ? 0 : Math.max(0, width - cells.length);
  return cells.map((cell) => encode(cell, "text")).join(",") + ",".repeat(missing);
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Whether what begins so is no text table but may hold one. */
export const isForeign = (head: Uint8Array): boolean => isZip(head) || isVcard(head);

/** First rows of a sheet that are looked at for its table, and how many of them make one. */
const LOOKED_AT = 50;
const ROWS_OF_A_TABLE = 2;
/** With no more than a label and a value each, so many rows are a table and no cover. */
const ROWS_OF_PAIRS = 10;

/** The first sheet with a table in it, for a cover or a note often stands before it; else the first with anything. */
async function likelySheet(
  sheets: readonly string[],
  rowsOf: (sheet: string) => AsyncIterable<XlsxRow>,
): Promise<string | undefined> {
  let pairs: string | undefined;
  let filled: string | undefined;
  for (const sheet of sheets.length > 1 ? sheets : []) {
    let looked = 0;
    let wide = 0;
    let paired = 0;
    for await (const { cells } of rowsOf(sheet)) {
      const count = cells.filter((cell) => cell !== "").length;
      if (count > 0) filled ??= sheet;
      if (count > 1) paired += 1;
      if (count > 2) wide += 1;
      if (wide === ROWS_OF_A_TABLE || paired === ROWS_OF_PAIRS) return sheet;
      looked += 1;
      if (looked === LOOKED_AT) break;
    }
    if (paired >= ROWS_OF_A_TABLE) pairs ??= sheet;
  }
  return pairs ?? filled ?? sheets[0];
}

/**
 * Rows of a sheet as lines of text. One that begins with names alone, as ours do, is known by it: what is narrower than the first
 * rows below it is no line of names but a title above them.
 */
class SheetLines {
  private first: XlsxRow[] | null = [];
  private width = 0;

  /** Nothing yet while the first rows are gathered. */
  add(row: XlsxRow): string {
    if (this.first === null) return this.line(row.cells);
    this.first.push(row);
    return this.first.length < LOOKED_AT ? "" : this.end();
  }

  end(): string {
    const rows = this.first ?? [];
    this.first = null;
    const top = rows.findIndex(({ cells }) => cells.length > 0);
    const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    return rows
      .map(({ cells, texts }, index) => {
        const named = index === top && texts && cells.length === widest && cells.every((cell) => cell !== "");
        return named ? this.line(cells, nameLine) : this.line(cells);
      })
      .join("");
  }

  private line(cells: readonly string[], written = line): string {
    this.width = Math.max(this.width, cells.length);
    return `${written(cells, this.width)}\r\n`;
  }
}

async function fromWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<Converted | null> {
  const { Bomb, sheetNames, sheetRows, TooLarge, XLSX_LIMIT } = await import("./xlsx/read.ts");
  try {
    const sheets = await sheetNames(bytes);
    const sheet =
      sheets.find((name) => name === wanted) ?? (await likelySheet(sheets, (name) => sheetRows(bytes, name)));
    if (sheet === undefined) return null;
    const encoder = new TextEncoder();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const lines = new SheetLines();
    let text = "\ufeff";
    let size = 0;
    let began = performance.now();
    for await (const row of sheetRows(bytes, sheet)) {
      text += lines.add(row);
      if (performance.now() - began < SLICE) continue;
      await pause();
      if (signal.aborted) return { type: "cancelled" };
      const piece = encoder.encode(text);
      size += piece.length;
      if (size > FILE_LIMIT) throw new TooLarge(size);
      pieces.push(piece);
      text = "";
      began = performance.now();
    }
    text += lines.end();
    pieces.push(encoder.encode(text));
    const whole = new Uint8Array(await new Blob(pieces).arrayBuffer());
    return { type: "text", bytes: whole, origin: { from: "xlsx", sheets, sheet } };
  } catch (error) {
    if (error instanceof Bomb) return { type: "refused", why: { reason: "bomb" } };
    if (error instanceof TooLarge)
      return { type: "refused", why: { reason: "tooLarge", bytes: error.bytes, limit: XLSX_LIMIT } };
    // Protected by a password, damaged, or no workbook at all: the reader of texts says what it is.
    return null;
  }
}

/** Null: to be read as it is. `words`: what the columns of cards are called. */
export async function convertForeign(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: string | undefined,
  words: () => Promise<(column: CardColumn) => string>,
  signal: AbortSignal,
): Promise<Converted | null> {
  if (isZip(bytes)) return fromWorkbook(bytes, wanted, signal);
  if (!isVcard(bytes)) return null;
  const [names = [], ...rows] = readCards(bytes, await words());
  if (names.length === 0) return { type: "refused", why: { reason: "empty" } };
  const text = `\ufeff${[nameLine(names), ...rows.map((cells) => line(cells))].join("\r\n")}\r\n`;
  return {
    type: "text",
    bytes: new TextEncoder().encode(text),
    origin: { from: "vcard", sheets: [], sheet: null },
  };
}
