/**
 * A sheet of an Excel workbook as rows of texts, over hucre: texts as they are, numbers with a point, codes with the zeros and
 * letters that Excel shows of them, days in ISO form.
 * What is unpacked is bounded before anything is: the library unpacks no part beyond what the file's list of parts says.
 */
import { Uint8ArrayReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { type CellValue, readXlsx, streamXlsxRows } from "hucre/xlsx";
import { shownFixed } from "./fixed.ts";
import { countsFrom1904, type FixedCell, fixedCells } from "./fixedCells.ts";

/** Bytes of all parts, unpacked. */
const LARGEST = 2 ** 30;
/** How many times its size a workbook may unpack to, from so many bytes on. Apache POI stops at a hundred. */
const MOST_PACKED = 300;
const PACKED_FROM = 2 ** 24;
/** A cell far away, in a column or in a row, would make an ocean of empty ones: those before it are counted too. */
const WIDEST = 4_096;
const MOST_CELLS = 25_000_000;
/** Digits that a double keeps: `0.1 + 0.2` is stored with more than a person typed. */
const DIGITS = 15;
const DAY_MS = 86_400_000;

/** Unpacked it would be too large to be read. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  readonly bytes: number;
  constructor(bytes: number) {
    super(`${bytes} bytes`);
    this.bytes = bytes;
  }
}

/** It is made to burst what opens it. */
export class Bomb extends Error {
  override readonly name = "Bomb";
}

export const XLSX_LIMIT = LARGEST;

async function measure(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const entries = await reader.getEntries();
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > LARGEST) throw new TooLarge(total);
  if (total > PACKED_FROM && total > bytes.length * MOST_PACKED) throw new Bomb();
}

/** The library's days for numbers below one: they are hours, and no day at all. */
const NO_DAY = { from1900: Date.UTC(1899, 11, 31), from1904: Date.UTC(1904, 0, 1) } as const;
type Epoch = keyof typeof NO_DAY;
/** Excel has a 29th of February in 1900, which the library makes the 28th, too. */
const AFTER_NO_LEAP_DAY = Date.UTC(1900, 2, 1);

/** Null: it is before all of them, or one of two days. */
function hoursText(date: Date, epoch: Epoch): string | null {
  const isAfter = date.getTime() >= AFTER_NO_LEAP_DAY;
  if (epoch === "from1900" && !isAfter && date.getTime() >= AFTER_NO_LEAP_DAY - DAY_MS) return null;
  const leap = epoch === "from1900" && isAfter ? DAY_MS : 0;
  const seconds = Math.round((date.getTime() - NO_DAY[epoch] + leap) / 1000);
  if (seconds < 0) return null;
  const minutes = Math.floor(seconds / 60);
  const parts = [Math.floor(minutes / 60), minutes % 60, ...(seconds % 60 === 0 ? [] : [seconds % 60])];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function dateText(date: Date, epoch: Epoch): string {
  const iso = date.toISOString();
  const since = date.getTime() - NO_DAY[epoch];
  if (since >= 0 && since < DAY_MS) return iso.slice(11, iso.slice(17, 19) === "00" ? 16 : 19);
  return date.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

function cellText(value: CellValue, epoch: Epoch): string {
  if (value === null) return "";
  if (typeof value === "number") return plainNumber(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value : dateText(value, epoch);
}

/** Without an exponent where that is possible: an account of 18 digits is one. */
function plainNumber(value: number): string {
  const tidy = Number(value.toPrecision(DIGITS));
  const text = String(tidy);
  if (!text.includes("e")) return text;
  return Number.isInteger(tidy) ? BigInt(tidy).toString() : tidy.toFixed(20).replace(/0+$/, "");
}

/** Names of the sheets that are not hidden, in their order. Throws where the file is no workbook that can be read. */
export async function sheetNames(bytes: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  await measure(bytes);
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) names.push(name);
      return false;
    },
  });
  return names;
}

export interface XlsxRow {
  readonly cells: readonly string[];
  /** Every cell that is filled is a text. */
  readonly texts: boolean;
}

/** Hands out what is known of each row, asked for in their order. */
class FixedByRow {
  private readonly cells: AsyncGenerator<FixedCell, void>;
  private next: FixedCell | null | undefined;
  private readonly epoch: Epoch;

  constructor(cells: AsyncGenerator<FixedCell, void>, epoch: Epoch) {
    this.cells = cells;
    this.epoch = epoch;
  }

  /** The texts of that row, fixed ones as they are shown. */
  async filled(row: number, values: readonly CellValue[]): Promise<readonly string[]> {
    const { epoch } = this;
    const texts = values.map((value) => cellText(value, epoch));
    if (this.next === undefined) await this.move();
    for (; this.next && this.next.row <= row; await this.move()) {
      const { row: at, column, format } = this.next;
      const value = values[column];
      if (at !== row) continue;
      if (format === "hours") {
        if (value instanceof Date) texts[column] = hoursText(value, epoch) ?? cellText(value, epoch);
      } else if (typeof value === "number" && Number.isInteger(value) && value >= 0)
        texts[column] = shownFixed(format, plainNumber(value));
    }
    return texts;
  }

  private async move(): Promise<void> {
    this.next = (await this.cells.next()).value ?? null;
  }

  async end(): Promise<void> {
    await this.cells.return();
  }
}

/** Rows from the sheet's first line on, empty ones too. Throws TooLarge, and whatever is wrong with the file. */
export async function* sheetRows(
  bytes: Uint8Array<ArrayBuffer>,
  sheet: string,
): AsyncGenerator<XlsxRow, void> {
  let cells = 0;
  let next = 0;
  const fixed = new FixedByRow(
    fixedCells(bytes, sheet),
    (await countsFrom1904(bytes)) ? "from1904" : "from1900",
  );
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      const last = values.findLastIndex((value) => value !== null && value !== "");
      cells += last + 1 + Math.max(0, index - next);
      if (cells > MOST_CELLS || last >= WIDEST) throw new RangeError(`too many cells, at row ${index + 1}`);
      for (; next < index; next += 1) yield { cells: [], texts: false };
      const kept = values.slice(0, last + 1);
      yield {
        cells: await fixed.filled(index, kept),
        texts: kept.every((value) => value === null || typeof value === "string"),
      };
      next = index + 1;
    }
  } finally {
    await fixed.end();
  }
}
