/**
 * Files as bad as they come, on the whole way into a workbook. R1: none makes anything throw or hang. R3: whatever a file
 * is, its rows are counted once: rows in the file = added + updated + unchanged + skipped + rejected + excluded.
 */
import { describe, expect, it } from "vitest";
import { type SheetId, sheetId, workbookId } from "../../src/core/model/index.ts";
import { customersSheet } from "../../src/core/template/customers.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { buildImport } from "../../src/engine/session/build.ts";
import { Session } from "../../src/engine/session/session.ts";
import {
  convertForeign,
  matchRows,
  planImport,
  readTable,
  stageRows,
  suggestKey,
  textSource,
  xlsxFile,
} from "../../src/exchange/index.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { makeTranslate } from "../../src/i18n/index.ts";
import { templateWords } from "../../src/i18n/template.ts";
import { FACTOR, SEED } from "../support/campaign.ts";
import { bytesOfFile } from "../support/exports.ts";
import { soup } from "../support/fuzzFiles.ts";
import { ENVIRONMENT } from "../support/past.ts";

const SOUPS = Math.ceil(200 * FACTOR);
const BOOKS = Math.ceil(150 * FACTOR);
const PATIENCE = 60_000 * Math.max(1, FACTOR);

const SHEET: SheetId = sheetId("customers");
const WORDS = templateWords(makeTranslate(() => "en"));
const LOCALE = localeFormat("en-US", "USD");

/** Everything in the sheet, row by row. */
function rowsOf(session: Session): string {
  const table = session.table(SHEET);
  const { fields = [] } = session.workbook.sheets[0] ?? {};
  const rows = Array.from(table?.order ?? [], (slot) =>
    fields.map(({ id }) => table?.atom(id, slot) ?? null),
  );
  return JSON.stringify([session.workbook, rows]);
}

/** Imports a file as the suggested key says; null: it is refused. Rows counted, and added. */
function take(session: Session, bytes: Uint8Array) {
  const table = readTable(bytes, {});
  const [sheet] = session.workbook.sheets;
  const rows = session.table(SHEET);
  if (table.type === "refused" || sheet === undefined || rows === undefined) return null;
  const plan = planImport(table, sheet, "intoSheet", LOCALE);
  const staged = stageRows(table, plan);
  const key = suggestKey(sheet, plan, staged);
  const matched = matchRows(table, plan, staged, rows, { key, action: "both", blanks: "keep" });
  const { added, updates, updated, unchanged, skipped, rejected } = matched;
  const out = [...Array.from(table.blank), ...table.excluded.map(({ line }) => line)];
  const lines = [...table.lines, ...out, ...table.rejected.map(({ line }) => line)];
  const change = buildImport(session, { sheet: SHEET, fields: plan.fields, ...added, updates });
  const { withdraw } = session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  const counted = added.rowCount + updated + unchanged + skipped + rejected.length + out.length;
  return { lines, counted, added: added.rowCount, rejected: rejected.length, withdraw };
}

describe("a soup of bytes", () => {
  it(
    "R1 R3 is imported into a sheet with every row counted once, and taken back whole",
    () => {
      const seen = { added: 0, rejected: 0, files: 0 };
      for (let index = 0; index < SOUPS; index += 4) {
        const settings = { name: "W", locale: "en-US", currency: "USD" };
        const sheets = [customersSheet(SHEET, WORDS)];
        const session = new Session({ id: workbookId("w"), settings, sheets }, ENVIRONMENT);
        // The first again, so that its rows meet themselves.
        for (const seed of [0, 1, 2, 3, 0].map((step) => SEED + 70_000 + index + step)) {
          const before = rowsOf(session);
          const rows = session.table(SHEET)?.rowCount ?? 0;
          const taken = take(session, soup(seed));
          if (taken === null) continue;
          seen.files += 1;
          for (const what of ["added", "rejected"] as const) seen[what] += taken[what];
          expect(taken.counted, `seed ${seed}`).toBe(taken.lines.length);
          expect(new Set(taken.lines).size, `seed ${seed}`).toBe(taken.lines.length);
          expect(session.table(SHEET)?.rowCount, `seed ${seed}`).toBe(rows + taken.added);
          const after = rowsOf(session);
          taken.withdraw();
          expect(rowsOf(session), `seed ${seed}`).toBe(before);
          take(session, soup(seed));
          expect(rowsOf(session), `seed ${seed}`).toBe(after);
        }
      }
      expect(seen.files).toBeGreaterThan(SOUPS / 2);
      for (const what of ["added", "rejected"] as const) expect(seen[what], what).toBeGreaterThan(10);
    },
    PATIENCE,
  );
});

const convert = (bytes: Uint8Array<ArrayBuffer>) =>
  convertForeign(bytes, undefined, async () => String, new AbortController().signal);

