/** Editing a view's filter as the list of parts that must all hold, which is how people see it. */
import type { Atom, Condition, FieldId, Filter } from "../core/model/index.ts";

export function partsOf(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  return "parts" in filter && filter.op === "and" ? filter.parts : [filter];
}

export function joinParts(parts: readonly Filter[]): Filter | null {
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return more.length === 0 ? only : { op: "and", parts };
}

export const isCondition = (filter: Filter): filter is Condition => !("parts" in filter);

/** The one part that names values of the field, as a click on a chart makes it. */
function listOn(field: FieldId, part: Filter): part is Extract<Condition, { atoms: readonly Atom[] }> {
  return isCondition(part) && part.op === "oneOf" && part.field === field;
}

/** Values of the field that the filter lets through; null where it says nothing about them. */
export function chosenAtoms(filter: Filter | null, field: FieldId): readonly Atom[] | null {
  return partsOf(filter).find((part) => listOn(field, part))?.atoms ?? null;
}

/** Shows only rows with `atom` in the field; all of them again if that is what the filter does already. */
export function toggleAtom(filter: Filter | null, field: FieldId, atom: Atom): Filter | null {
  const chosen = chosenAtoms(filter, field);
  const others = partsOf(filter).filter((part) => !listOn(field, part));
  const alone = chosen !== null && chosen.length === 1 && chosen[0] === atom;
  return joinParts(alone ? others : [...others, { op: "oneOf", field, atoms: [atom] }]);
}
