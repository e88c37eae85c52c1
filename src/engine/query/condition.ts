/** What one condition asks of a cell, as a test of its value: judged once per distinct text, and per number. */
import {
  type Atom,
  type Comparison,
  type Condition,
  type FieldType,
  type ListOp,
  normalise,
  type Period,
  type TextOp,
} from "../../core/model/index.ts";
import type { Column } from "../columns/column.ts";
import { floorDivide } from "../columns/sum.ts";
import { anniversaryTest, windowOf } from "./calendar.ts";
import type { Facts, Sum } from "./facts.ts";
import { numberText } from "./masks.ts";

export type Test =
  /** The same for every row. */
  | { readonly on: "nothing"; readonly passes: boolean }
  /** The text as a search sees it, without spaces around it: of a coded column, or a number as it is written. */
  | {
      readonly on: "seen";
      readonly empty: boolean;
      readonly passes: (seen: string) => boolean;
      /** Where containing this is all that is asked: joined texts are searched faster than single ones. */
      readonly contains: string | null;
    }
  /** Of a coded column, the text as it is stored. */
  | { readonly on: "stored"; readonly empty: boolean; readonly passes: (stored: string) => boolean }
  | { readonly on: "number"; readonly empty: boolean; readonly passes: (value: number) => boolean };

const ALWAYS: Test = { on: "nothing", passes: true };
const NEVER: Test = { on: "nothing", passes: false };

const ofNumber = (passes: (value: number) => boolean): Test => ({ on: "number", empty: false, passes });

function textTest(op: TextOp, sought: string): (text: string) => boolean {
  switch (op) {
    case "contains":
      return (text) => text.includes(sought);
    case "notContains":
      return (text) => !text.includes(sought);
    case "startsWith":
      return (text) => text.startsWith(sought);
    case "endsWith":
      return (text) => text.endsWith(sought);
    case "is":
      return (text) => text === sought;
    case "isNot":
      return (text) => text !== sought;
  }
}

function testText(op: TextOp, text: string, column: Column, type: FieldType): Test {
  const sought = normalise(text).trim();
  const passes = textTest(op, sought);
  const empty = passes("");
  // A flag has no text: it counts as empty.
  if (column.form === "numeric" && numberText(type) === null) return { on: "nothing", passes: empty };
  return { on: "seen", empty, passes, contains: op === "contains" && sought !== "" ? sought : null };
}

/** How a cell of one value is judged. */
function ofOne(op: ListOp, wanted: ReadonlySet<Atom>): (atom: Atom) => boolean {
  switch (op) {
    case "oneOf":
      return (atom) => wanted.has(atom);
    case "noneOf":
      return (atom) => !wanted.has(atom);
    case "allOf":
      return (atom) => wanted.size === 0 || (wanted.size === 1 && wanted.has(atom));
  }
}

function ofSeveral(op: ListOp, wanted: ReadonlySet<Atom>): (atoms: readonly Atom[]) => boolean {
  switch (op) {
    case "oneOf":
      return (atoms) => atoms.some((atom) => wanted.has(atom));
    case "noneOf":
      return (atoms) => !atoms.some((atom) => wanted.has(atom));
    case "allOf":
      return (atoms) => {
        const there = new Set(atoms);
        return [...wanted].every((atom) => there.has(atom));
      };
  }
}

function testList(op: ListOp, atoms: readonly Atom[], column: Column, type: FieldType): Test {
  const wanted = new Set(atoms);
  const passes = ofOne(op, wanted);
  const empty = passes(null);
  if (column.form === "numeric") return { on: "number", empty, passes };
  if (type.storage !== "choices") return { on: "stored", empty, passes };
  const passesAll = ofSeveral(op, wanted);
  return { on: "stored", empty, passes: (stored) => passesAll(stored.split(" ")) };
}

function comparison(op: Comparison, than: number): Test {
  switch (op) {
    case "equal":
      return ofNumber((value) => value === than);
    case "notEqual":
      return { on: "number", empty: true, passes: (value) => value !== than };
    case "less":
      return ofNumber((value) => value < than);
    case "lessOrEqual":
      return ofNumber((value) => value <= than);
    case "greater":
      return ofNumber((value) => value > than);
    case "greaterOrEqual":
      return ofNumber((value) => value >= than);
  }
}

