/** Conditions for each class, as they are typed: who meets those of a class first is in it. */
import { type Join, joinOf, listedParts } from "../../app/filter.ts";
import type { Choice, ChoiceId, ClassMethod, Filter } from "../../core/model/index.ts";
import { draftOf } from "../views/draft.ts";
import { type Draft, type DraftContext, writeDrafts } from "../views/tree.ts";

export interface ClassConditions {
  readonly choice: ChoiceId;
  readonly join: Join;
  readonly list: readonly Draft[];
}

export interface ConditionsDraft {
  /** One for each choice of the field, in its order. Without conditions only a hand gives it. */
  readonly classes: readonly ClassConditions[];
  /** Who meets none; null: no class. */
  readonly rest: ChoiceId | null;
}

let lastKey = 0;
/** Tells drafts apart while they are edited. */
export const nextKey = (): number => {
  lastKey += 1;
  return lastKey;
};

/** What the form has no room for is kept, and shown in words. */
export function readClass(choice: ChoiceId, filter: Filter | null, context: DraftContext): ClassConditions {
  const list = listedParts(filter).map((part) =>
    draftOf(nextKey(), part, "parts" in part ? undefined : context.fieldOf(part.field), context.locale),
  );
  return { choice, join: joinOf(filter), list };
}

export function readConditions(
  choices: readonly Choice[],
  filterOf: (choice: ChoiceId) => Filter | null,
  rest: ChoiceId | null,
  context: DraftContext,
): ConditionsDraft {
  return { classes: choices.map(({ id }) => readClass(id, filterOf(id), context)), rest };
}

/** Of a rule that is followed. */
export function readRule(
  choices: readonly Choice[],
  classes: readonly ChoiceId[],
  { filters }: Extract<ClassMethod, { by: "conditions" }>,
  context: DraftContext,
): ConditionsDraft {
  const filterOf = (choice: ChoiceId): Filter | null => filters[classes.indexOf(choice)] ?? null;
  return readConditions(choices, filterOf, classes[filters.length] ?? null, context);
}

/** The classes that the rule gives, and the conditions of each but of the one that takes the rest. Null: there are none yet. */
export function writeConditions(
  { classes, rest }: ConditionsDraft,
  context: DraftContext,
): { readonly classes: readonly ChoiceId[]; readonly method: ClassMethod } | null {
  const asked = classes.flatMap(({ choice, join, list }) => {
    const filter = writeDrafts(list, join, context);
    return filter === null ? [] : [{ choice, filter }];
  });
  if (asked.length === 0) return null;
  const given = asked.map(({ choice }) => choice);
  const taking = rest !== null && !given.includes(rest) ? [rest] : [];
  return {
    classes: [...given, ...taking],
    method: { by: "conditions", filters: asked.map(({ filter }) => filter) },
  };
}
