/** Calendar days as numbers since 1970-01-01: weeks, months and years of them. The proleptic Gregorian calendar. */
import type { Period, PeriodUnit } from "../../core/model/index.ts";

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; 0 is Sunday. */
const FIRST_WEEKDAY = 4;

const dateOf = (day: number): Date => new Date(day * DAY_MS);

/** `month` may be below 0 or above 11: it counts on into other years. Infinite where no calendar reaches. */
export function dayOfMonth(year: number, month: number, date: number): number {
  const made = new Date(0);
  made.setUTCFullYear(year, month, date);
  const day = Math.round(made.getTime() / DAY_MS);
  return Number.isNaN(day) ? Math.sign(month) * Number.POSITIVE_INFINITY : day;
}

/** Day a week begins with where nobody says otherwise; 0 is Sunday. */
export const MONDAY = 1;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** First day of the calendar unit that holds the day, moved on by so many units. */
export function startOf(unit: PeriodUnit, day: number, weekStart: number, units = 0): number {
  switch (unit) {
    case "day":
      return day + units;
    case "week":
      return day - ((((day + FIRST_WEEKDAY - weekStart) % 7) + 7) % 7) + 7 * units;
    case "month":
    case "quarter":
    case "year": {
      const date = dateOf(day);
      const length = MONTHS[unit];
      const month = Math.floor(date.getUTCMonth() / length) * length + units * length;
      return dayOfMonth(date.getUTCFullYear(), month, 1);
    }
  }
}

/** First and last day of a period. Empty, last before first, where it runs backwards. */
export function windowOf(
  { unit, from, to }: Period,
  today: number,
  weekStart: number,
): readonly [first: number, last: number] {
  return [startOf(unit, today, weekStart, from), startOf(unit, today, weekStart, to + 1) - 1];
}

const DAYS_OF_ERA = 146_097;
/** From 1 March of the year 0 to 1970-01-01. */
const SHIFT = 719_468;
const LEAP_YEAR = 366;
const FEBRUARY_28 = 364;
const FEBRUARY_29 = 365;

/**
 * Place in a year that begins on 1 March: the same for the same date of any year, and 365, the last, is 29
 * February. Method: H. Hinnant, "chrono-compatible low-level date algorithms"; a Date for each cell is too slow.
 */
function marchDay(day: number): number {
  const shifted = day + SHIFT;
  const inEra = shifted - Math.floor(shifted / DAYS_OF_ERA) * DAYS_OF_ERA;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const year = Math.floor((inEra - leaps) / 365);
  return inEra - 365 * year - Math.floor(year / 4) + Math.floor(year / 100);
}

/**
 * Judges days by whether an anniversary of theirs lies in the window. Of 29 February it is 28 February in common
 * years.
 */
export function anniversaryTest(first: number, last: number): (day: number) => boolean {
  const length = last - first + 1;
  if (length >= LEAP_YEAR) return () => true;
  const wanted = new Uint8Array(LEAP_YEAR);
  for (let i = 0; i < length; i++) {
    const place = marchDay(first + i);
    wanted[place] = 1;
    if (place === FEBRUARY_28 && marchDay(first + i + 1) !== FEBRUARY_29) wanted[FEBRUARY_29] = 1;
  }
  return (day) => wanted[marchDay(day)] === 1;
}
