/** The filter tree of a view: and/or groups over typed conditions, each on one field. */
import type { FieldId } from "./ids.ts";
import type { Atom } from "./value.ts";

export type Condition =
  | { readonly op: "empty" | "notEmpty"; readonly field: FieldId }
  /** Text compared normalised: blind to case, width and spaces. */
  | {
      readonly op: "contains" | "startsWith" | "is" | "isNot";
      readonly field: FieldId;
      readonly text: string;
    }
  /** Null among the atoms stands for the empty cell. */
  | { readonly op: "oneOf" | "noneOf"; readonly field: FieldId; readonly atoms: readonly Atom[] }
  /** Both ends included; null leaves an end open. Scaled integers or days. */
  | {
      readonly op: "between";
      readonly field: FieldId;
      readonly low: number | null;
      readonly high: number | null;
    };

export type Filter = { readonly op: "and" | "or"; readonly parts: readonly Filter[] } | Condition;

export function conditionsOf(filter: Filter | null): readonly Condition[] {
  if (filter === null) return [];
  return "parts" in filter ? filter.parts.flatMap(conditionsOf) : [filter];
}
