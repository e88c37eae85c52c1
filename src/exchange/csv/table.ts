/** What reading a file comes to. */
import type {
  CsvNote,
  Delimiter,
  Encoding,
  Excluded,
  FaultKind,
  Quote,
  Refused,
  Rejected,
} from "../terms.ts";
import type { TextColumn } from "./columns.ts";
import type { LineEnd } from "./lines.ts";

/** A row that was not taken: its texts where it never was in the table, else the table has it, at `row`. */
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
  readonly quote: Quote;
  /** The first one. */
  readonly lineEnd: LineEnd;
  /** As the file names its columns; null where it does not. */
  readonly ownHeader: readonly string[] | null;
  /** The line that names them; null where none does. */
  readonly headerLine: number | null;
  /** Each once, none empty. */
  readonly header: readonly string[];
  readonly rowCount: number;
  /** One per name of the header, `rowCount` long. */
  readonly columns: readonly TextColumn[];
  /** The line each row begins at, counted from 1. */
  readonly lines: Uint32Array;
  /** Rows with more cells than the header, or a cell too large. */
  readonly rejected: readonly RejectedRow[];
  /** Lines that are no rows, but for blank ones. */
  readonly excluded: readonly Excluded[];
  /** Lines that look like totals, balances, titles of a part or strokes below the names, but not surely: they are rows. */
  readonly doubtful: readonly Doubtful[];
  /** Lines of blank rows. */
  readonly blank: Uint32Array;
  /** All lines at which something was mended; `notes` has the first and the count. */
  readonly faults: ReadonlyMap<FaultKind, Uint32Array>;
  readonly notes: readonly CsvNote[];
}

export interface Doubtful {
  readonly line: number;
  readonly looksLike: "headerRow" | "section" | "total" | "balance" | "footer";
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
