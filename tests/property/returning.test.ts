/**
 * X5: a file that comes back from the accountant is merged cell by cell: what only they changed comes in, what only you
 * changed stays, of what both changed yours stays unless decided otherwise; what Excel damaged counts as unchanged.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Atom,
  type Field,
  fieldId,
  findField,
  fromAtom,
  packAtoms,
  type RowId,
  sheetId,
} from "../../src/core/model/index.ts";
import { customersSheet } from "../../src/core/template/customers.ts";
import { ColumnTable } from "../../src/engine/columns/table.ts";
import { buildImport } from "../../src/engine/session/build.ts";
import { Session } from "../../src/engine/session/session.ts";
import { runNow } from "../../src/engine/steps.ts";
import {
  type Destination,
  Diff,
  damageOf,
  findMark,
  KEEP_MINE,
  Merge,
  type MergeDecisions,
  markHeader,
  matchRows,
  mendTable,
  planImport,
  readReturnedSteps,
  rowMark,
  stageRows,
} from "../../src/exchange/index.ts";
import { kindOf, localeFormat } from "../../src/fields/index.ts";
import { makeTranslate } from "../../src/i18n/index.ts";
import { templateWords } from "../../src/i18n/template.ts";
import { newType } from "../../src/worker/environment.ts";
import { tableOf } from "../support/csv.ts";
import { toCsv } from "../support/customers.ts";
import { check, drawing } from "../support/property.ts";
import type { Draw } from "../support/states.ts";

const SHEET = customersSheet(sheetId("customers"), templateWords(makeTranslate(() => "en")));
const LOCALE = localeFormat("en-GB", "GBP");
const fieldOf = (id: string): Field => {
  const field = findField(SHEET, fieldId(id));
  if (field === undefined) throw new Error(id);
  return field;
};
const FIELDS = ["code", "name", "mobile", "tier", "revenue", "lastContact"].map(fieldOf);

/** What cells hold at first, and what people make of them: nothing that Excel would make of the first. */
const FIRST: Readonly<Record<string, readonly Atom[]>> = {
  code: ["00123", "007", "110101199001011234", "3-4", null, "K9"],
  name: ["王伟", "Zoë", "Ann", "Müller GmbH", null],
  mobile: ["13800138000", "+4420123456789", null],
  tier: ["vip", "small", null],
  revenue: [123450, 0, -995, 1234567890, null],
  lastContact: [20515, 20532, 20000, null],
};
const LATER: Readonly<Record<string, readonly Atom[]>> = {
  code: ["X1", "X2", "Y-77"],
  name: ["Zed", "陈静", "Bo Lee"],
  mobile: ["0301234", "15900001111"],
  tier: ["major", "normal"],
  revenue: [7700, 880012],
  lastContact: [20750, 20748],
};

type Cells = Map<string, Atom>;

function sessionOf(rows: readonly Cells[]): Session {
  const settings = { name: "Test", locale: "en-GB", currency: "GBP" };
  const session = new Session({ id: "w", settings, sheets: [SHEET] } as never, {
    newType,
    today: () => 20_000,
  });
  const columns = new Map(
    FIELDS.map(({ id, type }) => [
      id,
      packAtoms(
        type.storage === "integer" || type.storage === "day",
        rows.map((cells) => cells.get(id) ?? null),
      ),
    ]),
  );
  const change = buildImport(session, {
    sheet: SHEET.id,
    fields: [],
    columns,
    rowCount: rows.length,
    updates: [],
  });
  session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  return session;
}

const iso = (field: Field, atom: Atom): string => kindOf(field).plain(fromAtom(field.type, atom), field);

/** Each is something that Excel really does; the same text where it would do nothing. */
function damaged(draw: Draw, field: Field, sent: string): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(sent);
  if (field.type.storage === "day")
    return day !== null && Number(day[3]) <= 12 ? `${day[1]}-${day[3]}-${day[2]}` : sent;
  if (field.type.storage === "integer")
    return /^\d{5,}/.test(sent) ? Number(sent).toExponential(2).toUpperCase() : sent;
  if (/[^\0-\x7f]/.test(sent)) return sent.replace(/[^\0-\x7f]/g, "?");
  if (sent === "3-4") return draw(() => fc.constantFrom("4-Mar", "3月4日", "2026/3/4"));
  if (!/^\+?\d+$/.test(sent)) return sent;
  if (sent.length > 11) {
    const plainly = String(BigInt(sent.replace("+", "")));
    return plainly.length <= 15
      ? plainly
      : draw(() =>
          fc.constantFrom(
            Number(sent).toExponential(5).toUpperCase().replace("E+1", "E+1"),
            plainly.slice(0, 15).padEnd(plainly.length, "0"),
          ),
        );
  }
  return draw(() => fc.constantFrom(String(Number(sent)), sent));
}

