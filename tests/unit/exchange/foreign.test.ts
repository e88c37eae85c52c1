/** Workbooks that would harm the reader are refused before they are unpacked; lists of contacts come without their ballast. */
import { describe, expect, it } from "vitest";
import { sheetId } from "../../../src/core/model/index.ts";
import {
  contactsTable,
  convertForeign,
  findPreset,
  isContacts,
  type OutFile,
  planImport,
  readTable,
  textSource,
  writeCsv,
  xlsxFile,
} from "../../../src/exchange/index.ts";
import { meaningOfName } from "../../../src/exchange/meanings.ts";
import { readCards } from "../../../src/exchange/vcard/read.ts";
import { localeFormat } from "../../../src/fields/index.ts";
import { joined, rowsOf } from "../../support/csv.ts";
import { bytesOfFile } from "../../support/exports.ts";

const convert = (bytes: Uint8Array<ArrayBuffer>) =>
  convertForeign(bytes, undefined, async () => String, new AbortController().signal);

const book = xlsxFile("a.xlsx", [{ name: "S", source: textSource(["A"], [["x".repeat(100_000)]]) }]);

/** With another size for the sheet in the zip's list of parts. */
async function lying(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesOfFile(book);
  const view = new DataView(bytes.buffer);
  const latin = new TextDecoder("latin1").decode(bytes);
  for (let at = latin.indexOf("PK\x01\x02"); at >= 0; at = latin.indexOf("PK\x01\x02", at + 4)) {
    const name = latin.slice(at + 46, at + 46 + view.getUint16(at + 28, true));
    if (name.includes("sheet1")) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

/** The workbook with a sheet of one's own making, and whatever other parts. */
const withSheet = (xml: string, others: Readonly<Record<string, string>> = {}): OutFile => {
  if (!("parts" in book)) throw new Error("no parts");
  const own = new Map(Object.entries({ "xl/worksheets/sheet1.xml": xml, ...others }));
  return {
    name: book.name,
    parts: book.parts.map((part) => {
      const text = own.get(part.name);
      if (text === undefined) return part;
      return {
        name: part.name,
        *steps(write) {
          write(new TextEncoder().encode(text));
          yield { done: 1, total: 1 };
        },
      };
    }),
  };
};

const sheetXml = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

describe("a workbook", () => {
  it("that unpacks to more than a gigabyte is refused before it is", async () => {
    expect(await convert(await lying(0x7fff_ffff))).toMatchObject({
      type: "refused",
      why: { reason: "tooLarge", bytes: expect.any(Number) },
    });
  });

  it("that unpacks to more than it says is not read", async () => {
    const bytes = await lying(100);
    expect(await convert(bytes)).toBeNull();
    expect(readTable(bytes, {})).toMatchObject({ type: "refused", why: { reason: "xlsx" } });
  });

  it("that is packed a thousand times over is refused before it is unpacked", async () => {
    const filler = `<c r="A1" t="inlineStr"><is><t>${"x".repeat(20_000_000)}</t></is></c>`;
    expect(await convert(await bytesOfFile(withSheet(sheetXml(`<row r="1">${filler}</row>`))))).toEqual({
      type: "refused",
      why: { reason: "bomb" },
    });
  });

  it("whose cells stand far apart is refused rather than filled up", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
    );
    expect(await convert(await bytesOfFile(withSheet(sheetXml(rows.join("")))))).toBeNull();
  });

  it("has numbers, truth values, days and results of formulas as a person wrote them", async () => {
    const row =
      '<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" s="2"><v>46085</v></c>' +
      '<c r="D2"><f>1+1</f><v>2</v></c><c r="F2"><v>123456789012345</v></c><c r="G2" t="str"><v>007</v></c></row>';
    const converted = await convert(await bytesOfFile(withSheet(sheetXml(row))));
    if (converted?.type !== "text") throw new Error("not read");
    expect(new TextDecoder().decode(converted.bytes)).toBe(
      "\r\n0.3,TRUE,2026-03-04,2,,123456789012345,007\r\n",
    );
  });

  describe("with numbers that Excel shows with zeros in front", () => {
    const styles = (...codes: readonly string[]): string =>
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${codes
        .map((code, at) => `<numFmt formatCode="${code}" numFmtId="${170 + at}"/>`)
        .join(
          "",
        )}</numFmts><cellStyleXfs><xf numFmtId="170"/><xf/></cellStyleXfs><cellXfs><xf/>${codes.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"><alignment/></xf>`).join("")}</cellXfs></styleSheet>`;
    const textOf = async (file: OutFile) => {
      const converted = await convert(await bytesOfFile(file));
      if (converted?.type !== "text") throw new Error("not read");
      return new TextDecoder().decode(converted.bytes);
    };

    it("has them as they are shown", async () => {
      const codes = ["00000", "0000;@", "[$-407]000", "0", "0.00", "#,##0", "00000\\-0000"];
      const cells = [
        '<c r="A1" s="1"><v>1067</v></c>',
        "<c s='2' r='B1'><v>17</v></c>",
        '<c s="3" r="C1"><v>7</v></c>',
        '<c r="D1" s="4"><v>7</v></c>',
        '<c r="E1" s="5"><v>7</v></c>',
        '<c r="F1" s="6"><v>1067</v></c>',
        '<c r="G1" s="7"><v>10671234</v></c>',
        '<c r="H1"><v>1067</v></c>',
        '<c r="I1" s="1"/>',
        '<c r="J1" s="1"><v>-5</v></c>',
        '<c r="K1" s="1"><v>1.5</v></c>',
        '<c r="L1" s="1"><v>123456</v></c>',
        '<c r="M1" s="1" t="str"><v>ab</v></c>',
        '<c r="N1" s="1"><f>A1</f><v>1067</v></c>',
      ];
      const text = await textOf(
        withSheet(sheetXml(`<row r="1">${cells.join("")}</row>`), { "xl/styles.xml": styles(...codes) }),
      );
      expect(text).toBe("01067,0017,7,7,7,1067,01067-1234,1067,,-5,1.5,123456,ab,01067\r\n");
    });

    it("has them by the section that is for the number, and the number itself where that shows something else", async () => {
      const codes = [
        "[&lt;=99999]00000;00000-0000",
        "[Red]00000",
        "[&lt;100]0.0;[&gt;=100]0",
        "[=1]&quot;yes&quot;;[=0]&quot;no&quot;;&quot;days&quot;",
        "[Red][&gt;1.5]0.00;[Blue]0",
      ];
      const cells = codes.flatMap((_, at) =>
        [1067, 10671234].map((value, twice) => {
          const place = `${String.fromCharCode(65 + at * 2 + twice)}1`;
          return `<c r="${place}" s="${at + 1}"><v>${value}</v></c>`;
        }),
      );
      const text = await textOf(
        withSheet(sheetXml(`<row r="1">${cells.join("")}</row>`), { "xl/styles.xml": styles(...codes) }),
      );
      expect(text).toBe("01067,01067-1234,01067,10671234,1067,10671234,1067,10671234,1067,10671234\r\n");
    });

    it("has hours without a day as Excel shows them", async () => {
      const cells = [0.5, 0.520833333333333, 0.999988425925926, 45688.5, 0]
        .map((value, at) => `<c r="${String.fromCharCode(65 + at)}1" s="1"><v>${value}</v></c>`)
        .join("");
      const xml = sheetXml(`<row r="1">${cells}</row>`);
      expect(await textOf(withSheet(xml, { "xl/styles.xml": styles("h:mm") }))).toBe(
        "12:00,12:30,23:59:59,2025-01-31 12:00:00,00:00\r\n",
      );
    });

    const hours = (values: readonly number[]): string =>
      sheetXml(
        `<row r="1">${values
          .map((value, at) => `<c r="${String.fromCharCode(65 + at)}1" s="1"><v>${value}</v></c>`)
          .join("")}</row>`,
      );
    const from1904 =
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';

    it("has hours without a day where days are counted from 1904 on, too", async () => {
      const parts = { "xl/styles.xml": styles("h:mm"), "xl/workbook.xml": from1904 };
      expect(await textOf(withSheet(hours([0.5, 0.999988425925926, 44226.5]), parts))).toBe(
        "12:00,23:59:59,2025-01-31 12:00:00\r\n",
      );
      const day = withSheet(hours([1462.5]), { "xl/styles.xml": styles("h:mm") });
      expect(await textOf(day), "a day of its own elsewhere").toBe("1904-01-01 12:00:00\r\n");
    });

    it("has hours that go on beyond a day as Excel shows them", async () => {
      const values = [1.0625, 0.5, 100, 2.00001157407407];
      const shown = "25:30,12:00,2400:00,48:00:01\r\n";
      for (const code of ["[h]:mm", "[hh]:mm:ss", "[$-407][h]:mm;@"])
        expect(await textOf(withSheet(hours(values), { "xl/styles.xml": styles(code) })), code).toBe(shown);
      const between = await textOf(withSheet(hours([59.5, 60.4375]), { "xl/styles.xml": styles("[h]:mm") }));
      expect(between, "two days that the library makes one").toMatch(
        /^1900-02-28 12:00:00,1900-02-\d\d 10:30:00/,
      );
      const own = { "xl/styles.xml": styles("[h]:mm"), "xl/workbook.xml": from1904 };
      expect(await textOf(withSheet(hours(values), own))).toBe(shown);
      const builtIn = styles("0").replace(
        '<cellXfs><xf/><xf numFmtId="170"',
        '<cellXfs><xf/><xf numFmtId="46"',
      );
      expect(await textOf(withSheet(hours(values), { "xl/styles.xml": builtIn }))).toBe(shown);
    });

    it("has them in each of many rows, and in no other", async () => {
      const rows = Array.from({ length: 5_000 }, (_, row) =>
        row % 3 === 0 ? "" : `<row r="${row + 1}"><c r="B${row + 1}" s="${row % 2}"><v>${row}</v></c></row>`,
      );
      const text = await textOf(withSheet(sheetXml(rows.join("")), { "xl/styles.xml": styles("00000") }));
      const expected = rows.map((_, row) =>
        row % 3 === 0 ? "" : `,${row % 2 === 0 ? row : String(row).padStart(5, "0")}`,
      );
      expect(text.trimEnd().split("\r\n")).toEqual(expected);
    });

    it("finds them where parts have other names, and the sheet one of its own", async () => {
      const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
      const workbook = `<x:workbook xmlns:x="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="A &amp; &#66;" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`;
      const xml = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>1067</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
      expect(
        await textOf(withSheet(xml, { "xl/workbook.xml": workbook, "xl/styles.xml": styles("00000") })),
      ).toBe("01067\r\n");
    });
  });

  it.each([
    ["a cover", ["Cover", "Customers", "Prices"], "Customers"],
    ["a cover of labels and values", ["Facts", "Large", "Prices"], "Large"],
    ["a list of pairs that is long", ["Pairs", "Large"], "Pairs"],
    ["a list of pairs, and nothing larger,", ["Empty", "Customers", "Cover"], "Customers"],
    ["an empty sheet", ["Empty", "Customers"], "Customers"],
    ["nothing", ["Customers", "Prices"], "Customers"],
    ["an empty sheet, and has no table,", ["Empty", "Cover"], "Cover"],
    ["an empty sheet, and has nothing,", ["Empty"], "Empty"],
  ])("that has %s before its table is opened at the table", async (_, names, opened) => {
    const table = textSource(["Code", "Name"], [["1", "Ann"]]);
    const sources: Readonly<Record<string, typeof table>> = {
      Cover: textSource(["Bright Foods"], [["Printed today"], ["See below"]]),
      Facts: textSource(["Company", "Bright Foods"], [["Printed", "today"]]),
      Large: textSource(["Code", "Name", "City"], [["1", "Ann", "Ulm"]]),
      Pairs: textSource(
        ["Code", "Name"],
        Array.from({ length: 12 }, (__, row) => [`${row}`, `Name ${row}`]),
      ),
      Empty: textSource([], []),
      Customers: table,
      Prices: table,
    };
    const file = xlsxFile(
      "a.xlsx",
      names.map((name) => ({ name, source: sources[name] ?? table })),
    );
    const found = await convert(await bytesOfFile(file));
    expect(found?.type === "text" && found.origin).toMatchObject({ sheet: opened, sheets: names });
  });

  it("with titles above its table has the table's names, and one that begins with names has those", async () => {
    const columns = ["Customer No", "Contact", "Turnover"];
    const source = textSource(columns, [
      ["00017", "Ann Lee", "12"],
      ["00018", "张伟", "13"],
    ]);
    const headerOf = async (lead: readonly (readonly string[])[]) => {
      const file = xlsxFile("a.xlsx", [{ name: "S", source, lead }]);
      const text = await convert(await bytesOfFile(file));
      if (text?.type !== "text") throw new Error("no text");
      const table = readTable(text.bytes, { encoding: "utf-8", delimiter: "," });
      return table.type === "table" ? table.header : null;
    };
    expect(await headerOf([["Customers Q4 2026"], ["all amounts in GBP"], []])).toEqual(columns);
    expect(await headerOf([["Customers Q4 2026"]])).toEqual(columns);
    expect(await headerOf([])).toEqual(columns);
  });

  it.each(["PK\x03\x04", "PK\x03\x04 xl/workbook.xml", "PK"])(
    "that is none is left to be read as text: %j",
    async (text) => {
      expect(await convert(new TextEncoder().encode(text))).toBeNull();
    },
  );
});

describe("cards", () => {
  const table = (...properties: readonly string[]) => {
    const text = `BEGIN:VCARD\r\n${properties.join("\r\n")}\r\nEND:VCARD\r\n`;
    return readCards(new TextEncoder().encode(text), (column) => column);
  };

  it("keep what belongs to one address together, whatever of it is missing", () => {
    const home = "ADR;HOME:;;Hauptstr. 1;Berlin;;;";
    const work = "ADR;WORK:;;5th St;Austin;TX;78701;USA";
    const first = ["street", "city", "region", "postcode", "country"];
    const second = ["street 2", "city 2", "region 2", "postcode 2", "country 2"];
    const cells = (...properties: readonly string[]): Readonly<Record<string, string>> => {
      const [header = [], row = []] = table(...properties);
      return Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""]));
    };
    const one = ["Hauptstr. 1", "Berlin", "", "", ""];
    const other = ["5th St", "Austin", "TX", "78701", "USA"];
    const both = cells(home, "ADR:;;;;;;", work);
    expect(first.map((name) => both[name] ?? "")).toEqual(one);
    expect(second.map((name) => both[name] ?? "")).toEqual(other);
    const turned = cells(work, home);
    expect(first.map((name) => turned[name] ?? "")).toEqual(other);
    expect(second.map((name) => turned[name] ?? "")).toEqual(one);
    expect(Object.keys(turned)).toEqual([
      "street",
      "street 2",
      "city",
      "city 2",
      "region",
      "postcode",
      "country",
    ]);
  });

  it("keep a department with its company", () => {
    expect(table("ORG:Acme", "ORG:Beta;Sales")).toEqual([
      ["company", "company 2", "department 2"],
      ["Acme", "Beta", "Sales"],
    ]);
  });

  it("have what is beyond twenty in the last column, one below the other", () => {
    const many = Array.from({ length: 22 }, (_, at) => `ADR:;;S${at};${at === 19 ? "" : `C${at}`};;;`);
    const [header = [], row = []] = table(...many);
    expect(row[header.indexOf("street 20")]).toBe("S19\nS20\nS21");
    expect(row[header.indexOf("city 20")]).toBe("C20\nC21");
  });
});

