/**
 * The whole of a file as rows of texts: what the import reads, in the shape that is easiest to look at. Runs wherever
 * there is TextDecoder; the machinery is `readTable`'s, so that the two cannot disagree.
 */
import type { CsvNote, Encoding, Excluded, FaultKind, ReadHints, Refused, RejectReason } from "../terms.ts";
import { readTable } from "./read.ts";
import { type CsvTable, type Doubtful, textAt } from "./table.ts";

export interface CsvDialect extends Pick<CsvTable, "delimiter" | "quote" | "lineEnd"> {
  /** What its numbers are written with; null where none shows it. */
  readonly decimal: "." | "," | null;
}

/** What was mended, left out or is to be asked about; lines count from 1 as an editor shows them. */
export type CsvProblem = { readonly line: number } & (
  | { readonly problem: FaultKind }
  | { readonly problem: "rejected"; readonly why: RejectReason; readonly cells: readonly string[] }
  | { readonly problem: "refused"; readonly why: Refused }
  | { readonly problem: "noHeader" }
  /** It is a row, and may be none: to be asked about. */
  | { readonly problem: "doubtful"; readonly looksLike: Doubtful["looksLike"] }
  | {
      readonly problem: "emptyHeader" | "duplicateHeader";
      readonly name: string;
      readonly column: number;
    }
);

export interface ReadRows {
  readonly type: "read";
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly dialect: CsvDialect;
  /** As the file names its columns; null where it does not. */
  readonly header: readonly string[] | null;
  /** The line that names them. */
  readonly headerLine: number | null;
  /** One for each column, each once, none empty. */
  readonly names: readonly string[];
  /** As long as `names` each. */
  readonly rows: readonly (readonly string[])[];
  /** The line each row begins at. */
  readonly lines: readonly number[];
  /** What is none of the rows, by line. */
  readonly excluded: readonly Excluded[];
  readonly problems: readonly CsvProblem[];
}

/** A file that is no table: why, and nothing else. */
export interface RefusedFile {
  readonly type: "refused";
  readonly why: Refused;
  readonly header: null;
  readonly rows: readonly [];
  readonly excluded: readonly [];
  readonly problems: readonly [CsvProblem];
}

export type CsvRead = ReadRows | RefusedFile;

function named(note: CsvNote, line: number): readonly CsvProblem[] {
  switch (note.note) {
    case "noHeader":
      return [{ line, problem: note.note }];
    case "emptyHeader":
    case "duplicateHeader":
      return [{ line, problem: note.note, name: note.name, column: note.column }];
    default:
      return [];
  }
}

const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line;

function problemsOf(table: CsvTable): readonly CsvProblem[] {
  const problems = table.notes.flatMap((note) => named(note, table.headerLine ?? 1));
  for (const [problem, lines] of table.faults) for (const line of lines) problems.push({ line, problem });
  for (const { line, why, cells } of table.rejected)
    problems.push({ line, problem: "rejected", why, cells: cells ?? [] });
  for (const { line, looksLike } of table.doubtful) problems.push({ line, problem: "doubtful", looksLike });
  return problems.sort(byLine);
}

function rowsOf({ columns, rowCount }: CsvTable): readonly (readonly string[])[] {
  const rows = Array.from({ length: rowCount }, (): string[] => []);
  for (const column of columns) for (const [index, row] of rows.entries()) row.push(textAt(column, index));
  return rows;
}

/** Reads a file. A file that is no table is no error: it comes back as refused, with the reason. */
export function readCsv(bytes: Uint8Array, hints: ReadHints = {}): CsvRead {
  const table = readTable(bytes, hints);
  if (table.type === "refused") {
    const { why } = table;
    const problem: CsvProblem = { line: 1, problem: "refused", why };
    return { type: "refused", why, header: null, rows: [], excluded: [], problems: [problem] };
  }
  const { encoding, bom, delimiter, quote, lineEnd, ownHeader, header } = table;
  const blank = Array.from(table.blank, (line): Excluded => ({ line, why: "blank", cells: [] }));
  return {
    type: "read",
    encoding,
    bom,
    dialect: { delimiter, quote, lineEnd, decimal: null },
    header: ownHeader,
    headerLine: table.headerLine,
    names: header,
    rows: rowsOf(table),
    lines: [...table.lines],
    excluded: [...table.excluded, ...blank].sort(byLine),
    problems: problemsOf(table),
  };
}