/** A few bytes other, a piece missing or twice, or the end cut off. */
function damaged(whole: Uint8Array<ArrayBuffer>, seed: number): Uint8Array<ArrayBuffer> {
  const random = makeRandom(seed);
  const at = random.below(whole.length);
  const until = at + random.below(Math.min(200, whole.length - at));
  switch (random.below(4)) {
    case 0:
      return whole.slice(0, at);
    case 1:
      return Uint8Array.from([...whole.slice(0, at), ...whole.slice(until)]);
    case 2:
      return Uint8Array.from([...whole.slice(0, until), ...whole.slice(at)]);
    default: {
      const bytes = whole.slice();
      for (let n = 1 + random.below(6); n > 0; n--) bytes[random.below(bytes.length)] = random.below(256);
      return bytes;
    }
  }
}

it(
  "R1 a workbook of Excel that is damaged anywhere is read, refused or left to the reader of texts",
  async () => {
    const rows = Array.from({ length: 20 }, (_, row) => [`${row}`, "张伟", "a,b", "=1+1", ""]);
    const whole = await bytesOfFile(
      xlsxFile("a.xlsx", [{ name: "S", source: textSource(["A", "B", "__proto__", "D", "E"], rows) }]),
    );
    const ends = new Map<string, number>();
    for (let index = 0; index < BOOKS; index++) {
      const bytes = damaged(whole, SEED + index);
      const converted = await convert(bytes);
      const end = converted?.type ?? "left";
      ends.set(end, (ends.get(end) ?? 0) + 1);
      const read = readTable(converted?.type === "text" ? converted.bytes : bytes, {});
      if (read.type === "table") expect(read.rowCount).toBeLessThan(2_000);
    }
    expect(ends.get("text")).toBeGreaterThan(3);
    expect(ends.get("left")).toBeGreaterThan(BOOKS / 4);
  },
  PATIENCE,
);

const CARD_PIECES = [
  "BEGIN:VCARD\r\n",
  "BEGIN:VCARD\n",
  "END:VCARD\r\n",
  "VERSION:3.0\r\n",
  "FN:张伟\r\n",
  "N:Lee;Ann;;;\r\n",
  "TEL;TYPE=CELL:+44 20\r\n",
  'TEL;TYPE="x:',
  "item1.EMAIL;PREF=1:a@x.de\r\n",
  "NOTE;ENCODING=QUOTED-PRINTABLE:=E5=BC=\r\n=A0\r\n",
  " folded\r\n",
  "PHOTO:AAAA\r\n",
  "ORG:A\\;B;;C\r\n",
  "BDAY:--0415\r\n",
  "__proto__:x\r\n",
  "CATEGORIES:a,b\r\n",
  ":\r\n",
  ";;;",
  "\\",
  "\0",
  "\ud800",
  "\ufeff",
  "\r\n",
];

describe("cards", () => {
  it(
    "R1 R3 in any soup are rows: as many as begin with something in them, cut off ones too",
    async () => {
      let cards = 0;
      for (let index = 0; index < SOUPS; index++) {
        const random = makeRandom(SEED + index);
        const middle = Array.from({ length: random.below(40) }, () => random.pick(CARD_PIECES)).join("");
        const text = `BEGIN:VCARD\r\nFN:first\r\n${middle}`;
        const converted = await convert(new TextEncoder().encode(text));
        if (converted?.type !== "text") throw new Error(`seed ${SEED + index}`);
        const lines = text.split(/\r\n|\n|\r/);
        const begun = lines.filter(
          (line, at) => /^BEGIN:VCARD\s*$/i.test(line) && !/^[ \t]/.test(lines[at + 1] ?? ""),
        );
        const read = readTable(converted.bytes, {});
        if (read.type === "refused") throw new Error(`seed ${SEED + index}: ${read.why.reason}`);
        const rows = read.rowCount + read.blank.length + read.excluded.length + read.rejected.length;
        expect(rows, `seed ${SEED + index}`).toBe(begun.length);
        cards += rows;
      }
      expect(cards).toBeGreaterThan(SOUPS);
    },
    PATIENCE,
  );

  it("R1 with large pictures and with very many numbers come soon, and keep each number", async () => {
    const picture = `PHOTO;ENCODING=b:${"A".repeat(60)}\r\n${` ${"A".repeat(70)}\r\n`.repeat(6_000)}`;
    const cards = Array.from({ length: 50 }, (_, n) => `BEGIN:VCARD\r\nFN:N${n}\r\n${picture}END:VCARD\r\n`);
    const many = Array.from({ length: 20_000 }, (_, n) => `TEL:${n}\r\n`).join("");
    const began = performance.now();
    const text = `${cards.join("")}BEGIN:VCARD\r\nFN:Many\r\n${many}`;
    const converted = await convert(new TextEncoder().encode(text));
    expect(performance.now() - began).toBeLessThan(20_000);
    if (converted?.type !== "text") throw new Error("not read");
    const read = readTable(converted.bytes, {});
    if (read.type === "refused") throw new Error(read.why.reason);
    expect(read.rowCount).toBe(51);
    expect(read.header.length).toBe(21);
    expect(new TextDecoder().decode(converted.bytes)).toContain("\n19999");
  });
});
