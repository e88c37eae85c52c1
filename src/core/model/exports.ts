/** How files for others are wanted: what was decided for a receiver's columns, and presets of the owner's own. */
import type { FieldId, SheetId } from "./ids.ts";

export const NAME_PARTS = ["given", "middle", "family"] as const;
export type NamePart = (typeof NAME_PARTS)[number];

/** What stands in a column: a field, with another where that is empty; the same text in every row; or nothing. */
export type Fill =
  | {
      readonly fill: "field";
      readonly field: FieldId;
      readonly or?: FieldId;
      /** Of a name. With `or`: the field, where all parts together are the name that `or` has, else that part of it. */
      readonly part?: NamePart;
    }
  /** What kind of number stands in the column that it is the label of. */
  | { readonly fill: "label" }
  | { readonly fill: "text"; readonly text: string }
  | { readonly fill: "nothing" };

/** A receiver's own empty file: what stood in it, and how it was written. */
export interface ExportTemplate {
  readonly columns: readonly string[];
  /** Whole lines above the columns' names. */
  readonly lead: readonly string[];
  /** As `exchange` names it. */
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: "\r\n" | "\n";
  /** A workbook of Excel: the name of its sheet. Then cells of the lines above are delimited by tabs, as nothing else is. */
  readonly book?: string;
}

export const FORMULA_DECISIONS = ["leave", "apostrophe"] as const;
export type FormulaDecision = (typeof FORMULA_DECISIONS)[number];

export interface SavedExport {
  /** A preset's own id where it keeps what was decided for that preset; else made. One for each id and sheet. */
  readonly id: string;
  readonly sheet: SheetId;
  /** Given by the owner; null: of a preset. */
  readonly name: string | null;
  readonly preset: string;
  /** In place of the preset's layout. */
  readonly template?: ExportTemplate;
  /** Of files in our own columns: which, in their order. */
  readonly fields?: readonly FieldId[];
  /** Of files in a receiver's columns: one for each. */
  readonly fills?: readonly Fill[];
  readonly formulas?: FormulaDecision;
}
