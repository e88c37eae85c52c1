/** Sort keys: for each slot a small whole number whose order is the column's order, ready for a radix sort. */
import { choicesOf, type FieldType } from "../../core/model/index.ts";
import type { CodedColumn, Column, NumericColumn } from "../columns/column.ts";
import { partitionPoint, rangeOf } from "../columns/sorted.ts";
import type { Steps } from "../steps.ts";
import { EMPTY, rankSteps } from "./ranks.ts";

/** A key is below `limit`, or `EMPTY`. */
export interface SortKeys {
  readonly limit: number;
  /** By code where there are `codes`, else by slot. */
  readonly keys: Uint32Array;
  /** Of a dictionary column: its codes by slot. */
  readonly codes: Uint32Array | null;
}

interface ChoiceKeys {
  readonly size: number;
  readonly basis: unknown;
  readonly keys: Uint32Array;
}

const choiceKeys = new WeakMap<CodedColumn, ChoiceKeys>();

/** Choices sort in the order the owner gave them; sets by their first, then their second choice and so on. */
function rankChoices(dictionary: readonly string[], type: FieldType): Uint32Array {
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

function keysOfChoices(column: CodedColumn, type: FieldType): SortKeys {
  const basis = choicesOf(type);
  const size = column.dictionary.length;
  let known = choiceKeys.get(column);
  if (known?.size !== size || known.basis !== basis) {
    known = { size, basis, keys: rankChoices(column.dictionary, type) };
    choiceKeys.set(column, known);
  }
  return { limit: size, keys: known.keys, codes: column.codes };
}

const numericKeys = new WeakMap<NumericColumn, { readonly version: number; readonly keys: SortKeys }>();

function rankNumbers(values: Float64Array): SortKeys {
  const keys = new Uint32Array(values.length);
  const [low, high] = rangeOf(values);
  if (!(low <= high)) return { limit: 0, keys: keys.fill(EMPTY), codes: null };
  if (high - low < EMPTY) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? Number.NaN;
      keys[i] = Number.isNaN(value) ? EMPTY : value - low;
    }
    return { limit: high - low + 1, keys, codes: null };
  }
  // Too wide a range for a key: the rank among the distinct values serves instead.
  const distinct = values
    .filter((value) => !Number.isNaN(value))
    .sort()
    .filter((value, i, all) => value !== all[i - 1]);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    keys[i] = Number.isNaN(value)
      ? EMPTY
      : partitionPoint(0, distinct.length, (place) => (distinct[place] ?? 0) < value);
  }
  return { limit: distinct.length, keys, codes: null };
}

function keysOfNumbers(column: NumericColumn): SortKeys {
  const known = numericKeys.get(column);
  if (known?.version === column.version && known.keys.keys.length === column.values.length) return known.keys;
  const keys = rankNumbers(column.values);
  numericKeys.set(column, { version: column.version, keys });
  return keys;
}

/** Kept until the column changes. */
export function* sortKeySteps(column: Column, type: FieldType, locale: string): Steps<SortKeys> {
  if (column.form === "numeric") return keysOfNumbers(column);
  if (type.storage !== "text") return keysOfChoices(column, type);
  const { ranks, limit } = yield* rankSteps(column, locale);
  return { limit, keys: ranks, codes: column.codes };
}
