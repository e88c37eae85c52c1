/** Takes rows as they come from the tokenizer: those above the table set aside, the others checked, coded and counted. */
import type { CsvNote, Excluded, FaultKind, RejectReason } from "../terms.ts";
import { grown, TextColumnBuilder } from "./columns.ts";
import { type Header, nameColumns } from "./header.ts";
import type { Region } from "./region.ts";
import type { CsvTable, RejectedRow } from "./table.ts";
import type { UsualRows } from "./usual.ts";

export const CELL_LIMIT = 1_000_000;
/** As many as a sheet of Excel has; rows of a file with more are kept as rejected ones. */
export const COLUMN_LIMIT = 16_384;

type Row = readonly string[];

/** Numbers of lines, however many. */
class Lines {
  private lines = new Uint32Array(16);
  private length = 0;

  add(line: number): void {
    this.lines = grown(this.lines, this.length + 1);
    this.lines[this.length++] = line;
  }

  finish(): Uint32Array {
    return this.lines.subarray(0, this.length);
  }
}

export interface RowsOptions extends Pick<Region, "roles" | "header"> {
  readonly width: number;
  readonly columnWord: string;
  /** Blank lines before the first row are rows too. */
  readonly everyLine: boolean;
  /** See `TextColumnBuilder.finish`. */
  readonly shielded: boolean;
}

export type TakenPart = Pick<
  CsvTable,
  | "ownHeader"
  | "header"
  | "rowCount"
  | "columns"
  | "lines"
  | "rejected"
  | "excluded"
  | "blank"
  | "faults"
  | "notes"
>;

export class RowTaker {
  private readonly options: RowsOptions;
  private readonly header: Header;
  private readonly builders: readonly TextColumnBuilder[];
  /** Rows met so far, as long as they may be above the table. */
  private met = 0;
  private lines = new Uint32Array(1024);
  private rowCount = 0;
  private readonly blank = new Lines();
  private readonly excluded: Excluded[] = [];
  private readonly rejected: RejectedRow[] = [];
  private readonly faults = new Map<FaultKind, Lines>();

  constructor(options: RowsOptions) {
    this.options = options;
    this.header = nameColumns(options.header, options.width, options.columnWord);
    this.builders = this.header.names.map(() => new TextColumnBuilder());
  }

  note(fault: FaultKind, line: number): void {
    const lines = this.faults.get(fault) ?? new Lines();
    lines.add(line);
    this.faults.set(fault, lines);
  }

  /** `lineOf[i]` is the line row i begins at; `large` says that a cell may be over the limit. */
  take(rows: readonly Row[], lineOf: (index: number) => number, large: boolean): void {
    const { width, roles } = this.options;
    const kept: Row[] = [];
    const lines = grown(this.lines, this.rowCount + rows.length);
    const usual = this.met >= roles.length && !large && width > 1;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index];
      if (row === undefined) continue;
      if ((usual && row.length === width) || this.isRow(row, lineOf(index), large)) {
        lines[this.rowCount + kept.length] = lineOf(index);
        kept.push(row);
      }
    }
    this.lines = lines;
    for (const [column, builder] of this.builders.entries()) builder.add(kept, column);
    this.rowCount += kept.length;
  }

  /** Whether the rows to come are of the table, so that those of its width are taken as they are. */
  get underWay(): boolean {
    return this.met >= this.options.roles.length && (this.options.header !== null || this.rowCount > 0);
  }

  /** The first begins at `line`. */
  takeUsual(rows: UsualRows, line: number): void {
    const lines = grown(this.lines, this.rowCount + rows.rowCount);
    for (let row = 0; row < rows.rowCount; row++)
      lines[this.rowCount + row] = line + (rows.linesBefore[row] ?? 0);
    this.lines = lines;
    const { width } = this.options;
    for (const [column, builder] of this.builders.entries()) builder.addUsual(rows, column, width);
    this.rowCount += rows.rowCount;
  }

  /** A line that was not cut into its cells, which would be too many. */
  refuse(text: string, found: number, line: number): void {
    const why = { reason: "tooManyCells", expected: this.options.width, found } as const;
    this.rejected.push({ line, why, cells: [text], row: null });
  }

  /** Whether an unusual row is to be kept. */
  private isRow(row: Row, line: number, large: boolean): boolean {
    const { width, roles, everyLine, header } = this.options;
    const role = roles[this.met] ?? null;
    const above = this.met < roles.length || (header === null && !everyLine && this.rowCount === 0);
    this.met += 1;
    // In a file of one column a blank line is an empty cell, but not above the first row.
    if (row.length === 1 && row[0] === "" && (width > 1 || above)) {
      this.blank.add(line);
      return false;
    }
    if (role !== null) {
      if (role !== "header") this.excluded.push({ line, why: role, cells: row });
      return false;
    }
    const why = this.rejection(row, large);
    if (why !== null) {
      this.rejected.push({ line, why, cells: row, row: null });
      return false;
    }
    if (row.length < width) this.note("shortRows", line);
    return true;
  }

  private rejection(row: Row, large: boolean): RejectReason | null {
    const { width } = this.options;
    const found = row.findLastIndex((cell) => cell !== "") + 1;
    if (found > width) return { reason: "tooManyCells", expected: width, found };
    const column = large ? row.findIndex((cell) => cell.length > CELL_LIMIT) : -1;
    if (column < 0) return null;
    const length = row[column]?.length ?? 0;
    return { reason: "cellTooLarge", column: this.header.names[column] ?? "", length, limit: CELL_LIMIT };
  }

  /** Null if there was not one row. Columns at the end that have neither a name nor a cell are left out. */
  finish(): TakenPart | null {
    if (this.options.header === null && this.rowCount === 0 && this.rejected.length === 0) return null;
    const { own, names, notes } = this.header;
    const unnamed = new Set(notes.flatMap((note) => (note.note === "emptyHeader" ? [note.column - 1] : [])));
    const columns = this.builders.map((builder) => builder.finish(this.options.shielded));
    let width = names.length;
    while (width > 1 && unnamed.has(width - 1) && columns[width - 1]?.dictionary.length === 0) width -= 1;
    const faults = new Map([...this.faults].map(([fault, lines]) => [fault, lines.finish()]));
    const counted: readonly CsvNote[] = [...faults].map(([note, lines]) => ({
      note,
      count: lines.length,
      line: lines[0] ?? 0,
    }));
    const named = notes.filter((note) => note.note !== "emptyHeader" || note.column <= width);
    return {
      ownHeader: own?.slice(0, width) ?? null,
      header: names.slice(0, width),
      rowCount: this.rowCount,
      columns: columns.slice(0, width),
      lines: this.lines.subarray(0, this.rowCount),
      rejected: this.rejected,
      excluded: this.excluded,
      blank: this.blank.finish(),
      faults,
      notes: [...named, ...counted],
    };
  }
}