interface Game {
  readonly first: readonly Cells[];
  readonly mine: readonly Cells[];
  readonly theirs: readonly Cells[];
  readonly file: readonly (readonly string[])[];
  readonly gone: ReadonlySet<number>;
}

function play(draw: Draw): Game {
  const some = (of: Readonly<Record<string, readonly Atom[]>>, id: string): Atom =>
    draw(() => fc.constantFrom(...(of[id] ?? [null])));
  const first = Array.from(
    { length: draw(() => fc.integer({ min: 1, max: 6 })) },
    (): Cells => new Map(FIELDS.map(({ id }) => [id, some(FIRST, id)])),
  );
  const edited = (cells: Cells): Cells =>
    new Map(
      Array.from(cells, ([id, atom]) => [
        id,
        draw(() => fc.integer({ min: 0, max: 4 })) === 0 ? some(LATER, id) : atom,
      ]),
    );
  const mine = first.map(edited);
  const theirs = first.map(edited);
  const european = draw(() => fc.boolean());
  const file = theirs.map((cells, row) =>
    FIELDS.map((field) => {
      const text = iso(field, cells.get(field.id) ?? null);
      const untouched = cells.get(field.id) === first[row]?.get(field.id);
      const hit = untouched && draw(() => fc.integer({ min: 0, max: 2 })) === 0;
      const came = hit ? damaged(draw, field, text) : text;
      const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(came);
      // Excel of another region saves all dates in its own order.
      return european && day !== null ? `${day[3]}/${day[2]}/${day[1]}` : came;
    }),
  );
  const gone = new Set(
    mine.flatMap((_, row) => (draw(() => fc.integer({ min: 0, max: 9 })) === 0 ? [row + 1] : [])),
  );
  return { first, mine, theirs, file, gone };
}

function merged({ first, mine, theirs, gone }: Game, { take, cells }: MergeDecisions) {
  const rows: (readonly Atom[])[] = [];
  let conflicts = 0;
  for (const [row, own] of mine.entries()) {
    if (gone.has(row + 1)) continue;
    rows.push(
      FIELDS.map(({ id }) => {
        const [b, m, t] = [first[row], own, theirs[row]].map((each) => each?.get(id) ?? null);
        if (t === b || t === m) return m ?? null;
        if (m === b) return t ?? null;
        conflicts += 1;
        const side = cells.find((each) => each.row === row + 1 && each.field === id)?.take ?? take;
        return (side === "mine" ? m : t) ?? null;
      }),
    );
  }
  return { rows, conflicts };
}

function bringHome(game: Game, decisions: MergeDecisions) {
  const base = sessionOf(game.first).table(SHEET.id);
  const session = sessionOf(game.mine);
  if (base === undefined) throw new Error("no table");
  const rows = [...game.gone].map((row) => row as RowId);
  const places = Array.from(session.table(SHEET.id)?.order ?? []).flatMap((slot, place) =>
    rows.includes(session.table(SHEET.id)?.idOf(slot) as RowId) ? [place] : [],
  );
  const blocks = session.table(SHEET.id)?.blocksAt(places) ?? [];
  if (blocks.length > 0) {
    const change = { ops: [{ op: "removeRows", sheet: SHEET.id, blocks } as const] };
    session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  }
  const present = session.table(SHEET.id);
  if (present === undefined) throw new Error("no table");
  const header = [...FIELDS.map(({ name }) => name), markHeader("k3f9x2")];
  const lines = game.file.map((cells, row) => [...cells, rowMark(row + 1)]);
  const table = tableOf(toCsv(header, lines), { header: true, delimiter: "," });
  const mark = findMark(table.header);
  if (mark?.id !== "k3f9x2") throw new Error("no mark");
  const returned = runNow(
    readReturnedSteps(table, {
      base: { sheet: SHEET, table: base },
      fields: [...FIELDS, null],
      mark: mark.column,
      repair: true,
      locale: LOCALE,
    }),
  );
  const mapping: Destination[] = [
    ...FIELDS.map(({ id }) => ({ to: "field", field: id }) as const),
    { to: "nowhere" },
  ];
  const plan = planImport(returned.table, SHEET, "intoSheet", LOCALE, { mapping });
  const staged = stageRows(returned.table, plan);
  const matching = { key: [], action: "both", blanks: "clear" } as const;
  const merge = new Merge(returned, "clear", decisions);
  const matched = matchRows(returned.table, plan, staged, present, matching, merge);
  const { added, updates } = matched;
  const change = buildImport(session, { sheet: SHEET.id, fields: plan.fields, ...added, updates });
  session.commit(change, { type: "do", change }, { type: "settings" }, 0);
  const now = session.table(SHEET.id);
  const result = Array.from(now?.order ?? [], (slot) => FIELDS.map(({ id }) => now?.atom(id, slot) ?? null));
  return { result, matched, returned };
}

