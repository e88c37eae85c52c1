/** Applies a Change to definitions and tables: wholly, or, when it does not fit, not at all. */
import { type FieldType, isNumeric } from "../model/field.ts";
import type { FieldId, SheetId } from "../model/ids.ts";
import type { Vector } from "../model/vector.ts";
import type { Sheet, Workbook } from "../model/workbook.ts";
import { type Change, type Edit, invert, type Op, type RowBlock } from "./change.ts";

/** Rows of one sheet. The engine's is columnar; the tests' oracle is a plain list. Each method checks before it writes. */
export interface Table {
  readonly rowCount: number;
  setCells(field: FieldId, rows: Uint32Array, values: Vector): void;
  insertRows(blocks: readonly RowBlock[]): void;
  removeRows(blocks: readonly RowBlock[]): void;
  /** `values` in the sheet's own row order; null is an empty column. */
  addColumn(field: FieldId, type: FieldType, values: Vector | null): void;
  removeColumn(field: FieldId): void;
}

export interface State<T extends Table = Table> {
  workbook: Workbook;
  readonly tables: Map<SheetId, T>;
  readonly createTable: () => T;
}

/** The change was made for another state: an unknown sheet, field or row, or a place that is taken. */
export class ChangeMisfit extends Error {
  override readonly name = "ChangeMisfit";
}

function editList<T extends { readonly id: string }>(list: readonly T[], edit: Edit<T>): readonly T[] {
  const next = [...list];
  if (edit.before !== null) {
    const { index, item } = edit.before;
    if (next[index]?.id !== item.id) throw new ChangeMisfit(`${item.id} is not at place ${index}`);
    next.splice(index, 1);
  }
  if (edit.after !== null) {
    const { index, item } = edit.after;
    if (index > next.length) throw new ChangeMisfit(`there is no place ${index} for ${item.id}`);
    if (next.some((other) => other.id === item.id)) throw new ChangeMisfit(`${item.id} is there already`);
    next.splice(index, 0, item);
  }
  return next;
}

function withSheet(workbook: Workbook, id: SheetId, update: (sheet: Sheet) => Sheet): Workbook {
  if (!workbook.sheets.some((sheet) => sheet.id === id)) throw new ChangeMisfit(`no sheet ${id}`);
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.id === id ? update(sheet) : sheet)) };
}

function tableOf<T extends Table>(state: State<T>, id: SheetId): T {
  const table = state.tables.get(id);
  if (table === undefined) throw new ChangeMisfit(`no sheet ${id}`);
  return table;
}

function applySheet<T extends Table>(state: State<T>, edit: Edit<Sheet>): void {
  const sheets = editList(state.workbook.sheets, edit);
  const gone = edit.before?.item;
  const come = edit.after?.item;
  if (gone !== undefined && come === undefined) {
    if (tableOf(state, gone.id).rowCount > 0) throw new ChangeMisfit(`sheet ${gone.id} still has rows`);
    state.tables.delete(gone.id);
  } else if (come !== undefined && gone === undefined) {
    const table = state.createTable();
    for (const field of come.fields) table.addColumn(field.id, field.type, null);
    state.tables.set(come.id, table);
  }
  state.workbook = { ...state.workbook, sheets };
}

function applyField<T extends Table>(state: State<T>, op: Extract<Op, { op: "field" }>): void {
  const { before, after } = op.edit;
  const workbook = withSheet(state.workbook, op.sheet, (sheet) => ({
    ...sheet,
    fields: editList(sheet.fields, op.edit),
  }));
  const table = tableOf(state, op.sheet);
  const sameColumn =
    before !== null &&
    after !== null &&
    isNumeric(before.item.type) === isNumeric(after.item.type) &&
    op.valuesAfter === null;
  if (!sameColumn) {
    if (before !== null) table.removeColumn(before.item.id);
    if (after !== null) table.addColumn(after.item.id, after.item.type, op.valuesAfter);
  }
  state.workbook = workbook;
}

function applyOp<T extends Table>(state: State<T>, op: Op): void {
  switch (op.op) {
    case "settings":
      state.workbook = { ...state.workbook, settings: op.after };
      return;
    case "sheet":
      applySheet(state, op.edit);
      return;
    case "field":
      applyField(state, op);
      return;
    case "view":
      state.workbook = withSheet(state.workbook, op.sheet, (sheet) => ({
        ...sheet,
        views: editList(sheet.views, op.edit),
      }));
      return;
    case "cells":
      tableOf(state, op.sheet).setCells(op.field, op.rows, op.after);
      return;
    case "insertRows":
      tableOf(state, op.sheet).insertRows(op.blocks);
      return;
    case "removeRows":
      tableOf(state, op.sheet).removeRows(op.blocks);
      return;
  }
}

/** Mutates `state`. Throws ChangeMisfit, with the state as it was, if any part of the change does not fit. */
export function applyChange<T extends Table>(state: State<T>, change: Change): void {
  let done = 0;
  try {
    for (const op of change.ops) {
      applyOp(state, op);
      done += 1;
    }
  } catch (error) {
    const undo = invert({ ops: change.ops.slice(0, done) });
    for (const op of undo.ops) applyOp(state, op);
    throw error;
  }
}
