/** Reading CSV: dialects, headers, and files as bad as they come. */
import { describe, expect, it } from "vitest";
import { runInSlices, runNow } from "../../../src/engine/steps.ts";
import { type FileBytes, readTable, readTableSteps } from "../../../src/exchange/index.ts";
import { bytesOf, HINTS, noteOf, refusalOf, rowsOf, tableOf } from "../../support/csv.ts";
import { customerRows, HEADER, toCsv } from "../../support/customers.ts";

const MEBIBYTE = 2 ** 20;

const bytes = (...list: readonly number[]): Uint8Array => Uint8Array.from(list);

describe("files that are no table", () => {
  it.each([
    ["empty", new Uint8Array(0)],
    ["empty", bytes(0xef, 0xbb, 0xbf)],
    ["empty", bytesOf("\r\n\r\n\n")],
    [
      "binary",
      bytes(
        0x89,
        0x50,
        0x4e,
        0x47,
        0x0d,
        0x0a,
        0x1a,
        0x0a,
        0,
        0,
        0,
        0x0d,
        0x49,
        0x48,
        0x44,
        0x52,
        0,
        0,
        1,
        0,
      ),
    ],
    ["xls", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)],
    ["pdf", bytesOf("%PDF-1.7\n…")],
    ["zip", bytesOf("PK\u0003\u0004notes.txt")],
    ["xlsx", bytesOf("PK\u0003\u0004 [Content_Types].xml … xl/workbook.xml")],
  ] as const)("is refused as %s", (reason, content) => {
    expect(refusalOf(content)).toBe(reason);
  });

  it("is refused where it does not read in the encoding the person chose", () => {
    expect(refusalOf(bytes(0x61, 0x0a, 0xe9, 0x0a), { encoding: "utf-8" })).toBe("wrongEncoding");
    expect(refusalOf(bytes(0x61, 0x0a, 0xe9, 0x0a), { encoding: "windows-1252" })).toBe("taken");
  });
});

describe("dialects", () => {
  it.each([
    [",", "Name,City\nÅsa,Malmö\nTom,Leeds\n"],
    [";", "Name;City\nÅsa;Malmö\nTom;Leeds\n"],
    ["\t", "Name\tCity\nÅsa\tMalmö\nTom\tLeeds\n"],
    ["|", "Name|City\nÅsa|Malmö\nTom|Leeds\n"],
  ] as const)("finds %j in a file of two columns and few rows", (delimiter, text) => {
    const table = tableOf(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.header).toEqual(["Name", "City"]);
    expect(rowsOf(table)).toEqual([
      ["Åsa", "Malmö"],
      ["Tom", "Leeds"],
    ]);
  });

  it("does not take decimal commas for delimiters", () => {
    const table = tableOf("Name;A;B\nx;1,5;2,25\ny;3,5;4,75\nz;5,5;6,00\n");
    expect(table.delimiter).toBe(";");
    expect(rowsOf(table)[0]).toEqual(["x", "1,5", "2,25"]);
  });

  it("does not take decimal commas for delimiters of two rows without names", () => {
    expect(rowsOf(tableOf("Anna;1.234,50\nBert;7,25\n"))).toEqual([
      ["Anna", "1.234,50"],
      ["Bert", "7,25"],
    ]);
    expect(rowsOf(tableOf("1,2\n3,4\n", { header: false })).length).toBe(2);
  });

  it("does not take delimiters inside quotes for its own, though the rows would agree", () => {
    const table = tableOf('a,"x\ty\tz"\n');
    expect(table.delimiter).toBe(",");
    expect(table.header).toEqual(["a", "x\ty\tz"]);
  });

  it("obeys Excel's own first line and counts it", () => {
    const table = tableOf("sep=;\r\nName;Text\r\na;b,c\r\n");
    expect(table.delimiter).toBe(";");
    expect(rowsOf(table)).toEqual([["a", "b,c"]]);
    expect([...table.lines]).toEqual([3]);
  });

  it("lets the person choose", () => {
    expect(tableOf("a;b\n1;2\n", { delimiter: "," }).header).toEqual(["a;b"]);
  });

  it.each(["\n", "\r\n", "\r"])("splits at %j", (end) => {
    const table = tableOf(["a,b", "1,2", '3,"x\ny"', "5,6", ""].join(end));
    expect(rowsOf(table)).toEqual([
      ["1", "2"],
      ["3", "x\ny"],
      ["5", "6"],
    ]);
    expect(table.notes).toEqual([]);
  });

  it("makes mixed line ends one, names the line, and leaves cells alone", () => {
    const table = tableOf('a,b\r\n1,2\r\n3,"x\r\ny\nz"\n5,6\r7,8\r\n');
    expect(rowsOf(table)).toEqual([
      ["1", "2"],
      ["3", "x\r\ny\nz"],
      ["5", "6"],
      ["7", "8"],
    ]);
    expect(noteOf(table, "mixedLineEnds")).toEqual({ note: "mixedLineEnds", count: 1, line: 5 });
  });

  it("does not take line feeds inside cells of a CRLF file for mixed", () => {
    const table = tableOf('a,b\r\n1,"x\ny"\r\n2,"5"" pipe\n"\r\n');
    expect(table.notes).toEqual([]);
    expect([...table.lines]).toEqual([2, 4]);
  });
});

