/** A view's filter as the parts people see: joined, taken apart, and toggled by a click on a chart. */
import { describe, expect, it } from "vitest";
import { chosenAtoms, isPicked, joinParts, partsOf, togglePicked } from "../../../src/app/filter.ts";
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

describe("a click on a part of a chart", () => {
  const only = (atom: string | null): readonly Filter[] => [{ op: "oneOf", field: tier, atoms: [atom] }];
  const own = ["vip", "major", null].map(only);
  const toggle = (filter: Filter | null, atom: string | null): Filter | null =>
    togglePicked(filter, only(atom), own);

  it("filters by its tier beside what is there, and a second click takes that away again", () => {
    const filtered = toggle(contains, "vip");
    expect(filtered).toEqual({ op: "and", parts: [contains, vip] });
    expect(chosenAtoms(filtered, tier)).toEqual(["vip"]);
    expect(toggle(filtered, "vip")).toEqual(contains);
  });

  it("moves from one tier to another, no tier included", () => {
    expect(toggle(vip, null)).toEqual({ op: "oneOf", field: tier, atoms: [null] });
    expect(toggle(toggle(vip, null), null)).toBeNull();
  });

  it("singles out one of several tiers that were ticked", () => {
    const two: Filter = { op: "oneOf", field: tier, atoms: ["vip", "major"] };
    expect(toggle(two, "vip")).toEqual(vip);
    expect(isPicked(two, only("major"))).toBe(true);
    expect(isPicked(two, only(null))).toBe(false);
  });

  it("leaves lists on other fields and inside groups alone", () => {
    const other: Filter = { op: "oneOf", field: name, atoms: ["vip"] };
    expect(chosenAtoms(other, tier)).toBeNull();
    expect(chosenAtoms({ op: "or", parts: [vip, contains] }, tier)).toBeNull();
    expect(toggle(other, "vip")).toEqual({ op: "and", parts: [other, vip] });
  });

  it("of two conditions replaces both, and takes both away again", () => {
    const cell = (low: number): readonly Filter[] => [
      { op: "between", field: tier, low, high: low },
      {
        op: "or",
        parts: [
          { op: "less", field: name, value: low },
          { op: "empty", field: name },
        ],
      },
    ];
    const cells = [cell(1), cell(2)];
    const first = togglePicked(contains, cell(1), cells);
    expect(partsOf(first)).toEqual([contains, ...cell(1)]);
    const second = togglePicked(first, cell(2), cells);
    expect(partsOf(second)).toEqual([contains, ...cell(2)]);
    expect(isPicked(second, cell(1))).toBe(false);
    expect(togglePicked(second, cell(2), cells)).toEqual(contains);
  });
});
