/** Numbers are searched without being written; what is found is what would be found in their texts. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Field, fieldId, packAtoms } from "../../src/core/model/index.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { searchPasses, searchSteps } from "../../src/engine/query/search.ts";
import { integerText } from "../../src/engine/query/text.ts";
import { runNow } from "../../src/engine/steps.ts";
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
