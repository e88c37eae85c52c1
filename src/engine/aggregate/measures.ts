/** What can be said of a column's cells in some rows: how many, how different, how much. Empty cells do not count. */
import type { Column, NumericColumn } from "../columns/column.ts";
import { ExactSum } from "../columns/sum.ts";
import { type Exact, quotient } from "./exact.ts";

export function filledIn(column: Column, slots: Uint32Array): number {
  let filled = 0;
  if (column.form === "numeric") {
    for (const slot of slots) if (!Number.isNaN(column.values[slot] ?? Number.NaN)) filled += 1;
  } else {
    for (const slot of slots) if ((column.codes[slot] ?? 0) !== 0) filled += 1;
  }
  return filled;
}

/** Distinct values; of a column of several choices, distinct combinations. */
export function distinctIn(column: Column, slots: Uint32Array): number {
  if (column.form === "numeric") {
    const values = ascending(column, slots);
    let distinct = 0;
    for (let i = 0; i < values.length; i++) if (i === 0 || values[i] !== values[i - 1]) distinct += 1;
    return distinct;
  }
  const seen = new Uint8Array(column.dictionary.length + 1);
  for (const slot of slots) seen[column.codes[slot] ?? 0] = 1;
  let distinct = 0;
  for (let code = 1; code < seen.length; code++) distinct += seen[code] ?? 0;
  return distinct;
}

/** Sum and number of the values: exact whatever their size, for up to 2^26 rows. */
export function sumOf({ values }: NumericColumn, slots: Uint32Array): { sum: bigint; filled: number } {
  const sum = new ExactSum();
  let filled = 0;
  for (let i = 0; i < slots.length; i++) {
    const value = values[slots[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum.add(value);
    filled += 1;
  }
  return { sum: sum.total, filled };
}

/** Null where no cell has a value. Rounded half away from zero, two digits behind the column's own. */
export function averageOf(column: NumericColumn, slots: Uint32Array, decimals: number): Exact | null {
  const { sum, filled } = sumOf(column, slots);
  return filled === 0 ? null : quotient(sum, BigInt(filled), decimals);
}

export function extremesOf(
  { values }: NumericColumn,
  slots: Uint32Array,
): { readonly minimum: number; readonly maximum: number } | null {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < slots.length; i++) {
    const value = values[slots[i] ?? 0] ?? Number.NaN;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return minimum <= maximum ? { minimum, maximum } : null;
}

/** The values, ascending. */
export function ascending({ values }: NumericColumn, slots: Uint32Array): Float64Array {
  const there = new Float64Array(slots.length);
  let count = 0;
  for (let i = 0; i < slots.length; i++) {
    const value = values[slots[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    there[count] = value;
    count += 1;
  }
  return there.subarray(0, count).sort();
}

/** A share of the way through the values, as a fraction: the median is 1 of 2, the third quartile 3 of 4. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export const MEDIAN: Share = { part: 1, of: 2 };

/**
 * The value at a share of ascending values, between two neighbours in proportion: method R-7 of Hyndman and Fan,
 * Excel's PERCENTILE.INC. Computed with whole numbers; null of no values.
 */
export function quantileOf(sorted: Float64Array, { part, of }: Share, decimals: number): Exact | null {
  if (sorted.length === 0) return null;
  const scaled = (sorted.length - 1) * part;
  const place = Math.floor(scaled / of);
  const low = BigInt(sorted[place] ?? 0);
  const high = BigInt(sorted[Math.min(place + 1, sorted.length - 1)] ?? 0);
  const steps = BigInt(of);
  return quotient(low * steps + (high - low) * BigInt(scaled - place * of), steps, decimals);
}
