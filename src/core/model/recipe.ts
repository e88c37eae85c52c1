/** What was decided about a file, so that the next one with the same columns needs no question. */
import type { FieldId, SheetId } from "./ids.ts";

/** Which rows of a file are taken: those that are new, those that are there already, or both. */
export const IMPORT_ACTIONS = ["both", "add", "update"] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

/** What a blank cell of a file does to one that is filled. */
export const BLANKS = ["keep", "clear"] as const;
export type Blanks = (typeof BLANKS)[number];

export interface ImportRecipe {
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
