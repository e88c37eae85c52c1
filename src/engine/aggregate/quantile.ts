/** Quantiles of whole numbers, exact as fractions: the median, quartiles, any percentile. */
import { type Exact, quotient } from "./exact.ts";

/** A share of the way through the values, as a fraction of whole numbers from 0 to 1: the median is 1 of 2. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export const MEDIAN: Share = { part: 1, of: 2 };

/** Of three numbers the middle one: as a pivot it spares sorted columns the worst case. */
function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** Orders `values` so far that the one at `place` is where sorting would put it, none smaller after it. */
function select(values: Float64Array, place: number): void {
  let low = 0;
  let high = values.length - 1;
  // Bad pivots all the way would cost the square of the length: then what is left is sorted instead.
  for (let rounds = 2 * Math.log2(values.length); low < high; rounds--) {
    if (rounds < 0) {
      values.subarray(low, high + 1).sort();
      return;
    }
    const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0);
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i += 1;
      while ((values[j] ?? 0) > pivot) j -= 1;
      if (i > j) break;
      const moved = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = moved;
      i += 1;
      j -= 1;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else return;
  }
}

/**
 * The value at a share of the values in ascending order, between two neighbours in proportion: method R-7 of Hyndman
 * and Fan, Excel's PERCENTILE.INC. Null of no values. Reorders `values`. Throws RangeError of a share that is none.
 */
export function quantileOf(values: Float64Array, { part, of }: Share, decimals: number): Exact | null {
  if (!Number.isInteger(part) || !Number.isInteger(of) || part < 0 || of < 1 || part > of) {
    throw new RangeError(`${part} of ${of} is no share`);
  }
  if (values.length === 0) return null;
  const steps = BigInt(of);
  const scaled = BigInt(values.length - 1) * BigInt(part);
  const place = Number(scaled / steps);
  const beyond = scaled % steps;
  select(values, place);
  const low = BigInt(values[place] ?? 0);
  let next = Number.POSITIVE_INFINITY;
  for (let i = place + 1; i < values.length; i++) next = Math.min(next, values[i] ?? next);
  const high = next === Number.POSITIVE_INFINITY ? low : BigInt(next);
  return quotient(low * steps + (high - low) * beyond, steps, decimals);
}