describe("headers", () => {
  it("makes names of a file without any", () => {
    const table = tableOf("1,Åsa,2026-01-02\n2,Tom,2026-02-03\n3,Jan,2026-03-04\n");
    expect(table.header).toEqual(["Column 1", "Column 2", "Column 3"]);
    expect(table.rowCount).toBe(3);
    expect(noteOf(table, "noHeader")).toBeDefined();
  });

  it.each([
    "Name,2024,2025\nÅsa,10,20\nTom,30,40\n",
    "Name,City\nÅsa,Malmö\n",
    "Code,Name\n1,Åsa\n2,Tom\n",
    "a@b.example,c\nx,y\n",
    '"5","7"\r\n1,2\r\n3,4\r\n',
  ])("keeps the first row of %j as names", (text) => {
    expect(noteOf(tableOf(text), "noHeader")).toBeUndefined();
  });

  it("lets the person decide", () => {
    expect(tableOf("Name,City\nÅsa,Malmö\n", { header: false }).rowCount).toBe(2);
    expect(tableOf("1,2\n3,4\n", { header: true }).header).toEqual(["1", "2"]);
  });

  it("names empty and repeated columns, each once, and notes it", () => {
    const table = tableOf("Name,,Name,Name 2,__proto__,constructor\na,b,c,d,e,f\n");
    expect(table.header).toEqual(["Name", "Column 2", "Name 3", "Name 2", "__proto__", "constructor"]);
    expect(rowsOf(table)).toEqual([["a", "b", "c", "d", "e", "f"]]);
    expect(table.notes).toEqual([
      { note: "emptyHeader", name: "Column 2", column: 2 },
      { note: "duplicateHeader", name: "Name 3", column: 3 },
    ]);
  });

  it("leaves out columns at the end that have neither a name nor a cell", () => {
    const table = tableOf("a,b,,\n1,2,,\n3,4,,\n");
    expect(table.header).toEqual(["a", "b"]);
    expect(table.notes).toEqual([]);
  });
});

describe("rows of the wrong length", () => {
  const table = tableOf("a,b\n1,2\n3\n\n5,6,\n7,8,9\n\n10,11\n");

  it("are filled up, or rejected with the line, and blank lines counted", () => {
    expect(rowsOf(table)).toEqual([
      ["1", "2"],
      ["3", ""],
      ["5", "6"],
      ["10", "11"],
    ]);
    expect([...table.lines]).toEqual([2, 3, 5, 8]);
    expect(noteOf(table, "shortRows")).toEqual({ note: "shortRows", count: 1, line: 3 });
    expect(table.rejected).toEqual([
      { line: 6, why: { reason: "tooManyCells", expected: 2, found: 3 }, cells: ["7", "8", "9"], row: null },
    ]);
    expect([...table.blank]).toEqual([4, 7]);
  });

  it("a blank line is an empty cell where there is one column", () => {
    expect(rowsOf(tableOf("a\nx\n\ny\n"))).toEqual([["x"], [""], ["y"]]);
  });
});

