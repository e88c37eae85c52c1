/** Planning and staging an import: which column goes where, what is rejected, and what a new workbook becomes. */
import { describe, expect, it } from "vitest";
import {
  columnsOf,
  type Field,
  firstView,
  type Sheet,
  sheetId,
  type Value,
  valueAt,
} from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import { ColumnTable } from "../../../src/engine/columns/table.ts";
import {
  type CsvTable,
  type DayOrder,
  type Decided,
  Diff,
  type ImportMode,
  type ImportPlan,
  matchRows,
  mendTable,
  planImport,
  rejectedCsv,
  stageRows,
} from "../../../src/exchange/index.ts";
import { isoText, localeFormat } from "../../../src/fields/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { joined, rowsOf, tableOf } from "../../support/csv.ts";
import { customerRows, HEADER, toCsv } from "../../support/customers.ts";

const SHEET: Sheet = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));

function planned(
  csv: string,
  mode: ImportMode = "intoSheet",
  tag = "en-US",
): { readonly table: CsvTable; readonly plan: ImportPlan } {
  const table = tableOf(csv);
  return { table, plan: planImport(table, SHEET, mode, localeFormat(tag, "USD")) };
}

function column(
  csv: string,
  index: number,
  mode: ImportMode = "intoSheet",
  tag = "en-US",
): { readonly field: Field; readonly values: readonly Value[] } {
  const { table, plan } = planned(csv, mode, tag);
  const staged = stageRows(table, plan);
  const field = plan.columns[index]?.reading.field;
  if (field === undefined) throw new Error("no such column");
  const vector = staged.columns.get(field.id);
  const values = Array.from({ length: staged.rowCount }, (_, row) =>
    vector === undefined ? null : valueAt(field.type, vector, row),
  );
  return { field, values };
}

const roles = (plan: ImportPlan) => plan.columns.map(({ reading }) => reading.field.role ?? null);

