/** Facets, groups, measures and totals against plain arrays and big integers, on tables that are edited in between. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "../../src/core/change/index.ts";
import {
  type Atom,
  type Field,
  type FieldType,
  isNumeric,
  PERIOD_UNITS,
  packAtoms,
  sheetId,
} from "../../src/core/model/index.ts";
import { groupByCode } from "../../src/engine/aggregate/byCode.ts";
import { columnOf } from "../../src/engine/aggregate/cells.ts";
import { facet } from "../../src/engine/aggregate/facet.ts";
import { type GroupBy, group } from "../../src/engine/aggregate/group.ts";
import { type Measure, measure } from "../../src/engine/aggregate/measures.ts";
import { quantileOf } from "../../src/engine/aggregate/quantile.ts";
import { totalsSteps } from "../../src/engine/aggregate/totals.ts";
import { sortWhole } from "../../src/engine/columns/digits.ts";
import { type Sorted, sortAgain } from "../../src/engine/columns/resorted.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { runNow } from "../../src/engine/steps.ts";
import {
  compareValues,
  naiveFacet,
  naiveGroups,
  naiveMeasure,
  naiveTotals,
} from "../support/aggregateOracle.ts";
import type { Row } from "../support/filterOracle.ts";
import { oracleState } from "../support/oracle.ts";
import { check, drawing } from "../support/property.ts";
import {
  atomArb,
  baseWorkbook,
  type Draw,
  drawOp,
  engineState,
  field,
  rowIds,
  TYPES,
} from "../support/states.ts";

/** Some rows of a table, and the same as plain lists. */
interface World {
  readonly table: ColumnTable;
  readonly fields: readonly Field[];
  readonly slots: Uint32Array;
  readonly rows: readonly Row[];
}

/** Some of the rows, in any sequence. */
function drawRows(draw: Draw, table: ColumnTable, fields: readonly Field[], rows: readonly Row[]): World {
  const places = draw(() => fc.shuffledSubarray([...rows.keys()]));
  return {
    table,
    fields,
    slots: Uint32Array.from(places, (place) => table.order[place] ?? 0),
    rows: places.map((place) => rows[place] ?? []),
  };
}

/** Calls `look` again and again while the same table is edited. */
function drawWorlds(draw: Draw, look: (world: World) => void): void {
  const engine = engineState(baseWorkbook());
  const oracle = oracleState(baseWorkbook());
  const nextId = rowIds();
  for (let n = 0; n < 5; n++) {
    const op = drawOp(draw, oracle, nextId);
    applyChange(oracle, { ops: [op] });
    applyChange(engine, { ops: [op] });
    const sheet = oracle.workbook.sheets.find(({ id }) => id === sheetId("s1"));
    const table = engine.tables.get(sheetId("s1"));
    if (sheet === undefined || table === undefined) throw new Error("the base keeps its sheet");
    const rows = (oracle.tables.get(sheet.id)?.rows ?? []).map(({ cells }) =>
      sheet.fields.map((each) => cells.get(each.id) ?? null),
    );
    look(drawRows(draw, table, sheet.fields, rows));
  }
}

/** More rows, and numbers from narrow ranges to the widest. */
const WIDE: readonly FieldType[] = [
  ...TYPES,
  { storage: "integer", decimals: 0 },
  { storage: "integer", decimals: 4 },
];

function wideAtom(type: FieldType): fc.Arbitrary<Atom> {
  if (type.storage === "day") return fc.option(fc.integer({ min: -200_000, max: 200_000 }));
  if (type.storage !== "integer") return atomArb(type);
  const most = [9, 2 ** 33, Number.MAX_SAFE_INTEGER][type.decimals / 2] ?? 0;
  return fc.option(fc.integer({ min: -most, max: most }));
}

function wideWorld(draw: Draw): World {
  const fields = WIDE.map((type, index) => field(index, type));
  const rows = draw(
    (): fc.Arbitrary<Row[]> =>
      fc.array(fc.tuple<Atom[]>(...WIDE.map(wideAtom)), { maxLength: 120, size: "max" }),
  );
  const table = new ColumnTable();
  for (const each of fields) table.addColumn(each.id, each.type, null);
  const columns = new Map(
    fields.map((each, index) => {
      const atoms = rows.map((row) => row[index] ?? null);
      return [each.id, packAtoms(isNumeric(each.type), atoms)] as const;
    }),
  );
  const ids = Uint32Array.from(rows, (_, index) => index + 1);
  table.insertRows([{ at: 0, ids, columns }]);
  return drawRows(draw, table, fields, rows);
}

