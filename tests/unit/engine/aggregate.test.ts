/** Facets, groups and measures with figures worked out by hand or printed in Excel's own documentation. */
import { describe, expect, it } from "vitest";
import {
  type Atom,
  choiceId,
  type Field,
  type FieldType,
  isNumeric,
  type PeriodUnit,
  packAtoms,
} from "../../../src/core/model/index.ts";
import { facet } from "../../../src/engine/aggregate/facet.ts";
import { group, MOST_GROUPS } from "../../../src/engine/aggregate/group.ts";
import { type Measure, measure } from "../../../src/engine/aggregate/measures.ts";
import { totalsSteps } from "../../../src/engine/aggregate/totals.ts";
import { ColumnTable } from "../../../src/engine/columns/table.ts";
import { dayText } from "../../../src/engine/query/text.ts";
import { runNow } from "../../../src/engine/steps.ts";
import { field } from "../../support/states.ts";

const WHOLE: FieldType = { storage: "integer", decimals: 0 };
const MONEY: FieldType = { storage: "integer", decimals: 2 };
const TEXT: FieldType = { storage: "text" };
const DAY: FieldType = { storage: "day" };
const choice = (id: string) => ({ id: choiceId(id), label: id.toUpperCase(), hue: "teal" as const });
/** In the owner's order, which is nobody else's. */
const choices = ["gold", "bronze", "silver"].map(choice);

/** A table with a column for each list of atoms, all of one length. */
function tableOf(...columns: readonly (readonly [FieldType, readonly Atom[]])[]) {
  const table = new ColumnTable();
  const fields = columns.map(([type], index) => field(index, type));
  for (const each of fields) table.addColumn(each.id, each.type, null);
  const packed = fields.map((each, index) => {
    return [each.id, packAtoms(isNumeric(each.type), columns[index]?.[1] ?? [])] as const;
  });
  const ids = Uint32Array.from(columns[0]?.[1] ?? [], (_, index) => index + 1);
  table.insertRows([{ at: 0, ids, columns: new Map(packed) }]);
  const [first = field(0, TEXT), second = first] = fields;
  return { table, fields, first, second, slots: table.order.slice() };
}

/** As a number, which is exact enough for figures this small. */
function figure(type: FieldType, atoms: readonly Atom[], asked: (field: Field) => Measure): number | null {
  const { table, first, slots } = tableOf([type, atoms]);
  const result = measure(table, slots, asked(first));
  if (result.type === "count") return result.count;
  if (result.type === "unfit") throw new TypeError("unfit");
  return result.amount === null ? null : Number(result.amount.value) / 10 ** result.amount.decimals;
}

const share =
  (part: number, of: number) =>
  (each: Field): Measure => ({
    type: "quantile",
    field: each,
    share: { part, of },
  });

describe("A2 quantiles are Excel's", () => {
  it.each([
    ["PERCENTILE.INC of 0.3", [1, 3, 2, 4], 3, 10, 1.9],
    ["QUARTILE.INC, first", [1, 2, 4, 7, 8, 9, 10, 12], 1, 4, 3.5],
    ["MEDIAN of five", [1, 2, 3, 4, 5], 1, 2, 3],
    ["MEDIAN of six", [1, 2, 3, 4, 5, 6], 1, 2, 3.5],
    ["the whole way", [3, 1, 2], 1, 1, 3],
    ["no way", [3, 1, 2], 0, 7, 1],
    ["a single value", [5], 1, 3, 5],
    ["empty cells apart", [null, 10, null, 20], 1, 4, 12.5],
  ] as const)("%s", (_, values, part, of, expected) => {
    expect(figure(WHOLE, values, share(part, of))).toBe(expected);
  });

  it("of no values there is none", () => {
    expect(figure(WHOLE, [null], share(1, 2))).toBeNull();
  });

  it("are found in a moment also in a sequence made to wear out the search for them", () => {
    // Found with McIlroy's adversary: every pivot parts only four values from the rest.
    const size = 200_000;
    const half = size / 2;
    const worst = [
      ...Array.from({ length: half - 1 }, (_, i) => (i % 2 === 0 ? i : half + (i - 1) / 2)),
      ...Array.from({ length: half / 2 }, (_, i) => 2 * i + 1),
      ...Array.from({ length: half / 2 + 1 }, (_, i) => half + half / 2 - 1 + i),
    ];
    for (const values of [worst, worst.map((value) => size - 1 - value)]) {
      const found = [1, 2, 3].map((part) => figure(WHOLE, values, share(part, 4)));
      expect(found).toEqual([49_999.75, 99_999.5, 149_999.25]);
    }
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 1],
    [1, 0],
  ])("%d of %d is no share", (part, of) => {
    expect(() => figure(WHOLE, [1], share(part, of))).toThrow(RangeError);
  });
});