describe("contacts", () => {
  it.each(["google", "outlook"])("of %s come with a whole name and without empty columns", (id) => {
    const preset = findPreset(id);
    if (preset.kind !== "layout") throw new Error("no layout");
    const { columns } = preset.layout;
    const filled: Readonly<Record<string, readonly string[]>> = {
      "First Name": ["Zoë", "伟"],
      "Last Name": ["Lee", "张"],
      "E-mail 1 - Label": ["* Work", ""],
      "E-mail 1 - Value": ["zoe@lee.example", ""],
      "E-mail Address": ["zoe@lee.example", ""],
      "Organization Name": ["Lee & Co", ""],
      Company: ["Lee & Co", ""],
    };
    const rows = [0, 1].map((row) => columns.map((name) => filled[name]?.[row] ?? ""));
    const bytes = Uint8Array.from(joined(writeCsv(textSource(columns, rows), preset.form)));
    const read = readTable(bytes, {});
    if (read.type === "refused") throw new Error(read.why.reason);
    const table = contactsTable(read);
    expect(rowsOf(table).map(([name]) => name)).toEqual(["Zoë Lee", "张伟"]);
    const sheet = {
      id: sheetId("s"),
      name: "S",
      fields: (["name", "company", "email"] as const).map((role) => ({
        id: role as never,
        name: role,
        kind: "text" as const,
        type: { storage: "text" as const },
        role,
      })),
      views: [],
    };
    const plan = planImport(table, sheet, "intoSheet", localeFormat("en", "USD"));
    const taken = plan.columns.filter(({ ignored }) => !ignored).map(({ reading }) => reading.field.name);
    expect(taken.toSorted()).toEqual(["First Name", "Last Name", "company", "email", "name"]);
  });

  const GOOGLE =
    "First Name,Middle Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value";
  const cells = (text: string): Readonly<Record<string, readonly string[]>> => {
    const read = readTable(new TextEncoder().encode(text), {});
    if (read.type === "refused") throw new Error(read.why.reason);
    const table = contactsTable(read);
    const rows = rowsOf(table);
    return Object.fromEntries(
      table.header.map((name, column) => [name, rows.map((row) => row[column] ?? "")]),
    );
  };

  it("of Google have each number and address in a column of its own: a mobile one first, else none there", () => {
    const found = cells(
      `${GOOGLE}\n` +
        'Anna,Maria,O\'Brien,"Smith, Jones",,* myContacts,Home,a@home.example,* Work,a@work.example,Work,020 1 ::: 020 2,Mobile,0770 1 ::: 0770 2\n' +
        "伟,,张,,,* myContacts,,,,,手机,138 ::: 139,,\n" +
        ",,,Acme,,* myContacts,* Work,i@acme.example,,,Work,0731,,\n" +
        "Bo,,,,,* myContacts,,,,,,0555,,\n",
    );
    expect(found["Name"]).toEqual(["Anna Maria O'Brien", "张伟", "", "Bo"]);
    expect(found["E-mail 1 - Value"]).toEqual(["a@work.example", "", "i@acme.example", ""]);
    expect(found["E-mail 2 - Value"]).toEqual(["a@home.example", "", "", ""]);
    expect(found["Phone 1 - Value"]).toEqual(["0770 1", "138", "", "0555"]);
    expect(found["Phone 2 - Value"]).toEqual(["020 1", "139", "0731", ""]);
    expect(found["Phone 2 - Label"]).toEqual(["Work", "手机", "Work", ""]);
    expect(found["Phone 3 - Value"]).toEqual(["020 2", "", "", ""]);
    expect(found["Phone 4 - Value"]).toEqual(["0770 2", "", "", ""]);
    expect(found["Labels"]?.[0]).toBe("* myContacts");
  });

  it("of Google as it wrote them until 2023 are known with all their columns, of which the empty ones go nowhere", () => {
    const header =
      "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title".split(
        ",",
      );
    expect(isContacts(header)).toBe(true);
  });

  it.each(["google", "outlook"])(
    "of %s that came in as columns of their own go out again into the same",
    (id) => {
      const preset = findPreset(id);
      if (preset.kind !== "layout") throw new Error("no layout");
      // Labels of all kinds would make choices that nobody keeps.
      const lists = ["Labels", "Categories"];
      const lost = Object.entries(preset.layout.rules).filter(([name, { from = [] }]) => {
        const meaning = meaningOfName(name);
        return from.length > 0 && !lists.includes(name) && (meaning === undefined || !from.includes(meaning));
      });
      expect(lost.map(([name]) => name)).toEqual([]);
    },
  );

  it("of Outlook have the job for a title, and a day of 0/0/00 is none", () => {
    const found = cells(
      "First Name,Middle Name,Last Name,Title,Company,Job Title,E-mail Address,Home Phone,Mobile Phone,Birthday,Anniversary\n" +
        "Anna,,O'Brien,Dr.,Smith,Buyer,a@x.example,020 1,0770,5/13/1980,0/0/00\n" +
        "Bo,,Berg,,,,,,,0/0/00,0/0/00\n",
    );
    expect(found["Name Prefix"]).toEqual(["Dr.", ""]);
    expect(found["Job Title"]).toEqual(["Buyer", ""]);
    expect("Title" in found).toBe(false);
    expect(found["Birthday"]).toEqual(["5/13/1980", ""]);
    expect(found["Anniversary"]).toEqual(["", ""]);
  });

  it("keep a text in which only a part is 0/0/00", () => {
    const found = cells(
      "First Name,Middle Name,Last Name,Company,Job Title,E-mail Address,Home Phone,Mobile Phone,Birthday,Notes\n" +
        "Ann,,Lee,,,,,,,0/0/00\nBo,,Lund,,,,,,,born 0/0/00\n",
    );
    expect(found["Notes"]).toEqual(["", "born 0/0/00"]);
  });

  it("of Google with a second number and no column for a first have it once", () => {
    const header = GOOGLE.replace(/,Phone 1 - (Label|Value)/g, "");
    const row = header.split(",").map((name): string => (name === "Phone 2 - Value" ? "555" : ""));
    const found = cells(`${header}\n${row.with(0, "Bo").join(",")}\n`);
    const numbers = Object.entries(found).filter(([name]) => /^Phone . - Value$/.test(name));
    expect(numbers.map(([, [text]]) => text)).toEqual(["555"]);
  });
});
