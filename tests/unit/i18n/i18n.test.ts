/** The interface's language: which one is picked, and that every message is worded in all three. */
import { describe, expect, it } from "vitest";
import type { Cause } from "../../../src/core/change/index.ts";
import { fieldId, sheetId, type Workbook, workbookId } from "../../../src/core/model/index.ts";
import { LANGUAGES, makeTranslate, pickLanguage } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { causeText } from "../../../src/i18n/wording.ts";

describe("language", () => {
  it.each([
    [["zh-Hans-HK"], "zh-CN"],
    [["zh-CN"], "zh-CN"],
    [["zh-SG"], "zh-CN"],
    [["zh"], "zh-CN"],
    [["zh-TW"], "zh-TW"],
    [["zh-HK"], "zh-TW"],
    [["zh-Hant-CN"], "zh-TW"],
    [["sv-SE", "zh-MO", "en"], "zh-TW"],
    [["en-GB", "zh-CN"], "en"],
    [["sv-SE"], "en"],
    [[], "en"],
  ])("%j is answered in %s", (tags, language) => {
    expect(pickLanguage(tags)).toBe(language);
  });

  it("a change of language is seen by the next call", () => {
    let language: (typeof LANGUAGES)[number] = "en";
    const t = makeTranslate(() => language);
    expect(t("toolbar.undo")).toBe("Undo");
    language = "zh-CN";
    expect(t("toolbar.undo")).toBe("撤销");
    language = "zh-TW";
    expect(t("toolbar.undo")).toBe("復原");
  });
});

describe("the words that product.md fixes", () => {
  const t = makeTranslate(() => "en");

  it("count rows with grouped digits, and one row as one", () => {
    expect(t("rows.all", { total: 100_000 })).toBe("100,000 rows");
    expect(t("rows.all", { total: 1 })).toBe("1 row");
    expect(t("rows.some", { matching: 118, total: 100_000 })).toBe("118 of 100,000 rows");
  });

  it("tell what an import came to", () => {
    expect(t("import.outcome", { added: 98, updated: 2, rejected: 1 })).toBe(
      "98 added, 2 updated, 1 rejected",
    );
  });
});

describe("wording", () => {
  const sheet = sheetId("s1");
  const workbook: Workbook = {
    id: workbookId("w"),
    settings: { name: "Book", locale: "en", currency: "USD" },
    sheets: [
      {
        id: sheet,
        name: "Customers",
        fields: [{ id: fieldId("revenue"), name: "Revenue", kind: "text", type: { storage: "text" } }],
        views: [],
      },
    ],
  };

  it("an undone edit names its column, and a deleted column does not break the words", () => {
    const t = makeTranslate(() => "en");
    const edit = (field: string, cells: number): Cause => ({
      type: "edit",
      cells,
      sheet,
      field: fieldId(field),
    });
    expect(t("cause.undo", { what: causeText(t, edit("revenue", 1), workbook) })).toBe(
      "Undo edit of Revenue",
    );
    expect(causeText(t, edit("revenue", 12), workbook)).toBe("edit of 12 cells");
    expect(causeText(t, edit("gone", 1), workbook)).toBe("edit of a cell");
  });

  it.each(LANGUAGES)("a new workbook has distinct, non-empty words in %s", (language) => {
    const words = templateWords(makeTranslate(() => language));
    for (const group of [words.fields, words.tiers, words.statuses, words.sample.categories]) {
      const texts = Object.values(group);
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.every((text) => text.trim() !== "")).toBe(true);
    }
    expect(words.sample.titles.length).toBeGreaterThan(1);
    expect(words.sample.notes.length).toBeGreaterThan(1);
  });
});
