/** Amounts of money: exact to the last decimal, shown in the workbook's currency. */
import type { FieldKind } from "../kind.ts";
import type { LocaleFormat } from "../locale.ts";
import { guessNumbers, localDecimal, plainDecimal } from "../shared/decimal.ts";
import { decimalsOf, editNumber, parseNumber } from "../shared/numbers.ts";

const CENTS = 2;
const signs = new Map<string, readonly string[]>();
const codes = new Set(Intl.supportedValuesOf("currency"));

/** What the locale writes for the workbook's currency, in each of its styles. */
function currencySigns({ tag, currency }: LocaleFormat): readonly string[] {
  const key = `${tag} ${currency}`;
  let known = signs.get(key);
  if (known === undefined) {
    known = (["symbol", "narrowSymbol", "code"] as const).map((currencyDisplay) => {
      const formatter = new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay });
      return formatter.formatToParts(1).find((part) => part.type === "currency")?.value ?? currency;
    });
    signs.set(key, known);
  }
  return known;
}

const DECORATION =
  /^([-−(+]?)\s*([^\d\s.,()+−-]{0,4})\s*([-−]?[\d.,'’\s%]*\d[\d.,'’\s%]*[-−]?)\s*([^\d\s.,()%−-]{0,4}\.?)\s*([-−)]?)$/u;

const isSign = (text: string, locale: LocaleFormat): boolean =>
  text === "" ||
  /^[A-Z]{0,3}\p{Sc}$/u.test(text) ||
  ["元", "圆", "圓", "円", "块", "塊"].includes(text) ||
  codes.has(text.toUpperCase()) ||
  currencySigns(locale).some((sign) => sign.normalize("NFKC") === text);

const INVISIBLE = /[\u200e\u200f\u061c]/g;

/** The amount without the sign of its currency; the text itself where there is no sign we know. */
function withoutCurrency(text: string, locale: LocaleFormat): string {
  const clean = text.normalize("NFKC").replace(INVISIBLE, "").trim();
  const match = DECORATION.exec(clean);
  if (match === null) return text;
  const [, before = "", lead = "", amount = "", trail = "", after = ""] = match;
  return isSign(lead, locale) && isSign(trail, locale) ? before + amount.trim() + after : text;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** One sign of a currency before or behind every amount, the same in all of them. */
const SIGNED = /^(-?)([A-Z]{0,3}\p{Sc}\s?|[A-Z]{3}\s)?([\d.,' ]*\d)(\s?\p{Sc}|\s[A-Z]{3}|元)?$/u;

export const moneyKind: FieldKind = {
  id: "money",
  newType: () => ({ storage: "integer", decimals: CENTS }),
  parse: (text, field, locale) => {
    if (text.trim() === "") return { ok: true, value: null };
    const bare = PLAIN.test(text) ? text : withoutCurrency(text, locale);
    return parseNumber(text, bare, field, locale);
  },
  format: (value, field, locale) => {
    if (typeof value !== "number") return "";
    const decimals = decimalsOf(field);
    return localDecimal(value, decimals, locale, { least: Math.min(CENTS, decimals), currency: true });
  },
  editText: (value, field, locale) =>
    typeof value === "number" ? editNumber(value, decimalsOf(field), locale) : "",
  plain: (value, field) => (typeof value === "number" ? plainDecimal(value, decimalsOf(field), true) : ""),
  guess: (texts) => {
    const sign = SIGNED.exec(texts[0] ?? "");
    const [lead, trail] = [sign?.[2] ?? "", sign?.[4] ?? ""];
    if (lead + trail === "") return null;
    const bare = (text: string): string | null => {
      const match = SIGNED.exec(text);
      return match !== null && (match[2] ?? "") === lead && (match[4] ?? "") === trail
        ? `${match[1] ?? ""}${match[3] ?? ""}`
        : null;
    };
    const amounts = texts.map(bare);
    if (!amounts.every((amount) => amount !== null)) return null;
    const found = guessNumbers([...new Set(amounts)]);
    if (found === null) return null;
    const read = (text: string): number | undefined => {
      const amount = bare(text);
      return amount === null ? undefined : found.read(amount);
    };
    return { type: { storage: "integer", decimals: found.decimals }, read };
  },
  align: "end",
};
