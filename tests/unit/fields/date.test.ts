/** Days as people and files write them. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { civil, dayOf } from "../../../src/fields/shared/day.ts";
import { readPlain } from "../../support/fields.ts";

const date = (text: string, tag = "en"): string => readPlain("date", text, { tag });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 5, 15) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("calendar", () => {
  it("agrees with Date on every day of four centuries, and refuses days that are not", () => {
    const first = Date.UTC(1897, 0, 1) / 86_400_000;
    const wrong: number[] = [];
    for (let day = first; day < first + 146_097; day += 1) {
      const { year, month, day: ofMonth } = civil(day);
      const agrees = Date.UTC(year, month - 1, ofMonth) === day * 86_400_000;
      if (!agrees || dayOf(year, month, ofMonth) !== day) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(dayOf(2026, 2, 29)).toBeNull();
    expect(dayOf(1900, 2, 29)).toBeNull();
    expect(dayOf(2000, 2, 29)).not.toBeNull();
    expect(dayOf(0, 1, 1)).toBeNull();
    expect(dayOf(10_000, 1, 1)).toBeNull();
  });
});

describe("date.parse", () => {
  it.each([
    ["today", "en", "2026-06-15"],
    [" Today ", "fr", "2026-06-15"],
    ["今天", "en", "2026-06-15"],
    ["今日", "zh-TW", "2026-06-15"],
    ["昨天", "zh-CN", "2026-06-14"],
    ["tomorrow", "zh-CN", "2026-06-16"],
    ["heute", "de", "2026-06-15"],
    ["demain", "fr", "2026-06-16"],
  ])("reads %j in %s as a day by the clock", (text, tag, day) => {
    expect(date(text, tag)).toBe(day);
  });

  it("reads the day before the month where the locale has it so, without a year too", () => {
    expect(date("5.3.", "de")).toBe("2026-03-05");
    expect(date("5/3", "en-GB")).toBe("2026-03-05");
    expect(date("3/5", "en")).toBe("2026-03-05");
    expect(date("３月５日", "zh-CN")).toBe("2026-03-05");
  });

  it.each([
    "2026-03-05",
    "2026-3-5",
    "2026/3/5",
    "2026.3.5",
    "2026. 3. 5.",
    "2026 3 5",
    "20260305",
    "2026年3月5日",
    "2026年03月05号",
    "2026 年 3 月 5 日",
    "２０２６年３月５日",
    "26年3月5日",
    "3月5日",
    "5 Mar 2026",
    "5 March 2026",
    "Mar 5, 2026",
    "March 5th, 2026",
    "5-Mar-26",
    "5-Mar-2026",
    "2026 Mar 5",
    "5 Mar",
    "Mar 5",
    "2026-03-05 00:00:00",
    "2026-03-05T00:00:00Z",
  ])("reads %j in every locale", (text) => {
    for (const tag of ["en", "en-GB", "de", "fr", "zh-CN", "zh-TW", "sv"])
      expect(date(text, tag), tag).toBe("2026-03-05");
  });

  it("reads day and month in the locale's order", () => {
    for (const text of ["3/5/2026", "3.5.2026", "3-5-26", "03 05 2026", "3/5", "3. 5. 2026"]) {
      expect(date(text, "en"), text).toBe("2026-03-05");
      for (const tag of ["en-GB", "de", "fr"]) expect(date(text, tag), text).toBe("2026-05-03");
    }
    expect(date("5.3.", "de")).toBe("2026-03-05");
    expect(date("26-03-05", "sv")).toBe("2026-03-05");
    expect(date("26/3/5", "zh-CN")).toBe("2026-03-05");
    expect(date("3/5", "zh-CN")).toBe("2026-03-05");
  });

  it("does not change the order for one text", () => {
    expect(date("13/5/2026", "en")).toBe("notADate");
    expect(date("5/13/2026", "en-GB")).toBe("notADate");
  });

  it("asks where the locale has no order for it", () => {
    expect(date("5/3/2026", "zh-CN")).toBe("ambiguousDate");
    expect(date("3/3/2026", "zh-CN")).toBe("2026-03-03");
    expect(date("13/5/2026", "zh-CN")).toBe("2026-05-13");
    expect(date("5/13/2026", "sv")).toBe("2026-05-13");
  });

  it("takes two digits of a year for 1969 to 2068", () => {
    expect(date("3/5/68")).toBe("2068-03-05");
    expect(date("3/5/69")).toBe("1969-03-05");
    expect(date("5 Mar 00")).toBe("2000-03-05");
  });

  it("knows the months of the locale, blind to case and accents", () => {
    expect(date("5. März 2026", "de")).toBe("2026-03-05");
    expect(date("1er mars 2026", "fr")).toBe("2026-03-01");
    expect(date("5 FEVRIER 2026", "fr")).toBe("2026-02-05");
    expect(date("5 févr. 2026", "fr")).toBe("2026-02-05");
    expect(date("5 de marzo de 2026", "es")).toBe("2026-03-05");
    expect(date("Sept. 5, 2026")).toBe("2026-09-05");
    expect(date("5 mars 2026", "de")).toBe("notADate");
    expect(date("5 مارس 2026", "fa"), "in our calendar, whatever the locale's own").toBe("2026-03-05");
  });

  it.each([
    "2026-02-29",
    "2026-13-01",
    "0000-01-01",
    "10000-01-01",
    "2026-3",
    "Mar 2026",
    "5 Mar 2",
    "3/5/6",
    "1-1-1",
    "2026--03-05",
    "2026-03/05",
    "2026-03-05 10:00",
    "2026-03-05 extra",
    "44927",
    "soon",
    "5 Mar Mar",
    "Feb 30, 2026",
    `3${" ".repeat(90)}/5`,
  ])("refuses %j", (text) => {
    expect(date(text)).toBe("notADate");
  });
});
