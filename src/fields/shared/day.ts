/** Calendar days without clock or zone. Method: days_from_civil and civil_from_days (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
import type { LocaleFormat } from "../locale.ts";

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_TO_1970 = 719_468;
const DAYS_PER_ERA = 146_097;

/** Days since 1970-01-01; null if there is no such day in the years 1 to 9999. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days =
    era * DAYS_PER_ERA +
    ofEra * 365 +
    Math.floor(ofEra / 4) -
    Math.floor(ofEra / 100) +
    ofYear -
    DAYS_TO_1970;
  return civil(days).day === day ? days : null;
}

export function civil(days: number): Civil {
  const shifted = days + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const ofEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * ofYear + 2) / 153);
  const month = part + (part < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * part + 2) / 5) + 1 };
}

const pad = (number: number, width: number): string => String(number).padStart(width, "0");

/** yyyy-mm-dd. */
export function isoText(days: number): string {
  const { year, month, day } = civil(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export type ReadDay =
  | { readonly ok: true; readonly day: number }
  | { readonly ok: false; readonly why: "notADate" | "ambiguousDate" };

const NOT: ReadDay = { ok: false, why: "notADate" };

function made(year: number, month: number, day: number): ReadDay {
  const days = dayOf(year, month, day);
  return days === null ? NOT : { ok: true, day: days };
}

/** Two digits of a year mean 1969 to 2068, as in POSIX. */
const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 69 ? 2000 : 1900);

const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const HAN = /^(?:(\d{4}|\d{2})年)?(\d{1,2})月(\d{1,2})[日号號]?$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const NO_YEAR = /^(\d{1,2})[-/.](\d{1,2})\.?$/;

const thisYear = (): number => new Date().getFullYear();

const names = new Map<string, ReadonlyMap<string, number>>();
const key = (name: string): string => name.toLocaleLowerCase("en").replaceAll(".", "");

function monthNames(tag: string): ReadonlyMap<string, number> {
  const known = names.get(tag);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const language of ["en", tag]) {
    for (const style of ["long", "short"] as const) {
      const formatter = new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" });
      for (let month = 1; month <= 12; month++) {
        const parts = formatter.formatToParts(Date.UTC(2024, month - 1, 1));
        const name = parts.find((part) => part.type === "month")?.value ?? "";
        if (/\p{L}{3}/u.test(name)) found.set(key(name), month);
      }
    }
  }
  names.set(tag, found);
  return found;
}

/** "3 Mar 2026", "Mar 3, 2026", "3. März 26". */
function readNamed(text: string, tag: string): ReadDay {
  const words = text.split(/[\s,]+|\.\s*/).filter((word) => word !== "" && word !== "de");
  const months = monthNames(tag);
  const month = words.map((word) => months.get(key(word))).find((found) => found !== undefined);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [first = "", second = ""] = numbers;
  if (month === undefined || words.length !== 3 || numbers.length !== 2) return NOT;
  return first.length === 4
    ? made(Number(first), month, Number(second))
    : made(fullYear(second), month, Number(first));
}

function readYearLast(
  first: number,
  second: number,
  year: string,
  order: LocaleFormat["dateOrder"],
): ReadDay {
  if (order === "dmy" || first > 12) return made(fullYear(year), second, first);
  if (order === "mdy" || second > 12) return made(fullYear(year), first, second);
  if (year.length === 2) return made(fullYear(String(first).padStart(2, "0")), second, Number(year));
  return first === second ? made(Number(year), first, second) : { ok: false, why: "ambiguousDate" };
}

/** Reads a day as people of this locale, files and Chinese texts write it. Without a year, this year is meant. */
export function readDay(text: string, locale: LocaleFormat): ReadDay {
  const clean = text
    .normalize("NFKC")
    .trim()
    .replace(/\s*([年月日号號])\s*/g, "$1");
  const yearFirst = YEAR_FIRST.exec(clean) ?? DIGITS.exec(clean);
  if (yearFirst !== null) {
    const [year = "", ...rest] = yearFirst.slice(1).filter((part) => /\d/.test(part));
    return made(Number(year), Number(rest[0]), Number(rest[1]));
  }
  const han = HAN.exec(clean);
  if (han !== null) {
    const year = han[1] === undefined ? thisYear() : fullYear(han[1]);
    return made(year, Number(han[2]), Number(han[3]));
  }
  const yearLast = YEAR_LAST.exec(clean);
  if (yearLast !== null) {
    return readYearLast(Number(yearLast[1]), Number(yearLast[3]), yearLast[4] ?? "", locale.dateOrder);
  }
  const short = NO_YEAR.exec(clean);
  if (short !== null) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    return locale.dateOrder === "dmy" ? made(thisYear(), second, first) : made(thisYear(), first, second);
  }
  return readNamed(clean, locale.tag);
}

/** How a column of dates is written. */
interface DateDialect {
  readonly order: "ymd" | "dmy" | "mdy";
  readonly separator: string;
  readonly padded: boolean;
}

const DATE_PARTS = /^(\d{1,4})([-/. 年])(\d{1,2})(?:\2|月)(\d{1,4})日?$/;

function writeDate(days: number, { order, separator, padded }: DateDialect): string {
  const { year, month, day } = civil(days);
  const [y, m, d] = [pad(year, 4), pad(month, padded ? 2 : 1), pad(day, padded ? 2 : 1)];
  if (separator === "年") return `${y}年${m}月${d}日`;
  const parts = order === "ymd" ? [y, m, d] : order === "dmy" ? [d, m, y] : [m, d, y];
  return parts.join(separator);
}

function readWith(text: string, dialect: DateDialect): number | undefined {
  const match = DATE_PARTS.exec(text);
  if (match === null) return undefined;
  const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const { order } = dialect;
  const days = order === "ymd" ? dayOf(a, b, c) : order === "dmy" ? dayOf(c, b, a) : dayOf(c, a, b);
  return days !== null && writeDate(days, dialect) === text ? days : undefined;
}

/**
 * The dialects in which every text comes back as it was; an empty list if it is no column of dates, several
 * orders if no value tells day and month apart.
 */
export function guessDates(
  texts: readonly string[],
): readonly { readonly order: DateDialect["order"]; readonly read: (text: string) => number | undefined }[] {
  const separator = DATE_PARTS.exec(texts[0] ?? "")?.[2];
  if (separator === undefined) return [];
  const found = [];
  for (const order of ["ymd", "dmy", "mdy"] as const) {
    for (const padded of [true, false]) {
      const dialect = { order, separator, padded };
      if (texts.every((text) => readWith(text, dialect) !== undefined)) {
        found.push({ order, read: (text: string) => readWith(text, dialect) });
        break;
      }
    }
  }
  return found;
}
