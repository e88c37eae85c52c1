/** Which class a rule puts a row into: made once for a state of the sheet, then asked row by row. */
import type { Classifier, ClassMethod, FieldId, ScoreRange, Sheet } from "../../core/model/index.ts";
import { filledNumbers } from "../aggregate/cells.ts";
import { sortWhole } from "../columns/digits.ts";
import type { ColumnTable } from "../columns/table.ts";
import { MONDAY } from "../query/calendar.ts";
import { dependsOn, filterPasses } from "../query/filter.ts";
import { cutByRank, cutByShare, quintiles, scoreOf, sumsFromTop } from "./cuts.ts";

/** The place of the row's class among the rule's; `NO_CLASS` where nothing is known that it could be judged by. */
export type Judge = (slot: number) => number;
export const NO_CLASS = -1;

/** Why a rule cannot be followed. */
export type BrokenRule =
  | { readonly broken: "noField" | "noReason"; readonly field: FieldId }
  /** What it looks at is gone or holds no numbers. */
  | { readonly broken: "noInput"; readonly field: FieldId }
  | { readonly broken: "noClass" };

interface Numbers {
  readonly at: (slot: number) => number;
  readonly ranked: () => Ranked;
}

interface Ranked {
  readonly sorted: Float64Array;
  readonly sums: Float64Array;
}

/** Columns put in order already: whoever tries many limits on one state of a table keeps them, and only cuts. */
export type Sorts = Map<FieldId, Ranked>;

function numbersOf(table: ColumnTable, field: FieldId, sorts: Sorts): Numbers | null {
  const column = table.columns.get(field);
  if (column?.form !== "numeric") return null;
  const { values } = column;
  const ranked = (): Ranked => {
    const known = sorts.get(field);
    if (known !== undefined) return known;
    const sorted = sortWhole(filledNumbers(column, table.order));
    const made = { sorted, sums: sumsFromTop(sorted) };
    sorts.set(field, made);
    return made;
  };
  return { at: (slot) => values[slot] ?? Number.NaN, ranked };
}

/** The first class whose cut the number reaches; else the one behind them. */
function byCuts(at: (slot: number) => number, cuts: readonly number[]): Judge {
  return (slot) => {
    const value = at(slot);
    if (Number.isNaN(value)) return NO_CLASS;
    for (let place = 0; place < cuts.length; place++) if (value >= (cuts[place] ?? 0)) return place;
    return cuts.length;
  };
}

const within = ([low, high]: readonly [number, number], score: number): boolean =>
  score >= low && score <= high;

export interface Scores {
  readonly recency: number;
  readonly frequency: number;
  readonly amount: number;
}

/** Of frequency and amount together. */
export const valueScore = ({ frequency, amount }: Scores): number => Math.ceil((frequency + amount) / 2);

/** Quintile scores of a row; null where nothing of it is known. */
export function makeScores(
  table: ColumnTable,
  method: Extract<ClassMethod, { by: "rfm" }>,
  sorts: Sorts = new Map(),
): ((slot: number) => Scores | null) | null {
  const parts = [method.recency, method.frequency, method.amount].map((field) =>
    numbersOf(table, field, sorts),
  );
  const [recency, frequency, amount] = parts;
  if (!recency || !frequency || !amount) return null;
  const cuts = [recency, frequency, amount].map(({ ranked }) => quintiles(ranked().sorted));
  const score = (at: number, numbers: Numbers, slot: number): number =>
    scoreOf(cuts[at] ?? [], numbers.at(slot));
  return (slot) => {
    if ([recency, frequency, amount].every(({ at }) => Number.isNaN(at(slot)))) return null;
    return {
      recency: score(0, recency, slot),
      frequency: score(1, frequency, slot),
      amount: score(2, amount, slot),
    };
  };
}

