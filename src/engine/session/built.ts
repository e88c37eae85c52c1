/** What building a change from a command works with: the state it is read against, and the ops it is made of. */
import type { Cause, Change, Edit, Op } from "../../core/change/index.ts";
import {
  type Field,
  type FieldType,
  inEachForm,
  type Sheet,
  type SheetId,
  type View,
  type Workbook,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Refusal } from "./command.ts";

export interface Built {
  readonly change: Change;
  readonly cause: Cause;
  /** Filled cells that are not written, because their row or column is gone. */
  readonly missed?: number;
}

/** The definitions and tables a command is read against. */
export interface Definitions {
  readonly workbook: Workbook;
  /** The last journal entry that is in it. */
  readonly seq: number;
  /** Days since 1970-01-01. */
  readonly today: number;
  table(sheet: SheetId): ColumnTable | undefined;
  /** The type a new field of a kind gets; the roots know the kinds, the engine does not. */
  newType(kind: Field["kind"]): FieldType;
}

export const GONE_SHEET: Refusal = { refused: "gone", what: "sheet" };
export const GONE_FIELD: Refusal = { refused: "gone", what: "field" };
export const GONE_VIEW: Refusal = { refused: "gone", what: "view" };
export const GONE_ROW: Refusal = { refused: "gone", what: "row" };

/** Replaces the item of a list that has the same id, in its place. */
export function replaced<T extends { readonly id: string }>(list: readonly T[], item: T): Edit<T> | null {
  const index = list.findIndex((each) => each.id === item.id);
  const before = list[index];
  return before === undefined ? null : { before: { index, item: before }, after: { index, item } };
}

export const added = <T>(list: readonly T[], item: T): Edit<T> => ({
  before: null,
  after: { index: list.length, item },
});

export const fieldOp = (sheet: SheetId, edit: Edit<Field>): Op => ({
  op: "field",
  sheet,
  edit,
  valuesBefore: null,
  valuesAfter: null,
});

/** Why a sheet or a field may not be called that, beside the others; null: it may. */
export function nameProblem(name: string, others: readonly { readonly name: string }[]): Refusal | null {
  if (name.trim() === "") return { refused: "nameEmpty", name };
  return others.some((other) => other.name === name) ? { refused: "nameTaken", name } : null;
}

/** An op for each view that the change makes another. */
export function viewOps(sheet: Sheet, change: (view: View) => View): readonly Op[] {
  return sheet.views.flatMap((view, index): readonly Op[] => {
    const item = inEachForm(view, change);
    if (item === view) return [];
    return [{ op: "view", sheet: sheet.id, edit: { before: { index, item: view }, after: { index, item } } }];
  });
}
