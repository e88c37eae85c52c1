/**
 * P1: whatever rows are grouped by, filtered, sorted and folded, the screen shows what a naive grouping does, with its
 * counts and exact totals; place and row lead to each other. P2: a changed row stays in its group until the order is
 * asked for, and is then where that puts it.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Atom,
  choicesOf,
  type Field,
  type GroupKey,
  isNumeric,
  packAtoms,
  type SortKey,
  sheetId,
  totalOf,
  type View,
} from "../../src/core/model/index.ts";
import { columnTotal } from "../../src/engine/aggregate/columnTotals.ts";
import { MONDAY, startOf } from "../../src/engine/query/calendar.ts";
import { collation } from "../../src/engine/query/collation.ts";
import type { ScreenRow } from "../../src/engine/session/screenRow.ts";
import { Session } from "../../src/engine/session/session.ts";
import { give } from "../support/oneSheet.ts";
import { check, drawing } from "../support/property.ts";
import {
  atomArb,
  baseWorkbook,
  type Draw,
  groupsArb,
  PLAIN_VIEW,
  TYPES,
  totalsArb,
} from "../support/states.ts";

const SHEET = sheetId("s1");
const environment = { newType: () => ({ storage: "text" }) as const, today: () => 20003 };

interface NaiveRow {
  readonly id: number;
  readonly atoms: readonly Atom[];
}

/** What the screen shows: heads by their path and count, rows by their ids. */
type Line = { readonly path: readonly Atom[]; readonly ids: readonly number[] } | { readonly id: number };

const FIELDS = baseWorkbook().sheets[0]?.fields ?? [];
const at = ({ field }: { readonly field: string }): number => FIELDS.findIndex(({ id }) => id === field);

/** What rows of a group have in common. */
function keyOf(field: Field, unit: GroupKey["unit"], atom: Atom): Atom {
  return field.type.storage === "day" && unit !== undefined && typeof atom === "number"
    ? startOf(unit, atom, MONDAY)
    : atom;
}

function compareAtoms(field: Field, a: Atom, b: Atom): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (field.type.storage === "text") return collation("en").compare(String(a), String(b));
  const places = choicesOf(field.type).map(({ id }) => String(id));
  const [one, other] = [String(a).split(" "), String(b).split(" ")];
  for (let n = 0; n < Math.min(one.length, other.length); n++) {
    const difference = places.indexOf(one[n] ?? "") - places.indexOf(other[n] ?? "");
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

/** Empties last in both directions. */
function ordered(field: Field, descending: boolean, a: Atom, b: Atom): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareAtoms(field, a, b) * (descending ? -1 : 1);
}

function naive(
  rows: readonly NaiveRow[],
  group: readonly GroupKey[],
  sort: readonly SortKey[],
  isFolded: (path: readonly Atom[]) => boolean,
): readonly Line[] {
  const keys = group.filter((key) => at(key) >= 0);
  const descends = (field: string): boolean =>
    sort.find((key) => key.field === field)?.direction === "descending";
  const lines: Line[] = [];
  const walk = (inside: readonly NaiveRow[], level: number, path: readonly Atom[]): void => {
    const key = keys[level];
    const field = key === undefined ? undefined : FIELDS[at(key)];
    if (key === undefined || field === undefined) {
      const sorted = inside.toSorted((a, b) => {
        for (const each of sort) {
          const by = FIELDS[at(each)];
          if (by === undefined) continue;
          const [one, other] = [a.atoms[at(each)] ?? null, b.atoms[at(each)] ?? null];
          const difference = ordered(by, each.direction === "descending", one, other);
          if (difference !== 0) return difference;
        }
        return 0;
      });
      lines.push(...sorted.map(({ id }) => ({ id })));
      return;
    }
    const own = (row: NaiveRow): Atom => keyOf(field, key.unit, row.atoms[at(key)] ?? null);
    const values = [...new Set(inside.map(own))].sort((a, b) => ordered(field, descends(field.id), a, b));
    for (const value of values) {
      const members = inside.filter((row) => own(row) === value);
      const there = [...path, value];
      lines.push({ path: there, ids: members.map(({ id }) => id) });
      if (!isFolded(there)) walk(members, level + 1, there);
    }
  };
  walk(rows, 0, []);
  return lines;
}

function drawTable(draw: Draw): { readonly session: Session; readonly rows: NaiveRow[] } {
  const session = new Session(baseWorkbook(), environment);
  const rows: NaiveRow[] = [];
  for (let n = draw(() => fc.integer({ min: 0, max: 8 })); n > 0; n--)
    give(session, { type: "addRow", sheet: SHEET });
  const table = session.table(SHEET);
  if (table === undefined) throw new Error("no table");
  for (const slot of table.order) {
    const atoms = TYPES.map((type) => draw(() => atomArb(type)));
    rows.push({ id: table.idOf(slot), atoms });
    for (const [index, atom] of atoms.entries()) {
      const field = FIELDS[index];
      if (field !== undefined)
        table.setCells(field.id, Uint32Array.of(table.idOf(slot)), packAtoms(isNumeric(field.type), [atom]));
    }
  }
  return { session, rows };
}

const sortArb = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...FIELDS.map(({ id }) => id)),
    direction: fc.constantFrom<SortKey["direction"][]>("ascending", "descending"),
  }),
  { maxLength: 2, selector: ({ field }) => field },
);

const lineOf = (row: ScreenRow): Line =>
  row.head === undefined ? { id: row.id } : { path: row.head.path, ids: [] };
