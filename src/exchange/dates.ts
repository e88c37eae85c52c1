/**
 * How the dates of a file are meant. Day and month are settled per column by a number over 12, else by another column of
 * the file, else by the person, asked once; a date is never read by the locale's order where both orders make a day.
 */
import { dayOf, isoText, type LocaleFormat } from "../fields/index.ts";

export type DayOrder = "dmy" | "mdy";

/** A date that is one day with the day first and another with the month first, both as yyyy-mm-dd. */
export interface DateQuestion {
  readonly columns: readonly string[];
  readonly text: string;
  readonly dmy: string;
  readonly mdy: string;
  /** Without an answer, the cells could not be taken; else they stay text. */
  readonly needed: boolean;
}

/** With all that fields of dates read past: spaces around the signs, a point behind, an hour. */
const THREE = /^\s*(\d{1,2})(?:\s*[-/.]\s*| )(\d{1,2})(?:\s*[-/.]\s*| )(\d{2}|\d{4})(?=\.?(?:[T\s]|$))/i;

/** A short year means what it means in a field of dates. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900);

const isDay = (year: string, month: string, day: string): boolean =>
  dayOf(fullYear(year), Number(month), Number(day)) !== null;

type Parts = readonly [string, string, string];

/** Its three numbers, in the order in which they stand; null if the text is no such date. */
function partsOf(text: string): Parts | null {
  const [, a, b, c] = THREE.exec(text.normalize("NFKC")) ?? [];
  return a === undefined || b === undefined || c === undefined ? null : [a, b, c];
}

const yearInFront = ([a, b, c]: Parts): boolean => a.length === 2 && c.length === 2 && isDay(a, b, c);
const yearBehind = ([a, b, c]: Parts): boolean => isDay(c, b, a) || isDay(c, a, b);

/** Years come again, and days are many: what is as varied behind as in front may well be the year. */
function spreadsBehind(dates: readonly Parts[]): boolean {
  const [first, last] = [new Set(dates.map(([a]) => a)), new Set(dates.map(([, , c]) => c))];
  return first.size <= last.size;
}

/** Whether each date of the column makes a day with a short year in front, and the column looks like it. */
function yearsInFront(texts: readonly string[]): boolean {
  const dates = texts.map(partsOf).filter((parts) => parts !== null);
  const fit = dates.some(yearInFront) && dates.every((parts) => yearInFront(parts) || !yearBehind(parts));
  return fit && spreadsBehind(dates);
}

export interface OrderShown {
  /** Null: no text shows one. */
  readonly order: DayOrder | null;
  /** One that may be either. */
  readonly either: string | null;
}

type Region = LocaleFormat["dateOrder"];

/**
 * What the texts of one column show. Contradictions show nothing: then they are asked about, too. Where the region writes the
 * year in front, a short one is there as long as it can be.
 */
export function orderShown(texts: readonly string[], region: Region): OrderShown {
  if (region === "ymd" && yearsInFront(texts)) return { order: null, either: null };
  let dayFirst = false;
  let monthFirst = false;
  let either: string | null = null;
  for (const text of texts) {
    const parts = partsOf(text);
    if (parts === null) continue;
    const [first, second] = [Number(parts[0]), Number(parts[1])];
    dayFirst ||= first > 12 && second <= 12;
    monthFirst ||= second > 12 && first <= 12;
    if (either === null && first !== second && first <= 12 && second <= 12 && first > 0 && second > 0)
      either = text;
  }
  const order = dayFirst === monthFirst ? null : dayFirst ? "dmy" : "mdy";
  return { order, either };
}

/** The one order that columns of the file show; null where they show none, or both. */
export function fileOrder(columns: readonly OrderShown[]): DayOrder | null {
  const orders = new Set(columns.flatMap(({ order }) => order ?? []));
  const [only = null] = orders;
  return orders.size === 1 ? only : null;
}

/** Whether the year of a date may be its first two digits or its last. */
export function hasOpenYear(text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && yearInFront(parts) && yearBehind(parts);
}

function iso(text: string, order: DayOrder): string {
  const [first = "", second = "", year = ""] = partsOf(text) ?? [];
  const [day, month] = order === "dmy" ? [first, second] : [second, first];
  const days = dayOf(fullYear(year), Number(month), Number(day));
  return days === null ? text : isoText(days);
}

export function askAbout(columns: readonly string[], text: string, needed: boolean): DateQuestion {
  return { columns, text, dmy: iso(text, "dmy"), mdy: iso(text, "mdy"), needed };
}

/** 1927 to 2064: as days since 1899-12-30, which is how Excel counts from March 1900 on. */
const SERIAL = /^\s*([1-5]\d{4})(?:\.0+)?\s*$/;
const DAYS_TO_1970 = 25_569;

/** The day that Excel's number means, since 1970-01-01; null if it is none. */
export function serialDay(text: string): number | null {
  const match = SERIAL.exec(text);
  return match === null ? null : Number(match[1]) - DAYS_TO_1970;
}

/** What Excel made of a long code or a telephone number; the digits are lost. */
export const isDamaged = (text: string): boolean => /^\s*\d(?:[.,]\d+)?E\+\d{1,3}\s*$/i.test(text);
