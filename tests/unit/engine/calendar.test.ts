/** Periods around a day, computed by hand with a calendar on the wall. */
import { describe, expect, it } from "vitest";
import { PERIOD_UNITS, type PeriodUnit } from "../../../src/core/model/index.ts";
import { anniversaryTest, dayOfMonth, windowOf } from "../../../src/engine/query/calendar.ts";
import { dayText } from "../../../src/engine/query/text.ts";

const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  return dayOfMonth(year, month - 1, date);
};

const MONDAY = 1;
const SUNDAY = 0;

describe("the window of a period", () => {
  it.each<[today: string, unit: PeriodUnit, from: number, to: number, weekStart: number, window: string]>([
    ["2024-02-29", "day", -29, 0, MONDAY, "2024-01-31 2024-02-29"],
    ["2024-12-31", "day", 0, 6, MONDAY, "2024-12-31 2025-01-06"],
    // 2026-11-23 is a Monday, 2026-11-22 a Sunday.
    ["2026-11-23", "week", 0, 0, MONDAY, "2026-11-23 2026-11-29"],
    ["2026-11-22", "week", 0, 0, MONDAY, "2026-11-16 2026-11-22"],
    ["2026-11-23", "week", 0, 0, SUNDAY, "2026-11-22 2026-11-28"],
    ["2027-01-01", "week", 0, 0, MONDAY, "2026-12-28 2027-01-03"],
    ["2026-11-23", "week", -1, 1, MONDAY, "2026-11-16 2026-12-06"],
    ["1969-12-31", "week", 0, 0, MONDAY, "1969-12-29 1970-01-04"],
    ["1969-12-24", "week", 0, 0, MONDAY, "1969-12-22 1969-12-28"],
    ["2024-03-31", "month", -1, -1, MONDAY, "2024-02-01 2024-02-29"],
    ["2023-03-31", "month", -1, -1, MONDAY, "2023-02-01 2023-02-28"],
    ["2026-01-15", "month", -1, 0, MONDAY, "2025-12-01 2026-01-31"],
    ["2026-11-23", "quarter", 0, 0, MONDAY, "2026-10-01 2026-12-31"],
    ["2026-01-01", "quarter", -1, -1, MONDAY, "2025-10-01 2025-12-31"],
    ["2026-12-31", "quarter", 1, 1, MONDAY, "2027-01-01 2027-03-31"],
    ["2024-12-31", "year", 0, 0, MONDAY, "2024-01-01 2024-12-31"],
    ["2000-06-01", "year", -100, -100, MONDAY, "1900-01-01 1900-12-31"],
  ])("on %s, %s %d to %d with weeks from day %d: %s", (today, unit, from, to, weekStart, window) => {
    expect(windowOf({ unit, from, to }, day(today), weekStart).map(dayText).join(" ")).toBe(window);
  });

  it("of the present unit always holds today, on every day of four years", () => {
    for (let today = day("2023-01-01"); today <= day("2026-12-31"); today++) {
      for (const unit of PERIOD_UNITS) {
        const [first, last] = windowOf({ unit, from: 0, to: 0 }, today, MONDAY);
        expect(first <= today && today <= last).toBe(true);
        // The next one begins where this one ends.
        expect(windowOf({ unit, from: 1, to: 1 }, today, MONDAY)[0]).toBe(last + 1);
      }
    }
  });
});

describe("a period beyond all calendars", () => {
  const today = day("2026-11-23");
  const far = 3_652_500;

  it.each(PERIOD_UNITS)("of %s holds every day between its ends, and none beyond them", (unit) => {
    const holds = (from: number, to: number): boolean => {
      const [first, last] = windowOf({ unit, from, to }, today, MONDAY);
      return first <= today && today <= last;
    };
    expect([holds(-far, far), holds(-far, -far), holds(far, far)]).toEqual([true, false, false]);
    const [first, last] = windowOf({ unit, from: -far, to: far }, today, MONDAY);
    expect(anniversaryTest(first, last)(today)).toBe(true);
  });
});

describe("an anniversary", () => {
  it.each([
    ["1980-11-30", "2026-11-01", "2026-11-30", true],
    ["1980-12-01", "2026-11-01", "2026-11-30", false],
    ["1980-01-02", "2026-12-28", "2027-01-03", true],
    ["1980-12-28", "2026-12-28", "2027-01-03", true],
    ["1996-02-29", "2024-02-29", "2024-02-29", true],
    ["1996-02-29", "2024-02-28", "2024-02-28", false],
    ["1996-02-29", "2026-02-28", "2026-02-28", true],
    ["1996-02-29", "2026-03-01", "2026-03-01", false],
    ["1900-06-15", "2026-06-15", "2026-06-15", true],
    ["1996-02-29", "1900-02-28", "1900-02-28", true],
    ["1996-02-29", "2000-02-28", "2000-02-28", false],
    ["1996-02-29", "2025-03-01", "2026-02-27", false],
    ["1996-02-29", "2023-03-01", "2024-02-28", false],
    ["1996-02-29", "2025-03-01", "2026-02-28", true],
    ["2026-12-31", "2026-12-31", "2027-01-01", true],
    ["2026-07-04", "2023-03-01", "2024-02-29", true],
    ["0001-07-04", "2026-07-01", "2026-07-04", true],
    ["2026-07-04", "2026-07-05", "2026-07-03", false],
  ])("of %s from %s to %s: %s", (born, first, last, expected) => {
    expect(anniversaryTest(day(first), day(last))(day(born))).toBe(expected);
  });
});
