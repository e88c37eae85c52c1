/**
 * X3: an import into a sheet does what a loop over its rows would do: rows that are there get what the file changes, the
 * others come in, and what can be neither is rejected. Every row of the file is counted once.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BLANKS,
  type Blanks,
  fieldId,
  IMPORT_ACTIONS,
  type ImportAction,
  type Sheet,
  sheetId,
  type Value,
} from "../../src/core/model/index.ts";
import { customersSheet } from "../../src/core/template/customers.ts";
import { buildImport } from "../../src/engine/session/build.ts";
import { Session } from "../../src/engine/session/session.ts";
import { Diff, FATES, matchRows, planImport, stageRows, suggestKey } from "../../src/exchange/index.ts";
import { localeFormat } from "../../src/fields/index.ts";
import { makeTranslate } from "../../src/i18n/index.ts";
import { templateWords } from "../../src/i18n/template.ts";
import { newType } from "../../src/worker/environment.ts";
import { tableOf } from "../support/csv.ts";
import { toCsv } from "../support/customers.ts";
import { check } from "../support/property.ts";

const SHEET = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));
const HEADER = ["Code", "Name", "E-mail", "Revenue"];
const FIELDS = [fieldId("code"), fieldId("name"), fieldId("email"), fieldId("revenue")] as const;
const [CODE, , EMAIL] = FIELDS;
const LOCALE = localeFormat("en-US", "USD");

type Row = readonly string[];

/** Few values, in forms that are the same to a key and not to a cell. */
const row: fc.Arbitrary<Row> = fc.tuple(
  fc.constantFrom("", "K1", "k1", "Ｋ１", "K 1", "K2", "003", "3"),
  fc.constantFrom("", "Ann", "ann", "王伟", "Zoë"),
  fc.constantFrom("", "a@x.de", "A@X.DE", "b@x.de"),
  fc.constantFrom("", "1", "2.50"),
);
const file = fc.array(row, { minLength: 1, maxLength: 12 });

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s/gu, "");

function keyOf(cells: Row, key: readonly number[]): string | null {
  const parts = key.map((column) => folded(cells[column] ?? ""));
  return parts.every((part) => part === "") ? null : JSON.stringify(parts);
}

