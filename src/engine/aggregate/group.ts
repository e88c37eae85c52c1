/** Rows grouped by one or two fields: what charts, tiers and subtotals are made of. */
import type { Atom, Field, FieldId } from "../../core/model/index.ts";
import type { CodedColumn, Column, NumericColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { monthsStart, weekStartOf } from "../query/calendar.ts";

/** Days may be grouped by the period they lie in, which is then named by its first day. */
export type Grain = "value" | "week" | "month" | "quarter" | "year";

export interface GroupBy {
  readonly field: FieldId;
  readonly grain: Grain;
}

export interface Group {
  /** One for each field grouped by; null: the cell is empty. */
  readonly keys: readonly Atom[];
  readonly slots: Uint32Array;
}

/** More groups than this are no overview of anything. */
export const MOST_GROUPS = 100_000;

export type Groups =
  | { readonly type: "groups"; readonly groups: readonly Group[] }
  | { readonly type: "tooMany"; readonly limit: number };

/** Each row's key as a small number, and what the numbers stand for. A row of several choices is in several groups. */
interface Keyed {
  readonly slots: Uint32Array;
  readonly numbers: Uint32Array;
  readonly atoms: readonly Atom[];
}

/** Numbers keys in the order in which they first come. */
class Numbering {
  readonly atoms: Atom[] = [];
  private readonly known = new Map<Atom, number>();

  of(atom: Atom): number {
    let number = this.known.get(atom);
    if (number === undefined) {
      number = this.atoms.push(atom) - 1;
      this.known.set(atom, number);
    }
    return number;
  }
}

function keyCodes(column: CodedColumn, slots: Uint32Array): Keyed {
  const numbering = new Numbering();
  const numberOf = new Uint32Array(column.dictionary.length + 1);
  const numbers = Uint32Array.from(slots, (slot) => {
    const code = column.codes[slot] ?? 0;
    if (numberOf[code] === 0) {
      numberOf[code] = numbering.of(code === 0 ? null : (column.dictionary[code - 1] ?? null)) + 1;
    }
    return (numberOf[code] ?? 1) - 1;
  });
  return { slots, numbers, atoms: numbering.atoms };
}

function keyChoices(column: CodedColumn, slots: Uint32Array): Keyed {
  const numbering = new Numbering();
  const listed = column.dictionary.map((ids) => ids.split(" "));
  const rows: number[] = [];
  const numbers: number[] = [];
  for (const slot of slots) {
    for (const atom of listed[(column.codes[slot] ?? 0) - 1] ?? [null]) {
      rows.push(slot);
      numbers.push(numbering.of(atom));
    }
  }
  return { slots: Uint32Array.from(rows), numbers: Uint32Array.from(numbers), atoms: numbering.atoms };
}

const MONDAY = 1;

function startOf(grain: Grain): (day: number) => number {
  switch (grain) {
    case "value":
      return (day) => day;
    case "week":
      return (day) => weekStartOf(day, MONDAY);
    case "month":
      return (day) => monthsStart(day, 1);
    case "quarter":
      return (day) => monthsStart(day, 3);
    case "year":
      return (day) => monthsStart(day, 12);
  }
}

function keyNumbers(column: NumericColumn, slots: Uint32Array, grain: Grain): Keyed {
  const numbering = new Numbering();
  const start = startOf(grain);
  const known = new Map<number, number>();
  const numbers = Uint32Array.from(slots, (slot) => {
    const value = column.values[slot] ?? Number.NaN;
    let number = known.get(value);
    if (number === undefined) {
      number = numbering.of(Number.isNaN(value) ? null : start(value));
      known.set(value, number);
    }
    return number;
  });
  return { slots, numbers, atoms: numbering.atoms };
}

function keyed(column: Column, field: Field, slots: Uint32Array, grain: Grain): Keyed {
  if (column.form === "numeric") {
    return keyNumbers(column, slots, field.type.storage === "day" ? grain : "value");
  }
  return field.type.storage === "choices" ? keyChoices(column, slots) : keyCodes(column, slots);
}

/** Slots of each number, in the sequence they came in. Method: counting sort. */
function parted({ slots, numbers, atoms }: Keyed): readonly Uint32Array[] {
  const ends = new Uint32Array(atoms.length + 1);
  for (const number of numbers) ends[number + 1] = (ends[number + 1] ?? 0) + 1;
  for (let n = 1; n <= atoms.length; n++) ends[n] = (ends[n] ?? 0) + (ends[n - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i++) {
    const number = numbers[i] ?? 0;
    const place = starts[number] ?? 0;
    starts[number] = place + 1;
    sorted[place] = slots[i] ?? 0;
  }
  return atoms.map((_, number) => sorted.subarray(ends[number], ends[number + 1]));
}

function groupOnce(table: ColumnTable, field: Field, slots: Uint32Array, grain: Grain): readonly Group[] {
  const column = table.columns.get(field.id);
  if (column === undefined) return [];
  const keys = keyed(column, field, slots, grain);
  if (keys.atoms.length > MOST_GROUPS) return [];
  return parted(keys).map((own, number) => ({ keys: [keys.atoms[number] ?? null], slots: own }));
}

/** Groups in the order in which their keys first come; `by` are one or two of `fields`. */
export function groupSlots(
  table: ColumnTable,
  fields: readonly Field[],
  slots: Uint32Array,
  by: readonly GroupBy[],
): Groups {
  const tooMany: Groups = { type: "tooMany", limit: MOST_GROUPS };
  let groups: readonly Group[] = [{ keys: [], slots }];
  for (const { field: id, grain } of by) {
    const field = fields.find((each) => each.id === id);
    if (field === undefined) continue;
    const next: Group[] = [];
    for (const { keys, slots: own } of groups) {
      const inner = groupOnce(table, field, own, grain);
      if (inner.length === 0 && own.length > 0) return tooMany;
      for (const group of inner) next.push({ keys: [...keys, ...group.keys], slots: group.slots });
      if (next.length > MOST_GROUPS) return tooMany;
    }
    groups = next;
  }
  return { type: "groups", groups };
}
