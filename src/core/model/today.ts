/** The calendar day of a moment, where the program runs. */

/** Local calendar day, as days since 1970-01-01: by the calendar and not by spans of 24 hours. */
export function localDay(time: number): number {
  const date = new Date(time);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}