function byScores(scores: (slot: number) => Scores | null, ranges: readonly ScoreRange[]): Judge {
  return (slot) => {
    const found = scores(slot);
    if (found === null) return NO_CLASS;
    const value = valueScore(found);
    const place = ranges.findIndex(
      (range) => within(range.recency, found.recency) && within(range.value, value),
    );
    return place < 0 ? ranges.length - 1 : place;
  };
}

function byMatrix(present: Numbers, potential: Numbers, from: readonly [number, number]): Judge {
  return (slot) => {
    const [now, later] = [present.at(slot), potential.at(slot)];
    if (Number.isNaN(now) && Number.isNaN(later)) return NO_CLASS;
    return (now >= from[0] ? 0 : 2) + (later >= from[1] ? 0 : 1);
  };
}

function cutsOf(method: Extract<ClassMethod, { amount: FieldId }>, numbers: Numbers): readonly number[] {
  if (method.by === "amount") return method.from;
  if (method.by === "rfm") return [];
  const { sorted, sums } = numbers.ranked();
  if (method.by === "rank") return method.upTo.map((percent) => cutByRank(sorted, percent));
  return method.upTo.map((percent) => cutByShare(sorted, sums, percent));
}

type Conditions = Extract<ClassMethod, { by: "conditions" }>;
type Test = ((slot: number) => boolean) | null;

/** A test for each class, null of one that all pass. Null: what they look at is not there. */
function testsOf(
  table: ColumnTable,
  sheet: Sheet,
  { filters }: Conditions,
  today: number,
): readonly Test[] | null {
  const fields = new Map(sheet.fields.map((field) => [field.id, field] as const));
  const known = filters.every((filter) => [...dependsOn(filter).fields].every((id) => fields.has(id)));
  if (!known) return null;
  const context = { today, weekStart: MONDAY };
  return filters.map((filter) => filterPasses(table, fields, filter, context));
}

/**
 * Whether a row meets the conditions of several classes, of which the first has it. Null where classes begin where others end,
 * as amounts and scores are read, or where what the rule looks at is not there.
 */
export function makeOverlap(
  table: ColumnTable,
  sheet: Sheet,
  method: ClassMethod,
  today: number,
): ((slot: number) => boolean) | null {
  if (method.by !== "conditions") return null;
  const tests = testsOf(table, sheet, method, today);
  return tests && ((slot) => tests.filter((test) => test === null || test(slot)).length > 1);
}

/** `today`: days since 1970-01-01. Null: what the rule looks at is not there. */
export function makeJudge(
  table: ColumnTable,
  sheet: Sheet,
  { method, classes }: Pick<Classifier, "method" | "classes">,
  today: number,
  sorts: Sorts = new Map(),
): Judge | null {
  switch (method.by) {
    case "amount":
    case "rank":
    case "share": {
      const numbers = numbersOf(table, method.amount, sorts);
      return numbers === null ? null : byCuts(numbers.at, cutsOf(method, numbers));
    }
    case "rfm": {
      const scores = makeScores(table, method, sorts);
      return scores === null ? null : byScores(scores, method.ranges);
    }
    case "matrix": {
      const [present, potential] = [method.present, method.potential].map((field) =>
        numbersOf(table, field, sorts),
      );
      if (!present || !potential) return null;
      return byMatrix(present, potential, [method.presentFrom, method.potentialFrom]);
    }
    case "conditions": {
      const tests = testsOf(table, sheet, method, today);
      if (tests === null) return null;
      return (slot) => {
        const place = tests.findIndex((test) => test === null || test(slot));
        return place >= 0 ? place : classes.length > tests.length ? tests.length : NO_CLASS;
      };
    }
  }
}

/** Whether a row's class hangs on that row alone. */
export function isLocal(method: ClassMethod): boolean {
  switch (method.by) {
    case "amount":
    case "matrix":
      return true;
    case "rank":
    case "share":
    case "rfm":
      return false;
    case "conditions":
      return method.filters.every((filter) => dependsOn(filter).wholeColumns.size === 0);
  }
}
