/** The signs of currencies: which there are, and taking them off an amount. */
import type { LocaleFormat } from "../locale.ts";
import { tidyNumber } from "./decimal.ts";

const codes = new Set(Intl.supportedValuesOf("currency"));
/** What is written and is neither a symbol nor a code, and for which currencies. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["元", ["CNY", "TWD", "HKD", "MOP"]],
  ["圆", ["CNY"]],
  ["圓", ["CNY", "TWD", "HKD", "MOP"]],
  ["円", ["JPY"]],
  ["块", ["CNY"]],
  ["塊", ["CNY", "TWD", "HKD", "MOP"]],
  ["人民币", ["CNY"]],
  ["人民幣", ["CNY"]],
  ["RMB", ["CNY"]],
]);
const SYMBOL = /^[A-Z]{0,3}\p{Sc}$/u;

/** Whether this is a currency's sign anywhere in the world. */
export const isCurrency = (sign: string): boolean =>
  SYMBOL.test(sign) || WORDS.has(sign) || codes.has(sign.toUpperCase());

const known = new Map<string, ReadonlySet<string>>();

/** Besides the locale's own: a file need not come from where the workbook is. */
const TAGS = ["en", "zh-CN"];

/** What the locale, and English and Chinese, write for the workbook's currency, in each of its styles. */
function ownSigns({ tag, currency }: LocaleFormat): ReadonlySet<string> {
  const key = `${tag} ${currency}`;
  let signs = known.get(key);
  if (signs === undefined) {
    signs = new Set(
      [tag, ...TAGS].flatMap((each) =>
        (["symbol", "narrowSymbol", "code"] as const).map((currencyDisplay) => {
          const formatter = new Intl.NumberFormat(each, { style: "currency", currency, currencyDisplay });
          const part = formatter.formatToParts(1).find(({ type }) => type === "currency");
          return tidyNumber(part?.value ?? currency);
        }),
      ),
    );
    known.set(key, signs);
  }
  return signs;
}

const DIGIT = /\d/;
/** Signs of a number that may stand on either side of the currency's. */
const NUMBER_SIGNS = /[-−+()%]/g;

const isDecimal = (sign: string | undefined): boolean => sign === "." || sign === ",";

function lastDigit(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !DIGIT.test(text.charAt(at))) at -= 1;
  return at;
}

interface Sides {
  readonly lead: string;
  readonly amount: string;
  readonly trail: string;
}

/** What stands before the digits and behind them; null where there are none. */
function sidesOf(text: string): Sides | null {
  const clean = tidyNumber(text);
  const end = lastDigit(clean) + 1;
  if (end === 0) return null;
  const first = clean.search(DIGIT);
  const start = isDecimal(clean[first - 1]) && !/\p{L}/u.test(clean[first - 2] ?? "") ? first - 1 : first;
  const stop = isDecimal(clean[end]) && end + 1 === clean.length ? end + 1 : end;
  return { lead: clean.slice(0, start), amount: clean.slice(start, stop), trail: clean.slice(stop) };
}

const signOf = (side: string): string => side.replace(NUMBER_SIGNS, "").trim();

/** The amount without the sign of its currency; the text itself where there is no sign we know. */
export function withoutCurrency(text: string, locale: LocaleFormat): string {
  const sides = sidesOf(text);
  if (sides === null) return text;
  const { lead, amount, trail } = sides;
  const own = ownSigns(locale);
  for (const side of [lead, trail]) {
    const sign = signOf(side);
    if (sign !== "" && !isCurrency(sign) && !own.has(sign)) return text;
  }
  const signs = (side: string): string => (side.match(NUMBER_SIGNS) ?? []).join("");
  return signs(lead) + amount + signs(trail);
}

const LETTERS_AND_SYMBOL = /^([A-Z]{1,3})(\p{Sc})$/u;

/** Letters before a symbol (`S$`, `C$`, `RMB¥`) are how people tell apart currencies that share it: by how a code begins, mostly. */
function isOwnSign(sign: string, locale: LocaleFormat): boolean {
  const { currency } = locale;
  const own = ownSigns(locale);
  const means = (word: string): boolean => WORDS.get(word)?.includes(currency) === true;
  if (own.has(sign) || means(sign)) return true;
  const [, letters, symbol] = LETTERS_AND_SYMBOL.exec(sign) ?? [];
  if (letters === undefined || symbol === undefined) return false;
  return letters === currency || (own.has(symbol) && (currency.startsWith(letters) || means(letters)));
}

const MAY_HAVE_SIGN = /[\p{Sc}\p{L}]/u;

/** Whether an amount has the sign of another currency than the workbook's. */
export function isOtherCurrency(text: string, locale: LocaleFormat): boolean {
  const sides = MAY_HAVE_SIGN.test(text) ? sidesOf(text) : null;
  if (sides === null) return false;
  return [sides.lead, sides.trail]
    .map(signOf)
    .some((sign) => sign !== "" && isCurrency(sign) && !isOwnSign(sign, locale));
}
