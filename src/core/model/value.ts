/**
 * What a cell can hold. Money and quantities are integers scaled by their field's decimals, dates are
 * whole days since 1970-01-01, text is kept exactly as typed. Empty is one value: null.
 */
import type { FieldType } from "./field.ts";
import type { ChoiceId } from "./ids.ts";

export type Value = string | number | boolean | readonly ChoiceId[] | null;

/**
 * The physical form of a value inside columns and files: text and choices as strings, all else as numbers.
 * Sets of choices are their ids joined by a space, which no id contains.
 */
export type Atom = string | number | null;

/** Largest magnitude of a scaled integer that a double still holds exactly. */
export const MAX_INTEGER = Number.MAX_SAFE_INTEGER;

export function toAtom(value: Value): Atom {
  if (value === null || value === "") return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object") return value.length === 0 ? null : value.join(" ");
  return value;
}

export function fromAtom(type: FieldType, atom: Atom): Value {
  if (atom === null) return null;
  switch (type.storage) {
    case "text":
    case "choice":
      return String(atom);
    case "integer":
    case "day":
      return Number(atom);
    case "flag":
      return atom === 1;
    case "choices":
      return String(atom).split(" ") as unknown as readonly ChoiceId[];
  }
}

export function sameValue(a: Value, b: Value): boolean {
  return toAtom(a) === toAtom(b);
}
