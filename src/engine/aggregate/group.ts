/** Rows grouped by the values of one or more fields: what charts, tiers and subtotals are made of. */
import { type Atom, choicesOf, type Field, type FieldType, type PeriodUnit } from "../../core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { MONDAY, startOf } from "../query/calendar.ts";
import { columnOf, DENSE, filledNumbers, tally } from "./cells.ts";
import { type Measure, measure, type Result } from "./measures.ts";

export interface GroupBy {
  readonly field: Field;
  /** Of days: the period they lie in, which is named by its first day. Weeks begin on Monday. */
  readonly unit?: PeriodUnit;
}

export interface Group {
  /** One for each field grouped by; null: the cell is empty. */
  readonly keys: readonly Atom[];
  /** One for each measure. */
  readonly results: readonly Result[];
}

/** More groups than this are no overview of anything. */
export const MOST_GROUPS = 100_000;

export type Groups =
  | { readonly type: "groups"; readonly groups: readonly Group[] }
  | { readonly type: "tooManyGroups"; readonly limit: number };

/** Keys of some rows as small numbers, and what the numbers stand for: in order, and each is there. */
interface Keyed {
  readonly numbers: Uint32Array;
  readonly atoms: readonly Atom[];
  /** Whose key each is, where rows of several choices have several: places among the rows asked of. */
  readonly rows: Uint32Array | null;
}

/** Keys as they first came, put in the order of `placeOf`. */
function arranged({ numbers, atoms, rows }: Keyed, placeOf: (atom: Atom) => number): Keyed {
  const places = atoms.map(placeOf);
  const order = [...atoms.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = new Uint32Array(atoms.length);
  for (const [place, number] of order.entries()) moved[number] = place;
  for (let i = 0; i < numbers.length; i++) numbers[i] = moved[numbers[i] ?? 0] ?? 0;
  return { numbers, rows, atoms: order.map((number) => atoms[number] ?? null) };
}

/** Choices as the owner ordered them, texts as they first come; empty last. */
export function placing(type: FieldType): (atom: Atom) => number {
  const places = new Map<Atom, number>(choicesOf(type).map((choice, place) => [choice.id, place]));
  return (atom) => (atom === null ? places.size + 1 : (places.get(atom) ?? places.size));
}

/** Null where there are too many. */
function keyCodes({ codes, dictionary }: CodedColumn, type: FieldType, slots: Uint32Array): Keyed | null {
  const atoms: Atom[] = [];
  const numbers = new Uint32Array(slots.length);
  // One above the number of each code; 0 where it has none yet.
  const known = new Uint32Array(dictionary.length + 1);
  for (let i = 0; i < slots.length; i++) {
    const code = codes[slots[i] ?? 0] ?? 0;
    let above = known[code] ?? 0;
    if (above === 0) {
      above = atoms.push(code === 0 ? null : (dictionary[code - 1] ?? null));
      if (above > MOST_GROUPS) return null;
      known[code] = above;
    }
    numbers[i] = above - 1;
  }
  return arranged({ numbers, atoms, rows: null }, placing(type));
}

/** A row of several choices is under each. */
function keyChoices({ codes, dictionary }: CodedColumn, type: FieldType, slots: Uint32Array): Keyed {
  const atoms: Atom[] = [];
  const known = new Map<Atom, number>();
  const numberOf = (atom: Atom): number => {
    const number = known.get(atom) ?? atoms.push(atom) - 1;
    known.set(atom, number);
    return number;
  };
  const listed: (readonly number[])[] = [];
  let length = 0;
  for (let i = 0; i < slots.length; i++) {
    const code = codes[slots[i] ?? 0] ?? 0;
    const list = listed[code] ?? (dictionary[code - 1]?.split(" ") ?? [null]).map(numberOf);
    listed[code] = list;
    length += list.length;
  }
  const numbers = new Uint32Array(length);
  const rows = new Uint32Array(length);
  let at = 0;
  for (let i = 0; i < slots.length; i++) {
    for (const number of listed[codes[slots[i] ?? 0] ?? 0] ?? []) {
      numbers[at] = number;
      rows[at] = i;
      at += 1;
    }
  }
  return arranged({ numbers, atoms, rows }, placing(type));
}

/** Where a number stands among distinct ascending ones that include it. */
function finder(distinct: Float64Array, rows: number): (value: number) => number {
  const low = distinct[0] ?? 0;
  const range = (distinct.at(-1) ?? 0) - low + 1;
  if (range <= DENSE * rows) {
    const places = new Uint32Array(range);
    for (const [place, value] of distinct.entries()) places[value - low] = place;
    return (value) => places[value - low] ?? 0;
  }
  const places = new Map(Array.from(distinct, (value, place) => [value, place]));
  return (value) => places.get(value) ?? 0;
}

/** Null where there are too many. */
function keyNumbers(column: NumericColumn, slots: Uint32Array, unit: PeriodUnit): Keyed | null {
  const filled = filledNumbers(column, slots);
  const { values } = tally(filled);
  // Periods follow one another as their days do, so equal ones are neighbours.
  const atoms: Atom[] = [];
  const numberAt = new Uint32Array(values.length);
  for (const [place, value] of values.entries()) {
    const key = startOf(unit, value, MONDAY);
    if (atoms.at(-1) !== key) atoms.push(key);
    numberAt[place] = atoms.length - 1;
  }
  const empty = atoms.length;
  if (filled.length < slots.length) atoms.push(null);
  if (atoms.length > MOST_GROUPS) return null;
  const place = finder(values, slots.length);
  const numbers = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) {
    const value = column.values[slots[i] ?? 0] ?? Number.NaN;
    numbers[i] = Number.isNaN(value) ? empty : (numberAt[place(value)] ?? 0);
  }
  return { numbers, atoms, rows: null };
}