describe("matching", () => {
  it.each([
    ["Code,Name,Company,Category,Title,Mobile,E-mail,Tier,Status,City,Revenue,Last contact,Notes,Birthday"],
    [
      "customer no.,FULL NAME,Organisation,customer_type,Job Title,cell phone,EMAIL ADDRESS,Level,State,Town,Turnover,last-visit,Remarks,Date of birth",
    ],
    [
      "Kunden-Nr.,Kundenname,Firma,Kategorie,Funktion,Handy,E-Mail-Adresse,Stufe,Kundenstatus,Ort,Umsatz,Letzter Kontakt,Bemerkungen,Geburtsdatum",
    ],
    ["客户编码,客户名称,公司,类别,职务,手机,邮箱,客户等级,状态,城市,营业额,最近联系,备注,出生日期"],
    ["編號,姓名,單位,類別,職務,手機,電子郵件,等級,狀態,城市,銷售額,最近聯絡,備註,生日"],
  ])("knows %s", (header) => {
    const { plan } = planned(`${header}\n1,,,,,,,,,,,,\n`);
    expect(roles(plan)).toEqual(SHEET.fields.map(({ role }) => role));
    expect(plan.fields).toEqual([]);
  });

  it("knows the columns that DATEV sends", () => {
    const { plan } = planned(
      "Konto,Name (Adressattyp Unternehmen),Name (Adressattyp natürl. Person),Ort,Telefon,E-Mail,Ansprechpartner\n10001,Acme GmbH,,Ulm,0731 1,a@x.de,Ann Lee\n",
    );
    expect(roles(plan)).toEqual(["code", "company", null, "city", "mobile", "email", "name"]);
  });

  it("gives each field once, and the best name first", () => {
    const { plan } = planned("customer,Name,x\na,b,c\n");
    expect(roles(plan)).toEqual([null, "name", null]);
    expect(plan.columns.map(({ isNew }) => isNew)).toEqual([true, false, true]);
    expect(plan.fields.map(({ name }) => name)).toEqual(["customer", "x"]);
  });

  it("takes 名字 for the name, unless a family name stands beside it or the name has a column", () => {
    expect(roles(planned("名字,手机\n王小明,1\n").plan)).toEqual(["name", "mobile"]);
    expect(roles(planned("姓,名字\n王,小明\n").plan)).toEqual([null, null]);
    expect(roles(planned("名字,姓名\n小明,王小明\n").plan)).toEqual([null, "name"]);
  });

  it("knows a column by what it means only where no built-in field is meant", () => {
    const { fields } = planned("First Name,座机\nAnn,x\n").plan;
    const sheet: Sheet = { ...SHEET, fields: [...SHEET.fields, ...fields] };
    const goesTo = (csv: string) =>
      planImport(tableOf(csv), sheet, "intoSheet", localeFormat("en", "USD")).columns.map(
        ({ reading, isNew }) => (isNew ? null : (reading.field.role ?? reading.field.name)),
      );
    expect(goesTo("Vorname,Handy,Telefon\nAnn,1,2\n")).toEqual(["First Name", "mobile", "座机"]);
    expect(goesTo("Phone,Fax\n1,2\n")).toEqual(["mobile", null]);
    expect(goesTo("名字,电话\n王小明,1\n")).toEqual(["name", "mobile"]);
  });

  it("makes new fields of the kind their texts have, with ids and names of their own", () => {
    const { plan } = planned("Name,size,since,__proto__\na,1.5,2026-01-02,p\nb,20,2026-02-03,q\n");
    expect(plan.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ["size", "number"],
      ["since", "date"],
      ["__proto__", "text"],
    ]);
    expect(new Set([...SHEET.fields, ...plan.fields].map(({ id }) => id)).size).toBe(SHEET.fields.length + 3);
  });

  it("takes a column for text if more than half of it does not read, of a sheet that it begins more than a fifth", () => {
    const some = "Name,Revenue\na,lots\nb,5\nc,none\nd,1\n";
    expect(planned(some).plan.columns[1]).toMatchObject({ isNew: false });
    expect(planned(some, "newWorkbook").plan.columns[1]).toMatchObject({ isNew: true });
    const { plan } = planned("Name,Revenue\na,lots\nb,many\nc,none\nd,1\n");
    expect(plan.notes).toEqual([{ note: "importedAsText", name: "Revenue", kind: "money" }]);
    expect(plan.columns[1]?.reading.field).toMatchObject({ name: "Revenue 2", kind: "text" });
    expect(column("Name,Revenue\na,lots\nb,many\nc,none\nd,1\n", 1).values).toEqual([
      "lots",
      "many",
      "none",
      "1",
    ]);
  });

  it("says of a new column of numbers with points and with commas that it stays text", () => {
    const of = (...texts: readonly string[]) =>
      planned(`Code;Umsatz Q4\n${texts.map((text, row) => `${row};${text}`).join("\n")}\n`).plan;
    const mixed = of("1.234,56", "1,234.56", "€ 12.50", "-3,5");
    expect(mixed.columns[1]?.reading).toMatchObject({
      field: { kind: "text" },
      atoms: ["1.234,56", "1,234.56", "€ 12.50", "-3,5"],
    });
    expect(mixed.notes).toContainEqual({ note: "mixedDecimals", name: "Umsatz Q4" });
    for (const texts of [
      ["5.000,-", "12.50"],
      ["CHF 12.--", "1.234,56"],
      ["5.000,- €", "1,234.56 €"],
    ])
      expect(of(...texts).notes).toContainEqual({ note: "mixedDecimals", name: "Umsatz Q4" });
    for (const texts of [
      ["1.234,56", "12,50"],
      ["1,234.56", "12.50"],
      ["1.5 kg", "2,5 l"],
      ["v1.2", "3,4"],
    ])
      expect(of(...texts).notes.map(({ note }) => note)).not.toContain("mixedDecimals");
  });

  it("takes no day without a year, which would be another one each year", () => {
    const yearless = ["03/04", "3.4.", "25-Jan", "Jan-25", "3 Mar", "1月31日", "today", "3/4 00:00"];
    const whole = [
      ...["2025-01-31", "31 Jan 2025", "Jan 31, 25", "2025年1月31日", "25年1月31日", "20250131", "45688"],
      ...["31.1.2025", "31. Jan. 2025", "2025-01-31T00:00:00", "Fri, 31 Jan 2025".slice(5), "2025 01 31"],
    ];
    const { plan } = planned(
      `Code;Last contact\n${[...yearless, ...whole].map((text, row) => `${row};"${text}"`).join("\n")}\n`,
    );
    const reading = plan.columns[1]?.reading;
    expect([...(reading?.problems.values() ?? [])]).toEqual(
      yearless.map((text) => ({ problem: "noYear", text, example: "2026-03-05" })),
    );
    expect(new Set(reading?.atoms.slice(yearless.length))).toEqual(new Set([20_119]));
  });

  it("says of amounts in another currency than the workbook's that they are taken as they stand", () => {
    const notes = (tag: string, currency: string, ...texts: readonly string[]) => {
      const table = tableOf(`Code;Revenue\n${texts.map((text, row) => `${row};${text}`).join("\n")}\n`);
      return planImport(table, SHEET, "intoSheet", localeFormat(tag, currency)).notes;
    };
    expect(notes("en-US", "USD", "$10.00", "€20.00", "7.00", "£5.00")).toEqual([
      { note: "otherCurrency", name: "Revenue", count: 2, line: 3, text: "€20.00" },
    ]);
    expect(notes("de-DE", "EUR", "5,00 $", "CHF 7,00")).toMatchObject([{ count: 2, line: 2 }]);
    expect(notes("zh-CN", "CNY", "HK$5.00", "5.00")).toMatchObject([{ count: 1, line: 2 }]);
    expect(notes("en-SG", "SGD", "S$5.00", "A$5.00", "HK$6.00", "S£7.00")).toMatchObject([
      { count: 3, line: 3 },
    ]);
    for (const [tag, currency, ...texts] of [
      ["en-US", "USD", "$10.00", "USD 5.00", "US$7.00", "9.00", "(3.00)", "-2.00"],
      ["de-DE", "EUR", "5,00 €", "EUR 5,00", "5.000,- €"],
      ["de-CH", "CHF", "CHF 12.--", "12.50"],
      ["zh-CN", "CNY", "¥5.00", "￥5.00", "5.00元", "人民币5.00", "RMB 5.00", "CNY 5.00"],
      ["zh-TW", "TWD", "NT$5.00", "$5.00", "5.00元"],
      ["zh-HK", "HKD", "HK$5.00", "$5.00"],
      ["ja-JP", "JPY", "¥500", "500円", "￥300"],
      ["en-AU", "AUD", "A$5.00", "$5.00"],
      ["sv-SE", "SEK", "5,00 kr"],
      ["en-SG", "SGD", "S$ 12.00", "$5.00", "SGD 5.00", "SG$5.00"],
      ["en-CA", "CAD", "C$5.00", "CA$5.00", "$5.00"],
      ["zh-MO", "MOP", "MOP$5.00", "MOP 5.00"],
      ["zh-CN", "CNY", "RMB¥5.00", "CN¥5.00", "RMB￥5.00"],
    ] as const)
      expect(notes(tag, currency, ...texts), currency).toEqual([]);
  });

  it("asks about numbers with points and with commas, and reads them as the person says", () => {
    const mixed = ["1.234,56", "1,234.56", "€ 12.50", "-3,5", "1,234"];
    const csv = (name: string) =>
      `Code;${name}\n${mixed.map((text, row) => `${row};"${text}"`).join("\n")}\n`;
    const of = (name: string, decimal: "." | "," | null) => {
      const table = tableOf(csv(name));
      return planImport(table, SHEET, "intoSheet", localeFormat("de-DE", "EUR"), { decimal });
    };
    const question = { comma: "1.234,56", point: "1,234.56" };
    // A column of its own may as well stay text; a field of numbers takes none of them before it is said.
    expect(of("Umsatz Q4", null).decimals).toEqual({
      columns: ["Umsatz Q4"],
      ...question,
      needed: false,
      answer: null,
    });
    expect(of("Revenue", null).decimals).toEqual({
      columns: ["Revenue"],
      ...question,
      needed: true,
      answer: null,
    });
    expect(of("Revenue", null).notes).toEqual([]);
    for (const name of ["Umsatz Q4", "Revenue"]) {
      const read = (decimal: "." | ",") => {
        const plan = of(name, decimal);
        expect(plan).toMatchObject({ decimals: { columns: [name], needed: false }, notes: [] });
        const reading = plan.columns[1]?.reading;
        const type = reading?.field.type;
        expect(reading?.field.kind).toBe("money");
        const scale = 10 ** (type?.storage === "integer" ? type.decimals : 0);
        return mixed.map((_, code) =>
          reading?.problems.has(code + 1) ? "bad" : Number(reading?.atoms[code]) / scale,
        );
      };
      // More decimals than the field has.
      const thousand = name === "Revenue" ? "bad" : 1.234;
      expect(read(",")).toEqual([1234.56, 1234.56, "bad", -3.5, thousand]);
      expect(read(".")).toEqual([1234.56, 1234.56, 12.5, "bad", 1234]);
    }
    expect(planned("Code;Revenue\n1;1.234,56\n2;1,234.56\n").plan.decimals).toBeNull();
    expect(planned("Code;Revenue\n1;1.234,56\n2;12,50\n").plan.decimals).toBeNull();
    expect(planned("Code;Revenue\n1;1.234,56\n2;often\n").plan.decimals).toBeNull();
  });

  it("takes a column of very many labels for text", () => {
    const lines = Array.from({ length: 500 }, (_, index) => `${index},label ${index}`);
    const { plan } = planned(`Code,Category\n${lines.join("\n")}\n`);
    expect(plan.columns[1]?.reading.field.kind).toBe("text");
  });
});

