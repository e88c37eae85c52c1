/** Parsing of scaled integers with the reasons a person is given. */
import { type Field, MAX_INTEGER } from "../../core/model/index.ts";
import type { Parsed, ParseProblem } from "../kind.ts";
import type { LocaleFormat } from "../locale.ts";
import { localDecimal, perHundred, plainDecimal, readDigits, scaleDigits } from "./decimal.ts";

export const decimalsOf = ({ type }: Field): number => (type.storage === "integer" ? type.decimals : 0);

/** `bare` is `text` without what decorates it. */
export function parseNumber(text: string, bare: string, field: Field, locale: LocaleFormat): Parsed {
  const decimals = decimalsOf(field);
  const digits = readDigits(bare, locale);
  if (digits === null) return { ok: false, problem: { problem: "notANumber", text } };
  const scaled = scaleDigits(digits.percent ? perHundred(digits) : digits, decimals);
  if (scaled.ok) return scaled;
  const limit = localDecimal(MAX_INTEGER, decimals, locale, { least: 0, currency: false });
  const problem: ParseProblem =
    scaled.why === "tooManyDecimals"
      ? { problem: "tooManyDecimals", text, decimals }
      : { problem: "outOfRange", text, low: `-${limit}`, high: limit };
  return { ok: false, problem };
}

/** For the editor: the locale's decimal sign, nothing else. */
export function editNumber(value: number, decimals: number, locale: LocaleFormat): string {
  return plainDecimal(value, decimals, false).replace(".", locale.decimal);
}
