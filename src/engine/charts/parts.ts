/** What groups are made of before they are measured: which rows go together, and how periods and ranges are cut. */
import {
  type Atom,
  type ChartMeasure,
  choicesOf,
  type Field,
  hasOrder,
  type PeriodUnit,
} from "../../core/model/index.ts";
import { groupByCode } from "../aggregate/byCode.ts";
import { columnOf, filledNumbers } from "../aggregate/cells.ts";
import { type Exact, quotient } from "../aggregate/exact.ts";
import { group } from "../aggregate/group.ts";
import { type Measure, measure, type Result } from "../aggregate/measures.ts";
import type { ColumnTable } from "../columns/table.ts";
import { MONDAY, startOf } from "../query/calendar.ts";
import type { Range } from "./answer.ts";
import { type ChartGround, numbersIn } from "./ground.ts";

/** More periods, or ranges, than these are a grey field. */
const MOST_PERIODS = 400;
/** As many values of a number as are shown each for itself; more are put into ranges. */
const MOST_NUMBERS = 12;

/** What a group is made of, as far as it is measured, so that several can be taken together. */
export interface Part {
  readonly atom: Atom;
  readonly range: Range | null;
  readonly rows: number;
  readonly filled: number;
  readonly sum: bigint;
  readonly least: bigint | null;
  readonly greatest: bigint | null;
}

const numberOf = (result: Result | undefined): number => (result?.type === "count" ? result.count : 0);
const amountIn = (result: Result | undefined): bigint | null =>
  result?.type === "amount" ? (result.amount?.value ?? null) : null;

/** Each measure of a column is a way through all of its rows: only what is told is measured. */
function measuresOf(of: Field | null, what: ChartMeasure): readonly Measure[] {
  if (of === null || what === "count") return [{ type: "count" }];
  const type = what === "average" ? "sum" : what;
  return [{ type: "count" }, { type: "filled", field: of }, { type, field: of }];
}

function partOf(
  atom: Atom,
  range: Range | null,
  measures: readonly Measure[],
  results: readonly Result[],
): Part {
  const found = (type: Measure["type"]): Result | undefined =>
    results[measures.findIndex((measured) => measured.type === type)];
  return {
    atom,
    range,
    rows: numberOf(found("count")),
    filled: numberOf(found("filled")),
    sum: amountIn(found("sum")) ?? 0n,
    least: amountIn(found("minimum")),
    greatest: amountIn(found("maximum")),
  };
}

const lesser = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;
const greater = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? (a ?? b) : a > b ? a : b;

export function together(parts: readonly Part[]): Part {
  let all: Part = { atom: null, range: null, ...NO_ROWS };
  for (const part of parts) {
    all = {
      atom: null,
      range: null,
      rows: all.rows + part.rows,
      filled: all.filled + part.filled,
      sum: all.sum + part.sum,
      least: lesser(all.least, part.least),
      greatest: greater(all.greatest, part.greatest),
    };
  }
  return all;
}

export function measured(part: Part, what: ChartMeasure, decimals: number): Exact | null {
  switch (what) {
    case "count":
      return { value: BigInt(part.rows), decimals: 0 };
    case "sum":
      return { value: part.sum, decimals };
    case "average":
      return part.filled === 0 ? null : quotient(part.sum, BigInt(part.filled), decimals);
    case "minimum":
      return part.least === null ? null : { value: part.least, decimals };
    case "maximum":
      return part.greatest === null ? null : { value: part.greatest, decimals };
  }
}

export const NO_ROWS: Omit<Part, "atom" | "range"> = {
  rows: 0,
  filled: 0,
  sum: 0n,
  least: null,
  greatest: null,
};

/**
 * With those between them that no row lies in, from the first to the last, or further as `reach` says. Null where there would
 * be too many.
 */
function everyRange(
  parts: readonly Part[],
  reach: Range | null,
  next: (low: number) => number,
): readonly Part[] | null {
  const byStart = new Map(parts.map((part) => [part.atom, part] as const));
  const starts = parts.flatMap(({ atom }) => (typeof atom === "number" ? [atom] : []));
  const first = Math.min(starts[0] ?? Number.POSITIVE_INFINITY, reach?.low ?? Number.POSITIVE_INFINITY);
  const last = Math.max(starts.at(-1) ?? Number.NEGATIVE_INFINITY, reach?.high ?? Number.NEGATIVE_INFINITY);
  const all: Part[] = [];
  for (let low = first; low <= last; low = next(low)) {
    if (all.length === MOST_PERIODS) return null;
    const known = byStart.get(low) ?? { atom: low, ...NO_ROWS };
    all.push({ ...known, range: { low, high: next(low) - 1 } });
  }
  const empty = byStart.get(null);
  return empty === undefined ? all : [...all, empty];
}