describe("values", () => {
  it.each([
    ["en-US", 'Revenue\n"1,234.50"\n"(12.00)"\n-7\n$5\n', [123450, -1200, -700, 500]],
    ["en-US", "Code;Revenue\n1;1.234,56\n2;12,5\n3;1.000\n", [123456, 1250, 100000]],
    ["de-DE", "Code;Revenue\n1;1.234,56\n2;1.000\n", [123456, 100000]],
    ["de-DE", "Code,Revenue\n1,1234.50\n2,1.25\n", [123450, 125]],
    ["de-DE", "Code;Revenue\n1;1.000\n2;2.000\n", [100000, 200000]],
  ] as const)("reads money in %s: %j", (tag, csv, expected) => {
    expect(column(csv, csv.startsWith("Code") ? 1 : 0, "intoSheet", tag).values).toEqual(expected);
  });

  it.each([
    ["en-US", "Code,Last contact\n1,03/04/2026\n2,05/06/2026\n", ["2026-03-04", "2026-05-06"]],
    ["en-US", "Code,Last contact\n1,03/04/2026\n2,25/06/2026\n", ["2026-04-03", "2026-06-25"]],
    ["en-GB", "Code,Last contact\n1,03/04/2026\n2,05/06/2026\n", ["2026-04-03", "2026-06-05"]],
    ["en-GB", "Code,Last contact\n1,03/04/2026\n2,05/26/2026\n", ["2026-03-04", "2026-05-26"]],
    ["zh-CN", "Code,Last contact\n1,2026年3月4日\n2,2026/5/6\n", ["2026-03-04", "2026-05-06"]],
  ] as const)("reads dates in %s by the whole column: %j", (tag, csv, expected) => {
    const { values } = column(csv, 1, "intoSheet", tag);
    expect(values.map((day) => new Date(Number(day) * 86_400_000).toISOString().slice(0, 10))).toEqual(
      expected,
    );
  });

  it.each(["en-US", "zh-CN", "de-DE"])(
    "asks what day a date is that may be two, also where the region of %s writes neither",
    (tag) => {
      const { plan } = planned("Code,Last contact\n1,03/04/2026\n2,05/06/2026\n", "intoSheet", tag);
      expect(plan.dates).toEqual({
        columns: ["Last contact"],
        text: "03/04/2026",
        answers: [
          { order: "dmy", day: "2026-04-03" },
          { order: "mdy", day: "2026-03-04" },
        ],
        needed: true,
        answer: null,
      });
      expect(plan.notes, "nothing is said of it until it is answered").toEqual([]);
    },
  );

  describe("short years", () => {
    const lastContact = (tag: string, days: readonly string[], decided: Decided = {}): ImportPlan =>
      planImport(
        tableOf(`Code,Last contact\n${days.map((day, row) => `${row},${day}`).join("\n")}\n`),
        SHEET,
        "intoSheet",
        localeFormat(tag, "USD"),
        decided,
      );
    const answers = (tag: string, ...days: readonly string[]) => {
      const { dates } = lastContact(tag, days);
      return dates === null
        ? null
        : [dates.text, ...dates.answers.map(({ order, day }) => `${order} ${day}`)];
    };
    const read = (tag: string, days: readonly string[], dayOrder?: DayOrder) =>
      lastContact(tag, days, dayOrder === undefined ? {} : { dayOrder }).columns[1]?.reading.atoms.map(
        (day) => (typeof day === "number" ? isoText(day) : day),
      );

    it.each(["zh-CN", "zh-TW"])("that may stand in front are asked about in %s", (tag) => {
      expect(answers(tag, "26/03/04", "25/12/31")).toEqual(["26/03/04", "dmy 2004-03-26", "ymd 2026-03-04"]);
      expect(answers(tag, "26/03/04", "05/06/07")).toEqual(["26/03/04", "dmy 2004-03-26", "ymd 2026-03-04"]);
      expect(answers(tag, "05/06/07")).toEqual([
        "05/06/07",
        "dmy 2007-06-05",
        "mdy 2007-05-06",
        "ymd 2005-06-07",
      ]);
      expect(answers(tag, "13/02/24", "26/03/24"), "also where they look like days").toEqual([
        "13/02/24",
        "dmy 2024-02-13",
        "ymd 2013-02-24",
      ]);
    });

    it("are asked about elsewhere where the column looks like it, or is not written in the region's order", () => {
      const sameYear = ["26/03/04", "26/03/18", "26/04/22"];
      for (const tag of ["de-DE", "en-US", "en-GB"])
        expect(answers(tag, ...sameYear)).toEqual(["26/03/04", "dmy 2004-03-26", "ymd 2026-03-04"]);
      expect(answers("en-US", "26/03/04", "25/12/31")).toEqual([
        "26/03/04",
        "dmy 2004-03-26",
        "ymd 2026-03-04",
      ]);
      for (const tag of ["de-DE", "en-IN"])
        expect(answers(tag, "26/03/04", "25/12/31"), "as it is written there").toBeNull();
      expect(answers("de-DE", "24.12.25", "31.12.25")).toBeNull();
      expect(answers("en-US", "12/24/25", "12/31/25")).toBeNull();
      expect(answers("en-US", "13/02/24", "26/03/24"), "days are many").toBeNull();
      expect(answers("en-US", "01/02/03", "04/05/06")).toEqual([
        "01/02/03",
        "dmy 2003-02-01",
        "mdy 2003-01-02",
        "ymd 2001-02-03",
      ]);
    });

    it("are shown by a date that is another day by each answer", () => {
      expect(answers("zh-CN", "24/05/24", "23/06/21", "21/07/23")).toEqual([
        "23/06/21",
        "dmy 2021-06-23",
        "ymd 2023-06-21",
      ]);
      expect(answers("zh-CN", "03/04/03", "05/06/07"), "also where it may be three").toEqual([
        "05/06/07",
        "dmy 2007-06-05",
        "mdy 2007-05-06",
        "ymd 2005-06-07",
      ]);
      for (const [tag, usual] of [
        ["de-DE", "dmy"],
        ["en-US", "mdy"],
      ] as const)
        expect(answers(tag, "05/05/06", "03/04/03"), "where none is, the region's").toEqual([
          "05/05/06",
          `${usual} 2006-05-05`,
          "ymd 2005-05-06",
        ]);
      expect(answers("zh-CN", "24/05/24", "25/06/25"), "where all are the same").toBeNull();
      expect(read("zh-CN", ["24/05/24", "25/06/25"])).toEqual(["2024-05-24", "2025-06-25"]);
      expect(answers("de-DE", "03/04/03"), "also where the region has years behind").toEqual([
        "03/04/03",
        "dmy 2003-04-03",
        "mdy 2003-03-04",
      ]);
    });

    it("are asked about with points only where many dates look like it, for no region that has them so has years in front", () => {
      const few = ["15.03.21", "16.04.22", "17.05.23", "15.06.24"];
      for (const tag of ["de-DE", "de-AT", "pl-PL"]) expect(answers(tag, ...few)).toBeNull();
      expect(read("de-DE", few)).toEqual(["2021-03-15", "2022-04-16", "2023-05-17", "2024-06-15"]);
      expect(answers("de-DE", "15/03/21", "16/04/22", "17/05/23", "15/06/24")).not.toBeNull();
      const many = Array.from({ length: 12 }, (_, at) => `${21 + (at % 3)}.03.${String(at + 10)}`);
      expect(answers("de-DE", ...many)).not.toBeNull();
    });

    it("are read as they were said to be, and the answer can be another", () => {
      const days = ["26/03/04", "05/06/07"];
      expect(read("zh-CN", days, "ymd")).toEqual(["2026-03-04", "2005-06-07"]);
      expect(read("zh-CN", days, "dmy")).toEqual(["2004-03-26", "2007-06-05"]);
      const { dates, notes } = lastContact("zh-CN", days, { dayOrder: "dmy" });
      expect(dates).toMatchObject({ columns: ["Last contact"], needed: false });
      expect(notes).toEqual([]);
      expect(lastContact("zh-CN", days, { dayOrder: "mdy" }).dates, "no answer to this").toMatchObject({
        needed: true,
        answer: null,
      });
    });

    it("are in front without a question where one of them can be nowhere else", () => {
      expect(answers("zh-CN", "99/03/04", "05/06/07")).toBeNull();
      expect(read("zh-CN", ["99/03/04", "05/06/07"])).toEqual(["1999-03-04", "2005-06-07"]);
      expect(read("de-DE", ["99/03/04", "99/03/05"])).toEqual(["1999-03-04", "1999-03-05"]);
      expect(read("de-DE", ["32.03.24", "05.04.24"]), "a slip").toEqual([null, "2024-04-05"]);
    });

    it("are behind where they must be, which is told", () => {
      const note = { note: "shortYears", name: "Last contact" };
      const { dates, notes } = lastContact("zh-CN", ["13/02/99", "26/03/04"]);
      expect(dates).toBeNull();
      expect(notes).toEqual([{ ...note, text: "26/03/04", day: "2004-03-26" }]);
      expect(lastContact("zh-CN", ["2026/03/04", "25/12/2025"]).notes).toEqual([]);
    });

    it("are behind where those of another column are, though its day and month are asked about", () => {
      const csv = "Code,Last contact,Birthday\n1,06/03/04,05/12/2025\n2,05/12/07,03/04/2026\n";
      const { dates } = planned(csv, "intoSheet", "zh-CN").plan;
      expect(dates?.columns).toEqual(["Last contact", "Birthday"]);
      expect(dates?.answers.map(({ order }) => order)).toEqual(["dmy", "mdy"]);
    });

    it("in front of one column do not hide the question about another", () => {
      const csv = "Code,Last contact,Birthday\n1,99/03/04,05/12/2025\n2,05/12/07,03/04/2026\n";
      const asked = planned(csv, "intoSheet", "zh-CN").plan.dates;
      expect(asked).toMatchObject({ columns: ["Birthday"], needed: true });
      const { columns, dates } = planImport(tableOf(csv), SHEET, "intoSheet", localeFormat("zh-CN", "USD"), {
        dayOrder: "dmy",
      });
      expect(dates?.needed).toBe(false);
      const days = columns.map(({ reading: { atoms } }) =>
        typeof atoms[0] === "number" ? isoText(atoms[0]) : null,
      );
      expect(days.slice(1)).toEqual(["1999-03-04", "2025-12-05"]);
    });

    it("are read as they were said to be, whatever is written into a cell that did not read", () => {
      const csv = "Code,Last contact\n1,26/03/04\n2,26/03/18\n3,soon\n";
      const daysAfter = (text: string, dayOrder: DayOrder, file = csv) => {
        const mended = mendTable(tableOf(file), [{ line: 4, column: 1, text }]);
        const { columns, dates } = planImport(mended, SHEET, "intoSheet", localeFormat("en-US", "USD"), {
          dayOrder,
        });
        expect(dates?.needed).toBe(false);
        return columns[1]?.reading.atoms.map((day) => (typeof day === "number" ? isoText(day) : day));
      };
      expect(daysAfter("2026-03-20", "dmy")).toEqual(["2004-03-26", "2018-03-26", "2026-03-20"]);
      expect(daysAfter("25/12/2026", "ymd")).toEqual(["2026-03-04", "2026-03-18", "2026-12-25"]);
      const open = "Code,Last contact\n1,03/04/2026\n2,05/06/2026\n3,soon\n";
      expect(daysAfter("13/02/2026", "mdy", open)).toEqual(["2026-03-04", "2026-05-06", null]);
    });

    it("in a new column are asked about once it shall be one of dates", () => {
      const mapping = [{ to: "newField" }, { to: "newField", kind: "date" }] as const;
      const { dates } = lastContact("zh-CN", ["26/03/04"], { mapping });
      expect(dates).toMatchObject({ columns: ["Last contact"], needed: true });
    });
  });

  it("takes the year behind where another column of the file has it there", () => {
    const csv = "Code,Last contact,Birthday\n1,26/03/04,25/12/2025\n2,25/12/31,03/04/2026\n";
    const day = column(csv, 1, "intoSheet", "zh-CN").values[0];
    expect(new Date(Number(day) * 86_400_000).toISOString().slice(0, 10)).toBe("2004-03-26");
  });

  it.each([
    ["number", ["1,234.50", "(99.00)", "(0.00)", "-"], [1234.5, -99, 0, 0]],
    ["number", [" 1,234.50 ", " (99.00)", " (0.00)", " -   "], [1234.5, -99, 0, 0]],
    ["money", [" $1,234.50 ", " $(99.00)", " $-   "], [1234.5, -99, 0]],
    ["number", ["(0.00)", "12.50"], [0, 12.5]],
    ["text", ["1,234.50", "-", "99.00"], null],
    ["text", ["(1)", "(2)", "-"], null],
    ["text", ["(0)", "(2)", "-"], null],
    ["text", ["(1.00)", "-", "none"], null],
    ["text", ["4.5", "3.9", "(0)"], null],
    ["number", ["4.50", "(3.90)", "(0)"], [4.5, -3.9, 0]],
  ] as const)(
    "reads what Excel shows as nought in a new column with brackets: %s %j",
    (kind, texts, amounts) => {
      const { field, values } = column(`Code,Sum\n${texts.map((text) => `1,"${text}"`).join("\n")}\n`, 1);
      expect(field.kind).toBe(kind);
      const scale = field.type.storage === "integer" ? 10 ** field.type.decimals : 1;
      if (amounts !== null) expect(values.map((value) => Number(value) / scale)).toEqual(amounts);
    },
  );

  it.each([
    [
      ["1,234.50", "(99.00)", "-"],
      [123_450, -9900, 0],
    ],
    [
      ["1,234.50", " -   "],
      [123_450, 0],
    ],
    [
      ["1,234.50", " $ -   "],
      [123_450, 0],
    ],
    [["1,234.50", "(5)", "-"], null],
    [["1,234.50", "-"], null],
    [["1,234.50", " - "], null],
    [[" 12.50 ", " -     ", " 3.00  "], null],
  ] as const)("reads a stroke as nought where Excel put it, and asks elsewhere: %j", (texts, amounts) => {
    const { plan } = planned(`Code,Revenue\n${texts.map((text) => `1,"${text}"`).join("\n")}\n`);
    const reading = plan.columns[1]?.reading;
    if (amounts === null) expect(reading?.problems.size).toBe(1);
    else expect(reading?.atoms).toEqual(amounts);
  });

  it("asks about the file's own strokes whatever is typed in place of one", () => {
    const mended = mendTable(tableOf("Code,Revenue\n1,10.00\n2,-\n3,-\n4,?\n"), [
      { line: 5, column: 1, text: "(12.50)" },
    ]);
    const reading = planImport(mended, SHEET, "intoSheet", localeFormat("en-US", "USD")).columns[1]?.reading;
    const amountIn = (row: number) => reading?.atoms[(mended.columns[1]?.codes[row] ?? 0) - 1];
    expect([0, 1, 2, 3].map(amountIn)).toEqual([1000, null, null, -1250]);
  });

  it("keeps codes and long digits as they are", () => {
    const csv =
      "Code,Mobile,id card\n00123,013800001111,110105194912310021\n00124,013800002222,11010519491231002X\n";
    expect(column(csv, 0).values).toEqual(["00123", "00124"]);
    expect(column(csv, 2).values).toEqual(["110105194912310021", "11010519491231002X"]);
  });

  it("takes the point for the decimal sign where commas delimit, whatever the locale", () => {
    const { field, values } = column("Code,Revenue\n1,1.234\n2,5\n", 1, "newWorkbook", "de-DE");
    expect(field.type).toEqual({ storage: "integer", decimals: 3 });
    expect(values).toEqual([1234, 5000]);
  });

  it("brings new choices along and finds known ones blind to case", () => {
    const { plan } = planned("Code,Tier\n1,vip\n2,Platinum\n3,VIP\n");
    const [tier] = plan.fields;
    expect(tier).toMatchObject({ id: "tier" });
    expect(tier?.type.storage === "choice" && tier.type.choices.map(({ label }) => label)).toEqual([
      "VIP",
      "Major",
      "Normal",
      "Small",
      "Platinum",
    ]);
    const { values } = column("Code,Tier\n1,vip\n2,Platinum\n3,VIP\n", 1);
    expect(values[0]).toBe(values[2]);
    expect(values[1]).not.toBe(values[0]);
  });
});

