/**
 * The one interface between the two threads. All of it survives structured cloning; nothing in it grows with
 * a table but the window of rows that was asked for.
 */

import type { Cause } from "../core/change/index.ts";
import type {
  Atom,
  FieldId,
  RowColours,
  RowId,
  SheetId,
  Value,
  ViewId,
  Workbook,
  WorkbookId,
} from "../core/model/index.ts";
import type { Glance } from "../core/schema/glance.ts";
import type { TemplateWords } from "../core/template/customers.ts";
import type { AskedTotal } from "../engine/aggregate/columnTotals.ts";
import type { Facet, FacetQuery } from "../engine/aggregate/facet.ts";
import type { GroupBy, Groups } from "../engine/aggregate/group.ts";
import type { Measure, Result } from "../engine/aggregate/measures.ts";
import type { Mark } from "../engine/history/marks.ts";
import type { Command, Refusal } from "../engine/session/command.ts";
import type { FoundRow } from "../engine/session/find.ts";
import type { GroupHead } from "../engine/session/heads.ts";
import type { Stray } from "../engine/session/shown.ts";
import type { Touched } from "../engine/session/touched.ts";
import type { CsvPreview, ImportHints, ImportOutcome } from "../exchange/api.ts";
import type { Language } from "../i18n/index.ts";
import type { Damage, Note, Standpoint, StorageFailure, Witness } from "../storage/index.ts";
import type { CellRequests } from "./cellsApi.ts";
import type { ChartRequests } from "./chartApi.ts";
import type { ColumnRequests } from "./columnApi.ts";
import type { DuplicateRequests } from "./duplicateApi.ts";
import type { ExportRequests } from "./exportApi.ts";
import type { FileRequests } from "./fileApi.ts";
import type { ImportRequests } from "./importApi.ts";
import type { PastRequests, PastState } from "./pastApi.ts";
import type { ShelfRequests } from "./shelfApi.ts";
import type { TierRequests } from "./tierApi.ts";

export type {
  CsvPreview,
  DiffCell,
  DiffKind,
  DiffRow,
  Fate,
  ImportHints,
  ImportOutcome,
  ReturnedHints,
} from "../exchange/api.ts";
export type * from "./cellsApi.ts";
export type * from "./chartApi.ts";
export type * from "./duplicateApi.ts";
export type * from "./exportApi.ts";
export type * from "./fileApi.ts";
export type * from "./pastApi.ts";
export type * from "./shelfApi.ts";
export type * from "./tierApi.ts";

export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "failed"; readonly failure: StorageFailure };

export interface SaveReport {
  readonly save: SaveState;
  /** How many of this tab's requests that may change the workbook, counted by `answering` of `host.ts`, it holds for. */
  readonly answered: number;
}

/** What the interface shows of the open workbook, sent whole after every change: definitions are small. */
export interface WorkbookState {
  readonly workbook: Workbook;
  /** The last journal entry that is in it. */
  readonly seq: number;
  /** What Undo and Redo would turn back or repeat. */
  readonly undo: Cause | null;
  readonly redo: Cause | null;
}

