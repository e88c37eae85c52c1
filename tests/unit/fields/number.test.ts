/** Numbers and money as people and files write them. */
import { describe, expect, it } from "vitest";
import { MAX_INTEGER, type Value } from "../../../src/core/model/index.ts";
import { parsed, read, shown } from "../../support/fields.ts";

const cents = { storage: "integer", decimals: 2 } as const;
const number = (text: string, tag = "en") => read("number", text, { tag, type: cents });
const money = (text: string, tag = "en", currency = "USD") =>
  read("money", text, { tag, currency, type: cents });

const NOT = { problem: "notANumber" };
const LONG = { problem: "tooManyDecimals" };

describe("number.parse", () => {
  it.each<[string, unknown]>([
    ["1234.50", 123450],
    ["1,234.50", 123450],
    ["12,345,678", 1234567800],
    ["1 234.5", 123450],
    ["1\u00a0234.5", 123450],
    ["1\u202f234.5", 123450],
    ["1'234.56", 123456],
    ["1’234.56", 123456],
    ["1.234,50", 123450],
    ["1.234.567", 123456700],
    ["12,34,567.50", 123456750],
    ["１，２３４．５", 123450],
    [" 12 ", 1200],
    [".5", 50],
    ["5.", 500],
    ["007", 700],
    ["1.2000", 120],
    ["+5", 500],
    ["-5", -500],
    ["−5", -500],
    ["5-", -500],
    ["(5)", -500],
    ["(1,234.00)", -123400],
    ["5%", 5],
    ["5 %", 5],
    ["150%", 150],
    ["1,234%", 1234],
    ["-5%", -5],
    ["(5%)", -5],
    ["-0", 0],
  ])("reads %j in English", (text, value) => {
    expect(number(text)).toBe(value);
  });

  it.each(["1.234,50", "1234,5", "1.234.567", "1,234.50", "1 234,50"])("reads %j in German", (text) => {
    const expected = new Map([
      ["1234,5", 123450],
      ["1.234.567", 123456700],
    ]);
    expect(number(text, "de")).toBe(expected.get(text) ?? 123450);
  });

  it.each([
    "1,23",
    "1,2345",
    "1234,567",
    "0,123",
    "0,5",
    "123,45,678",
    "1,234,56",
    "1, 234",
    "1\n234",
    "1 2",
    "1,234 567",
    "--5",
    "(-5)",
    "-5-",
    "1e5",
    "0x10",
    "Infinity",
    "$5",
    "12abc",
    "-",
    "()",
    ".",
    "१२",
    "1".repeat(200),
  ])("refuses %j in English", (text) => {
    expect(number(text)).toEqual(NOT);
  });

  it("takes a single mark before three digits for what the locale means by it, never for both", () => {
    expect(number("1,234")).toBe(123400);
    expect(number("1.234")).toEqual(LONG);
    expect(number("1.234", "de")).toBe(123400);
    expect(number("1,234", "de")).toEqual(LONG);
    for (const spaced of ["fr", "sv"]) {
      expect(number("1.250", spaced), "a point from the keypad is no thousand").toEqual(NOT);
      expect(number("1 250", spaced)).toBe(125000);
      expect(number("1.234.567", spaced)).toBe(123456700);
    }
    for (const refused of ["1.5", "12.50", "0.123"]) expect(number(refused, "de")).toEqual(NOT);
  });

  it("is exact to the largest integer, and refuses beyond", () => {
    expect(number("90071992547409.91")).toBe(MAX_INTEGER);
    expect(number("-90,071,992,547,409.91")).toBe(-MAX_INTEGER);
    expect(number("90071992547409.92")).toEqual({ problem: "outOfRange" });
    expect(number("123456789012345678")).toEqual({ problem: "outOfRange" });
    for (const text of ["0.07", "1.005", "4.35", "1.15", "8.2"]) {
      expect(read("number", text, { type: { storage: "integer", decimals: 4 } })).toBe(
        Number(text.replace(".", "").padEnd(text.indexOf(".") + 4, "0")),
      );
    }
  });

  it("says what a number would look like here", () => {
    const problemIn = (tag: string, decimals: number) => {
      const result = parsed("number", "much", { tag, type: { storage: "integer", decimals } });
      return result.ok ? null : result.problem;
    };
    expect(problemIn("en", 2)).toEqual({ problem: "notANumber", text: "much", example: "1234.5" });
    expect(problemIn("de", 2)).toEqual({ problem: "notANumber", text: "much", example: "1234,5" });
    expect(problemIn("de", 0)).toEqual({ problem: "notANumber", text: "much", example: "1234" });
  });
});

describe("number.format", () => {
  it.each<[string, Value, string]>([
    ["en", 123450, "1,234.5"],
    ["de", 123450, "1.234,5"],
    ["sv", -123450, "\u22121\u00a0234,5"],
    ["zh-CN", 123400, "1,234"],
    ["ar-EG", 123450, "1,234.5"],
    ["en", MAX_INTEGER, "90,071,992,547,409.91"],
  ])("groups by %s", (tag, value, text) => {
    expect(shown("number", value, { tag, type: cents })).toBe(text);
  });
});

describe("money", () => {
  it.each([
    "$5",
    "$ 5",
    "5$",
    "5 €",
    "€5",
    "USD 5",
    "5 usd",
    "US$5",
    "￥5",
    "5元",
    "5 元",
    "RMB 5",
    "CN¥5",
    "NT$5.00",
    "CHF 5",
    "₹5",
    "$5 USD",
  ])("reads %j whatever the workbook's currency", (text) => {
    expect(money(text)).toBe(500);
  });

  it.each(["-$5", "$-5", "($5.00)", "$(5.00)", "5-$", "−$5", "-5 €"])("reads %j as negative", (text) => {
    expect(money(text)).toBe(-500);
  });

  it.each(["5 kr", "XYZ 5", "INV 1001", "$", "USD", "5 dollars", "1.2万", "$5 much", "A 5"])(
    "refuses %j",
    (text) => {
      expect(money(text)).toEqual(NOT);
    },
  );

  it.each([
    ["5.000,-", "de", "EUR", 500000],
    ["12,–", "de", "EUR", 1200],
    ["12,-- €", "de", "EUR", 1200],
    ["CHF 12.-", "de-CH", "CHF", 1200],
    ["1'250.–", "de-CH", "CHF", 125000],
    ["99,-", "da", "DKK", 9900],
    ["-12,-", "de", "EUR", -1200],
  ])("reads a stroke in place of cents as none, and not as a minus: %j", (text, tag, currency, value) => {
    expect(money(text, tag, currency)).toBe(value);
  });

  it("reads the signs the locale has for the workbook's currency", () => {
    expect(money("1 200,50 kr", "sv", "SEK")).toBe(120050);
    expect(money("kr 5", "sv", "SEK")).toBe(500);
    expect(money("5 F CFA", "fr", "XOF")).toBe(500);
    expect(money("5 kr", "sv", "EUR")).toEqual(NOT);
  });

  it("shows two decimals at least, and the currency where the locale has it", () => {
    const at = (tag: string, currency: string) => shown("money", 120000, { tag, currency, type: cents });
    expect(at("en", "USD")).toBe("$1,200.00");
    expect(at("zh-CN", "CNY")).toBe("¥1,200.00");
    expect(at("de", "EUR")).toBe("1.200,00\u00a0€");
    expect(shown("money", 12345, { type: { storage: "integer", decimals: 4 } })).toBe("$1.2345");
    expect(shown("money", 5, { type: { storage: "integer", decimals: 0 } })).toBe("$5");
  });
});