function testRank({ op, count, unit }: Extract<Condition, { count: number }>, sorted: Float64Array): Test {
  // As Excel counts: a share is rounded down, and is never none.
  const wanted = unit === "rows" ? count : Math.max(1, Math.floor((sorted.length * count) / 100));
  if (count === 0 || sorted.length === 0) return NEVER;
  if (wanted >= sorted.length) return ofNumber(() => true);
  if (op === "top") {
    const least = sorted[sorted.length - wanted] ?? 0;
    return ofNumber((value) => value >= least);
  }
  const most = sorted[wanted - 1] ?? 0;
  return ofNumber((value) => value <= most);
}

/** Whole numbers lie above an average exactly when they lie above it rounded down, and below it rounded up. */
function testAverage(op: "aboveAverage" | "belowAverage", { total, count }: Sum): Test {
  if (count === 0) return NEVER;
  if (op === "aboveAverage") {
    const floor = Number(floorDivide(total, BigInt(count)));
    return ofNumber((value) => value > floor);
  }
  const ceiling = Number(-floorDivide(-total, BigInt(count)));
  return ofNumber((value) => value < ceiling);
}

type NumberCondition = Exclude<
  Condition,
  { readonly text: string } | { readonly atoms: readonly Atom[] } | { readonly op: "empty" | "notEmpty" }
>;

/** Conditions on numbers and days; asked of text, they let nothing through. */
function testNumber(condition: NumberCondition, column: Column, type: FieldType, facts: Facts): Test {
  if (column.form !== "numeric") return NEVER;
  switch (condition.op) {
    case "equal":
    case "notEqual":
    case "less":
    case "lessOrEqual":
    case "greater":
    case "greaterOrEqual":
      return comparison(condition.op, condition.value);
    case "between": {
      const low = condition.low ?? Number.NEGATIVE_INFINITY;
      const high = condition.high ?? Number.POSITIVE_INFINITY;
      return ofNumber((value) => value >= low && value <= high);
    }
    case "top":
    case "bottom":
      return testRank(condition, facts.sorted(column));
    case "aboveAverage":
    case "belowAverage":
      return testAverage(condition.op, facts.sum(column));
    case "within":
    case "anniversary":
      return type.storage === "day" ? testPeriod(condition, facts) : NEVER;
  }
}

function testPeriod({ op, period }: Extract<Condition, { period: Period }>, { context }: Facts): Test {
  const [first, last] = windowOf(period, context.today, context.weekStart);
  return ofNumber(
    op === "within" ? (value) => value >= first && value <= last : anniversaryTest(first, last),
  );
}

function testOf(condition: Condition, column: Column, type: FieldType, facts: Facts): Test {
  switch (condition.op) {
    case "empty":
    case "notEmpty": {
      const empty = condition.op === "empty";
      const passes = (): boolean => !empty;
      return column.form === "numeric" ? { on: "number", empty, passes } : { on: "stored", empty, passes };
    }
    case "contains":
    case "notContains":
    case "startsWith":
    case "endsWith":
    case "is":
    case "isNot":
      return testText(condition.op, condition.text, column, type);
    case "oneOf":
    case "allOf":
    case "noneOf":
      return testList(condition.op, condition.atoms, column, type);
    case "equal":
    case "notEqual":
    case "less":
    case "lessOrEqual":
    case "greater":
    case "greaterOrEqual":
    case "between":
    case "top":
    case "bottom":
    case "aboveAverage":
    case "belowAverage":
    case "within":
    case "anniversary":
      return testNumber(condition, column, type, facts);
  }
}

/** A condition on a field that is no longer there lets everything through. */
export function conditionTest(
  condition: Condition,
  column: Column | undefined,
  type: FieldType | undefined,
  facts: Facts,
): Test {
  return column === undefined || type === undefined ? ALWAYS : testOf(condition, column, type, facts);
}
