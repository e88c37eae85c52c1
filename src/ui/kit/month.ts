/** The days of a month as a calendar has them, by weeks; and where keys lead to in it. Pure; days count from 1970-01-01. */
import { civil, dayOf } from "../../fields/shared/day.ts";

/** 0 is Sunday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Where Intl does not say, as in Firefox: the regions of those who mostly ask that begin on Sunday. */
const SUNDAY = new Set(["US", "CA", "TW", "HK", "JP", "KR", "BR", "MX", "IN", "IL", "ZA"]);

/** The day a week begins with in a locale; 0 is Sunday. */
export function firstWeekday(tag: string): number {
  const locale: Intl.Locale & { getWeekInfo?: () => { readonly firstDay: number } } = new Intl.Locale(tag);
  const known = locale.getWeekInfo?.().firstDay;
  if (known !== undefined) return known % 7;
  return SUNDAY.has(locale.maximize().region ?? "") ? 0 : 1;
}

export const weekStart = (day: number, first: number): number => day - ((weekday(day) - first + 7) % 7);

const EARLIEST = dayOf(1, 1, 1) ?? 0;
const LATEST = dayOf(9999, 12, 31) ?? 0;
export const within = (day: number): number => Math.max(EARLIEST, Math.min(LATEST, day));

/** The same day of another month, or that month's last. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: ofMonth } = civil(day);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  if (y < 1) return EARLIEST;
  if (y > 9999) return LATEST;
  for (let last = ofMonth; last >= 28; last -= 1) {
    const found = dayOf(y, m, last);
    if (found !== null) return found;
  }
  return dayOf(y, m, ofMonth) ?? day;
}

export const sameMonth = (a: number, b: number): boolean =>
  civil(a).month === civil(b).month && civil(a).year === civil(b).year;

/** The weeks of the month of a day, whole: with the days of its neighbours at both ends. */
export function weeksOf(day: number, first: number): readonly (readonly number[])[] {
  const { year, month } = civil(day);
  const weeks: number[][] = [];
  const begin = dayOf(year, month, 1) ?? day;
  for (let start = weekStart(begin, first); weeks.length === 0 || sameMonth(start, day); start += 7)
    weeks.push(Array.from({ length: 7 }, (_, index) => start + index));
  return weeks;
}

/** Where a key leads to from a day; null: it is no key of a calendar. */
export function dayByKey(day: number, key: string, shift: boolean, first: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return within(day - 1);
    case "ArrowRight":
      return within(day + 1);
    case "ArrowUp":
      return within(day - 7);
    case "ArrowDown":
      return within(day + 7);
    case "Home":
      return within(weekStart(day, first));
    case "End":
      return within(weekStart(day, first) + 6);
    case "PageUp":
      return addMonths(day, shift ? -12 : -1);
    case "PageDown":
      return addMonths(day, shift ? 12 : 1);
    default:
      return null;
  }
}
