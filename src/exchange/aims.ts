/** Which field each column of a file is meant for: by its name, or as the person decided. */
import type { Field } from "../core/model/index.ts";
import type { Destination } from "./api.ts";
import { type FoundLayout, layoutRounds } from "./layouts.ts";
import { meaningOfName } from "./meanings.ts";
import { nameKey, roleOf } from "./synonyms.ts";

const NO_FIELD = (): boolean => false;

/** In Chinese lists the first name, or all of it where no family name stands beside it. */
const FIRST_OR_WHOLE = "名字";

/** What a column's name and a field must have in common: none of it, or "", is nothing in common. */
type Rule = readonly [(name: string) => string | undefined, (field: Field) => string | undefined];

/** The fields with each key, the first one last. */
function keyed(
  fields: readonly Field[],
  keyOf: (field: Field) => string | undefined,
): ReadonlyMap<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const field of fields.toReversed()) {
    const key = keyOf(field) ?? "";
    const known = found.get(key);
    if (known !== undefined) known.push(field);
    else if (key !== "") found.set(key, [field]);
  }
  return found;
}

/**
 * The field each column is meant for, each field once. In a layout that is known a column means what it means there; else
 * the same name beats a similar one, that beats a synonym, and built-in
 * fields come before those that are known by their names alone.
 */
export function match(
  header: readonly string[],
  fields: readonly Field[],
  layout: FoundLayout | null,
): readonly (Field | undefined)[] {
  const found = new Map<number, Field>();
  const taken = new Set<Field>();
  const isApart = header.some((name) => meaningOfName(name) === "lastName");
  const rules: readonly Rule[] = [
    [(name) => name, ({ name }) => name],
    [nameKey, ({ name }) => nameKey(name)],
    [roleOf, ({ role }) => role],
    [(name) => (nameKey(name) === FIRST_OR_WHOLE && !isApart ? "name" : undefined), ({ role }) => role],
    [meaningOfName, ({ name, role }) => (role === undefined ? meaningOfName(name) : undefined)],
  ];
  const known = header.map((name, index) => {
    const column = layout?.columns[index] ?? null;
    return column === null ? null : layoutRounds(name, column);
  });
  for (const [round, [keyOf, keyOfField]] of rules.entries()) {
    const byKey = keyed(fields, keyOfField);
    const free = (name: string): Field | undefined => {
      const fitting = byKey.get(keyOf(name) ?? "") ?? [];
      let field = fitting.pop();
      while (field !== undefined && taken.has(field)) field = fitting.pop();
      return field;
    };
    for (const [index, name] of header.entries()) {
      if (found.has(index)) continue;
      const rounds = known[index] ?? null;
      const fits = rounds?.[round] ?? NO_FIELD;
      const field = rounds === null ? free(name) : fields.find((each) => !taken.has(each) && fits(each));
      if (field === undefined) continue;
      found.set(index, field);
      taken.add(field);
    }
  }
  return header.map((_, index) => found.get(index));
}

/** What the person decided; a field that is gone, or was given twice, is none. */
export function mapped(
  mapping: readonly Destination[],
  fields: readonly Field[],
): readonly (Field | undefined)[] {
  const free = new Map(fields.map((field) => [field.id, field]));
  return mapping.map((each) => {
    if (each.to !== "field") return undefined;
    const field = free.get(each.field);
    free.delete(each.field);
    return field;
  });
}
