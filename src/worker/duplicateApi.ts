/** What the worker answers about rows that may be the same customer. */
import type { FieldId, RowId, SheetId, Value } from "../core/model/index.ts";
import type { Evidence } from "../engine/duplicates/evidence.ts";
import type { Uncompared } from "../engine/duplicates/find.ts";

export interface DuplicateRow {
  readonly row: RowId;
  /** What tells it apart. */
  readonly name: string;
  /** In the order of the sheet's fields. */
  readonly values: readonly Value[];
}

/** Two rows of a group by their places in its `rows`. */
export interface DuplicateLink {
  readonly first: number;
  readonly second: number;
  /** Of a hundred. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export interface DuplicateGroup {
  /** In the order of the sheet. Of a very large group the rows that are alike, and the first others. */
  readonly rows: readonly DuplicateRow[];
  /** All of its rows. */
  readonly all: readonly RowId[];
  /** Those that are alike, the surest first. */
  readonly links: readonly DuplicateLink[];
  /** Without it the group would fall apart. */
  readonly weakest: DuplicateLink;
  /** Places of rows of which every one is alike with every other; the rest hangs on by some of them. */
  readonly alike: readonly number[];
}

/** Rows that were said to be no duplicates. */
export interface ApartRows {
  readonly rows: readonly Alike[];
}

export interface Duplicates {
  readonly count: number;
  /** The surest of them. */
  readonly groups: readonly DuplicateGroup[];
  readonly apart: readonly ApartRows[];
  readonly uncompared: Uncompared;
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
