/** A view's filter as the parts people see: joined, taken apart, and toggled by a click on a chart. */
import { describe, expect, it } from "vitest";
import { chosenAtoms, joinParts, partsOf, toggleAtom } from "../../../src/app/filter.ts";
import { type Filter, fieldId } from "../../../src/core/model/index.ts";

const tier = fieldId("tier");
const name = fieldId("name");
const contains: Filter = { op: "contains", field: name, text: "tea" };
const vip: Filter = { op: "oneOf", field: tier, atoms: ["vip"] };
const either: Filter = { op: "or", parts: [contains, { op: "empty", field: name }] };

describe("parts", () => {
  it.each<[string, Filter | null]>([
    ["nothing", null],
    ["one condition", contains],
    ["a group joined by or, kept whole", either],
    ["several", { op: "and", parts: [contains, vip, either] }],
  ])("taking apart and joining gives the same filter: %s", (_, filter) => {
    expect(joinParts(partsOf(filter))).toEqual(filter);
  });
});

describe("a click on a bar", () => {
  it("filters by its tier beside what is there, and a second click takes that away again", () => {
    const filtered = toggleAtom(contains, tier, "vip");
    expect(filtered).toEqual({ op: "and", parts: [contains, vip] });
    expect(chosenAtoms(filtered, tier)).toEqual(["vip"]);
    expect(toggleAtom(filtered, tier, "vip")).toEqual(contains);
  });

  it("moves from one tier to another, no tier included", () => {
    expect(toggleAtom(vip, tier, null)).toEqual({ op: "oneOf", field: tier, atoms: [null] });
    expect(toggleAtom(toggleAtom(vip, tier, null), tier, null)).toBeNull();
  });

  it("singles out one of several tiers that were ticked", () => {
    const two: Filter = { op: "oneOf", field: tier, atoms: ["vip", "major"] };
    expect(toggleAtom(two, tier, "vip")).toEqual(vip);
  });

  it("leaves lists on other fields and inside groups alone", () => {
    const other: Filter = { op: "oneOf", field: name, atoms: ["vip"] };
    expect(chosenAtoms(other, tier)).toBeNull();
    expect(chosenAtoms({ op: "or", parts: [vip, contains] }, tier)).toBeNull();
    expect(toggleAtom(other, tier, "vip")).toEqual({ op: "and", parts: [other, vip] });
  });
});
