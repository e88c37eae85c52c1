/** The history in words: each step has a readable name, each day one that people use. */
import { describe, expect, it } from "vitest";
import type { Cause } from "../../../src/core/change/index.ts";
import { emptyWorkbook, sheetId, workbookId } from "../../../src/core/model/index.ts";
import { LANGUAGES, makeTranslate } from "../../../src/i18n/index.ts";
import { dayText, momentText } from "../../../src/i18n/time.ts";
import { stepText } from "../../../src/i18n/wording.ts";

const workbook = emptyWorkbook(workbookId("w"));
const sheet = sheetId("s");
const imported = (rejected: number): Cause => ({
  type: "import",
  file: "customers.csv",
  added: 1098,
  updated: 2,
  rejected,
  sheet,
});
const t = makeTranslate(() => "en");

describe("a step", () => {
  it("of an import says what came of it", () => {
    expect(stepText(t, { action: "do", cause: imported(0) }, workbook)).toBe(
      "Import customers.csv: 1,098 added, 2 changed",
    );
    expect(stepText(t, { action: "do", cause: imported(1) }, workbook)).toBe(
      "Import customers.csv: 1,098 added, 2 changed, 1 rejected",
    );
  });

  it("of undo and redo names what it turned", () => {
    const cause: Cause = { type: "deleteRows", rows: 2, sheet };
    expect(stepText(t, { action: "do", cause }, workbook)).toBe("Deleting 2 rows");
    expect(stepText(t, { action: "undo", cause }, workbook)).toBe("Undo deleting 2 rows");
    expect(stepText(t, { action: "redo", cause }, workbook)).toBe("Redo deleting 2 rows");
  });

  it.each(LANGUAGES)("that restored says from when, in %s", (language) => {
    const asOf = new Date(2026, 10, 23, 14, 32).getTime();
    const local = { ...workbook, settings: { ...workbook.settings, locale: language } };
    for (const cause of [
      { type: "restoreRow", sheet, asOf },
      { type: "restoreColumn", sheet, name: "Revenue", asOf },
      { type: "restoreAll", asOf },
    ] as const) {
      const text = stepText(
        makeTranslate(() => language),
        { action: "do", cause },
        local,
      );
      expect(text).toContain(momentText(language, asOf, Date.now()));
    }
  });
});

describe("a day", () => {
  const now = new Date(2026, 2, 1, 0, 30).getTime();

  it("is told by the calendar: yesterday may be half an hour ago", () => {
    expect(dayText("en", now, now)).toBe("Today");
    expect(dayText("en", now - 45 * 60_000, now)).toBe("Yesterday");
    expect(dayText("zh-CN", now - 45 * 60_000, now)).toBe("昨天");
    expect(dayText("en", new Date(2026, 1, 27, 23).getTime(), now)).toBe("Friday, February 27");
    expect(dayText("en", new Date(2025, 1, 28).getTime(), now)).toBe("Friday, February 28, 2025");
  });
});
