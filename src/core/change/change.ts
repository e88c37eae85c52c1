/**
 * A Change is a difference that knows both sides: the one currency of undo, journal, tabs, audit and import.
 *
 * C1: apply(invert(c), apply(c, s)) = s, for every change and state it fits.
 * C2: apply(squash(a, b), s) = apply(b, apply(a, s)).
 */
import type { Field } from "../model/field.ts";
import type { FieldId, SheetId } from "../model/ids.ts";
import type { Vector } from "../model/vector.ts";
import type { Sheet, View, WorkbookSettings } from "../model/workbook.ts";

/** An item of an ordered list, at its place. */
export interface Placed<T> {
  readonly index: number;
  readonly item: T;
}

/** Both sides of one item of a list: null before is an insertion, null after a removal, else a replacement or move. */
export interface Edit<T> {
  readonly before: Placed<T> | null;
  readonly after: Placed<T> | null;
}

/**
 * A run of rows that stand one after another in the sheet's own order. `at` counts from 0 in the order that
 * has the rows in it. Fields without a vector are empty in all of them.
 */
export interface RowBlock {
  readonly at: number;
  readonly ids: Uint32Array;
  readonly columns: ReadonlyMap<FieldId, Vector>;
}

export type Op =
  | { readonly op: "settings"; readonly before: WorkbookSettings; readonly after: WorkbookSettings }
  /** Adds, removes, renames or moves a sheet, which has no rows when it is added or removed. */
  | { readonly op: "sheet"; readonly edit: Edit<Sheet> }
  /** Values, in the sheet's own row order, accompany a field that comes, goes or changes its storage. */
  | {
      readonly op: "field";
      readonly sheet: SheetId;
      readonly edit: Edit<Field>;
      readonly valuesBefore: Vector | null;
      readonly valuesAfter: Vector | null;
    }
  | { readonly op: "view"; readonly sheet: SheetId; readonly edit: Edit<View> }
  | {
      readonly op: "cells";
      readonly sheet: SheetId;
      readonly field: FieldId;
      readonly rows: Uint32Array;
      readonly before: Vector;
      readonly after: Vector;
    }
  /** Blocks ascend by `at` and do not touch; the first is inserted first, the last removed first. */
  | {
      readonly op: "insertRows" | "removeRows";
      readonly sheet: SheetId;
      readonly blocks: readonly RowBlock[];
    };

export interface Change {
  readonly ops: readonly Op[];
}

function flip<T>(edit: Edit<T>): Edit<T> {
  return { before: edit.after, after: edit.before };
}

function invertOp(op: Op): Op {
  switch (op.op) {
    case "settings":
      return { ...op, before: op.after, after: op.before };
    case "sheet":
      return { ...op, edit: flip(op.edit) };
    case "field":
      return { ...op, edit: flip(op.edit), valuesBefore: op.valuesAfter, valuesAfter: op.valuesBefore };
    case "view":
      return { ...op, edit: flip(op.edit) };
    case "cells":
      return { ...op, before: op.after, after: op.before };
    case "insertRows":
      return { ...op, op: "removeRows" };
    case "removeRows":
      return { ...op, op: "insertRows" };
  }
}

export function invert(change: Change): Change {
  return { ops: change.ops.map(invertOp).reverse() };
}
