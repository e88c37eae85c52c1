/** What charts say of rows, in words: of one, of equals, of losses, of what cannot be drawn, and beside an earlier day. */
import { describe, expect, it } from "vitest";
import {
  type ChartRecipe,
  type Choice,
  choiceId,
  type Field,
  fieldId,
  type Sheet,
  sheetId,
  viewId,
} from "../../../src/core/model/index.ts";
import { chartOf } from "../../../src/engine/charts/chart.ts";
import { earlierOf } from "../../../src/engine/charts/earlier.ts";
import type { Session } from "../../../src/engine/session/session.ts";
import { localeFormat } from "../../../src/fields/locale.ts";
import { type Language, makeTranslate } from "../../../src/i18n/index.ts";
import { valuesText } from "../../../src/ui/charts/figures.ts";
import { tell, titleOf } from "../../../src/ui/charts/kinds/index.ts";
import type { Speaker, Told } from "../../../src/ui/charts/told.ts";
import { sessionOf } from "../../support/oneSheet.ts";
import "../../support/languages.ts";

const SHEET = sheetId("s1");
const AMOUNT = fieldId("amount");
const DAY = fieldId("day");
const TIER = fieldId("tier");
const STATUS = fieldId("status");
const CITY = fieldId("city");
const TAGS = fieldId("tags");
const choices = (...ids: readonly string[]): readonly Choice[] =>
  ids.map((id) => ({ id: choiceId(id), label: id, hue: "teal" }));
const FIELDS: readonly Field[] = [
  { id: AMOUNT, name: "Revenue", kind: "money", type: { storage: "integer", decimals: 2 } },
  { id: DAY, name: "Day", kind: "date", type: { storage: "day" } },
  {
    id: TIER,
    name: "Tier",
    kind: "choice",
    type: { storage: "choice", choices: choices("VIP", "Major", "Small") },
    role: "tier",
  },
  {
    id: STATUS,
    name: "Status",
    kind: "choice",
    type: { storage: "choice", choices: choices("New", "Old") },
    role: "status",
  },
  { id: CITY, name: "City", kind: "text", type: { storage: "text" } },
  {
    id: TAGS,
    name: "Tags",
    kind: "choices",
    type: { storage: "choices", choices: choices("a", "b", "c", "d") },
  },
];
const ALL: Sheet = {
  id: SHEET,
  name: "Customers",
  fields: FIELDS,
  views: [{ id: viewId("v1"), name: "All", columns: [], sort: [], filter: null }],
};
const TODAY = 20_500;

interface Row {
  readonly amount?: number;
  readonly day?: number;
  readonly tier?: string;
  readonly status?: string;
  readonly city?: string;
  readonly tags?: string;
}

const of = (...rows: readonly Row[]): Session =>
  sessionOf(ALL, { newType: () => ({ storage: "text" }), today: () => TODAY }, rows, (row, field) => {
    const cells: Readonly<Record<string, string | number | undefined>> = { ...row };
    return cells[field] ?? null;
  });

const speaker = (language: Language): Speaker => ({
  t: makeTranslate(() => language),
  language: () => language,
  locale: () => localeFormat(language === "en" ? "en-US" : language, "USD"),
  sheet: () => ALL,
});

const EN = speaker("en");
const BARS = { kind: "groups", look: "bars", most: 10 } as const;
const TIERS: ChartRecipe = { ...BARS, by: TIER, measure: "count" };
const WORTH: ChartRecipe = { ...BARS, by: TIER, measure: "sum", of: AMOUNT };

function told(now: Session, recipe: ChartRecipe, then: Session | null = null, who: Speaker = EN): Told {
  const earlier = then && earlierOf({ sheet: ALL, table: then.table(SHEET) ?? null, today: then.today });
  const telling = tell(who, recipe, chartOf(now, ALL, recipe, "", earlier), then && { day: "Nov 8, 2026" });
  if (telling.type !== "told") throw new Error(telling.why);
  return telling.told;
}

