/** Whether a row holds the sums of the rows above it: what tells a total from a customer of that name. */
import { tidyNumber } from "../../fields/index.ts";
import type { TextColumn } from "./columns.ts";
import { isMeasured } from "./looks.ts";

const LEAST_SHARE = 0.5;
const CLOSE = 0.011;
/** Where more rows are named like totals, each is looked at as the total of its own part only: among many, some others fit by chance. */
const MOST_TOTALS = 200;

/** A number in whatever convention; NaN if it is none. With one sign only, three digits behind it are a group. */
function numberOf(text: string): number {
  if (text === "" || !isMeasured(text)) return Number.NaN;
  const tidy = tidyNumber(text).replace(/[^\d.,()\-−]/g, "");
  const negative = /^\(|^[-−]|[-−]$/.test(tidy);
  const digits = tidy.replace(/[()\-−]/g, "");
  const sign = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const fraction = sign < 0 ? "" : digits.slice(sign + 1);
  const grouped = fraction.length === 3 && !(digits.includes(".") && digits.includes(","));
  const whole = (sign < 0 || grouped ? digits : digits.slice(0, sign)).replace(/[.,]/g, "");
  const value = Number(`${whole}.${grouped ? "0" : fraction || "0"}`);
  return negative ? -value : value;
}

/** What the numbers of a run of rows come to. */
interface Run {
  readonly sum: number;
  readonly count: number;
}

/** Rows from one on up to another; null where none of them has a number. */
function runOf({ codes }: TextColumn, numbers: Float64Array, from: number, to: number): Run | null {
  let [sum, count] = [0, 0];
  for (let row = from; row < to; row++) {
    const number = numbers[codes[row] ?? 0] ?? Number.NaN;
    if (Number.isNaN(number)) continue;
    sum += number;
    count += 1;
  }
  return count === 0 ? null : { sum, count };
}

/** Whether the last runs, up to so many, come to the number. */
function endsIn(runs: readonly Run[], wanted: number, most: number): boolean {
  if (Number.isNaN(wanted) || wanted === 0) return false;
  let [sum, count] = [0, 0];
  for (let at = runs.length - 1; at >= Math.max(0, runs.length - most); at--) {
    sum += runs[at]?.sum ?? 0;
    count += runs[at]?.count ?? 0;
    if (count > 1 && Math.abs(sum - wanted) < CLOSE) return true;
  }
  return false;
}

/** By code; null where too few texts of the column are numbers. */
function numbersOf({ dictionary }: TextColumn): Float64Array | null {
  const numbers = Float64Array.from(["", ...dictionary], numberOf);
  const filled = numbers.reduce((count, number) => (Number.isNaN(number) ? count : count + 1), 0);
  return filled / Math.max(1, dictionary.length) < LEAST_SHARE ? null : numbers;
}

/**
 * Those of `totals` whose number is, in some column, the sum of the rows above them, back to the beginning or to a row
 * `aside`, which is no row of the table. The totals are among those. Each column is gone through once for all of them.
 */
export function sumRows(
  columns: readonly TextColumn[],
  aside: ReadonlySet<number>,
  totals: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  const most = totals.size > MOST_TOTALS ? 1 : Number.POSITIVE_INFINITY;
  const bounds = Uint32Array.from(aside).sort();
  for (const column of columns) {
    const numbers = numbersOf(column);
    if (numbers === null) continue;
    const runs: Run[] = [];
    let from = 0;
    for (const bound of bounds) {
      const run = runOf(column, numbers, from, bound);
      if (run !== null) runs.push(run);
      const number = numbers[column.codes[bound] ?? 0] ?? Number.NaN;
      if (totals.has(bound) && endsIn(runs, number, most)) found.add(bound);
      from = bound + 1;
    }
  }
  return found;
}

/** What the numbers of a column come to, and how many they are, before each row; without those of rows `aside`. */
function sumsBefore({ codes }: TextColumn, numbers: Float64Array, aside: ReadonlySet<number>) {
  const sums = new Float64Array(codes.length + 1);
  const counts = new Uint32Array(codes.length + 1);
  for (let row = 0; row < codes.length; row++) {
    const number = aside.has(row) ? Number.NaN : (numbers[codes[row] ?? 0] ?? Number.NaN);
    sums[row + 1] = (sums[row] ?? 0) + (Number.isNaN(number) ? 0 : number);
    counts[row + 1] = (counts[row] ?? 0) + (Number.isNaN(number) ? 0 : 1);
  }
  return (from: number, to: number): Run => ({
    sum: (sums[to] ?? 0) - (sums[from] ?? 0),
    count: (counts[to] ?? 0) - (counts[from] ?? 0),
  });
}

/**
 * Whether one of the totals is, in some column, the sum of several rows between it and its title; of a single row, for whose
 * number there may be many reasons, in all columns. `aside`: rows that are none of these.
 */
export function partSums(
  columns: readonly TextColumn[],
  titles: ReadonlyMap<number, number>,
  aside: ReadonlySet<number>,
): boolean {
  const single = new Map<number, boolean>();
  for (const column of columns) {
    const numbers = numbersOf(column);
    if (numbers === null) continue;
    const between = sumsBefore(column, numbers, aside);
    for (const [total, title] of titles) {
      const number = numbers[column.codes[total] ?? 0] ?? Number.NaN;
      if (Number.isNaN(number) || number === 0) continue;
      const { sum, count } = between(title + 1, total);
      const isSum = count > 0 && Math.abs(sum - number) < CLOSE;
      if (isSum && count > 1) return true;
      single.set(total, isSum && single.get(total) !== false);
    }
  }
  return [...single.values()].includes(true);
}
