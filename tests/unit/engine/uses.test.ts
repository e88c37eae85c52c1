/** What would lack a column that is to be deleted: counted before it is. */
import { describe, expect, it } from "vitest";
import {
  chartId,
  choiceId,
  fieldId,
  firstView,
  formOf,
  type Sheet,
  sheetId,
  usesOf,
  type View,
} from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";

const SHEET: Sheet = customersSheet(sheetId("s"), templateWords(makeTranslate(() => "en")));
const [REVENUE, CITY, TIER, REASON] = [
  fieldId("revenue"),
  fieldId("city"),
  fieldId("tier"),
  fieldId("notes"),
];
const RULED: Sheet = {
  ...SHEET,
  charts: [{ id: chartId("c"), recipe: { kind: "pareto", of: REVENUE } }],
  classifiers: [
    {
      field: TIER,
      classes: [choiceId("vip"), choiceId("small")],
      method: { by: "share", amount: REVENUE, upTo: [80] },
      reason: REASON,
      byHand: "by hand",
    },
  ],
};

describe("a column that is to be deleted", () => {
  it("is looked at by the usual charts and by views that ask about it", () => {
    const uses = usesOf(SHEET, REVENUE);
    expect(uses?.charts).toBe(2);
    expect(uses?.views.map(({ id }) => String(id))).toEqual(["top", "lost"]);
    expect(uses?.rules).toEqual([]);
  });

  const first = firstView(SHEET);
  const viewsAfter = (change: Partial<View>, field = CITY): readonly string[] | null => {
    const view: View = { ...first, ...change };
    return usesOf({ ...SHEET, views: [view] }, field)?.views.map(({ id }) => String(id)) ?? null;
  };

  it("is looked at by a view that colours by it, adds it up or has its filter pinned", () => {
    const when = { type: "when", field: TIER, condition: { op: "empty", field: CITY }, hue: "teal" } as const;
    expect(viewsAfter({ colours: [when] })).toEqual(["v1"]);
    expect(viewsAfter({ colours: [{ type: "duplicates", field: CITY, hue: "teal" }] })).toEqual(["v1"]);
    expect(viewsAfter({ totals: [{ field: CITY, total: "filled" }] })).toEqual(["v1"]);
    expect(viewsAfter({ pinned: [CITY] })).toEqual(["v1"]);
    expect(viewsAfter({ colours: [when], pinned: [CITY] }, REASON)).toBeNull();
  });

  it("is looked at by a view that would ask about it again once it is reverted", () => {
    const form = formOf(first);
    expect(viewsAfter({ saved: { ...form, filter: { op: "empty", field: CITY } } })).toEqual(["v1"]);
    expect(viewsAfter({ saved: { ...form, sort: [{ field: CITY, direction: "ascending" }] } })).toEqual([
      "v1",
    ]);
    expect(viewsAfter({ saved: form })).toBeNull();
  });

  it("is looked at by a rule that fills it, asks about it or keeps its reasons there", () => {
    for (const field of [REVENUE, TIER, REASON]) expect(usesOf(RULED, field)?.rules).toEqual([TIER]);
    expect(usesOf(RULED, REVENUE)?.charts).toBe(1);
    expect(usesOf(RULED, TIER)?.charts).toBe(0);
  });

  it("goes without a question where nothing looks at it", () => {
    expect(usesOf(SHEET, CITY)).toBeNull();
  });
});
