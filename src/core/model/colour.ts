/** Rules that colour the cells of a view by what is in them, and what they come to for a cell. */
import type { Hue } from "./field.ts";
import type { Condition } from "./filter.ts";
import type { FieldId } from "./ids.ts";

/** Of a column's rules the first that a cell meets colours it; a bar is drawn besides. */
export type ColourRule =
  | {
      readonly type: "when";
      readonly field: FieldId;
      /** Of the row, by any of its fields. */
      readonly condition: Condition;
      readonly hue: Hue;
    }
  /** What another row of the sheet holds too; texts are compared as a search does. */
  | { readonly type: "duplicates"; readonly field: FieldId; readonly hue: Hue }
  /** In the hue of the cell's choice, of several the first. */
  | { readonly type: "choice"; readonly field: FieldId }
  /** As long as the number is large among all rows of the sheet. */
  | { readonly type: "bar"; readonly field: FieldId; readonly hue: Hue };

/** From where to where, in percent of the cell's width. */
export interface Bar {
  readonly hue: Hue;
  readonly from: number;
  readonly to: number;
}

export interface CellColour {
  readonly hue: Hue | null;
  readonly bar: Bar | null;
}

/** By field; cells without a colour are left out. */
export type RowColours = Readonly<Record<string, CellColour>>;
