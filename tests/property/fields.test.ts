/** The laws of every kind of field, by walking the list of kinds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choiceId,
  type Field,
  type FieldType,
  fieldId,
  MAX_INTEGER,
  sameValue,
  type Value,
} from "../../src/core/model/index.ts";
import { type FieldKind, guessField, kinds } from "../../src/fields/index.ts";
import { localeFormat } from "../../src/fields/locale.ts";
import { isoText } from "../../src/fields/shared/day.ts";
import { plainDecimal } from "../../src/fields/shared/decimal.ts";
import { check } from "../support/property.ts";

const LOCALES = ["en", "en-GB", "de", "fr", "sv", "zh-CN", "zh-TW"];
const CURRENCIES = ["CNY", "USD", "EUR", "JPY"];

const labelArb = fc.oneof(
  fc.constantFrom("VIP", "a, b", 'say "x"', "、", " padded ", "重要客户", "a;b", "line\nbreak"),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== ""),
);
const choicesArb: fc.Arbitrary<readonly Choice[]> = fc
  .uniqueArray(labelArb, { minLength: 1, maxLength: 6 })
  .map((labels) =>
    labels.map((label, index) => ({ id: choiceId(`c${index + 1}`), label, hue: "teal" as const })),
  );

function fieldArb(kind: FieldKind): fc.Arbitrary<Field> {
  const type = kind.newType();
  const types: fc.Arbitrary<FieldType> =
    type.storage === "choice" || type.storage === "choices"
      ? choicesArb.map((choices) => ({ storage: type.storage, choices }))
      : type.storage === "integer" && kind.id !== "rating"
        ? fc.integer({ min: 0, max: 6 }).map((decimals) => ({ storage: "integer", decimals }))
        : fc.constant(type);
  return types.map((each) => ({ id: fieldId("f"), name: "F", kind: kind.id, type: each }));
}

function valueArb(field: Field): fc.Arbitrary<Value> {
  const { type } = field;
  switch (type.storage) {
    case "text":
      return fc.oneof(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.constantFrom("00123", " x ", "\ud800", "=1+1"),
      );
    case "integer":
      return field.kind === "rating"
        ? fc.integer({ min: 1, max: 5 })
        : fc.oneof(
            fc.integer({ min: -200_000, max: 200_000 }),
            fc.integer({ min: -MAX_INTEGER, max: MAX_INTEGER }),
          );
    case "day":
      return fc.integer({ min: -719_162, max: 2_932_896 });
    case "flag":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...type.choices.map((choice) => choice.id));
    case "choices":
      return fc.subarray(
        type.choices.map((choice) => choice.id),
        { minLength: 1 },
      );
  }
}

describe("kinds of fields", () => {
  for (const kind of kinds.values()) {
    it(`F1 ${kind.id}: parse(format(v)) = v, and the same for what the editor and files get`, () => {
      const world = fieldArb(kind).chain((field) =>
        fc.record({
          field: fc.constant(field),
          value: fc.oneof(
            { weight: 9, arbitrary: valueArb(field) },
            { weight: 1, arbitrary: fc.constant(null) },
          ),
          locale: fc.constantFrom(...LOCALES),
          currency: fc.constantFrom(...CURRENCIES),
        }),
      );
      check(
        fc.property(world, ({ field, value, locale: tag, currency }) => {
          const locale = localeFormat(tag, currency);
          for (const text of [kind.format(value, field, locale), kind.editText(value, field, locale)]) {
            const parsed = kind.parse(text, field, locale);
            expect(parsed, `${JSON.stringify(text)} in ${tag}`).toMatchObject({ ok: true });
            if (parsed.ok)
              expect(sameValue(parsed.value, value), `${JSON.stringify(text)} in ${tag}`).toBe(true);
          }
          const parsed = kind.parse(kind.plain(value, field), field, localeFormat("en", currency));
          expect(parsed.ok && sameValue(parsed.value, value), kind.plain(value, field)).toBe(true);
        }),
        400,
      );
    });
  }

  const column = fc.oneof(
    fc.array(fc.integer({ min: -99_999, max: 999_999 }).map(String), { minLength: 1 }),
    fc.array(
      fc.integer({ min: 0, max: 10_000_000 }).map((cents) => plainDecimal(cents, 2, true)),
      { minLength: 1 },
    ),
    fc.array(
      fc.integer({ min: 0, max: 10_000_000 }).map((cents) => `¥${plainDecimal(cents, 2, true)}`),
      { minLength: 1 },
    ),
    fc.array(fc.integer({ min: 0, max: 30_000 }).map(isoText), { minLength: 1 }),
    fc.array(
      fc.integer({ min: 0, max: 30_000 }).map((day) => isoText(day).split("-").reverse().join("/")),
      { minLength: 1 },
    ),
    fc.array(fc.constantFrom("TRUE", "FALSE"), { minLength: 1 }),
    fc.array(fc.constantFrom("Red", "Green", "茶"), { minLength: 12 }),
    fc.array(
      fc.constantFrom(
        "00123",
        "1,234.50",
        "1.234,50",
        "12",
        "1e5",
        "-0",
        "+5",
        "5%",
        "2026-2-3",
        "1/2/26",
        "a@b.cc",
        " 7",
        "१२",
        "139 0000 1234",
      ),
      { minLength: 1, maxLength: 4 },
    ),
  );

  it("F2 a guess gives every text back, character for character", () => {
    check(
      fc.property(column, (cells) => {
        const texts = [...new Set(cells)];
        const { kind: id, guess } = guessField(texts, cells.length);
        const kind = kinds.get(id);
        const field: Field = { id: fieldId("f"), name: "F", kind: id, type: guess.type };
        const seen = new Map<unknown, string>();
        for (const text of texts) {
          const value = guess.read(text);
          expect(value, text).not.toBeUndefined();
          expect(value, text).not.toBeNull();
          // Distinct texts stay distinct values: nothing that told them apart was lost.
          const key = kind?.plain(value ?? null, field);
          expect(seen.get(key), `${text} and ${seen.get(key)}`).toBeUndefined();
          seen.set(key, text);
        }
      }),
      600,
    );
  });

  it("F2 codes, long digits and telephone numbers are no numbers", () => {
    const kindFor = (...texts: string[]) => guessField(texts, texts.length).kind;
    expect(kindFor("00123", "00124")).toBe("text");
    expect(kindFor("110101199003071234", "110101199003071235")).toBe("text");
    expect(kindFor("13800001234", "13900001234")).toBe("phone");
    expect(kindFor("+46 40 123 4567", "+44 113 222-3333")).toBe("phone");
    expect(kindFor("74210", "38760.5")).toBe("number");
    expect(kindFor("1,234.50", "99.00")).toBe("number");
    expect(kindFor("1.234,50", "99,00")).toBe("number");
    expect(kindFor("12.50", "12.5")).toBe("text");
    expect(kindFor("¥1,200.00", "¥20.50")).toBe("money");
    expect(kindFor("31/12/2025", "01/02/2026")).toBe("date");
    expect(kindFor("11/12/2025", "01/02/2026"), "day and month cannot be told apart").toBe("text");
    expect(kindFor("2026年3月5日", "2026年11月15日")).toBe("date");
    expect(kindFor("a@b.cc", "k1@example.com")).toBe("email");
    expect(kindFor("1.38E+10", "12")).toBe("text");
  });

  it("values are read as people write them", () => {
    const read = (
      id: "number" | "money" | "date" | "checkbox" | "rating",
      text: string,
      tag = "en",
      decimals = 2,
    ) => {
      const kind = kinds.get(id);
      const type = kind?.newType() ?? { storage: "text" };
      const field: Field = {
        id: fieldId("f"),
        name: "F",
        kind: id,
        type: type.storage === "integer" && id !== "rating" ? { ...type, decimals } : type,
      };
      const parsed = kind?.parse(text, field, localeFormat(tag, "EUR"));
      return parsed?.ok === true ? parsed.value : parsed?.problem.problem;
    };
    expect(read("number", "1,234.5")).toBe(123450);
    expect(read("number", "1.234,50", "de")).toBe(123450);
    expect(read("number", "1,234.50", "de")).toBe(123450);
    expect(read("number", "1 234,5", "fr")).toBe(123450);
    expect(read("number", "１２３")).toBe(12300);
    expect(read("number", "(5)")).toBe(-500);
    expect(read("number", "12-")).toBe(-1200);
    expect(read("number", "5%")).toBe(5);
    expect(read("number", "1,23")).toBe("notANumber");
    expect(read("number", "1.234")).toBe("tooManyDecimals");
    expect(read("number", "90071992547409.92")).toBe("outOfRange");
    expect(read("money", "¥1,200")).toBe(120000);
    expect(read("money", "-€5.00")).toBe(-500);
    expect(read("money", "1 200 kr", "sv")).toBe("notANumber");
    expect(read("money", "much")).toBe("notANumber");
    expect(read("date", "2026-02-29")).toBe("notADate");
    expect(read("date", "5/3/2026", "en-GB")).toBe(read("date", "2026-03-05"));
    expect(read("date", "3/5/2026")).toBe(read("date", "2026-03-05"));
    expect(read("date", "3 Mar 2026")).toBe(read("date", "2026-03-03"));
    expect(read("date", "3. März 2026", "de")).toBe(read("date", "2026-03-03"));
    expect(read("date", "２０２６年３月５日", "zh-CN")).toBe(read("date", "2026-03-05"));
    expect(read("date", "20260305")).toBe(read("date", "2026-03-05"));
    expect(read("checkbox", "Yes")).toBe(true);
    expect(read("rating", "★★★")).toBe(3);
    expect(read("rating", "6")).toBe("outOfRange");
  });
});
