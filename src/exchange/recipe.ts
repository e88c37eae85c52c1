/** What was decided about a file is kept, and found again by the names of its columns. */
import {
  findField,
  type ImportRecipe,
  MOST_RECIPES,
  type ReadingAnswers,
  type Sheet,
  type SheetId,
} from "../core/model/index.ts";
import type { Destination } from "./api.ts";
import type { Matching } from "./match.ts";
import type { ImportOutline } from "./plan.ts";
import { nameKey } from "./synonyms.ts";

const sameHeader = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, index) => nameKey(name) === nameKey(b[index] ?? ""));

export function findRecipe(
  recipes: readonly ImportRecipe[],
  sheet: SheetId,
  header: readonly string[],
): ImportRecipe | null {
  return recipes.find((each) => each.sheet === sheet && sameHeader(each.header, header)) ?? null;
}

/** A column whose field is gone becomes one of its own. */
export function recipeMapping({ fields }: ImportRecipe, sheet: Sheet): readonly Destination[] {
  return fields.map((field): Destination => {
    if (field === null) return { to: "nowhere" };
    return findField(sheet, field) === undefined ? { to: "newField" } : { to: "field", field };
  });
}

/** Those that were given, out of whatever else was decided. */
export function answersOf({ dayOrder, decimal }: ReadingAnswers): ReadingAnswers {
  return { ...(dayOrder === undefined ? {} : { dayOrder }), ...(decimal === undefined ? {} : { decimal }) };
}

export function makeRecipe(
  sheet: SheetId,
  { columns }: ImportOutline,
  matching: Matching,
  answers: ReadingAnswers,
): ImportRecipe {
  const { key, action, blanks } = matching;
  return {
    sheet,
    header: columns.map(({ header }) => header),
    fields: columns.map(({ ignored, reading }) => (ignored ? null : reading.field.id)),
    key,
    action,
    blanks,
    ...answers,
  };
}

/** With that one first, in place of the one before for the same columns; the very list where it is the first already. */
export function withRecipe(recipes: readonly ImportRecipe[], recipe: ImportRecipe): readonly ImportRecipe[] {
  if (JSON.stringify(recipes[0]) === JSON.stringify(recipe)) return recipes;
  const others = recipes.filter(
    ({ sheet, header }) => sheet !== recipe.sheet || !sameHeader(header, recipe.header),
  );
  return [recipe, ...others].slice(0, MOST_RECIPES);
}