describe("the sentence of groups", () => {
  it("of one customer, or of one group", () => {
    const one = of({ tier: "VIP", amount: 123_450, status: "New" });
    expect(told(one, TIERS).sentence).toBe("The only customer is in the group VIP.");
    expect(told(one, WORTH).sentence).toBe("Only VIP has figures here: $1,234.50.");
    expect(told(one, { ...BARS, by: TIER, measure: "average", of: AMOUNT }).sentence).toBe(
      "Only VIP has figures here: $1,234.50.",
    );
    const two = of({ tier: "VIP" }, { tier: "VIP" });
    expect(told(two, TIERS).sentence).toBe("All 2 customers are in one group: VIP.");
    expect(told(two, { ...BARS, by: STATUS, measure: "count" }).sentence).toBe(
      "Status is empty for all 2 customers.",
    );
    expect(told(of({}, {}), TIERS).sentence).toBe("100 % of 2 customers have no tier yet.");
  });

  it("of equals nobody is the largest", () => {
    const pair = of({ tier: "VIP", amount: 100 }, { tier: "Major", amount: 100 });
    expect(told(pair, TIERS).sentence).toBe("VIP and Major share the first place: 1 each of 2 customers.");
    expect(told(pair, WORTH).sentence).toBe("VIP and Major share the first place: $1.00 each.");
    const all = of({ tier: "VIP" }, { tier: "Major" }, { tier: "Small" });
    expect(told(all, TIERS).sentence).toBe("All 3 are equal: 1 each.");
    const amounts = { ...BARS, by: DAY, unit: "day", measure: "count", most: 5 } as const;
    expect(told(of({ day: 3 }, { day: 4 }, { day: 5 }), amounts).sentence).toBe("All 3 are equal: 1 each.");
  });

  it("groups that hold no row neither win nor lose among losses", () => {
    const losses = of({ tier: "VIP", amount: -500 }, { tier: "Small", amount: -100 });
    expect(told(losses, WORTH).sentence).toBe(
      "Small brings most, -$1.00; VIP brings -$5.00. With negative amounts there are no shares.",
    );
  });

  it("a name in Latin letters stands apart in a Chinese sentence, one in Han does not", () => {
    const byCity: ChartRecipe = { ...BARS, by: CITY, measure: "count" };
    const sentence = (city: string, language: Language): string =>
      told(of({ city }, { city }, { city: "Lund" }), byCity, null, speaker(language)).sentence;
    expect(sentence("Uji", "zh-CN")).toBe("Uji 最多，占 3 位客户的 67%。");
    expect(sentence("上海", "zh-CN")).toBe("上海最多，占 3 位客户的 67%。");
    expect(sentence("Uji", "zh-TW")).toBe("Uji 最多，占 3 位客戶的 67%。");
  });

  it("so do those of a list", () => {
    const byCity: ChartRecipe = { ...BARS, by: CITY, measure: "count" };
    const sentence = (...cities: readonly string[]): string =>
      told(of(...[...cities, ...cities, "东京"].map((city) => ({ city }))), byCity, null, speaker("zh-CN"))
        .sentence;
    expect(sentence("Uji", "Lund")).toBe("5 位客户中，Uji 和 Lund 并列第一，均为 2。");
    expect(sentence("上海", "Uji", "苏州")).toBe("7 位客户中，上海、Uji 和苏州并列第一，均为 2。");
  });

  it("a small share is more than nothing", () => {
    const rows = Array.from({ length: 2000 }, (_, at) => ({ tier: at === 0 ? "VIP" : "Small" }));
    expect(told(of(...rows), TIERS).rows[0]?.map(({ text }) => text)).toEqual(["VIP", "1", "<0.1 %"]);
  });
});