/** A width that reads well, 1, 2 or 5 times a power of ten, of which `MOST_NUMBERS` reach over the range. */
function widthOf({ low, high }: Range): number {
  const least = (high - low + 1) / MOST_NUMBERS;
  let power = 1;
  while (power * 10 <= least) power *= 10;
  return Math.max(1, [1, 2, 5, 10].map((step) => step * power).find((width) => width >= least) ?? 1);
}

function rangeOf(numbers: Float64Array): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return { low, high };
}

/** By ranges of one width, ascending; those that hold no row are left out. */
function byRanges(
  table: ColumnTable,
  by: Field,
  slots: Uint32Array,
  width: number,
  measures: readonly Measure[],
): readonly Part[] {
  const { values } = numbersIn(table, by);
  const lists = new Map<number | null, number[]>();
  for (const slot of slots) {
    const value = values[slot] ?? Number.NaN;
    const key = Number.isNaN(value) ? null : Math.floor(value / width) * width;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [slot]);
    else list.push(slot);
  }
  const part = (key: number | null): Part => {
    const own = Uint32Array.from(lists.get(key) ?? []);
    const results = measures.map((asked) => measure(table, own, asked));
    return partOf(key, null, measures, results);
  };
  const starts = [...lists.keys()].filter((key) => key !== null).sort((a, b) => a - b);
  return [...starts, ...(lists.has(null) ? [null] : [])].map(part);
}

/** How groups are cut: the same for the day that is compared with. */
export interface Cut {
  readonly unit: PeriodUnit | null;
  /** Of ranges of numbers; null: each value for itself. */
  readonly width: number | null;
}

/** Null where it takes more than counting and adding up of texts or single choices. */
function byCodes(
  table: ColumnTable,
  by: Field,
  of: Field | null,
  what: ChartMeasure,
  slots: Uint32Array,
): readonly Part[] | null {
  const column = columnOf(table, by);
  if (column.form !== "coded" || by.type.storage === "choices") return null;
  if (what === "minimum" || what === "maximum") return null;
  const found = groupByCode(column, by, of && numbersIn(table, of), slots);
  return found?.map((each): Part => ({ ...NO_ROWS, ...each, range: null })) ?? null;
}

/** Null where there are too many. */
function byKeys(
  table: ColumnTable,
  by: Field,
  slots: Uint32Array,
  unit: PeriodUnit | null,
  measures: readonly Measure[],
): readonly Part[] | null {
  const found = group(table, slots, [unit === null ? { field: by } : { field: by, unit }], measures);
  if (found.type !== "groups") return null;
  const number = by.type.storage === "integer";
  return found.groups.map(({ keys, results }) => {
    const atom = keys[0] ?? null;
    const range = number && typeof atom === "number" ? { low: atom, high: atom } : null;
    return partOf(atom, range, measures, results);
  });
}

/**
 * In the order of their values where those have one. Periods and ranges reach at least from the one that begins at
 * `reach.low` to the one at `reach.high`. Null where there are too many to be told apart.
 */
export function partsOf(
  { table }: ChartGround,
  by: Field,
  of: Field | null,
  what: ChartMeasure,
  slots: Uint32Array,
  { unit, width }: Cut,
  reach: Range | null,
): readonly Part[] | null {
  const measures = measuresOf(of, what);
  if (width !== null)
    return everyRange(byRanges(table, by, slots, width, measures), reach, (low) => low + width);
  const parts = byCodes(table, by, of, what, slots) ?? byKeys(table, by, slots, unit, measures);
  if (parts === null) return null;
  if (unit !== null) return everyRange(parts, reach, (low) => startOf(unit, low, MONDAY, 1));
  if (!hasOrder(by.type)) return parts;
  const known = new Map(parts.map((part) => [part.atom, part] as const));
  const unused = choicesOf(by.type).filter(({ id }) => !known.has(id));
  if (unused.length === 0) return parts;
  const choices = choicesOf(by.type).map(
    ({ id }): Part => known.get(id) ?? { atom: id, range: null, ...NO_ROWS },
  );
  return [...choices, ...parts.filter(({ atom }) => !choices.some((choice) => choice.atom === atom))];
}

export function cutFor(
  { table }: ChartGround,
  by: Field,
  slots: Uint32Array,
  unit: PeriodUnit | undefined,
): Cut {
  if (by.type.storage === "day") return { unit: unit ?? "month", width: null };
  if (by.type.storage !== "integer") return { unit: null, width: null };
  const numbers = filledNumbers(numbersIn(table, by), slots);
  const range = rangeOf(numbers);
  const few = new Set<number>();
  for (const number of numbers) if (few.size <= MOST_NUMBERS) few.add(number);
  return { unit: null, width: few.size > MOST_NUMBERS ? widthOf(range) : null };
}
