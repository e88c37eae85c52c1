/** Numbers: scaled integers with a fixed count of decimals, shown without zeros behind. */
import type { FieldKind } from "../kind.ts";
import { localDecimal, plainDecimal } from "../shared/decimal.ts";
import { areCodes, guessNumbers } from "../shared/numberColumn.ts";
import { decimalsOf, editNumber, parseNumber } from "../shared/numbers.ts";

/** Kept of a new field, and of a guessed one so that 1.5 may be typed below 1 and 2. */
const NEW_DECIMALS = 4;

const asTyped = (text: string): string => text;

export const numberKind: FieldKind = {
  id: "number",
  newType: () => ({ storage: "integer", decimals: NEW_DECIMALS }),
  parse: (text, field, locale) => parseNumber(text, field, locale, asTyped),
  format: (value, field, locale) =>
    typeof value === "number"
      ? localDecimal(value, decimalsOf(field), locale, { least: 0, currency: false })
      : "",
  editText: (value, field, locale) =>
    typeof value === "number" ? editNumber(value, decimalsOf(field), locale) : "",
  plain: (value, field) => (typeof value === "number" ? plainDecimal(value, decimalsOf(field), false) : ""),
  guess: (texts, _cells, decimal) => {
    const found = areCodes(texts) ? null : guessNumbers(texts, NEW_DECIMALS, decimal);
    return found === null
      ? null
      : { type: { storage: "integer", decimals: found.decimals }, read: found.read };
  },
  align: "end",
};
