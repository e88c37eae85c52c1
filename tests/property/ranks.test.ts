/** Ranks and search texts of a dictionary that grows: kept up to date, and the same as made at once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/core/model/index.ts";
import { CodedColumn } from "../../src/engine/columns/coded.ts";
import { collation } from "../../src/engine/query/collation.ts";
import { conditionHaystack } from "../../src/engine/query/haystack.ts";
import { EMPTY, rankSteps, suggestOrder } from "../../src/engine/query/ranks.ts";
import { runNow } from "../../src/engine/steps.ts";
import { check } from "../support/property.ts";

const PIECES = ["a", "B", "ä", "王", "伟", "阿", "9", "10", " ", "\ud800", "\0", "\uffff", "😀", "é", "K"];
const LOCALES = ["en", "sv", "zh-CN", "zh-TW-u-co-stroke"];

/** Adds texts to the dictionary, and to no cell. */
function learn(column: CodedColumn, dictionary: readonly string[]): void {
  column.write(new Uint32Array(), { form: "coded", dictionary, codes: new Uint32Array() });
}

/** Distinct texts, many more than go into one run or block. */
function texts(seed: number, count: number): string[] {
  const made = new Set<string>();
  let state = seed;
  while (made.size < count) {
    let text = "";
    do {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      text += PIECES[(state >>> 8) % PIECES.length];
    } while (state >>> 29 !== 0);
    made.add(text);
  }
  return [...made];
}

describe("ranks", () => {
  it("Q2 equal a naive sort of all texts, whether they came at once or in parts of any size", () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.constantFrom(...LOCALES),
        fc.array(fc.constantFrom(1, 3, 100, 2048, 5000), { minLength: 1, maxLength: 4 }),
        (seed, locale, parts) => {
          const column = new CodedColumn(4);
          const all = texts(
            seed,
            parts.reduce((sum, part) => sum + part, 0),
          );
          for (const part of parts) {
            const known = column.dictionary.length;
            learn(column, all.slice(known, known + part));
            const { ranks, limit, order } = runNow(rankSteps(column, locale));
            const { compare } = collation(locale);
            const naive = column.dictionary.toSorted(compare);
            expect(order.length).toBe(naive.length);
            expect(ranks[0]).toBe(EMPTY);
            let rank = 0;
            for (const [place, code] of order.entries()) {
              const text = column.dictionary[code - 1] ?? "";
              expect(compare(text, naive[place] ?? "")).toBe(0);
              if (place > 0 && compare(naive[place - 1] ?? "", text) !== 0) rank += 1;
              if (ranks[code] !== rank) expect([text, ranks[code]]).toEqual([text, rank]);
            }
            expect(limit).toBe(rank + 1);
          }
        },
      ),
      12,
    );
  });
});

describe("search texts", () => {
  it("Q1 a search through joined texts finds what a search text by text finds", () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.constantFrom(1, 2047, 2048, 2049, 6000),
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
        (seed, count, pieces) => {
          const column = new CodedColumn(4);
          learn(column, texts(seed, count));
          const haystack = runNow(conditionHaystack(column, { storage: "text" }));
          const sought = normalise(pieces.join(""));
          const verdicts = runNow(haystack.verdicts(sought));
          const naive = column.dictionary.map((text) => (normalise(text).includes(sought) ? 1 : 0));
          expect([...verdicts]).toEqual([0, ...naive]);
          expect(column.dictionary.map((_, index) => haystack.at(index + 1))).toEqual(
            column.dictionary.map(normalise),
          );
        },
      ),
      30,
    );
  });
});

describe("an order from the last snapshot", () => {
  const dictionary = texts(7, 3000);
  const order = (locale: string): Uint32Array => {
    const column = new CodedColumn(4);
    learn(column, dictionary);
    return runNow(rankSteps(column, locale)).order;
  };
  const withSuggestion = (locale: string, suggestion: Uint32Array, more: readonly string[] = []) => {
    const column = new CodedColumn(4);
    learn(column, dictionary);
    suggestOrder(column, locale, suggestion);
    learn(column, more);
    return runNow(rankSteps(column, locale));
  };

  it("Q2 makes the ranks that collating makes, texts that came since included", () => {
    for (const locale of LOCALES) {
      const more = texts(11, 3200).filter((text) => !dictionary.includes(text));
      expect(withSuggestion(locale, order(locale))).toEqual(withSuggestion(locale, new Uint32Array()));
      expect(withSuggestion(locale, order(locale), more)).toEqual(
        withSuggestion(locale, new Uint32Array(), more),
      );
    }
  });

  it("Q2 is taken as it is where it is in order: of equal texts either may come first", () => {
    const column = new CodedColumn(4);
    learn(column, ["b", "é", "e\u0301", "a"]);
    const suggestion = Uint32Array.of(4, 1, 3, 2);
    suggestOrder(column, "en", suggestion);
    expect(runNow(rankSteps(column, "en")).order).toEqual(suggestion);
  });

  it("Q2 counts for nothing where it is not in order, of other texts, or of another locale", () => {
    const good = order("en");
    const rest = good.subarray(1);
    const swapped = good.with(10, good[2000] ?? 0).with(2000, good[10] ?? 0);
    const twice = good.with(11, good[10] ?? 0);
    const foreign = good.map((code) => code + 1);
    for (const bad of [swapped, twice, foreign, rest, order("zh-TW-u-co-stroke")]) {
      expect(withSuggestion("en", bad)).toEqual(withSuggestion("en", new Uint32Array()));
    }
  });
});
