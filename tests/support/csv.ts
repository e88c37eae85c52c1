/** Tables and bytes for tests of the exchange: nasty cells, files as text, and what came of reading them. */
import fc from "fast-check";
import { type CsvNote, type CsvTable, type ImportHints, readTable, rowAt } from "../../src/exchange/index.ts";

export const HINTS: ImportHints = { columnWord: "Column" };

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Throws if the file is refused. */
export function tableOf(content: string | Uint8Array, hints: Partial<ImportHints> = {}): CsvTable {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  const result = readTable(bytes, { ...HINTS, ...hints });
  if (result.type === "refused") throw new Error(`refused: ${result.why.reason}`);
  return result;
}

export function refusalOf(bytes: Uint8Array, hints: Partial<ImportHints> = {}): string {
  const result = readTable(bytes, { ...HINTS, ...hints });
  return result.type === "refused" ? result.why.reason : "taken";
}

export const rowsOf = (table: CsvTable): readonly (readonly string[])[] =>
  Array.from({ length: table.rowCount }, (_, row) => rowAt(table, row));

export function noteOf(table: CsvTable, note: CsvNote["note"]): CsvNote | undefined {
  return table.notes.find((each) => each.note === note);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const PIECES = [
  "",
  " ",
  "a",
  "'",
  "''",
  "=1+1",
  "＝x",
  "@cmd",
  "+86 138",
  "-5",
  "-x",
  '"',
  '""',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r",
  "\r\n",
  "\0",
  "007",
  "1.5",
  "2026-03-04",
  "a@b.co",
  "sep=;",
  "__proto__",
  "constructor",
  "张伟",
  "張偉",
  "é",
  "\ufeff",
  "👩‍👩‍👧",
  "\u2028",
  "TRUE",
];

/** Without lone surrogates, which UTF-8 cannot carry. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((parts) => parts.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.toWellFormed()) },
  { weight: 1, arbitrary: fc.integer().map(String) },
);

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Names are unique and not blank, as names of fields are. */
export const nastyTable: fc.Arbitrary<TextTable> = fc
  .uniqueArray(
    nastyText.filter((name) => name.trim() !== ""),
    { minLength: 1, maxLength: 5 },
  )
  .chain((header) =>
    fc
      .array(fc.array(nastyText, { minLength: header.length, maxLength: header.length }), { maxLength: 8 })
      .map((rows) => ({ header, rows })),
  );

/** What harms other programs most: formulas, apostrophes, line ends, long numbers, signs beyond U+FFFF, right to left. */
export const harmful = fc.oneof(
  nastyText,
  fc.constantFrom(
    "'",
    "''=1",
    "=1+1",
    "123456789012345678",
    "00012",
    "𠮷野家",
    "שלום, עולם",
    "\u202eabc",
    "😀\n😀",
  ),
  fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n - 1n }).map(String),
);
