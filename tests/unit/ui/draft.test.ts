/** Conditions in the filter's form: what they read from a filter they write back, and what is unfinished asks nothing. */
import { describe, expect, it } from "vitest";
import { choiceId, type Field, type Filter, fieldId } from "../../../src/core/model/index.ts";
import { localeFormat } from "../../../src/fields/locale.ts";
import { draftOf, filterOf, newDraft, operatorsFor, withOperator } from "../../../src/ui/views/draft.ts";

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
  { op: "within", field: fieldId("met"), period: { unit: "week", from: -3, to: 0 } },
  { op: "within", field: fieldId("met"), period: { unit: "month", from: 0, to: 5 } },
  { op: "lessOrEqual", field: fieldId("met"), value: 20_000 },
  { op: "notEqual", field: fieldId("met"), value: 20_000 },
  { op: "top", field: fieldId("revenue"), count: 250_000, unit: "rows" },
  { op: "belowAverage", field: fieldId("revenue") },
  { op: "oneOf", field: fieldId("name"), atoms: ["tea ", "__proto__", "\ud800\0", null] },
  { op: "noneOf", field: fieldId("name"), atoms: ["tea"] },
];

/** Said in words and removable, but not taken apart: the form has no room for them. */
const KEPT: readonly Filter[] = [
  { op: "within", field: fieldId("met"), period: { unit: "month", from: -5, to: 2 } },
  { op: "within", field: fieldId("met"), period: { unit: "quarter", from: -2, to: 0 } },
  { op: "within", field: fieldId("met"), period: { unit: "day", from: 0, to: -2 } },
  { op: "within", field: fieldId("met"), period: { unit: "day", from: -40_000, to: 0 } },
  { op: "anniversary", field: fieldId("met"), period: { unit: "day", from: -1, to: -1 } },
  { op: "contains", field: fieldId("revenue"), text: "12" },
  { op: "between", field: fieldId("revenue"), low: null, high: null },
  { op: "oneOf", field: fieldId("revenue"), atoms: [1] },
  { op: "oneOf", field: fieldId("name"), atoms: ["two\nlines"] },
  { op: "oneOf", field: fieldId("name"), atoms: ["a\rb"] },
  { op: "allOf", field: fieldId("tier"), atoms: ["vip"] },
  { op: "empty", field: fieldId("paid") },
  { op: "oneOf", field: fieldId("paid"), atoms: [0] },
  { op: "oneOf", field: fieldId("paid"), atoms: [1, null] },
  { op: "or", parts: [{ op: "empty", field: fieldId("name") }] },
  { op: "empty", field: fieldId("gone") },
];

describe("drafts", () => {
  it.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))(
    "%s is read into the form and written back the same",
    (_, filter) => {
      const field = "field" in filter ? FIELDS[filter.field] : undefined;
      const draft = draftOf(1, filter, field, german);
      expect(draft.type).toBe("condition");
      expect(filterOf(draft, field, german)).toEqual(filter);
    },
  );

  it.each(KEPT.map((filter) => [JSON.stringify(filter), filter] as const))(
    "%s is kept as it is",
    (_, filter) => {
      const field = "field" in filter ? FIELDS[filter.field] : undefined;
      const draft = draftOf(1, filter, field, german);
      expect(draft.type).toBe("kept");
      expect(filterOf(draft, field, german)).toBe(filter);
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

  it("a list of texts is one in each line, blank lines and repetitions aside", () => {
    const { name } = FIELDS;
    if (name === undefined) throw new Error("no field");
    const draft = { ...newDraft(1, name), op: "oneOf" as const, text: "\ntea\n Tea\ntea\n\n" };
    expect(filterOf(draft, name, german)).toEqual({ op: "oneOf", field: name.id, atoms: ["tea", " Tea"] });
    expect(filterOf({ ...draft, text: "\n\n" }, name, german)).toBeNull();
  });

  it("another operator leaves behind what it cannot show, and keeps the rest", () => {
    const { name, met } = FIELDS;
    if (name === undefined || met === undefined) throw new Error("no field");
    const lines = { ...newDraft(1, name), op: "oneOf" as const, text: "tea\ncoffee" };
    expect(withOperator(lines, "noneOf").text).toBe("tea\ncoffee");
    expect(withOperator(lines, "contains").text).toBe("tea");
    const yesterday = { ...newDraft(1, met), period: "yesterday" as const };
    expect(withOperator(yesterday, "anniversary").period).toBeNull();
    expect(withOperator({ ...yesterday, period: "nextMonth" }, "anniversary").period).toBe("nextMonth");
  });

  it.each([
    ["top", "rows", "１０", 10],
    ["top", "percent", "100", 100],
    ["top", "percent", "101", null],
    ["bottom", "rows", "0", null],
    ["bottom", "rows", "1e3", null],
    ["bottom", "rows", "2.5", null],
    ["bottom", "rows", "1048576", 1_048_576],
  ] as const)("%s of %s with %s asks for %s", (op, unit, text, count) => {
    const { revenue } = FIELDS;
    if (revenue === undefined) throw new Error("no field");
    const draft = { ...newDraft(1, revenue), op, unit, count: text };
    expect(filterOf(draft, revenue, german)).toEqual(
      count === null ? null : { op, field: revenue.id, count, unit },
    );
  });
});