describe("a new workbook", () => {
  const csv = "电话 x,客户名称,营业额,Other\n1,张伟,1.2345,a\n2,王静,20,b\n";
  const { plan } = planned(csv, "newWorkbook");

  it("takes names, order and decimals from the file", () => {
    expect(plan.columns.map(({ reading }) => reading.field.name)).toEqual([
      "电话 x",
      "客户名称",
      "营业额",
      "Other",
    ]);
    expect(roles(plan)).toEqual([null, "name", "revenue", null]);
    expect(plan.columns[2]?.reading.field.type).toEqual({ storage: "integer", decimals: 4 });
    expect(column(csv, 2, "newWorkbook").values).toEqual([12345, 200000]);
  });

  it("shows the file's columns in its order; what the file lacks waits hidden", () => {
    const after: Sheet = {
      ...SHEET,
      fields: [
        ...SHEET.fields.map((field) => plan.fields.find(({ id }) => id === field.id) ?? field),
        ...plan.fields.filter(({ id }) => !SHEET.fields.some((field) => field.id === id)),
      ],
    };
    const shown = columnsOf(after, plan.view ?? firstView(after)).filter(({ hidden }) => !hidden);
    expect(shown.map(({ field }) => field)).toEqual(plan.columns.map(({ reading }) => reading.field.id));
  });

  it("gives up no name to a field the file does not fill", () => {
    const { plan: clash } = planned("Revenue,Code\nlots,1\nmore,2\n", "newWorkbook");
    expect(clash.columns[0]?.reading.field).toMatchObject({ name: "Revenue", kind: "text" });
    expect(clash.fields).toContainEqual(expect.objectContaining({ id: "revenue", name: "Revenue 2" }));
  });
});

