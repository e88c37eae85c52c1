/** N1 and N2: what filling makes of cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Atom, FieldType } from "../../src/core/model/index.ts";
import { filled, repeated, seriesOf } from "../../src/engine/fill/series.ts";
import { check } from "../support/property.ts";

const text: FieldType = { storage: "text" };
const number: FieldType = { storage: "integer", decimals: 2 };
const day: FieldType = { storage: "day" };
const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;
const isoOf = (atom: Atom): string => new Date(Number(atom) * 86_400_000).toISOString().slice(0, 10);
const days = (...texts: readonly string[]): readonly number[] => texts.map(dayOf);
const next = (type: FieldType, atoms: readonly Atom[], count: number, toggled = false): readonly Atom[] =>
  Array.from({ length: count }, (_, place) => filled(type, atoms, toggled)(place));

describe("a series", () => {
  it("N1 of numbers, days and codes goes on by the step of the given cells", () => {
    const step = fc.integer({ min: -500, max: 500 });
    const start = fc.integer({ min: -100_000, max: 100_000 });
    check(
      fc.property(start, step, fc.integer({ min: 2, max: 6 }), fc.nat(50), (from, by, count, place) => {
        const given = Array.from({ length: count }, (_, index) => from + by * index);
        const expected = from + by * (count + place);
        expect(seriesOf(number, given)?.(place)).toBe(expected);
        // So far apart they may be months.
        if (Math.abs(by) < 28) expect(seriesOf(day, given)?.(place)).toBe(expected);
      }),
    );
    check(
      fc.property(fc.string(), fc.nat(1e12), fc.nat(999), fc.nat(99), (name, from, by, place) => {
        const prefix = `${name}-`;
        const code = (n: number): string => `${prefix}${String(n).padStart(16, "0")}`;
        const found = seriesOf(text, [code(from), code(from + by)]);
        expect(found?.(place)).toBe(code(from + by * (place + 2)));
      }),
    );
  });

  it("N2 without a rule the cells are repeated", () => {
    check(
      fc.property(
        fc.array(fc.option(fc.string()), { minLength: 1, maxLength: 5 }),
        fc.nat(100),
        (atoms, place) => {
          expect(repeated(atoms)(place)).toBe(atoms[place % atoms.length]);
        },
      ),
    );
    expect(next(text, ["red", "blue"], 3)).toEqual(["red", "blue", "red"]);
    expect(next(text, ["A-1", "B-2"], 2)).toEqual(["A-1", "B-2"]);
    expect(next(number, [1, 2, 4], 3)).toEqual([1, 2, 4]);
    expect(next(number, [1, null], 2)).toEqual([1, null]);
  });

  it("keeps the zeros of a code and grows it where it must", () => {
    expect(next(text, ["K-009"], 2)).toEqual(["K-010", "K-011"]);
    expect(next(text, ["K-099"], 2)).toEqual(["K-100", "K-101"]);
    expect(next(text, ["99"], 1)).toEqual(["100"]);
    expect(next(text, ["000000000000000009", "000000000000000008"], 2)).toEqual([
      "000000000000000007",
      "000000000000000006",
    ]);
    expect(next(text, ["K-1", "K-0"], 1)).toEqual([null]);
  });

  it("repeats a single number and counts it up when toggled, a day and a code the other way round", () => {
    expect(next(number, [150], 2)).toEqual([150, 150]);
    expect(next(number, [150], 2, true)).toEqual([250, 350]);
    expect(next(text, ["K-1"], 2, true)).toEqual(["K-1", "K-1"]);
    expect(next(day, days("2026-02-28"), 2).map(isoOf)).toEqual(["2026-03-01", "2026-03-02"]);
  });

  it("knows months, their ends and working days", () => {
    expect(next(day, days("2026-01-31", "2026-02-28"), 3).map(isoOf)).toEqual([
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
    ]);
    expect(next(day, days("2024-11-15", "2024-12-15"), 2).map(isoOf)).toEqual(["2025-01-15", "2025-02-15"]);
    expect(next(day, days("2026-11-19", "2026-11-20", "2026-11-23"), 5).map(isoOf)).toEqual([
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-30",
    ]);
  });
});
