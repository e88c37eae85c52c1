/** What the interface asks about tiers: what a rule would do. */
import type { Cause } from "../core/change/index.ts";
import type { Classifier, FieldId, RowId, SheetId, Value } from "../core/model/index.ts";
import type { ClassPreview } from "../engine/tiers/preview.ts";

/** A rule as far as it has to be known to be tried. */
export type TriedRule = Omit<Classifier, "reason" | "byHand">;

/** One change of a row's class. */
export interface RowMove {
  readonly seq: number;
  /** Milliseconds since 1970, by the clock of the machine. */
  readonly time: number;
  /** Of an undo or redo: of the step it turned. */
  readonly cause: Cause;
  readonly action: "do" | "undo" | "redo";
  readonly field: FieldId;
  readonly before: Value;
  readonly after: Value;
}

export interface RowMoves {
  /** Newest first. */
  readonly moves: readonly RowMove[];
  /** Back to when the row was made; else there may be earlier ones. */
  readonly whole: boolean;
}

export interface TierRequests {
  /** How a row came to what it holds in some fields, `limit` changes at most, as far back as is quickly read. */
  rowMoves(sheet: SheetId, row: RowId, fields: readonly FieldId[], limit: number): Promise<RowMoves>;
  /** Of all rows of the sheet; null: it is gone. */
  previewClasses(sheet: SheetId, rule: TriedRule): Promise<ClassPreview | null>;
}

export type { ClassMove, ClassPreview } from "../engine/tiers/preview.ts";