it("what was mended stays on its line, whichever lines are left out", () => {
  const text = "Code,Revenue\n1,x\n2,3\n4,y\n";
  const mended = [
    { line: 4, column: 1, text: "5.50" },
    { line: 2, column: 1, text: "7" },
  ];
  const rows = (leave: readonly number[]) => rowsOf(mendTable(tableOf(text, { leave }), mended));
  expect(rows([])).toEqual([
    ["1", "7"],
    ["2", "3"],
    ["4", "5.50"],
  ]);
  expect(rows([2])).toEqual([
    ["2", "3"],
    ["4", "5.50"],
  ]);
});

describe("what a mended cell had before", () => {
  const readAs = (texts: readonly string[], name: string, mended: string) => {
    const table = tableOf(`Code;${name}\n${texts.map((text, row) => `${row};${text}`).join("\n")}\n`);
    const own = mendTable(table, [{ line: 2, column: 1, text: mended }]);
    const plan = planImport(own, SHEET, "intoSheet", localeFormat("en-US", "USD"));
    return { plan, reading: plan.columns[1]?.reading, texts: own.columns[1]?.dictionary };
  };

  it("does not say how the others are read", () => {
    const money = readAs(["12,5", "1,234", "5,000"], "Revenue", "7500");
    expect(money.reading?.atoms).toEqual([750_000, 123_400, 500_000]);
    const day = readAs(["25/03/2026", "03/04/2026"], "Last contact", "2026-03-25");
    expect(day.plan.dates).toMatchObject({ text: "03/04/2026" });
    expect(readAs(["12,5", "1,234.50"], "Revenue", "12.50").plan.decimals).toBeNull();
  });

  it("nor does what was written say how the others' decimals are read", () => {
    const german = (texts: readonly string[], name: string) => {
      const table = tableOf(`Code;${name}\n${texts.map((text, row) => `${row};${text}`).join("\n")}\n`);
      const own = mendTable(table, [{ line: 5, column: 1, text: "10,50" }]);
      const { columns, decimals } = planImport(own, SHEET, "intoSheet", localeFormat("de-DE", "EUR"));
      return { decimals, reading: columns[1]?.reading };
    };
    const { decimals, reading } = german(["1234.50", "99.95", "1.250", "n/a"], "Revenue");
    expect(decimals).toBeNull();
    expect(reading?.atoms).toEqual([123_450, 9995, 125, 1050]);
    expect([...(reading?.problems.keys() ?? [])]).toEqual([]);
    const several = tableOf(`Code;Revenue\n1;n/a\n${"2;1234.50\n3;99.95\n".repeat(4)}`);
    const mended = mendTable(several, [{ line: 2, column: 1, text: "10,50" }]);
    const begun = planImport(mended, SHEET, "newWorkbook", localeFormat("de-DE", "EUR"));
    expect(begun.decimals).toBeNull();
    expect(begun.columns[1]?.reading.atoms).toEqual([1050, 123_450, 9995]);
    const fresh = german(["1234.50", "99.95", "1.250", "n/a"], "Einkauf");
    expect(fresh.decimals).toBeNull();
  });

  it.each([
    // As both write it, only as the workbook does, only as the file does, as neither.
    ["1.234", 123_400, ["1234.50"]],
    ["10,50", 1050, ["1234.50"]],
    ["10.50", 1050, ["1234.50"]],
    ["1.234,50", 123_450, ["1234.50"]],
    ["1.2.3", null, ["1234.50"]],
    // A number as the workbook writes, though with more decimals than are kept: it is not a thousand times as much.
    ["1,234", null, ["1234.50"]],
    // The file's own texts are read as before.
    ["10,50", 1050, ["1.234"]],
  ])("a number is read as the workbook writes, else as the file does: %s", (text, value, [other = ""]) => {
    const table = tableOf(`Code;Revenue\n1;n/a\n2;${other}\n3;99.95\n4;7.50\n`);
    const own = mendTable(table, [{ line: 2, column: 1, text }]);
    const { columns } = planImport(own, SHEET, "intoSheet", localeFormat("de-DE", "EUR"));
    const readAt = (row: number) => columns[1]?.reading.atoms[(own.columns[1]?.codes[row] ?? 0) - 1];
    expect(readAt(0)).toBe(value);
    expect(readAt(1)).toBe(other === "1.234" ? null : 123_450);
  });

  it("a number widens the column that begins a sheet as it is read", () => {
    const begun = (text: string) => {
      const table = tableOf(`Code;Revenue\n1;n/a\n${"2;1234.50\n3;99.95\n".repeat(4)}`);
      const own = mendTable(table, [{ line: 2, column: 1, text }]);
      const reading = planImport(own, SHEET, "newWorkbook", localeFormat("de-DE", "EUR")).columns[1]?.reading;
      return [reading?.field.type, reading?.atoms[0]];
    };
    expect(begun("1,234")).toEqual([{ storage: "integer", decimals: 3 }, 1234]);
    expect(begun("1.234")).toEqual([{ storage: "integer", decimals: 2 }, 123_400]);
  });

  it("shows what a number written into a new row is read as", () => {
    const mended = [
      { line: 2, column: 1, text: "1.234" },
      { line: 4, column: 1, text: "1234.50" },
    ];
    const table = mendTable(tableOf("Code;Revenue\n1;n/a\n2;1234.50\n3;?\n"), mended);
    const plan = planImport(table, SHEET, "intoSheet", localeFormat("de-DE", "EUR"));
    const staged = stageRows(table, plan);
    const matching = { key: [], action: "both", blanks: "keep" } as const;
    const matched = matchRows(table, plan, staged, new ColumnTable(), matching);
    const diff = new Diff({ table, plan, matching, matched, merge: null, hints: { mended } });
    expect(diff.rows("all", 0, 9, new ColumnTable()).map(({ cells }) => cells[1])).toEqual([
      { text: "1.234", written: 123_400 },
      { text: "1234.50" },
      { text: "1234.50", written: 123_450 },
    ]);
  });

  it("makes no choice", () => {
    const { plan } = readAs(["VPI", "Small"], "Tier", "VIP");
    expect(plan.fields).toEqual([]);
  });

  it("stays while another row has it", () => {
    expect(readAs(["a", "b", "a", "c"], "Tier", "b").texts).toEqual(["b", "a", "c"]);
    expect(readAs(["a", "b"], "Tier", "").texts).toEqual(["b"]);
  });
});

