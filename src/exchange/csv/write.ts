/**
 * From rows to the bytes of a file, in pieces. Texts go through the formula guard; every cell that holds any of
 * the delimiters we know is quoted, so that no reader can take another for ours. What the encoding lacks is written as "?"
 * (U+FFFD for half a surrogate pair): `checkSteps` finds it before.
 */

import { runNow, type Steps } from "../../engine/steps.ts";
import { byteOrderMark, encoderOf } from "../encode.ts";
import type { Moment, TextForm } from "../presets/preset.ts";
import { guard } from "./guard.ts";
import { looksLikeData, NEEDS_QUOTES } from "./looks.ts";
import { shield } from "./shield.ts";

export interface ExportColumn {
  readonly name: string;
  readonly content: "text" | "number" | "day" | "flag";
  /**
   * Which of the column's distinct texts stands in a row, so that each is prepared once: `textOf(codeAt(row))`.
   * Codes are small whole numbers from 0; code 0 is the empty cell.
   */
  readonly codeAt: (row: number) => number;
  /** Codes are below this. */
  readonly distinct: number;
  /** Numbers with a point, days as ISO dates. */
  readonly textOf: (code: number) => string;
}

export interface ExportSource {
  readonly rowCount: number;
  readonly columns: readonly ExportColumn[];
}

export type Write = (piece: Uint8Array<ArrayBuffer>) => void;

const ROWS_PER_STEP = 2_048;
/** 2000-01-01, for files in which no time stands. */
const NO_MOMENT: Moment = [2000, 1, 1, 0, 0, 0, 0];

/** What a reader could take for a line that tells how the file is written. */
const READ_AS_DIRECTIVE = /^(?:sep=|\{|EXTF|DTVF)/i;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const ISO = /^(\d{4,})-(\d\d)-(\d\d)$/;

function day(iso: string, dates: TextForm["dates"]): string {
  const match = dates === "iso" ? null : ISO.exec(iso);
  if (match === null) return iso;
  const [, year = "", month = "", date = ""] = match;
  if (dates === "dmy") return `${date}/${month}/${year}`;
  return dates === "plain" ? year + month + date : date + month + year;
}

/** A cell's text as the receiver writes such values, before quotes. */
export function shownText(text: string, content: ExportColumn["content"], form: TextForm): string {
  if (content === "day") return day(text, form.dates);
  // A text where the receiver wants a number is guarded as what it is.
  if (content === "number" && NUMBER.test(text))
    return form.decimal === "." ? text : text.replace(".", form.decimal);
  if (content === "flag") return text;
  const safe = form.formulas === "apostrophe" ? guard(text) : text;
  return form.shield === true && content === "text" ? shield(safe) : safe;
}

/** What a cell that holds it is put in quotes for. */
function quotesFor({ delimiter }: TextForm): (text: string) => boolean {
  const known = delimiter.length === 1;
  return (text) => NEEDS_QUOTES.test(text) || (!known && text.includes(delimiter));
}

/** From a text to the cell that stands in the file. */
export function cellEncoder(form: TextForm): (text: string, content: ExportColumn["content"]) => string {
  const needsQuotes = quotesFor(form);
  return (text, content) => {
    const shown = shownText(text, content, form);
    if (form.quotes === "never") return shown;
    if (form.quotes === "texts" && (content === "text" || content === "flag") && shown !== "")
      return quoted(shown);
    return needsQuotes(shown) ? quoted(shown) : shown;
  };
}

/** Names that a reader could take for values, or for `sep=`, are all put in quotes: that marks them as names. */
function headerLine(names: readonly string[], form: TextForm): string {
  const prefix = form.headerPrefix ?? "";
  if (form.quotes === "never") return prefix + names.join(form.delimiter);
  const needsQuotes = quotesFor(form);
  // A named layout has the names that its receiver knows, to the byte.
  const exact = form.exactNames === true;
  const safe = (name: string): string => (exact ? name : guard(name));
  const marked = !exact && names.some((name) => looksLikeData(name) || READ_AS_DIRECTIVE.test(name));
  return (
    prefix +
    names
      .map(safe)
      .map((name) => (marked || needsQuotes(name) ? quoted(name) : name))
      .join(form.delimiter)
  );
}

function cellWriter({ codeAt, textOf, content }: ExportColumn, form: TextForm): (row: number) => string {
  const cache: (string | undefined)[] = [""];
  const encode = cellEncoder(form);
  return (row) => {
    const code = codeAt(row);
    const known = cache[code];
    if (known !== undefined) return known;
    const cell = encode(textOf(code), content);
    cache[code] = cell;
    return cell;
  };
}

/** Everything above the first row, without a byte order mark. */
export function headOf(names: readonly string[], form: TextForm, moment: Moment): string {
  return [...(form.lead?.(moment) ?? []), headerLine(names, form)]
    .map((line) => line + form.lineEnd)
    .join("");
}

/** Rows from one place up to, not including, another, as the text of the file. */
export function linesWriter({ columns }: ExportSource, form: TextForm): (from: number, to: number) => string {
  const { delimiter, lineEnd } = form;
  const [first, ...others] = columns.map((column) => cellWriter(column, form));
  return (from, to) => {
    let text = "";
    if (first === undefined) return text;
    for (let row = from; row < to; row++) {
      text += first(row);
      for (const cell of others) text += delimiter + cell(row);
      text += lineEnd;
    }
    return text;
  };
}

/** Yields after every piece; `write` gets the pieces in order. */
export function* writeCsvSteps(
  source: ExportSource,
  form: TextForm,
  write: Write,
  moment: Moment = NO_MOMENT,
): Steps<void> {
  const { encode } = encoderOf(form.encoding);
  const { rowCount, columns } = source;
  const lines = linesWriter(source, form);
  if (form.bom) write(byteOrderMark(form.encoding));
  const names = columns.map(({ name }) => name);
  write(encode(headOf(names, form, moment)));
  for (let from = 0; from < rowCount; from += ROWS_PER_STEP) {
    const to = Math.min(rowCount, from + ROWS_PER_STEP);
    write(encode(lines(from, to)));
    yield { done: to, total: rowCount };
  }
}

export function writeCsv(
  source: ExportSource,
  form: TextForm,
  moment: Moment = NO_MOMENT,
): readonly Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  runNow(writeCsvSteps(source, form, (piece) => pieces.push(piece), moment));
  return pieces;
}

/** A column over rows that are texts already. */
export function textColumn(name: string, texts: readonly string[]): ExportColumn {
  const dictionary = new Map<string, number>([["", 0]]);
  const distinct = [""];
  const codes = Uint32Array.from(texts, (text) => {
    const known = dictionary.get(text);
    if (known !== undefined) return known;
    dictionary.set(text, distinct.length);
    distinct.push(text);
    return distinct.length - 1;
  });
  return {
    name,
    content: "text",
    codeAt: (row) => codes[row] ?? 0,
    distinct: distinct.length,
    textOf: (code) => distinct[code] ?? "",
  };
}

export function textSource(header: readonly string[], rows: readonly (readonly string[])[]): ExportSource {
  const columns = header.map((name, column) =>
    textColumn(
      name,
      rows.map((row) => row[column] ?? ""),
    ),
  );
  return { rowCount: rows.length, columns };
}
