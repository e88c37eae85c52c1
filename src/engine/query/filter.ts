/** Which rows a filter tree lets through: as a mask of all rows, and as a test of single ones. */
import {
  type Condition,
  conditionsOf,
  type Field,
  type FieldId,
  type Filter,
} from "../../core/model/index.ts";
import type { CodedColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
import { conditionTest, type FilterContext, type Test } from "./condition.ts";
import { haystackSteps, searchWriter } from "./haystack.ts";
import { judge, type Mask, maskByCode, maskByValue } from "./masks.ts";

export type { FilterContext } from "./condition.ts";

export type FieldsById = ReadonlyMap<FieldId, Field>;

function* verdictSteps(column: CodedColumn, field: Field, test: Exclude<Test, { on: "nothing" | "number" }>) {
  if (test.on === "stored") {
    return judge(column, test.empty, (code) => test.passes(column.dictionary[code - 1] ?? ""));
  }
  const haystack = yield* haystackSteps(column, field.type);
  if (test.contains !== null) return yield* haystack.verdicts(test.contains);
  return judge(column, test.empty, (code) => test.passes(haystack.at(code)));
}

function* conditionSteps(
  table: ColumnTable,
  fields: FieldsById,
  condition: Condition,
  context: FilterContext,
): Steps<Mask> {
  const slots = table.slotCount;
  const column = table.columns.get(condition.field);
  const field = fields.get(condition.field);
  const test = conditionTest(condition, column, field?.type, context);
  if (test.on === "nothing" || column === undefined || field === undefined) {
    return new Uint8Array(slots).fill(test.on === "nothing" && !test.passes ? 0 : 1);
  }
  if (test.on === "number") {
    if (column.form !== "numeric") throw new TypeError("a test of numbers for a text column");
    return maskByValue(column, slots, (value) => (Number.isNaN(value) ? test.empty : test.passes(value)));
  }
  if (column.form !== "coded") throw new TypeError("a test of text for a numeric column");
  return maskByCode(column, slots, yield* verdictSteps(column, field, test));
}

/** Null lets everything through; so does a group without parts. */
export function* filterSteps(
  table: ColumnTable,
  fields: FieldsById,
  filter: Filter | null,
  context: FilterContext,
): Steps<Mask | null> {
  if (filter === null) return null;
  if (!("parts" in filter)) return yield* conditionSteps(table, fields, filter, context);
  let joint: Mask | null = null;
  for (const [index, part] of filter.parts.entries()) {
    const mask: Mask | null = yield* filterSteps(table, fields, part, context);
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

function conditionPasses(
  table: ColumnTable,
  fields: FieldsById,
  condition: Condition,
  context: FilterContext,
): (slot: number) => boolean {
  const column = table.columns.get(condition.field);
  const type = fields.get(condition.field)?.type;
  const test = conditionTest(condition, column, type, context);
  if (test.on === "nothing" || column === undefined || type === undefined) {
    return () => test.on !== "nothing" || test.passes;
  }
  if (column.form === "numeric") {
    return (slot) => {
      const value = column.values[slot] ?? Number.NaN;
      return Number.isNaN(value) ? test.empty : test.on === "number" && test.passes(value);
    };
  }
  const read = test.on === "seen" ? searchWriter(type) : (text: string): string => text;
  return (slot) => {
    const code = column.codes[slot] ?? 0;
    return code === 0
      ? test.empty
      : test.on !== "number" && test.passes(read(column.dictionary[code - 1] ?? ""));
  };
}

/** The same for single rows: reads and judges only those asked for. Null lets everything through. */
export function filterPasses(
  table: ColumnTable,
  fields: FieldsById,
  filter: Filter | null,
  context: FilterContext,
): ((slot: number) => boolean) | null {
  if (filter === null) return null;
  if (!("parts" in filter)) return conditionPasses(table, fields, filter, context);
  const parts = filter.parts.map((part) => filterPasses(table, fields, part, context));
  const tests = parts.filter((part) => part !== null);
  if (tests.length === 0 || (filter.op === "or" && tests.length < parts.length)) return null;
  return filter.op === "and"
    ? (slot) => tests.every((passes) => passes(slot))
    : (slot) => tests.some((passes) => passes(slot));
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
