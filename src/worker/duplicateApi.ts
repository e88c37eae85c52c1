/** What the worker answers about rows that may be the same customer. */
import type { FieldId, RowId, SheetId, Value } from "../core/model/index.ts";
import type { Evidence } from "../engine/duplicates/evidence.ts";

export interface DuplicateRow {
  readonly row: RowId;
  /** What tells it apart. */
  readonly name: string;
  /** In the order of the sheet's fields. */
  readonly values: readonly Value[];
}

export interface DuplicatePair {
  readonly first: DuplicateRow;
  readonly second: DuplicateRow;
  /** Of a hundred. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export interface Duplicates {
  readonly count: number;
  /** The surest of them. */
  readonly pairs: readonly DuplicatePair[];
}

export interface Alike {
  readonly row: RowId;
  readonly name: string;
}

export interface DuplicateRequests {
  /** Null: given up for a newer search. */
  findDuplicates(sheet: SheetId): Promise<Duplicates | null>;
  /** Another row with the same in a field by which customers are told apart, however it is written; null: none. */
  alike(sheet: SheetId, row: RowId, field: FieldId, text: string): Promise<Alike | null>;
}
