/**
 * The usual rows of a file: as many cells as the table has columns, and quotes as they should be. Their cells are found and hashed
 * in one pass and coded where they lie, so that a text is cut out only where it is new. All other rows are the tokenizer's.
 */
import { HASH_BEGIN, hashEnd, hashOn } from "../../engine/columns/textIndex.ts";
import type { LineEnd, Signs } from "./lines.ts";
import { textOf } from "./units.ts";

const LINE_FEED = 10;
const RETURN = 13;

/** Whole rows at the beginning of a text, and where in it their cells lie: row by row, `width` of them each. */
export class UsualRows {
  private readonly delimiter: number;
  private readonly quote: string;
  private readonly width: number;
  /** The text as it was given, and for each cell where it begins and ends, its hash, and 1 where its quotes are doubled. */
  units: Uint16Array = new Uint16Array(0);
  from = new Uint32Array(0);
  to = new Uint32Array(0);
  hashes = new Uint32Array(0);
  private doubled = new Uint8Array(0);
  /** By row: line ends before it. */
  linesBefore = new Uint32Array(0);
  rowCount = 0;
  /** Of the text: where the last row ends, and how many lines do before. */
  end = 0;
  lines = 0;
  /** Another row follows that is none of these. */
  stopped = false;

  constructor({ delimiter, quote }: Signs, width: number) {
    this.delimiter = delimiter.charCodeAt(0);
    this.quote = quote;
    this.width = width;
  }

  /** Whether there can be any: in a file of one column a blank line is an empty cell, which each row is looked at for. */
  static areOf({ delimiter }: Signs, width: number): boolean {
    return delimiter.length === 1 && width > 1;
  }

  private take(units: Uint16Array): void {
    this.units = units;
    const { length } = units;
    if (this.from.length >= length) return;
    this.from = new Uint32Array(length);
    this.to = new Uint32Array(length);
    this.hashes = new Uint32Array(length);
    this.doubled = new Uint8Array(length);
    this.linesBefore = new Uint32Array(length);
  }

  /** Finds those at the beginning of a text, which begins with a row. It must stay as it is while they are asked for. */
  find(units: Uint16Array, lineEnd: LineEnd): void {
    this.take(units);
    this.rowCount = 0;
    this.end = 0;
    this.lines = 0;
    this.stopped = false;
    while (this.findRow(lineEnd)) this.rowCount += 1;
  }

  /** Whether the next row was one. */
  private findRow(lineEnd: LineEnd): boolean {
    const { units, delimiter, width } = this;
    const { length } = units;
    const ending = lineEnd.charCodeAt(0);
    const other = ending === RETURN ? LINE_FEED : RETURN;
    const counted = lineEnd === "\r" ? RETURN : LINE_FEED;
    const quote = this.quote.charCodeAt(0);
    let cell = this.rowCount * width;
    const behind = cell + width;
    let at = this.end;
    let lines = this.lines + 1;
    for (;;) {
      let hash = HASH_BEGIN;
      let start = at;
      let doubled = 0;
      const quoted = at < length && units[at] === quote;
      if (quoted) {
        at += 1;
        start = at;
        for (; at < length; at++) {
          const unit = units[at] ?? 0;
          if (unit === quote) {
            if (at + 1 >= length || units[at + 1] !== quote) break;
            doubled = 1;
            at += 1;
          } else if (unit === counted) lines += 1;
          hash = hashOn(hash, unit);
        }
      } else {
        for (; at < length; at++) {
          const unit = units[at] ?? 0;
          if (unit === delimiter || unit === ending || unit === other || unit === quote) break;
          hash = hashOn(hash, unit);
        }
      }
      const stop = at;
      if (quoted) at += 1;
      // The rest of the row is not here.
      if (at + lineEnd.length > length) return false;
      this.from[cell] = start;
      this.to[cell] = stop;
      this.hashes[cell] = hashEnd(hash);
      this.doubled[cell] = doubled;
      cell += 1;
      const sign = units[at];
      if (sign === delimiter && cell < behind) at += 1;
      else if (sign === ending && cell === behind && this.endsLine(at, lineEnd)) break;
      else {
        this.stopped = true;
        return false;
      }
    }
    this.linesBefore[this.rowCount] = this.lines;
    this.lines = lines;
    this.end = at + lineEnd.length;
    return true;
  }

  private endsLine(at: number, lineEnd: LineEnd): boolean {
    const isPair = this.units[at + 1] === LINE_FEED;
    return lineEnd === "\n" || isPair === (lineEnd === "\r\n");
  }

  /** What lies there, in memory of its own. */
  readonly cut = (from: number, to: number): string => textOf(this.units, from, to);

  /** The text of a cell whose quotes are doubled; null where what lies there is the text. */
  undoubled(cell: number): string | null {
    if (this.doubled[cell] !== 1) return null;
    const { quote } = this;
    return this.cut(this.from[cell] ?? 0, this.to[cell] ?? 0).replaceAll(quote + quote, quote);
  }
}
