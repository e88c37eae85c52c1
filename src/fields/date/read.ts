/** Reads a day as people of a locale, files and Chinese texts write it. */
import { localDay, normalise } from "../../core/model/index.ts";
import type { LocaleFormat } from "../locale.ts";
import { dayOf } from "../shared/day.ts";

export type ReadDay =
  | { readonly ok: true; readonly day: number }
  | { readonly ok: false; readonly why: "notADate" | "ambiguousDate" };

const NOT: ReadDay = { ok: false, why: "notADate" };

function made(year: number, month: number, day: number): ReadDay {
  const days = dayOf(year, month, day);
  return days === null ? NOT : { ok: true, day: days };
}

/** Two digits of a year mean 1969 to 2068, as in POSIX. */
export const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 69 ? 2000 : 1900);

/** Here and for "today" a clock decides what a text means, and nowhere else. */
const thisYear = (): number => new Date().getFullYear();

/** Longer texts are nothing that was meant as a date. */
const LONGEST = 60;

/** Midnight is what programs add to a day. Any other hour would be lost, so that it makes the text no day. */
const MIDNIGHT = /[t\s]0{1,2}:00(?::00(?:\.0+)?)?z?$/i;
const LOOSE_SIGN = /\s*([-/.年月日号號])\s*/g;

const tidy = (text: string): string =>
  text.normalize("NFKC").replace(MIDNIGHT, "").replace(LOOSE_SIGN, "$1").replace(/\.$/, "");

const RUN_TOGETHER = /^(\d{4})(\d\d)(\d\d)$/;
const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const HAN = /^(?:(\d{4}|\d\d)年)?(\d{1,2})月(\d{1,2})[日号號]?$/;
const THREE = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{1,2})$/;
const NO_YEAR = /^(\d{1,2})[-/.](\d{1,2})$/;

const names = new Map<string, ReadonlyMap<string, number>>();

function monthNames(tag: string): ReadonlyMap<string, number> {
  const known = names.get(tag);
  if (known !== undefined) return known;
  const found = new Map<string, number>([["sept", 9]]);
  for (const language of ["en", tag]) {
    for (const style of ["long", "short"] as const) {
      const formatter = new Intl.DateTimeFormat(language, {
        month: style,
        day: "numeric",
        calendar: "gregory",
        timeZone: "UTC",
      });
      for (let month = 1; month <= 12; month++) {
        const parts = formatter.formatToParts(Date.UTC(2024, month - 1, 1));
        const name = parts.find(({ type }) => type === "month")?.value ?? "";
        if (/\p{L}{3}/u.test(name)) found.set(normalise(name).replaceAll(".", ""), month);
      }
    }
  }
  names.set(tag, found);
  return found;
}

const dayWords = new Map<string, ReadonlyMap<string, number>>();

/** "today", "yesterday", "tomorrow" in English, Chinese and the locale's language, by how many days they are away. */
function wordsOfDays(tag: string): ReadonlyMap<string, number> {
  const known = dayWords.get(tag);
  if (known !== undefined) return known;
  const found = new Map([
    ["今日", 0],
    ["昨日", -1],
    ["明日", 1],
  ]);
  for (const language of ["en", "zh-CN", tag]) {
    const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    for (const days of [-1, 0, 1]) found.set(normalise(format.format(days, "day")), days);
  }
  dayWords.set(tag, found);
  return found;
}

const BETWEEN = /[\s,./-]+/;
/** "3rd", "1er", "2º" after normalising. */
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|o|a)$/;
const FILLERS = new Set(["", "of", "de", "г"]);

/** "3 Mar 2026", "Mar 3, 2026", "3. März 26", "3-Mar-26", "2026 Mar 3", and "3 Mar" of this year. */
function readNamed(text: string, tag: string): ReadDay {
  const words = normalise(text)
    .split(BETWEEN)
    .filter((word) => !FILLERS.has(word));
  if (words.length < 2 || words.length > 3) return NOT;
  const months = monthNames(tag);
  const at = words.findIndex((word) => months.has(word));
  const month = months.get(words[at] ?? "");
  if (month === undefined) return NOT;
  const [first = "", second] = words.toSpliced(at, 1).map((word) => word.replace(ORDINAL, "$1"));
  if (!/^\d{1,4}$/.test(first) || (second !== undefined && !/^\d{1,4}$/.test(second))) return NOT;
  if (first.length === 4) return second === undefined ? NOT : made(Number(first), month, Number(second));
  if (second === undefined) return made(thisYear(), month, Number(first));
  return second.length === 4 || second.length === 2 ? made(fullYear(second), month, Number(first)) : NOT;
}

/**
 * Three numbers that do not begin with a year of four digits. The locale's order is kept to even where only another
 * makes a date: a column in which 5/3 is May and 13/3 is March would be wrong without a sign of it.
 */
function readThree([a, b, c]: readonly [string, string, string], { dateOrder }: LocaleFormat): ReadDay {
  const [first, second] = [Number(a), Number(b)];
  if (dateOrder !== "ymd") {
    if (c.length === 1) return NOT;
    return dateOrder === "dmy" ? made(fullYear(c), second, first) : made(fullYear(c), first, second);
  }
  if (c.length < 4) return a.length === 2 ? made(fullYear(a), second, Number(c)) : NOT;
  if (first === second || second > 12) return made(Number(c), first, second);
  return first > 12 ? made(Number(c), second, first) : { ok: false, why: "ambiguousDate" };
}

/** A day in figures; null if the text is not of that form. */
function readFigures(text: string, locale: LocaleFormat): ReadDay | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return made(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const three = THREE.exec(text);
  if (three !== null) return readThree([three[1] ?? "", three[3] ?? "", three[4] ?? ""], locale);
  const han = HAN.exec(text);
  if (han !== null) {
    const year = han[1] === undefined ? thisYear() : fullYear(han[1]);
    return made(year, Number(han[2]), Number(han[3]));
  }
  const together = RUN_TOGETHER.exec(text);
  if (together !== null) return made(Number(together[1]), Number(together[2]), Number(together[3]));
  const short = NO_YEAR.exec(text);
  if (short === null) return null;
  const [first, second] = [Number(short[1]), Number(short[2])];
  return locale.dateOrder === "dmy" ? made(thisYear(), second, first) : made(thisYear(), first, second);
}

/** `text` is not blank. Without a year, this year is meant. */
export function readDay(text: string, locale: LocaleFormat): ReadDay {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return NOT;
  const asGiven = readFigures(trimmed, locale);
  if (asGiven !== null) return asGiven;
  const away = wordsOfDays(locale.tag).get(normalise(trimmed));
  if (away !== undefined) return { ok: true, day: localDay(Date.now()) + away };
  const clean = tidy(trimmed);
  return (clean === trimmed ? null : readFigures(clean, locale)) ?? readNamed(clean, locale.tag);
}
