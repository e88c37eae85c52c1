/** Periods around today that the filter's form offers by name, and those of so many days, weeks or months. */
import type { Period } from "../../core/model/index.ts";

const around = (unit: Period["unit"], at: number): Period => ({ unit, from: at, to: at });

/** As far back as periods reach. */
const LONG_AGO = -3_652_500;

const NAMED = {
  today: around("day", 0),
  beforeToday: { unit: "day", from: LONG_AGO, to: -1 },
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

/**
 * They need a number. "The last 3 months" are this one and the two before; "30 days ago or earlier" is what "the last 30
 * days" leave out.
 */
const COUNTED = {
  daysAgo: { unit: "day", towards: "beginning" },
  lastDays: { unit: "day", towards: "past" },
  nextDays: { unit: "day", towards: "future" },
  lastWeeks: { unit: "week", towards: "past" },
  nextWeeks: { unit: "week", towards: "future" },
  lastMonths: { unit: "month", towards: "past" },
  nextMonths: { unit: "month", towards: "future" },
} as const satisfies Readonly<
  Record<string, { unit: Period["unit"]; towards: "past" | "future" | "beginning" }>
>;

export type NamedPeriod = keyof typeof NAMED;
export type CountedPeriod = keyof typeof COUNTED;
export type PeriodChoice = NamedPeriod | CountedPeriod;

const isNamed = (choice: PeriodChoice): choice is NamedPeriod => Object.hasOwn(NAMED, choice);
export const isCounted = (choice: PeriodChoice): choice is CountedPeriod => !isNamed(choice);

const NAMES = Object.keys(NAMED) as readonly NamedPeriod[];
const COUNTS = Object.keys(COUNTED) as readonly CountedPeriod[];

const PERIODS: readonly PeriodChoice[] = [...NAMES, ...COUNTS];
/** Birthdays of the past interest nobody. */
const ANNIVERSARIES: readonly PeriodChoice[] = [
  "today",
  "tomorrow",
  "thisWeek",
  "nextWeek",
  "thisMonth",
  "nextMonth",
  "nextDays",
];

export const offeredPeriods = (op: "within" | "anniversary"): readonly PeriodChoice[] =>
  op === "within" ? PERIODS : ANNIVERSARIES;

/** A hundred years of days. */
export const MOST_UNITS = 36_500;

const DIGITS = /^\d{1,15}$/;

/** A whole number from 1 to `most`, in digits of any width; null for anything else. */
export function readCount(text: string, most: number): number | null {
  const digits = text.trim().normalize("NFKC");
  const count = Number(digits);
  return DIGITS.test(digits) && count >= 1 && count <= most ? count : null;
}

export function periodOf(choice: PeriodChoice, text: string): Period | null {
  if (isNamed(choice)) return NAMED[choice];
  const count = readCount(text, MOST_UNITS);
  if (count === null) return null;
  const { unit, towards } = COUNTED[choice];
  switch (towards) {
    case "past":
      return { unit, from: 1 - count, to: 0 };
    case "future":
      return { unit, from: 0, to: count - 1 };
    case "beginning":
      return { unit, from: -MOST_UNITS, to: -count };
  }
}

export type ChosenPeriod =
  | { readonly type: "named"; readonly choice: NamedPeriod }
  | { readonly type: "counted"; readonly choice: CountedPeriod; readonly count: number };

/** How the form would say it; null for a period it does not offer. */
export function choiceOf({ unit, from, to }: Period): ChosenPeriod | null {
  const name = NAMES.find(
    (each) => NAMED[each].unit === unit && NAMED[each].from === from && NAMED[each].to === to,
  );
  if (name !== undefined) return { type: "named", choice: name };
  if (unit === "day" && from === -MOST_UNITS && to < 0) {
    return { type: "counted", choice: "daysAgo", count: -to };
  }
  if (from > to || (from !== 0 && to !== 0)) return null;
  const towards = to === 0 ? "past" : "future";
  const choice = COUNTS.find((each) => COUNTED[each].unit === unit && COUNTED[each].towards === towards);
  const count = to - from + 1;
  return choice === undefined || count > MOST_UNITS ? null : { type: "counted", choice, count };
}