function drawMeasure(draw: Draw, fields: readonly Field[]): Measure {
  const [first] = fields;
  if (first === undefined) return { type: "count" };
  const asked = draw(() => fc.constantFrom(...fields));
  const type = draw(() =>
    fc.constantFrom(
      "count",
      "filled",
      "empty",
      "distinct",
      "sum",
      "average",
      "minimum",
      "maximum",
      "median",
      "quantile",
    ),
  );
  if (type === "count") return { type };
  if (type !== "quantile") return { type, field: asked };
  const of = draw(() => fc.constantFrom(1, 4, 7, 100));
  return { type, field: asked, share: { part: draw(() => fc.integer({ min: 0, max: of })), of } };
}

const drawMeasures = (draw: Draw, fields: readonly Field[]): readonly Measure[] =>
  Array.from({ length: draw(() => fc.integer({ min: 1, max: 3 })) }, () => drawMeasure(draw, fields));

function drawBy(draw: Draw, fields: readonly Field[]): readonly GroupBy[] {
  if (fields.length === 0) return [];
  return Array.from({ length: draw(() => fc.integer({ min: 1, max: 2 })) }, (): GroupBy => {
    const asked = draw(() => fc.constantFrom(...fields));
    const unit = draw(() => fc.option(fc.constantFrom(...PERIOD_UNITS)));
    return unit === null ? { field: asked } : { field: asked, unit };
  });
}

function expectFacets(draw: Draw, { table, fields, slots, rows }: World): void {
  for (const [index, asked] of fields.entries()) {
    const query = {
      limit: draw(() => fc.constantFrom(0, 1, 2, 5, 1000)),
      search: draw(() =>
        fc.constantFrom("", "", " A ", "王", "k", "0.0", "-1", "2024-10", "zeta", "\0", "1,0"),
      ),
      locale: draw(() => fc.constantFrom("en", "zh-CN", "sv")),
    };
    const found = facet(table, asked, slots, query);
    const naive = naiveFacet(
      asked,
      rows.map((row) => row[index] ?? null),
      query,
    );
    expect(found.empty).toBe(naive.empty);
    expect(found.distinct).toBe(naive.counts.size);
    expect(found.truncated).toBe(naive.counts.size > query.limit);
    const compare = (a: Atom, b: Atom) => compareValues(asked, query.locale, a, b);
    for (const [place, { atom, count }] of found.values.entries()) {
      expect(naive.counts.get(atom)).toBe(count);
      if (place > 0) expect(compare(found.values[place - 1]?.atom ?? null, atom)).toBeLessThanOrEqual(0);
    }
    // Which of two texts that sort as equals comes first is left open.
    const sorted = found.values.toSorted((a, b) => compare(a.atom, b.atom) || a.count - b.count);
    expect(sorted.map(({ count }) => count)).toEqual(naive.shown.map(([, count]) => count));
    for (const [place, { atom }] of sorted.entries()) {
      expect(compare(atom, naive.shown[place]?.[0] ?? null)).toBe(0);
    }
    expect(new Set(found.values.map(({ atom }) => atom)).size).toBe(found.values.length);
  }
}

function expectGroups(draw: Draw, { table, fields, slots, rows }: World): void {
  const by = drawBy(draw, fields);
  const measures = drawMeasures(draw, fields);
  expect(group(table, slots, by, measures)).toEqual({
    type: "groups",
    groups: naiveGroups(fields, rows, by, measures),
  });
}

