/** What of a locale reading and showing values needs, taken once from Intl. */

export interface LocaleFormat {
  /** BCP 47. */
  readonly tag: string;
  /** ISO 4217; the workbook's. */
  readonly currency: string;
  readonly decimal: string;
  readonly group: string;
  readonly dateOrder: "ymd" | "dmy" | "mdy";
}

const cache = new Map<string, LocaleFormat>();

export function localeFormat(tag: string, currency: string): LocaleFormat {
  const key = `${tag} ${currency}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  // Numbers are written in the digits that keyboards, files and our own reading share, whatever the locale's own are.
  const number = new Intl.NumberFormat(tag, { useGrouping: true, numberingSystem: "latn" }).formatToParts(
    1234567.5,
  );
  const part = (type: string): string => number.find((each) => each.type === type)?.value ?? "";
  const order = new Intl.DateTimeFormat(tag, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    calendar: "gregory",
    timeZone: "UTC",
  })
    .formatToParts(0)
    .map((each) => each.type[0])
    .filter((letter) => letter === "y" || letter === "m" || letter === "d")
    .join("");
  const dateOrder = order === "dmy" || order === "mdy" ? order : "ymd";
  const format = { tag, currency, decimal: part("decimal") || ".", group: part("group"), dateOrder } as const;
  cache.set(key, format);
  return format;
}
