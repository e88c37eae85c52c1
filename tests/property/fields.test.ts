/** The laws of every kind of field, by walking the list of kinds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choiceId,
  choicesOf,
  type Field,
  type FieldType,
  MAX_INTEGER,
  sameValue,
  type Value,
} from "../../src/core/model/index.ts";
import { type FieldKind, kinds } from "../../src/fields/index.ts";
import { localeFormat } from "../../src/fields/locale.ts";
import { fieldOf } from "../support/fields.ts";
import { check } from "../support/property.ts";

const PROMISED = ["en", "en-GB", "de", "fr", "zh-CN", "zh-TW", "sv"];
/** Where digits, minus, groups or the side of the currency are unlike those of the others. */
const PECULIAR = ["de-CH", "en-IN", "hi", "ar-EG", "fa", "he", "pl", "nb", "ja", "th"];
const CURRENCIES = ["CNY", "USD", "EUR", "JPY", "SEK", "XOF", "AED", "CHF"];

const labelArb = fc.oneof(
  fc.constantFrom("VIP", "vip", "a, b", 'say "x"', '"', "、", " padded ", "重要客户", "a;b", "line\nbreak"),
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
  return types.map((each) => fieldOf(kind.id, each));
}

function valueArb(field: Field): fc.Arbitrary<Value> {
  const { type } = field;
  switch (type.storage) {
    case "text":
      return fc.oneof(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.constantFrom("00123", " x ", " ", "\ud800", "\0", "=1+1"),
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
      return fc.shuffledSubarray(
        type.choices.map((choice) => choice.id),
        { minLength: 1 },
      );
  }
}

const worldOf = (kind: FieldKind) =>
  fieldArb(kind).chain((field) =>
    fc.record({
      field: fc.constant(field),
      value: fc.oneof({ weight: 9, arbitrary: valueArb(field) }, { weight: 1, arbitrary: fc.constant(null) }),
      tag: fc.constantFrom(...PROMISED, ...PECULIAR),
      currency: fc.constantFrom(...CURRENCIES),
    }),
  );

describe("what every kind owes", () => {
  for (const kind of kinds.values()) {
    it(`F1 ${kind.id}: parse(format(v)) = v, and the same for what the editor and files get`, () => {
      check(
        fc.property(worldOf(kind), ({ field, value, tag, currency }) => {
          const locale = localeFormat(tag, currency);
          const cases = [
            { text: kind.format(value, field, locale), by: locale },
            { text: kind.editText(value, field, locale), by: locale },
            { text: kind.plain(value, field), by: localeFormat("en", currency) },
          ];
          for (const { text, by } of cases) {
            const parsed = kind.parse(text, field, by);
            const what = `${JSON.stringify(text)} in ${by.tag}`;
            expect(parsed.ok && sameValue(parsed.value, value), what).toBe(true);
            expect(parsed.ok && parsed.choices, `${what} adds no choice`).toBeUndefined();
          }
        }),
        400,
      );
    });

    it(`${kind.id}: whatever is typed is read or refused, and what is read fits the field`, () => {
      const text = fc.oneof(
        fc.string({ unit: "binary", maxLength: 12 }),
        fc
          .array(fc.constantFrom(...'0123456789.,-/年月日()%$¥★☆+"; ex', "Mar"), { maxLength: 14 })
          .map((parts) => parts.join("")),
      );
      check(
        fc.property(worldOf(kind), text, ({ field, tag, currency }, typed) => {
          const parsed = kind.parse(typed, field, localeFormat(tag, currency));
          if (!parsed.ok) {
            expect(parsed.problem.text).toBe(typed);
            return;
          }
          const { value, choices = choicesOf(field.type) } = parsed;
          const ids = new Set<unknown>(choices.map((choice) => choice.id));
          const { storage } = field.type;
          if (value === null) return;
          if (storage === "integer" || storage === "day") expect(value).toSatisfy(Number.isSafeInteger);
          else if (storage === "flag") expect(value).toBeTypeOf("boolean");
          else if (storage === "text") expect(value).toBe(typed);
          else expect([value].flat()).toSatisfy((all: unknown[]) => all.every((id) => ids.has(id)));
          expect(Object.is(value, -0)).toBe(false);
        }),
        400,
      );
    });
  }
});
