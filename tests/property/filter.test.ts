/**
 * Filters against the naive oracle, on the cells and days where they could go astray: leap days, ends of quarters,
 * weeks that begin anywhere, ties, and several conditions that read the same column.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "../../src/core/change/index.ts";
import {
  type Atom,
  type Condition,
  type Field,
  type FieldType,
  type Filter,
  isNumeric,
  packAtoms,
  sheetId,
} from "../../src/core/model/index.ts";
import { dependsOn, filterPasses, filterSteps } from "../../src/engine/query/filter.ts";
import { runNow } from "../../src/engine/steps.ts";
import { conditionArb, filterArb, passes, type Row } from "../support/filterOracle.ts";
import { check } from "../support/property.ts";
import { atomArb, baseWorkbook, engineState, TYPES } from "../support/states.ts";

/** Around the leap days and turns of 1900, 1972, 2000, 2023 and 2024, and anywhere. */
const EDGES = [-25_567, -25_508, 0, 788, 789, 10_956, 11_015, 19_358, 19_416, 19_417, 19_722, 19_781, 19_782];
const dayArb: fc.Arbitrary<number> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...EDGES), fc.integer({ min: -9, max: 9 })).map(([a, b]) => a + b),
  },
  fc.integer({ min: -30_000, max: 30_000 }),
);

const cellArb = (type: FieldType, days: fc.Arbitrary<number>): fc.Arbitrary<Atom> =>
  type.storage === "day" ? fc.option(days, { freq: 9 }) : atomArb(type);

function tableOf(rows: readonly Row[]) {
  const workbook = baseWorkbook();
  const state = engineState(workbook);
  const [sheet] = workbook.sheets;
  const table = state.tables.get(sheetId("s1"));
  if (sheet === undefined || table === undefined) throw new Error("the base has one sheet");
  const columns = new Map(
    sheet.fields.map((field, index) => {
      const atoms = rows.map((row) => row[index] ?? null);
      return [field.id, packAtoms(isNumeric(field.type), atoms)] as const;
    }),
  );
  const ids = Uint32Array.from(rows.keys(), (index) => index + 1);
  if (rows.length > 0)
    applyChange(state, { ops: [{ op: "insertRows", sheet: sheet.id, blocks: [{ at: 0, ids, columns }] }] });
  return { table, fields: sheet.fields };
}

const rowsArb = (today: number): fc.Arbitrary<readonly Row[]> => {
  const days = fc.oneof(dayArb, fc.integer({ min: today - 40, max: today + 40 }));
  return fc.array(fc.tuple<Atom[]>(...TYPES.map((type) => cellArb(type, days))), { maxLength: 16 });
};

/** Many conditions on few columns, so that what they share is shared. */
const wideArb = (fields: readonly Field[]): fc.Arbitrary<Filter> =>
  fc.record({
    op: fc.constantFrom("and" as const, "or" as const),
    parts: fc.array(conditionArb(fields), { minLength: 2, maxLength: 8 }),
  });

describe("filters", () => {
  it("Q1 the mask, the test of single rows and a naive filter are of one mind", () => {
    const { fields } = tableOf([]);
    const world = fc.record({ today: dayArb, weekStart: fc.integer({ min: 0, max: 6 }) }).chain((context) =>
      fc.record({
        context: fc.constant(context),
        rows: rowsArb(context.today),
        filter: fc.oneof(
          filterArb(fields),
          wideArb(fields),
          wideArb(fields.slice(0, 3)),
          wideArb(fields.slice(1, 2)),
        ),
      }),
    );
    check(
      fc.property(world, ({ context, rows, filter }) => {
        const { table } = tableOf(rows);
        const byId = new Map(fields.map((field) => [field.id, field] as const));
        const naive = rows.map((row) => passes(filter, fields, row, rows, context));
        const mask = runNow(filterSteps(table, byId, filter, context));
        const single = filterPasses(table, byId, filter, context);
        const slots = Array.from(table.order);
        expect(slots.map((slot) => mask === null || mask[slot] === 1)).toEqual(naive);
        expect(slots.map((slot) => single === null || single(slot))).toEqual(naive);
      }),
      1500,
    );
  });

  it("Q1 a row's verdict moves with other rows only where the filter says that it depends on them", () => {
    const { fields } = tableOf([]);
    const context = { today: 20_003, weekStart: 1 };
    check(
      fc.property(rowsArb(20_003), rowsArb(20_003), conditionArb(fields), (rows, more, filter) => {
        if (dependsOn(filter).wholeColumns.size > 0) return;
        const byId = new Map(fields.map((field) => [field.id, field] as const));
        const verdicts = (all: readonly Row[]): readonly boolean[] => {
          const { table } = tableOf(all);
          const test = filterPasses(table, byId, filter, context);
          return Array.from(table.order.subarray(0, rows.length), (slot) => test === null || test(slot));
        };
        expect(verdicts([...rows, ...more])).toEqual(verdicts(rows));
      }),
      3000,
    );
  });

  it("names the fields it looks at, and apart those that it looks at as a whole", () => {
    const [text, number] = tableOf([]).fields;
    if (text === undefined || number === undefined) throw new Error("the base has fields");
    const contains: Condition = { op: "contains", field: text.id, text: "a" };
    const top: Condition = { op: "top", field: number.id, count: 3, unit: "rows" };
    const average: Condition = { op: "belowAverage", field: number.id };
    expect(dependsOn(null)).toEqual({ fields: new Set(), wholeColumns: new Set() });
    expect(dependsOn({ op: "or", parts: [contains, { op: "and", parts: [top, contains] }] })).toEqual({
      fields: new Set([text.id, number.id]),
      wholeColumns: new Set([number.id]),
    });
    expect(dependsOn(average).wholeColumns).toEqual(new Set([number.id]));
  });
});
