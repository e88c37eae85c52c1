/** Totals of cells picked with the hand, whatever columns they are in: what the status bar says of a selection. */
import type { Field } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { type Exact, quotient } from "./exact.ts";
import { extremesOf, filledIn, sumOf } from "./measures.ts";

export interface Totals {
  readonly cells: number;
  readonly filled: number;
  /** Cells that hold a number or an amount. */
  readonly numbers: number;
  /** Null where there are no numbers. Of columns with different decimals, at the largest of them. */
  readonly sum: Exact | null;
  readonly average: Exact | null;
  readonly minimum: Exact | null;
  readonly maximum: Exact | null;
}

interface Part {
  readonly decimals: number;
  readonly filled: number;
  readonly sum: bigint;
  readonly minimum: bigint;
  readonly maximum: bigint;
}

function partOf(table: ColumnTable, { id, type }: Field, slots: Uint32Array): Part | null {
  const column = table.columns.get(id);
  if (type.storage !== "integer" || column?.form !== "numeric") return null;
  const extremes = extremesOf(column, slots);
  if (extremes === null) return null;
  const minimum = BigInt(extremes.minimum);
  const maximum = BigInt(extremes.maximum);
  return { decimals: type.decimals, ...sumOf(column, slots), minimum, maximum };
}

export function totalsOf(table: ColumnTable, fields: readonly Field[], slots: Uint32Array): Totals {
  const columns = fields.flatMap((field) => table.columns.get(field.id) ?? []);
  const cells = fields.length * slots.length;
  const filled = columns.reduce((sum, column) => sum + filledIn(column, slots), 0);
  const parts = fields.map((field) => partOf(table, field, slots)).filter((part) => part !== null);
  const decimals = parts.reduce((most, part) => Math.max(most, part.decimals), 0);
  const scaled = (part: Part, value: bigint): bigint => value * 10n ** BigInt(decimals - part.decimals);
  const numbers = parts.reduce((sum, part) => sum + part.filled, 0);
  if (numbers === 0) {
    return { cells, filled, numbers, sum: null, average: null, minimum: null, maximum: null };
  }
  const sum = parts.reduce((total, part) => total + scaled(part, part.sum), 0n);
  const least = parts.map((part) => scaled(part, part.minimum)).reduce((a, b) => (a < b ? a : b));
  const most = parts.map((part) => scaled(part, part.maximum)).reduce((a, b) => (a > b ? a : b));
  return {
    cells,
    filled,
    numbers,
    sum: { value: sum, decimals },
    average: quotient(sum, BigInt(numbers), decimals),
    minimum: { value: least, decimals },
    maximum: { value: most, decimals },
  };
}
