/** What the worker answers about the workbook's history, and how it is looked at and brought back. */
import type { Cause } from "../core/change/index.ts";
import type { FieldId, SheetId, Value, Workbook } from "../core/model/index.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Restoring } from "../engine/session/restore.ts";

/** The workbook as it was right after an entry. */
export interface PastState {
  readonly seq: number;
  readonly time: number;
  readonly workbook: Workbook;
  /** The first sheet whose rows the entry wrote to; null if it has none. */
  readonly sheet: SheetId | null;
}

/** One entry of the journal. */
export interface HistoryStep {
  readonly seq: number;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly time: number;
  /** Of an undo or redo: of the step it turned. */
  readonly cause: Cause;
  readonly action: "do" | "undo" | "redo";
  /** Turned back, and not repeated since. */
  readonly undone: boolean;
  /** Of an edit of one cell whose column is still there. */
  readonly edit: { readonly field: FieldId; readonly before: Value; readonly after: Value } | null;
}

export interface HistoryPage {
  /** Newest first; those that cannot be read are left out. */
  readonly steps: readonly HistoryStep[];
  /** What to ask the next page with; null: there is none. */
  readonly earlier: number | null;
}

export type LookedBack =
  | { readonly type: "past"; readonly past: PastState }
  /** An entry on the way is damaged. */
  | { readonly type: "unreadable"; readonly seq: number }
  /** Given up for a newer request. */
  | { readonly type: "cancelled" };

/** A row of a sheet's last query by its place, and the first field written to; null: the whole row. */
export interface MarkedPlace {
  readonly place: number;
  readonly field: FieldId | null;
}

export type Restored =
  /** `changed`: false if it was today as it was then. */
  { readonly ok: true; readonly changed: boolean } | { readonly ok: false; readonly refusal: Refusal };

/** The part of the worker's interface about it. */
export interface PastRequests {
  /** Steps before an entry, newest first; null: the newest. */
  history(before: number | null, limit: number): Promise<HistoryPage>;
  /** From then on every question is answered from the past, and views are the only thing that can be changed. */
  lookBack(seq: number): Promise<LookedBack>;
  /** Ends that. */
  backToToday(): Promise<void>;
  /** Where the first row that the step wrote to stands in the sheet's last query; null: not shown, or none. */
  firstMarked(sheet: SheetId): Promise<MarkedPlace | null>;
  /** Brings a row, a column or everything back from the past that is looked at, as one step. */
  restore(what: Restoring): Promise<Restored>;
}
