/** Rows grouped by a field and measured: what most charts are. Few groups are shown; what is beyond them is one more. */
import {
  type Atom,
  type ChartMeasure,
  choicesOf,
  type Field,
  hasOrder,
  type PeriodUnit,
} from "../../core/model/index.ts";
import { filledNumbers } from "../aggregate/cells.ts";
import { type Exact, quotient } from "../aggregate/exact.ts";
import { group } from "../aggregate/group.ts";
import { type Measure, measure, type Result } from "../aggregate/measures.ts";
import { MONDAY, startOf } from "../query/calendar.ts";
import type { ChartAnswer, ChartGroup, Moves, Range } from "./answer.ts";
import { type ChartGround, fieldIn, numbersIn } from "./ground.ts";

export interface GroupsRecipe {
  readonly by: string;
  readonly unit?: PeriodUnit;
  readonly measure: ChartMeasure;
  readonly of?: string;
  readonly most: number;
}

/** More periods than these are a grey field. */
export const MOST_PERIODS = 400;
/** As many values of a number as are shown each for itself; more are put into ranges. */
const MOST_NUMBERS = 12;

/** What a group is made of, so that several can be taken together. */
interface Part {
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

const measuresOf = (of: Field | null): readonly Measure[] =>
  of === null
    ? [{ type: "count" }]
    : [
        { type: "count" },
        { type: "filled", field: of },
        { type: "sum", field: of },
        { type: "minimum", field: of },
        { type: "maximum", field: of },
      ];

function partOf(atom: Atom, range: Range | null, results: readonly Result[]): Part {
  const [rows, filled, sum, least, greatest] = results;
  return {
    atom,
    range,
    rows: numberOf(rows),
    filled: numberOf(filled),
    sum: amountIn(sum) ?? 0n,
    least: amountIn(least),
    greatest: amountIn(greatest),
  };
}

const lesser = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;
const greater = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? (a ?? b) : a > b ? a : b;

function together(parts: readonly Part[]): Part {
  let all: Part = { atom: null, range: null, ...EMPTY_PART };
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

function measured(part: Part, what: ChartMeasure, decimals: number): Exact | null {
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

const EMPTY_PART: Omit<Part, "atom" | "range"> = { rows: 0, filled: 0, sum: 0n, least: null, greatest: null };

/** With the periods between them that no row lies in. Null where there would be too many. */
function everyPeriod(parts: readonly Part[], unit: PeriodUnit): readonly Part[] | null {
  const byStart = new Map(parts.map((part) => [part.atom, part] as const));
  const days = parts.flatMap(({ atom }) => (typeof atom === "number" ? [atom] : []));
  const [first, last] = [days[0], days.at(-1)];
  const all: Part[] = [];
  for (let low = first; low !== undefined && last !== undefined && low <= last; ) {
    if (all.length === MOST_PERIODS) return null;
    const next = startOf(unit, low, MONDAY, 1);
    const known = byStart.get(low) ?? { atom: low, ...EMPTY_PART };
    all.push({ ...known, range: { low, high: next - 1 } });
    low = next;
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

/** By ranges of one width. */
function byRanges(
  { table }: Pick<ChartGround, "table">,
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
    const range = key === null ? null : { low: key, high: key + width - 1 };
    return partOf(
      key,
      range,
      measures.map((asked) => measure(table, own, asked)),
    );
  };
  const keys = [...lists.keys()].filter((key) => key !== null).sort((a, b) => a - b);
  const [first, last] = [keys[0], keys.at(-1)];
  const all: Part[] = [];
  for (let low = first; low !== undefined && last !== undefined && low <= last; low += width)
    all.push(part(low));
  return lists.has(null) ? [...all, part(null)] : all;
}

/** How groups are cut: the same for the day that is compared with. */
interface Cut {
  readonly unit: PeriodUnit | null;
  /** Of ranges of numbers; null: each value for itself. */
  readonly width: number | null;
}

/** Null where there are too many to be told apart. */
function partsOf(
  ground: Pick<ChartGround, "table">,
  by: Field,
  of: Field | null,
  slots: Uint32Array,
  { unit, width }: Cut,
): readonly Part[] | null {
  const measures = measuresOf(of);
  if (width !== null) return byRanges(ground, by, slots, width, measures);
  const found = group(ground.table, slots, [unit === null ? { field: by } : { field: by, unit }], measures);
  if (found.type !== "groups") return null;
  const number = by.type.storage === "integer";
  const parts = found.groups.map(({ keys, results }) => {
    const atom = keys[0] ?? null;
    return partOf(atom, number && typeof atom === "number" ? { low: atom, high: atom } : null, results);
  });
  if (unit !== null) return everyPeriod(parts, unit);
  if (!hasOrder(by.type)) return parts;
  const known = new Map(parts.map((part) => [part.atom, part] as const));
  const unused = choicesOf(by.type).filter(({ id }) => !known.has(id));
  if (unused.length === 0) return parts;
  const choices = choicesOf(by.type).map(
    ({ id }): Part => known.get(id) ?? { atom: id, range: null, ...EMPTY_PART },
  );
  return [...choices, ...parts.filter(({ atom }) => !choices.some((choice) => choice.atom === atom))];
}

function cutFor(ground: ChartGround, by: Field, slots: Uint32Array, unit: PeriodUnit | undefined): Cut {
  if (by.type.storage === "day") return { unit: unit ?? "month", width: null };
  if (by.type.storage !== "integer") return { unit: null, width: null };
  const numbers = filledNumbers(numbersIn(ground.table, by), slots);
  const range = rangeOf(numbers);
  const few = new Set<number>();
  for (const number of numbers) if (few.size <= MOST_NUMBERS) few.add(number);
  return { unit: null, width: few.size > MOST_NUMBERS ? widthOf(range) : null };
}

/** The greatest first, of equal ones as they came; who has no value last. */
function byValue(what: ChartMeasure, decimals: number): (a: Part, b: Part) => number {
  return (a, b) => {
    const [one, other] = [measured(a, what, decimals), measured(b, what, decimals)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return one.value < other.value ? 1 : one.value > other.value ? -1 : 0;
  };
}

function movesOf({ table, earlier }: ChartGround, by: Field, slots: Uint32Array): Moves | null {
  const then = earlier?.table;
  if (then?.columns.get(by.id)?.form !== "coded" || by.type.storage !== "choice") return null;
  const places = new Map<Atom, number>(choicesOf(by.type).map(({ id }, place) => [id, place]));
  let [up, down] = [0, 0];
  for (const slot of slots) {
    const old = then.slotOf(table.idOf(slot));
    if (old === null) continue;
    const place = (atom: Atom): number => places.get(atom) ?? places.size;
    const [was, is] = [place(then.atom(by.id, old)), place(table.atom(by.id, slot))];
    if (is < was) up += 1;
    if (is > was) down += 1;
  }
  return { up, down };
}

/** By the group that each was in; of one that is beyond those shown too. */
function beforeOf(
  { earlier }: ChartGround,
  by: Field,
  of: Field | null,
  cut: Cut,
): ReadonlyMap<Atom, Part> | null {
  if (earlier === null) return null;
  const known = (field: Field): boolean =>
    earlier.sheet.fields.some(({ id, type }) => id === field.id && type.storage === field.type.storage);
  if (!known(by) || (of !== null && !known(of))) return null;
  const parts = partsOf(earlier, by, of, earlier.slots([by]), cut);
  return parts === null ? null : new Map(parts.map((part) => [part.atom, part] as const));
}

export function groupsChart(ground: ChartGround, recipe: GroupsRecipe): ChartAnswer {
  const by = fieldIn(ground.sheet, recipe.by);
  const of = recipe.of === undefined || recipe.measure === "count" ? null : fieldIn(ground.sheet, recipe.of);
  const what = of === null ? "count" : recipe.measure;
  const decimals = of?.type.storage === "integer" ? of.type.decimals : 0;
  const slots = ground.slots([by]);
  if (slots.length === 0) return { type: "noRows", total: ground.table.rowCount };
  const cut = cutFor(ground, by, slots, recipe.unit);
  const parts = partsOf(ground, by, of, slots, cut);
  if (parts === null) return { type: "tooMany", field: by, unit: cut.unit };
  if (of !== null && parts.every(({ filled }) => filled === 0)) return { type: "noValues", field: of };
  const ordered = by.type.storage === "day" || by.type.storage === "integer" || hasOrder(by.type);
  const ranked = ordered && parts.length <= recipe.most ? parts : parts.toSorted(byValue(what, decimals));
  const most = cut.unit !== null || by.type.storage === "integer" ? parts.length : recipe.most;
  const listed = cut.unit !== null || by.type.storage === "integer" ? parts : ranked;
  const beyond = listed.slice(most);
  const before = beforeOf(ground, by, of, cut);
  const groups = listed.slice(0, most).map((part): ChartGroup => {
    const then = before?.get(part.atom) ?? { atom: part.atom, range: null, ...EMPTY_PART };
    return {
      atom: part.atom,
      range: part.range,
      rows: part.rows,
      value: measured(part, what, decimals),
      before: before === null ? null : measured(then, what, decimals),
    };
  });
  const rest = together(beyond);
  // A row of several choices is in several groups, and counts once in the whole.
  const whole = what === "count" || what === "sum" ? wholeOf(ground, slots, of) : null;
  return {
    type: "groups",
    by,
    of,
    unit: cut.unit,
    rows: slots.length,
    whole,
    groups,
    others:
      beyond.length === 0
        ? null
        : { groups: beyond.length, rows: rest.rows, value: measured(rest, what, decimals) },
    moves: movesOf(ground, by, slots),
  };
}

function wholeOf({ table }: ChartGround, slots: Uint32Array, of: Field | null): Exact {
  if (of === null) return { value: BigInt(slots.length), decimals: 0 };
  const result = measure(table, slots, { type: "sum", field: of });
  return (result.type === "amount" ? result.amount : null) ?? { value: 0n, decimals: 0 };
}
