/** X4: an import turned back later undoes what it did cell by cell, keeps what was edited since, and lists it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange, type Change, invert, type Op } from "../../src/core/change/index.ts";
import {
  type Atom,
  choicesOf,
  type Field,
  type FieldType,
  isNumeric,
  packAtoms,
  sheetId,
  type Vector,
} from "../../src/core/model/index.ts";
import { isRefusal } from "../../src/engine/session/build.ts";
import { Session } from "../../src/engine/session/session.ts";
import { lastingTypes, undoImport } from "../../src/engine/session/undoImport.ts";
import { oracleState } from "../support/oracle.ts";
import { ENVIRONMENT } from "../support/past.ts";
import { check, drawing } from "../support/property.ts";
import {
  atomArb,
  baseWorkbook,
  type Draw,
  drawOp,
  field as fieldOf,
  oraclePicture,
  rowIds,
  TYPES,
} from "../support/states.ts";
import { pictureOf } from "../support/storage/script.ts";

const SHEET = sheetId("s1");
type Oracle = ReturnType<typeof oracleState>;

interface Shot {
  readonly fields: readonly Field[];
  readonly rows: ReadonlyMap<number, ReadonlyMap<string, Atom>>;
}

/** What a sheet holds, by row and field; null where there is no such sheet. */
function shotOf(state: Oracle): Shot | null {
  const sheet = state.workbook.sheets.find(({ id }) => id === SHEET);
  const table = state.tables.get(SHEET);
  if (sheet === undefined || table === undefined) return null;
  const rows = new Map(
    table.rows.map(({ id, cells }) => [
      id,
      new Map(sheet.fields.map((field) => [String(field.id), cells.get(field.id) ?? null])),
    ]),
  );
  return { fields: sheet.fields, rows };
}

const vector = (draw: Draw, type: FieldType, length: number): Vector =>
  packAtoms(
    isNumeric(type),
    Array.from({ length }, () => draw(() => atomArb(type))),
  );

/** As an import does: perhaps a new column, cells of some rows, and rows at the end. */
function drawImport(draw: Draw, state: Oracle, nextId: () => number): Change {
  const sheet = state.workbook.sheets.find(({ id }) => id === SHEET);
  const table = state.tables.get(SHEET);
  if (sheet === undefined || table === undefined) throw new Error("no sheet");
  const ops: Op[] = [];
  const fields = [...sheet.fields];
  if (draw(() => fc.boolean())) {
    const item = {
      ...fieldOf(
        50,
        draw(() => fc.constantFrom(...TYPES)),
      ),
      name: "New",
    };
    const edit = { before: null, after: { index: fields.length, item } };
    ops.push({ op: "field", sheet: SHEET, edit, valuesBefore: null, valuesAfter: null });
    fields.push(item);
  }
  for (const { id, type } of draw(() => fc.subarray(fields))) {
    const rows = draw(() => fc.subarray(table.rows.map((row) => row.id)));
    if (rows.length === 0) continue;
    const before = packAtoms(
      isNumeric(type),
      rows.map((row) => table.rows.find((each) => each.id === row)?.cells.get(id) ?? null),
    );
    const after = vector(draw, type, rows.length);
    ops.push({ op: "cells", sheet: SHEET, field: id, rows: Uint32Array.from(rows), before, after });
  }
  const count = draw(() => fc.integer({ min: 0, max: 4 }));
  if (count > 0) {
    const ids = Uint32Array.from({ length: count }, nextId);
    const columns = new Map(
      draw(() => fc.subarray(fields)).map(({ id, type }) => [id, vector(draw, type, count)] as const),
    );
    ops.push({ op: "insertRows", sheet: SHEET, blocks: [{ at: table.rowCount, ids, columns }] });
  }
  return { ops };
}

/** What is stored means the same in types of the same. */
const termsOf = (type: FieldType): string =>
  type.storage === "integer" ? `integer ${type.decimals}` : type.storage;

function fitsType(type: FieldType, atom: Atom): boolean {
  if (atom === null) return true;
  const known = new Set<string>(choicesOf(type).map(({ id }) => id));
  if (type.storage === "choice") return known.has(String(atom));
  if (type.storage === "choices")
    return String(atom)
      .split(" ")
      .every((id) => known.has(id));
  if (type.storage === "flag") return atom === 0 || atom === 1;
  return (type.storage === "text") === (typeof atom === "string");
}

/** What the sheet's views and charts and the kept exports say of columns, which keeps one; where views place it does not. */
function namedBy(state: Oracle): string {
  const sheet = state.workbook.sheets.find(({ id }) => id === SHEET);
  const forms = (sheet?.views ?? []).flatMap((view) => [view, view.saved]);
  const shown = forms.map((form) => ({ ...form, saved: undefined, columns: undefined }));
  return JSON.stringify([sheet?.charts, shown, { ...state.workbook.settings, imports: [] }]);
}

