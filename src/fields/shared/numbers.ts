/** Parsing of scaled integers with the reasons a person is given. */
import { type Field, MAX_INTEGER } from "../../core/model/index.ts";
import type { Parsed, ParseProblem } from "../kind.ts";
import type { LocaleFormat } from "../locale.ts";
import { withoutCurrency } from "./currency.ts";
import { localDecimal, perHundred, plainDecimal, readDigits, readPlain, scaleDigits } from "./decimal.ts";

export const decimalsOf = ({ type }: Field): number => (type.storage === "integer" ? type.decimals : 0);

/** For the editor: the locale's decimal sign, nothing else. */
export function editNumber(value: number, decimals: number, locale: LocaleFormat): string {
  return plainDecimal(value, decimals, false).replace(".", locale.decimal);
}

/** What a refused text should have looked like. */
const example = (decimals: number, locale: LocaleFormat): string =>
  decimals === 0 ? "1234" : editNumber(12_345, 1, locale);

/** Whether it reads as a number or an amount, however large and with whatever decimals. */
export const isNumber = (text: string, locale: LocaleFormat): boolean =>
  readDigits(withoutCurrency(text, locale), locale) !== null;

/** `undress` takes off what decorates a number of this kind; it is asked only where there is more than digits. */
export function parseNumber(
  text: string,
  field: Field,
  locale: LocaleFormat,
  undress: (text: string) => string,
): Parsed {
  const decimals = decimalsOf(field);
  const plain = readPlain(text, decimals, locale.decimal);
  if (plain !== null) return { ok: true, value: plain };
  if (text.trim() === "") return { ok: true, value: null };
  const digits = readDigits(undress(text), locale);
  if (digits === null) {
    return { ok: false, problem: { problem: "notANumber", text, example: example(decimals, locale) } };
  }
  const scaled = scaleDigits(digits.percent ? perHundred(digits) : digits, decimals);
  if (scaled.ok) return scaled;
  const limit = localDecimal(MAX_INTEGER, decimals, locale, { least: 0, currency: false });
  const problem: ParseProblem =
    scaled.why === "tooManyDecimals"
      ? { problem: "tooManyDecimals", text, decimals }
      : { problem: "outOfRange", text, low: `-${limit}`, high: limit };
  return { ok: false, problem };
}
