/** Exact decimals: texts to scaled integers and back, by digits, never through a binary fraction. */
import { MAX_INTEGER } from "../../core/model/index.ts";
import type { LocaleFormat } from "../locale.ts";

/** A decimal as its digits; `percent` says that a sign for it stood behind. */
export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** Marks of direction that Intl puts around signs in some locales. */
const INVISIBLE = /[\u200e\u200f\u061c]/g;

function unsigned(text: string): { readonly negative: boolean; readonly rest: string } {
  let rest = text;
  let negative = false;
  if (rest.startsWith("(") && rest.endsWith(")")) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  } else if (/^[-−]/.test(rest) || /[-−]$/.test(rest)) {
    negative = true;
    rest = rest.replace(/^[-−]|[-−]$/, "").trim();
  } else if (rest.startsWith("+")) {
    rest = rest.slice(1).trim();
  }
  return { negative, rest };
}

/** Takes grouping out; null where the groups are not groups. The last has three digits, the others two or three. */
function ungroup(text: string, group: string | null): string | null {
  const marks = group === null ? /[\s'’]/ : group === "." ? /[\s'’.]/ : /[\s'’,]/;
  const parts = text.split(marks);
  if (parts.length === 1) return /^\d*$/.test(text) ? text : null;
  const [first = "", ...others] = parts;
  const inner = others.slice(0, -1).every((part) => /^\d{2,3}$/.test(part));
  return /^\d{1,3}$/.test(first) && inner && /^\d{3}$/.test(others.at(-1) ?? "") ? parts.join("") : null;
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

/** Reads what people and files write as a number in this locale; null if it is none. */
export function readDigits(
  text: string,
  locale: LocaleFormat,
): (Digits & { readonly percent: boolean }) | null {
  if (locale.decimal === "." && PLAIN.test(text)) {
    const negative = text.startsWith("-");
    const [whole = "", fraction = ""] = text.slice(negative ? 1 : 0).split(".");
    return { negative, whole, fraction, percent: false };
  }
  const clean = text.normalize("NFKC").replace(INVISIBLE, "").trim();
  const percent = clean.endsWith("%");
  const { negative, rest } = unsigned(percent ? clean.slice(0, -1).trim() : clean);
  if (!/\d/.test(rest)) return null;
  const sign = decimalSign(rest, locale);
  const cut = sign === null ? rest.length : rest.lastIndexOf(sign);
  const other =
    sign === null ? (rest.includes(",") ? "," : rest.includes(".") ? "." : null) : sign === "." ? "," : ".";
  const whole = ungroup(rest.slice(0, cut), other);
  const fraction = rest.slice(cut + 1);
  if (whole === null || !/^\d*$/.test(fraction)) return null;
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
  // 0 - value, so that minus zero does not come about.
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

/** How a column of numbers is written. Null decimals: as many as each needs. */
export interface NumberDialect {
  readonly decimal: "." | ",";
  readonly group: "" | "," | "." | " " | "'";
  readonly decimals: number | null;
}

export function writeDialect(
  value: number,
  stored: number,
  { decimal, group, decimals }: NumberDialect,
): string {
  const plain = plainDecimal(Math.abs(value), stored, decimals !== null);
  const [whole = "", all = ""] = plain.split(".");
  const fraction = decimals === null ? all : all.slice(0, decimals);
  const grouped = group === "" ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${value < 0 ? "-" : ""}${grouped}${fraction === "" ? "" : decimal + fraction}`;
}

const DIALECT_SIGNS = [
  { decimal: ".", group: "" },
  { decimal: ".", group: "," },
  { decimal: ",", group: "" },
  { decimal: ",", group: "." },
  { decimal: ",", group: " " },
  { decimal: ".", group: " " },
  { decimal: ".", group: "'" },
] as const;

/** Longer runs of digits are numbers of things, not amounts: they stay text. */
const LONGEST = 11;
/** Digits of one length from here on look like telephone or account numbers. */
const CODE_LENGTH = 8;
/** Decimals that a later entry may want, where the size of the values leaves room. */
const ROOM_DECIMALS = 4;
const ROOM = MAX_INTEGER / 100;

export interface NumberGuess {
  readonly dialect: NumberDialect;
  /** Decimals to store. */
  readonly decimals: number;
  readonly read: (text: string) => number | undefined;
}

function readDialect(text: string, stored: number, dialect: NumberDialect): number | undefined {
  const negative = text.startsWith("-");
  const bare =
    dialect.group === ""
      ? text.slice(negative ? 1 : 0)
      : text.slice(negative ? 1 : 0).replaceAll(dialect.group, "");
  const [whole = "", fraction = "", more] = bare.split(dialect.decimal);
  if (more !== undefined || !/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  if (whole.length > LONGEST || fraction.length > stored) return undefined;
  const scaled = scaleDigits({ negative, whole, fraction }, stored);
  return scaled.ok && writeDialect(scaled.value, stored, dialect) === text ? scaled.value : undefined;
}

/** The dialect in which every text comes back as it was; null if there is none. Texts are distinct and not empty. */
export function guessNumbers(texts: readonly string[]): NumberGuess | null {
  const [first] = texts;
  if (first === undefined || !/\d$/.test(first)) return null;
  const length = first.length;
  if (length >= CODE_LENGTH && texts.every((text) => text.length === length && /^\d+$/.test(text)))
    return null;
  for (const signs of DIALECT_SIGNS) {
    const decimalsOf = (text: string): number => {
      const at = text.lastIndexOf(signs.decimal);
      return at < 0 ? 0 : text.length - at - 1;
    };
    const most = texts.reduce((sum, text) => Math.max(sum, decimalsOf(text)), 0);
    if (most > 9) continue;
    for (const decimals of most === 0 ? [null] : [most, null]) {
      const dialect: NumberDialect = { ...signs, decimals };
      let largest = 0;
      const fits = texts.every((text) => {
        const value = readDialect(text, most, dialect);
        largest = Math.max(largest, Math.abs(value ?? 0));
        return value !== undefined;
      });
      if (!fits) continue;
      let stored = most;
      for (let room = largest * 10; stored < ROOM_DECIMALS && room < ROOM; room *= 10) stored += 1;
      return { dialect, decimals: stored, read: (text) => readDialect(text, stored, dialect) };
    }
  }
  return null;
}
