/** Bytes of a CSV file to a table of texts, with everything that was mended, left out or refused named by its line. */
import type { CsvNote, Delimiter, Encoding, ImportHints, Refused, Rejected } from "../../exchange/api.ts";
import { decode } from "./decode.ts";
import { detectDelimiter, separatorLine, unifyLineEnds } from "./dialect.ts";
import { columnNames, hasHeader } from "./header.ts";
import { readRows } from "./rows.ts";

export interface RejectedRow extends Rejected {
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly type: "table";
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: Delimiter;
  /** Unique and not empty; as many as the table has columns. */
  readonly header: readonly string[];
  /** Each as long as the header. */
  readonly rows: readonly (readonly string[])[];
  /** The line that each of `rows` begins on, counted from 1. */
  readonly lines: Uint32Array;
  readonly rejected: readonly RejectedRow[];
  /** Lines without any character, which are no rows. */
  readonly blankLines: number;
  readonly notes: readonly CsvNote[];
}

export type CsvResult = CsvTable | { readonly type: "refused"; readonly why: Refused };

/** Characters of one cell; a longer one is a broken file rather than a note about a customer. */
export const LONGEST_CELL = 1_000_000;

const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0] === "";

/** Fits rows to the width of the header: short ones are filled up, those with cells too many are rejected. */
class Fitter {
  readonly rows: (readonly string[])[] = [];
  readonly lines: number[] = [];
  readonly rejected: RejectedRow[] = [];
  private short = { count: 0, line: 0 };
  private readonly header: readonly string[];

  constructor(header: readonly string[]) {
    this.header = header;
  }

  add(row: readonly string[], line: number): void {
    const width = this.header.length;
    for (const [index, cell] of row.entries()) {
      if (cell.length <= LONGEST_CELL) continue;
      const column = this.header[index] ?? String(index + 1);
      const why = { reason: "cellTooLarge", column, length: cell.length, limit: LONGEST_CELL } as const;
      this.rejected.push({ line, cells: row, why });
      return;
    }
    if (row.length > width && row.slice(width).some((cell) => cell !== "")) {
      this.rejected.push({
        line,
        cells: row,
        why: { reason: "tooManyCells", expected: width, found: row.length },
      });
      return;
    }
    if (row.length < width) this.short = { count: this.short.count + 1, line: this.short.line || line };
    this.rows.push(
      row.length === width ? row : Array.from({ length: width }, (_, index) => row[index] ?? ""),
    );
    this.lines.push(line);
  }

  notes(): readonly CsvNote[] {
    return this.short.count === 0 ? [] : [{ note: "shortRows", ...this.short }];
  }
}

/** Yields now and then, so that the caller can answer others or give up; returns the result. */
export function* readCsvSteps(bytes: Uint8Array, hints: ImportHints): Generator<number, CsvResult> {
  const decoded = decode(bytes, hints.encoding);
  if (!decoded.ok) return { type: "refused", why: decoded.why };
  const separator = separatorLine(decoded.text);
  const body = separator?.rest ?? decoded.text;
  if (body.trim() === "") return { type: "refused", why: { reason: "empty" } };
  const delimiter = hints.delimiter ?? separator?.delimiter ?? detectDelimiter(body);
  const lines = unifyLineEnds(body, delimiter);
  const raw = yield* readRows(lines, delimiter, separator === null ? 1 : 2);

  const firstRow = raw.rows.findIndex((row) => !isBlank(row));
  const head = raw.rows.slice(firstRow, firstRow + 60).filter((row) => !isBlank(row));
  const named = hints.header ?? hasHeader(head);
  const width = named ? (head[0]?.length ?? 1) : head.reduce((most, row) => Math.max(most, row.length), 1);
  const { names, notes } = columnNames(
    named ? (head[0] ?? []) : Array.from({ length: width }, () => ""),
    hints.columnWord,
  );
  const fitter = new Fitter(names);
  let blankLines = 0;
  for (const [index, row] of raw.rows.entries()) {
    if (index === firstRow && named) continue;
    // In a table of one column an empty line is an empty cell, but for the one behind the last line end.
    if (isBlank(row) && (width > 1 || index === raw.rows.length - 1)) blankLines += 1;
    else fitter.add(row, raw.lines[index] ?? 0);
    if (index % 20_000 === 0) yield index;
  }
  const { mended } = lines;
  return {
    type: "table",
    encoding: decoded.encoding,
    bom: decoded.bom,
    delimiter,
    header: names,
    rows: fitter.rows,
    lines: Uint32Array.from(fitter.lines),
    rejected: fitter.rejected,
    blankLines,
    notes: [
      ...(named ? notes : [{ note: "noHeader" } as const]),
      ...(mended === null ? [] : [{ note: "mixedLineEnds", ...mended } as const]),
      ...(raw.quoteErrors === null ? [] : [{ note: "quoteErrors", ...raw.quoteErrors } as const]),
      ...fitter.notes(),
    ],
  };
}

/** The same at once. Pure: the same bytes and hints give the same table, in Node and in the worker. */
export function readCsv(bytes: Uint8Array, hints: Partial<ImportHints> = {}): CsvResult {
  const steps = readCsvSteps(bytes, { columnWord: "Column", ...hints });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
