/**
 * Files as accountants and their programs send them, written by hand: each named layout, reports with titles and totals, and
 * numbers and dates as people of three languages write them. Each says what must come of it, cell by cell.
 */

import { readFileSync } from "node:fs";
import type { Encoding } from "../../../src/exchange/index.ts";

const layouts: Readonly<Record<string, { readonly columns?: readonly string[] }>> = JSON.parse(
  readFileSync(new URL("../exchange-layouts.json", import.meta.url), "utf8"),
);

export interface SentFile {
  readonly name: string;
  readonly text: string;
  readonly encoding?: Encoding;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Lines that are no rows, with the reason. */
  readonly leftOut?: string;
}

const csv = (rows: readonly (readonly string[])[], delimiter = ",", end = "\r\n"): string =>
  rows
    .map(
      (row) =>
        row
          .map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(delimiter) + end,
    )
    .join("");

/** Where a layout is not written with commas in UTF-8. */
const FORMS: Readonly<
  Record<string, { readonly delimiter?: string; readonly encoding?: Encoding; readonly lead?: string }>
> = {
  myob_cards_core: { delimiter: "\t", lead: "{}\r\n", encoding: "windows-1252" },
  datev_debitoren_kreditoren: {
    delimiter: ";",
    lead: '"EXTF";700;16;"Debitoren/Kreditoren";5;20250101000000000;;"RE";"";"";1001;1;20250101;4\r\n',
    encoding: "windows-1252",
  },
  cn_tax_control_customer_txt: { delimiter: "~~", encoding: "gb18030" },
  outlook_contacts: { encoding: "windows-1252" },
  google_contacts: { encoding: "utf-8" },
};

const SAMPLE = [
  "Müller & Söhne",
  "000123",
  "1,234.50",
  "",
  "2025-01-31",
  "a@b.example",
  "+49 30 1234567",
  'The "Corner"',
];
const CHINESE = ["华东贸易有限公司", "000123", "", "91310000MA1K35XX0X", "上海市 021-5555"];

export function* layoutFiles(): Generator<SentFile> {
  for (const [name, layout] of Object.entries(layouts)) {
    const { delimiter = ",", encoding = "utf-8", lead = "" } = FORMS[name] ?? {};
    const header = layout.columns;
    if (header === undefined) continue;
    const texts = encoding === "gb18030" ? CHINESE : SAMPLE;
    const rows = [0, 1, 2].map((row) =>
      header.map((_, column) => (column === 0 ? `C${row}` : (texts[(row + column) % texts.length] ?? ""))),
    );
    if (name !== "cn_tax_control_customer_txt") {
      const leftOut = lead === "" ? "" : "1 directive";
      yield { name, text: lead + csv([header, ...rows], delimiter), encoding, header, rows, leftOut };
      continue;
    }
    const lines = rows.map((row) => row.join(delimiter)).join("\r\n");
    const first = `{客户编码}[分隔符]"~~"\r\n// 每行格式 :\r\n// ${header.join("~~")}\r\nC~~华东~~HD\r\n`;
    yield {
      name,
      text: first + lines,
      encoding,
      header,
      rows,
      leftOut: "1 directive, 2 directive, 3 directive, 4 section",
    };
  }
}

const BALANCE = ["Name", "Phone", "Balance"];
const ANN = ["Ann Smith", "020 7946 0000", "1,200.00"];
const BOB = ["Bob Jones", "0113 496 0000", "300.50"];

