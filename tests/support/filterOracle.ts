/** The naive truth about filters: one row at a time, by the plainest means; and filters to try it with. */
import fc from "fast-check";
import {
  type Atom,
  COMPARISONS,
  type Condition,
  choicesOf,
  type Field,
  type Filter,
  LIST_OPS,
  normalise,
  PERIOD_UNITS,
  type Period,
  TEXT_OPS,
} from "../../src/core/model/index.ts";
import type { FilterContext } from "../../src/engine/query/filter.ts";
import { dayText, integerText } from "../../src/engine/query/text.ts";
import { atomArb } from "./states.ts";

export type Row = readonly Atom[];

/** 2024-10-07, a Monday. */
export const TODAY = 20_003;
const CONTEXT: FilterContext = { today: TODAY, weekStart: 1 };

export function textOf(field: Field, atom: Atom): string {
  if (atom === null) return "";
  switch (field.type.storage) {
    case "text":
      return String(atom);
    case "integer":
      return integerText(Number(atom), field.type.decimals);
    case "day":
      return dayText(Number(atom));
    case "flag":
      return "";
    case "choice":
    case "choices": {
      const labels = new Map<string, string>(
        choicesOf(field.type).map((choice) => [choice.id, choice.label]),
      );
      return String(atom)
        .split(" ")
        .map((id) => labels.get(id) ?? "")
        .join(", ");
    }
  }
}

const iso = (day: number): readonly number[] => dayText(day).split("-").map(Number);
/** 1970-01-04 was a Sunday. */
const weekOf = (day: number, weekStart: number): number => Math.floor((day - 3 - weekStart) / 7);

function inPeriod(day: number, { unit, from, to }: Period, { today, weekStart }: FilterContext): boolean {
  const [year = 0, month = 0] = iso(day);
  const [thisYear = 0, thisMonth = 0] = iso(today);
  const distances = {
    day: day - today,
    week: weekOf(day, weekStart) - weekOf(today, weekStart),
    month: year * 12 + month - (thisYear * 12 + thisMonth),
    quarter: year * 4 + Math.ceil(month / 3) - (thisYear * 4 + Math.ceil(thisMonth / 3)),
    year: year - thisYear,
  };
  return distances[unit] >= from && distances[unit] <= to;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Of periods within some years of today. */
function hasAnniversaryIn(day: number, period: Period, context: FilterContext): boolean {
  const [, month, date] = iso(day);
  const reach = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }[period.unit];
  const { today } = context;
  for (let each = today + (period.from - 1) * reach; each <= today + (period.to + 1) * reach; each++) {
    if (!inPeriod(each, period, context)) continue;
    const [year = 0, m, d] = iso(each);
    const leapling = month === 2 && date === 29 && !isLeap(year) && m === 2 && d === 28;
    if (leapling || (m === month && d === date)) return true;
  }
  return false;
}

function compares(op: (typeof COMPARISONS)[number], a: number, b: number): boolean {
  return {
    equal: a === b,
    notEqual: a !== b,
    less: a < b,
    lessOrEqual: a <= b,
    greater: a > b,
    greaterOrEqual: a >= b,
  }[op];
}

/** How many values of the column are larger, or smaller, decides the rank. */
function ranks(
  condition: Extract<Condition, { count: number }>,
  atom: number,
  values: readonly number[],
): boolean {
  const { op, count, unit } = condition;
  const ahead = values.filter((value) => (op === "top" ? value > atom : value < atom)).length;
  const wanted = unit === "rows" ? count : Math.max(1, Math.floor((values.length * count) / 100));
  return count > 0 && ahead < wanted;
}

function holdsOfNumber(
  condition: Condition,
  atom: number,
  values: readonly number[],
  isDay: boolean,
  context: FilterContext,
): boolean {
  switch (condition.op) {
    case "between":
      return atom >= (condition.low ?? -Infinity) && atom <= (condition.high ?? Infinity);
    case "top":
    case "bottom":
      return ranks(condition, atom, values);
    case "aboveAverage":
    case "belowAverage": {
      const sum = values.reduce((total, value) => total + BigInt(value), 0n);
      const own = BigInt(atom) * BigInt(values.length);
      return condition.op === "aboveAverage" ? own > sum : own < sum;
    }
    case "within":
      return isDay && inPeriod(atom, condition.period, context);
    case "anniversary":
      return isDay && hasAnniversaryIn(atom, condition.period, context);
    default:
      return "value" in condition && compares(condition.op, atom, condition.value);
  }
}

