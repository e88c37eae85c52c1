/**
 * How the dates of a file are meant. Day and month are settled per column by a number over 12, else by another column of
 * the file, else by the person, asked once; so is a short year that may stand in front. A date is never read by the locale's
 * order where both orders make a day.
 */
import { dayOf, fullYear, isoText, type LocaleFormat } from "../fields/index.ts";

export type DayOrder = LocaleFormat["dateOrder"];

/** A date that is another day by each of several orders. */
export interface DateQuestion {
  readonly columns: readonly string[];
  readonly text: string;
  /** Two or three, each with its day as yyyy-mm-dd. */
  readonly answers: readonly { readonly order: DayOrder; readonly day: string }[];
  /** Without an answer, the cells could not be taken; else they stay text. */
  readonly needed: boolean;
}

/** With all that fields of dates read past: spaces around the signs, a point behind, an hour. */
const THREE = /^\s*(\d{1,2})(?:\s*[-/.]\s*| )(\d{1,2})(?:\s*[-/.]\s*| )(\d{1,2}|\d{4})(?=\.?(?:[T\s]|$))/i;
const FULL_YEAR_IN_FRONT = /^\s*\d{4}[-/.年 ]/;

const isDay = (year: string, month: string, day: string): boolean =>
  dayOf(fullYear(year), Number(month), Number(day)) !== null;

/** With the text that they are of. */
type Parts = readonly [string, string, string, string];

/** Its three numbers, in the order in which they stand; null if the text is no such date. */
function partsOf(text: string): Parts | null {
  const [, a, b, c] = THREE.exec(text.normalize("NFKC")) ?? [];
  return a === undefined || b === undefined || c === undefined ? null : [a, b, c, text];
}

/** What day its three numbers are by each order, since 1970-01-01; null: none. */
const DAY_BY = {
  ymd: ([year, month, day]: Parts) => dayOf(fullYear(year), Number(month), Number(day)),
  dmy: ([day, month, year]: Parts) => dayOf(fullYear(year), Number(month), Number(day)),
  mdy: ([month, day, year]: Parts) => dayOf(fullYear(year), Number(month), Number(day)),
} as const;

const yearInFront = ([a, b, c]: Parts): boolean => a.length === 2 && c.length <= 2 && isDay(a, b, c);
/** No year has one digit. */
const yearBehind = ([a, b, c]: Parts): boolean => c.length > 1 && (isDay(c, b, a) || isDay(c, a, b));

/** Orders in which its texts may be meant, and one of them that is several days, by each another if there is one. */
export interface OpenDay {
  readonly orders: readonly DayOrder[];
  readonly text: string;
}

export interface OrderShown {
  /** The likeliest; null: no text shows one. */
  readonly order: DayOrder | null;
  /** Null: the order is sure, or there is nothing to ask about. */
  readonly open: OpenDay | null;
}

/**
 * Null: none of the dates is another day by another of the orders. Of orders that the date cannot show apart the region's is
 * offered.
 */
function openBy(dates: readonly Parts[], orders: readonly DayOrder[], region: DayOrder): OpenDay | null {
  let most = 1;
  let text: string | null = null;
  for (const parts of dates) {
    const days = orders.map((order) => DAY_BY[order](parts));
    const count = days.includes(null) ? 0 : new Set(days).size;
    if (count <= most) continue;
    most = count;
    text = parts[3];
    if (most === orders.length) break;
  }
  if (text === null) return null;
  const usualFirst = orders.toSorted((a, b) => Number(b === region) - Number(a === region));
  return { orders: most === orders.length ? orders : usualFirst, text };
}

type Behind = Exclude<DayOrder, "ymd">;

interface BehindShown {
  readonly order: Behind | null;
  /** Some may be either. */
  readonly isEither: boolean;
}

/** What of day and month comes first, where the year is behind. Contradictions show nothing: then they are asked about, too. */
function behindShown(dates: readonly Parts[]): BehindShown {
  let dayFirst = false;
  let monthFirst = false;
  let isEither = false;
  for (const parts of dates) {
    if (parts[2].length === 1) continue;
    const [first, second] = [Number(parts[0]), Number(parts[1])];
    dayFirst ||= first > 12 && second <= 12;
    monthFirst ||= second > 12 && first <= 12;
    isEither ||= first !== second && first <= 12 && second <= 12 && first > 0 && second > 0;
  }
  return { order: dayFirst === monthFirst ? null : dayFirst ? "dmy" : "mdy", isEither };
}

/** Years come again, and days are many: above zero where the last numbers are more varied, as days are behind a year. */
const spreadBehind = (dates: readonly Parts[]): number =>
  new Set(dates.map(([, , c]) => c)).size - new Set(dates.map(([a]) => a)).size;

const WITH_POINTS = /^\s*\d+\s*\./;
const MANY_DATES = 10;

/** Where years are behind, nobody writes points and has them in front: what a few such dates look like is chance. */
const isTelling = (dates: readonly Parts[]): boolean =>
  dates.length >= MANY_DATES || dates.some(([, , , text]) => !WITH_POINTS.test(text));

/**
 * Of dates that all make a day with a short year in front. Where the region writes it there it is asked about unless they are
 * no days otherwise; elsewhere only where they look like it, or are no days in the region's own order.
 */