export type WorkerEvent =
  /** What the workbook that is being opened showed when it was last at rest, and shows again unless damage is found. */
  | { readonly type: "glance"; readonly glance: Glance }
  | {
      readonly type: "changed";
      readonly state: WorkbookState;
      /** Sheets whose rows must be read again; after "order", query first. */
      readonly sheets: readonly Touched[];
    }
  /** The past that is looked at was sorted or filtered. */
  | { readonly type: "past"; readonly past: PastState; readonly sheets: readonly Touched[] }
  /** Comes too when a request that may change the workbook was answered, and nothing of it is to be saved. */
  | ({ readonly type: "save" } & SaveReport)
  /** An edit that was shown could not be kept, because another tab had changed what it was about. */
  | { readonly type: "dropped"; readonly refusal: Refusal; readonly typed?: string }
  /** Filled cells of an edit of many that found their row or column deleted by another tab. */
  | { readonly type: "missed"; readonly cells: number }
  /** Found in what other tabs have written since, when all of it was read anew; the rest is shown. */
  | { readonly type: "damage"; readonly damage: readonly Damage[] }
  /** The same workbook is open in another tab. */
  | { readonly type: "shared" }
  /** Another tab has put it among the deleted. What is done here is saved as before. */
  | { readonly type: "deleted" }
  /** A newer version has written to the workbook in another tab; this one can no longer save. */
  | { readonly type: "outdated" }
  /** Han characters are known from now on: what is searched for may be found in more rows. */
  | { readonly type: "hanKnown" }
  /** To be kept in localStorage, and given back at the next start. */
  | { readonly type: "note"; readonly note: Note }
  /** Of the import, export or query under way; total null while unknown. */
  | { readonly type: "progress"; readonly done: number; readonly total: number | null };

/** May resolve to nothing when a glance is painted, which is waited for a little. */
export type Listener = (event: WorkerEvent) => unknown;

export type StartResult =
  | { readonly type: "none" }
  | { readonly type: "open"; readonly state: WorkbookState; readonly damage: readonly Damage[] }
  /** There is a workbook, but it does not open; it is left as it is. */
  | { readonly type: "damaged"; readonly damage: readonly Damage[] }
  /** Less is there than was saved. Never opened without being asked; `found` is null where nothing is left. */
  | { readonly type: "setBack"; readonly witness: Witness | null; readonly found: Standpoint | null }
  /** A newer version has written to it. `past`: what this one can read, which is shown in place of the present; or null. */
  | { readonly type: "tooNew"; readonly past: PastState | null }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** What the interface knows that the worker cannot. */
export interface Beginning {
  /** All that was kept. */
  readonly notes: readonly Note[];
  /** Asked to begin a new workbook, whatever there is; what there is stays as it is. */
  readonly anew: boolean;
  /** The workbook that this tab had open; null: none. */
  readonly wanted: WorkbookId | null;
}

export type CreateSource = "blank" | "sample";

export interface NewWorkbook {
  readonly words: TemplateWords;
  readonly locale: string;
  readonly currency: string;
}

export type Dispatched =
  /** `rows`: of a command about rows that were picked, how many these are. */
  | { readonly ok: true; readonly row?: RowId; readonly rows?: number }
  /** `typed`: what was typed in vain, as text. */
  | { readonly ok: false; readonly refusal: Refusal; readonly typed?: string };

/** Which rows, in which order: a view of the sheet plus what is typed into the search box. */
export interface QueryResult {
  readonly matching: number;
  readonly total: number;
  /** Rows of the screen: those that are not folded away, and the heads of groups. */
  readonly places: number;
  /** How many of the page's commands to add a row were carried out or refused by then: these are counted in. */
  readonly added: number;
}

export interface WindowRow {
  readonly id: RowId;
  /** In the order of the sheet's fields. */
  readonly values: readonly Value[];
  /** Changed since the last query, and no longer where it belongs: the next query moves it or leaves it out. */
  readonly stray: Stray | null;
  /** In the past: what the step did to the row. */
  readonly mark?: Mark;
  /** By the view's rules; left out where no cell of the row has one. */
  readonly colours?: RowColours;
  /** In groups, where its place does not tell: where it stands among the rows, from 0. */
  readonly number?: number;
  /** The row is no row of the sheet, but stands above a group of them; its id is no row's. */
  readonly head?: GroupHead;
}

/** One row by its id, and its place in the sheet's last query; null: not shown. */
export interface RecordRow extends WindowRow {
  readonly place: number | null;
}

export type ImportTarget =
  /** Into the first sheet of a new workbook, which the import creates. */
  | { readonly type: "newWorkbook"; readonly setup: NewWorkbook }
  | { readonly type: "sheet"; readonly sheet: SheetId };

