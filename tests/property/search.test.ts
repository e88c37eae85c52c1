/** Numbers are searched without being written; what is found is what would be found in their texts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Field, fieldId, packAtoms } from "../../src/core/model/index.ts";
import { facet } from "../../src/engine/aggregate/facet.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { type NumberSigns, searchPasses, searchSteps } from "../../src/engine/query/search.ts";
import { integerText } from "../../src/engine/query/text.ts";
import { runNow } from "../../src/engine/steps.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { localDecimal } from "../../src/fields/shared/decimal.ts";
import { check } from "../support/property.ts";

describe("a search for digits", () => {
  it("Q1 finds the numbers whose text contains them, for all rows as for single ones", () => {
    let hits = 0;
    const value = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.maxSafeInteger(), fc.constant(null));
    const sought = fc.oneof(
      fc.stringMatching(/^\d{1,3}$/),
      fc.stringMatching(/^\d{4,16}$/),
      fc.stringMatching(/^-?\d?\.\d$/),
    );
    check(
      fc.property(fc.array(value), fc.integer({ min: 0, max: 6 }), sought, (values, decimals, text) => {
        const { field, table } = numbersTable(values, decimals);
        const mask = runNow(searchSteps(table, [field], text)) ?? [];
        const passes = searchPasses(table, [field], text);
        const naive = values.map((each) => each !== null && integerText(each, decimals).includes(text));
        expect(values.map((_, slot) => mask[slot] === 1)).toEqual(naive);
        expect(values.map((_, slot) => passes?.(slot))).toEqual(naive);
        hits += naive.filter(Boolean).length;
      }),
      2000,
    );
    expect(hits).toBeGreaterThan(300);
  });
});

function numbersTable(
  values: readonly (number | null)[],
  decimals: number,
): { field: Field; table: ColumnTable } {
  const field: Field = {
    id: fieldId("n"),
    name: "N",
    kind: "number",
    type: { storage: "integer", decimals },
  };
  const table = new ColumnTable();
  table.addColumn(field.id, field.type, null);
  const ids = Uint32Array.from(values, (_, index) => index + 1);
  table.insertRows([{ at: 0, ids, columns: new Map([[field.id, packAtoms(true, values)]]) }]);
  return { field, table };
}

/** What is found by the search field for all rows and for single ones, and by a header's checklist. */
function found(values: readonly number[], decimals: number, search: string, signs: NumberSigns) {
  const { field, table } = numbersTable(values, decimals);
  const mask = runNow(searchSteps(table, [field], search, null, signs)) ?? [];
  const passes = searchPasses(table, [field], search, null, signs);
  const listed = facet(table, field, table.order, { limit: 1000, search, locale: "en", signs });
  return {
    all: values.filter((_, slot) => mask[slot] === 1),
    single: values.filter((_, slot) => passes?.(slot)),
    listed: values.filter((value) => listed.values.some(({ atom }) => atom === value)),
  };
}

describe("a search for a number in the workbook's own writing", () => {
  const german = localeFormat("de-DE", "EUR");
  it.each([
    ["12,50", [1250]],
    ["1.250,00", [125_000]],
    ["1.234,50", [123_450]],
    ["1.25", [125_000, 125, 1_250_000]],
    ["1250.00", [125_000]],
    ["-3,5", [-350]],
    [".", [1250, 125_000, 123_450, 125, -350, 1_250_000]],
    ["1.250.", [125_000, 1_250_000]],
  ])("Q1 finds %s in a German workbook, and plain numbers besides", (search, expected) => {
    const values = [1250, 125_000, 123_450, 125, -350, 1_250_000];
    expect(found(values, 2, search, german)).toEqual({ all: expected, single: expected, listed: expected });
  });

  it("Q1 finds every number as it is shown and as it is written plain, in any locale", () => {
    const tags = ["en-US", "de-DE", "de-CH", "fr-FR", "sv-SE", "es-ES", "pt-PT", "en-IN", "zh-CN", "ru-RU"];
    const value = fc.oneof(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.maxSafeInteger());
    check(
      fc.property(value, fc.integer({ min: 0, max: 4 }), fc.constantFrom(...tags), (one, decimals, tag) => {
        const locale = localeFormat(tag, "EUR");
        const shown = localDecimal(one, decimals, locale, { least: 0, currency: false });
        for (const search of [shown, integerText(one, decimals)])
          expect(found([one], decimals, search, locale)).toEqual({
            all: [one],
            single: [one],
            listed: [one],
          });
      }),
      1000,
    );
  });
});
