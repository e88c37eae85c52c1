/** What columns are taken for, and above all what they are not. */
import { describe, expect, it } from "vitest";
import { guessField } from "../../../src/fields/index.ts";

const kindFor = (...texts: string[]): string => guessField(texts, texts.length).kind;

describe("guessField", () => {
  it.each<[string, readonly string[]]>([
    ["number", ["74210", "38760.5"]],
    ["number", ["12345678901", "2"]],
    ["number", ["1,234.50", "99.00"]],
    ["number", ["1.234,50", "99,00"]],
    ["number", ["1 234,50", "99,00"]],
    ["number", ["1\u202f234,5", "99"]],
    ["number", ["1’234.5", "99"]],
    ["number", ["12\u00a0345\u00a0678", "1\u00a0234\u00a0567"]],
    ["number", ["12\u202f345\u202f678", "1\u202f234\u202f567"]],
    ["number", ["1234567.895", "7654321.125"]],
    ["number", ["-5", "3"]],
    ["number", ["1,234.50", "(99.00)"]],
    ["number", ["(1.234,50)", "(99,00)"]],
    ["number", ["1200", "(50)", "0"]],
    ["number", ["1,234.50 ", "(99.00)"]],
    ["number", [" 1,234.50 ", " (99.00)"]],
    ["number", [" 1,234.50 ", " 99.00 "]],
    ["money", [" $1,234.50 ", " $99.00 "]],
    ["money", ["¥1,200.00", "¥20.50"]],
    ["money", ["$1,234.50", "($99.00)"]],
    ["money", ["$1,234.50 ", "($99.00)", "$0.00 "]],
    ["money", [" $1,234.50 ", " $(99.00)"]],
    ["money", ["(5,00 €)", "1.234,50 €"]],
    ["money", ["($5)", "($6)"]],
    ["money", ["-$5", "$6"]],
    ["money", ["5,00 €", "1.234,50 €"]],
    ["money", ["USD 5", "USD 6"]],
    ["money", ["$12345678", "$23456789"]],
    ["date", ["2026-03-05"]],
    ["date", ["31/12/2025", "01/02/2026"]],
    ["date", ["12/31/2025", "01/02/2026"]],
    ["date", ["2026年3月5日", "2026年11月15日"]],
    ["date", ["3. 4. 2026", "13. 11. 2026"]],
    ["date", ["03. 04. 2026", "13. 11. 2026"]],
    ["phone", ["13800001234", "13900001234"]],
    ["phone", ["+46 40 123 4567", "+44 113 222-3333"]],
    ["phone", ["0401234567", "0407654321"]],
    ["email", ["a@b.cc", "k1@example.com"]],
    ["link", ["http://a.example", "https://b.example/?q=1"]],
    ["longText", ["a", "two\nlines"]],
    ["longText", ["x".repeat(121)]],
    ["checkbox", ["TRUE", "FALSE"]],
  ])("takes for %s: %j", (kind, texts) => {
    expect(kindFor(...texts)).toBe(kind);
  });

  it.each<[string, readonly string[]]>([
    ["leading zeros", ["00123", "00124"]],
    ["one leading zero among numbers", ["0123", "456"]],
    ["long digits", ["110101199003071234", "110101199003071235"]],
    ["12 digits", ["123456789012"]],
    ["account numbers of one length", ["12345678", "23456789"]],
    ["card numbers", ["4111 1111 1111 1111"]],
    ["damage by Excel", ["1.38E+10", "12"]],
    ["zeros behind that come and go", ["12.50", "12.5"]],
    ["a plus", ["+5", "6"]],
    ["counted notes", ["(1)", "(2)", "(12)"]],
    ["years in brackets", ["(2024)", "(2025)"]],
    ["codes in brackets", ["(A1)", "(A2)"]],
    ["codes in brackets among numbers", ["(A1)", "12"]],
    ["zeros in front in brackets", ["(030)", "(040)", "12"]],
    ["brackets and a minus", ["(5.00)", "-6.00"]],
    ["a minus in brackets", ["(-5.00)", "6.00"]],
    ["nothing in brackets", ["(0.00)", "(6.00)"]],
    ["a bracket that stays open", ["(5.00", "6.00"]],
    ["room that comes and goes", ["5.00 ", "6.00", "(7.00)"]],
    ["two ways of brackets", ["$(5.00)", "($6.00)"]],
    ["minus zero", ["-0", "1"]],
    ["percents", ["5%", "6%"]],
    ["a space behind", ["5 ", "6"]],
    ["invoice numbers", ["INV 1001", "INV 1002"]],
    ["two currencies", ["$5", "€6"]],
    ["day and month that cannot be told apart", ["11/12/2025", "01/02/2026"]],
    ["a day that is not", ["2026-02-30"]],
    ["spaces behind points that come and go", ["3. 4. 2026", "13.11.2026"]],
    ["spaces behind points, where day and month cannot be told apart", ["3. 4. 2026", "5. 6. 2026"]],
    ["the same with noughts", ["03. 04. 2026", "05. 06. 2026"]],
    ["padding that comes and goes", ["2026-3-5", "2026-03-06"]],
    ["times", ["2026-03-05 10:00"]],
    ["negative amounts in groups", ["-1 234 567 ", "-2 345 678 "]],
    ["numbers in a table that is laid out with blanks", [" 12.50  ", " 3.00   "]],
    ["codes with a blank on either side", [" 20250001 ", " 20250002 "]],
    ["addresses of machines", ["192.168.1.1", "10.0.0.12"]],
    ["checkboxes in small letters", ["true", "false"]],
    ["checkboxes in letters of two sizes", ["true", "FALSE"]],
    ["names that objects have", ["__proto__", "constructor"]],
    ["a lone surrogate", ["\ud800"]],
    ["nothing but a space", [" "]],
  ])("leaves as text: %s", (_what, texts) => {
    expect(kindFor(...texts)).toBe("text");
  });

  it("believes no sign that can be read both ways, but the one it is told", () => {
    const texts = ["1,234", "99"];
    expect(kindFor(...texts)).toBe("text");
    const read = (decimal: string) => {
      const { kind, guess } = guessField(texts, 2, decimal);
      const scale = guess.type.storage === "integer" ? 10 ** guess.type.decimals : 0;
      return [kind, Number(guess.read("1,234")) / scale, Number(guess.read("99")) / scale];
    };
    expect(read(".")).toEqual(["number", 1234, 99]);
    expect(read(",")).toEqual(["number", 1.234, 99]);
    expect(kindFor("$1,234")).toBe("text");
    expect(guessField(["$1,234"], 1, ".").kind).toBe("money");
    expect(kindFor("1,234", "1,234,567"), "two marks are groups").toBe("number");
  });

  it("leaves room for decimals that come later, where the size of the values does", () => {
    const typeOf = (...texts: string[]) => guessField(texts, texts.length).guess.type;
    expect(typeOf("1", "2")).toEqual({ storage: "integer", decimals: 4 });
    expect(typeOf("1.23456", "2")).toEqual({ storage: "integer", decimals: 5 });
    expect(typeOf("12345678901", "2")).toEqual({ storage: "integer", decimals: 3 });
    expect(typeOf("$1", "$2")).toEqual({ storage: "integer", decimals: 2 });
    expect(typeOf("$1.2345", "$2.0001")).toEqual({ storage: "integer", decimals: 4 });
  });

  it("takes few short labels that return often for choices", () => {
    const kind = (texts: readonly string[], cells: number) => guessField(texts, cells).kind;
    expect(kind(["VIP", "Major", "茶"], 12)).toBe("choice");
    expect(kind(["VIP", "Major", "茶"], 11)).toBe("text");
    expect(kind(["VIP", "Major", "茶", "a", "b"], 14)).toBe("text");
    expect(kind(["00123", "00124"], 30)).toBe("text");
    expect(kind(["VIP", " Major"], 30)).toBe("text");
    expect(kind(["VIP", "x".repeat(31)], 30)).toBe("text");
    expect(
      kind(
        Array.from({ length: 13 }, (_, n) => `L${n}`),
        1000,
      ),
    ).toBe("text");
  });
});
