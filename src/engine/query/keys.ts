/** Sort keys: for each slot a small whole number whose order is the column's order, ready for a radix sort. */
import { choicesOf, type FieldType } from "../../core/model/index.ts";
import type { CodedColumn, Column, NumericColumn } from "../columns/column.ts";
import { type Collation, collation } from "./collation.ts";

/** `at(slot)` < `limit`, or `EMPTY`. */
export interface SortKeys {
  readonly limit: number;
  /** By slot or, for dictionary columns, by code. */
  readonly keys: Uint32Array;
  readonly codes: Uint32Array | null;
}

/** The key of an empty cell: above every other in both directions. */
export const EMPTY = 0xffff_ffff;

interface Ranked {
  readonly size: number;
  readonly basis: unknown;
  readonly keys: SortKeys;
}

/** Ranks cost a collation of all distinct texts, so they are kept until the dictionary grows or the locale changes. */
const ranked = new WeakMap<CodedColumn, Ranked>();

function textRanks(dictionary: readonly string[], { order, compare }: Collation): Uint32Array {
  const ranks = new Uint32Array(dictionary.length + 1);
  ranks[0] = EMPTY;
  let rank = -1;
  let previous: string | null = null;
  for (const index of order(dictionary)) {
    const text = dictionary[index] ?? "";
    // Texts the collation calls equal share a rank, or the next sort key would never be asked.
    if (previous === null || compare(previous, text) !== 0) rank += 1;
    ranks[index + 1] = rank;
    previous = text;
  }
  return ranks;
}

/** Choices sort in the order the owner gave them; sets by their first, then their second choice and so on. */
function choiceRanks(dictionary: readonly string[], type: FieldType): Uint32Array {
  const places = new Map<string, number>(choicesOf(type).map((choice, place) => [choice.id, place]));
  const listed = dictionary.map((ids) => ids.split(" ").map((id) => places.get(id) ?? places.size));
  const compare = (a: number, b: number): number => {
    const one = listed[a] ?? [];
    const other = listed[b] ?? [];
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      const difference = (one[i] ?? 0) - (other[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return one.length - other.length;
  };
  const ranks = new Uint32Array(dictionary.length + 1);
  ranks[0] = EMPTY;
  let rank = -1;
  let previous: number | null = null;
  for (const index of [...listed.keys()].sort((a, b) => compare(a, b) || a - b)) {
    if (previous === null || compare(previous, index) !== 0) rank += 1;
    ranks[index + 1] = rank;
    previous = index;
  }
  return ranks;
}

function codedKeys(column: CodedColumn, type: FieldType, locale: string): SortKeys {
  const basis = type.storage === "text" ? locale : choicesOf(type);
  const size = column.dictionary.length;
  const known = ranked.get(column);
  if (known !== undefined && known.size === size && known.basis === basis) {
    return { ...known.keys, codes: column.codes };
  }
  const keys =
    type.storage === "text"
      ? textRanks(column.dictionary, collation(locale))
      : choiceRanks(column.dictionary, type);
  const made: SortKeys = { limit: size, keys, codes: column.codes };
  ranked.set(column, { size, basis, keys: made });
  return made;
}

function numericKeys(column: NumericColumn, slots: Uint32Array): SortKeys {
  const { values } = column;
  const keys = new Uint32Array(values.length).fill(EMPTY);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const slot of slots) {
    const value = values[slot] ?? Number.NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) return { limit: 0, keys, codes: null };
  if (high - low < EMPTY) {
    for (const slot of slots) {
      const value = values[slot] ?? Number.NaN;
      if (!Number.isNaN(value)) keys[slot] = value - low;
    }
    return { limit: high - low + 1, keys, codes: null };
  }
  // Too wide a range for a key: the rank among the distinct values serves instead.
  const distinct = Float64Array.from(slots, (slot) => values[slot] ?? Number.NaN)
    .sort()
    .filter((value, i, all) => !Number.isNaN(value) && value !== all[i - 1]);
  for (const slot of slots) {
    const value = values[slot] ?? Number.NaN;
    if (!Number.isNaN(value)) keys[slot] = lowerBound(distinct, value);
  }
  return { limit: distinct.length, keys, codes: null };
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keys of a column for `slots`; other slots may hold anything. */
export function sortKeys(column: Column, type: FieldType, slots: Uint32Array, locale: string): SortKeys {
  return column.form === "numeric" ? numericKeys(column, slots) : codedKeys(column, type, locale);
}