function holdsOfText(condition: Extract<Condition, { text: string }>, field: Field, atom: Atom): boolean {
  const text = normalise(textOf(field, atom)).trim();
  const sought = normalise(condition.text).trim();
  return {
    contains: text.includes(sought),
    notContains: !text.includes(sought),
    startsWith: text.startsWith(sought),
    endsWith: text.endsWith(sought),
    is: text === sought,
    isNot: text !== sought,
  }[condition.op];
}

/** `column`: the field's atoms in all rows. */
function holds(
  condition: Condition,
  field: Field,
  atom: Atom,
  column: readonly Atom[],
  context: FilterContext,
): boolean {
  if (condition.op === "empty") return atom === null;
  if (condition.op === "notEmpty") return atom !== null;
  if ("text" in condition) return holdsOfText(condition, field, atom);
  if ("atoms" in condition) {
    const { atoms } = condition;
    const own = field.type.storage === "choices" && atom !== null ? String(atom).split(" ") : [atom];
    if (condition.op === "allOf") return atoms.every((each) => own.includes(each));
    return own.some((each) => atoms.includes(each)) === (condition.op === "oneOf");
  }
  if (condition.op === "notEqual" && atom === null)
    return ["integer", "day", "flag"].includes(field.type.storage);
  if (typeof atom !== "number") return false;
  return holdsOfNumber(
    condition,
    atom,
    column.filter((each) => typeof each === "number"),
    field.type.storage === "day",
    context,
  );
}

export function passes(
  filter: Filter | null,
  fields: readonly Field[],
  row: Row,
  rows: readonly Row[],
  context = CONTEXT,
): boolean {
  if (filter === null) return true;
  if (!("parts" in filter)) {
    const index = fields.findIndex((field) => field.id === filter.field);
    const field = fields[index];
    if (field === undefined) return true;
    const column = rows.map((each) => each[index] ?? null);
    return holds(filter, field, row[index] ?? null, column, context);
  }
  if (filter.parts.length === 0) return true;
  return filter.op === "and"
    ? filter.parts.every((part) => passes(part, fields, row, rows, context))
    : filter.parts.some((part) => passes(part, fields, row, rows, context));
}

const periodArb: fc.Arbitrary<Period> = fc
  .record({
    unit: fc.constantFrom(...PERIOD_UNITS),
    from: fc.integer({ min: -3, max: 3 }),
    length: fc.nat(3),
  })
  .map(({ unit, from, length }) => ({ unit, from, to: from + length }));

export function conditionArb(fields: readonly Field[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...fields).chain((field) => {
    const id = fc.constant(field.id);
    const bound: fc.Arbitrary<number> = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: 20_000, max: 20_005 }),
    );
    const kinds: readonly fc.Arbitrary<Condition>[] = [
      fc.record({ op: fc.constantFrom("empty" as const, "notEmpty" as const), field: id }),
      fc.record({
        op: fc.constantFrom(...TEXT_OPS),
        field: id,
        text: fc.constantFrom("", "a", "K1", "王", "0", "ZETA", " A b ", "伟"),
      }),
      fc.record({
        op: fc.constantFrom(...LIST_OPS),
        field: id,
        atoms: fc
          .array(atomArb(field.type), { maxLength: 3 })
          .map((atoms): Atom[] =>
            atoms.flatMap((atom): Atom[] => (typeof atom === "string" ? atom.split(" ") : [atom])),
          ),
      }),
      fc.record({ op: fc.constantFrom(...COMPARISONS), field: id, value: bound }),
      fc.record({
        op: fc.constant("between" as const),
        field: id,
        low: fc.option(bound, { nil: null }),
        high: fc.option(bound, { nil: null }),
      }),
      fc.record({
        op: fc.constantFrom("top" as const, "bottom" as const),
        field: id,
        count: fc.constantFrom(0, 1, 2, 5, 10, 50, 100, 1000),
        unit: fc.constantFrom("rows" as const, "percent" as const),
      }),
      fc.record({ op: fc.constantFrom("aboveAverage" as const, "belowAverage" as const), field: id }),
      fc.record({
        op: fc.constantFrom("within" as const, "anniversary" as const),
        field: id,
        period: periodArb,
      }),
    ];
    return fc.oneof(...kinds);
  });
}

export function filterArb(fields: readonly Field[]): fc.Arbitrary<Filter | null> {
  const { tree } = fc.letrec<{ tree: Filter; group: Filter }>((tie) => ({
    tree: fc.oneof({ maxDepth: 3 }, conditionArb(fields), tie("group")),
    group: fc.record({
      op: fc.constantFrom("and" as const, "or" as const),
      parts: fc.array(tie("tree"), { maxLength: 3 }),
    }),
  }));
  return fc.option(tree);
}
