/** Totals of cells picked with the hand, whatever columns they are in: what the status bar says of a selection. */
import type { Field } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { columnOf, type Span, spanOf } from "./cells.ts";
import { type Exact, quotient } from "./exact.ts";
import { filledIn, summable } from "./measures.ts";

export interface NumberTotals {
  /** Of columns with different decimals all are at the largest of them, exactly. */
  readonly sum: Exact;
  /** Two digits more, rounded half away from zero. */
  readonly average: Exact;
  readonly minimum: Exact;
  readonly maximum: Exact;
}

export interface Totals {
  readonly cells: number;
  readonly filled: number;
  /** Cells that hold a number or an amount. */
  readonly numeric: number;
  /** Null where there are none. */
  readonly numbers: NumberTotals | null;
  /** First and last day, as day numbers; null where no cell holds a day. */
  readonly days: { readonly minimum: number; readonly maximum: number } | null;
}

interface Part extends Span {
  readonly decimals: number;
}

function numberTotals(parts: readonly Part[], numeric: number): NumberTotals | null {
  const [first] = parts;
  if (first === undefined) return null;
  const decimals = parts.reduce((most, part) => Math.max(most, part.decimals), 0);
  const scaled = (part: Part, value: bigint): bigint => value * 10n ** BigInt(decimals - part.decimals);
  let sum = 0n;
  let minimum = scaled(first, BigInt(first.minimum));
  let maximum = scaled(first, BigInt(first.maximum));
  for (const part of parts) {
    sum += scaled(part, part.sum);
    const [least, most] = [scaled(part, BigInt(part.minimum)), scaled(part, BigInt(part.maximum))];
    if (least < minimum) minimum = least;
    if (most > maximum) maximum = most;
  }
  return {
    sum: { value: sum, decimals },
    average: quotient(sum, BigInt(numeric), decimals),
    minimum: { value: minimum, decimals },
    maximum: { value: maximum, decimals },
  };
}

/** Of the cells where `fields` and the rows in `slots` cross. */
export function rangeTotals(table: ColumnTable, fields: readonly Field[], slots: Uint32Array): Totals {
  const parts: Part[] = [];
  let [filled, numeric] = [0, 0];
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const field of fields) {
    const column = columnOf(table, field);
    const decimals = summable(field);
    if (column.form !== "numeric" || (decimals === null && field.type.storage !== "day")) {
      filled += filledIn(column, slots);
      continue;
    }
    const span = spanOf(column, slots);
    filled += span.filled;
    if (decimals === null) {
      minimum = Math.min(minimum, span.minimum);
      maximum = Math.max(maximum, span.maximum);
    } else if (span.filled > 0) {
      numeric += span.filled;
      parts.push({ ...span, decimals });
    }
  }
  return {
    cells: fields.length * slots.length,
    filled,
    numeric,
    numbers: numberTotals(parts, numeric),
    days: minimum <= maximum ? { minimum, maximum } : null,
  };
}