/** The naive undoing, from how the sheet looked before the import, right after it, and now. */
function oracle(before: Shot, after: Shot, now: Shot, named: string, retold: ReadonlySet<string>) {
  const kept: string[] = [];
  const rows = new Map<number, Map<string, Atom>>();
  for (const [id, cells] of now.rows) {
    const then = after.rows.get(id);
    const next = new Map(cells);
    const fresh = then !== undefined && !before.rows.has(id);
    if (fresh) {
      const touched = now.fields.filter((each) => cells.get(each.id) !== (then.get(each.id) ?? null));
      if (touched.length === 0) continue;
      kept.push(...touched.map((each) => `${id} ${each.id}`));
    } else if (then !== undefined) {
      for (const { id: field, type } of now.fields) {
        const [was, imported, present] = [
          before.rows.get(id)?.get(field) ?? null,
          then.get(field),
          cells.get(field),
        ];
        if (imported === undefined || imported === was) continue;
        if (present === was && (was === null || !retold.has(field))) continue;
        if (present === imported && !retold.has(field) && fitsType(type, was)) next.set(field, was);
        else kept.push(`${id} ${field}`);
      }
    }
    rows.set(id, next);
  }
  const gone = now.fields.filter((each) => {
    const fresh = !before.fields.some(({ id }) => id === each.id);
    const asCame = after.fields.some((other) => JSON.stringify(other) === JSON.stringify(each));
    const asked = named.includes(`"${each.id}"`);
    return fresh && asCame && !asked && [...rows.values()].every((cells) => cells.get(each.id) === null);
  });
  const fields =
    gone.length === now.fields.length ? now.fields : now.fields.filter((each) => !gone.includes(each));
  for (const cells of rows.values()) for (const { id } of gone) if (fields !== now.fields) cells.delete(id);
  return { fields, rows, kept };
}

describe("turning an import back later", () => {
  it("X4 does what the naive undoing does, after any history, and is undone itself", () => {
    const seen = { kept: 0, removed: 0, restored: 0, columns: 0, retold: 0 };
    check(
      fc.property(drawing(), (gen) => {
        const draw: Draw = (arb) => gen(arb);
        const nextId = rowIds();
        const base = baseWorkbook();
        const state = oracleState(base);
        const session = new Session(base, ENVIRONMENT);
        const since: Change[] = [];
        /** Of each column, how its values were told since the import. */
        const terms = new Map<string, Set<string>>();
        const play = (change: Change): void => {
          applyChange(state, change);
          since.push(change);
          for (const { id, type } of shotOf(state)?.fields ?? [])
            terms.set(id, (terms.get(id) ?? new Set()).add(termsOf(type)));
          session.commit(change, { type: "do", change }, { type: "settings" }, 0);
        };
        const some = (most: number): void => {
          for (let n = draw(() => fc.integer({ min: 0, max: most })); n > 0; n--)
            play({ ops: [drawOp(draw, state, nextId)] });
        };
        some(5);
        const before = shotOf(state);
        const change = drawImport(draw, state, nextId);
        since.length = 0;
        terms.clear();
        play(change);
        const after = shotOf(state);
        some(5);
        const now = shotOf(state);
        if (before === null || after === null) throw new Error("no sheet");
        const seq = 1;
        const undone = undoImport(session, {
          seq,
          file: "f",
          sheet: SHEET,
          change,
          types:
            now === null
              ? new Map()
              : lastingTypes({ id: SHEET, name: "", fields: now.fields, views: [] }, since),
        });
        if (now === null) return expect(isRefusal(undone)).toBe(true);
        if (isRefusal(undone)) throw new Error(undone.refused);
        const picture = pictureOf(session);
        const retold = new Set([...terms].filter(([, all]) => all.size > 1).map(([id]) => id));
        const expected = oracle(before, after, now, namedBy(state), retold);
        seen.retold += retold.size;
        expect(new Set(undone.kept.map(({ row, field }) => `${row} ${field}`))).toEqual(
          new Set(expected.kept),
        );
        expect(undone.keptCount).toBe(expected.kept.length);
        applyChange(state, undone.change);
        session.commit(undone.change, { type: "do", change: undone.change }, undone.cause, 0);
        const result = shotOf(state);
        expect(result?.fields).toEqual(expected.fields);
        expect(result?.rows).toEqual(expected.rows);
        expect(pictureOf(session)).toEqual(oraclePicture(state));
        seen.kept += undone.keptCount;
        seen.removed += undone.removed;
        seen.restored += undone.restored;
        seen.columns += now.fields.length - expected.fields.length;
        const back = invert(undone.change);
        session.commit(back, { type: "do", change: back }, undone.cause, 0);
        expect(pictureOf(session)).toEqual(picture);
      }),
      400,
    );
    for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(20);
  });
});
