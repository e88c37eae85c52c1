/**
 * From the bytes of a file to a table of texts. Nothing is dropped silently: what cannot be taken is kept as a
 * rejected row, what was mended is noted with its line.
 *
 * X1: what our own writer wrote comes back without a question and without a difference.
 */

import { runNow, type Steps } from "../../engine/steps.ts";
import type { Encoding, Excluded, ReadHints } from "../terms.ts";
import type { FileBytes } from "./bytes.ts";
import { type Dialect, detectDialect, SAMPLE } from "./dialect.ts";
import { encodingsOf, isDamagedMarked, isDamagedUtf8, sniff } from "./encoding.ts";
import { settleExtent, type Unsettled } from "./extent.ts";
import { countOf, type LineEnd, type Prepared, prepareLines, strayQuote } from "./lines.ts";
import { type Tokenized, tokenize } from "./papa.ts";
import { NO_NAMES } from "./region.ts";
import { looseRow, scanRow } from "./repair.ts";
import { CELL_LIMIT, RowTaker, type TakenPart } from "./rows.ts";
import { beginningOf, type Encoded, type Windows, WrongEncoding, windowsOf } from "./source.ts";
import type { CsvResult, CsvTable } from "./table.ts";
import { UsualRows } from "./usual.ts";

/**
 * Characters read at a time: few enough that the rows of one window die young. Fewer for the tokenizer, behind usual rows and behind a
 * fault, because what stands behind it is read again.
 */
const WINDOW = 65_536;
const SMALL_WINDOW = 8_192;
const SOUND_ROWS = 16;
/** A window that holds no whole row is looked at before it is cut into cells, of which no memory might hold so many. */
const LONG_WINDOW = 8_388_608;
const MOST_CELLS = 4_194_304;
/** What the first row may take before it is no row of names any more. */
const LARGEST_SAMPLE = 4_194_304;
const DEFAULT_COLUMN_WORD = "Column";

type Refused = Extract<CsvResult, { type: "refused" }>;
type Rows = readonly (readonly string[])[];
type ReadPart = TakenPart & Pick<CsvTable, "lineEnd">;

class Reader {
  private readonly windows: Windows;
  private readonly dialect: Dialect;
  private readonly taker: RowTaker;
  private readonly damaged: boolean;
  /** Null where each row is to be looked at. */
  private readonly usual: UsualRows | null;
  private size = WINDOW;
  private lineEnd: LineEnd | null = null;
  private line: number;
  private mixed = false;
  /** Columns in which cells of several lines were found, the latest first. */
  private broken: number[] = [];

  constructor(
    windows: Windows,
    dialect: Dialect,
    { damaged, shielded }: Pick<Way, "damaged"> & { readonly shielded: boolean },
    hints: ReadHints,
  ) {
    this.windows = windows;
    this.damaged = damaged;
    this.dialect = dialect;
    const { header, roles, width, directive } = dialect;
    const { columnWord = DEFAULT_COLUMN_WORD } = hints;
    const everyLine = hints.header === false;
    this.taker = new RowTaker({ header, roles, width, columnWord, everyLine, shielded });
    this.usual = !damaged && UsualRows.areOf(dialect, width) ? new UsualRows(dialect, width) : null;
    this.line = directive.lines.length + 1;
  }

  *read(): Steps<ReadPart | null> {
    const { windows } = this;
    this.skip(this.dialect.directive.length);
    for (;;) {
      windows.next(this.size);
      windows.skip(this.takeUsual() || this.takeOthers(windows.text, windows.last));
      if (windows.ended) return this.finish();
      yield windows.progress;
    }
  }

  /** Of the beginning, which is one line or a few. */
  private skip(length: number): void {
    for (let size = SMALL_WINDOW; length > 0; size *= 2) {
      this.windows.next(size);
      if (this.windows.text.length >= length || this.windows.last) {
        this.windows.skip(length);
        return;
      }
    }
  }

  /** Returns how much of the window the usual rows at its beginning are. */
  private takeUsual(): number {
    const { usual, taker, lineEnd } = this;
    if (usual === null || lineEnd === null || this.mixed || this.size > WINDOW || !taker.underWay) return 0;
    usual.find(this.windows.units, lineEnd);
    taker.takeUsual(usual, this.line);
    this.line += usual.lines;
    // The tokenizer gets few rows at a time, which may be followed by usual ones again.
    if (usual.end > 0) this.size = usual.stopped ? SMALL_WINDOW : WINDOW;
    return usual.end;
  }

  /** Returns how much of the text is done with, whatever its rows are. */
  private takeOthers(raw: string, last: boolean): number {
    const prepared = prepareLines(raw, this.dialect, this.mixed);
    this.lineEnd ??= prepared.firstEnd;
    if (prepared.odd !== null) this.taker.note("mixedLineEnds", this.line + prepared.odd);
    this.mixed ||= prepared.odd !== null;
    const crowded = this.size > LONG_WINDOW ? this.takeCrowded(prepared, last) : null;
    if (crowded !== null) {
      this.size = crowded === 0 ? this.size * 2 : WINDOW;
      return prepared.rawLength(crowded);
    }
    const found = tokenize(prepared.text, this.dialect, prepared.lineEnd, last);
    const sound = found.badRow < 0;
    const taken = sound ? this.takeAll(prepared, found, last) : this.takeUpToFault(prepared, found, last);
    if (taken === 0) this.size *= 2;
    else this.size = sound ? Math.min(this.size * 2, WINDOW) : SMALL_WINDOW;
    return prepared.rawLength(taken);
  }

