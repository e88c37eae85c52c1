/**
 * Our exports in a real LibreOffice, where one is installed: nothing becomes a formula, numbers are numbers, codes stay, and
 * what it saves comes back. Elsewhere it is left out, and says so.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  convertForeign,
  EXCEL,
  type ExportColumn,
  type ExportSource,
  findPreset,
  readTable,
  textColumn,
  writeCsv,
  xlsxFile,
} from "../../../src/exchange/index.ts";
import { joined, rowsOf } from "../../support/csv.ts";
import { bytesOfFile } from "../../support/exports.ts";

const SOFFICE = process.env["TIERBOOK_SOFFICE"] ?? "soffice";

function installed(): boolean {
  try {
    execFileSync(SOFFICE, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const CODES = ["00123", "123456789012345678", "1E5", "1-2", "TRUE", "+8613800138000", "SEPT2", "K-9"];
const RISKY = ["=1+1", "+cmd|x", "-x", "@SUM(A1)", "＝1", "'=1", '=HYPERLINK("x")', 'two\nlines, "quoted"'];
const AMOUNTS = ["-5.5", "-0.01", "1234.5", "0", "12", "-7", "3", "-1"];

/** Of the Text CSV filter: separator, quote, encoding, first line, formats, language, quoted fields as text, detect numbers. */
const asCsv = (separator: number, encoding: number): string =>
  `CSV:${separator},34,${encoding},1,,1033,false,true,false,false,false,-1`;
const [UTF8, UTF16] = [76, 65535];

const source: ExportSource = {
  rowCount: CODES.length,
  columns: [
    textColumn("Code", CODES),
    textColumn("Notes", RISKY),
    { ...textColumn("Amount", AMOUNTS), content: "number" } satisfies ExportColumn,
  ],
};

interface Cell {
  readonly type: string;
  readonly formula: boolean;
  readonly text: string;
}

/** The cells of a flat OpenDocument sheet, row by row. */
function cellsOf(fods: string): readonly (readonly Cell[])[] {
  const entity = (text: string): string =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
  return [...fods.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(
      ([, attributes = "", body = ""]) => ({
        type: /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? "empty",
        formula: attributes.includes("table:formula="),
        text: entity(
          [...body.matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gs)]
            .map(([, line = ""]) =>
              line
                .replaceAll("<text:tab/>", "\t")
                .replace(/<text:s[^>]*\/>/g, " ")
                .replace(/<[^>]+>/g, ""),
            )
            .join("\n"),
        ),
      }),
    ),
  );
}

describe.skipIf(!installed())("in LibreOffice", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tierbook-office-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a file and saves it in another form. */
  function convert(name: string, bytes: Uint8Array, filter: string | null, to: string): Buffer {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    execFileSync(
      SOFFICE,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        ...(filter === null ? [] : [`--infilter=${filter}`]),
        "--convert-to",
        to,
        "--outdir",
        folder,
        path,
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    return readFileSync(join(folder, `${name.replace(/\.\w+$/, "")}.${to.replace(/:.*/, "")}`));
  }

  const opened = (name: string, bytes: Uint8Array, filter: string | null) =>
    cellsOf(convert(name, bytes, filter, "fods").toString("utf8"))
      .slice(1, 1 + CODES.length)
      .map((row) => row.slice(0, source.columns.length));

  it("the Excel preset has no formula, and every amount is a number", () => {
    const cells = opened("excel.csv", joined(writeCsv(source, EXCEL)), asCsv(44, UTF8));
    expect(cells.flat().filter(({ formula }) => formula)).toEqual([]);
    expect(cells.map((row) => row[2]?.type)).toEqual(AMOUNTS.map(() => "float"));
  });

  it("the Excel-proof preset keeps the codes too", () => {
    const { form } = findPreset("excelProof") as { readonly form: typeof EXCEL };
    const cells = opened("proof.csv", joined(writeCsv(source, form)), asCsv(9, UTF16));
    expect(cells.flat().filter(({ formula }) => formula)).toEqual([]);
    expect(cells.map((row) => [row[0]?.type, row[0]?.text.trim()])).toEqual(
      CODES.map((code) => ["string", code]),
    );
    expect(cells.map((row) => row[2]?.type)).toEqual(AMOUNTS.map(() => "float"));
  });

  it("the workbook has texts, numbers and nothing to run, and comes back from it whole", async () => {
    const bytes = await bytesOfFile(xlsxFile("a.xlsx", [{ name: "S", source }]));
    const cells = opened("book.xlsx", bytes, null);
    expect(cells.flat().filter(({ formula }) => formula)).toEqual([]);
    expect(cells.map((row) => row.map(({ type }) => type))).toEqual(
      CODES.map(() => ["string", "string", "float"]),
    );
    expect(cells.map((row) => row[0]?.text)).toEqual(CODES);
    const again = convert("again.xlsx", bytes, null, "xlsx:Calc MS Excel 2007 XML");
    const text = await convertForeign(
      Uint8Array.from(again),
      undefined,
      async () => String,
      new AbortController().signal,
    );
    if (text?.type !== "text") throw new Error("not read");
    const table = readTable(text.bytes, { encoding: "utf-8", delimiter: "," });
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.header).toEqual(["Code", "Notes", "Amount"]);
    expect(rowsOf(table)).toEqual(CODES.map((code, row) => [code, RISKY[row], AMOUNTS[row]]));
  });

  it("what it saves of the Excel-proof file as Unicode text comes back without loss", () => {
    const { form } = findPreset("excelProof") as { readonly form: typeof EXCEL };
    const again = convert(
      "unicode.tsv",
      joined(writeCsv(source, form)),
      asCsv(9, UTF16),
      `csv:Text - txt - csv (StarCalc):9,34,${UTF16}`,
    );
    const table = readTable(Uint8Array.from(again), {});
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(rowsOf(table).map(([code, note]) => [code, note])).toEqual(
      CODES.map((code, row) => [code, RISKY[row]]),
    );
  });
});
