/** What dialogs ask of a whole column, and what they have done to it. */
import type { ChoiceId, FieldId, SheetId, Value } from "../core/model/index.ts";
import type { KindTarget } from "../fields/convert.ts";
import type { ParseProblem } from "../fields/kind.ts";
import type { LocaleFormat } from "../fields/locale.ts";
import type { Dispatched } from "./api.ts";

/** The values of a column that take the most room, the widest by guess first. */
export interface WidestValues {
  readonly field: FieldId;
  readonly values: readonly Value[];
}

export interface ChoiceCount {
  readonly choice: ChoiceId;
  readonly cells: number;
}

/** Cells with one value, as they look. */
export interface FareOfValue {
  readonly before: string;
  readonly cells: number;
}

/** How the values of a column would fare as another kind; the first of each are listed. */
export type KindPreview =
  | {
      readonly type: "preview";
      /** Nothing would be another: it is of this kind already. */
      readonly same: boolean;
      readonly unchanged: { readonly cells: number };
      readonly changed: {
        readonly cells: number;
        readonly values: number;
        readonly first: readonly (FareOfValue & { readonly after: string })[];
      };
      /** They become empty. */
      readonly lost: {
        readonly cells: number;
        readonly values: number;
        readonly first: readonly (FareOfValue & { readonly problem: ParseProblem })[];
      };
      /** That the column would offer besides those it has. */
      readonly newChoices: number;
      /** Of numbers and money: how many are stored. */
      readonly decimals: number | null;
      /** Where dates could be two: in how many cells, and what was taken for the day; null: it has to be said. */
      readonly dates: { readonly ambiguous: number; readonly order: LocaleFormat["dateOrder"] | null } | null;
    }
  | { readonly type: "tooManyChoices"; readonly most: number };

export type { KindTarget } from "../fields/convert.ts";

export interface ColumnRequests {
  /** What `changeKind` would do. Null: given up for a newer question, or the column is gone. */
  previewKind(sheet: SheetId, field: FieldId, target: KindTarget): Promise<KindPreview | null>;
  /** One step; values that cannot be of the kind become empty. */
  changeKind(sheet: SheetId, field: FieldId, target: KindTarget): Promise<Dispatched>;
  /** Of all rows of the sheet; fields that are gone are left out. */
  widest(sheet: SheetId, fields: readonly FieldId[]): Promise<readonly WidestValues[]>;
  /** How many cells of the sheet hold each choice of a field, in its order. */
  choiceCounts(sheet: SheetId, field: FieldId): Promise<readonly ChoiceCount[]>;
}
