/** What cells of rows that become one come to when all of them shall stay. */
import type { FieldType } from "./field.ts";
import type { ChoiceId } from "./ids.ts";
import { MAX_INTEGER, type Value } from "./value.ts";

/** Texts one under the other, sums, all of the choices; null: there is no such thing, or nothing to bring together. */
export function together(type: FieldType, values: readonly Value[]): Value {
  const filled = values.filter((value) => value !== null && value !== "");
  switch (type.storage) {
    case "text":
      return Array.from(new Set(filled)).join("\n") || null;
    case "integer": {
      if (filled.length === 0) return null;
      const sum = filled.reduce<number>((total, value) => total + Number(value), 0);
      return Math.abs(sum) <= MAX_INTEGER ? sum : null;
    }
    case "choices": {
      const chosen = new Set<ChoiceId>(filled.flatMap((value) => (Array.isArray(value) ? value : [])));
      return type.choices.map(({ id }) => id).filter((id) => chosen.has(id));
    }
    case "day":
    case "flag":
    case "choice":
      return null;
  }
}
