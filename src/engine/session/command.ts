/** What the interface may ask of an open workbook. Each command becomes one change, one journal entry, one undo step. */
import type { Action } from "../../core/change/index.ts";
import type {
  ChartId,
  Choice,
  ChoiceId,
  Classifier,
  Field,
  FieldId,
  HanOrder,
  KindId,
  RowId,
  SavedExport,
  SentFile,
  SheetChart,
  SheetId,
  UndoReach,
  Value,
  Vector,
  View,
  ViewId,
} from "../../core/model/index.ts";

import type { BrokenRule } from "../tiers/judge.ts";

/** One column of what is written in bulk: `values[i]` goes to `rows[i]`. */
export interface ColumnCells {
  readonly field: FieldId;
  readonly rows: Uint32Array;
  readonly values: Vector;
  /** The field's choices with new ones added, from which the ids were chosen. */
  readonly choices?: readonly Choice[];
}

/** New rows at the end; `columns` are as long as there are rows. */
export interface AddedRows {
  readonly count: number;
  readonly columns: readonly Omit<ColumnCells, "rows">[];
}

/** Where a new column stands. */
export interface Beside {
  readonly field: FieldId;
  readonly side: "left" | "right";
}

export interface RemovedChoice {
  readonly id: ChoiceId;
  readonly by: ChoiceId | null;
}

/** `from`: the row whose cell it is; null: what those of all the rows come to together. */
export interface TakenCell {
  readonly field: FieldId;
  readonly from: RowId | null;
}

/** What of a view's form is changed by itself. */
export type ViewPart = "sort" | "filter" | "columns" | "colours" | "totals" | "group" | "pinned";