describe("what is beyond the groups that are shown", () => {
  const cities = (count: number, twice = 0): Session =>
    of(
      ...Array.from({ length: count }, (_, at) => ({ city: `C${at}`, amount: 100 })),
      ...Array.from({ length: twice }, (_, at) => ({ city: `C${at}`, amount: 100 })),
    );
  const most: ChartRecipe = { ...BARS, by: CITY, measure: "count" };
  const limitOf = ({ drawing }: Told): number | null => ("limit" in drawing ? drawing.limit : null);

  it("is cut off where it would leave the others no room, and said so; the table has all of it", () => {
    const many = told(cities(10_000, 10), most);
    expect(limitOf(many)).toBeCloseTo(2 * 1.15);
    expect(many.ofPicture).toEqual([
      "The bar of the others is cut off: it would be 4,995 times as long as the longest.",
    ]);
    expect(many.rows.at(-1)?.map(({ text }) => text)).toEqual(["Others (9,990)", "9,990", "100 %"]);
    expect(many.drawing).toMatchObject({ marks: { length: 11, 10: { value: 9990, text: "9,990 · 100 %" } } });
  });

  it("is drawn as long as it is up to twice the longest", () => {
    const few = told(cities(14, 10), most);
    expect(limitOf(few)).toBeNull();
    expect(few.ofPicture).toEqual([]);
  });

  it("was cut off if it is no more, so that both are drawn alike", () => {
    expect(limitOf(told(cities(12, 10), most, cities(300, 10)))).toBeCloseTo(2 * 1.15);
    expect(limitOf(told(cities(10), most, cities(300)))).toBeCloseTo(1.15);
  });

  it("is asked for by a click: whoever has none of those shown, of several choices whoever has another", () => {
    const asked = (session: Session, recipe: ChartRecipe): unknown => {
      const { drawing } = told(session, recipe);
      return "marks" in drawing ? drawing.marks.at(-1)?.pick : null;
    };
    const lund = of({ city: "Lund" }, { city: "Lund" }, { city: "Uji" });
    expect(asked(lund, { ...most, most: 1 })).toEqual([{ op: "noneOf", field: CITY, atoms: ["Lund"] }]);
    const tagged = of({ tags: "a b" }, { tags: "a" }, { tags: "b c" }, {});
    expect(asked(tagged, { ...most, by: TAGS, most: 2 })).toEqual([
      { op: "oneOf", field: TAGS, atoms: ["c", "d", null] },
    ]);
  });

  it("holds what is lowest, of which nothing is said", () => {
    const rows = of(
      { city: "Lund", amount: 900 },
      { city: "Uji", amount: 500 },
      { city: "Cork", amount: 100 },
    );
    const average = { ...most, measure: "average", of: AMOUNT } as const;
    expect(told(rows, average).sentence).toBe("Lund is highest with $9.00, Cork lowest with $1.00.");
    expect(told(rows, { ...average, most: 2 }).sentence).toBe("Lund is highest with $9.00.");
  });

  it("of a ring is the share that it has", () => {
    expect(told(cities(10_000, 10), { ...most, look: "doughnut" }).ofPicture).toEqual([]);
  });
});

