/** L1: the seeded states part all customers with a known day, each into one. L2: the named segments part all scores. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choiceId,
  type Field,
  fieldId,
  packAtoms,
  type Sheet,
  sheetId,
} from "../../src/core/model/index.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { MONDAY } from "../../src/engine/query/calendar.ts";
import { filterPasses } from "../../src/engine/query/filter.ts";
import { makeTranslate } from "../../src/i18n/index.ts";
import { segmentChoices, segmentRanges } from "../../src/ui/tiers/segments.ts";
import { seedOf, withStates } from "../../src/ui/tiers/states.ts";
import { check } from "../support/property.ts";
import { PLAIN_VIEW } from "../support/states.ts";

const t = makeTranslate(() => "en");
const TODAY = 20_000;
const ACTIVE: Choice = { id: choiceId("active"), label: "Active", hue: "green" };

const DAY: Field = {
  id: fieldId("day"),
  name: "Last",
  kind: "date",
  type: { storage: "day" },
  role: "lastContact",
};
const MONEY: Field = {
  id: fieldId("money"),
  name: "Revenue",
  kind: "money",
  type: { storage: "integer", decimals: 2 },
  role: "revenue",
};
const COUNT: Field = {
  id: fieldId("count"),
  name: "Orders",
  kind: "number",
  type: { storage: "integer", decimals: 4 },
};

/** As the words of the interface have it. */
function stateOf(ago: number, count: number | null): string {
  if (count === null || count <= 0) return "prospect";
  if (ago >= 365) return "lost";
  if (ago >= 180) return "atRisk";
  if (count === 1) return "firstTime";
  return count >= 5 ? "loyal" : "repeat";
}

function statesOf(fields: readonly Field[], choices: readonly Choice[], ago: number, number: number | null) {
  const sheet: Sheet = { id: sheetId("s"), name: "S", fields, views: [PLAIN_VIEW] };
  const table = new ColumnTable();
  const numeric = fields.find(({ kind }) => kind === "number") ?? MONEY;
  const scale = numeric.type.storage === "integer" ? 10 ** numeric.type.decimals : 1;
  for (const field of fields) table.addColumn(field.id, field.type, null);
  table.insertRows([
    {
      at: 0,
      ids: Uint32Array.of(1),
      columns: new Map([
        [DAY.id, packAtoms(true, [TODAY - ago])],
        [numeric.id, packAtoms(true, [number === null ? null : number * scale])],
      ]),
    },
  ]);
  const byId = new Map(fields.map((field) => [field.id, field] as const));
  return choices
    .map(({ id }) => ({ id, filter: seedOf(sheet, choices, id) }))
    .filter(({ filter }) => {
      if (filter === null) return false;
      const passes = filterPasses(table, byId, filter, { today: TODAY, weekStart: MONDAY });
      return passes === null || passes(table.slotOf(1) ?? 0);
    })
    .map(({ id }) => String(id));
}

describe("states and segments", () => {
  it("L1 each customer with a known day meets the conditions of one state", () => {
    const choices = withStates([ACTIVE], t);
    check(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(179, 180, 181, 364, 365, 366)),
        fc.option(fc.integer({ min: 0, max: 7 })),
        (ago, count) => {
          expect(statesOf([DAY, MONEY, COUNT], choices, ago, count)).toEqual([stateOf(ago, count)]);
          // Where nobody counts, money tells less: who buys is active.
          const known = stateOf(ago, count);
          const plain = ["firstTime", "repeat", "loyal"].includes(known) ? "active" : known;
          expect(statesOf([DAY, MONEY], choices, ago, count)).toEqual([plain]);
        },
      ),
    );
  });

  it("L2 each named segment has scores of its own, as published", () => {
    const choices = segmentChoices(t);
    const ranges = segmentRanges(choices);
    const named = (recency: number, value: number): string => {
      const at =
        ranges?.findIndex(
          (range) =>
            range.recency[0] <= recency &&
            recency <= range.recency[1] &&
            range.value[0] <= value &&
            value <= range.value[1],
        ) ?? -1;
      return String((at < 0 ? choices.at(-1) : choices[at])?.id);
    };
    const grid = [5, 4, 3, 2, 1].map((recency) => [1, 2, 3, 4, 5].map((value) => named(recency, value)));
    expect(grid).toEqual([
      ["newCustomers", "potentialLoyalist", "loyal", "champions", "champions"],
      ["newCustomers", "potentialLoyalist", "loyal", "champions", "champions"],
      ["promising", "potentialLoyalist", "loyal", "loyal", "loyal"],
      ["aboutToSleep", "needsAttention", "loyal", "loyal", "loyal"],
      ["hibernating", "atRisk", "atRisk", "cannotLose", "cannotLose"],
    ]);
    expect(new Set(grid.flat()).size).toBe(choices.length);
  });
});
