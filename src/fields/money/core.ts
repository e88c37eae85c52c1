/** Amounts of money: exact to the last decimal, shown in the workbook's currency. */
import type { FieldKind } from "../kind.ts";
import { allOf, minusForBrackets } from "../shared/brackets.ts";
import { isCurrency, withoutCurrency } from "../shared/currency.ts";
import { localDecimal, plainDecimal } from "../shared/decimal.ts";
import { guessNumbers } from "../shared/numberColumn.ts";
import { decimalsOf, editNumber, parseNumber } from "../shared/numbers.ts";

const CENTS = 2;

/** A minus, what may be a currency, the amount, what may be a currency. */
const SIGNED = /^(-?)([^\d\s.,'’()-]*\s?)(\d[\d.,'’ \u00a0\u202f]*\d|\d)(\s?[^\d\s.,'’()-]*)$/u;

/** What has no currency, as nearly all numbers. */
const UNSIGNED = /^[\d\s.,()-]*$/;
const asItIs = (text: string): string => text;

interface Signs {
  readonly lead: string;
  readonly trail: string;
}

/** The one sign of a currency before or behind an amount; null if there is none or two. */
function signsOf(text: string): Signs | null {
  const match = SIGNED.exec(text);
  if (match === null) return null;
  const [lead = "", trail = ""] = [match[2], match[4]];
  const single = (lead === "") !== (trail === "");
  return single && isCurrency((lead + trail).trim()) ? { lead, trail } : null;
}

/** The amount with its minus, if it wears exactly these signs. */
function undressed(text: string, { lead, trail }: Signs): string | undefined {
  const minus = text.startsWith("-") ? "-" : "";
  const wears = text.startsWith(lead, minus.length) && text.endsWith(trail);
  return wears ? minus + text.slice(minus.length + lead.length, text.length - trail.length) : undefined;
}

export const moneyKind: FieldKind = {
  id: "money",
  newType: () => ({ storage: "integer", decimals: CENTS }),
  parse: (text, field, locale) => parseNumber(text, field, locale, (full) => withoutCurrency(full, locale)),
  format: (value, field, locale) => {
    if (typeof value !== "number") return "";
    const decimals = decimalsOf(field);
    return localDecimal(value, decimals, locale, { least: Math.min(CENTS, decimals), currency: true });
  },
  editText: (value, field, locale) =>
    typeof value === "number" ? editNumber(value, decimalsOf(field), locale) : "",
  plain: (value, field) => (typeof value === "number" ? plainDecimal(value, decimalsOf(field), true) : ""),
  guess: (texts, _cells, decimal) => {
    if (UNSIGNED.test(texts[0] ?? "")) return null;
    const withMinus = minusForBrackets(texts) ?? asItIs;
    const signs = signsOf(withMinus(texts[0] ?? "") ?? "");
    if (signs === null) return null;
    const amountOf = (text: string): string | undefined => undressed(withMinus(text) ?? "", signs);
    const amounts = allOf(texts.map(amountOf));
    if (amounts === null) return null;
    const found = guessNumbers(amounts, CENTS, decimal);
    if (found === null) return null;
    const read = (text: string): number | undefined => found.read(amountOf(text) ?? "");
    return { type: { storage: "integer", decimals: found.decimals }, read };
  },
  align: "end",
};
