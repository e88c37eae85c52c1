/** Conditions in the filter's form: what they read from a filter they write back, and what is unfinished asks nothing. */
import { describe, expect, it } from "vitest";
import { choiceId, type Field, type Filter, fieldId } from "../../../src/core/model/index.ts";
import { localeFormat } from "../../../src/fields/locale.ts";
import { draftOf, filterOf, newDraft, operatorsFor } from "../../../src/ui/views/draft.ts";

const german = localeFormat("de-DE", "EUR");
const choices = [{ id: choiceId("vip"), label: "VIP", hue: "violet" }] as const;
const FIELDS: Readonly<Record<string, Field>> = {
  name: { id: fieldId("name"), name: "Name", kind: "text", type: { storage: "text" } },
  revenue: {
    id: fieldId("revenue"),
    name: "Revenue",
    kind: "money",
    type: { storage: "integer", decimals: 2 },
  },
  met: { id: fieldId("met"), name: "Met", kind: "date", type: { storage: "day" } },
  tier: { id: fieldId("tier"), name: "Tier", kind: "choice", type: { storage: "choice", choices } },
  paid: { id: fieldId("paid"), name: "Paid", kind: "checkbox", type: { storage: "flag" } },
};

const FILTERS: readonly Filter[] = [
  { op: "contains", field: fieldId("name"), text: " tea " },
  { op: "isNot", field: fieldId("name"), text: "x" },
  { op: "empty", field: fieldId("name") },
  { op: "between", field: fieldId("revenue"), low: 123_456, high: null },
  { op: "between", field: fieldId("revenue"), low: -5, high: 0 },
  { op: "between", field: fieldId("met"), low: 20_000, high: 20_780 },
  { op: "oneOf", field: fieldId("tier"), atoms: ["vip", null] },
  { op: "noneOf", field: fieldId("tier"), atoms: ["vip"] },
  { op: "oneOf", field: fieldId("paid"), atoms: [1] },
  { op: "noneOf", field: fieldId("paid"), atoms: [1] },
  { op: "notContains", field: fieldId("name"), text: "x" },
  { op: "endsWith", field: fieldId("name"), text: "x" },
  { op: "greater", field: fieldId("revenue"), value: 123_456 },
  { op: "notEqual", field: fieldId("revenue"), value: 0 },
  { op: "top", field: fieldId("revenue"), count: 10, unit: "percent" },
  { op: "bottom", field: fieldId("revenue"), count: 3, unit: "rows" },
  { op: "aboveAverage", field: fieldId("revenue") },
  { op: "less", field: fieldId("met"), value: 20_000 },
  { op: "within", field: fieldId("met"), period: { unit: "quarter", from: -1, to: -1 } },
  { op: "within", field: fieldId("met"), period: { unit: "day", from: -29, to: 0 } },
  { op: "anniversary", field: fieldId("met"), period: { unit: "day", from: 0, to: 6 } },
  // Not offered by name, so kept as it is.
  { op: "within", field: fieldId("met"), period: { unit: "month", from: -5, to: 2 } },
  { op: "or", parts: [{ op: "empty", field: fieldId("name") }] },
  // Not offered for a number, so kept as it is.
  { op: "contains", field: fieldId("revenue"), text: "12" },
];

describe("drafts", () => {
  it.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))(
    "%s is read into the form and written back the same",
    (_, filter) => {
      const field = "field" in filter ? FIELDS[filter.field] : undefined;
      const draft = draftOf(1, filter, field, german);
      expect(filterOf(draft, field, german)).toEqual(filter);
    },
  );

  it.each(Object.values(FIELDS).map((field) => [field.name, field] as const))(
    "a new condition on %s asks nothing until it is filled in, checkboxes aside",
    (_, field) => {
      const filter = filterOf(newDraft(1, field), field, german);
      expect(filter === null || field.type.storage === "flag").toBe(true);
      expect(operatorsFor(field.type.storage)).toContain(newDraft(1, field).op);
    },
  );

  it("bounds are read as the locale writes them; an unreadable one asks nothing", () => {
    const { revenue } = FIELDS;
    if (revenue === undefined) throw new Error("no field");
    const draft = { ...newDraft(1, revenue), op: "between" as const, low: "1.234,50" };
    expect(filterOf(draft, revenue, german)).toEqual({
      op: "between",
      field: revenue.id,
      low: 123_450,
      high: null,
    });
    expect(filterOf({ ...draft, high: "abc" }, revenue, german)).toBeNull();
  });
});
