/** Numbers: scaled integers with a fixed count of decimals, shown without zeros behind. */
import type { FieldKind } from "../kind.ts";
import { guessNumbers, localDecimal, plainDecimal } from "../shared/decimal.ts";
import { decimalsOf, editNumber, parseNumber } from "../shared/numbers.ts";

const NEW_DECIMALS = 4;

export const numberKind: FieldKind = {
  id: "number",
  newType: () => ({ storage: "integer", decimals: NEW_DECIMALS }),
  parse: (text, field, locale) =>
    text.trim() === "" ? { ok: true, value: null } : parseNumber(text, text, field, locale),
  format: (value, field, locale) =>
    typeof value === "number"
      ? localDecimal(value, decimalsOf(field), locale, { least: 0, currency: false })
      : "",
  editText: (value, field, locale) =>
    typeof value === "number" ? editNumber(value, decimalsOf(field), locale) : "",
  plain: (value, field) => (typeof value === "number" ? plainDecimal(value, decimalsOf(field), false) : ""),
  guess: (texts) => {
    const found = guessNumbers(texts);
    return found === null
      ? null
      : { type: { storage: "integer", decimals: found.decimals }, read: found.read };
  },
  align: "end",
};
