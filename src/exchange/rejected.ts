/**
 * Rows that were not taken, as a file: their line, the reason, and their cells as they stood.
 *
 * X2: no byte of a rejected row is lost.
 */
import type { RejectReason } from "./api.ts";
import { type CsvTable, type RejectedRow, rowAt } from "./csv/table.ts";
import { textSource, writeCsv } from "./csv/write.ts";
import { EXCEL } from "./presets/index.ts";

export interface RejectedWords {
  /** Names of the two columns in front. */
  readonly line: string;
  readonly reason: string;
  readonly word: (why: RejectReason) => string;
}

export function cellsOf(table: CsvTable, row: RejectedRow): readonly string[] {
  return row.cells ?? rowAt(table, row.row);
}

export function rejectedCsv(
  table: CsvTable,
  rejected: readonly RejectedRow[],
  words: RejectedWords,
): readonly Uint8Array<ArrayBuffer>[] {
  const rows = rejected.map((row) => [String(row.line), words.word(row.why), ...cellsOf(table, row)]);
  const width = rows.reduce((most, row) => Math.max(most, row.length), table.header.length + 2);
  const header = Array.from({ length: width }, (_, column) =>
    column < 2 ? [words.line, words.reason][column] : table.header[column - 2],
  );
  return writeCsv(
    textSource(
      header.map((name) => name ?? ""),
      rows,
    ),
    EXCEL,
  );
}
