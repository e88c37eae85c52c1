/** What was read of a file: its columns, the rows that could not be taken, and what is worth knowing about both. */
import type { CsvNote, Delimiter, Encoding, Refused, Rejected } from "../api.ts";
import type { TextColumn } from "./columns.ts";

/** A row that was left out. `cells` is null where the table has it, at `row`. */
export type RejectedRow = Rejected &
  (
    | { readonly cells: readonly string[]; readonly row: null }
    | { readonly cells: null; readonly row: number }
  );

export interface CsvTable {
  readonly type: "table";
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: Delimiter;
  /** Each once, none empty. */
  readonly header: readonly string[];
  readonly rowCount: number;
  /** One per name of the header, `rowCount` long. */
  readonly columns: readonly TextColumn[];
  /** The line each row begins at, counted from 1. */
  readonly lines: Uint32Array;
  /** Rows with more cells than the header, or a cell too large. */
  readonly rejected: readonly RejectedRow[];
  /** Blank lines, which are no rows. */
  readonly excluded: number;
  readonly notes: readonly CsvNote[];
}

export interface CsvRefused {
  readonly type: "refused";
  readonly why: Refused;
}

export type CsvResult = CsvTable | CsvRefused;

export function textAt(column: TextColumn, row: number): string {
  const code = column.codes[row] ?? 0;
  return code === 0 ? "" : (column.dictionary[code - 1] ?? "");
}

export function rowAt(table: CsvTable, row: number): readonly string[] {
  return table.columns.map((column) => textAt(column, row));
}
