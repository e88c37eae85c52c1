/** Totals of cells picked with the hand, whatever columns they are in: what the status bar says of a selection. */
import type { Field } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
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

/** Rows of one column counted between two chances to pause. */
const STEP = 1 << 17;

/** Fields and rows that cross: the cells of one rectangle. */
export interface Crossing {
  readonly fields: readonly Field[];
  readonly slots: Uint32Array;
}

class Counting {
  private readonly parts: Part[] = [];
  private cells = 0;
  private filled = 0;
  private numeric = 0;
  private minimum = Number.POSITIVE_INFINITY;
  private maximum = Number.NEGATIVE_INFINITY;

  add(table: ColumnTable, field: Field, slots: Uint32Array): void {
    this.cells += slots.length;
    const column = columnOf(table, field);
    const decimals = summable(field);
    if (column.form !== "numeric" || (decimals === null && field.type.storage !== "day")) {
      this.filled += filledIn(column, slots);
      return;
    }
    const span = spanOf(column, slots);
    this.filled += span.filled;
    if (decimals === null) {
      this.minimum = Math.min(this.minimum, span.minimum);
      this.maximum = Math.max(this.maximum, span.maximum);
    } else if (span.filled > 0) {
      this.numeric += span.filled;
      this.parts.push({ ...span, decimals });
    }
  }

  get totals(): Totals {
    const { cells, filled, numeric, minimum, maximum } = this;
    const numbers = numberTotals(this.parts, numeric);
    return { cells, filled, numeric, numbers, days: minimum <= maximum ? { minimum, maximum } : null };
  }
}

/** Of all cells of the rectangles; a cell in two of them counts twice, as it does in spreadsheets. */
export function* totalsSteps(table: ColumnTable, crossings: readonly Crossing[]): Steps<Totals> {
  const counting = new Counting();
  const total = crossings.reduce((sum, { fields, slots }) => sum + fields.length * slots.length, 0);
  let done = 0;
  for (const { fields, slots } of crossings) {
    for (const field of fields) {
      for (let start = 0; start < slots.length; start += STEP) {
        const part = slots.subarray(start, start + STEP);
        counting.add(table, field, part);
        done += part.length;
        yield { done, total };
      }
    }
  }
  return counting.totals;
}
