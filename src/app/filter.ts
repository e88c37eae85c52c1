/** Editing a view's filter as a list of parts, which is how people see it. */
import { type Atom, type Condition, conditionsOf, type FieldId, type Filter } from "../core/model/index.ts";

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

const same = (a: Filter, b: Filter): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a click on a part of a chart asks for: conditions that must all hold. */
export type Picked = readonly Filter[];

/** Whether rows are shown by this part of a chart, among others or alone. */
export function isPicked(filter: Filter | null, picked: Picked): boolean {
  const parts = partsOf(filter);
  return picked.every((wanted) => {
    if (isCondition(wanted) && wanted.op === "oneOf") {
      const chosen = chosenAtoms(filter, wanted.field);
      return chosen !== null && wanted.atoms.every((atom) => chosen.includes(atom));
    }
    return parts.some((part) => same(part, wanted));
  });
}

/** Without what another click on the same chart has left. */
const withoutPicked = (filter: Filter | null, own: readonly Picked[]): Filter | null =>
  joinParts(
    partsOf(filter).filter(
      (part) =>
        !own.some((picked) => picked.some((wanted) => same(part, wanted) || isListLike(part, wanted))),
    ),
  );

/** Lists of the same field, whichever values they name. */
const isListLike = (part: Filter, wanted: Filter): boolean =>
  isCondition(wanted) && wanted.op === "oneOf" && listOn(wanted.field, part);

/** Shows only the rows of one part of a chart, in place of those of another; all of them again if they are shown alone. */
export function togglePicked(filter: Filter | null, picked: Picked, own: readonly Picked[]): Filter | null {
  const others = withoutPicked(filter, own);
  const alone = picked.every((wanted) => partsOf(filter).some((part) => same(part, wanted)));
  return alone ? others : joinParts([...partsOf(others), ...picked]);
}

/** Parts that ask about these fields and no others, and what is left without them. */
export function filterOn(filter: Filter | null, fields: ReadonlySet<FieldId>) {
  const parts = partsOf(filter);
  const others = parts.filter((part) => !conditionsOf(part).every(({ field }) => fields.has(field)));
  return { any: others.length < parts.length, others: joinParts(others) };
}
