/** Laws of files for others: what goes out as a workbook or as cards comes back as it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runNow } from "../../src/engine/steps.ts";
import {
  type CsvTable,
  convertForeign,
  EXCEL_PROOF,
  findPreset,
  formIn,
  PLAIN_CSV,
  readTable,
  textSource,
  writeCardsSteps,
  writeCsv,
  xlsxFile,
} from "../../src/exchange/index.ts";
import { SEED } from "../support/campaign.ts";
import { harmful, joined, nastyTable, nastyText, rowsOf } from "../support/csv.ts";
import { bytesOfFile } from "../support/exports.ts";
import { checkAsync } from "../support/property.ts";

async function comeBack(bytes: Uint8Array<ArrayBuffer>, sheet?: string): Promise<CsvTable> {
  const text = await convertForeign(bytes, sheet, async () => String, new AbortController().signal);
  if (text?.type !== "text") throw new Error(`not converted: ${JSON.stringify(text)}`);
  const table = readTable(text.bytes, { encoding: "utf-8", delimiter: "," });
  if (table.type === "refused") throw new Error(`refused: ${table.why.reason}`);
  return table;
}

describe("Excel workbooks", () => {
  it("X1 our own workbook comes back without a question and without a difference", async () => {
    await checkAsync(
      fc.asyncProperty(nastyTable, async ({ header, rows }) => {
        // Rows of nothing at the end of a sheet are no rows.
        const filled = rows.filter((row) => row.some((cell) => cell !== ""));
        const file = xlsxFile("a.xlsx", [{ name: "S", source: textSource(header, filled) }]);
        const table = await comeBack(await bytesOfFile(file));
        expect(table.header).toEqual(header);
        expect(rowsOf(table)).toEqual(filled);
      }),
      150,
    );
  });

  it("has every sheet under a name of its own, and the one that is asked for is read", async () => {
    const names = ["a/b", "A b", "x".repeat(40), "x".repeat(41), "'"];
    const file = xlsxFile(
      "a.xlsx",
      names.map((name, index) => ({ name, source: textSource(["n"], [[`row ${index}`]]) })),
    );
    const bytes = await bytesOfFile(file);
    const text = await convertForeign(bytes, undefined, async () => String, new AbortController().signal);
    const sheets = text?.type === "text" ? text.origin.sheets : [];
    expect(sheets).toEqual(["a b", "A b 2", "x".repeat(31), `${"x".repeat(29)} 2`, "Sheet"]);
    for (const [index, sheet] of sheets.entries())
      expect(rowsOf(await comeBack(bytes, sheet))).toEqual([[`row ${index}`]]);
  });
});

describe("10,000 fuzzed rows", () => {
  const header = ["Code", "Name", "Notes", "שם"];
  const rows = fc
    .sample(fc.tuple(harmful, harmful, harmful, harmful), { numRuns: 10_000, seed: SEED })
    // A row of nothing is a blank line.
    .map((row) => (row.every((cell) => cell === "") ? ["-", ...row.slice(1)] : row));

  it.each([
    ["Excel", formIn("region", ".")],
    ["Excel where decimals have a comma", formIn("region", ",")],
    ["Excel-proof", EXCEL_PROOF],
    ["plain", PLAIN_CSV],
  ] as const)("X1 come back as they were: %s", (_, form) => {
    // Without a mark, a file of zero bytes is no text.
    const given = form.bom ? rows : rows.map((row) => row.map((cell) => cell.replaceAll("\0", "0")));
    const table = readTable(Uint8Array.from(joined(writeCsv(textSource(header, given), form))), {});
    if (table.type === "refused") throw new Error(table.why.reason);
    expect(table.header).toEqual(header);
    expect(rowsOf(table)).toEqual(given);
  });

  it("X1 come back as they were: a workbook", async () => {
    const file = xlsxFile("a.xlsx", [{ name: "S", source: textSource(header, rows) }]);
    const table = await comeBack(await bytesOfFile(file));
    expect(rowsOf(table)).toEqual(rows);
  });
});

const CARD = findPreset("vcard");

describe("cards", () => {
  for (const version of ["3.0", "4.0"] as const) {
    it(`X1 our own cards come back with every text: version ${version}`, async () => {
      const field = nastyText.map((text) => text.replace(/\r\n?/g, "\n").replaceAll("\0", ""));
      const cell = field.filter((text) => text.trim() === text);
      const card = fc.record({
        FN: cell.filter((text) => text !== ""),
        ORG: cell,
        NOTE: cell,
        "TEL cell": cell,
      });
      await checkAsync(
        fc.asyncProperty(fc.array(card, { minLength: 1, maxLength: 5 }), async (cards) => {
          const names = ["FN", "ORG", "TEL cell", "NOTE"] as const;
          const source = textSource(
            names,
            cards.map((each) => names.map((name) => each[name])),
          );
          const pieces: Uint8Array[] = [];
          runNow(writeCardsSteps(source, version, (piece) => pieces.push(piece)));
          const bytes = Uint8Array.from(joined(pieces));
          for (const line of new TextDecoder().decode(bytes).split("\r\n"))
            expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          const table = await comeBack(bytes);
          const columns = ["name", "company", "mobile", "notes"];
          const got = rowsOf(table).map((row) =>
            columns.map((name) => row[table.header.indexOf(name)] ?? ""),
          );
          expect(got).toEqual(cards.map((each) => names.map((name) => each[name])));
        }),
        300,
      );
    });
  }

  it("are of version 3.0 where nothing else is asked for", () => {
    expect(CARD.kind === "vcard" && CARD.version).toBe("3.0");
  });
});
