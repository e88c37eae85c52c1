/**
 * From rows to the bytes of a file, in pieces. Texts go through the formula guard; every cell that holds any of
 * the delimiters we know is quoted, so that no reader can take another for ours. UTF-8 has no lone surrogates:
 * they become U+FFFD.
 */

import { runNow, type Steps } from "../../engine/steps.ts";
import type { Preset } from "../presets.ts";
import { guard } from "./guard.ts";
import { looksLikeData, NEEDS_QUOTES } from "./looks.ts";

export interface ExportColumn {
  readonly name: string;
  /**
   * Which of the column's distinct texts stands in a row, so that each is prepared once: `textOf(codeAt(row))`.
   * Codes are small whole numbers from 0; code 0 is the empty cell.
   */
  readonly codeAt: (row: number) => number;
  readonly textOf: (code: number) => string;
}

export interface ExportSource {
  readonly rowCount: number;
  readonly columns: readonly ExportColumn[];
}

const ROWS_PER_STEP = 2_048;

/** What a reader could take for a line that tells how the file is written. */
const READ_AS_DIRECTIVE = /^(?:sep=|\{|EXTF|DTVF)/i;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function encodeCell(text: string): string {
  const safe = guard(text);
  return NEEDS_QUOTES.test(safe) ? quoted(safe) : safe;
}

/** Names that a reader could take for values, or for `sep=`, are all put in quotes: that marks them as names. */
function headerLine(names: readonly string[], delimiter: string): string {
  const marked = names.some((name) => looksLikeData(name) || READ_AS_DIRECTIVE.test(name));
  return names.map((name) => (marked ? quoted(guard(name)) : encodeCell(name))).join(delimiter);
}

function cellWriter(column: ExportColumn): (row: number) => string {
  const cache: (string | undefined)[] = [""];
  const { codeAt, textOf } = column;
  return (row) => {
    const code = codeAt(row);
    const known = cache[code];
    if (known !== undefined) return known;
    const cell = encodeCell(textOf(code));
    cache[code] = cell;
    return cell;
  };
}

/** Yields after every piece; `write` gets the pieces in order. */
export function* writeCsvSteps(
  source: ExportSource,
  { bom, delimiter, lineEnd }: Preset,
  write: (piece: Uint8Array<ArrayBuffer>) => void,
): Steps<void> {
  const encoder = new TextEncoder();
  const { rowCount, columns } = source;
  const [first, ...others] = columns.map(cellWriter);
  write(
    encoder.encode(
      (bom ? "\ufeff" : "") +
        headerLine(
          columns.map(({ name }) => name),
          delimiter,
        ) +
        lineEnd,
    ),
  );
  if (first === undefined) return;
  for (let from = 0; from < rowCount; from += ROWS_PER_STEP) {
    const to = Math.min(rowCount, from + ROWS_PER_STEP);
    let piece = "";
    for (let row = from; row < to; row++) {
      piece += first(row);
      for (const cell of others) piece += delimiter + cell(row);
      piece += lineEnd;
    }
    write(encoder.encode(piece));
    yield { done: to, total: rowCount };
  }
}

export function writeCsv(source: ExportSource, preset: Preset): readonly Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  runNow(writeCsvSteps(source, preset, (piece) => pieces.push(piece)));
  return pieces;
}

/** Columns over rows that are texts already. */
export function textSource(header: readonly string[], rows: readonly (readonly string[])[]): ExportSource {
  const columns = header.map((name, column): ExportColumn => {
    const dictionary = new Map<string, number>([["", 0]]);
    const texts = [""];
    const codes = Uint32Array.from(rows, (row) => {
      const text = row[column] ?? "";
      const known = dictionary.get(text);
      if (known !== undefined) return known;
      dictionary.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    });
    return { name, codeAt: (row) => codes[row] ?? 0, textOf: (code) => texts[code] ?? "" };
  });
  return { rowCount: rows.length, columns };
}