function frontShown(dates: readonly Parts[], behind: BehindShown, region: DayOrder): OrderShown | null {
  const spread = spreadBehind(dates);
  const isUsual = region === "ymd";
  const isEither = dates.some((parts) => yearInFront(parts) && yearBehind(parts));
  const onlyInFront = dates.some((parts) => yearInFront(parts) && !yearBehind(parts));
  if (!isEither || (onlyInFront && spread >= 0))
    return isUsual || spread > 0 ? { order: "ymd", open: null } : null;
  const looksLikeIt = spread > 0 && isTelling(dates);
  const isOdd = spread >= 0 && behind.order !== null && behind.order !== region;
  if (!isUsual && !looksLikeIt && !isOdd) return null;
  const orders: readonly DayOrder[] =
    behind.order === null ? (behind.isEither ? ["dmy", "mdy"] : ["dmy"]) : [behind.order];
  const likely = behind.order !== null && !(isUsual && spread >= 0) ? behind.order : region;
  return { order: likely, open: openBy(dates, [...orders, "ymd"], region) };
}

/** What the texts of one column show. Where some years are in front in full, so are the short ones. */
export function orderShown(texts: readonly string[], region: DayOrder): OrderShown {
  const dates = texts.map(partsOf).filter((parts) => parts !== null);
  const behind = behindShown(dates);
  const mayLead = dates.some(yearInFront) && dates.every((parts) => yearInFront(parts) || !yearBehind(parts));
  if (mayLead && texts.some((text) => FULL_YEAR_IN_FRONT.test(text.normalize("NFKC"))))
    return { order: "ymd", open: null };
  const front = mayLead ? frontShown(dates, behind, region) : null;
  if (front !== null) return front;
  const { order, isEither } = behind;
  if (order !== null || !isEither) return { order, open: null };
  return { order: null, open: openBy(dates, mayLead ? ["dmy", "mdy", "ymd"] : ["dmy", "mdy"], region) };
}

/** What all columns of a file tell of their dates, and the person. */
export interface FileDays {
  /** The one order that columns show; null where they show none, or several. */
  readonly shown: DayOrder | null;
  /** Some years cannot be in front, so that no short one is. */
  readonly yearsBehind: boolean;
  readonly said: DayOrder | null;
}

const isBehind = ({ order, open }: OrderShown): boolean =>
  open === null ? order === "dmy" || order === "mdy" : !open.orders.includes("ymd");

/** What a column shows once it is known whether the file's years are behind. */
function narrowed(shown: OrderShown, yearsBehind: boolean): OrderShown {
  const { open } = shown;
  if (open === null || !yearsBehind) return shown;
  const orders = open.orders.filter((order) => order !== "ymd");
  const [first = null, ...others] = orders;
  if (others.length === 0) return { order: first, open: null };
  return { order: shown.order === "ymd" ? null : shown.order, open: { ...open, orders } };
}

export function fileDays(
  columns: readonly (readonly string[])[],
  region: DayOrder,
  said: DayOrder | null,
): FileDays {
  const each = columns.map((texts) => orderShown(texts, region));
  const yearsBehind = each.some(isBehind);
  const orders = new Set(
    each
      .map((shown) => narrowed(shown, yearsBehind))
      .flatMap(({ order, open }) => (open === null && order !== null ? [order] : [])),
  );
  const [only = null] = orders;
  return { shown: orders.size === 1 ? only : null, yearsBehind, said };
}

export interface SettledDays {
  /** Null: nothing tells. */
  readonly order: DayOrder | null;
  /** What only the person can tell; also after it was said. */
  readonly open: OpenDay | null;
  readonly isSaid: boolean;
}

/** The order of a column's dates: as it shows it, else as others of the file do, else as it was said. */
export function settledDays(texts: readonly string[], region: DayOrder, file: FileDays): SettledDays {
  const { order, open } = narrowed(orderShown(texts, region), file.yearsBehind);
  const { shown, said } = file;
  if (open === null) return { order: order ?? shown ?? said, open: null, isSaid: false };
  if (shown !== null && open.orders.includes(shown)) return { order: shown, open: null, isSaid: false };
  const isSaid = said !== null && open.orders.includes(said);
  return { order: isSaid ? said : order, open, isSaid };
}

/** Whether the year of a date may be its first two digits or its last, and they are not the same. */
export function hasOpenYear(text: string): boolean {
  const parts = partsOf(text);
  return parts !== null && parts[0] !== parts[2] && yearInFront(parts) && yearBehind(parts);
}

function iso(text: string, order: DayOrder): string {
  const parts = partsOf(text);
  const days = parts === null ? null : DAY_BY[order](parts);
  return days === null ? text : isoText(days);
}

export function askAbout(
  columns: readonly string[],
  { orders, text }: OpenDay,
  needed: boolean,
): DateQuestion {
  const answers = new Map<string, DayOrder>();
  for (const order of orders) {
    const day = iso(text, order);
    if (!answers.has(day)) answers.set(day, order);
  }
  return { columns, text, answers: Array.from(answers, ([day, order]) => ({ order, day })), needed };
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

const HOUR = /[t\s]\d{1,2}:.*$/i;
const NUMBERS = /\d+/g;
const NAME_OF_MONTH = /\p{L}{3}/u;
/** As `20250131`, and days as Excel counts them. */
const LEAST_TOGETHER = 5;

/**
 * Of a text that reads as a day: whether it has no year. What is typed so is meant this year; when a file was written nobody
 * knows, and Excel shows January 2025 as Jan-25.
 */
export function lacksYear(text: string): boolean {
  const day = text.normalize("NFKC").replace(HOUR, "");
  const numbers = day.match(NUMBERS) ?? [];
  if (numbers.length === 1 && (numbers[0]?.length ?? 0) >= LEAST_TOGETHER) return false;
  return numbers.length < (NAME_OF_MONTH.test(day) ? 2 : 3);
}
