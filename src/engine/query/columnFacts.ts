/**
 * What rules of colour ask of whole columns: their values in order, and which texts come more than once. Found out in
 * steps and kept until cells of the column change; what is kept per text stays true for good.
 */
import { type Field, type FieldId, normalise } from "../../core/model/index.ts";
import type { CodedColumn, Column, NumericColumn } from "../columns/column.ts";
import { partitionPoint, rangeOf } from "../columns/sorted.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";

/** Values sorted at once, and merged between two chances to pause. */
const RUN = 1 << 15;
/** Texts looked at between two chances to pause. */
const TEXTS_PER_STEP = 1 << 13;

/** Ascending, without what is empty. Runs are sorted and then merged, two by two. */
export function* sortSteps(values: Float64Array): Steps<Float64Array> {
  let from = values.filter((value) => !Number.isNaN(value));
  const total = from.length;
  for (let start = 0; start < total; start += RUN) {
    from.subarray(start, start + RUN).sort();
    yield { done: start, total };
  }
  let to = new Float64Array(total > RUN ? total : 0);
  for (let run = RUN; run < total; run *= 2) {
    for (let start = 0; start < total; start += 2 * run) {
      yield* mergeSteps(from, to, start, Math.min(start + run, total), Math.min(start + 2 * run, total));
    }
    [from, to] = [to, from];
  }
  return from;
}

function* mergeSteps(
  from: Float64Array,
  to: Float64Array,
  start: number,
  middle: number,
  end: number,
): Steps<void> {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at++) {
    const [a, b] = [from[left] ?? 0, from[right] ?? 0];
    const takesLeft = left < middle && (right >= end || a <= b);
    to[at] = takesLeft ? a : b;
    if (takesLeft) left += 1;
    else right += 1;
    if (at % RUN === RUN - 1) yield { done: at, total: from.length };
  }
}

/** Texts that a search takes for the same have one number; by code. */
class Likenesses {
  private readonly numbers = new Map<string, number>();
  readonly of: number[] = [0];

  *followSteps({ dictionary }: CodedColumn, asTyped: boolean): Steps<void> {
    for (let code = this.of.length; code <= dictionary.length; code++) {
      const text = dictionary[code - 1] ?? "";
      const key = asTyped ? text : normalise(text).trim();
      let number = this.numbers.get(key);
      if (number === undefined) {
        number = this.numbers.size + 1;
        this.numbers.set(key, number);
      }
      this.of.push(number);
      if (code % TEXTS_PER_STEP === 0) yield { done: code, total: dictionary.length };
    }
  }

  get count(): number {
    return this.numbers.size;
  }
}

const likenesses = new WeakMap<CodedColumn, Likenesses>();

export type Range = readonly [low: number, high: number];

export class ColumnFacts {
  private readonly orders = new Map<FieldId, Float64Array>();
  private readonly ranges = new Map<FieldId, Range>();
  private readonly repeats = new Map<FieldId, (slot: number) => boolean>();

  /** Of one field, or of all: their cells are others now. */
  forget(field?: FieldId): void {
    for (const facts of [this.orders, this.ranges, this.repeats]) {
      if (field === undefined) facts.clear();
      else facts.delete(field);
    }
  }

  *sortedSteps(field: FieldId, { values }: NumericColumn): Steps<Float64Array> {
    const known = this.orders.get(field);
    if (known !== undefined) return known;
    const sorted = yield* sortSteps(values);
    this.orders.set(field, sorted);
    return sorted;
  }

  /** The first above the second where there is no value. */
  range(field: FieldId, { values }: NumericColumn): Range {
    const known = this.ranges.get(field) ?? rangeOf(values);
    this.ranges.set(field, known);
    return known;
  }

  /** Whether another row holds what the row at a slot holds; an empty cell repeats nothing. */
  *repeatsSteps(field: Field, column: Column, table: ColumnTable): Steps<(slot: number) => boolean> {
    const known = this.repeats.get(field.id);
    if (known !== undefined) return known;
    const repeats =
      column.form === "coded"
        ? yield* repeatedTexts(column, field, table)
        : repeatedNumbers(column, yield* this.sortedSteps(field.id, column));
    this.repeats.set(field.id, repeats);
    return repeats;
  }
}

function repeatedNumbers({ values }: NumericColumn, sorted: Float64Array): (slot: number) => boolean {
  return (slot) => {
    const value = values[slot] ?? Number.NaN;
    const first = partitionPoint(0, sorted.length, (place) => (sorted[place] ?? 0) < value);
    return sorted[first] === value && sorted[first + 1] === value;
  };
}

function* repeatedTexts(
  column: CodedColumn,
  { type }: Field,
  table: ColumnTable,
): Steps<(slot: number) => boolean> {
  yield* column.mergeSteps();
  const alike = likenesses.get(column) ?? new Likenesses();
  likenesses.set(column, alike);
  yield* alike.followSteps(column, type.storage !== "text");
  const cells = new Uint32Array(alike.count + 1);
  const { codes } = column;
  for (const slot of table.order) {
    const number = alike.of[codes[slot] ?? 0] ?? 0;
    cells[number] = (cells[number] ?? 0) + 1;
  }
  return (slot) => {
    const number = alike.of[column.codes[slot] ?? 0] ?? 0;
    return number !== 0 && (cells[number] ?? 0) > 1;
  };
}
