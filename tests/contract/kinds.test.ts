/** What every kind of field owes the rest of the house, by walking the list. */
import { describe, expect, it } from "vitest";
import { choicesOf, KIND_IDS, toAtom } from "../../src/core/model/index.ts";
import { Converter } from "../../src/fields/convert.ts";
import { guessField, kindOf, kinds } from "../../src/fields/index.ts";
import type { ParseProblem } from "../../src/fields/kind.ts";
import { localeFormat } from "../../src/fields/locale.ts";
import { kindNames, problemText } from "../../src/fields/messages.ts";
import { fieldOf } from "../support/fields.ts";

const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;
/** One for each kind that recognises columns. */
const COLUMNS = [
  ["TRUE", "FALSE"],
  ["2026-03-05"],
  ["a@b.cc"],
  ["https://tierbook.example"],
  ["+46 40 123 4567"],
  ["$5.00"],
  ["12.5"],
  ["two\nlines"],
  ["VIP", "Major"],
];
const MANY = Array.from({ length: 201 }, (_, n) => `n${n}`).join(",");
/** What some kind refuses. */
const REFUSED = ["much", "1.23456789", "99999999999999999999", "2026-02-30", "6", "1/2/2026", MANY];

describe("every kind of field", () => {
  it("is listed once, under its own id", () => {
    expect([...kinds.keys()].toSorted()).toEqual([...KIND_IDS].toSorted());
    for (const [id, kind] of kinds) expect(kind.id).toBe(id);
  });

  for (const kind of kinds.values()) {
    it(`${kind.id}: a new field is of this kind and begins without choices`, () => {
      const field = fieldOf(kind.id);
      expect(kindOf(field)).toBe(kind);
      expect(choicesOf(field.type)).toEqual([]);
      expect(kind.newType()).toEqual(kind.newType());
    });

    it(`${kind.id}: empty text is the empty value, and the empty value is empty text`, () => {
      const field = fieldOf(kind.id);
      const locale = localeFormat("en", "USD");
      expect(kind.parse("", field, locale)).toEqual({ ok: true, value: null });
      expect([
        kind.format(null, field, locale),
        kind.editText(null, field, locale),
        kind.plain(null, field),
      ]).toEqual(["", "", ""]);
    });

    it(`${kind.id}: blank text is kept by kinds that keep text, and empty in all others`, () => {
      const field = fieldOf(kind.id);
      for (const blank of [" ", "\t", "\u3000 ", "\u00a0"]) {
        const kept = field.type.storage === "text" ? blank : null;
        expect(kind.parse(blank, field, localeFormat("en", "USD"))).toEqual({ ok: true, value: kept });
      }
    });

    it(`${kind.id}: a guess has the storage of the kind`, () => {
      for (const texts of COLUMNS) {
        const guess = kind.guess?.(texts, 100) ?? null;
        if (guess === null) continue;
        expect(guess.type.storage).toBe(kind.newType().storage);
        for (const text of texts) expect(toAtom(guess.read(text) ?? null), text).not.toBeNull();
      }
    });

    it(`${kind.id}: has a name of its own in each language`, () => {
      for (const language of LANGUAGES) {
        const same = KIND_IDS.filter((id) => kindNames[id][language] === kindNames[kind.id][language]);
        expect(same).toEqual([kind.id]);
      }
    });
  }

  for (const from of KIND_IDS) {
    it(`${from}: becomes any other kind, and what is unchanged there comes back as it was`, () => {
      const locale = localeFormat("en", "USD");
      const field = fieldOf(from);
      for (const kind of KIND_IDS) {
        const there = new Converter(field, { kind }, fieldOf(kind).type, locale);
        for (const text of ["12", "4", "TRUE", "2026-03-05", "VIP", "a@b.cc"]) {
          const parsed = kindOf(field).parse(text, field, locale);
          const atom = parsed.ok ? toAtom(parsed.value) : null;
          if (atom === null || choicesOf(field.type).length > 0) continue;
          const fare = there.convert(atom);
          if (fare.type !== "unchanged" || fare.atom === null) continue;
          const back = new Converter(there.field, { kind: from }, field.type, locale);
          // Under ids of their own where choices were made on the way.
          if (field.type.storage !== "choice" && field.type.storage !== "choices")
            expect(back.convert(fare.atom), `${text} as ${kind}`).toEqual({ type: "unchanged", atom });
        }
      }
    });
  }

  it("each of the sample columns is recognised as something else", () => {
    expect(COLUMNS.map((texts) => guessField(texts, 100).kind)).toEqual([
      "checkbox",
      "date",
      "email",
      "link",
      "phone",
      "money",
      "number",
      "longText",
      "choice",
    ]);
    expect(guessField([], 0).kind).toBe("text");
  });

  it("every problem is worded in each language, with the text that caused it", () => {
    const problems: readonly ParseProblem[] = [
      { problem: "notANumber", text: "much", example: "1234.50" },
      { problem: "tooManyDecimals", text: "1.234", decimals: 2 },
      { problem: "tooManyDecimals", text: "1.2", decimals: 0 },
      { problem: "outOfRange", text: "9", low: "1", high: "5" },
      { problem: "notADate", text: "soon", example: "2026-03-05" },
      { problem: "ambiguousDate", text: "1/2/2026" },
      { problem: "noYear", text: "3 Mar", example: "2026-03-05" },
      { problem: "notACheckbox", text: "perhaps" },
      { problem: "tooManyLabels", text: "a,b…", most: 200 },
    ];
    for (const problem of problems) {
      const worded = LANGUAGES.map((language) => problemText(language, problem));
      expect(new Set(worded).size).toBe(LANGUAGES.length);
      for (const sentence of worded) expect(sentence).toContain(problem.text);
    }
  });

  it("every kind of refusal happens, and is worded with nothing left unfilled", () => {
    const worded = new Set<string>();
    for (const kind of kinds.values()) {
      for (const text of REFUSED) {
        const parsed = kind.parse(text, fieldOf(kind.id), localeFormat("zh-CN", "CNY"));
        if (parsed.ok) continue;
        for (const language of LANGUAGES) {
          const sentence = problemText(language, parsed.problem);
          expect(sentence).toContain(parsed.problem.text);
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
          worded.add(`${parsed.problem.problem} ${language}`);
        }
      }
    }
    expect(worded.size).toBe(7 * LANGUAGES.length);
  });
});
