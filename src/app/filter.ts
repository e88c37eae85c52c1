/** Editing a view's filter as a list of parts, which is how people see it. */
import type { Atom, Condition, FieldId, Filter } from "../core/model/index.ts";

/** Whether rows must meet all parts or any of them. */
export type Join = "and" | "or";

export const joinOf = (filter: Filter | null): Join =>
  filter !== null && "parts" in filter ? filter.op : "and";

/** The parts the filter's form lists: of its topmost group, whichever that is. */
export function listedParts(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  return "parts" in filter ? filter.parts : [filter];
}

/** The parts that must all hold: each can be taken away by itself. */
export function partsOf(filter: Filter | null): readonly Filter[] {
  if (filter === null) return [];
  return "parts" in filter && filter.op === "and" ? filter.parts : [filter];
}

export function joinParts(parts: readonly Filter[], join: Join = "and"): Filter | null {
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return more.length === 0 ? only : { op: join, parts };
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
