/** Periods around today that the filter's form offers by name, and those of a number of days. */
import type { Period } from "../../core/model/index.ts";

const around = (unit: Period["unit"], at: number): Period => ({ unit, from: at, to: at });

const NAMED = {
  today: around("day", 0),
  yesterday: around("day", -1),
  tomorrow: around("day", 1),
  thisWeek: around("week", 0),
  lastWeek: around("week", -1),
  nextWeek: around("week", 1),
  thisMonth: around("month", 0),
  lastMonth: around("month", -1),
  nextMonth: around("month", 1),
  thisQuarter: around("quarter", 0),
  lastQuarter: around("quarter", -1),
  nextQuarter: around("quarter", 1),
  thisYear: around("year", 0),
  lastYear: around("year", -1),
  nextYear: around("year", 1),
} as const satisfies Readonly<Record<string, Period>>;

export type NamedPeriod = keyof typeof NAMED;
/** "lastDays" and "nextDays" need a number; both count today. */
export type PeriodChoice = NamedPeriod | "lastDays" | "nextDays";

const NAMES = Object.keys(NAMED) as readonly NamedPeriod[];

export const PERIODS: readonly PeriodChoice[] = [...NAMES, "lastDays", "nextDays"];
/** Birthdays of the past interest nobody. */
export const ANNIVERSARIES: readonly PeriodChoice[] = [
  "today",
  "tomorrow",
  "thisWeek",
  "nextWeek",
  "thisMonth",
  "nextMonth",
  "nextDays",
];

export const needsDays = (choice: PeriodChoice): boolean => choice === "lastDays" || choice === "nextDays";

/** A hundred years of days. */
const MOST = 36_500;

/** A whole number from 1 on; null for anything else. */
export function readCount(text: string): number | null {
  const count = Number(text.trim().normalize("NFKC"));
  return Number.isInteger(count) && count >= 1 && count <= MOST ? count : null;
}

export function periodOf(choice: PeriodChoice, days: string): Period | null {
  if (choice !== "lastDays" && choice !== "nextDays") return NAMED[choice];
  const count = readCount(days);
  if (count === null) return null;
  return choice === "lastDays"
    ? { unit: "day", from: 1 - count, to: 0 }
    : { unit: "day", from: 0, to: count - 1 };
}

/** How the form would say it; null for a period it does not offer. */
export function choiceOf({
  unit,
  from,
  to,
}: Period): { readonly choice: PeriodChoice; readonly days: string } | null {
  const name = NAMES.find(
    (each) => NAMED[each].unit === unit && NAMED[each].from === from && NAMED[each].to === to,
  );
  if (name !== undefined) return { choice: name, days: "" };
  if (unit !== "day" || from > 0 || to < 0) return null;
  if (to === 0) return { choice: "lastDays", days: String(1 - from) };
  return from === 0 ? { choice: "nextDays", days: String(to + 1) } : null;
}
