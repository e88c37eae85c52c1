/** Chinese text by pinyin or by strokes, as the owner chose. */
import { describe, expect, it } from "vitest";
import { emptyWorkbook, hanOrderOf, withHanOrder, workbookId } from "../../../src/core/model/index.ts";
import { collation } from "../../../src/engine/query/collation.ts";
import { build } from "../../../src/engine/session/build.ts";

// By pinyin chen, li, wang, yi; by strokes 1, 4, 7, 7.
const NAMES = ["王", "一", "陈", "李"];
const sorted = (locale: string): string => NAMES.toSorted(collation(locale).compare).join("");

describe("the order of Chinese text", () => {
  it("is the locale's own until one is chosen", () => {
    expect(["zh-CN", "zh-Hans", "zh-TW", "zh-HK", "en", "de-AT"].map(hanOrderOf)).toEqual([
      "pinyin",
      "pinyin",
      "stroke",
      "stroke",
      "pinyin",
      "pinyin",
    ]);
    expect(sorted("zh-CN")).toBe("陈李王一");
    expect(sorted("zh-TW").startsWith("一王")).toBe(true);
    expect(sorted("en")).toBe("陈李王一");
  });

  it("is as chosen in every locale, and the rest of the locale stays", () => {
    for (const locale of ["zh-CN", "zh-TW", "en", "de-AT-u-nu-latn"]) {
      const byStroke = withHanOrder(locale, "stroke");
      expect(hanOrderOf(byStroke)).toBe("stroke");
      expect(sorted(byStroke).startsWith("一王")).toBe(true);
      expect(sorted(withHanOrder(byStroke, "pinyin"))).toBe("陈李王一");
      expect(new Intl.Locale(byStroke).baseName).toBe(new Intl.Locale(locale).baseName);
    }
  });

  it("is one change of settings, and none where it is so already", () => {
    const workbook = emptyWorkbook(workbookId("w"));
    const basis = {
      workbook,
      seq: 0,
      today: 0,
      table: () => undefined,
      newType: () => ({ storage: "text" }) as const,
    };
    expect(build(basis, { type: "setHanOrder", order: hanOrderOf(workbook.settings.locale) })).toMatchObject({
      change: { ops: [] },
    });
    expect(build(basis, { type: "setHanOrder", order: "stroke" })).toMatchObject({
      change: {
        ops: [{ op: "settings", after: { locale: withHanOrder(workbook.settings.locale, "stroke") } }],
      },
    });
  });
});
