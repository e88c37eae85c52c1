/** A checklist and the condition it comes to: compared with asking for each value whether it is ticked. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ALL,
  isTicked,
  NONE,
  onlyTicked,
  saysNothing,
  ticksOf,
  together,
  withTicked,
  withTicks,
} from "../../../src/app/checklist.ts";
import { type Atom, type Field, type Filter, fieldId } from "../../../src/core/model/index.ts";
import { passes } from "../../support/filterOracle.ts";
import { check } from "../../support/property.ts";

const CITY: Field = { id: fieldId("city"), name: "City", kind: "text", type: { storage: "text" } };
const FLAG: Field = { id: fieldId("flag"), name: "Flag", kind: "checkbox", type: { storage: "flag" } };
const OTHER: Filter = { op: "contains", field: CITY.id, text: "b" };
const ATOMS: readonly Atom[] = ["a", "b", "c", null];

const atomsArb = fc.subarray([...ATOMS]);
const ticksArb = fc.tuple(fc.boolean(), atomsArb).map(([rest, apart]) => ({ rest, apart: new Set(apart) }));

describe("a checklist", () => {
  it("lets through what is ticked, and shows the same ticks again", () => {
    check(
      fc.property(ticksArb, fc.constantFrom(null, OTHER), (ticks, before) => {
        if (saysNothing(ticks)) return;
        const filter = withTicks(before, CITY, ticks);
        for (const atom of ATOMS) {
          const wanted = isTicked(ticks, atom) && passes(before, [CITY], [atom], [[atom]]);
          expect(passes(filter, [CITY], [atom], [[atom]])).toBe(wanted);
          expect(isTicked(ticksOf(filter, CITY.id), atom)).toBe(isTicked(ticks, atom));
        }
      }),
      500,
    );
  });

  it("ticks and unticks values, one by one and several at once", () => {
    check(
      fc.property(ticksArb, atomsArb, fc.boolean(), (ticks, atoms, ticked) => {
        const next = withTicked(ticks, atoms, ticked);
        for (const atom of ATOMS)
          expect(isTicked(next, atom)).toBe(atoms.includes(atom) ? ticked : isTicked(ticks, atom));
      }),
      500,
    );
  });

  it("takes in what is ticked in another", () => {
    check(
      fc.property(ticksArb, atomsArb, (ticks, atoms) => {
        const both = together(ticks, onlyTicked(atoms));
        for (const atom of ATOMS)
          expect(isTicked(both, atom)).toBe(isTicked(ticks, atom) || atoms.includes(atom));
      }),
    );
  });

  it("asks of a box only whether it is checked", () => {
    expect(withTicks(null, FLAG, onlyTicked([1]))).toEqual({ op: "oneOf", field: FLAG.id, atoms: [1] });
    const unchecked = { op: "noneOf", field: FLAG.id, atoms: [1] };
    expect(withTicks(null, FLAG, onlyTicked([null]))).toEqual(unchecked);
    expect(withTicks(null, FLAG, withTicked(ALL, [1], false))).toEqual(unchecked);
    expect(withTicks(null, FLAG, ALL)).toBeNull();
  });

  it("takes the place of the condition it shows, and leaves the others as they are", () => {
    const old: Filter = { op: "oneOf", field: CITY.id, atoms: ["a"] };
    const flag: Filter = { op: "oneOf", field: FLAG.id, atoms: [1] };
    const filter: Filter = { op: "and", parts: [old, OTHER, flag] };
    expect(withTicks(filter, CITY, onlyTicked(["b"]))).toEqual({
      op: "and",
      parts: [{ op: "oneOf", field: CITY.id, atoms: ["b"] }, OTHER, flag],
    });
    expect(withTicks(filter, CITY, ALL)).toEqual({ op: "and", parts: [OTHER, flag] });
    const either: Filter = { op: "or", parts: [old, flag] };
    expect(withTicks(either, CITY, onlyTicked(["b"]))).toEqual({
      op: "and",
      parts: [either, { op: "oneOf", field: CITY.id, atoms: ["b"] }],
    });
    expect(withTicks(old, CITY, ALL)).toBeNull();
  });

  it("that ticks nothing says nothing", () => {
    expect(saysNothing(NONE)).toBe(true);
    expect(saysNothing(ALL)).toBe(false);
  });
});
