/** Laws of the CSV exchange: X1 our own files come back as they were, X2 nothing of a rejected row is lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choiceId,
  type Field,
  type FieldId,
  fieldId,
  packValues,
  type Sheet,
  sheetId,
  type Value,
  valueAt,
} from "../../src/core/model/index.ts";
import {
  EXCEL,
  exportColumn,
  formIn,
  guard,
  PRESETS,
  planImport,
  readTable,
  rejectedCsv,
  stageRows,
  type TextForm,
  textColumn,
  textSource,
  unguard,
  writeCsv,
} from "../../src/exchange/index.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { bytesOf, HINTS, joined, nastyTable, nastyText, rowsOf, tableOf } from "../support/csv.ts";
import { check } from "../support/property.ts";

describe("texts", () => {
  const OWN: readonly (readonly [string, TextForm])[] = PRESETS.flatMap(({ id, ...preset }) =>
    preset.kind === "table"
      ? (id === "excel" ? [".", ","] : ["."]).map(
          (decimal) =>
            [`${id} where decimals are written with ${decimal}`, formIn(preset.form, decimal)] as const,
        )
      : [],
  );

  for (const [name, preset] of OWN) {
    it(`X1 our own CSV comes back without a question and without a difference: ${name}`, () => {
      // Without a mark, a file of zero bytes is no text: the plain preset makes no promise for them.
      const promised = (text: string): string => (preset.bom ? text : text.replaceAll("\0", "0"));
      check(
        fc.property(nastyTable, ({ header, rows }) => {
          const names = [...new Set(header.map(promised))];
          const cells = rows.map((row) => names.map((_, index) => promised(row[index] ?? "")));
          const end = cells.findLastIndex((row) => row.some((cell) => cell !== "")) + 1;
          const table = tableOf(joined(writeCsv(textSource(names, cells), preset)));
          expect(table.header).toEqual(names);
          expect(rowsOf(table)).toEqual(names.length > 1 ? cells.slice(0, end) : cells);
          expect(table.notes).toEqual([]);
          expect(table.rejected).toEqual([]);
          // A file of one column has none.
          if (names.length > 1) expect(table.delimiter).toBe(preset.delimiter);
          expect(table.encoding).toBe(preset.encoding);
        }),
        1000,
      );
    });
  }

  for (const [name, preset] of OWN) {
    it(`X1 so does a list of customers with their amounts: ${name}`, () => {
      const word = fc.string({ unit: fc.constantFrom(..."abcßäé张伟 "), minLength: 1, maxLength: 8 });
      const text = word.map((each) => `${each}x`);
      const amount = fc.integer({ min: -1e8, max: 1e8 }).map((cents) => (cents / 100).toFixed(2));
      const cells = fc.tuple(text, text, amount, amount);
      check(
        fc.property(fc.array(cells, { minLength: 5, maxLength: 12 }), (rows) => {
          const columns = ["Name", "Company", "Revenue", "Open"].map((header, at) => ({
            ...textColumn(
              header,
              rows.map((row) => row[at] ?? ""),
            ),
            content: at < 2 ? ("text" as const) : ("number" as const),
          }));
          const table = tableOf(joined(writeCsv({ rowCount: rows.length, columns }, preset)));
          const shown = rows.map((row) =>
            row.map((cell, at) => (at < 2 ? cell : cell.replace(".", preset.decimal))),
          );
          expect(table.header).toEqual(["Name", "Company", "Revenue", "Open"]);
          expect(rowsOf(table)).toEqual(shown);
          expect(table.excluded).toEqual([]);
        }),
        200,
      );
    });
  }

  it("X1 the guard comes off exactly as it was put on, and leaves nothing a spreadsheet would run", () => {
    check(
      fc.property(nastyText, (text) => {
        const guarded = guard(text);
        expect(unguard(guarded)).toBe(text);
        if (/^[=+\-@\t\r\n\0＝＋－＠]/.test(guarded)) expect(guarded).toMatch(/^[+-]?[\d\s().,/-]+$/);
      }),
      2000,
    );
  });

  it("X2 every character of any text file is in a row, in the header or in a rejected row", () => {
    const content = fc
      .array(nastyText, { minLength: 1, maxLength: 30 })
      .map((parts) => parts.join("").replaceAll("\0", "").replaceAll("\ufeff", ""));
    check(
      fc.property(content, (text) => {
        const result = readTable(bytesOf(`\ufeff${text}`), { ...HINTS, delimiter: ",", header: false });
        const found =
          result.type === "refused"
            ? ""
            : [...rowsOf(result).flat(), ...result.rejected.flatMap((row) => row.cells ?? [])].join("");
        // Quotes, delimiters, line ends, spaces and guards are what a dialect may take away.
        const essence = (all: string): string => [...all.replace(/[",'\s]/g, "")].sort().join("");
        expect(essence(found)).toBe(essence(text.replace(/^sep=[,;\t|](?=[\r\n]|$)/i, "")));
      }),
      1500,
    );
  });
});

const CHOICES: readonly Choice[] = ["VIP", "重要", "a, b", "=1"].map((label, index) => ({
  id: choiceId(`c${index + 1}`),
  label,
  hue: "violet",
}));

const FIELDS: readonly Field[] = [
  { id: fieldId("code"), name: "编号", kind: "text", type: { storage: "text" }, role: "code" },
  { id: fieldId("notes"), name: "Notes", kind: "longText", type: { storage: "text" }, role: "notes" },
  {
    id: fieldId("revenue"),
    name: "Revenue",
    kind: "money",
    type: { storage: "integer", decimals: 2 },
    role: "revenue",
  },
  { id: fieldId("size"), name: "Size", kind: "number", type: { storage: "integer", decimals: 4 } },
  { id: fieldId("last"), name: "Last contact", kind: "date", type: { storage: "day" }, role: "lastContact" },
  { id: fieldId("ok"), name: "OK", kind: "checkbox", type: { storage: "flag" } },
  {
    id: fieldId("tier"),
    name: "Tier",
    kind: "choice",
    type: { storage: "choice", choices: CHOICES },
    role: "tier",
  },
];
const SHEET: Sheet = { id: sheetId("s"), name: "Customers", fields: FIELDS, views: [] };

const row: fc.Arbitrary<readonly Value[]> = fc.tuple<Value[]>(
  fc.option(nastyText.filter((text) => text !== "")),
  fc.option(nastyText.filter((text) => text !== "")),
  fc.option(fc.integer({ min: -1e12, max: 1e12 })),
  fc.option(fc.integer({ min: -1e9, max: 1e9 })),
  fc.option(fc.integer({ min: -30_000, max: 60_000 })),
  fc.option(fc.boolean()),
  fc.option(fc.constantFrom(...CHOICES.map(({ id }) => id))),
);

function exported(rows: readonly (readonly Value[])[]): Uint8Array {
  const columns = FIELDS.map((field, index) =>
    exportColumn(
      field,
      packValues(
        field.type,
        rows.map((values) => values[index] ?? null),
      ),
    ),
  );
  return joined(writeCsv({ rowCount: rows.length, columns }, EXCEL));
}

describe("values", () => {
  for (const [tag, currency] of [
    ["en-US", "USD"],
    ["de-DE", "EUR"],
    ["zh-CN", "CNY"],
  ] as const) {
    it(`X1 fields and values come back as they were, in a workbook of ${tag}`, () => {
      const locale = localeFormat(tag, currency);
      check(
        fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
          const table = tableOf(exported(rows));
          const plan = planImport(table, SHEET, "intoSheet", locale);
          const staged = stageRows(table, plan);
          expect(plan.notes).toEqual([]);
          expect(staged.rejected).toEqual([]);
          expect(plan.fields).toEqual([]);
          expect(staged.rowCount).toBe(rows.length);
          const valuesOf = (index: number, id: FieldId): readonly Value[] => {
            const vector = staged.columns.get(id);
            const field = FIELDS[index];
            return rows.map((_, at) =>
              vector === undefined || field === undefined ? null : valueAt(field.type, vector, at),
            );
          };
          for (const [index, field] of FIELDS.entries()) {
            expect(valuesOf(index, field.id)).toEqual(rows.map((values) => values[index] ?? null));
          }
        }),
        300,
      );
    });
  }

  it("X2 rejected rows are written with all their cells, line and reason, and read back", () => {
    const cell = fc.oneof(fc.constantFrom("2026-01-02", "1999-12-31", ""), fc.constant('n/a, "sorry"'));
    check(
      fc.property(fc.array(fc.tuple(nastyText, cell, fc.option(nastyText)), { maxLength: 20 }), (given) => {
        const texts = given.map(([code, day, more]) => (more === null ? [code, day] : [code, day, more]));
        const filled = texts.filter(([, day]) => day !== "");
        const failed = texts.filter(([, day]) => day?.startsWith("n/a"));
        const width = texts.reduce((most, cells) => Math.max(most, cells.length), 2);
        const body = textSource(["编号", "Last contact", "x"].slice(0, width), texts);
        const table = tableOf(joined(writeCsv(body, EXCEL)));
        const plan = planImport(table, SHEET, "intoSheet", localeFormat("en", "USD"));
        const staged = stageRows(table, plan);
        const asText = failed.length > filled.length * 0.5;
        expect(staged.rejected.length).toBe(asText ? 0 : failed.length);
        expect(staged.rowCount + staged.rejected.length).toBe(texts.length);
        const words = {
          line: "Line",
          reason: "Reason",
          word: ({ reason }: { readonly reason: string }) => reason,
        };
        const again = tableOf(joined(rejectedCsv(table, staged.rejected, words)));
        const expected = asText
          ? []
          : failed.map((cells) => Array.from({ length: width }, (_, index) => cells[index] ?? ""));
        expect(rowsOf(again).map((cells) => cells.slice(2))).toEqual(expected);
        for (const [line, reason] of rowsOf(again)) {
          expect(Number(line)).toBeGreaterThan(1);
          expect(reason).toBe("badValue");
        }
      }),
      300,
    );
  });
});