describe("beside an earlier day", () => {
  const then = of({ tier: "VIP", status: "Old", amount: 100 }, { tier: "Small", status: "New", amount: 500 });
  const now = of(
    { tier: "Small", status: "New", amount: 700 },
    { tier: "Small", status: "New", amount: 500 },
  );

  it("tiers go up and down; other choices only change", () => {
    expect(told(now, TIERS, then).notes).toEqual(["1 customer moved down since Nov 8, 2026."]);
    const states: ChartRecipe = { ...BARS, by: STATUS, measure: "count" };
    expect(told(now, states, then).notes).toEqual(["Status changed for 1 customer since Nov 8, 2026."]);
    expect(told(now, states, now).notes).toEqual(["Nothing has changed in Status since Nov 8, 2026."]);
  });

  it("amounts tell what the first was", () => {
    expect(told(now, WORTH, then).notes).toEqual([
      "Small was $5.00 on Nov 8, 2026 and is $12.00 now.",
      "1 customer moved down since Nov 8, 2026.",
    ]);
    const byState: ChartRecipe = { ...BARS, by: STATUS, measure: "sum", of: AMOUNT };
    expect(told(now, byState, then).notes).toEqual(["New was $5.00 on Nov 8, 2026 and is $12.00 now."]);
  });

  it("what the picture needs is said of the picture, not of the table", () => {
    const ring: ChartRecipe = { ...BARS, look: "doughnut", by: TIER, measure: "sum", of: AMOUNT };
    expect(told(now, ring, then).ofPicture).toEqual(["The ring inside is as of Nov 8, 2026."]);
    const losses = of({ tier: "VIP", amount: -500 }, { tier: "Small", amount: 100 });
    const bars = "A ring shows shares of a whole, and here there is none: bars show the amounts.";
    for (const none of [losses, of({ tier: "VIP", amount: 0 }, { tier: "Small", amount: 0 })]) {
      expect(told(none, ring).ofPicture).toEqual([bars]);
      expect(told(none, ring).drawing.look).toBe("bars");
      expect(told(none, ring).notes).toEqual([]);
    }
  });

  it("a Chinese day stands close to what follows it, another apart", () => {
    const reply = chartOf(
      now,
      ALL,
      TIERS,
      "",
      earlierOf({ sheet: ALL, table: then.table(SHEET) ?? null, today: TODAY }),
    );
    const noteOn = (language: Language, day: string): string | undefined => {
      const telling = tell(speaker(language), TIERS, reply, { day });
      return telling.type === "told" ? telling.told.notes[0] : undefined;
    };
    expect(noteOn("zh-CN", "2026年11月8日")).toBe("自 2026年11月8日以来，1 位客户降级。");
    expect(noteOn("zh-CN", "2026-11-08")).toBe("自 2026-11-08 以来，1 位客户降级。");
    expect(noteOn("zh-TW", "2026年11月8日")).toBe("自 2026年11月8日以來，1 位客戶降級。");
  });
});

describe("other kinds", () => {
  it("the Pareto curve says what it does with losses", () => {
    const rows = of({ amount: 900 }, { amount: 100 }, { amount: -50 });
    expect(told(rows, { kind: "pareto", of: AMOUNT }).notes).toEqual([
      "1 customer with a negative amount counts as zero.",
    ]);
  });

  it("what is said aloud of a curve stands sentence after sentence as the language has it", () => {
    const [then, now] = [of({ amount: 900 }, { amount: 100 }), of({ amount: 900 }, { amount: 300 })];
    const words = (who: Speaker): string =>
      valuesText(who, told(now, { kind: "pareto", of: AMOUNT }, then, who));
    expect(words(EN)).toMatch(/\. .*\.$/);
    expect(words(speaker("zh-CN"))).toMatch(/。\S+.*。$/);
    expect(words(speaker("zh-CN"))).not.toContain("。 ");
  });

  it("a year that lost has no share of the one before", () => {
    const rows = of({ amount: 900, day: TODAY - 365 }, { amount: -500, day: TODAY });
    expect(told(rows, { kind: "years", by: DAY, of: AMOUNT }).sentence).not.toContain("against");
  });

  it("one customer of one is in the singular", () => {
    const rows = of({ amount: 900, day: TODAY });
    expect(told(rows, { kind: "rfm", recency: DAY, value: AMOUNT }).sentence).toBe(
      "1 of 1 customer is among the best in both; 0 of high value have not been seen for long.",
    );
  });

  it("the head of a table says what was measured", () => {
    const rows = of({ tier: "VIP", amount: 900 }, { tier: "Small", amount: 100 });
    const heads = (["sum", "average", "minimum", "maximum"] as const).map(
      (measure) => told(rows, { ...BARS, by: TIER, measure, of: AMOUNT }).head[1],
    );
    expect(heads).toEqual(["Revenue", "Average Revenue", "Lowest Revenue", "Highest Revenue"]);
    expect(told(rows, TIERS).head[1]).toBe("Customers");
  });

  it("titles in Chinese tell values from scales", () => {
    const titles = (language: Language, by: typeof TIER): string =>
      titleOf(speaker(language), ALL, { recipe: { ...BARS, by, measure: "sum", of: AMOUNT } });
    expect(titles("zh-CN", TIER)).toBe("各 Tier Revenue");
    expect(titles("zh-CN", DAY)).toBe("按 Day 统计的 Revenue");
    expect(titles("zh-TW", DAY)).toBe("依 Day 統計的 Revenue");
    expect(titles("en", DAY)).toBe("Revenue by Day");
  });
});