it.each(["01/02/2003", '"1,50"', "x"])(
  "thousands of columns are planned in time with their number: %s",
  (text) => {
    const names = Array.from({ length: 8_192 }, (_, index) => `c${index}`);
    const line = (cell: string) => names.map(() => cell).join(",");
    const table = tableOf(`${names.join(",")}\n${line(text)}\n${line(text.replace(",", "."))}\n`);
    const locale = localeFormat("en-US", "USD");
    const begun = performance.now();
    const { fields } = planImport(table, SHEET, "intoSheet", locale);
    planImport(table, { ...SHEET, fields: [...SHEET.fields, ...fields] }, "intoSheet", locale);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(8_192);
  },
);

describe("rejected rows", () => {
  const lines = Array.from({ length: 10 }, (_, index) => `${index},2026-01-0${(index % 9) + 1}`);
  const { table, plan } = planned(`Code,Last contact\n${lines.join("\n")}\nx,sometime\ny,1,extra\n`);
  const staged = stageRows(table, plan);

  it("name line, column and problem; the others go in", () => {
    expect(staged.rowCount).toBe(10);
    expect(staged.rejected).toMatchObject([
      {
        line: 12,
        why: {
          reason: "badValue",
          column: "Last contact",
          problem: { problem: "notADate", text: "sometime" },
        },
      },
      { line: 13, why: { reason: "tooManyCells", expected: 2, found: 3 } },
    ]);
  });

  it("X2 are written with their cells", () => {
    const words = {
      line: "Line",
      reason: "Reason",
      word: ({ reason }: { readonly reason: string }) => reason,
    };
    const again = tableOf(joined(rejectedCsv(table, staged.rejected, words)));
    expect(again.header).toEqual(["Line", "Reason", "Code", "Last contact", "Column 5"]);
    expect(rowsOf(again)).toEqual([
      ["12", "badValue", "x", "sometime", ""],
      ["13", "tooManyCells", "y", "1", "extra"],
    ]);
  });
});

it("rows in file = staged + rejected + excluded, and every cell of a large list arrives", () => {
  const rows = customerRows(3_000, 9);
  const { table, plan } = planned(`${toCsv(HEADER, rows)}\n\n`, "newWorkbook");
  const staged = stageRows(table, plan);
  expect(plan.notes).toEqual([]);
  expect(staged.rowCount + staged.rejected.length + table.blank.length).toBe(3_002);
  const revenue = plan.columns[10]?.reading.field;
  const vector = revenue === undefined ? undefined : staged.columns.get(revenue.id);
  expect(vector?.form === "numeric" && [...vector.values]).toEqual(
    rows.map((row) => Math.round(Number(row[10]) * 100)),
  );
});
