/** The signs of currencies: which there are, and taking them off an amount. */
import type { LocaleFormat } from "../locale.ts";
import { tidyNumber } from "./decimal.ts";

const codes = new Set(Intl.supportedValuesOf("currency"));
/** What is written and is neither a symbol nor a code. */
const WORDS = new Set(["元", "圆", "圓", "円", "块", "塊", "人民币", "人民幣", "RMB"]);
const SYMBOL = /^[A-Z]{0,3}\p{Sc}$/u;

/** Whether this is a currency's sign anywhere in the world. */
export const isCurrency = (sign: string): boolean =>
  SYMBOL.test(sign) || WORDS.has(sign) || codes.has(sign.toUpperCase());

const known = new Map<string, ReadonlySet<string>>();

/** What the locale writes for the workbook's currency, in each of its styles. */
function ownSigns({ tag, currency }: LocaleFormat): ReadonlySet<string> {
  const key = `${tag} ${currency}`;
  let signs = known.get(key);
  if (signs === undefined) {
    signs = new Set(
      (["symbol", "narrowSymbol", "code"] as const).map((currencyDisplay) => {
        const formatter = new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay });
        const part = formatter.formatToParts(1).find(({ type }) => type === "currency");
        return tidyNumber(part?.value ?? currency);
      }),
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

/** The amount without the sign of its currency; the text itself where there is no sign we know. */
export function withoutCurrency(text: string, locale: LocaleFormat): string {
  const clean = tidyNumber(text);
  const end = lastDigit(clean) + 1;
  if (end === 0) return text;
  const first = clean.search(DIGIT);
  const start = isDecimal(clean[first - 1]) && !/\p{L}/u.test(clean[first - 2] ?? "") ? first - 1 : first;
  const stop = isDecimal(clean[end]) && end + 1 === clean.length ? end + 1 : end;
  const [lead, trail] = [clean.slice(0, start), clean.slice(stop)];
  const own = ownSigns(locale);
  for (const side of [lead, trail]) {
    const sign = side.replace(NUMBER_SIGNS, "").trim();
    if (sign !== "" && !isCurrency(sign) && !own.has(sign)) return text;
  }
  const signs = (side: string): string => (side.match(NUMBER_SIGNS) ?? []).join("");
  return signs(lead) + clean.slice(start, stop) + signs(trail);
}
