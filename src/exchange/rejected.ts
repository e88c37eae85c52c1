/**
 * Rows that were not taken, as a file: their line, the reason, and their cells as they stood.
 *
 * X2: no byte of a rejected row is lost.
 */

import { withRows } from "./csv/columns.ts";
import { type CsvTable, type RejectedRow, textAt } from "./csv/table.ts";
import { textSource, writeCsv } from "./csv/write.ts";
import { EXCEL } from "./presets/index.ts";
import type { RejectReason } from "./terms.ts";

export interface RejectedWords {
  /** Names of the two columns in front. */
  readonly line: string;
  readonly reason: string;
  readonly word: (why: RejectReason) => string;
}

/** Where rows are rejected from. */
export type RejectedFrom = Pick<CsvTable, "header" | "columns">;

export interface Rejects {
  readonly table: RejectedFrom;
  readonly rejected: readonly RejectedRow[];
}

/** With a table of just these rows, so that the one they are from need not be kept for them. */
export function rejectsOf({ header, columns }: RejectedFrom, rejected: readonly RejectedRow[]): Rejects {
  const rows: number[] = [];
  const moved = rejected.map((each) =>
    each.row === null ? each : { ...each, row: rows.push(each.row) - 1 },
  );
  const kept = Uint32Array.from(rows);
  return {
    table: { header, columns: columns.map((column) => withRows(column, kept)) },
    rejected: moved,
  };
}

export function cellsOf({ columns }: RejectedFrom, { cells, row }: RejectedRow): readonly string[] {
  return cells ?? columns.map((column) => textAt(column, row));
}

export function rejectedCsv(
  table: RejectedFrom,
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