  private finish(): ReadPart | null {
    const taken = this.taker.finish();
    return taken === null ? null : { ...taken, lineEnd: this.lineEnd ?? "\n" };
  }

  /**
   * A line of more cells than can be told apart is kept whole, as one text of a rejected row. Returns how much is done with: nothing
   * where its end is not in sight; null where the next line is no such one.
   */
  private takeCrowded({ text, lineEnd }: Prepared, last: boolean): number | null {
    const stop = text.indexOf(lineEnd);
    const line = stop < 0 ? text : text.slice(0, stop);
    const found = countOf(line, this.dialect.delimiter) + 1;
    if (found <= MOST_CELLS) return null;
    if (stop < 0 && !last) return 0;
    this.taker.refuse(line, found, this.line);
    this.line += stop < 0 ? 0 : 1;
    return stop < 0 ? text.length : stop + lineEnd.length;
  }

  /** Returns how much of the prepared text is done with. */
  private takeAll(prepared: Prepared, found: Tokenized, last: boolean): number {
    // Behind the last line end the tokenizer sees one more row that is not there.
    const ghost = last && (prepared.text === "" || prepared.text.endsWith(prepared.lineEnd)) ? 1 : 0;
    const rows = ghost === 1 ? found.rows.slice(0, -1) : found.rows;
    const end = last ? prepared.text.length : found.cursor;
    const ends = last && ghost === 0 ? Math.max(0, rows.length - 1) : rows.length;
    this.takeRows(rows, prepared.text.slice(0, end), prepared, ends);
    return end;
  }

  private takeUpToFault(prepared: Prepared, found: Tokenized, last: boolean): number {
    const { text, lineEnd } = prepared;
    const sound = found.rows.slice(0, found.badRow);
    const start = found.badRow === 0 ? 0 : tokenize(text, this.dialect, lineEnd, last, found.badRow).cursor;
    this.takeRows(sound, text.slice(0, start), prepared, sound.length);
    let at = start;
    // Where one row is at fault the next often are: a few are read in the same way before the tokenizer tries again.
    for (let sound = 0; sound < SOUND_ROWS && at < text.length; ) {
      const row = this.mend(prepared, at, last);
      if (row === null) break;
      sound = row.sound ? sound + 1 : 0;
      at = row.end;
    }
    return at;
  }

  /** Takes one row that may be at fault; null if the text ends before it does. */
  private mend(
    prepared: Prepared,
    start: number,
    last: boolean,
  ): { readonly end: number; readonly sound: boolean } | null {
    const { text, lineEnd } = prepared;
    const { delimiter, quote } = this.dialect;
    const row = scanRow(text, start, { delimiter, quote, lineEnd, last });
    if (row.type === "more") return null;
    if (row.type === "row") {
      const closed = text.endsWith(lineEnd, row.end) ? 1 : 0;
      this.takeRows([row.cells], text.slice(start, row.end), prepared, closed);
      return { end: row.end, sound: true };
    }
    const lineStop = text.indexOf(lineEnd, start);
    if (lineStop < 0 && !last) return null;
    const stop = lineStop < 0 ? text.length : lineStop;
    const cells = looseRow(text.slice(start, stop), this.dialect);
    const end = Math.min(text.length, stop + lineEnd.length);
    this.taker.note("quoteErrors", this.line);
    this.takeRows([cells], text.slice(start, end), prepared, lineStop < 0 ? 0 : 1, true);
    return { end, sound: false };
  }

  /** A quote inside an unquoted cell is kept, and told. */
  private noteStrays(consumed: string, char: string): void {
    let line = this.line;
    let from = 0;
    for (;;) {
      const stray = strayQuote(consumed, this.dialect, from);
      if (stray < 0) return;
      line += countOf(consumed.slice(from, stray), char);
      this.taker.note("strayQuotes", line);
      const stop = consumed.indexOf(char, stray);
      if (stop < 0) return;
      line += 1;
      from = stop + 1;
    }
  }

  /** `consumed` is the text of the rows, `ends` how many of them a line end closes. */
  private takeRows(rows: Rows, consumed: string, { lineEnd }: Prepared, ends: number, mended = false): void {
    if (rows.length === 0) return;
    const char = lineEnd === "\r" ? "\r" : "\n";
    if (!mended && consumed.includes(this.dialect.quote)) this.noteStrays(consumed, char);
    const lines = countOf(consumed, char);
    const first = this.line;
    const large = consumed.length > CELL_LIMIT;
    let lineOf = (index: number): number => first + index;
    if (lines !== ends) {
      const extra = this.extraLines(rows, char, lines - ends);
      let sum = 0;
      const starts = Uint32Array.from(extra, (more, index) => {
        const start = first + index + sum;
        sum += more;
        return start;
      });
      lineOf = (index) => starts[index] ?? first;
    }
    this.taker.take(rows, lineOf, large);
    if (this.damaged) this.noteDamage(rows, lineOf);
    this.line += lines;
  }

