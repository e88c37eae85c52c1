/** Moments and days as a locale writes them, by the machine's clock and time zone. */
import { localDay } from "../core/model/index.ts";
import { dateFormat } from "./intl.ts";

/** The year is said where it is not this one. */
const yearOf = (time: number, now: number): Intl.DateTimeFormatOptions =>
  new Date(time).getFullYear() === new Date(now).getFullYear() ? {} : { year: "numeric" };

export const clockText = (locale: string, time: number): string =>
  dateFormat(locale, { hour: "numeric", minute: "2-digit" }).format(time);

/** Day and time of day. */
export const momentText = (locale: string, time: number, now: number): string =>
  dateFormat(locale, {
    day: "numeric",
    month: "short",
    ...yearOf(time, now),
    hour: "numeric",
    minute: "2-digit",
  }).format(time);

/** "Today", "Yesterday", "Monday, November 23". */
export function dayText(locale: string, time: number, now: number): string {
  const days = localDay(time) - localDay(now);
  if (days === 0 || days === -1) {
    const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
  }
  const options = { weekday: "long", day: "numeric", month: "long", ...yearOf(time, now) } as const;
  return dateFormat(locale, options).format(time);
}
