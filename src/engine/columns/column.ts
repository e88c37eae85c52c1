/**
 * One column, by slot: text and choices are dictionary-coded, numbers sit in a typed array (NaN is empty). Slots are
 * places in memory; rows find theirs through the table.
 */
import type { Atom, Vector } from "../../core/model/index.ts";
import { CodedColumn } from "./coded.ts";
import { isEvery } from "./slots.ts";

export type { CodedColumn } from "./coded.ts";

export interface NumericColumn {
  readonly form: "numeric";
  values: Float64Array;
  /** They are those of a vector, until something is written. */
  lent: boolean;
  /** Grows with every write, so that what was made of the values knows when it is out of date. */
  version: number;
}

export type Column = CodedColumn | NumericColumn;

export function makeColumn(numeric: boolean, capacity: number): Column {
  return numeric
    ? { form: "numeric", values: new Float64Array(capacity).fill(Number.NaN), lent: false, version: 0 }
    : new CodedColumn(capacity);
}

/** The same cells, to be written to apart. */
export function copyColumn(column: Column): Column {
  return column.form === "numeric"
    ? { form: "numeric", values: column.values.slice(), lent: false, version: 0 }
    : column.copy();
}

export function growColumn(column: Column, capacity: number): void {
  if (column.form === "coded") {
    column.grow(capacity);
    return;
  }
  const values = new Float64Array(capacity).fill(Number.NaN, column.values.length);
  values.set(column.values);
  column.values = values;
  column.lent = false;
}

/** To be written to: from now on there is a new version of it. */
function ownValues(column: NumericColumn): Float64Array {
  if (column.lent) column.values = column.values.slice();
  column.lent = false;
  column.version += 1;
  return column.values;
}

/** Writes `vector[i]` to `slots[i]`. The forms must agree. Vectors do not change: one that the column consists of then is not copied yet. */
export function writeVector(column: Column, slots: Uint32Array, vector: Vector): void {
  if (column.form === "coded") {
    if (vector.form !== "coded") throw new TypeError("numbers for a text column");
    column.write(slots, vector);
    return;
  }
  if (vector.form !== "numeric") throw new TypeError("text for a numeric column");
  if (vector.values.length === slots.length && isEvery(slots, column.values.length)) {
    column.values = vector.values;
    column.lent = true;
    column.version += 1;
    return;
  }
  const values = ownValues(column);
  for (let i = 0; i < slots.length; i++) values[slots[i] ?? 0] = vector.values[i] ?? Number.NaN;
}

export function clearSlots(column: Column, slots: Uint32Array): void {
  if (column.form === "coded") {
    column.clear(slots);
    return;
  }
  const values = ownValues(column);
  for (const slot of slots) values[slot] = Number.NaN;
}

/** The cells of `slots`, packed. */
export function readVector(column: Column, slots: Uint32Array): Vector {
  if (column.form === "coded") return column.read(slots);
  const values = new Float64Array(slots.length);
  for (let i = 0; i < slots.length; i++) values[i] = column.values[slots[i] ?? 0] ?? Number.NaN;
  return { form: "numeric", values };
}

export function atomOf(column: Column, slot: number): Atom {
  if (column.form === "coded") return column.text(slot);
  const value = column.values[slot];
  return value === undefined || Number.isNaN(value) ? null : value;
}