  private noteDamage(rows: Rows, lineOf: (index: number) => number): void {
    for (const [index, row] of rows.entries())
      if (row.some((cell) => cell.includes("\ufffd"))) this.taker.note("damagedText", lineOf(index));
  }

  /** Line ends inside the cells of each row. They tend to be in few columns, so those are looked at first. */
  private extraLines(rows: Rows, char: string, total: number): Uint32Array {
    const extra = new Uint32Array(rows.length);
    let left = total;
    const visit = (column: number): void => {
      const before = left;
      for (let i = 0; i < rows.length; i++) {
        const cell = rows[i]?.[column];
        if (cell === undefined || !cell.includes(char)) continue;
        const count = countOf(cell, char);
        extra[i] = (extra[i] ?? 0) + count;
        left -= count;
      }
      if (left < before) this.broken = [column, ...this.broken.filter((known) => known !== column)];
    };
    const known = this.broken;
    for (const column of known) if (left > 0) visit(column);
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (let column = 0; column < width && left > 0; column++) if (!known.includes(column)) visit(column);
    return extra;
  }
}

interface Way {
  readonly encoding: Encoding;
  readonly start: number;
  readonly bom: boolean;
  readonly damaged: boolean;
}

/** The first row is looked at as a whole, if it is not endless. */
function dialectOf(bytes: FileBytes, how: Encoded, hints: ReadHints): Dialect {
  for (let size = SAMPLE; ; size *= 8) {
    const { text, last } = beginningOf(bytes, how, size);
    const dialect = detectDialect(text, last, hints);
    if (dialect.complete || last) return dialect;
    if (size > LARGEST_SAMPLE) return { ...dialect, ...NO_NAMES, report: dialect.report };
  }
}

function* readAs(
  bytes: FileBytes,
  { encoding, start, bom, damaged }: Way,
  hints: ReadHints,
): Steps<Refused | Unsettled> {
  const how = { encoding, start, damaged };
  const dialect = dialectOf(bytes, how, hints);
  // Our own Excel-proof form, or what Excel saves of it as Unicode text; a file of one column has no delimiter.
  const wide = bom && encoding === "utf-16le";
  const shielded = wide && (dialect.delimiter === "\t" || dialect.width === 1);
  const taken = yield* new Reader(windowsOf(bytes, how), dialect, { damaged, shielded }, hints).read();
  if (taken === null) return { type: "refused", why: { reason: "empty" } };
  const { delimiter, quote, directive, headerLine, secondLine, report } = dialect;
  const table = {
    type: "table",
    encoding,
    bom,
    delimiter,
    quote,
    headerLine,
    doubtful: [],
    ...taken,
  } as const;
  const told = directive.lines.map(
    (text, index): Excluded => ({ line: index + 1, why: "directive", cells: [text] }),
  );
  return {
    type: "unsettled",
    table: { ...table, excluded: [...told, ...table.excluded] },
    report,
    secondLine,
    shortAreTitles: directive.header !== null,
  };
}

/** All that takes long: what is decided about single lines (`keep`, `leave`) is settled after it, by `settleExtent`. */
export function* readUnsettledSteps(bytes: FileBytes, hints: ReadHints): Steps<Refused | Unsettled> {
  const sniffed = sniff(bytes, hints.encoding, hints.language);
  if (sniffed.type === "refused") return sniffed;
  const { first, start, bom } = sniffed;
  for (const encoding of encodingsOf(sniffed)) {
    const damaged = encoding === "utf-8" && sniffed.damaged;
    try {
      return yield* readAs(bytes, { encoding, start, bom, damaged }, hints);
    } catch (error) {
      if (!(error instanceof WrongEncoding)) throw error;
      const plain = encoding === "utf-8" && hints.encoding === undefined && isDamagedUtf8(bytes);
      if (plain || (start > 0 && isDamagedMarked(bytes, encoding)))
        return yield* readAs(bytes, { encoding, start, bom, damaged: true }, hints);
    }
  }
  return { type: "refused", why: { reason: "wrongEncoding", encoding: first } };
}

/** The same as `readTable`, in steps of a few milliseconds. */
export function* readTableSteps(bytes: FileBytes, hints: ReadHints): Steps<CsvResult> {
  const read = yield* readUnsettledSteps(bytes, hints);
  return read.type === "refused" ? read : settleExtent(read, hints);
}

/** The cells coded column by column: for imports, where they become vectors. `readCsv` gives the same as rows of texts. */
export function readTable(bytes: Uint8Array, hints: ReadHints = {}): CsvResult {
  return runNow(readTableSteps(bytes, hints));
}
