/** The cells of a column in some rows: counted, added up and told apart. What all aggregates are made of. */
import { type Field, isNumeric } from "../../core/model/index.ts";
import { type CodedColumn, type Column, makeColumn, type NumericColumn } from "../columns/column.ts";
import { sortWhole } from "../columns/digits.ts";
import { rangeOf } from "../columns/sorted.ts";
import { ExactSum } from "../columns/sum.ts";
import type { ColumnTable } from "../columns/table.ts";

/** The field's column; every cell is empty where the table has none. */
export function columnOf(table: ColumnTable, { id, type }: Field): Column {
  return table.columns.get(id) ?? makeColumn(isNumeric(type), 0);
}

/** How often each code is there; code 0 is the empty cell. */
export function countCodes({ codes, dictionary }: CodedColumn, slots: Uint32Array): Uint32Array {
  const counts = new Uint32Array(dictionary.length + 1);
  for (let i = 0; i < slots.length; i++) {
    const code = codes[slots[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** Places of the counts that are not 0, ascending. */
export function present(counts: Uint32Array): Uint32Array {
  const there = new Uint32Array(counts.length);
  let found = 0;
  for (let place = 0; place < counts.length; place++) {
    if (counts[place] === 0) continue;
    there[found] = place;
    found += 1;
  }
  return there.subarray(0, found);
}

/** The numbers that are there, in the sequence of `slots`; a copy. */
export function filledNumbers({ values }: NumericColumn, slots: Uint32Array): Float64Array {
  const there = new Float64Array(slots.length);
  let count = 0;
  for (let i = 0; i < slots.length; i++) {
    const value = values[slots[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    there[count] = value;
    count += 1;
  }
  return there.subarray(0, count);
}

export interface Span {
  readonly filled: number;
  readonly sum: bigint;
  /** Infinite, and above `maximum`, where nothing is filled. */
  readonly minimum: number;
  readonly maximum: number;
}

/** As many as `ExactSum` adds up without loss. */
const ROWS_PER_SUM = 2 ** 26;

/** Exact, whatever the size and number of the values. */
export function spanOf({ values }: NumericColumn, slots: Uint32Array): Span {
  let filled = 0;
  let sum = 0n;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < slots.length; start += ROWS_PER_SUM) {
    const part = new ExactSum();
    const end = Math.min(slots.length, start + ROWS_PER_SUM);
    for (let i = start; i < end; i++) {
      const value = values[slots[i] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      filled += 1;
      part.add(value);
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
    sum += part.total;
  }
  return { filled, sum, minimum, maximum };
}

export interface Tally {
  /** Distinct, ascending. */
  readonly values: Float64Array;
  /** How often each is there. */
  readonly counts: Uint32Array;
}

/** Values over a range of up to so many times their number are counted in a table of the range, without sorting. */
export const DENSE = 4;

function tallyDense(numbers: Float64Array, low: number, range: number): Tally {
  const byOffset = new Uint32Array(range);
  let distinct = 0;
  for (let i = 0; i < numbers.length; i++) {
    const offset = (numbers[i] ?? 0) - low;
    const count = byOffset[offset] ?? 0;
    if (count === 0) distinct += 1;
    byOffset[offset] = count + 1;
  }
  const values = new Float64Array(distinct);
  const counts = new Uint32Array(distinct);
  let at = 0;
  for (let offset = 0; offset < range; offset++) {
    const count = byOffset[offset] ?? 0;
    if (count === 0) continue;
    values[at] = low + offset;
    counts[at] = count;
    at += 1;
  }
  return { values, counts };
}

function tallySorted(numbers: Float64Array): Tally {
  const sorted = sortWhole(numbers);
  const values = new Float64Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      values[distinct] = sorted[i] ?? 0;
      distinct += 1;
    }
    counts[distinct - 1] = (counts[distinct - 1] ?? 0) + 1;
  }
  return { values: values.subarray(0, distinct), counts: counts.subarray(0, distinct) };
}

/** Of whole numbers, none of them NaN. */
export function tally(numbers: Float64Array): Tally {
  const [low, high] = rangeOf(numbers);
  if (low > high) return { values: new Float64Array(), counts: new Uint32Array() };
  const range = high - low + 1;
  return range <= DENSE * numbers.length ? tallyDense(numbers, low, range) : tallySorted(numbers);
}