export const REPORTS: readonly SentFile[] = [
  {
    name: "a balance summary with titles, a total and the time it was made",
    text: `Corner Shop Ltd\nCustomer Balance Summary\nAs of December 31, 2025\n\n${csv([BALANCE, ANN, BOB], ",", "\n")}TOTAL,,"1,500.50"\n\nWednesday 31 Dec 2025 10:00 GMT\n`,
    header: BALANCE,
    rows: [ANN, BOB],
    leftOut: "1 title, 2 title, 3 title, 4 blank, 8 total, 9 blank, 10 footer",
  },
  {
    name: "the same as Excel saves it, filled up with commas",
    text: `Corner Shop Ltd,,\r\nCustomer Balance Summary,,\r\n,,\r\n${csv([BALANCE, ANN, BOB])}TOTAL,,"1,500.50"\r\n`,
    header: BALANCE,
    rows: [ANN, BOB],
    leftOut: "1 title, 2 title, 3 blank, 7 total",
  },
  {
    name: "parts by customer, each with its total",
    text: "Acme\nTransactions by customer\n\n,Date,Num,Amount\nAnn Smith,,,\n,2025-01-01,1001,10.00\n,2025-01-02,1002,15.00\nTotal for Ann Smith,,,25.00\nBob Jones,,,\n,2025-01-03,1003,7.50\nTotal for Bob Jones,,,7.50\nTOTAL,,,32.50\n",
    header: ["", "Date", "Num", "Amount"],
    rows: [
      ["", "2025-01-01", "1001", "10.00"],
      ["", "2025-01-02", "1002", "15.00"],
      ["", "2025-01-03", "1003", "7.50"],
    ],
    leftOut: "1 title, 2 title, 3 blank, 5 section, 8 total, 9 section, 11 total, 12 total",
  },
  {
    name: "an open-items list in German",
    text: "Offene Posten\nStand 31.12.2025\n\nKonto;Name;Betrag\n10001;Müller GmbH;1.234,56\n10002;Groß KG;765,44\nSumme;;2.000,00\n",
    encoding: "windows-1252",
    header: ["Konto", "Name", "Betrag"],
    rows: [
      ["10001", "Müller GmbH", "1.234,56"],
      ["10002", "Groß KG", "765,44"],
    ],
    leftOut: "1 title, 2 title, 3 blank, 7 total",
  },
  {
    name: "应收账款明细，有合计",
    text: "北京茶叶有限公司\n应收账款明细表\n2025年12月\n\n编号,客户名称,金额\n001,张伟,100.00\n002,李霞,250.50\n合计,,350.50\n",
    encoding: "gb18030",
    header: ["编号", "客户名称", "金额"],
    rows: [
      ["001", "张伟", "100.00"],
      ["002", "李霞", "250.50"],
    ],
    leftOut: "1 title, 2 title, 3 title, 4 blank, 8 total",
  },
  {
    name: "小计 in parts, 總計 at the end",
    text: "應收帳款\n\n客戶,月份,金額\n張偉,1,100\n張偉,2,50\n小計,,150\n林美惠,1,70\n林美惠,2,5\n小計,,75\n總計,,225\n",
    encoding: "big5",
    header: ["客戶", "月份", "金額"],
    rows: [
      ["張偉", "1", "100"],
      ["張偉", "2", "50"],
      ["林美惠", "1", "70"],
      ["林美惠", "2", "5"],
    ],
    leftOut: "1 title, 2 blank, 6 total, 9 total, 10 total",
  },
  {
    name: "names that come again on each page",
    text: "Code,Name,City,Balance\n1,Ann,York,5\n2,Bob,Hull,6\nCode,Name,City,Balance\n3,Cid,Kent,7\n",
    header: ["Code", "Name", "City", "Balance"],
    rows: [
      ["1", "Ann", "York", "5"],
      ["2", "Bob", "Hull", "6"],
      ["3", "Cid", "Kent", "7"],
    ],
    leftOut: "4 repeatedHeader",
  },
  {
    name: "quarters over the names",
    text: `Name,Q1,,Q2,\n,Qty,Amount,Qty,Amount\n${"Ann,1,2.50,3,4.50\n".repeat(5)}`,
    header: ["Name", "Q1 Qty", "Q1 Amount", "Q2 Qty", "Q2 Amount"],
    rows: Array.from({ length: 5 }, () => ["Ann", "1", "2.50", "3", "4.50"]),
    leftOut: "1 headerRow",
  },
  {
    name: "units below the names",
    text: `Item,Weight,Price\n,kg,EUR\n${"Tea,1.5,20\n".repeat(5)}`,
    header: ["Item", "Weight", "Price"],
    rows: Array.from({ length: 5 }, () => ["Tea", "1.5", "20"]),
    leftOut: "2 headerRow",
  },
  {
    name: "whom it is for, above the table",
    text: "Client:,Acme Ltd\nPeriod:,January 2025\n\nDate,Num,Payee,Amount\n2025-01-01,1,Ann,5.00\n2025-01-02,2,Bob,6.00\n",
    header: ["Date", "Num", "Payee", "Amount"],
    rows: [
      ["2025-01-01", "1", "Ann", "5.00"],
      ["2025-01-02", "2", "Bob", "6.00"],
    ],
    leftOut: "1 title, 2 title, 3 blank",
  },
  {
    name: "columns at the end that are nothing",
    text: "Code,Name,,,\n1,Ann,,,\n2,Bob,,,\n",
    header: ["Code", "Name"],
    rows: [
      ["1", "Ann"],
      ["2", "Bob"],
    ],
  },
  {
    name: "Excel's Unicode text",
    text: '\ufeffCode\tName\tNote\r\n007\t张伟\t"a""b"\r\n',
    encoding: "utf-16le",
    header: ["Code", "Name", "Note"],
    rows: [["007", "张伟", 'a"b']],
  },
  {
    name: "Excel for Mac",
    text: "Code;Name;Ville\r\n007;Hélène Lefèvre;Nîmes\r\n008;François Noël;Besançon\r\n",
    encoding: "macintosh",
    header: ["Code", "Name", "Ville"],
    rows: [
      ["007", "Hélène Lefèvre", "Nîmes"],
      ["008", "François Noël", "Besançon"],
    ],
  },
  {
    name: "Excel's own first line",
    text: "sep=;\r\nCode;Name\r\n007;Ann, Bob\r\n",
    header: ["Code", "Name"],
    rows: [["007", "Ann, Bob"]],
    leftOut: "1 directive",
  },
  {
    name: "a customer called Total",
    text: "Code,Name,Balance\n001,Total,5\n002,Total Energies,6\n003,Ann,7\n",
    header: ["Code", "Name", "Balance"],
    rows: [
      ["001", "Total", "5"],
      ["002", "Total Energies", "6"],
      ["003", "Ann", "7"],
    ],
  },
];

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
