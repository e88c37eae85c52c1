/** Exact decimals: texts to scaled integers and back, by digits, never through a binary fraction. */
import { MAX_INTEGER } from "../../core/model/index.ts";
import type { LocaleFormat } from "../locale.ts";

/** A decimal as its digits; `percent` says that a sign for it stood behind. */
export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const DIGITS = /^\d*$/;
/** One mark between all groups of three. */
const GROUPED = /^[1-9]\d{0,2}([ '’.,])\d{3}(?:\1\d{3})*$/;
/** Lakh and crore. */
const INDIAN = /^[1-9]\d?(?:,\d{2})*,\d{3}$/;
/** Longer texts are nothing that was meant as a number, and not worth looking through. */
const LONGEST = 100;
/** As many digits as a double holds whatever they are; beside them a text has a minus and a decimal sign at most. */
const SAFE_DIGITS = 15;
const SAFE_LENGTH = SAFE_DIGITS + 2;

const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * The short way for what nearly all texts are: digits, at most a minus before them and the decimal sign among them.
 * Null where the text is more than that, or does not fit; `readDigits` then says what it is.
 */
export function readPlain(text: string, decimals: number, decimal: string): number | null {
  const negative = text.charCodeAt(0) === MINUS;
  const sign = decimal.charCodeAt(0);
  const start = negative ? 1 : 0;
  if (text.length > SAFE_LENGTH || text.length === start) return null;
  let value = 0;
  let cut = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === sign && cut < 0 && at + 1 < text.length) {
      cut = at;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  const whole = (cut < 0 ? text.length : cut) - start;
  const missing = decimals - (cut < 0 ? 0 : text.length - cut - 1);
  if (missing < 0 || whole + decimals > SAFE_DIGITS) return null;
  for (let more = missing; more > 0; more--) value *= 10;
  // 0 - value, so that minus zero does not come about.
  return negative ? 0 - value : value;
}

/** Marks of direction that Intl puts around signs in some locales. */
const INVISIBLE = /[\u200e\u200f\u061c]/g;

/** As prices are written that have no cents: "12,–", "CHF 12.--". The stroke is no minus, and shows the decimal sign. */
const NO_CENTS = /(\d[.,])[-−–—]{1,2}(?!\d)/;

/** What nearly all texts are; they are narrow as they stand. */
const NARROW = /^[\x20-\x7e]*$/;

/** Narrow forms, plain spaces, no marks that are not seen, cents where a stroke stands for none. */
export function tidyNumber(text: string): string {
  const narrow = NARROW.test(text) ? text : text.normalize("NFKC").replace(INVISIBLE, "");
  const trimmed = narrow.trim();
  return NO_CENTS.test(trimmed) ? trimmed.replace(NO_CENTS, (_, before: string) => `${before}00`) : trimmed;
}

function unsigned(text: string): { readonly negative: boolean; readonly rest: string } {
  if (text.startsWith("(") && text.endsWith(")")) return { negative: true, rest: text.slice(1, -1).trim() };
  if (/^[-−]/.test(text)) return { negative: true, rest: text.slice(1).trim() };
  if (/[-−]$/.test(text)) return { negative: true, rest: text.slice(0, -1).trim() };
  return { negative: false, rest: text.startsWith("+") ? text.slice(1).trim() : text };
}

/** Which of `.` and `,` is the decimal sign of this text, by what it shows and else by the locale. */
function decimalSign(text: string, locale: LocaleFormat): "." | "," | null {
  const point = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  if (point < 0 && comma < 0) return null;
  const sign = point >= 0 ? "." : ",";
  const once = text.indexOf(sign) === text.lastIndexOf(sign);
  return once && sign === locale.decimal ? sign : null;
}

/** Takes grouping out; null where the groups are not groups. */
function ungroup(text: string, decimal: "." | "," | null, locale: LocaleFormat): string | null {
  if (DIGITS.test(text)) return text;
  const mark = GROUPED.exec(text)?.[1] ?? (INDIAN.test(text) ? "," : null);
  if (mark === null) return null;
  // Where groups are set apart by spaces, a single point is a decimal sign from a keypad: 1.250 is not 1250.
  const mistakable = mark === "." && decimal === null && text.indexOf(mark) === text.lastIndexOf(mark);
  if (mistakable && locale.group !== "." && locale.group !== ",") return null;
  return text.replaceAll(mark, "");
}

/** Reads what people and files write as a number in this locale; null if it is none. */
export function readDigits(
  text: string,
  locale: LocaleFormat,
): (Digits & { readonly percent: boolean }) | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return null;
  const { negative, rest: signless } = unsigned(tidyNumber(trimmed));
  const percent = signless.endsWith("%");
  const rest = percent ? signless.slice(0, -1).trim() : signless;
  const decimal = decimalSign(rest, locale);
  const cut = decimal === null ? rest.length : rest.lastIndexOf(decimal);
  const whole = ungroup(rest.slice(0, cut), decimal, locale);
  const fraction = rest.slice(cut + 1);
  if (whole === null || !DIGITS.test(fraction) || whole + fraction === "") return null;
  return { negative, whole, fraction, percent };
}

export type Scaled =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: "tooManyDecimals" | "outOfRange" };

/** The integer digits·10^decimals. Zeros behind the last decimal are no decimals. */
export function scaleDigits({ negative, whole, fraction }: Digits, decimals: number): Scaled {
  const kept = fraction.length > decimals ? fraction.replace(/0+$/, "") : fraction;
  if (kept.length > decimals) return { ok: false, why: "tooManyDecimals" };
  const value = Number(whole + kept.padEnd(decimals, "0"));
  if (value > MAX_INTEGER) return { ok: false, why: "outOfRange" };
  return { ok: true, value: negative ? 0 - value : value };
}

/** Digits moved two places, as a percent sign asks. */
export function perHundred({ negative, whole, fraction }: Digits): Digits {
  const padded = whole.padStart(3, "0");
  return { negative, whole: padded.slice(0, -2), fraction: padded.slice(-2) + fraction };
}

/** With a point, without grouping. `fixed` keeps all decimals, else zeros behind are cut off. */
export function plainDecimal(value: number, decimals: number, fixed: boolean): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const fraction = fixed ? digits.slice(-decimals) : digits.slice(-decimals).replace(/0+$/, "");
  const text = digits.slice(0, -decimals) + (fraction === "" ? "" : `.${fraction}`);
  return value < 0 ? `-${text}` : text;
}

const formatters = new Map<string, Intl.NumberFormat>();

export interface Style {
  /** Decimals shown at least. */
  readonly least: number;
  readonly currency: boolean;
}

/** Grouped and signed as the locale does it. Exact: the formatter is handed digits, not a double. */
export function localDecimal(value: number, decimals: number, locale: LocaleFormat, style: Style): string {
  const key = `${locale.tag} ${style.currency ? locale.currency : ""} ${style.least} ${decimals}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale.tag, {
      numberingSystem: "latn",
      minimumFractionDigits: style.least,
      maximumFractionDigits: decimals,
      ...(style.currency
        ? { style: "currency", currency: locale.currency, currencyDisplay: "narrowSymbol" }
        : {}),
    });
    formatters.set(key, formatter);
  }
  return formatter.format(plainDecimal(value, decimals, false) as Intl.StringNumericLiteral);
}
