/** Brings a row, a column or everything back from an earlier state, as one change with both sides. */
import type { Change, Op } from "../../core/change/index.ts";
import {
  type Atom,
  choicesOf,
  type Field,
  type FieldId,
  type FieldType,
  findField,
  findSheet,
  isNumeric,
  packAtoms,
  type RowId,
  type Sheet,
  type SheetId,
  type Vector,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Present } from "../history/fold.ts";
import { runNow, type Steps } from "../steps.ts";
import { type Built, fieldOp } from "./build.ts";
import type { Refusal } from "./command.ts";
import { differenceSteps } from "./difference.ts";

export type Restoring =
  | { readonly what: "row"; readonly sheet: SheetId; readonly row: RowId }
  | { readonly what: "column"; readonly sheet: SheetId; readonly field: FieldId }
  | { readonly what: "all" };

/** An earlier state, and when it was. */
export interface Earlier extends Present {
  readonly time: number;
}

/** A value of another time's type in the field's own; undefined if it does not fit without loss. */
function converted(from: FieldType, to: FieldType, atom: Atom): Atom | undefined {
  if (atom === null) return null;
  if (from.storage !== to.storage) return undefined;
  if (from.storage !== "integer" || to.storage !== "integer" || typeof atom !== "number") return atom;
  const value = atom * 10 ** (to.decimals - from.decimals);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Gives a field the choices that restored cells need and it has no more. */
function choiceOps(sheet: Sheet, field: Field, from: FieldType, atoms: Iterable<Atom>): readonly Op[] {
  const { type } = field;
  if (type.storage !== "choice" && type.storage !== "choices") return [];
  const needed = new Set<string>();
  for (const atom of atoms) if (typeof atom === "string") for (const id of atom.split(" ")) needed.add(id);
  for (const { id } of type.choices) needed.delete(id);
  const missing = choicesOf(from).filter(({ id }) => needed.has(id));
  if (missing.length === 0) return [];
  const index = sheet.fields.indexOf(field);
  const item = { ...field, type: { ...type, choices: [...type.choices, ...missing] } };
  return [fieldOp(sheet.id, { before: { index, item: field }, after: { index, item } })];
}

interface Both {
  readonly sheet: Sheet;
  readonly earlier: Sheet;
  readonly now: ColumnTable;
  readonly old: ColumnTable;
}

function findBoth(now: Present, then: Present, id: SheetId): Both | null {
  const [sheet, earlier] = [findSheet(now.workbook, id), findSheet(then.workbook, id)];
  const [mine, theirs] = [now.table(id), then.table(id)];
  if (sheet === undefined || earlier === undefined || mine === undefined || theirs === undefined) return null;
  return { sheet, earlier, now: mine, old: theirs };
}

/** Behind the nearest row above it that is still there. */
function placeFor({ now, old }: Both, slot: number): number {
  const { order } = old;
  for (let place = (old.positions()[slot] ?? 0) - 1; place >= 0; place--) {
    const found = now.positionOf(old.idOf(order[place] ?? 0));
    if (found >= 0) return found + 1;
  }
  return 0;
}

/** In the columns that are there today; what today's column cannot hold is left as it is. */
function row(both: Both, id: RowId): readonly Op[] | Refusal {
  const { sheet, earlier, now, old } = both;
  const was = old.slotOf(id);
  if (was === null) return { refused: "gone", what: "row" };
  const slot = now.slotOf(id);
  const rows = Uint32Array.of(id);
  const choices: Op[] = [];
  const cells: Op[] = [];
  const columns = new Map<FieldId, Vector>();
  for (const field of sheet.fields) {
    const from = findField(earlier, field.id)?.type;
    const atom = from === undefined ? undefined : converted(from, field.type, old.atom(field.id, was));
    if (from === undefined || atom === undefined) continue;
    const current = slot === null ? null : now.atom(field.id, slot);
    if (current === atom) continue;
    const numeric = isNumeric(field.type);
    const after = packAtoms(numeric, [atom]);
    choices.push(...choiceOps(sheet, field, from, [atom]));
    columns.set(field.id, after);
    cells.push({
      op: "cells",
      sheet: sheet.id,
      field: field.id,
      rows,
      before: packAtoms(numeric, [current]),
      after,
    });
  }
  if (slot !== null) return [...choices, ...cells];
  const block = { at: placeFor(both, was), ids: rows, columns };
  return [...choices, { op: "insertRows", sheet: sheet.id, blocks: [block] }];
}

/** A column that was deleted since comes back for the rows that are there today. */
function returned({ sheet, earlier, now, old }: Both, field: Field): readonly Op[] {
  const names = new Set(sheet.fields.map(({ name }) => name));
  let name = field.name;
  for (let n = 2; names.has(name); n++) name = `${field.name} ${n}`;
  const index = Math.min(earlier.fields.indexOf(field), sheet.fields.length);
  const atoms = Array.from(now.order, (slot): Atom => {
    const was = old.slotOf(now.idOf(slot));
    return was === null ? null : old.atom(field.id, was);
  });
  const valuesAfter = packAtoms(isNumeric(field.type), atoms);
  const edit = { before: null, after: { index, item: { ...field, name } } };
  return [{ op: "field", sheet: sheet.id, edit, valuesBefore: null, valuesAfter }];
}

/** The values of rows that are in both states. */
function* columnSteps(both: Both, id: FieldId): Steps<readonly Op[] | Refusal> {
  const { sheet, earlier, now, old } = both;
  const was = findField(earlier, id);
  if (was === undefined) return { refused: "gone", what: "field" };
  const field = findField(sheet, id);
  if (field === undefined) return returned(both, was);
  if (field.type.storage !== was.type.storage) return { refused: "wrongValue" };
  const rows: number[] = [];
  const before: Atom[] = [];
  const after: Atom[] = [];
  const total = now.rowCount;
  for (let place = 0; place < total; place++) {
    if (place % 16_384 === 0) yield { done: place, total };
    const slot = now.order[place] ?? 0;
    const other = old.slotOf(now.idOf(slot));
    if (other === null) continue;
    const atom = converted(was.type, field.type, old.atom(id, other));
    if (atom === undefined) return { refused: "wrongValue" };
    const current = now.atom(id, slot);
    if (current === atom) continue;
    rows.push(now.idOf(slot));
    before.push(current);
    after.push(atom);
  }
  if (rows.length === 0) return [];
  const numeric = isNumeric(field.type);
  const cells: Op = {
    op: "cells",
    sheet: sheet.id,
    field: id,
    rows: Uint32Array.from(rows),
    before: packAtoms(numeric, before),
    after: packAtoms(numeric, after),
  };
  return [...choiceOps(sheet, field, was.type, after), cells];
}

const isRefused = (result: readonly Op[] | Refusal): result is Refusal => "refused" in result;

/** The present must stand still meanwhile. An empty change: it is as it was already. */
export function* restoreSteps(now: Present, then: Earlier, what: Restoring): Steps<Built | Refusal> {
  const asOf = then.time;
  if (what.what === "all") {
    const change: Change = yield* differenceSteps(now, then);
    return { change, cause: { type: "restoreAll", asOf } };
  }
  const both = findBoth(now, then, what.sheet);
  if (both === null) return { refused: "gone", what: "sheet" };
  const { sheet } = what;
  if (what.what === "row") {
    const ops = row(both, what.row);
    return isRefused(ops) ? ops : { change: { ops }, cause: { type: "restoreRow", sheet, asOf } };
  }
  const ops = yield* columnSteps(both, what.field);
  if (isRefused(ops)) return ops;
  const name = findField(both.sheet, what.field)?.name ?? findField(both.earlier, what.field)?.name ?? "";
  return { change: { ops }, cause: { type: "restoreColumn", sheet, name, asOf } };
}

export const restore = (now: Present, then: Earlier, what: Restoring): Built | Refusal =>
  runNow(restoreSteps(now, then, what));
