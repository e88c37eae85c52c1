/** What a new workbook takes from the machine it is made on: a locale and the currency people there count in. */

import type { Language, Translate } from "../i18n/index.ts";
import { templateWords } from "../i18n/template.ts";
import type { NewWorkbook } from "../worker/api.ts";

const EURO = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC ME SM VA XK".split(" ");

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...EURO.map((region) => [region, "EUR"] as const),
  ["AE", "AED"],
  ["AR", "ARS"],
  ["AU", "AUD"],
  ["BG", "EUR"],
  ["BR", "BRL"],
  ["CA", "CAD"],
  ["CH", "CHF"],
  ["CL", "CLP"],
  ["CN", "CNY"],
  ["CO", "COP"],
  ["CZ", "CZK"],
  ["DK", "DKK"],
  ["GB", "GBP"],
  ["HK", "HKD"],
  ["HU", "HUF"],
  ["ID", "IDR"],
  ["IL", "ILS"],
  ["IN", "INR"],
  ["JP", "JPY"],
  ["KR", "KRW"],
  ["MO", "MOP"],
  ["MX", "MXN"],
  ["MY", "MYR"],
  ["NO", "NOK"],
  ["NZ", "NZD"],
  ["PH", "PHP"],
  ["PL", "PLN"],
  ["RO", "RON"],
  ["SA", "SAR"],
  ["SE", "SEK"],
  ["SG", "SGD"],
  ["TH", "THB"],
  ["TR", "TRY"],
  ["TW", "TWD"],
  ["UA", "UAH"],
  ["VN", "VND"],
  ["US", "USD"],
  ["ZA", "ZAR"],
]);

/** Where people write in more languages than the likeliest one. */
const ALSO = ["en-HK", "en-IN", "fr-BE", "fr-CA", "fr-CH", "it-CH", "zh-SG"];

/** Ways of writing numbers and dates to choose from: one for every region, and what is asked for beside. */
export function localeChoices(more: readonly string[]): readonly string[] {
  const regions = [...CURRENCIES.keys()].map((region) => {
    const { language } = new Intl.Locale(`und-${region}`).maximize();
    return `${language}-${region}`;
  });
  return [...new Set([...regions, ...ALSO, ...more])];
}

/** Currencies to choose from, and what is asked for beside. */
export const currencyChoices = (more: string): readonly string[] => [
  ...new Set([...CURRENCIES.values(), more]),
];

/** Of the likeliest region where the tag names none; US dollars for a region not listed. */
export function currencyOf(tag: string): string {
  const locale = new Intl.Locale(tag);
  // The likeliest one is looked up in tables that the browser has to load first.
  return CURRENCIES.get(locale.region ?? locale.maximize().region ?? "") ?? "USD";
}

/**
 * The browser's locale if it is one of the interface's language, so that "en-GB" writes its own dates; else the
 * language itself.
 */
export function localeTag(language: Language, tags: readonly string[]): string {
  const prefix = language.slice(0, 2);
  return tags.find((tag) => tag.toLowerCase().startsWith(prefix)) ?? language;
}

export function newWorkbook(t: Translate, language: Language, tags: readonly string[]): NewWorkbook {
  const locale = localeTag(language, tags);
  return { words: templateWords(t), locale, currency: currencyOf(locale) };
}
