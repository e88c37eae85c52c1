/** The reading as rows of texts: what comes back for a file, whatever it is. */
import { describe, expect, it } from "vitest";
import { sheetId } from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import { planImport, type ReadRows, readCsv, readTable } from "../../../src/exchange/index.ts";
import { localeFormat } from "../../../src/fields/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { bytesOf, rowsOf, tableOf } from "../../support/csv.ts";

function read(text: string): ReadRows {
  const found = readCsv(bytesOf(text));
  if (found.type === "refused") throw new Error(`refused: ${found.why.reason}`);
  return found;
}

describe("a file", () => {
  it("comes back with its encoding, dialect, header, rows and their lines", () => {
    expect(read('Code;Name\r\n007;"Åsa\r\nÖberg"\r\n008;\r\n')).toMatchObject({
      encoding: "utf-8",
      bom: false,
      dialect: { delimiter: ";", quote: '"', lineEnd: "\r\n" },
      header: ["Code", "Name"],
      rows: [
        ["007", "Åsa\r\nÖberg"],
        ["008", ""],
      ],
      lines: [2, 4],
      excluded: [],
      problems: [],
    });
  });

  it("keeps its own header, and has names of which each is there once", () => {
    const { header, names, problems } = read("Name,,Name\na,b,c\n");
    expect(header).toEqual(["Name", "", "Name"]);
    expect(names).toEqual(["Name", "Column 2", "Name 2"]);
    expect(problems.map(({ problem }) => problem)).toEqual(["emptyHeader", "duplicateHeader"]);
  });

  it("has a problem for every line that was mended or is no row of the table, and every line left out", () => {
    const { rows, excluded, problems } = read('a,b,c\n1,2,3\n4,5\n\n6,7,8,9\n"x,1,2\n10,11\n');
    expect(rows.map((row) => row.join("|"))).toEqual(["1|2|3", "4|5|", '"x|1|2', "10|11|"]);
    expect(excluded).toEqual([{ line: 4, why: "blank", cells: [] }]);
    expect(problems).toEqual([
      { line: 3, problem: "shortRows" },
      {
        line: 5,
        problem: "rejected",
        why: { reason: "tooManyCells", expected: 3, found: 4 },
        cells: ["6", "7", "8", "9"],
      },
      { line: 6, problem: "quoteErrors" },
      { line: 7, problem: "shortRows" },
    ]);
  });

  it.each([
    ["a row that is short", "Code,Name,City\n7,Åsa", "shortRows"],
    ["a row that is long", "Code,Name,City\n7,Åsa,Luleå,SE", "rejected"],
    ["a quote that nothing closes", 'Code,Name,City\n7,"Åsa of the corner,Luleå', "quoteErrors"],
    ["a quote inside quotes", 'Code,Name,City\n7,"Åsa 5" shelf, oak",Luleå', "quoteErrors"],
    ["a quote where there are none", 'Code,Name,City\n7,Åsa "Ace" Berg,Luleå', "strayQuotes"],
  ])("has one problem, with its line, for %s as its last line", (_, text, problem) => {
    expect(read(text).problems).toMatchObject([{ line: 2, problem }]);
  });

  it("of nothing but line ends has a row for each where it is said that no line is names", () => {
    expect(readCsv(bytesOf("\n\n\n"), { header: false }).rows).toEqual([[""], [""], [""]]);
    expect(readCsv(bytesOf("\n\n\n"))).toMatchObject({ problems: [{ line: 1, problem: "refused" }] });
  });

  it("whose names are none of the sheet's has that told of each column", () => {
    const { columns } = planImport(
      tableOf("Frob,Quib,Zarg\n"),
      customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en"))),
      "intoSheet",
      localeFormat("en-US", "USD"),
    );
    expect(columns.map(({ isNew }) => isNew)).toEqual([true, true, true]);
  });

  it("that is no table is refused with the reason, as data", () => {
    expect(readCsv(new Uint8Array(0))).toMatchObject({ type: "refused", why: { reason: "empty" }, rows: [] });
    expect(readCsv(bytesOf("PK\u0003\u0004 xl/workbook.xml"))).toMatchObject({ why: { reason: "xlsx" } });
  });

  it("has the same rows as the table that the import reads", () => {
    const content = bytesOf("a,b\n1,2\n\n3\n'=1,4\n");
    const table = readTable(content);
    expect(table.type === "table" && rowsOf(table)).toEqual(readCsv(content).rows);
  });
});