const withoutIds = (line: Line): Line => ("id" in line ? line : { path: line.path, ids: [] });

describe("groups", () => {
  it("P1 show what a naive grouping shows, whatever is folded, with counts and exact totals", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { session, rows } = drawTable(draw);
        const group = draw(() => groupsArb(FIELDS));
        const sort = draw(() => sortArb);
        const totals = draw(() => totalsArb(FIELDS));
        const view: View = {
          ...PLAIN_VIEW,
          sort,
          ...(group.length === 0 ? {} : { group }),
          ...(totals === null ? {} : { totals }),
        };
        give(session, { type: "setView", sheet: SHEET, view, what: "sort" });
        give(session, { type: "setView", sheet: SHEET, view, what: "totals" });
        give(session, { type: "setView", sheet: SHEET, view, what: "group" });
        session.screens.query(SHEET, "");
        let all = false;
        const others = new Set<string>();
        const isFolded = (path: readonly Atom[]): boolean => others.has(JSON.stringify(path)) !== all;
        for (let step = draw(() => fc.integer({ min: 0, max: 4 })); step >= 0; step--) {
          const wanted = naive(rows, group, sort, isFolded);
          const counts = session.screens.query(SHEET, "");
          expect(counts).toEqual({ matching: rows.length, total: rows.length, places: wanted.length });
          const shown = session.screens.window(SHEET, 0, counts.places);
          expect(shown.map(lineOf)).toEqual(wanted.map(withoutIds));
          // Any window shows the same as all of it.
          const [from, to] = [
            draw(() => fc.nat({ max: wanted.length })),
            draw(() => fc.nat({ max: wanted.length })),
          ];
          expect(session.screens.window(SHEET, from, to)).toEqual(shown.slice(from, Math.max(from, to)));
          const table = session.table(SHEET);
          const [sheet] = session.workbook.sheets;
          const screen = session.screens.of(SHEET);
          if (table === undefined || sheet === undefined || screen === null) throw new Error("gone");
          for (const [place, line] of wanted.entries()) {
            const head = shown[place]?.head;
            expect(screen.layout.headAt(place) === null).toBe("id" in line);
            if ("id" in line) {
              const row = screen.layout.rowFrom(place);
              expect(table.idOf(screen.slots[row] ?? 0)).toBe(line.id);
              expect(screen.layout.placeOf(row)).toBe(place);
              continue;
            }
            expect(head?.rows).toBe(line.ids.length);
            const slots = Uint32Array.from(line.ids, (id) => table.slotOf(id) ?? 0);
            const expected = FIELDS.flatMap((field) => {
              const total = totalOf(totals ?? [], field);
              if (total === "none" || field.id === head?.by.field) return [];
              return [
                { field: field.id, result: columnTotal(table, sheet, slots, { field: field.id, total }) },
              ];
            });
            expect(head?.totals.toSorted((a, b) => (a.field < b.field ? -1 : 1))).toEqual(
              expected.toSorted((a, b) => (a.field < b.field ? -1 : 1)),
            );
          }
          const heads = naive(rows, group, sort, () => false).flatMap((line) =>
            "path" in line ? [line.path] : [],
          );
          const path = draw(() => fc.constantFrom(null, ...heads));
          const folded = draw(() => fc.boolean());
          session.screens.fold(SHEET, path, folded);
          if (path === null) {
            all = folded;
            others.clear();
          } else if (folded === all) others.delete(JSON.stringify(path));
          else others.add(JSON.stringify(path));
        }
      }),
    );
  });

  it("P2 keep a changed row where it is until the order is asked for", () => {
    check(
      fc.property(drawing(), (draw) => {
        const { session, rows } = drawTable(draw);
        const group = draw(() => groupsArb(FIELDS));
        if (group.length === 0 || rows.length === 0) return;
        give(session, { type: "setView", sheet: SHEET, view: { ...PLAIN_VIEW, group }, what: "group" });
        const { places } = session.screens.query(SHEET, "");
        const before = session.screens.window(SHEET, 0, places).map(lineOf);
        const row = draw(() => fc.constantFrom(...rows));
        const index = draw(() => fc.nat({ max: FIELDS.length - 1 }));
        const table = session.table(SHEET);
        const [field, slot] = [FIELDS[index], table?.slotOf(row.id)];
        if (field === undefined || table === undefined || slot == null) throw new Error("gone");
        const after = draw(() => atomArb(field.type));
        const vector = (atom: Atom) => packAtoms(isNumeric(field.type), [atom]);
        const change = {
          ops: [
            {
              op: "cells" as const,
              sheet: SHEET,
              field: field.id,
              rows: Uint32Array.of(row.id),
              before: vector(row.atoms[index] ?? null),
              after: vector(after),
            },
          ],
        };
        session.commit(
          change,
          { type: "do", change },
          { type: "edit", cells: 1, sheet: SHEET, field: field.id },
          0,
        );
        expect(session.screens.window(SHEET, 0, places).map(lineOf)).toEqual(before);
        const changed = rows.map((each) =>
          each === row ? { ...each, atoms: each.atoms.with(index, after) } : each,
        );
        const wanted = naive(changed, group, [], () => false);
        expect(session.screens.query(SHEET, "").places).toBe(wanted.length);
        expect(session.screens.window(SHEET, 0, wanted.length).map(lineOf)).toEqual(wanted.map(withoutIds));
      }),
    );
  });
});
