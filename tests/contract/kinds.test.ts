/** What every kind of field owes the rest of the house, by walking the list. */
import { describe, expect, it } from "vitest";
import { type Field, fieldId, KIND_IDS } from "../../src/core/model/index.ts";
import { kinds } from "../../src/fields/index.ts";
import type { ParseProblem } from "../../src/fields/kind.ts";
import { localeFormat } from "../../src/fields/locale.ts";
import { kindNames, problemText } from "../../src/fields/messages.ts";

const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;

describe("every kind of field", () => {
  it("is listed once, under its own id", () => {
    expect([...kinds.keys()].toSorted()).toEqual([...KIND_IDS].toSorted());
    for (const [id, kind] of kinds) expect(kind.id).toBe(id);
  });

  for (const kind of kinds.values()) {
    it(`${kind.id}: blank text is the empty value, and the empty value is blank`, () => {
      const field: Field = { id: fieldId("f"), name: "F", kind: kind.id, type: kind.newType() };
      const locale = localeFormat("en", "USD");
      expect(kind.parse("", field, locale)).toEqual({ ok: true, value: null });
      expect([
        kind.format(null, field, locale),
        kind.editText(null, field, locale),
        kind.plain(null, field),
      ]).toEqual(["", "", ""]);
    });

    it(`${kind.id}: has a name of its own in each language`, () => {
      for (const language of LANGUAGES) {
        const same = KIND_IDS.filter((id) => kindNames[id][language] === kindNames[kind.id][language]);
        expect(same).toEqual([kind.id]);
      }
    });
  }

  it("every problem is worded in each language, with the text that caused it", () => {
    const problems: readonly ParseProblem[] = [
      { problem: "notANumber", text: "much", example: "1234.50" },
      { problem: "tooManyDecimals", text: "1.234", decimals: 2 },
      { problem: "tooManyDecimals", text: "1.2", decimals: 0 },
      { problem: "outOfRange", text: "9", low: "1", high: "5" },
      { problem: "notADate", text: "soon", example: "2026-03-05" },
      { problem: "ambiguousDate", text: "1/2/2026" },
      { problem: "notACheckbox", text: "perhaps" },
    ];
    for (const problem of problems) {
      const worded = LANGUAGES.map((language) => problemText(language, problem));
      expect(new Set(worded).size).toBe(LANGUAGES.length);
      for (const sentence of worded) expect(sentence).toContain(problem.text);
    }
  });
});
