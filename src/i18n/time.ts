/** Moments and days as a locale writes them, by the machine's clock and time zone. */
import { localDay } from "../core/model/index.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions, time: number): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(time);
}

/** The year is said where it is not this one. */
const yearOf = (time: number, now: number): Intl.DateTimeFormatOptions =>
  new Date(time).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" };

export const clockText = (locale: string, time: number): string =>
  format(locale, { hour: "numeric", minute: "2-digit" }, time);

/** Day and time of day. */
export const momentText = (locale: string, time: number, now: number): string =>
  format(
    locale,
    { day: "numeric", month: "short", ...yearOf(time, now), hour: "numeric", minute: "2-digit" },
    time,
  );

/** "Today", "Yesterday", "Monday, November 23". */
export function dayText(locale: string, time: number, now: number): string {
  const days = localDay(time) - localDay(now);
  if (days === 0 || days === -1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
  }
  return format(locale, { weekday: "long", day: "numeric", month: "long", ...yearOf(time, now) }, time);
}