describe("quotes that are wrong", () => {
  it("one that is never closed costs its line only", () => {
    const table = tableOf('a,b\n1,2\n"3,4\n5,6\n7,"8\n9,10\n');
    expect(rowsOf(table)).toEqual([
      ["1", "2"],
      ['"3', "4"],
      ["5", "6"],
      ["7", '"8'],
      ["9", "10"],
    ]);
    expect([...table.lines]).toEqual([2, 3, 4, 5, 6]);
    expect(noteOf(table, "quoteErrors")).toEqual({ note: "quoteErrors", count: 2, line: 3 });
  });

  it("one that closes too early is kept as a character", () => {
    const table = tableOf('a,b\n"Big" John,2\n"x ""y""",z\n5" pipe,6\n');
    expect(rowsOf(table)).toEqual([
      ['"Big" John', "2"],
      ['x "y"', "z"],
      ['5" pipe', "6"],
    ]);
    expect(noteOf(table, "quoteErrors")).toEqual({ note: "quoteErrors", count: 1, line: 2 });
  });

  it("are mended in no more than a few times the time of a sound file", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `"open ${i},x${i}`);
    const began = performance.now();
    const table = tableOf(`a,b\n${lines.join("\n")}\n`);
    expect(table.rowCount).toBe(20_000);
    expect(noteOf(table, "quoteErrors")).toMatchObject({ count: 20_000, line: 2 });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe("large files", () => {
  it("a cell of 10 MB is rejected with its line and column; the other rows go in", () => {
    const huge = 'long "" text\n'.repeat(800_000);
    const table = tableOf(`a,b\n1,2\n3,"${huge}"\n4,5\n`);
    expect(rowsOf(table)).toEqual([
      ["1", "2"],
      ["4", "5"],
    ]);
    const [rejected] = table.rejected;
    expect(rejected).toMatchObject({
      line: 3,
      why: { reason: "cellTooLarge", column: "b", limit: 1_000_000 },
    });
    expect(rejected?.cells?.[1]?.length).toBe(huge.replaceAll('""', '"').length);
    expect([...table.lines]).toEqual([2, 800_004]);
  });

  it.each([",", ";"] as const)("rows are the same wherever a window ends, delimiter %j", (delimiter) => {
    const rows = customerRows(6_000, 3);
    const text = toCsv(HEADER, rows);
    const table =
      delimiter === ","
        ? tableOf(text)
        : tableOf(
            [[...HEADER], ...rows]
              .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
              .join("\n"),
          );
    expect(table.delimiter).toBe(delimiter);
    expect(table.rowCount).toBe(rows.length);
    expect(rowsOf(table)).toEqual(rows);
    const lines = text.split("\n");
    for (const row of [0, 777, 3_000, 5_999]) {
      expect(lines[(table.lines[row] ?? 0) - 1]?.slice(0, 9)).toContain(rows[row]?.[0]);
    }
  });

  it("mixed line ends are mended in every window", () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, index) => `${index},"x\r\n${index}"${index % 3 === 0 ? "\n" : "\r\n"}`,
    );
    const table = tableOf(`a,b\r\n${lines.join("")}`);
    expect(table.rowCount).toBe(30_000);
    expect(rowsOf(table)).toEqual(lines.map((_, index) => [String(index), `x\r\n${index}`]));
    expect(table.lines[29_999]).toBe(2 + 29_999 * 2);
  });

  it("are read in slices that can be cancelled", async () => {
    const content = bytesOf(toCsv(HEADER, customerRows(20_000, 5)));
    const seen: number[] = [];
    const whole = await runInSlices(readTableSteps(content, HINTS), {
      onProgress: ({ done }) => seen.push(done),
    });
    expect(whole).toMatchObject({ type: "done", value: { type: "table", rowCount: 20_000 } });
    const cancel = new AbortController();
    cancel.abort();
    expect(await runInSlices(readTableSteps(content, HINTS), { signal: cancel.signal })).toEqual({
      type: "cancelled",
    });
    expect([...seen]).toEqual([...seen].sort((a, b) => a - b));
  });

  it("is read from the disk piece by piece, never as a whole, and is the same table", () => {
    const content = bytesOf(toCsv(HEADER, customerRows(40_000, 5)));
    let largest = 0;
    const onDisk: FileBytes = {
      length: content.length,
      subarray: (from = 0, to = content.length) => {
        const piece = content.slice(from, to);
        largest = Math.max(largest, piece.length);
        return piece;
      },
    };
    expect(runNow(readTableSteps(onDisk, HINTS))).toEqual(readTable(content, HINTS));
    expect(content.length).toBeGreaterThan(4 * MEBIBYTE);
    expect(largest).toBeLessThan(MEBIBYTE);
  });

  it("keeps texts apart whose hashes are the same", () => {
    expect(rowsOf(tableOf("a,b\nAa,1\nBB,2\nAa,3\n"))).toEqual([
      ["Aa", "1"],
      ["BB", "2"],
      ["Aa", "3"],
    ]);
  });

  it("gives the same table at once and in steps", () => {
    const content = bytesOf("a,b\n1,2\n");
    expect(readTable(content, HINTS)).toEqual(tableOf("a,b\n1,2\n"));
  });
});
