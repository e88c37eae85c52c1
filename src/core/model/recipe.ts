/** What was decided about a file, so that the next one with the same columns needs no question. */
import type { FieldId, SheetId } from "./ids.ts";

/** Which rows of a file are taken: those that are new, those that are there already, or both. */
export const IMPORT_ACTIONS = ["both", "add", "update"] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

/** What a blank cell of a file does to one that is filled. */
export const BLANKS = ["keep", "clear"] as const;
export type Blanks = (typeof BLANKS)[number];

/** Orders of the parts of a date. */
export const DATE_ORDERS = ["ymd", "dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const DECIMAL_SIGNS = [".", ","] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

/** What only the person could tell of a file. */
export interface ReadingAnswers {
  /** Of dates that may be read in several ways. */
  readonly dayOrder?: DateOrder;
  /** Of numbers in columns that show both. */
  readonly decimal?: DecimalSign;
}

export interface ImportRecipe extends ReadingAnswers {
  readonly sheet: SheetId;
  /** The file's columns as it names them. */
  readonly header: readonly string[];
  /** By column: the field it went into; null: it was left out. */
  readonly fields: readonly (FieldId | null)[];
  readonly key: readonly FieldId[];
  readonly action: ImportAction;
  readonly blanks: Blanks;
}

/** Those used last are kept. */
export const MOST_RECIPES = 30;
