/** Files as accountants send them: cell by cell what they hold, or a question; never something else in silence. */
import { describe, expect, it } from "vitest";
import { fromAtom, sheetId } from "../../../src/core/model/index.ts";
import { customersSheet } from "../../../src/core/template/customers.ts";
import { planImport, readCsv } from "../../../src/exchange/index.ts";
import { kindOf, localeFormat } from "../../../src/fields/index.ts";
import { makeTranslate } from "../../../src/i18n/index.ts";
import { templateWords } from "../../../src/i18n/template.ts";
import { CODES, COLUMNS, layoutFiles, REPORTS, type SentColumn } from "../../support/accountant/files.ts";
import { tableOf } from "../../support/csv.ts";
import { encodeAs } from "../../support/encodings/encode.ts";

const FILES = [...layoutFiles(), ...REPORTS];

it("there are at least sixty", () => {
  expect(FILES.length + COLUMNS.length + CODES.length).toBeGreaterThanOrEqual(60);
});

describe("is read cell by cell", () => {
  it.each(FILES.map((file) => [file.name, file] as const))(
    "%s",
    (_, { text, encoding = "utf-8", header, rows, leftOut = "" }) => {
      const found = readCsv(encodeAs(encoding, text));
      if (found.type === "refused") throw new Error(found.why.reason);
      expect(found.encoding).toBe(encoding);
      expect(found.header).toEqual(header);
      expect(found.rows).toEqual(rows);
      expect(found.excluded.map(({ line, why }) => `${line} ${why}`).join(", ")).toBe(leftOut);
    },
  );
});

const SHEET = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What each text became, as exports write it; "asked" where it does not read or there is a question about it. */
function became({ field, delimiter = ",", texts, locale }: SentColumn): readonly string[] {
  const lines = texts.map((text, index) => `00${index}${delimiter}${quoted(text)}`);
  const table = tableOf(`Code${delimiter}${field}\n${lines.join("\n")}\n`, { delimiter });
  const { columns, dates, decimals, notes } = planImport(
    table,
    SHEET,
    "intoSheet",
    localeFormat(locale, "USD"),
  );
  const [, column] = columns;
  if (column === undefined) throw new Error("no column");
  const { reading } = column;
  // That it stays text is told with the reason.
  const told = notes.some(({ note }) => note === "importedAsText");
  const { dictionary = [], codes = [] } = table.columns[1] ?? {};
  return Array.from(codes, (code) => {
    if (reading.problems.has(code) || dates !== null || decimals !== null || told) return "asked";
    const value = fromAtom(reading.field.type, reading.atoms[code - 1] ?? null);
    const plain = kindOf(reading.field).plain(value, reading.field);
    return reading.field.type.storage === "text" ? `text ${dictionary[code - 1]}` : plain;
  });
}

describe("means what was meant", () => {
  it.each(COLUMNS.map((column) => [`${column.field}: ${column.name}`, column] as const))(
    "%s",
    (_, column) => {
      const same = (text: string): string =>
        column.field === "Revenue" && text !== "asked" ? String(Number(text)) : text;
      expect(became(column).map(same)).toEqual(column.values);
    },
  );

  it.each(CODES)("codes stay what they are: %s, %s, %s", (...texts) => {
    const table = tableOf(`Code,Ref\n${texts.map((text, index) => `c${index},${text}`).join("\n")}\n`);
    const { columns, notes } = planImport(table, SHEET, "intoSheet", localeFormat("en-US", "USD"));
    const reading = columns[1]?.reading;
    expect(reading?.field.type.storage).not.toBe("integer");
    expect(reading?.field.type.storage).not.toBe("day");
    expect(table.columns[1]?.dictionary).toEqual(texts);
    expect(notes.some(({ note }) => note === "damagedByExcel")).toBe(
      texts.some((text) => text.includes("E+")),
    );
  });
});
