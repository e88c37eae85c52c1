/** Calendar days as numbers since 1970-01-01: weeks, months and years of them. The proleptic Gregorian calendar. */
import type { Period } from "../../core/model/index.ts";

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; 0 is Sunday. */
const FIRST_WEEKDAY = 4;

const dateOf = (day: number): Date => new Date(day * DAY_MS);

/** `month` may be below 0 or above 11: it counts on into other years. */
export function dayOfMonth(year: number, month: number, date: number): number {
  const made = new Date(0);
  made.setUTCFullYear(year, month, date);
  return Math.round(made.getTime() / DAY_MS);
}

export const weekStartOf = (day: number, weekStart: number): number =>
  day - ((((day + FIRST_WEEKDAY - weekStart) % 7) + 7) % 7);

/** First day of the run of `months` months (1, 3 or 12) that holds the day, moved on by so many runs. */
export function monthsStart(day: number, months: number, runs = 0): number {
  const date = dateOf(day);
  const month = Math.floor(date.getUTCMonth() / months) * months + runs * months;
  return dayOfMonth(date.getUTCFullYear(), month, 1);
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** First and last day of a period. Empty, last before first, where it runs backwards. */
export function windowOf(
  { unit, from, to }: Period,
  today: number,
  weekStart: number,
): readonly [first: number, last: number] {
  switch (unit) {
    case "day":
      return [today + from, today + to];
    case "week": {
      const start = weekStartOf(today, weekStart);
      return [start + 7 * from, start + 7 * to + 6];
    }
    case "month":
    case "quarter":
    case "year":
      return [monthsStart(today, MONTHS[unit], from), monthsStart(today, MONTHS[unit], to + 1) - 1];
  }
}

/** Whether an anniversary of `day` lies in the window. Of 29 February it is 28 February in common years. */
export function hasAnniversary(day: number, first: number, last: number): boolean {
  const date = dateOf(day);
  const [month, dayInMonth] = [date.getUTCMonth(), date.getUTCDate()];
  const lastYear = dateOf(last).getUTCFullYear();
  for (let year = dateOf(first).getUTCFullYear(); year <= lastYear; year++) {
    const own = dayOfMonth(year, month, dayInMonth);
    const kept = dateOf(own).getUTCMonth() === month ? own : own - 1;
    if (kept >= first && kept <= last) return true;
  }
  return false;
}
