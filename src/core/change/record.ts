/**
 * One entry of the journal. Undo and redo are entries of their own that name the entry they turn back or
 * repeat; its change is not stored again, and the journal is never rewritten.
 */
import type { FieldId, SheetId } from "../model/ids.ts";
import type { Change } from "./change.ts";

/** What is done to a view as a whole. */
export const VIEW_TASKS = [
  "addView",
  "renameView",
  "moveView",
  "deleteView",
  "saveView",
  "revertView",
  "lockView",
  "unlockView",
] as const;
export type ViewTask = (typeof VIEW_TASKS)[number];

/** What is done to a chart of a sheet. */
export const CHART_TASKS = ["addChart", "changeChart", "moveChart", "removeChart"] as const;
export type ChartTask = (typeof CHART_TASKS)[number];

/** Why a change was made, as data; the interface words it. */
export type Cause =
  | { readonly type: "create"; readonly from: "blank" | "sample" | "import" | "file" }
  | { readonly type: "edit"; readonly cells: number; readonly sheet: SheetId; readonly field: FieldId }
  | {
      readonly type: "addRows" | "deleteRows" | "duplicateRows";
      readonly rows: number;
      readonly sheet: SheetId;
    }
  | {
      readonly type: "import";
      readonly file: string;
      readonly added: number;
      readonly updated: number;
      readonly rejected: number;
      readonly sheet: SheetId;
      readonly unchanged?: number;
      /** Left out by what was asked for. */
      readonly skipped?: number;
      /** Lines that are no rows: blank ones, titles, totals. */
      readonly excluded?: number;
      /** Of the file's bytes, so that it is known when it comes again. */
      readonly hash?: string;
      /** Only of the entry that undoes it: it was cancelled while it was written, and is not to be done again. */
      readonly cancelled?: true;
    }
  /** An import turned back cell by cell, whatever came after it; `of` is its entry. */
  | {
      readonly type: "undoImport";
      readonly of: number;
      readonly file: string;
      readonly sheet: SheetId;
      readonly removed: number;
      readonly restored: number;
      readonly kept: number;
    }
  | {
      readonly type: "addSheet" | "renameSheet" | "moveSheet" | "duplicateSheet" | "deleteSheet";
      readonly name: string;
    }
  | {
      readonly type:
        | "addField"
        | "renameField"
        | "duplicateField"
        | "deleteField"
        | "editChoices"
        | "changeKind";
      readonly name: string;
    }
  | {
      readonly type: "sort" | "filter" | "columns" | "colours" | "totals" | "group" | "pinned";
      readonly sheet: SheetId;
    }
  | {
      readonly type: ViewTask;
      readonly sheet: SheetId;
      readonly name: string;
    }
  | { readonly type: ChartTask; readonly sheet: SheetId; readonly name: string }
  | { readonly type: "setClassifier" | "removeClassifier"; readonly sheet: SheetId; readonly field: FieldId }
  /** Because of the day. */
  | { readonly type: "classify"; readonly cells: number }
  | { readonly type: "settings" }
  /** Rows became one; left out: two. */
  | { readonly type: "mergeRows"; readonly sheet: SheetId; readonly rows?: number }
  /** It was said that rows are no duplicates, or that they are to be offered again. */
  | { readonly type: "keepApart" | "forgetApart"; readonly sheet: SheetId; readonly rows: number }
  /** A file went out that is known again when it comes back. */
  | { readonly type: "export"; readonly file: string; readonly rows: number; readonly sheet: SheetId }
  /** `name`: of a preset of the owner's; else it is what was decided for a preset. */
  | { readonly type: "saveExport"; readonly preset: string; readonly name?: string }
  /** Brought back as it was right after the entry made at `asOf`. */
  | { readonly type: "restoreRow"; readonly sheet: SheetId; readonly asOf: number }
  | { readonly type: "restoreColumn"; readonly sheet: SheetId; readonly name: string; readonly asOf: number }
  | { readonly type: "restoreAll"; readonly asOf: number };

export type Action =
  | { readonly type: "do"; readonly change: Change }
  | { readonly type: "undo" | "redo"; readonly seq: number };

export interface JournalEntry {
  /** Counts from 1 without gaps. */
  readonly seq: number;
  /** Milliseconds since 1970, by the clock of the machine; informative, never used for order. */
  readonly time: number;
  readonly cause: Cause;
  readonly action: Action;
}