/** Of each column of texts or single choices, with the sums of one of numbers. */
function expectByCode(draw: Draw, { table, fields, slots, rows }: World): void {
  const numbers = fields.filter(({ type }) => type.storage === "integer");
  const of = draw(() => fc.constantFrom(...numbers, null));
  for (const by of fields) {
    const column = columnOf(table, by);
    if (column.form !== "coded" || by.type.storage === "choices") continue;
    const added = of && columnOf(table, of);
    const found = groupByCode(column, by, added?.form === "numeric" ? added : null, slots);
    const measures: readonly Measure[] =
      of === null
        ? [{ type: "count" }]
        : [{ type: "count" }, { type: "filled", field: of }, { type: "sum", field: of }];
    const results = found?.map(({ atom, rows: count, filled, sum }) => ({
      keys: [atom],
      results: [
        { type: "count", count },
        { type: "count", count: filled },
        {
          type: "amount",
          amount: { value: sum, decimals: of?.type.storage === "integer" ? of.type.decimals : 0 },
        },
      ].slice(0, measures.length),
    }));
    expect(results).toEqual(naiveGroups(fields, rows, [{ field: by }], measures));
  }
}

function expectMeasures(draw: Draw, { table, fields, slots, rows }: World): void {
  for (const asked of drawMeasures(draw, fields)) {
    expect(measure(table, slots, asked)).toEqual(naiveMeasure(fields, rows, asked));
  }
}

describe("aggregates", () => {
  it.each([
    ["facets", expectFacets, 150],
    ["groups", expectGroups, 300],
    ["groups by one column", expectByCode, 200],
    ["measures", expectMeasures, 300],
  ] as const)("A1 %s are what a plain list of rows gives, edit after edit", (_, look, runs) => {
    check(
      fc.property(drawing(), (draw) => drawWorlds(draw, (world) => look(draw, world))),
      runs,
    );
  });

  it.each([
    ["facets", expectFacets, 100],
    ["groups", expectGroups, 200],
    ["groups by one column", expectByCode, 200],
    ["measures", expectMeasures, 400],
  ] as const)("A1 %s are what a plain list gives of many rows and numbers of any size", (_, look, runs) => {
    check(
      fc.property(drawing(), (draw) => look(draw, wideWorld(draw))),
      runs,
    );
  });

  it("A1 totals of any cells are what a plain list gives", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { table, fields, slots, rows } = wideWorld(draw);
        const picked = draw(() => fc.subarray([...fields]));
        const cells = rows.map((row) => picked.map((each) => row[fields.indexOf(each)] ?? null));
        expect(runNow(totalsSteps(table, [{ fields: picked, slots }]))).toEqual(naiveTotals(picked, cells));
      }),
      200,
    );
  });

  it("A2 every place of a sorted list is a quantile", () => {
    check(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.maxSafeInteger()), {
          minLength: 2,
          maxLength: 40,
          size: "max",
        }),
        (numbers) => {
          const steps = numbers.length - 1;
          const found = numbers.map((_, part) =>
            quantileOf(Float64Array.from(numbers), { part, of: steps }, 0),
          );
          const sorted = numbers.toSorted((a, b) => a - b);
          expect(found).toEqual(sorted.map((number) => ({ value: BigInt(number) * 100n, decimals: 2 })));
        },
      ),
      500,
    );
  });

  it("whole numbers come in their order, however far apart they are", () => {
    const numbers = fc
      .constantFrom(2, 2 ** 9, 2 ** 25, 2 ** 32, Number.MAX_SAFE_INTEGER)
      .chain((most) => fc.array(fc.integer({ min: -most, max: most }), { maxLength: 300, size: "max" }));
    check(
      fc.property(numbers, (all) => {
        expect([...sortWhole(Float64Array.from(all))]).toEqual(all.toSorted((a, b) => a - b));
      }),
      200,
    );
  });

  it("numbers that were in order are again, whichever of them become others", () => {
    const number = fc.integer({ min: -9, max: 9 });
    const edits = fc.array(fc.array(fc.tuple(fc.nat(), number), { maxLength: 20 }), { maxLength: 5 });
    check(
      fc.property(fc.array(number, { maxLength: 40 }), edits, (all, rounds) => {
        const numbers = [...all];
        let known: Sorted | undefined;
        for (const round of [[], ...rounds]) {
          for (const [at, value] of round) if (numbers.length > 0) numbers[at % numbers.length] = value;
          known = sortAgain(Float64Array.from(numbers), known);
          expect([...known.sorted]).toEqual(numbers.toSorted((a, b) => a - b));
        }
      }),
      300,
    );
  });
});