describe("A2 money is exact", () => {
  const sum = (each: Field): Measure => ({ type: "sum", field: each });
  const average = (each: Field): Measure => ({ type: "average", field: each });

  it("beyond what a double holds, with both signs", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const { table, first, slots } = tableOf([MONEY, [most, most, most, -1, null]]);
    const value = 3n * BigInt(most) - 1n;
    expect(measure(table, slots, sum(first))).toEqual({ type: "amount", amount: { value, decimals: 2 } });
    const halves = tableOf([MONEY, [most, most - 1]]);
    expect(measure(halves.table, halves.slots, { type: "median", field: halves.first })).toEqual({
      type: "amount",
      amount: { value: 100n * BigInt(most) - 50n, decimals: 4 },
    });
  });

  it("of more rows than a double could count the carries of", () => {
    // The upper half of the number is odd, so that a sum of its halves that outgrew a double would be off.
    const value = 2 ** 53 - 2 ** 26;
    const { table, first } = tableOf([WHOLE, [value]]);
    const rows = 2 ** 26 + 3;
    expect(measure(table, new Uint32Array(rows), sum(first))).toEqual({
      type: "amount",
      amount: { value: BigInt(rows) * BigInt(value), decimals: 0 },
    });
  });

  it.each([
    [[1, 1, 0], 0.0067],
    [[-1, -1, 0], -0.0067],
    // 1/8 of a cent is 0.00125: half a unit of the last digit goes away from zero.
    [[1, 0, 0, 0, 0, 0, 0, 0], 0.0013],
    [[-1, 0, 0, 0, 0, 0, 0, 0], -0.0013],
    [[null, 250, null], 2.5],
  ])("the average of %j cents is %d", (cents, expected) => {
    expect(figure(MONEY, cents, average)).toBe(expected);
  });

  it("nothing adds up to 0 and has no average", () => {
    expect(figure(MONEY, [null], sum)).toBe(0);
    expect(figure(MONEY, [null], average)).toBeNull();
  });

  it("text and days have no sum, text no greatest", () => {
    for (const [type, asked] of [
      [TEXT, "sum"],
      [DAY, "sum"],
      [DAY, "average"],
      [TEXT, "maximum"],
      [TEXT, "median"],
      [{ storage: "flag" }, "sum"],
    ] as const) {
      const { table, first, slots } = tableOf([type, [null]]);
      expect(measure(table, slots, { type: asked, field: first })).toEqual({ type: "unfit" });
    }
  });
});

