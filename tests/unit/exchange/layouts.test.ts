/** Files of accounting programs are known by their columns, also with some fewer and some more; ordinary lists are not. */
import { describe, expect, it } from "vitest";
import { type Sheet, sheetId } from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import { contactsTable, planImport } from "../../../src/exchange/index.ts";
import { findLayout } from "../../../src/exchange/layouts.ts";
import { PRESETS } from "../../../src/exchange/presets/index.ts";
import { localeFormat } from "../../../src/fields/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { tableOf } from "../../support/csv.ts";

const SHEET: Sheet = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));
const quoted = (texts: readonly string[]): string =>
  texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(",");

/** By column of the file: the role of the field it goes into, `new`, or `nowhere`. */
function destinations(header: readonly string[], cells: readonly string[], sheet: Sheet = SHEET) {
  const table = contactsTable(tableOf(`${quoted(header)}\n${quoted(cells)}\n`));
  const { columns, notes } = planImport(table, sheet, "intoSheet", localeFormat("en-US", "USD"));
  const goesTo = columns.map(({ header: name, ignored, isNew, reading: { field } }) => [
    name,
    ignored ? "nowhere" : isNew ? "new" : (field.role ?? field.name),
  ]);
  return { goesTo: new Map(goesTo.map(([name = "", to = ""]) => [name, to])), notes };
}

const filled = (header: readonly string[]): readonly string[] => header.map((_, index) => `x${index}`);

const LAYOUTS = PRESETS.flatMap((preset) =>
  preset.kind === "layout" && !["google", "outlook", "freeAgent"].includes(preset.id) ? [preset] : [],
);

describe.each(LAYOUTS.map((preset) => [preset.id, preset.layout] as const))("%s", (id, layout) => {
  const required = new Set(
    Object.entries(layout.rules).flatMap(([name, rule]) => (rule.required === true ? [name] : [])),
  );
  /** Every fifth of the others is gone. */
  const some = layout.columns.filter((name, index) => required.has(name) || index % 5 !== 0);

  it("is known as it is, with columns that are gone, and with a fifth that are the sender's own", () => {
    expect(findLayout(layout.columns)?.id).toBe(id);
    expect(findLayout(some)?.id).toBe(id);
    expect(findLayout(layout.columns.toReversed())?.id).toBe(id);
    const own = Array.from({ length: Math.floor(some.length / 4) }, (_, index) => `Own ${index}`);
    expect(findLayout([...own, ...some])?.id).toBe(id);
    expect(findLayout([...own, "One more", ...some])).toBeNull();
  });

  it("is not known without what it must have", () => {
    for (const name of required) expect(findLayout(some.filter((each) => each !== name))).toBeNull();
  });

  it("says of each column without a cell that it goes nowhere, and that it is known", () => {
    const { goesTo, notes } = destinations(
      layout.columns,
      layout.columns.map((name) => (required.has(name) ? "x" : "")),
    );
    for (const [name, to] of goesTo) expect(to === "nowhere", name).toBe(!required.has(name));
    expect(notes).toContainEqual({ note: "knownLayout", layout: id });
  });
});

it.each([
  [
    "xero",
    {
      "*ContactName": "name",
      AccountNumber: "code",
      EmailAddress: "email",
      POCity: "city",
      MobileNumber: "mobile",
    },
  ],
  ["quickbooks", { Name: "name", Company: "company", State: "new", City: "city", Mobile: "mobile" }],
  [
    "sage50",
    {
      "A/C": "code",
      Name: "company",
      "Contact Name": "name",
      "Address Line 3": "city",
      "Telephone 2": "mobile",
    },
  ],
  [
    "sageAccounting",
    {
      Reference: "code",
      "Company Name": "company",
      "Main Contact Name": "name",
      "Main Contact Email": "email",
    },
  ],
  ["wave", { customer_name: "name", account_number: "code", city: "city", "ship-to_city": "new" }],
  [
    "myob",
    {
      "Co./Last Name": "company",
      "Card ID": "code",
      "Addr 1 - Contact Name": "name",
      "Addr 1 - City": "city",
      "Addr 1 - Salutation": "new",
    },
  ],
  [
    "datev",
    {
      Konto: "code",
      "Name (Adressattyp Unternehmen)": "company",
      "Name (Adressattyp natürl. Person)": "new",
      Ansprechpartner: "name",
      Ort: "city",
      Telefon: "mobile",
      Status: "new",
    },
  ],
  ["chinaTax", { 编码: "code", 名称: "name", 邮件地址: "email", 备注: "notes", 税号: "new" }],
] as const)("what the columns of %s mean is what is brought", (id, expected) => {
  const layout = LAYOUTS.find((preset) => preset.id === id)?.layout;
  if (layout === undefined) throw new Error(id);
  const { goesTo } = destinations(layout.columns, filled(layout.columns));
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, goesTo.get(name)]))).toEqual(expected);
});

it("a column that takes the company or the name holds names where the file has no others", () => {
  const header = ["A/C", "Name", "Address Line 3", "Address Line 4", "Telephone", "E-Mail"];
  expect(destinations(header, filled(header)).goesTo.get("Name")).toBe("name");
  const withContacts = [...header, "Contact Name"];
  expect(destinations(withContacts, filled(withContacts)).goesTo.get("Name")).toBe("company");
  expect(destinations(withContacts, filled(header)).goesTo.get("Name"), "in no cell").toBe("name");
});

