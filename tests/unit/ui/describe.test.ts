/** Filters in words, as their chips say them. */
import { describe, expect, it } from "vitest";
import { choiceId, type Field, type Filter, fieldId } from "../../../src/core/model/index.ts";
import { localeFormat } from "../../../src/fields/locale.ts";
import { type Language, makeTranslate } from "../../../src/i18n/index.ts";
import { filterText, type Speaker } from "../../../src/ui/views/describe.ts";

const choices = [
  { id: choiceId("vip"), label: "VIP", hue: "violet" },
  { id: choiceId("small"), label: "Small", hue: "slate" },
] as const;
const FIELDS: readonly Field[] = [
  { id: fieldId("name"), name: "Name", kind: "text", type: { storage: "text" } },
  { id: fieldId("revenue"), name: "Revenue", kind: "number", type: { storage: "integer", decimals: 0 } },
  { id: fieldId("met"), name: "Met", kind: "date", type: { storage: "day" } },
  { id: fieldId("tier"), name: "Tier", kind: "choice", type: { storage: "choice", choices } },
  { id: fieldId("tags"), name: "Tags", kind: "choices", type: { storage: "choices", choices } },
  { id: fieldId("paid"), name: "Paid", kind: "checkbox", type: { storage: "flag" } },
];

const speaker = (language: Language): Speaker => ({
  t: makeTranslate(() => language),
  language: () => language,
  locale: () => localeFormat(language === "en" ? "en-GB" : language, "EUR"),
  fieldOf: (id) => FIELDS.find((field) => field.id === id),
});

const [name, revenue, met, tier, tags, paid] = ["name", "revenue", "met", "tier", "tags", "paid"].map(
  fieldId,
);
if (!name || !revenue || !met || !tier || !tags || !paid) throw new Error("six fields");

const tea: Filter = { op: "contains", field: name, text: "tea" };
const vip: Filter = { op: "oneOf", field: tier, atoms: ["vip"] };

describe("a filter in words", () => {
  it.each<[Filter, en: string, zh: string]>([
    [tea, "Name contains tea", "Name 包含 tea"],
    [{ op: "notContains", field: name, text: "x" }, "Name does not contain x", "Name 不包含 x"],
    [{ op: "endsWith", field: name, text: "x" }, "Name ends with x", "Name 结尾是 x"],
    [
      { op: "noneOf", field: name, atoms: ["a", "b", null] },
      "Name is none of a, b, (empty)",
      "Name 不属于 a、b、（空）",
    ],
    [{ op: "notEmpty", field: name }, "Name is not empty", "Name 不为空"],
    [{ op: "greaterOrEqual", field: revenue, value: 1234 }, "Revenue ≥ 1,234", "Revenue ≥ 1,234"],
    [{ op: "between", field: revenue, low: 1, high: null }, "Revenue ≥ 1", "Revenue ≥ 1"],
    [{ op: "between", field: revenue, low: null, high: null }, "Revenue is not empty", "Revenue 不为空"],
    [
      { op: "top", field: revenue, count: 1000, unit: "rows" },
      "Revenue is in the top 1,000",
      "Revenue 排在前 1,000",
    ],
    [
      { op: "bottom", field: revenue, count: 5, unit: "percent" },
      "Revenue is in the bottom 5 %",
      "Revenue 排在后 5%",
    ],
    [{ op: "belowAverage", field: revenue }, "Revenue is below average", "Revenue 低于平均值"],
    [{ op: "less", field: met, value: 0 }, "Met is before 1970-01-01", "Met 早于 1970-01-01"],
    [
      { op: "greaterOrEqual", field: met, value: 0 },
      "Met is on or after 1970-01-01",
      "Met 不早于 1970-01-01",
    ],
    [
      { op: "within", field: met, period: { unit: "quarter", from: -1, to: -1 } },
      "Met is within last quarter",
      "Met 落在 上季度",
    ],
    [
      { op: "within", field: met, period: { unit: "week", from: -2, to: 0 } },
      "Met is within the last 3 weeks, with this one",
      "Met 落在 最近 3 周（含本周）",
    ],
    [
      { op: "within", field: met, period: { unit: "day", from: -36_500, to: -1 } },
      "Met is within the time ending 1 day ago",
      "Met 落在 1 天前或更早",
    ],
    [
      { op: "within", field: met, period: { unit: "month", from: -5, to: 2 } },
      "Met is within 5 months ago – in 2 months",
      "Met 落在 5个月前 – 2个月后",
    ],
    [
      { op: "anniversary", field: met, period: { unit: "day", from: 0, to: 29 } },
      "Met has its anniversary the next 30 days",
      "Met 周年（生日）落在 未来 30 天",
    ],
    [vip, "Tier is VIP", "Tier 是 VIP"],
    [
      { op: "allOf", field: tags, atoms: ["vip", "small"] },
      "Tags has all of VIP, Small",
      "Tags 同时包含 VIP、Small",
    ],
    [{ op: "noneOf", field: paid, atoms: [1] }, "Paid is not checked", "Paid 未勾选"],
    [{ op: "empty", field: fieldId("gone") }, "a deleted column", "已删除的列"],
    [
      { op: "or", parts: [tea, { op: "and", parts: [tea, vip] }] },
      "Name contains tea or (Name contains tea and Tier is VIP)",
      "Name 包含 tea 或 （Name 包含 tea 且 Tier 是 VIP）",
    ],
    [{ op: "and", parts: [] }, "any row", "任意行"],
  ])("%j", (filter, en, zh) => {
    expect(filterText(speaker("en"), filter)).toBe(en);
    expect(filterText(speaker("zh-CN"), filter)).toBe(zh);
    expect(filterText(speaker("zh-TW"), filter)).not.toMatch(/undefined|filter\./);
  });
});
