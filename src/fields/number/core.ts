/** Numbers: scaled integers with a fixed count of decimals, shown without zeros behind. */
import type { FieldKind } from "../kind.ts";
import { allOf, areBracketed, minusForBrackets } from "../shared/brackets.ts";
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
    if (areCodes(texts) || areBracketed(texts)) return null;
    const withMinus = minusForBrackets(texts);
    const numbers = withMinus === null ? texts : allOf(texts.map(withMinus));
    const found = numbers === null || areCodes(numbers) ? null : guessNumbers(numbers, NEW_DECIMALS, decimal);
    if (found === null) return null;
    const read = withMinus === null ? found.read : (text: string) => found.read(withMinus(text) ?? "");
    return { type: { storage: "integer", decimals: found.decimals }, read };
  },
  align: "end",
};
