/** Calendar days as numbers since 1970-01-01: weeks, months and years of them. The proleptic Gregorian calendar. */
import type { Period } from "../../core/model/index.ts";

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
