/** What dialogs ask of a whole column, and what they have done to it. */
import type { ChoiceId, FieldId, SheetId, Value } from "../core/model/index.ts";

/** The values of a column that take the most room, the widest by guess first. */
export interface WidestValues {
  readonly field: FieldId;
  readonly values: readonly Value[];
}

export interface ChoiceCount {
  readonly choice: ChoiceId;
  readonly cells: number;
}

export interface ColumnRequests {
  /** Of all rows of the sheet; fields that are gone are left out. */
  widest(sheet: SheetId, fields: readonly FieldId[]): Promise<readonly WidestValues[]>;
  /** How many cells of the sheet hold each choice of a field, in its order. */
  choiceCounts(sheet: SheetId, field: FieldId): Promise<readonly ChoiceCount[]>;
}
