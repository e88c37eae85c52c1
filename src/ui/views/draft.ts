/** Conditions as they stand in the filter's form: texts still being typed, and what they come to. */
import type { Atom, Condition, Field, FieldId, Filter, Storage } from "../../core/model/index.ts";
import { fromAtom } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { ParseProblem } from "../../fields/kind.ts";
import type { LocaleFormat } from "../../fields/locale.ts";

export const OPERATORS = [
  "contains",
  "startsWith",
  "is",
  "isNot",
  "between",
  "oneOf",
  "noneOf",
  "checked",
  "unchecked",
  "empty",
  "notEmpty",
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface ConditionDraft {
  readonly type: "condition";
  /** Tells drafts apart while they are edited. */
  readonly key: number;
  readonly field: FieldId;
  readonly op: Operator;
  readonly text: string;
  readonly low: string;
  readonly high: string;
  readonly atoms: readonly Atom[];
}

/** A part that this form does not edit, such as a group joined by "or": shown in words, removable. */
export interface KeptDraft {
  readonly type: "kept";
  readonly key: number;
  readonly filter: Filter;
}

export type Draft = ConditionDraft | KeptDraft;

/** What is offered for a field, the likeliest first. */
export function operatorsFor(storage: Storage): readonly Operator[] {
  switch (storage) {
    case "text":
      return ["contains", "startsWith", "is", "isNot", "empty", "notEmpty"];
    case "integer":
    case "day":
      return ["between", "empty", "notEmpty"];
    case "flag":
      return ["checked", "unchecked"];
    case "choice":
    case "choices":
      return ["oneOf", "noneOf", "empty", "notEmpty"];
  }
}

export function newDraft(key: number, field: Field): ConditionDraft {
  const [op = "empty"] = operatorsFor(field.type.storage);
  return { type: "condition", key, field: field.id, op, text: "", low: "", high: "", atoms: [] };
}

function operatorOf(condition: Condition, storage: Storage): Operator {
  if (storage !== "flag") return condition.op;
  return condition.op === "oneOf" ? "checked" : "unchecked";
}

/** Days are edited in the platform's date field, which speaks ISO; all else as in its cells. */
export function editText(field: Field, atom: Atom, locale: LocaleFormat): string {
  if (atom === null) return "";
  const kind = kindOf(field);
  const value = fromAtom(field.type, atom);
  return field.type.storage === "day" ? kind.plain(value, field) : kind.editText(value, field, locale);
}

export function draftOf(key: number, part: Filter, field: Field | undefined, locale: LocaleFormat): Draft {
  if ("parts" in part || field === undefined) return { type: "kept", key, filter: part };
  const op = operatorOf(part, field.type.storage);
  if (!operatorsFor(field.type.storage).includes(op)) return { type: "kept", key, filter: part };
  return {
    ...newDraft(key, field),
    op,
    text: "text" in part ? part.text : "",
    atoms: "atoms" in part ? part.atoms : [],
    low: "low" in part ? editText(field, part.low, locale) : "",
    high: "high" in part ? editText(field, part.high, locale) : "",
  };
}

export type Bound =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly problem: ParseProblem };

export function parseBound(text: string, field: Field, locale: LocaleFormat): Bound {
  const parsed = kindOf(field).parse(text, field, locale);
  if (!parsed.ok) return parsed;
  return { ok: true, value: typeof parsed.value === "number" ? parsed.value : null };
}

/** What the draft asks for; null while it says nothing yet or something that cannot be read. */
export function filterOf(draft: Draft, field: Field | undefined, locale: LocaleFormat): Filter | null {
  if (draft.type === "kept") return draft.filter;
  if (field === undefined) return null;
  const { op } = draft;
  switch (op) {
    case "empty":
    case "notEmpty":
      return { op, field: field.id };
    case "contains":
    case "startsWith":
    case "is":
    case "isNot":
      return draft.text.trim() === "" ? null : { op, field: field.id, text: draft.text };
    case "oneOf":
    case "noneOf":
      return draft.atoms.length === 0 ? null : { op, field: field.id, atoms: draft.atoms };
    case "checked":
    case "unchecked":
      // An empty box is an unchecked one.
      return { op: op === "checked" ? "oneOf" : "noneOf", field: field.id, atoms: [1] };
    case "between": {
      const low = parseBound(draft.low, field, locale);
      const high = parseBound(draft.high, field, locale);
      if (!low.ok || !high.ok || (low.value === null && high.value === null)) return null;
      return { op, field: field.id, low: low.value, high: high.value };
    }
  }
}