/** The naive import: rows after it, and what was counted. */
function oracle(
  before: readonly Row[],
  incoming: readonly Row[],
  key: readonly number[],
  action: ImportAction,
  blanks: Blanks,
) {
  const rows = before.map((cells) => [...cells]);
  const counts = { added: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  const met = new Set<string>();
  for (const cells of incoming) {
    const own = keyOf(cells, key);
    const same =
      own === null ? [] : before.flatMap((each, index) => (keyOf(each, key) === own ? [index] : []));
    if ((own !== null && met.has(own)) || same.length > 1) {
      counts.rejected += 1;
      if (own !== null) met.add(own);
      continue;
    }
    if (own !== null) met.add(own);
    const there = rows[same[0] ?? -1];
    if (there === undefined) {
      if (action === "update") counts.skipped += 1;
      else {
        counts.added += 1;
        rows.push([...cells]);
      }
      continue;
    }
    if (action === "add") {
      counts.skipped += 1;
      continue;
    }
    let changed = false;
    for (const [column, text] of cells.entries()) {
      if ((text === "" && blanks === "keep") || text === there[column] || key.includes(column)) continue;
      there[column] = text;
      changed = true;
    }
    counts[changed ? "updated" : "unchanged"] += 1;
  }
  return { rows, counts };
}

function emptySession(): Session {
  const settings = { name: "Test", locale: "en-US", currency: "USD" };
  const workbook = { id: "w" as never, settings, sheets: [SHEET] };
  return new Session(workbook as never, { newType, today: () => 20_000 });
}

function bringIn(
  session: Session,
  rows: readonly Row[],
  key: readonly number[],
  action: ImportAction,
  blanks: Blanks = "keep",
) {
  const table = tableOf(toCsv(HEADER, rows), { header: true, delimiter: "," });
  const sheet = session.workbook.sheets[0] ?? SHEET;
  const plan = planImport(table, sheet, "intoSheet", LOCALE);
  const staged = stageRows(table, plan);
  const there = session.table(SHEET.id);
  if (there === undefined) throw new Error("no table");
  const fields = key.map((column) => FIELDS[column] ?? CODE);
  const matched = matchRows(table, plan, staged, there, { key: fields, action, blanks });
  const diff = new Diff({
    table,
    plan,
    matching: { key: fields, action, blanks },
    matched,
    merge: null,
    hints: {},
  });
  const seen = diff.rows("all", 0, 1000, there);
  const change = buildImport(session, {
    sheet: SHEET.id,
    fields: plan.fields,
    ...matched.added,
    updates: matched.updates,
  });
  session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  return { matched, diff, seen };
}

function rowsOf(session: Session): readonly (readonly string[])[] {
  session.screens.query(SHEET.id, "");
  const places = FIELDS.map((id) => SHEET.fields.findIndex((field) => field.id === id));
  const text = (value: Value): string => (value === null ? "" : String(value));
  return session.screens
    .rows(SHEET.id, 0, 1000)
    .map(({ values }) => places.map((place) => text(values[place] ?? null)));
}

/** Revenue as the sheet holds it: in hundredths. */
const stored = (rows: readonly Row[]): readonly Row[] =>
  rows.map((cells) =>
    cells.map((text, column) => (column === 3 && text !== "" ? String(Number(text) * 100) : text)),
  );

const keys = fc.constantFrom<readonly number[]>([], [0], [2], [0, 2]);

describe("importing into a sheet", () => {
  it("X3 does what a loop over the rows does, and counts every row once", () => {
    const seen = { updated: 0, rejected: 0, skipped: 0, unchanged: 0 };
    check(
      fc.property(
        file,
        file,
        keys,
        fc.constantFrom(...IMPORT_ACTIONS),
        fc.constantFrom(...BLANKS),
        (before, incoming, key, action, blanks) => {
          const session = emptySession();
          // What comes in whole needs no cell in every row.
          const solid = before.filter((cells) => cells.some((text) => text !== ""));
          const given = incoming.filter((cells) => cells.some((text) => text !== ""));
          if (solid.length === 0 || given.length === 0) return;
          bringIn(session, solid, [], "both");
          const {
            matched,
            diff,
            seen: rows,
          } = bringIn(session, given, key, key.length === 0 ? "both" : action, blanks);
          const expected = oracle(solid, given, key, key.length === 0 ? "both" : action, blanks);
          const { added, updated, unchanged, skipped, rejected } = matched;
          const counts = { added: added.rowCount, updated, unchanged, skipped, rejected: rejected.length };
          expect(counts).toEqual(expected.counts);
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(given.length);
          expect(rowsOf(session)).toEqual(stored(expected.rows));
          // The diff tells the same, row by row, and shows a change where there is one.
          for (const fate of FATES) expect(diff.count(fate)).toBe(expected.counts[fate]);
          expect(rows.map(({ line }) => line)).toEqual(given.map((_, index) => index + 2));
          for (const { fate, cells } of rows)
            expect(cells.some(({ change }) => change !== undefined)).toBe(fate === "updated");
          for (const name of ["updated", "rejected", "skipped", "unchanged"] as const)
            seen[name] += counts[name];
        },
      ),
      300,
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });

  it("X3 names the line a row shares its key with, and shows what would change", () => {
    const session = emptySession();
    bringIn(session, [["K1", "Ann", "", "1"]], [], "both");
    const { matched, seen } = bringIn(
      session,
      [
        ["k1", "Anna", "", ""],
        ["K9", "New", "", ""],
        ["K 1", "Twice", "", ""],
      ],
      [0],
      "both",
    );
    expect(matched.rejected).toMatchObject([
      { line: 4, why: { reason: "sameKey", columns: "Code", line: 2 } },
    ]);
    expect(seen.map(({ line, fate }) => `${line} ${fate}`)).toEqual(["2 updated", "3 added", "4 rejected"]);
    expect(seen[0]?.cells).toEqual([
      { text: "k1" },
      { text: "Anna", change: { before: "Ann", after: "Anna" } },
      { text: "" },
      { text: "" },
    ]);
    expect(seen[2]?.cells[0]).toEqual({ text: "K 1", mendable: true });
  });

  it.each([
    [
      "codes that are all different",
      [
        ["K1", "", "a@x.de", ""],
        ["K2", "", "a@x.de", ""],
      ],
      [CODE],
    ],
    [
      "codes that repeat: the e-mail",
      [
        ["K1", "", "a@x.de", ""],
        ["K1", "", "b@x.de", ""],
      ],
      [EMAIL],
    ],
    [
      "hardly any codes: the e-mail",
      [
        ["", "A", "a@x.de", ""],
        ["", "B", "b@x.de", ""],
        ["K1", "C", "c@x.de", ""],
      ],
      [EMAIL],
    ],
    ["neither", [["", "Ann", "", "1"]], []],
  ] as const)("suggests as the key, of %s", (_, rows, expected) => {
    const table = tableOf(toCsv(HEADER, rows), { header: true, delimiter: "," });
    const plan = planImport(table, SHEET, "intoSheet", LOCALE);
    expect(suggestKey(SHEET, plan, stageRows(table, plan))).toEqual(expected);
  });

  it("suggests as the key a tax number before a telephone, and an e-mail before that", () => {
    const field = { id: fieldId("tax"), name: "税号", kind: "text", type: { storage: "text" } } as const;
    const sheet: Sheet = { ...SHEET, fields: [...SHEET.fields, field] };
    const suggested = (other: string, values: readonly [string, string]): readonly string[] => {
      const rows = values.map((value, index) => [`91310000MA1K${index}`, value]);
      const table = tableOf(toCsv(["税号", other], rows), { header: true, delimiter: "," });
      const plan = planImport(table, sheet, "intoSheet", LOCALE);
      return suggestKey(sheet, plan, stageRows(table, plan));
    };
    expect(suggested("Mobile", ["13800138000", "13912345678"])).toEqual([field.id]);
    expect(suggested("E-mail", ["a@x.de", "b@x.de"])).toEqual([EMAIL]);
  });

  it.each([
    ["numbers of the owner's own", ["00123", "K-7", "A/2026.4"], true],
    ["numbers that repeat", ["00123", "00123", "7"], false],
    ["names", ["Ann Lee", "Bo", "Cy"], false],
    ["nothing", ["", "", ""], false],
  ])("suggests as the key a column without a role that holds %s", (_, texts, suggested) => {
    const field = { id: fieldId("own"), name: "Kundennr", kind: "text", type: { storage: "text" } } as const;
    const sheet: Sheet = { ...SHEET, fields: [field] };
    const table = tableOf(
      toCsv(
        ["Kundennr"],
        texts.map((text) => [text]),
      ),
      {
        header: true,
        delimiter: ",",
      },
    );
    const plan = planImport(table, sheet, "intoSheet", LOCALE);
    expect(suggestKey(sheet, plan, stageRows(table, plan))).toEqual(suggested ? [field.id] : []);
  });
});
