/** Numbers, dates and codes as people of three languages write them, a column each, and what must come of each text. */

/** A column that goes into Revenue or Last contact. What must come of each text; "asked": it is refused or asked about. */
export interface SentColumn {
  readonly name: string;
  readonly locale: string;
  readonly field: "Revenue" | "Last contact";
  readonly delimiter?: "," | ";" | "\t";
  readonly texts: readonly string[];
  readonly values: readonly (string | "asked")[];
}

const money = (
  name: string,
  locale: string,
  delimiter: "," | ";",
  pairs: readonly (readonly [string, string])[],
): SentColumn => ({
  name,
  locale,
  field: "Revenue",
  delimiter,
  texts: pairs.map(([text]) => text),
  values: pairs.map(([, value]) => value),
});
const days = (name: string, locale: string, pairs: readonly (readonly [string, string])[]): SentColumn => ({
  name,
  locale,
  field: "Last contact",
  texts: pairs.map(([text]) => text),
  values: pairs.map(([, value]) => value),
});

export const COLUMNS: readonly SentColumn[] = [
  money("plain", "en-US", ",", [
    ["1234.56", "1234.56"],
    ["-7", "-7"],
    ["0.5", "0.5"],
  ]),
  money("thousands, English", "en-US", ",", [
    ["1,234.56", "1234.56"],
    ["12,345,678.00", "12345678"],
    ["7.25", "7.25"],
  ]),
  money("in brackets", "en-US", ",", [
    ["(1,234.00)", "-1234"],
    ["(5.50)", "-5.5"],
    ["7.00", "7"],
  ]),
  money("a minus behind", "en-US", ",", [
    ["12.00-", "-12"],
    ["1,000.00-", "-1000"],
    ["3.00", "3"],
  ]),
  money("dollars", "en-US", ",", [
    ["$1,200.00", "1200"],
    ["-$5.00", "-5"],
    ["$0.99", "0.99"],
  ]),
  money("pounds, an English workbook of dollars", "en-US", ",", [
    ["£1,200.00", "1200"],
    ["£5.00", "5"],
    ["£0.99", "0.99"],
  ]),
  money("thousands, German", "de-DE", ";", [
    ["1.234,56", "1234.56"],
    ["12.345.678,00", "12345678"],
    ["7,25", "7.25"],
  ]),
  money("German figures in an English workbook", "en-US", ";", [
    ["1.234,56", "1234.56"],
    ["7,25", "7.25"],
    ["0,50", "0.5"],
  ]),
  money("English figures in a German workbook", "de-DE", ";", [
    ["1,234.56", "1234.56"],
    ["7.25", "7.25"],
    ["0.50", "0.5"],
  ]),
  money("euros behind", "de-DE", ";", [
    ["1.234,56 €", "1234.56"],
    ["-7,00 €", "-7"],
    ["0,99 €", "0.99"],
  ]),
  money("spaces between thousands", "fr-FR", ";", [
    ["1 234,56", "1234.56"],
    ["12\u00a0345,00", "12345"],
    ["7\u202f000,10", "7000.1"],
  ]),
  money("Swiss", "de-CH", ";", [
    ["1'234.56", "1234.56"],
    ["12’345.00", "12345"],
    ["7.25", "7.25"],
  ]),
  money("yuan", "zh-CN", ",", [
    ["¥1,200.00", "1200"],
    ["￥35.50", "35.5"],
    ["¥0.99", "0.99"],
  ]),
  money("full width", "zh-CN", ",", [
    ["１２３", "123"],
    ["４５６．７８", "456.78"],
    ["９", "9"],
  ]),
  money("lakh", "en-IN", ",", [
    ["1,23,456.00", "123456"],
    ["12,34,567.50", "1234567.5"],
    ["7.00", "7"],
  ]),
  money("lakh without decimals", "en-IN", ",", [
    ["50,000", "50000"],
    ["12,500", "12500"],
    ["1,00,000", "100000"],
  ]),
  money("lakh with rupees in a German workbook", "de-DE", ";", [
    ["₹50,000", "50000"],
    ["₹1,00,000", "100000"],
    ["₹12,34,56,789", "123456789"],
  ]),
  money("millions without decimals, Chinese", "zh-CN", ";", [
    ["¥5,000", "5000"],
    ["¥1,234,567", "1234567"],
  ]),
  money("millions without decimals in a German workbook", "de-DE", ";", [
    ["5,000", "5000"],
    ["1,234,567", "1234567"],
  ]),
  money("German millions where commas delimit", "de-DE", ",", [
    ["12.345", "12345"],
    ["1.234.567", "1234567"],
  ]),
  money("groups of one number, decimals of another", "en-US", ";", [
    ["1,234,567", "asked"],
    ["12,50", "asked"],
    ["1,234", "asked"],
  ]),
  ...["5,000-10,000", "approx. 5,000", "n/a, ask", "1,00,00", "03,04,2025", "No. 3,14", "1,2E+10"].map(
    (text) =>
      money(`${text} among thousands`, "en-US", ",", [
        [text, "asked"],
        ["5,000", "5000"],
        ["6,000", "6000"],
        ["7,000", "7000"],
        ["8,000", "8000"],
        ["9,000", "9000"],
      ]),
  ),
  money("half without a nought", "de-DE", ";", [
    [".5", "0.5"],
    ["1,234", "1234"],
  ]),
  money("with Excel's powers of ten", "en-US", ",", [
    ["1.2E+10", "asked"],
    ["5.00", "5"],
    ["6.00", "6"],
    ["7.00", "7"],
    ["8.00", "8"],
    ["9.00", "9"],
  ]),
  money("words among figures", "en-US", ",", [
    ["n/a", "asked"],
    ["5.00", "5"],
    ["6.00", "6"],
    ["7.00", "7"],
    ["8.00", "8"],
    ["9.00", "9"],
  ]),
  days("ISO", "en-US", [
    ["2025-01-31", "2025-01-31"],
    ["2024-02-29", "2024-02-29"],
  ]),
  days("the day first, which a value over 12 shows", "en-US", [
    ["03/04/2025", "2025-04-03"],
    ["25/12/2025", "2025-12-25"],
  ]),
  days("the month first, which a value over 12 shows", "en-GB", [
    ["03/04/2025", "2025-03-04"],
    ["12/25/2025", "2025-12-25"],
  ]),
  days("either first, English", "en-US", [
    ["03/04/2025", "asked"],
    ["05/06/2025", "asked"],
  ]),
  days("either first, British", "en-GB", [
    ["03/04/2025", "asked"],
    ["05/06/2025", "asked"],
  ]),
  days("either first, German points", "de-DE", [
    ["03.04.2025", "asked"],
    ["05.06.2025", "asked"],
  ]),
  days("German points", "de-DE", [
    ["03.04.2025", "2025-04-03"],
    ["31.12.2025", "2025-12-31"],
  ]),
  days("two digits of a year", "de-DE", [
    ["03.04.25", "2025-04-03"],
    ["31.12.99", "1999-12-31"],
  ]),
  ...["zh-CN", "zh-TW", "sv-SE"].map((locale) =>
    days("two digits of a year in front", locale, [
      ["26/03/04", "2026-03-04"],
      ["25/12/31", "2025-12-31"],
      ["05/06/07", "2005-06-07"],
      ["99/1/2", "1999-01-02"],
    ]),
  ),
  days("two digits of a year behind, of which some can be no days, in Chinese", "zh-CN", [
    ["13/02/26", "2026-02-13"],
    ["05/03/99", "1999-03-05"],
  ]),
  days("years of four digits behind beside such of two, in Chinese", "zh-CN", [
    ["25/12/2025", "2025-12-25"],
    ["13/02/26", "2026-02-13"],
  ]),
  days("the month first with two digits of a year, in Chinese", "zh-TW", [
    ["12/25/25", "2025-12-25"],
    ["03/04/26", "2026-03-04"],
  ]),
  ...["de-DE", "en-IN"].map((locale) =>
    days("the day first with two digits of a year", locale, [
      ["26.03.04", "2004-03-26"],
      ["03.04.25", "2025-04-03"],
    ]),
  ),
  ...["zh-CN", "en-US"].map((locale) =>
    days("two digits of a year in front or behind", locale, [
      ["26.03.04", "asked"],
      ["03.04.25", "asked"],
    ]),
  ),
  ...["zh-CN", "de-DE", "en-US"].map((locale) =>
    days("two digits of a year in front, for months and days of one digit are behind them", locale, [
      ["26/3/4", "2026-03-04"],
      ["26/12/31", "2026-12-31"],
      ["26/3/12", "2026-03-12"],
    ]),
  ),
  days("two digits of a year in front beside four", "zh-CN", [
    ["26/03/04", "2026-03-04"],
    ["2025/12/31", "2025-12-31"],
  ]),
  days("the same number twice is one day", "en-US", [
    ["05/05/2025", "2025-05-05"],
    ["06/06/2025", "2025-06-06"],
  ]),
  days("both orders at once", "en-US", [
    ["13/02/2025", "asked"],
    ["02/13/2025", "asked"],
    ["03/04/2025", "asked"],
  ]),
  days("Chinese", "zh-CN", [
    ["2025年1月31日", "2025-01-31"],
    ["2025年12月1日", "2025-12-01"],
  ]),
  days("Chinese with slashes", "zh-CN", [
    ["2025/1/31", "2025-01-31"],
    ["2025/12/1", "2025-12-01"],
  ]),
  days("run together", "zh-CN", [
    ["20250131", "2025-01-31"],
    ["20251201", "2025-12-01"],
  ]),
  days("names of months", "en-US", [
    ["31 Jan 2025", "2025-01-31"],
    ["Feb 1, 2025", "2025-02-01"],
  ]),
  days("names of months, German", "de-DE", [
    ["31. Januar 2025", "2025-01-31"],
    ["1. März 2025", "2025-03-01"],
  ]),
  ...["en-US", "de-DE", "zh-CN", "zh-TW", "en-IN"].flatMap((locale) => [
    days("spaces behind the points", locale, [
      ["3. 4. 2026", "2026-04-03"],
      ["13. 4. 2026", "2026-04-13"],
    ]),
    days("spaces behind the points, either first", locale, [
      ["3. 4. 2026", "asked"],
      ["5. 6. 2026", "asked"],
    ]),
    days("a point behind, either first", locale, [
      ["3.4.2026.", "asked"],
      ["5.6.2026.", "asked"],
    ]),
    days("a midnight behind, either first", locale, [
      ["03/04/2026T00:00:00", "asked"],
      ["05/06/2026T00:00:00", "asked"],
    ]),
    days("spaces around slashes, the month first", locale, [
      ["3 / 4 / 2026", "2026-03-04"],
      ["3 / 14 / 2026", "2026-03-14"],
    ]),
  ]),
  days("Excel's numbers", "en-US", [
    ["45321", "2024-01-30"],
    ["45688", "2025-01-31"],
  ]),
  days("a midnight behind", "en-US", [
    ["2025-01-31 00:00:00", "2025-01-31"],
    ["2025-02-01 00:00", "2025-02-01"],
  ]),
  days("an hour behind", "en-US", [
    ["2025-01-31 10:15", "asked"],
    ["2025-02-01", "2025-02-01"],
    ["2025-02-02", "2025-02-02"],
    ["2025-02-03", "2025-02-03"],
    ["2025-02-04", "2025-02-04"],
    ["2025-02-05", "2025-02-05"],
  ]),
];

/** Texts that must stay what they are, whatever Excel or a guess would make of them. */
export const CODES: readonly (readonly string[])[] = [
  ["007", "008", "010"],
  ["110101199003070123", "110101199003070456", "44030719880101001X"],
  ["1.23E+10", "1.38E+10", "00123"],
  ["1-2", "3/4", "5-6"],
  ["MARCH1", "SEPT2", "1E5"],
];