describe("private persons of DATEV's, whose names come in parts", () => {
  const datev = LAYOUTS.find(({ id }) => id === "datev")?.layout.columns ?? [];
  const ROWS: readonly Readonly<Record<string, string>>[] = [
    { Konto: "10001", "Name (Adressattyp Unternehmen)": "Müller GmbH", Ansprechpartner: "Jörg Müller" },
    {
      Konto: "10002",
      "Vorname (Adressattyp natürl. Person)": "Eva",
      "Name (Adressattyp natürl. Person)": "Süß",
    },
    { Konto: "10003", "Name (Adressattyp Unternehmen)": "Meier KG" },
  ];
  const namesOf = (header: readonly string[], rows = ROWS, role = "name") => {
    const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
    const table = contactsTable(tableOf(`${lines.map(quoted).join("\n")}\n`));
    const plan = planImport(table, SHEET, "intoSheet", localeFormat("de-DE", "EUR"));
    const at = plan.columns.findIndex(({ reading }) => reading.field.role === role);
    const { columns } = table;
    const names = Array.from(columns[at]?.codes ?? [], (code) => columns[at]?.dictionary[code - 1] ?? "");
    return { names, notes: plan.notes, header: table.header };
  };

  it("have them whole where the others have whom to speak to", () => {
    const { names, notes, header } = namesOf(datev);
    expect(names).toEqual(["Jörg Müller", "Eva Süß", ""]);
    expect(notes).toContainEqual({ note: "knownLayout", layout: "datev" });
    expect(header).toEqual(datev);
  });

  it("also in a file without that column, which is known as before, and gets none where there are no such persons", () => {
    const others = datev.filter((name) => name !== "Ansprechpartner");
    expect(namesOf(others, ROWS.slice(0, 1)).header).toEqual(others);
    const { names, notes } = namesOf(others);
    expect(names).toEqual(["", "Eva Süß", ""]);
    expect(notes).toContainEqual({ note: "knownLayout", layout: "datev" });
  });

  it("also those of whom it is not said what they are: as names, or as companies where someone to speak to is named", () => {
    const either = "Name (Adressattyp keine Angabe)";
    const rows = [
      { Konto: "10004", [either]: "Weiß", Adressattyp: "0" },
      { Konto: "10005", [either]: "Hof Sonne", Adressattyp: "0", Ansprechpartner: "Ida Groß" },
      { Konto: "10006", "Name (Adressattyp Unternehmen)": "Meier KG", Adressattyp: "2" },
    ];
    expect(namesOf(datev, rows).names).toEqual(["Weiß", "Ida Groß", ""]);
    expect(namesOf(datev, rows, "company").names).toEqual(["", "Hof Sonne", "Meier KG"]);
    expect(namesOf(datev, rows).header).toEqual(datev);
    const all = namesOf(datev, [...ROWS, ...rows]);
    expect(all.names).toEqual(["Jörg Müller", "Eva Süß", "", "Weiß", "Ida Groß", ""]);
    const others = datev.filter((name) => !name.includes("natürl. Person") && name !== "Ansprechpartner");
    expect(namesOf(others, rows).names).toEqual(["Weiß", "Hof Sonne", ""]);
  });
});

it("a column whose name is nothing but a star holds nobody's names", () => {
  for (const { id, layout } of LAYOUTS) {
    for (const star of ["*", "＊"]) {
      const header = [...layout.columns, star];
      const cells = header.map((name) =>
        name === star ? "SECRET" : layout.rules[name]?.required ? "x" : "",
      );
      const { columns } = contactsTable(tableOf(`${quoted(header)}\n${quoted(cells)}\n`));
      const texts = columns.slice(0, -1).flatMap(({ dictionary }) => dictionary);
      expect(
        texts.filter((text) => text.includes("SECRET")),
        id,
      ).toEqual([]);
    }
  }
});

it("a column that came in as a field of its own finds it again, and one that the sender added goes by its name", () => {
  const header = [
    "*ContactName",
    "EmailAddress",
    "POAddressLine1",
    "PORegion",
    "POCity",
    "SkypeName",
    "Tier",
  ];
  const { fields } = planImport(
    tableOf(`${quoted(header)}\n${quoted(filled(header))}\n`),
    SHEET,
    "intoSheet",
    localeFormat("en-US", "USD"),
  );
  const sheet: Sheet = {
    ...SHEET,
    fields: [...SHEET.fields, ...fields.filter(({ id }) => !SHEET.fields.some((field) => field.id === id))],
  };
  const { goesTo } = destinations(header, filled(header), sheet);
  expect([...goesTo.values()]).toEqual([
    "name",
    "email",
    "POAddressLine1",
    "PORegion",
    "city",
    "SkypeName",
    "tier",
  ]);
});

it.each([
  ["Name,Company,Email,Phone,Mobile,Street,City,State,ZIP,Country"],
  ["Name,Company,Email,Phone,Date,City"],
  ["Name,Contact Name,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Telephone,E-Mail"],
  ["Customer Name,Email,Phone,Fax,Mobile,Website,Country,City,Address Line 1,Delivery Instructions"],
  ["First Name,Last Name,Company,E-mail Address,Business Phone,Mobile Phone"],
  ["Reference,Company Name,Currency,Credit Limit,VAT Number"],
  ["编码,名称,税号,地址,电话,银行账号,备注"],
  ["编码,名称,简码,税号,地址电话,银行账号,备注"],
  ["Konto,Name,Straße,Postleitzahl,Ort,Land,Telefon,E-Mail,Kundennummer"],
  ["Code,Name,Company,Category,Title,Mobile,E-mail,Tier,Status,City,Revenue,Last contact,Notes"],
])("an ordinary list is none: %s", (header) => {
  expect(findLayout(header.split(","))).toBeNull();
});