function keyed(table: ColumnTable, { field, unit }: GroupBy, slots: Uint32Array): Keyed | null {
  const column = columnOf(table, field);
  const { type } = field;
  if (column.form === "numeric") {
    return keyNumbers(column, slots, type.storage === "day" ? (unit ?? "day") : "day");
  }
  return type.storage === "choices" ? keyChoices(column, type, slots) : keyCodes(column, type, slots);
}

/** Rows and which group each is in. */
interface Grouped {
  readonly slots: Uint32Array;
  readonly numbers: Uint32Array;
  readonly keys: readonly (readonly Atom[])[];
}

/** Groups parted further by one more key. Null where there are too many. */
function split(outer: Grouped, { numbers, atoms, rows }: Keyed): Grouped | null {
  const slots = rows === null ? outer.slots : rows.map((row) => outer.slots[row] ?? 0);
  const [only] = outer.keys;
  if (outer.keys.length === 1 && only !== undefined) {
    return { slots, numbers, keys: atoms.map((atom) => [...only, atom]) };
  }
  const pairs = new Float64Array(numbers.length);
  for (let i = 0; i < pairs.length; i++) {
    const group = outer.numbers[rows === null ? i : (rows[i] ?? 0)] ?? 0;
    pairs[i] = group * atoms.length + (numbers[i] ?? 0);
  }
  const { values } = tally(pairs);
  if (values.length > MOST_GROUPS) return null;
  const place = finder(values, pairs.length);
  const inner = new Uint32Array(pairs.length);
  for (let i = 0; i < inner.length; i++) inner[i] = place(pairs[i] ?? 0);
  const keys = Array.from(values, (pair) => {
    const group = Math.floor(pair / atoms.length);
    return [...(outer.keys[group] ?? []), atoms[pair - group * atoms.length] ?? null];
  });
  return { slots, numbers: inner, keys };
}

/** Slots of each group, in the sequence they came in. Method: counting sort. */
function parted({ slots, numbers, keys }: Grouped): readonly Uint32Array[] {
  const ends = new Uint32Array(keys.length + 1);
  for (let i = 0; i < numbers.length; i++) {
    const next = (numbers[i] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let n = 1; n < ends.length; n++) ends[n] = (ends[n] ?? 0) + (ends[n - 1] ?? 0);
  const places = ends.slice();
  const sorted = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) {
    const number = numbers[i] ?? 0;
    const place = places[number] ?? 0;
    places[number] = place + 1;
    sorted[place] = slots[i] ?? 0;
  }
  return keys.map((_, number) => sorted.subarray(ends[number], ends[number + 1]));
}

/**
 * Groups that have rows, ordered by their keys: choices as the owner ordered them, numbers and days ascending, texts
 * as they first come; empty last.
 */
export function group(
  table: ColumnTable,
  slots: Uint32Array,
  by: readonly GroupBy[],
  measures: readonly Measure[],
): Groups {
  let groups: Grouped = { slots, numbers: new Uint32Array(slots.length), keys: [[]] };
  for (const each of by) {
    const keys = keyed(table, each, groups.slots);
    const next = keys === null ? null : split(groups, keys);
    if (next === null) return { type: "tooManyGroups", limit: MOST_GROUPS };
    groups = next;
  }
  const parts = parted(groups);
  return {
    type: "groups",
    groups: groups.keys.map((keys, number) => {
      const own = parts[number] ?? new Uint32Array();
      return { keys, results: measures.map((asked) => measure(table, own, asked)) };
    }),
  };
}