export interface DataWorker
  extends CellRequests,
    ChartRequests,
    ColumnRequests,
    DuplicateRequests,
    ExportRequests,
    FileRequests,
    ImportRequests,
    PastRequests,
    ShelfRequests,
    TierRequests {
  /** Call once. `listener` hears every event from then on. */
  start(listener: Listener, beginning: Beginning): Promise<StartResult>;
  /** Looks whether other tabs have changed the workbook, or made one; `listener` hears what follows. */
  follow(): Promise<void>;
  create(source: CreateSource, setup: NewWorkbook): Promise<void>;
  dispatch(command: Command): Promise<Dispatched>;
  /** `view`: null for the sheet's first; left out: the one before. Null: given up for a newer query of the same sheet. */
  query(sheet: SheetId, search: string, view?: ViewId | null): Promise<QueryResult | null>;
  /** Places `start` up to, not including, `end` of the sheet's last query. */
  rows(sheet: SheetId, start: number, end: number): Promise<readonly WindowRow[]>;
  /** Folds a group away, named by its values from the outermost, or opens it; `path` null: all of them. */
  fold(sheet: SheetId, path: readonly Atom[] | null, folded: boolean): Promise<QueryResult>;
  /**
   * Rows of any sheet by their texts, nearest first, `most` of each sheet; those of `first` before the others. Null: given
   * up for a newer question.
   */
  findRows(search: string, first: SheetId | null, most: number): Promise<readonly FoundRow[] | null>;
  /** One row, shown or not. Null: it is gone. */
  record(sheet: SheetId, row: RowId): Promise<RecordRow | null>;
  /** Where a row stands in the sheet's last query, out of whatever was folded over it; null: not shown. */
  placeOf(sheet: SheetId, row: RowId): Promise<number | null>;
  /** Distinct values with counts under the view's other conditions; null if the field is gone. */
  facet(sheet: SheetId, field: FieldId, query: Omit<FacetQuery, "locale">): Promise<Facet | null>;
  /** The last query's rows in groups, measured; null if the sheet is gone. */
  groups(sheet: SheetId, by: readonly GroupBy[], measures: readonly Measure[]): Promise<Groups | null>;
  /** Of the rows of the last query, one for each that is asked for. Null: given up for a newer question, or gone. */
  columnTotals(sheet: SheetId, asked: readonly AskedTotal[]): Promise<readonly Result[] | null>;
  /** Reads a file and says what it would become; nothing is written. A second call replaces the first. */
  previewCsv(file: File, target: ImportTarget, hints: ImportHints): Promise<CsvPreview>;
  /** Writes what was previewed, as one change. `wanted` is asked when that is done: unless it still is, it never was. */
  importCsv(wanted: () => boolean): Promise<ImportOutcome>;
  cancelCsv(): Promise<void>;
  /** The rows of the last import that were not taken, as a CSV with their line and reason. */
  rejectedCsv(language: Language): Promise<Blob | null>;
}

export type { Glance } from "../core/schema/glance.ts";
export type { AskedTotal } from "../engine/aggregate/columnTotals.ts";
export type { Exact } from "../engine/aggregate/exact.ts";
export type { Facet } from "../engine/aggregate/facet.ts";
export type { Result } from "../engine/aggregate/measures.ts";
export type { Totals } from "../engine/aggregate/totals.ts";
export type { Mark } from "../engine/history/marks.ts";
export type { Command, Refusal, ViewPart } from "../engine/session/command.ts";
export type { FoundRow } from "../engine/session/find.ts";
export type { GroupHead } from "../engine/session/heads.ts";
export type { Restoring } from "../engine/session/restore.ts";
export type { Stray } from "../engine/session/shown.ts";
export type { Extent, Touched } from "../engine/session/touched.ts";
export type { Damage, FileRefusal, Note, Standpoint, StorageFailure, Witness } from "../storage/index.ts";
export type { AlikeLines, ImportRecord, ImportUndoing, KeptValue } from "./importApi.ts";
