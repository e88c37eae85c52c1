/** What the worker answers about imports: what one would do row by row, those that were done, and turning one back later. */
import type { FieldId, RowId, SheetId, Value } from "../core/model/index.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { DiffKind, DiffRow } from "../exchange/api.ts";
import type { LinesTold } from "../exchange/report.ts";

/** An import that is not undone, as its journal entry has it. */
export interface ImportRecord {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly file: string;
  readonly sheet: SheetId;
  readonly added: number;
  readonly updated: number;
  readonly rejected: number;
  /** Not known of imports that earlier builds made. */
  readonly unchanged?: number;
  readonly skipped?: number;
  readonly excluded?: number;
  readonly hash?: string;
  /** When it was turned back later; null: it was not. */
  readonly turnedBack: number | null;
}

/** A cell that stays as it is because it, or the kind of its column, was changed since. */
export interface KeptValue {
  readonly row: RowId;
  /** What tells its row apart. */
  readonly name: string;
  readonly field: FieldId;
  /** The whole row came with the import. */
  readonly added: boolean;
  readonly imported: Value;
  readonly present: Value;
}

export type ImportUndoing =
  | {
      readonly type: "undoing";
      /** Rows that came with it and go, and cells that become what they were. */
      readonly removed: number;
      readonly restored: number;
      readonly keptCount: number;
      /** The first of them. */
      readonly kept: readonly KeptValue[];
    }
  | { readonly type: "refused"; readonly refusal: Refusal };

/** Lines of the previewed file that would become new rows and look like rows that are there or come before them. */
export interface AlikeLines {
  readonly lines: readonly number[];
  /** Those that can be left out: each looks like a row that stays. What only looks like one of these stays. */
  readonly spare: readonly number[];
}

export interface ImportRequests {
  /** Rows `start` up to, not including, `end` of the file that was previewed, of one kind or all. None if there is none. */
  diffRows(kind: DiffKind, start: number, end: number): Promise<readonly DiffRow[]>;
  /** The first `most` lines of the file read last that are no rows, or may be none. Null: there is none. */
  linesTold(most: number): Promise<LinesTold | null>;
  /** `diffRows` then names them. Null: there is none, or it was given up. */
  alikeInFile(): Promise<AlikeLines | null>;
  /** Newest first; those that were undone are left out. */
  importLog(): Promise<readonly ImportRecord[]>;
  /** What turning an import back now would do; nothing is written. */
  previewUndoImport(seq: number): Promise<ImportUndoing>;
  /** One step. */
  undoImport(seq: number): Promise<ImportUndoing>;
}
