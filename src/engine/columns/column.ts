/**
 * One column, by slot. Text and choices are dictionary-coded (code 0 is empty), numbers sit in a typed array
 * (NaN is empty). Slots are places in memory; rows find theirs through the table.
 */
import type { Atom, Vector } from "../../core/model/index.ts";
import { TextIndex } from "./textIndex.ts";

export interface CodedColumn {
  readonly form: "coded";
  codes: Uint32Array;
  /** Only grows, so what is cached per code stays true; what nobody uses any more goes at the next opening. */
  readonly dictionary: string[];
  /** Null until a text is looked up: a column that was filled in bulk may never need it. */
  index: TextIndex | null;
}

export interface NumericColumn {
  readonly form: "numeric";
  values: Float64Array;
  /** Grows with every write, so that what was made of the values knows when it is out of date. */
  version: number;
}

export type Column = CodedColumn | NumericColumn;

export function makeColumn(numeric: boolean, capacity: number): Column {
  return numeric
    ? { form: "numeric", values: new Float64Array(capacity).fill(Number.NaN), version: 0 }
    : { form: "coded", codes: new Uint32Array(capacity), dictionary: [], index: null };
}

/** The same cells, to be written to apart. */
export function copyColumn(column: Column): Column {
  return column.form === "numeric"
    ? { form: "numeric", values: column.values.slice(), version: 0 }
    : { form: "coded", codes: column.codes.slice(), dictionary: column.dictionary.slice(), index: null };
}

export function growColumn(column: Column, capacity: number): void {
  if (column.form === "numeric") {
    const values = new Float64Array(capacity).fill(Number.NaN, column.values.length);
    values.set(column.values);
    column.values = values;
  } else {
    const codes = new Uint32Array(capacity);
    codes.set(column.codes);
    column.codes = codes;
  }
}

function codeFor(column: CodedColumn, text: string): number {
  column.index ??= new TextIndex(column.dictionary);
  return column.index.codeOf(text);
}

/** Writes `vector[i]` to `slots[i]`. The forms must agree. */
export function writeVector(column: Column, slots: Uint32Array, vector: Vector): void {
  if (column.form === "numeric") {
    if (vector.form !== "numeric") throw new TypeError("text for a numeric column");
    for (let i = 0; i < slots.length; i++) column.values[slots[i] ?? 0] = vector.values[i] ?? Number.NaN;
    column.version += 1;
    return;
  }
  if (vector.form !== "coded") throw new TypeError("numbers for a text column");
  if (column.dictionary.length === 0) {
    // Nothing to translate to: the vector's own dictionary becomes the column's.
    column.index = null;
    for (const text of vector.dictionary) column.dictionary.push(text);
    for (let i = 0; i < slots.length; i++) column.codes[slots[i] ?? 0] = vector.codes[i] ?? 0;
    return;
  }
  const translate = new Uint32Array(vector.dictionary.length + 1);
  for (let i = 0; i < slots.length; i++) {
    const code = vector.codes[i] ?? 0;
    if (code === 0) {
      column.codes[slots[i] ?? 0] = 0;
      continue;
    }
    let own = translate[code] ?? 0;
    if (own === 0) {
      own = codeFor(column, vector.dictionary[code - 1] ?? "");
      translate[code] = own;
    }
    column.codes[slots[i] ?? 0] = own;
  }
}

export function clearSlots(column: Column, slots: Uint32Array): void {
  if (column.form === "numeric") {
    for (const slot of slots) column.values[slot] = Number.NaN;
    column.version += 1;
  } else {
    for (const slot of slots) column.codes[slot] = 0;
  }
}

/** The cells of `slots`, packed with a dictionary of their own. */
export function readVector(column: Column, slots: Uint32Array): Vector {
  if (column.form === "numeric") {
    const values = new Float64Array(slots.length);
    for (let i = 0; i < slots.length; i++) values[i] = column.values[slots[i] ?? 0] ?? Number.NaN;
    return { form: "numeric", values };
  }
  const dictionary: string[] = [];
  const ownOf = new Map<number, number>();
  const codes = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) {
    const code = column.codes[slots[i] ?? 0] ?? 0;
    if (code === 0) continue;
    let own = ownOf.get(code);
    if (own === undefined) {
      dictionary.push(column.dictionary[code - 1] ?? "");
      own = dictionary.length;
      ownOf.set(code, own);
    }
    codes[i] = own;
  }
  return { form: "coded", dictionary, codes };
}

export function atomOf(column: Column, slot: number): Atom {
  if (column.form === "numeric") {
    const value = column.values[slot];
    return value === undefined || Number.isNaN(value) ? null : value;
  }
  const code = column.codes[slot] ?? 0;
  return code === 0 ? null : (column.dictionary[code - 1] ?? null);
}