describe("groups", () => {
  const count: readonly Measure[] = [{ type: "count" }];

  const keysOf = (found: ReturnType<typeof group>): readonly (readonly Atom[])[] =>
    found.type === "groups" ? found.groups.map(({ keys }) => keys) : [];

  it.each<[PeriodUnit, string]>([
    ["day", "1969-12-31 2024-02-29 2024-12-29 2024-12-30 2025-01-01"],
    ["week", "1969-12-29 2024-02-26 2024-12-23 2024-12-30"],
    ["month", "1969-12-01 2024-02-01 2024-12-01 2025-01-01"],
    ["quarter", "1969-10-01 2024-01-01 2024-10-01 2025-01-01"],
    ["year", "1969-01-01 2024-01-01 2025-01-01"],
  ])("of days by %s: %s, then the empty ones", (unit, expected) => {
    const days = ["2025-01-01", "1969-12-31", "2024-12-30", "2024-02-29", "2024-12-29"];
    const atoms = [null, ...days.map((text) => Date.parse(text) / 86_400_000)];
    const { table, first, slots } = tableOf([DAY, atoms]);
    const keys = keysOf(group(table, slots, [{ field: first, unit }], count)).map(([key]) => key);
    expect(keys.at(-1)).toBeNull();
    expect(
      keys
        .slice(0, -1)
        .map((key) => dayText(Number(key)))
        .join(" "),
    ).toBe(expected);
  });

  it("of choices as the owner ordered them, those that are gone later, empty last; a row under each of several", () => {
    const several: FieldType = { storage: "choices", choices };
    const atoms = [null, "lead", "silver gold", "silver", "bronze silver"];
    const { table, first, second, slots } = tableOf([several, atoms], [MONEY, [1, 2, 4, 8, null]]);
    expect(group(table, slots, [{ field: first }], [...count, { type: "sum", field: second }])).toEqual({
      type: "groups",
      groups: [
        ["gold", 1, 4n],
        ["bronze", 1, 0n],
        ["silver", 3, 12n],
        ["lead", 1, 2n],
        [null, 1, 1n],
      ].map(([key, rows, value]) => ({
        keys: [key],
        results: [
          { type: "count", count: rows },
          { type: "amount", amount: { value, decimals: 2 } },
        ],
      })),
    });
  });

  it("of no rows there are none; without a field there is one of all rows", () => {
    const { table, first, slots } = tableOf([TEXT, ["__proto__", "constructor"]]);
    expect(keysOf(group(table, new Uint32Array(), [{ field: first }], count))).toEqual([]);
    expect(keysOf(group(table, slots, [], count))).toEqual([[]]);
    expect(keysOf(group(table, slots, [{ field: first }], count))).toEqual([["__proto__"], ["constructor"]]);
  });

  it("by a field the table does not have are one, of empty cells", () => {
    const { table, slots } = tableOf([TEXT, ["a", "b"]]);
    expect(keysOf(group(table, slots, [{ field: field(9, MONEY) }], count))).toEqual([[null]]);
  });

  describe("more than 100,000", () => {
    const numbers = Array.from({ length: MOST_GROUPS + 1 }, (_, i) => i);
    const texts = numbers.map(String);
    const refused = { type: "tooManyGroups", limit: MOST_GROUPS };
    const wide = numbers.map((number) => number * 1_000_003);

    it.each([
      ["numbers", WHOLE, numbers],
      ["numbers far apart", WHOLE, wide],
      ["texts", TEXT, texts],
    ] as const)("are refused, of %s", (_, type, atoms) => {
      const { table, first, slots } = tableOf([type, atoms]);
      expect(group(table, slots, [{ field: first }], count)).toEqual(refused);
      expect(keysOf(group(table, slots.subarray(1), [{ field: first }], count))).toHaveLength(MOST_GROUPS);
    });

    it("are refused, of two fields together", () => {
      const halves = numbers.map((number) => number % 317);
      const others = numbers.map((number) => String(Math.floor(number / 317)));
      const { table, first, second, slots } = tableOf([WHOLE, halves], [TEXT, others]);
      const by = [{ field: first }, { field: second }];
      expect(group(table, slots, by, count)).toEqual(refused);
      expect(keysOf(group(table, slots.subarray(1), by, count))).toHaveLength(MOST_GROUPS);
    });

    it("are not counted before days become years", () => {
      const { table, first, slots } = tableOf([DAY, numbers]);
      expect(keysOf(group(table, slots, [{ field: first, unit: "year" }], count))).toHaveLength(274);
    });
  });
});

