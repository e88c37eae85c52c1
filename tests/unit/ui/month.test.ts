/** The calendar's months and keys, against the clock's own calendar. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayByKey,
  firstWeekday,
  sameMonth,
  weekStart,
  weeksOf,
} from "../../../src/ui/kit/month.ts";
import { check } from "../../support/property.ts";

const MS = 86_400_000;
const utc = (day: number): Date => new Date(day * MS);
const days = fc.integer({
  min: Date.UTC(1601, 0, 1) / MS,
  max: Date.UTC(2400, 0, 1) / MS,
});
const firsts = fc.integer({ min: 0, max: 6 });

describe("a month's weeks", () => {
  it("hold every day of it once, in order, in rows that begin on the wanted weekday", () => {
    check(
      fc.property(days, firsts, (day, first) => {
        const weeks = weeksOf(day, first);
        const all = weeks.flat();
        expect(weeks.every((week) => week.length === 7 && utc(week[0] ?? 0).getUTCDay() === first)).toBe(
          true,
        );
        expect(all.every((each, index) => index === 0 || each === (all[index - 1] ?? 0) + 1)).toBe(true);
        const date = utc(day);
        const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
        const inside = all.filter((each) => sameMonth(each, day)).map((each) => utc(each).getUTCDate());
        const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        expect(inside).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(weeks.every((week) => week.some((each) => sameMonth(each, day)))).toBe(true);
      }),
    );
  });
});

describe("keys of a calendar", () => {
  it("go a day, a week, to the week's ends, a month or a year", () => {
    check(
      fc.property(days, firsts, (day, first) => {
        expect(dayByKey(day, "ArrowRight", false, first)).toBe(day + 1);
        expect(dayByKey(day, "ArrowUp", false, first)).toBe(day - 7);
        const start = dayByKey(day, "Home", false, first) ?? 0;
        expect(start).toBe(weekStart(day, first));
        expect(dayByKey(day, "End", false, first)).toBe(start + 6);
        expect(day - start).toBeGreaterThanOrEqual(0);
        expect(day - start).toBeLessThan(7);
        const date = utc(day);
        const next = utc(addMonths(day, 1));
        expect((next.getUTCMonth() - date.getUTCMonth() + 12) % 12).toBe(1);
        expect(next.getUTCDate()).toBeLessThanOrEqual(date.getUTCDate());
        expect(dayByKey(day, "PageDown", true, first)).toBe(addMonths(day, 12));
        expect(dayByKey(day, "a", false, first)).toBeNull();
      }),
    );
  });

  it("stay at the month's last day, and within the years there are", () => {
    const day = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / MS;
    expect(addMonths(day(2026, 1, 31), 1)).toBe(day(2026, 2, 28));
    expect(addMonths(day(2024, 2, 29), 12)).toBe(day(2025, 2, 28));
    expect(addMonths(day(2026, 3, 31), -1)).toBe(day(2026, 2, 28));
    expect(addMonths(day(9999, 12, 1), 1)).toBe(day(9999, 12, 31));
  });
});

describe("a week", () => {
  it("begins as the locale has it", () => {
    expect(firstWeekday("en-US")).toBe(0);
    expect(firstWeekday("de-DE")).toBe(1);
    expect(firstWeekday("en-GB")).toBe(1);
    expect(firstWeekday("zh-CN")).toBe(1);
    expect(firstWeekday("zh-TW")).toBe(0);
  });
});
