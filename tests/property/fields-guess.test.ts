/** F2, the law of recognising columns, against a second and simpler account of how columns are written. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf, type KindId } from "../../src/core/model/index.ts";
import { type Guess, guessField } from "../../src/fields/index.ts";
import {
  AFFIXES,
  DATE_WAYS,
  GROUPS,
  NEGATIVES,
  type NumberWay,
  numberWays,
  someWay,
  writeDate,
  writeNumber,
} from "../support/columnTexts.ts";
import { check } from "../support/property.ts";

const BARE = numberWays([["", ""]]);
const DRESSED = numberWays(AFFIXES);
const storedOf = ({ type }: Guess): number => (type.storage === "integer" ? type.decimals : 0);

/** Whether every text comes back from its value in one way of writing. */
function comesBack(kind: KindId, guess: Guess, texts: readonly string[]): boolean {
  const { read } = guess;
  const stored = storedOf(guess);
  switch (kind) {
    case "number":
    case "money":
      return someWay(kind === "number" ? BARE : DRESSED, texts, read, (value, way) =>
        writeNumber(value, stored, way),
      );
    case "date":
      return someWay(DATE_WAYS, texts, read, writeDate);
    case "checkbox":
      return texts.every((text) => text === (read(text) === true ? "TRUE" : "FALSE"));
    case "choice": {
      const labels = new Map(choicesOf(guess.type).map(({ id, label }) => [id, label] as const));
      return texts.every((text) => [...labels].some(([id, label]) => id === read(text) && label === text));
    }
    default:
      return texts.every((text) => read(text) === text);
  }
}

const wayArb: fc.Arbitrary<NumberWay> = fc.constantFrom<"." | ",">(".", ",").chain((decimal) =>
  fc.record({
    decimal: fc.constant(decimal),
    group: fc.constantFrom(...GROUPS[decimal]),
    fixed: fc.constantFrom(null, 0, 1, 2, 3),
    lead: fc.constant(""),
    trail: fc.constant(""),
    negative: fc.constantFrom(...NEGATIVES),
  }),
);
const affixArb = fc.constantFrom(...AFFIXES);
const cents = fc.uniqueArray(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 8 });
const days = fc.uniqueArray(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 8 });

const written = (values: readonly number[], stored: number, way: NumberWay): readonly string[] => {
  const texts = values.map((value) => writeNumber(value, stored, way));
  return [...new Set(texts.filter((text) => text !== null))];
};

/** Nothing but plain numbers in brackets, which may count notes. */
const tellsNothing = (texts: readonly string[], { negative }: NumberWay): boolean =>
  negative !== "-" && texts.every((text) => /^ ?\([^.,]*\)$/.test(text));

const oddArb = fc.oneof(
  fc
    .array(fc.constantFrom(..."0123456789.,- '()%¥$/年月日"), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "00123",
    "12.",
    ".5",
    "1e5",
    "-0",
    "+5",
    "5%",
    "१२",
    "TRUE",
    "a@b.cc",
    "139 0000 1234",
    "0,5",
  ),
);

const columnArb = fc
  .tuple(
    fc.oneof(
      fc.tuple(cents, wayArb).map(([values, way]) => written(values, 2, way)),
      fc
        .tuple(cents, wayArb, affixArb)
        .map(([values, way, [lead, trail]]) => written(values, 2, { ...way, lead, trail })),
      fc
        .tuple(days, fc.constantFrom(...DATE_WAYS))
        .map(([values, way]) => values.map((day) => writeDate(day, way))),
      fc.constantFrom(["TRUE", "FALSE"], ["VIP", "vip", "Ａ"], []),
    ),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(oddArb, { minLength: 1, maxLength: 3 })),
  )
  .map(([texts, odd]) => [...new Set([...texts, ...odd])]);

describe("recognising a column", () => {
  it("F2 a guess gives every text back, character for character", () => {
    const decimalArb = fc.constantFrom(".", ",", undefined);
    check(
      fc.property(columnArb, fc.integer({ min: 1, max: 20 }), decimalArb, (texts, times, decimal) => {
        const { kind, guess } = guessField(texts, texts.length * times, decimal);
        expect(comesBack(kind, guess, texts), `${kind} ${JSON.stringify(texts)}`).toBe(true);
      }),
      3000,
    );
  });

  it("F2 a column of numbers is recognised in each of its ways, and its values are those that were written", () => {
    check(
      fc.property(cents, wayArb, (values, way) => {
        const texts = written(values, 2, way);
        fc.pre(texts.length > 0 && !texts.every((text) => /^ ?\d{8,} ?$/.test(text)));
        fc.pre(!tellsNothing(texts, way));
        const { kind, guess } = guessField(texts, texts.length, way.decimal);
        // Groups of digits without a sign or a decimal may be dialled as well.
        fc.pre(kind !== "phone");
        expect(kind, JSON.stringify(texts)).toBe("number");
        const scale = 10 ** (storedOf(guess) - 2);
        for (const value of values) {
          const text = writeNumber(value, 2, way);
          if (text !== null) expect(guess.read(text), text).toBeCloseTo(value * scale, 6);
        }
      }),
      1000,
    );
  });

  it("F2 a column of money keeps two decimals, and its values are those that were written", () => {
    check(
      fc.property(cents, wayArb, affixArb, (values, plain, [lead, trail]) => {
        const way = { ...plain, lead, trail };
        const texts = written(values, 2, way);
        fc.pre(texts.length > 0);
        const { kind, guess } = guessField(texts, texts.length, way.decimal);
        expect(kind, JSON.stringify(texts)).toBe("money");
        const scale = 10 ** (storedOf(guess) - 2);
        expect(scale).toBe(way.fixed === 3 ? 10 : 1);
        for (const value of values) {
          const text = writeNumber(value, 2, way);
          if (text !== null) expect(guess.read(text), text).toBe(value * scale);
        }
      }),
      1000,
    );
  });

  it("F2 a column of dates is recognised where day and month can be told apart, and is text where they cannot", () => {
    check(
      fc.property(days, fc.constantFrom(...DATE_WAYS), (values, way) => {
        const texts = values.map((day) => writeDate(day, way));
        const twoWays =
          way[0] !== "y" && values.every((day) => new Date(day * 86_400_000).getUTCDate() <= 12);
        const { kind, guess } = guessField(texts, texts.length);
        expect(kind, JSON.stringify(texts)).toBe(twoWays ? "text" : "date");
        if (!twoWays) expect(texts.map(guess.read)).toEqual(values);
      }),
      1000,
    );
  });
});
