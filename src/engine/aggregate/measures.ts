/** What can be said of some rows: how many, how different, how much. */
import type { Field } from "../../core/model/index.ts";
import type { CodedColumn, Column } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { columnOf, countCodes, filledNumbers, present, spanOf, tally } from "./cells.ts";
import { type Exact, quotient } from "./exact.ts";
import { MEDIAN, quantileOf, type Share } from "./quantile.ts";

export type Measure =
  /** Rows. */
  | { readonly type: "count" }
  /** Cells that are filled or empty; distinct values, of several choices each choice. */
  | { readonly type: "filled" | "empty" | "distinct"; readonly field: Field }
  /** Of numbers and amounts. */
  | { readonly type: "sum" | "average"; readonly field: Field }
  /** Of days too, as day numbers. */
  | { readonly type: "minimum" | "maximum" | "median"; readonly field: Field }
  | { readonly type: "quantile"; readonly field: Field; readonly share: Share };

export type Result =
  | { readonly type: "count"; readonly count: number }
  /** Null where no cell is filled; a sum is then 0. Averages and quantiles have two digits more than their field. */
  | { readonly type: "amount"; readonly amount: Exact | null }
  /** The measure does not exist of such a field: text has no sum. */
  | { readonly type: "unfit" };

const UNFIT: Result = { type: "unfit" };

const counted = (count: number): Result => ({ type: "count", count });
const amount = (value: Exact | null): Result => ({ type: "amount", amount: value });

export function filledIn(column: Column, slots: Uint32Array): number {
  let filled = 0;
  if (column.form === "numeric") {
    const { values } = column;
    for (let i = 0; i < slots.length; i++)
      if (!Number.isNaN(values[slots[i] ?? 0] ?? Number.NaN)) filled += 1;
  } else {
    const { codes } = column;
    for (let i = 0; i < slots.length; i++) if ((codes[slots[i] ?? 0] ?? 0) !== 0) filled += 1;
  }
  return filled;
}

/** Codes of the filled cells, each once. */
function codesIn(column: CodedColumn, slots: Uint32Array): Uint32Array {
  if (slots.length >= column.dictionary.length / 8) {
    const counts = countCodes(column, slots);
    counts[0] = 0;
    return present(counts);
  }
  // A few rows are not worth a table as long as the dictionary.
  const few = new Set<number>();
  for (const slot of slots) few.add(column.codes[slot] ?? 0);
  few.delete(0);
  return Uint32Array.from(few);
}

function distinctIn(column: Column, { type }: Field, slots: Uint32Array): number {
  if (column.form === "numeric") return tally(filledNumbers(column, slots)).values.length;
  const codes = codesIn(column, slots);
  if (type.storage !== "choices") return codes.length;
  const ids = new Set<string>();
  for (const code of codes) for (const id of (column.dictionary[code - 1] ?? "").split(" ")) ids.add(id);
  return ids.size;
}

/** Digits behind the point of a field that can be added up; null for others. */
export function summable({ type }: Field): number | null {
  return type.storage === "integer" ? type.decimals : null;
}

/** The same for what has a least and a greatest: days too. */
function ordered({ type }: Field): number | null {
  return type.storage === "integer" ? type.decimals : type.storage === "day" ? 0 : null;
}

function quantileIn(table: ColumnTable, field: Field, slots: Uint32Array, share: Share): Result {
  const column = columnOf(table, field);
  const decimals = ordered(field);
  if (decimals === null || column.form !== "numeric") return UNFIT;
  return amount(quantileOf(filledNumbers(column, slots), share, decimals));
}

function spanResult(
  table: ColumnTable,
  field: Field,
  slots: Uint32Array,
  what: "sum" | "average" | "minimum" | "maximum",
): Result {
  const column = columnOf(table, field);
  const adds = what === "sum" || what === "average";
  const decimals = adds ? summable(field) : ordered(field);
  if (decimals === null || column.form !== "numeric") return UNFIT;
  const span = spanOf(column, slots);
  if (what === "sum") return amount({ value: span.sum, decimals });
  if (span.filled === 0) return amount(null);
  if (what === "average") return amount(quotient(span.sum, BigInt(span.filled), decimals));
  return amount({ value: BigInt(span[what]), decimals });
}

/** Of the rows in `slots`; a slot that is there twice counts twice. */
export function measure(table: ColumnTable, slots: Uint32Array, asked: Measure): Result {
  switch (asked.type) {
    case "count":
      return counted(slots.length);
    case "filled":
      return counted(filledIn(columnOf(table, asked.field), slots));
    case "empty":
      return counted(slots.length - filledIn(columnOf(table, asked.field), slots));
    case "distinct":
      return counted(distinctIn(columnOf(table, asked.field), asked.field, slots));
    case "sum":
    case "average":
    case "minimum":
    case "maximum":
      return spanResult(table, asked.field, slots, asked.type);
    case "median":
      return quantileIn(table, asked.field, slots, MEDIAN);
    case "quantile":
      return quantileIn(table, asked.field, slots, asked.share);
  }
}
