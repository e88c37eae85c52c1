/** Counts and sums by group: what charts and tiers are made of. Sums are exact whatever their size. */
import type { Atom, FieldId } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";

export interface Group {
  /** Null: rows whose group field is empty. */
  readonly key: Atom;
  readonly count: number;
  /** Of the measure, as a scaled integer; 0 without one. */
  readonly sum: bigint;
}

const SPLIT = 2 ** 26;

/** Groups `slots` by a dictionary-coded field, in order of first code; adds up a numeric measure. */
export function groupBy(
  table: ColumnTable,
  slots: Uint32Array,
  by: FieldId,
  measure: FieldId | null,
): readonly Group[] {
  const column = table.columns.get(by);
  if (column?.form !== "coded") return [];
  const amounts = measure === null ? undefined : table.columns.get(measure);
  const size = column.dictionary.length + 1;
  const counts = new Float64Array(size);
  // A double holds 2^53; two of them, of the high and the low part, hold the sum of 2^26 such values.
  const high = new Float64Array(size);
  const low = new Float64Array(size);
  for (const slot of slots) {
    const code = column.codes[slot] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
    if (amounts?.form !== "numeric") continue;
    const amount = amounts.values[slot] ?? Number.NaN;
    if (Number.isNaN(amount)) continue;
    const upper = Math.floor(amount / SPLIT);
    high[code] = (high[code] ?? 0) + upper;
    low[code] = (low[code] ?? 0) + (amount - upper * SPLIT);
  }
  const groups: Group[] = [];
  for (let code = 0; code < size; code++) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    groups.push({
      key: code === 0 ? null : (column.dictionary[code - 1] ?? null),
      count,
      sum: BigInt(high[code] ?? 0) * BigInt(SPLIT) + BigInt(low[code] ?? 0),
    });
  }
  return groups;
}
