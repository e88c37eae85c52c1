/** Workbooks that would harm the reader are refused before they are unpacked; lists of contacts come without their ballast. */
import { describe, expect, it } from "vitest";
import { sheetId } from "../../../src/core/model/index.ts";
import {
  convertForeign,
  findPreset,
  type OutFile,
  planImport,
  readTable,
  textSource,
  withWholeNames,
  writeCsv,
  xlsxFile,
} from "../../../src/exchange/index.ts";
import { localeFormat } from "../../../src/fields/index.ts";
import { joined, rowsOf } from "../../support/csv.ts";
import { bytesOfFile } from "../../support/exports.ts";

const convert = (bytes: Uint8Array<ArrayBuffer>) =>
  convertForeign(bytes, undefined, String, new AbortController().signal);

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

/** The workbook with a sheet of one's own making. */
const withSheet = (xml: string): OutFile => {
  if (!("parts" in book)) throw new Error("no parts");
  return {
    name: book.name,
    parts: book.parts.map((part) =>
      part.name.includes("sheet1")
        ? {
            name: part.name,
            *steps(write) {
              write(new TextEncoder().encode(xml));
              yield { done: 1, total: 1 };
            },
          }
        : part,
    ),
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

  it.each(["PK\x03\x04", "PK\x03\x04 xl/workbook.xml", "PK"])(
    "that is none is left to be read as text: %j",
    async (text) => {
      expect(await convert(new TextEncoder().encode(text))).toBeNull();
    },
  );
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
    const table = withWholeNames(read);
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
});
