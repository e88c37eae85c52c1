/** Which rows a filter tree lets through: as a mask of all rows, and as a test of single ones. */
import {
  type Condition,
  conditionsOf,
  type Field,
  type FieldId,
  type Filter,
} from "../../core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
import { conditionTest, type Test } from "./condition.ts";
import { Facts, type FilterContext } from "./facts.ts";
import { conditionHaystack, conditionWriter } from "./haystack.ts";
import { judge, type Mask, maskByCode, maskBySlot, maskByValue, numberReader } from "./masks.ts";

export type { FilterContext } from "./facts.ts";

export type FieldsById = ReadonlyMap<FieldId, Field>;

/** The tests that look at a cell. */
type CellTest = Exclude<Test, { on: "nothing" }>;

function* codedSteps(column: CodedColumn, field: Field, test: CellTest, facts: Facts): Steps<Uint8Array> {
  switch (test.on) {
    case "stored":
      return judge(column, test.empty, (code) => test.passes(column.dictionary[code - 1] ?? ""));
    case "seen": {
      if (test.contains !== null) {
        const haystack = yield* conditionHaystack(column, field.type);
        return yield* haystack.verdicts(test.contains);
      }
      const read = yield* facts.reader(column, field);
      return judge(column, test.empty, (code) => test.passes(read(code)));
    }
    case "number":
      throw new TypeError("a test of numbers for a text column");
  }
}

function* numericSteps(
  column: NumericColumn,
  field: Field,
  test: CellTest,
  facts: Facts,
  slots: number,
): Steps<Mask> {
  switch (test.on) {
    case "number":
      return maskByValue(column, slots, (value) => (Number.isNaN(value) ? test.empty : test.passes(value)));
    case "seen": {
      const read = yield* facts.reader(column, field);
      // An empty cell reads as "", and is judged like one.
      return maskBySlot(slots, (slot) => test.passes(read(slot)));
    }
    case "stored":
      throw new TypeError("a test of text for a numeric column");
  }
}

function* conditionSteps(
  table: ColumnTable,
  fields: FieldsById,
  condition: Condition,
  facts: Facts,
): Steps<Mask> {
  const slots = table.slotCount;
  const column = table.columns.get(condition.field);
  const field = fields.get(condition.field);
  const test = conditionTest(condition, column, field?.type, facts);
  if (test.on === "nothing" || column === undefined || field === undefined) {
    return new Uint8Array(slots).fill(test.on === "nothing" && !test.passes ? 0 : 1);
  }
  return column.form === "numeric"
    ? yield* numericSteps(column, field, test, facts, slots)
    : maskByCode(column, slots, yield* codedSteps(column, field, test, facts));
}

function* treeSteps(
  table: ColumnTable,
  fields: FieldsById,
  filter: Filter,
  facts: Facts,
): Steps<Mask | null> {
  if (!("parts" in filter)) return yield* conditionSteps(table, fields, filter, facts);
  let joint: Mask | null = null;
  for (const [index, part] of filter.parts.entries()) {
    const mask: Mask | null = yield* treeSteps(table, fields, part, facts);
    if (mask === null) {
      if (filter.op === "or") return null;
      continue;
    }
    if (joint === null) joint = mask;
    else if (filter.op === "and")
      for (let i = 0; i < mask.length; i++) joint[i] = (joint[i] ?? 0) & (mask[i] ?? 0);
    else for (let i = 0; i < mask.length; i++) joint[i] = (joint[i] ?? 0) | (mask[i] ?? 0);
    yield { done: index + 1, total: filter.parts.length };
  }
  return joint;
}

/** Null lets everything through; so does a group without parts. */
export function* filterSteps(
  table: ColumnTable,
  fields: FieldsById,
  filter: Filter | null,
  context: FilterContext,
): Steps<Mask | null> {
  return filter === null ? null : yield* treeSteps(table, fields, filter, new Facts(filter, context));
}

/** Null for an empty cell of a coded column. */
function textReader(column: CodedColumn | NumericColumn, type: Field["type"], test: CellTest) {
  if (column.form === "coded") {
    const write = test.on === "seen" ? conditionWriter(type) : null;
    return (slot: number): string | null => {
      const code = column.codes[slot] ?? 0;
      if (code === 0) return null;
      const stored = column.dictionary[code - 1] ?? "";
      return write === null ? stored : write(stored).trim();
    };
  }
  // An empty cell reads as "", and is judged like one.
  return numberReader(column, type);
}

/** A test of single rows by one condition; what it needs of whole columns, `facts` find out. */
export function conditionPasses(
  table: ColumnTable,
  fields: FieldsById,
  condition: Condition,
  facts: Facts,
): (slot: number) => boolean {
  const column = table.columns.get(condition.field);
  const type = fields.get(condition.field)?.type;
  const test = conditionTest(condition, column, type, facts);
  if (test.on === "nothing" || column === undefined || type === undefined) {
    return () => test.on !== "nothing" || test.passes;
  }
  if (test.on === "number") {
    if (column.form !== "numeric") throw new TypeError("a test of numbers for a text column");
    return (slot) => {
      const value = column.values[slot] ?? Number.NaN;
      return Number.isNaN(value) ? test.empty : test.passes(value);
    };
  }
  const read = textReader(column, type, test);
  return (slot) => {
    const text = read(slot);
    return text === null ? test.empty : test.passes(text);
  };
}

function treePasses(
  table: ColumnTable,
  fields: FieldsById,
  filter: Filter,
  facts: Facts,
): ((slot: number) => boolean) | null {
  if (!("parts" in filter)) return conditionPasses(table, fields, filter, facts);
  const parts = filter.parts.map((part) => treePasses(table, fields, part, facts));
  const tests = parts.filter((part) => part !== null);
  if (tests.length === 0 || (filter.op === "or" && tests.length < parts.length)) return null;
  return filter.op === "and"
    ? (slot) => tests.every((passes) => passes(slot))
    : (slot) => tests.some((passes) => passes(slot));
}

/** The same for single rows: reads and judges only those asked for. Null lets everything through. */
export function filterPasses(
  table: ColumnTable,
  fields: FieldsById,
  filter: Filter | null,
  context: FilterContext,
): ((slot: number) => boolean) | null {
  return filter === null ? null : treePasses(table, fields, filter, new Facts(filter, context));
}

const OF_WHOLE_COLUMNS: ReadonlySet<Condition["op"]> = new Set([
  "top",
  "bottom",
  "aboveAverage",
  "belowAverage",
]);

/** The fields a filter looks at; in `wholeColumns` those whose other rows decide about a row, too. */
export function dependsOn(filter: Filter | null): {
  readonly fields: ReadonlySet<FieldId>;
  readonly wholeColumns: ReadonlySet<FieldId>;
} {
  const conditions = conditionsOf(filter);
  return {
    fields: new Set(conditions.map(({ field }) => field)),
    wholeColumns: new Set(conditions.filter(({ op }) => OF_WHOLE_COLUMNS.has(op)).map(({ field }) => field)),
  };
}
