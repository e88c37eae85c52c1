/** Figures of charts as text: exact in tables, short beside what is drawn. */
import type { Field, PeriodUnit } from "../../core/model/index.ts";
import { dateFormat, numberFormat } from "../../i18n/intl.ts";
import type { Exact } from "../../worker/api.ts";
import type { Speaker } from "./told.ts";

const DAY_MS = 86_400_000;
/** Decimals of an average that people read: of money, and of any other number. */
const CENTS = 2;
const MOST_DECIMALS = 4;

/** Only what is drawn goes through a binary fraction. */
export const asNumber = ({ value, decimals }: Exact): number => Number(value) / 10 ** decimals;

function digitsOf({ value, decimals }: Exact): Intl.StringNumericLiteral {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return `${value < 0n ? "-" : ""}${text}` as Intl.StringNumericLiteral;
}

const money = (app: Speaker): Intl.NumberFormatOptions => ({
  style: "currency",
  currency: app.locale().currency,
  currencyDisplay: "narrowSymbol",
});

/** Every digit of it, of an average as many as people read; of a count `field` is null. */
export function fullText(app: Speaker, exact: Exact | null, field: Field | null): string {
  if (exact === null) return "–";
  const whole = field?.type.storage === "integer" ? field.type.decimals : 0;
  const isMoney = field?.kind === "money";
  return numberFormat(app.locale().tag, {
    numberingSystem: "latn",
    ...(isMoney ? money(app) : {}),
    minimumFractionDigits: isMoney ? Math.min(CENTS, whole) : 0,
    maximumFractionDigits: Math.min(exact.decimals, Math.max(whole, isMoney ? CENTS : MOST_DECIMALS)),
  }).format(digitsOf(exact));
}

/** From here on numbers are shortened to thousands, 万 and millions. */
const LONG = 10_000;
/** Below this, cents count. */
const SMALL_MONEY = 100;

export function shortNumber(app: Speaker, value: number, field: Field | null): string {
  const size = Math.abs(value);
  const isMoney = field?.kind === "money";
  const cents = isMoney && size < SMALL_MONEY && !Number.isInteger(value) ? CENTS : 0;
  return numberFormat(app.locale().tag, {
    numberingSystem: "latn",
    ...(isMoney ? money(app) : {}),
    ...(size < LONG ? {} : { notation: "compact" }),
    minimumFractionDigits: cents,
    maximumFractionDigits: isMoney && size < LONG ? cents : 1,
  }).format(value);
}

export const shortText = (app: Speaker, exact: Exact | null, field: Field | null): string =>
  exact === null ? "–" : shortNumber(app, asNumber(exact), field);

/** How many more or fewer, as "+3"; "" of none. */
export const changeText = (app: Speaker, change: number): string =>
  change === 0
    ? ""
    : numberFormat(app.locale().tag, { numberingSystem: "latn", signDisplay: "always" }).format(change);

/** The least share that is told exactly, in percent. */
const LEAST = 0.1;

/** "" where shares make no sense, as with losses. */
export function percentText(app: Speaker, part: number, whole: number): string {
  if (whole <= 0 || part < 0) return "";
  const share = (part / whole) * 100;
  const digits = share > 0 && share < 1 ? 1 : 0;
  const format = numberFormat(app.language(), { maximumFractionDigits: digits });
  // Little is not nothing.
  const number = share > 0 && share < LEAST ? `<${format.format(LEAST)}` : format.format(share);
  return app.t("charts.percent", { number });
}

export const dayText = (app: Speaker, day: number): string =>
  dateFormat(app.locale().tag, { dateStyle: "medium", timeZone: "UTC" }).format(day * DAY_MS);

export const monthText = (app: Speaker, day: number): string =>
  dateFormat(app.language(), { month: "short", year: "numeric", timeZone: "UTC" }).format(day * DAY_MS);

export const yearText = (app: Speaker, year: number): string =>
  dateFormat(app.language(), { year: "numeric", timeZone: "UTC" }).format(new Date(0).setUTCFullYear(year));

/** Of any year. */
export const monthName = (app: Speaker, month: number): string =>
  dateFormat(app.language(), { month: "short", timeZone: "UTC" }).format(Date.UTC(2000, month, 1));

/** Named by its first day. */
export function periodText(app: Speaker, unit: PeriodUnit, day: number): string {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  switch (unit) {
    case "day":
    case "week":
      return dayText(app, day);
    case "month":
      return monthText(app, day);
    case "quarter":
      return app.t("chart.quarter", { year, quarter: Math.floor(date.getUTCMonth() / 3) + 1 });
    case "year":
      return yearText(app, year);
  }
}
