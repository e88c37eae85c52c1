/** The accountant's pack: what its note says is what its files hold. */
import { expect, it } from "vitest";
import { sheetId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { LANGUAGES } from "../../../src/i18n/index.ts";
import { ExportJobs } from "../../../src/worker/exporting.ts";
import { rowsOf, tableOf } from "../../support/csv.ts";
import { setup, Tabs } from "../../support/worker/tabs.ts";
import { unpacked } from "../../support/zip.ts";

const FIRST = sheetId("customers");

/** A workbook with a sheet of figures and two of names that come to the same file name. */
async function packed(locale: string, csv: string) {
  const { host, csv: imports } = await new Tabs({ random: makeRandom(1) }).open();
  await host.create("blank", { ...setup, locale });
  const preview = await imports.previewCsv(new File([csv], "a.csv"), { type: "sheet", sheet: FIRST }, {});
  expect(preview.type).toBe("ready");
  expect((await imports.importCsv()).type).toBe("imported");
  for (const name of ["A/B", "A:B"]) {
    await host.dispatch({ type: "addSheet", name, fieldName: "Name", viewName: "All" });
    const sheet = host.session.workbook.sheets.at(-1);
    const field = sheet?.fields[0]?.id;
    if (sheet === undefined || field === undefined) throw new Error("no sheet");
    for (const value of name === "A/B" ? ["one"] : ["one", "two"])
      await host.dispatch({ type: "addRow", sheet: sheet.id, field, value });
  }
  await host.settled();
  return host;
}

const AMOUNTS = ["1234567.89", "-0.05", "", "0.1", "0.2", "-2000000"];
const POINT = `Code,Name,Amount,Count,Gap\n${AMOUNTS.map((amount, at) => `00${at},N ${at},${amount},${at},`).join("\n")}\n`;
const COMMA = `Code;Name;Amount;Count;Gap\n${AMOUNTS.map((amount, at) => `00${at};N ${at};${amount.replace(".", ",")};${at};`).join("\n")}\n`;

async function packOf(
  locale: string,
  language: (typeof LANGUAGES)[number],
  csv: string,
  scope: "all" | "sheet" = "all",
) {
  const host = await packed(locale, csv);
  const request = { sheet: FIRST, scope: { scope }, preset: "pack" } as const;
  const written = await new ExportJobs(host).write(request, { file: "to send", language }, null);
  if (written.type !== "written" || written.blob === null) throw new Error(written.type);
  const files = await unpacked(new Uint8Array(await written.blob.arrayBuffer()));
  return { written, files, note: files.get("README.txt") ?? "" };
}

it("says in so many words what is in it", async () => {
  const { written, files, note } = await packOf("en", "en", POINT);
  expect(written).toMatchObject({ name: "to send.zip", rows: 9, leftOut: 0 });
  expect([...files.keys()]).toEqual(["README.txt", "Customers.csv", "A B.csv", "A B 2.csv"]);
  expect(note.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, "TIME").split("\r\n")).toEqual([
    "\ufeffWhat is in this package",
    "Made by Tierbook on TIME.",
    "",
    "Customers.csv: 6 rows, 16 columns",
    "  Total of Revenue: -765431.86",
    "  Total of Count: 15.0000",
    "",
    "A B.csv: 1 row, 1 column",
    "",
    "A B 2.csv: 2 rows, 1 column",
    "",
    "All files: UTF-8 with a byte order mark; separator Comma ( , ); decimal sign .; dates year-month-day; texts that begin like a formula have an apostrophe in front.",
    "",
  ]);
});

/** In ten-thousandths; the note's own arithmetic is not used. */
function exactly(text: string, decimal: string): bigint {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\D(\d+))?$/.exec(text) ?? [];
  if (whole === "" || (fraction !== "" && !text.includes(decimal))) throw new Error(`no number: ${text}`);
  return BigInt(sign + whole + fraction.padEnd(4, "0"));
}

it.each(
  LANGUAGES.flatMap((language) => [
    ["en", language, POINT, ",", "."] as const,
    ["de", language, COMMA, ";", ","] as const,
  ]),
)(
  "every count and total is that of its file, the separators too: %s, told in %s",
  async (locale, language, csv, delimiter, decimal) => {
    const { files, note } = await packOf(locale, language, csv);
    const lines = note.split("\r\n");
    const told = lines.filter((line) => line.includes(".csv"));
    expect(told).toHaveLength(files.size - 1);
    let totals = 0;
    for (const line of told) {
      const [name = "", counts = ""] = line.split(/\.csv\s*[:：]/);
      const text = files.get(`${name}.csv`) ?? "";
      expect(text.startsWith("\ufeff"), name).toBe(true);
      const read = tableOf(text);
      const rows = rowsOf(read);
      if (read.header.length > 1) expect(read.delimiter).toBe(delimiter);
      expect(counts.match(/\d+/g)).toEqual([String(rows.length), String(read.header.length)]);
      for (const [index, column] of read.header.entries()) {
        const sum = lines.find((each) => each.startsWith("  ") && each.includes(column) && /\d$/.test(each));
        if (sum === undefined || name !== "Customers") continue;
        totals += 1;
        const cells = rows.map((row) => row[index] ?? "").filter((cell) => cell !== "");
        const all = cells.reduce((total, cell) => total + exactly(cell, decimal), 0n);
        expect(exactly(/[-\d.,]+$/.exec(sum)?.[0] ?? "", decimal), column).toBe(all);
      }
    }
    expect(totals).toBe(2);
    const formats = lines.at(-2) ?? "";
    expect(formats).toContain(`( ${delimiter} )`);
    expect(formats).toMatch(new RegExp(`UTF-8.*[ ：:“「]?\\${decimal}`));
  },
);

it("of one sheet is a pack too, and its note tells of no other", async () => {
  const { written, files, note } = await packOf("en", "en", POINT, "sheet");
  expect(written.rows).toBe(6);
  expect([...files.keys()]).toEqual(["README.txt", "Customers.csv"]);
  expect(note.match(/\w+\.csv/g)).toEqual(["Customers.csv"]);
});

it.each([
  ["nothing but decimals", ["0.1", "-0.15"], "-0.05"],
  [
    "more than a number of the machine holds",
    ["90071992547409.91", "90071992547409.91"],
    "180143985094819.82",
  ],
  ["nothing", ["0"], "0.00"],
])("a total is exact: %s", async (_, amounts, total) => {
  const lines = amounts.map((amount, at) => `00${at},N,${amount}`);
  const { note } = await packOf("en", "en", `Code,Name,Amount\n${lines.join("\n")}\n`, "sheet");
  expect(note).toContain(`Total of Revenue: ${total}\r\n`);
});
