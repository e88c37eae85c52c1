/** Tables without some of their rows: their lines are told, and what was told of them as rows is not. */
import type { Excluded, ExcludedReason } from "../terms.ts";
import { type TextColumn, withRows } from "./columns.ts";
import { type CsvTable, rowAt } from "./table.ts";

/** What is told of short rows, without some lines. */
function shortWithout(table: CsvTable, isOut: (line: number) => boolean): Pick<CsvTable, "faults" | "notes"> {
  const faults = new Map(
    [...table.faults].map(([fault, at]) => [
      fault,
      fault === "shortRows" ? at.filter((line) => !isOut(line)) : at,
    ]),
  );
  const short = faults.get("shortRows");
  const notes = table.notes.flatMap((note) => {
    if (note.note !== "shortRows" || short === undefined) return [note];
    return short.length === 0 ? [] : [{ ...note, count: short.length, line: short[0] ?? 0 }];
  });
  if (short?.length === 0) faults.delete("shortRows");
  return { faults, notes };
}

/** Without the rows at its end in which nothing stands: Excel writes one for each whose cells were emptied. In one column they are empty cells. */
export function withoutBlankEnd(table: CsvTable): CsvTable {
  const { columns, rowCount } = table;
  let end = rowCount;
  while (columns.length > 1 && end > 0 && columns.every(({ codes }) => codes[end - 1] === 0)) end -= 1;
  if (end === rowCount) return table;
  const [lines, cut] = [table.lines.subarray(0, end), table.lines.subarray(end)];
  const blank = new Uint32Array(table.blank.length + cut.length);
  blank.set(table.blank);
  blank.set(cut, table.blank.length);
  const first = cut[0] ?? 0;
  return {
    ...table,
    rowCount: end,
    columns: columns.map(({ dictionary, codes }) => ({ dictionary, codes: codes.subarray(0, end) })),
    lines,
    blank: blank.sort(),
    ...shortWithout(table, (line) => line >= first),
  };
}

/** The table without some of its rows, which are told as excluded. */
export function without(table: CsvTable, out: ReadonlyMap<number, ExcludedReason>): CsvTable {
  if (out.size === 0) return table;
  const kept = new Uint32Array(table.rowCount - out.size);
  let length = 0;
  for (let row = 0; row < table.rowCount; row++) if (!out.has(row)) kept[length++] = row;
  const excluded = Array.from(
    out,
    ([row, why]): Excluded => ({ line: table.lines[row] ?? 0, why, cells: rowAt(table, row) }),
  );
  const lines = new Set(excluded.map(({ line }) => line));
  return {
    ...table,
    rowCount: kept.length,
    columns: table.columns.map((column): TextColumn => withRows(column, kept)),
    lines: kept.map((row) => table.lines[row] ?? 0),
    excluded: [...table.excluded, ...excluded].sort((a, b) => a.line - b.line),
    ...shortWithout(table, (line) => lines.has(line)),
  };
}
