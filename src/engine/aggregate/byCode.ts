/** Rows grouped by a column of texts or single choices, counted and added up in passes as bare as can be: what most charts are made of. */
import type { Atom, Field } from "../../core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../columns/column.ts";
import { ExactSum } from "../columns/sum.ts";
import { MOST_GROUPS, placing } from "./group.ts";

export interface CodeGroup {
  readonly atom: Atom;
  readonly rows: number;
  /** Of the cells that are added up; 0 where none are. */
  readonly filled: number;
  readonly sum: bigint;
}

interface Keyed {
  readonly atoms: readonly Atom[];
  /** By code: one above the number of its group; 0 where no row has it. */
  readonly known: Uint32Array;
  /** By group. */
  readonly rows: readonly number[];
}

/** Numbered as they first come. Null where there are too many. */
function keyed({ codes, dictionary }: CodedColumn, slots: Uint32Array): Keyed | null {
  const known = new Uint32Array(dictionary.length + 1);
  const counts = new Uint32Array(dictionary.length + 1);
  const first: number[] = [];
  for (let i = 0; i < slots.length; i++) {
    const code = codes[slots[i] ?? 0] ?? 0;
    const count = counts[code] ?? 0;
    counts[code] = count + 1;
    if (count > 0) continue;
    known[code] = first.push(code);
    if (first.length > MOST_GROUPS) return null;
  }
  const atoms = first.map((code) => (code === 0 ? null : (dictionary[code - 1] ?? null)));
  return { atoms, known, rows: first.map((code) => counts[code] ?? 0) };
}

/** By group: how many cells are filled, and what they come to. */
interface Sums {
  readonly filled: Uint32Array;
  readonly totals: readonly bigint[];
}

/** Any size of numbers, one by one. */
function exactSums(
  { codes }: CodedColumn,
  { atoms, known }: Keyed,
  values: Float64Array,
  slots: Uint32Array,
) {
  const sums = atoms.map(() => new ExactSum());
  for (const slot of slots) {
    const value = values[slot] ?? Number.NaN;
    if (!Number.isNaN(value)) sums[(known[codes[slot] ?? 0] ?? 0) - 1]?.add(value);
  }
  return sums.map(({ total }) => total);
}

function sumsOf(column: CodedColumn, keys: Keyed, { values }: NumericColumn, slots: Uint32Array): Sums {
  const { codes } = column;
  const { known, atoms } = keys;
  // Groups are counted from one here.
  const filled = new Uint32Array(atoms.length + 1);
  const sums = new Float64Array(atoms.length + 1);
  let greatest = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const value = values[slot] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const group = known[codes[slot] ?? 0] ?? 0;
    filled[group] = (filled[group] ?? 0) + 1;
    sums[group] = (sums[group] ?? 0) + value;
    if (value > greatest) greatest = value;
    else if (-value > greatest) greatest = -value;
  }
  // A double adds whole numbers up exactly as long as no sum can leave its safe ones.
  const safe = greatest * slots.length <= Number.MAX_SAFE_INTEGER;
  const totals = safe ? Array.from(sums.subarray(1), BigInt) : exactSums(column, keys, values, slots);
  return { filled: filled.subarray(1), totals };
}

/** Ordered as `group` orders them. Null where there are too many. */
export function groupByCode(
  column: CodedColumn,
  { type }: Field,
  of: NumericColumn | null,
  slots: Uint32Array,
): readonly CodeGroup[] | null {
  const keys = keyed(column, slots);
  if (keys === null) return null;
  const sums = of && sumsOf(column, keys, of, slots);
  const groups = keys.atoms.map((atom, group) => ({
    atom,
    rows: keys.rows[group] ?? 0,
    filled: sums?.filled[group] ?? 0,
    sum: sums?.totals[group] ?? 0n,
  }));
  const place = placing(type);
  return groups.sort((a, b) => place(a.atom) - place(b.atom));
}