const decisionsFor = (draw: Draw, rows: number): MergeDecisions => ({
  take: draw(() => fc.constantFrom("mine", "theirs")),
  cells: FIELDS.flatMap(({ id }) =>
    draw(() => fc.integer({ min: 0, max: 3 })) === 0
      ? [{ row: draw(() => fc.integer({ min: 1, max: rows })), field: id, take: "theirs" as const }]
      : [],
  ),
});

describe("a file that comes back", () => {
  const typed = (text: string) => {
    const locale = localeFormat("de-DE", "EUR");
    const [code, revenue] = [fieldOf("code"), fieldOf("revenue")];
    const mended = [{ line: 2, column: 1, text }];
    const sent = toCsv(
      ["Code", "Revenue", markHeader("k3f9x2")],
      [
        ["1", "n/a", ""],
        ["2", "1234.50", ""],
      ],
    );
    const table = mendTable(tableOf(sent, { header: true, delimiter: "," }), mended);
    const base = { sheet: SHEET, table: new ColumnTable() };
    const fields = [code, revenue, null];
    const returned = runNow(readReturnedSteps(table, { base, fields, mark: 2, repair: true, locale }));
    const mapping: Destination[] = [
      { to: "field", field: code.id },
      { to: "field", field: revenue.id },
      { to: "nowhere" },
    ];
    const plan = planImport(returned.table, SHEET, "intoSheet", locale, { mapping });
    const matching = { key: [], action: "both", blanks: "clear" } as const;
    const merge = new Merge(returned, "clear", KEEP_MINE);
    const staged = stageRows(returned.table, plan);
    const matched = matchRows(returned.table, plan, staged, base.table, matching, merge);
    const diff = new Diff({ table: returned.table, plan, matching, matched, merge, hints: { mended } });
    return diff.rows("all", 0, 9, base.table).map(({ cells }) => cells[1]);
  };

  it.each([
    ["1.500", { written: 150_000 }],
    ["1,5", { written: 150 }],
    ["12.50", { written: 1250 }],
    ["1234,50", { written: 123_450 }],
    ["1,234", { problem: { problem: "tooManyDecimals", text: "1,234", decimals: 2 }, mendable: true }],
  ])("has a number that was typed as the workbook writes, and shows what it is: %s", (text, what) => {
    expect(typed(text)).toEqual([{ text, ...what }, { text: "1234.50" }]);
  });

  it("X5 is merged as by hand, whatever Excel did to it, and counts what both changed", () => {
    const seen = { damaged: 0, conflicts: 0, updated: 0, skipped: 0 };
    check(
      fc.property(drawing(), (gen) => {
        const draw: Draw = (arb) => gen(arb);
        const game = play(draw);
        const decisions = draw(() => fc.boolean()) ? KEEP_MINE : decisionsFor(draw, game.first.length);
        const expected = merged(game, decisions);
        const { result, matched, returned } = bringHome(game, decisions);
        expect(result).toEqual(expected.rows);
        expect(matched.merged?.conflicts).toBe(expected.conflicts);
        expect(matched.skipped).toBe(game.gone.size);
        for (const count of returned.damaged.values()) seen.damaged += count;
        seen.conflicts += expected.conflicts;
        seen.updated += matched.updated;
        seen.skipped += matched.skipped;
      }),
      300,
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it.each([
    ["00123", "123", "zeros"],
    ["+4420123456", "4420123456", "zeros"],
    ["13800138000", "1.38E+10", "exponent"],
    ["13800138000", "1,38E+10", "exponent"],
    ["110101199001011234", "110101199001011000", "digits"],
    ["110101199001011234", "1.10101E+17", "exponent"],
    ["3-4", "4-Mar", "date"],
    ["1/12", "1月12日", "date"],
    ["MAR1", "1-Mar", "date"],
    ["王伟", "??", "encoding"],
    ["Zoë Müller", "Zo? M?ller", "encoding"],
    ["Zoë", "ZoÃ«", "encoding"],
    ["=SUM", "#NAME?", "formula"],
  ] as const)("knows %s that came as %s for damage: %s", (sent, came, damage) => {
    expect(damageOf(sent, came)).toBe(damage);
  });

  it.each([
    ["00123", "00124"],
    ["123", "00123"],
    ["13800138000", "1.39E+10"],
    ["3-4", "3-5"],
    ["3-4", "4-3"],
    ["王伟", "王磊"],
    ["Why?", "Why??"],
    ["Ann", "?"],
    ["K9", ""],
  ])("takes %s that came as %s for what somebody meant", (sent, came) => {
    expect(damageOf(sent, came)).toBeNull();
  });
});
