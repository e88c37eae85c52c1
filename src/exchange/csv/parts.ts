/** Parts of a report, each of which has its title above and its total, named after it, below. */
import { isMeasured } from "./looks.ts";
import { partSums } from "./sums.ts";
import { type CsvTable, rowAt } from "./table.ts";
import { totalledName } from "./totals.ts";

export interface PartTotals {
  readonly proven: ReadonlySet<number>;
  /** They have a title, but their figures are no sums. */
  readonly open: ReadonlySet<number>;
}

/** Totals by the name that they have beside their word. */
function totalsByName(
  table: CsvTable,
  labels: ReadonlyMap<number, string>,
  report: boolean,
): ReadonlyMap<string, readonly number[]> {
  const rowsOf = new Map<string, number[]>();
  for (const [row, label] of labels) {
    // Without a title, and without a figure, it is a customer of that name.
    const name = report || rowAt(table, row).some(isMeasured) ? totalledName(label) : null;
    const rows = rowsOf.get(name ?? "");
    if (rows !== undefined) rows.push(row);
    else if (name !== null) rowsOf.set(name, [row]);
  }
  return rowsOf;
}

/** By total of a part: the row above it that has its name and nothing beside it. Outside of reports in the first column. */
function titlesOf(
  { columns, rowCount }: CsvTable,
  rowsOf: ReadonlyMap<string, readonly number[]>,
  report: boolean,
  filled: Uint32Array,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { dictionary, codes } of report ? columns : columns.slice(0, 1)) {
    const totals = new Map(
      dictionary.flatMap((text, index) => {
        const rows = rowsOf.get(text.trim());
        return rows === undefined ? [] : [[index + 1, rows] as const];
      }),
    );
    if (totals.size === 0) continue;
    for (let row = 0; row < rowCount; row++)
      if (filled[row] === 1)
        for (const total of totals.get(codes[row] ?? 0) ?? []) if (total > row) found.set(total, row);
  }
  return found;
}

/** Outside of a report one of them has to be the sum of its part: a customer may be called so. */
export function partTotals(
  table: CsvTable,
  labels: ReadonlyMap<number, string>,
  report: boolean,
  filled: Uint32Array,
): PartTotals {
  const rowsOf = totalsByName(table, labels, report);
  const titles = rowsOf.size === 0 ? new Map<number, number>() : titlesOf(table, rowsOf, report, filled);
  const totals = new Set(titles.keys());
  const isReport = report || (titles.size > 0 && partSums(table.columns, titles, new Set(labels.keys())));
  return isReport ? { proven: totals, open: new Set() } : { proven: new Set(), open: totals };
}