describe("facets", () => {
  const query = { limit: 100, search: "", locale: "en" };

  it("show the most frequent of too many, in order, and the first of equally frequent ones", () => {
    const atoms = ["b", "d", "c", "c", "K10", "K9", "a", "a", "a", null];
    const { table, first, slots } = tableOf([TEXT, atoms]);
    expect(facet(table, first, slots, { ...query, limit: 3 })).toEqual({
      values: [
        { atom: "a", count: 3 },
        { atom: "b", count: 1 },
        { atom: "c", count: 2 },
      ],
      empty: 1,
      distinct: 6,
      truncated: true,
    });
    expect(facet(table, first, slots, query).values.map(({ atom }) => atom)).toEqual([
      "a",
      "b",
      "c",
      "d",
      "K9",
      "K10",
    ]);
  });

  it("keep texts apart that a search takes for the same", () => {
    const { table, first, slots } = tableOf([TEXT, ["A", "a", "Ａ", "b", "\ud800", "A"]]);
    const { values, distinct } = facet(table, first, slots, { ...query, search: " ａ" });
    expect(new Map(values.map(({ atom, count }) => [atom, count]))).toEqual(
      new Map([
        ["a", 1],
        ["A", 2],
        ["Ａ", 1],
      ]),
    );
    expect(distinct).toBe(3);
  });

  it("of several choices count a row under each, and find choices by their label", () => {
    const several: FieldType = { storage: "choices", choices };
    const { table, first, slots } = tableOf([several, ["silver gold", "silver", null]]);
    expect(facet(table, first, slots, query).values).toEqual([
      { atom: "gold", count: 1 },
      { atom: "silver", count: 2 },
    ]);
    expect(facet(table, first, slots, { ...query, search: "GOLD" }).values).toEqual([
      { atom: "gold", count: 1 },
    ]);
  });

  it("take in what was written since, also after the texts were ranked", () => {
    const { table, first, slots } = tableOf([TEXT, ["b", "c", "b"]]);
    facet(table, first, slots, { ...query, limit: 1 });
    table.setCells(first.id, Uint32Array.of(2), packAtoms(false, ["a"]));
    expect(facet(table, first, slots, query).values).toEqual([
      { atom: "a", count: 1 },
      { atom: "b", count: 2 },
    ]);
  });
});

describe("totals of cells", () => {
  it("bring money and quantities to the larger scale, and keep days apart", () => {
    const { table, fields, slots } = tableOf(
      [MONEY, [1050, null]],
      [{ storage: "integer", decimals: 4 }, [-5000, 1]],
      [DAY, [19_000, 20_000]],
      [TEXT, ["12", null]],
      [{ storage: "flag" }, [1, 0]],
    );
    // 10.50 − 0.5000 + 0.0001 = 10.0001; a third of it is 3.333366…
    expect(runNow(totalsSteps(table, [{ fields, slots }]))).toEqual({
      cells: 10,
      filled: 8,
      numeric: 3,
      numbers: {
        sum: { value: 100_001n, decimals: 4 },
        average: { value: 3_333_367n, decimals: 6 },
        minimum: { value: -5000n, decimals: 4 },
        maximum: { value: 105_000n, decimals: 4 },
      },
      days: { minimum: 19_000, maximum: 20_000 },
    });
  });

  it("of texts and empty cells are a count only", () => {
    const { table, fields, slots } = tableOf([TEXT, ["a"]], [MONEY, [null]], [DAY, [null]]);
    expect(runNow(totalsSteps(table, [{ fields, slots }]))).toEqual({
      cells: 3,
      filled: 1,
      numeric: 0,
      numbers: null,
      days: null,
    });
  });
});