export type Command =
  | {
      readonly type: "setCell";
      readonly sheet: SheetId;
      readonly row: RowId;
      readonly field: FieldId;
      readonly value: Value;
      /** The field's choices with new ones added, when the value names one that is new. */
      readonly choices?: readonly Choice[];
    }
  /** Many cells at once: pasted, filled, cleared. Rows that are gone by then are left out. */
  | {
      readonly type: "setCells";
      readonly sheet: SheetId;
      readonly columns: readonly ColumnCells[];
      readonly added?: AddedRows;
      /** Columns that come with it, at the end of the sheet, in time for `columns` to name them. */
      readonly fields?: readonly Field[];
    }
  /** Empty rows before a row; `before` null: at the end. */
  | {
      readonly type: "insertRows";
      readonly sheet: SheetId;
      readonly before: RowId | null;
      readonly count: number;
    }
  /** A new row at the end, with one cell filled or none. */
  | {
      readonly type: "addRow";
      readonly sheet: SheetId;
      readonly field?: FieldId;
      readonly value?: Value;
      readonly choices?: readonly Choice[];
    }
  /** One row takes over cells of others, which go. */
  | {
      readonly type: "mergeRows";
      readonly sheet: SheetId;
      readonly keep: RowId;
      readonly drop: readonly RowId[];
      /** Fields whose value is not that of the row that stays. */
      readonly take: readonly TakenCell[];
    }
  /** Rows that look alike and are no duplicates of each other; `forgetApart`: what was said of just these. */
  | {
      readonly type: "keepApart" | "forgetApart";
      readonly sheet: SheetId;
      readonly rows: readonly RowId[];
    }
  | { readonly type: "deleteRows"; readonly sheet: SheetId; readonly rows: readonly RowId[] }
  /** Of rows that stand together, the copies stand together behind them. */
  | { readonly type: "duplicateRows"; readonly sheet: SheetId; readonly rows: readonly RowId[] }
  | {
      readonly type: "setView";
      readonly sheet: SheetId;
      readonly view: View;
      readonly what: ViewPart;
    }
  /** In the form of another one as it is, with what is searched for, behind it. */
  | {
      readonly type: "addView";
      readonly sheet: SheetId;
      readonly like: ViewId;
      readonly name: string;
      readonly search: string;
    }
  | { readonly type: "renameView"; readonly sheet: SheetId; readonly view: ViewId; readonly name: string }
  /** `to`: its place among the sheet's views, from 0; beyond the last it is the last. */
  | { readonly type: "moveView"; readonly sheet: SheetId; readonly view: ViewId; readonly to: number }
  | { readonly type: "deleteView" | "revertView"; readonly sheet: SheetId; readonly view: ViewId }
  /** As it is, with what is searched for. */
  | { readonly type: "saveView"; readonly sheet: SheetId; readonly view: ViewId; readonly search: string }
  | { readonly type: "lockView"; readonly sheet: SheetId; readonly view: ViewId; readonly locked: boolean }
  /** Takes the place of the field's rule. Without a `reason` a column of that name is made, hidden in every view. */
  | {
      readonly type: "setClassifier";
      readonly sheet: SheetId;
      readonly classifier: Omit<Classifier, "reason"> & { readonly reason?: FieldId };
      readonly reasonName: string;
    }
  /** The classes stay as they are. */
  | { readonly type: "removeClassifier"; readonly sheet: SheetId; readonly field: FieldId }
  /** At the end; `changeChart` takes the place of the one with its id. `name`: what it is called on the screen. */
  | {
      readonly type: "addChart" | "changeChart";
      readonly sheet: SheetId;
      readonly chart: SheetChart;
      readonly name: string;
    }
  /** `to`: its place among the sheet's charts, from 0; beyond the last it is the last. */
  | {
      readonly type: "moveChart";
      readonly sheet: SheetId;
      readonly id: ChartId;
      readonly to: number;
      readonly name: string;
    }
  | { readonly type: "removeChart"; readonly sheet: SheetId; readonly id: ChartId; readonly name: string }
  /** Follows all rules anew: what looks at today may have changed. */
  | { readonly type: "classify" }
  | {
      readonly type: "addSheet";
      readonly name: string;
      readonly fieldName: string;
      readonly viewName: string;
    }
  | { readonly type: "renameSheet"; readonly sheet: SheetId; readonly name: string }
  /** `to`: its place among the sheets, from 0; beyond the last it is the last. */
  | { readonly type: "moveSheet"; readonly sheet: SheetId; readonly to: number }
  /** Beside the one it is of, rows and all. */
  | { readonly type: "duplicateSheet"; readonly sheet: SheetId; readonly name: string }
  | { readonly type: "deleteSheet"; readonly sheet: SheetId }
  /** Without `beside`, or where that is gone: at the end. */
  | {
      readonly type: "addField";
      readonly sheet: SheetId;
      readonly name: string;
      readonly kind: KindId;
      readonly beside?: Beside;
    }
  | { readonly type: "renameField"; readonly sheet: SheetId; readonly field: FieldId; readonly name: string }
  /** Beside the one it is of, values and all. */
  | {
      readonly type: "duplicateField";
      readonly sheet: SheetId;
      readonly field: FieldId;
      readonly name: string;
    }
  /** With its values; views are no longer sorted or filtered by it. */
  | { readonly type: "deleteField"; readonly sheet: SheetId; readonly field: FieldId }
  /**
   * The choices of a field in their order. `removed` are those that cells may hold no more, each with the one that takes
   * its place (null: the cells become empty). Others that the field has, as from another tab, stay behind them.
   */
  | {
      readonly type: "setChoices";
      readonly sheet: SheetId;
      readonly field: FieldId;
      readonly choices: readonly Choice[];
      readonly removed: readonly RemovedChoice[];
    }
  | { readonly type: "setHanOrder"; readonly order: HanOrder }
  | { readonly type: "renameWorkbook"; readonly name: string }
  /** How numbers, dates and amounts are read and shown. A Han order once chosen stays. */
  | { readonly type: "setFormats"; readonly locale: string; readonly currency: string }
  /** Null: to the beginning. */
  | { readonly type: "setUndoReach"; readonly reach: UndoReach | null }
  /** In place of the one with the same id for the same sheet. */
  | { readonly type: "saveExport"; readonly saved: SavedExport }
  /** A file went out, and is remembered until it comes back: a note for each sheet, the one first that it was asked for from. */
  | { readonly type: "noteSent"; readonly sent: readonly [SentFile, ...SentFile[]] }
  | { readonly type: "removeExport"; readonly sheet: SheetId; readonly id: string }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

/** Why a command was not carried out; the workbook is as it was. */
export type Refusal =
  | { readonly refused: "gone"; readonly what: "sheet" | "field" | "row" | "view" | "chart" }
  | { readonly refused: "nothingToUndo" | "nothingToRedo" }
  | { readonly refused: "nameTaken" | "nameEmpty"; readonly name: string }
  /** A workbook has at least one sheet, and a sheet one column and one view. */
  | { readonly refused: "lastSheet" | "lastField" | "lastView" }
  | { readonly refused: "viewLocked"; readonly name: string }
  | { readonly refused: "wrongValue" | "filterTooDeep" }
  /** A rule cannot be followed. */
  | { readonly refused: "ruleBroken"; readonly why: BrokenRule }
  /** Another tab has changed something since, so that the step is no longer the last, or what was meant no longer fits. */
  | { readonly refused: "overtaken"; readonly turn: Action["type"] }
  /** The columns an import was prepared for have changed. */
  | { readonly refused: "columnsChanged"; readonly file: string }
  /** A newer version has written to the workbook, so this one may not. */
  | { readonly refused: "outdated" }
  /** The past is looked at, which can be sorted and filtered but not written to. */
  | { readonly refused: "past" }
  /** A group's head has no cells of its own. */
  | { readonly refused: "groupHead" }
  /** The journal's entry of that number cannot be read any more, so it cannot be turned back. */
  | { readonly refused: "unreadable"; readonly seq: number };
