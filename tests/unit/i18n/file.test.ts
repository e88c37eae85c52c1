/** Why a workbook file is not opened, in words. */
import { describe, expect, it } from "vitest";
import { fileRefusalText } from "../../../src/i18n/file.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import type { FileRefusal } from "../../../src/storage/index.ts";

const REASONS: readonly FileRefusal["reason"][] = [
  "unreadable",
  "notAWorkbook",
  "truncated",
  "inconsistent",
  "tooLarge",
  "tooNew",
  "missingPart",
  "unknownPart",
  "damagedPart",
  "malformed",
];

describe.each(["en", "zh-CN", "zh-TW"] as const)("a refused file in %s", (language) => {
  const t = makeTranslate(() => language);

  it("says what is wrong, and what can be done where that differs", () => {
    const texts = REASONS.map((reason) => fileRefusalText(t, { reason, part: null, at: null }));
    expect(new Set(texts).size).toBe(6);
  });

  it("names the part, and of a sheet the line, which counts as an editor does", () => {
    const part = "sheets/1 客户.csv";
    expect(fileRefusalText(t, { reason: "damagedPart", part, at: null })).toContain(part);
    const inLine = fileRefusalText(t, { reason: "malformed", part, at: 17 });
    expect(inLine).toContain(part);
    expect(inLine).toContain("17");
    expect(fileRefusalText(t, { reason: "malformed", part: "workbook.json", at: "sheets.0" })).not.toContain(
      "sheets.0",
    );
  });
});
