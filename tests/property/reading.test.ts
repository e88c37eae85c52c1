/**
 * Laws of reading. R1: no bytes make the reader throw or hang. R2: no character of a file is lost: it is in a name, a row, a
 * rejected row or a line left out. R3: rows in the file = added + updated + unchanged + skipped + rejected + excluded, by
 * a naive count.
 */
import { describe, expect, it } from "vitest";
import { sheetId } from "../../src/core/model/index.ts";
import { customersSheet } from "../../src/core/template/customers.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { decodeLegacy } from "../../src/exchange/csv/legacy.ts";
import {
  matchRows,
  planImport,
  type ReadRows,
  readCsv,
  readTable,
  rowAt,
  stageRows,
} from "../../src/exchange/index.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { makeTranslate } from "../../src/i18n/index.ts";
import { templateWords } from "../../src/i18n/template.ts";
import { FACTOR, SEED } from "../support/campaign.ts";
import { bytesOf } from "../support/csv.ts";
import { known, soup } from "../support/fuzzFiles.ts";

const SOUPS = Math.ceil(300 * FACTOR);
const TABLES = Math.ceil(150 * FACTOR);

/** Characters that a dialect may take away: quotes, delimiters, line ends, spaces, marks and guards. */
const STRUCTURE = /[",;|^~，:#'=\s\ufeff]/gu;

function census(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const char of text.replace(STRUCTURE, "")) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

function* textsOf({ header, rows, excluded, problems }: ReadRows): Generator<string> {
  yield* header ?? [];
  for (const row of rows) yield* row;
  for (const { cells } of excluded) yield* cells;
  for (const problem of problems) if (problem.problem === "rejected") yield* problem.cells;
}

const isTold = ({ excluded }: ReadRows): boolean =>
  excluded.some(({ why, cells }) => why === "directive" && cells[0]?.startsWith("//"));

/** Groups above the names, which hold their texts too. */
const hasGroups = ({ excluded, headerLine }: ReadRows): boolean =>
  excluded.some(({ line, why }) => why === "headerRow" && line < (headerLine ?? 0));

describe("a soup of bytes", () => {
  it(
    `R1 R2 is read without a fault, and no character of it is lost`,
    () => {
      let read = 0;
      for (let index = 0; index < SOUPS; index++) {
        const bytes = soup(SEED + index);
        const found = readCsv(bytes);
        if (found.type === "refused" || isTold(found)) continue;
        read += 1;
        const decoder = new TextDecoder(found.encoding, { ignoreBOM: true });
        const text = decodeLegacy(decoder.decode(bytes), found.encoding);
        if (hasGroups(found)) continue;
        expect(census(textsOf(found)), `seed ${SEED + index}`).toEqual(census([text]));
        const lines = [...found.lines];
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      }
      expect(read).toBeGreaterThan(SOUPS / 2);
    },
    60_000 * Math.max(1, FACTOR),
  );
});

const SHEET = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));

describe("a table of known rows", () => {
  it(
    "R3 has every row counted once, and every cell where it belongs",
    () => {
      for (let index = 0; index < TABLES; index++) {
        const { text, delimiter, width, records } = known(SEED + index);
        const table = readTable(bytesOf(text), { delimiter, header: true });
        if (table.type === "refused") throw new Error(`seed ${SEED + index}: ${table.why.reason}`);
        const plan = planImport(table, SHEET, "intoSheet", localeFormat("en-US", "USD"));
        const staged = stageRows(table, plan);
        const { added, updated, unchanged, skipped, rejected } = matchRows(
          table,
          plan,
          staged,
          new ColumnTable(),
          {
            key: [],
            action: "both",
            blanks: "keep",
          },
        );
        const excluded = table.excluded.length + table.blank.length;
        const counted = added.rowCount + updated + unchanged + skipped + rejected.length + excluded;
        expect(counted, `seed ${SEED + index}`).toBe(records.length);
        const whole = readCsv(bytesOf(text), { delimiter, header: true });
        const out = new Set(whole.excluded.map(({ line }) => line));
        const kept = whole.type === "read" ? whole.rows : [];
        const fitting = records.filter(
          (cells) => cells.length <= width && cells.join("") !== "" && out.size === 0,
        );
        if (out.size === 0) {
          const filled = kept.filter((row) => row.join("") !== "");
          expect(filled).toEqual(
            fitting.map((cells) => [...cells, ...Array<string>(width - cells.length).fill("")]),
          );
        }
      }
    },
    60_000 * Math.max(1, FACTOR),
  );
});

describe("the extremes", () => {
  const MB = FACTOR >= 10 ? 200 : 5;
  const within = (bytes: Uint8Array, check: (found: ReturnType<typeof readCsv>) => void): void =>
    check(readCsv(bytes));

  it(`R1 a line of ${MB} MB`, () => {
    within(new Uint8Array(MB * 1_000_000).fill(0x61), (found) => {
      expect(found.problems.map(({ problem }) => problem)).toContain("rejected");
    });
  }, 300_000);

  it(`R1 a quote that is never closed before ${MB / 10} MB of lines costs its line only`, () => {
    const row = "a,b,c,d,e,f\n";
    const lines = Math.floor((MB * 1_000_000) / row.length / 10);
    const bytes = bytesOf(`u,v,w,x,y,z\n"${row.repeat(lines)}`);
    const table = readTable(bytes, { header: true });
    expect(table.type === "table" && table.rowCount).toBe(lines);
    expect(table.type === "table" && table.faults.get("quoteErrors")).toEqual(Uint32Array.of(2));
  }, 300_000);

  it("R1 a line with a fault in its quotes that is longer than any window costs itself only", () => {
    const long = "z".repeat(300_000);
    const table = readTable(bytesOf(`a,b\n1,2\n"x"y,${long}\n3,4\n`), { header: true });
    if (table.type === "refused") throw new Error(table.why.reason);
    expect([0, 1, 2].map((row) => rowAt(table, row)[0])).toEqual(["1", '"x"y', "3"]);
    expect(table.faults.get("quoteErrors")).toEqual(Uint32Array.of(3));
  });

  it("R1 a million columns are kept as rejected rows", () => {
    within(bytesOf(`${"a,".repeat(1_000_000)}\n1,2\n`), (found) => {
      expect(found.problems.find(({ problem }) => problem === "rejected")).toMatchObject({ line: 1 });
    });
  }, 120_000);

  it(`R1 a line of ${MB + 15} MB of nothing but delimiters is kept whole, and the rows around it are rows`, () => {
    const crowded = ",".repeat((MB + 15) * 1_000_000);
    const { rows, problems } = readCsv(bytesOf(`a,b\n1,2\n${crowded}\n3,4\n`));
    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(problems.find(({ problem }) => problem === "rejected")).toMatchObject({
      line: 3,
      why: { reason: "tooManyCells", found: crowded.length + 1 },
      cells: [crowded],
    });
  }, 300_000);

  it("R1 a packed file is refused by its first bytes, however far it would unpack", () => {
    within(Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(1_000)]), (found) => {
      expect(found).toMatchObject({ type: "refused", why: { reason: "zip" } });
    });
  });
});
