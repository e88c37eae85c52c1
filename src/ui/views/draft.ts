/** Conditions as they stand in the filter's form: texts still being typed, and what they come to. */
import {
  type Atom,
  COMPARISONS,
  type Comparison,
  type Condition,
  type Field,
  type FieldId,
  type Filter,
  fromAtom,
  type Storage,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { ParseProblem } from "../../fields/kind.ts";
import type { LocaleFormat } from "../../fields/locale.ts";
import { choiceOf, type PeriodChoice, periodOf, readCount } from "./periods.ts";

export type Operator = Condition["op"] | "checked" | "unchecked";

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
  /** Null: none chosen yet. */
  readonly period: PeriodChoice | null;
  /** A number of days or, for the top and the bottom, of rows or percent. */
  readonly count: string;
  readonly unit: "rows" | "percent";
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
      return ["contains", "notContains", "is", "isNot", "startsWith", "endsWith", "empty", "notEmpty"];
    case "integer":
      return [
        ...COMPARISONS,
        "between",
        "top",
        "bottom",
        "aboveAverage",
        "belowAverage",
        "empty",
        "notEmpty",
      ];
    case "day":
      return ["within", "equal", "less", "greater", "between", "anniversary", "empty", "notEmpty"];
    case "flag":
      return ["checked", "unchecked"];
    case "choice":
      return ["oneOf", "noneOf", "empty", "notEmpty"];
    case "choices":
      return ["oneOf", "allOf", "noneOf", "empty", "notEmpty"];
  }
}

export function newDraft(key: number, field: Field): ConditionDraft {
  const [op = "empty"] = operatorsFor(field.type.storage);
  const blank = { text: "", low: "", high: "", atoms: [], period: null, count: "", unit: "rows" } as const;
  return { type: "condition", key, field: field.id, op, ...blank };
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
  const draft = { ...newDraft(key, field), op };
  if ("text" in part) return { ...draft, text: part.text };
  if ("atoms" in part) return { ...draft, atoms: part.atoms };
  if ("value" in part) return { ...draft, low: editText(field, part.value, locale) };
  if ("low" in part) {
    return { ...draft, low: editText(field, part.low, locale), high: editText(field, part.high, locale) };
  }
  if ("count" in part) return { ...draft, count: String(part.count), unit: part.unit };
  if ("period" in part) {
    const known = choiceOf(part.period);
    return known === null
      ? { type: "kept", key, filter: part }
      : { ...draft, period: known.choice, count: known.days };
  }
  return draft;
}

export type Bound =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly problem: ParseProblem };

export function parseBound(text: string, field: Field, locale: LocaleFormat): Bound {
  const parsed = kindOf(field).parse(text, field, locale);
  if (!parsed.ok) return parsed;
  return { ok: true, value: typeof parsed.value === "number" ? parsed.value : null };
}

function comparedWith(
  op: Comparison,
  draft: ConditionDraft,
  field: Field,
  locale: LocaleFormat,
): Filter | null {
  const bound = parseBound(draft.low, field, locale);
  return bound.ok && bound.value !== null ? { op, field: field.id, value: bound.value } : null;
}

function between(draft: ConditionDraft, field: Field, locale: LocaleFormat): Filter | null {
  const low = parseBound(draft.low, field, locale);
  const high = parseBound(draft.high, field, locale);
  if (!low.ok || !high.ok || (low.value === null && high.value === null)) return null;
  return { op: "between", field: field.id, low: low.value, high: high.value };
}

/** What the draft asks for; null while it says nothing yet or something that cannot be read. */
export function filterOf(draft: Draft, field: Field | undefined, locale: LocaleFormat): Filter | null {
  if (draft.type === "kept") return draft.filter;
  if (field === undefined) return null;
  const { op } = draft;
  switch (op) {
    case "empty":
    case "notEmpty":
    case "aboveAverage":
    case "belowAverage":
      return { op, field: field.id };
    case "contains":
    case "notContains":
    case "startsWith":
    case "endsWith":
    case "is":
    case "isNot":
      return draft.text.trim() === "" ? null : { op, field: field.id, text: draft.text };
    case "oneOf":
    case "allOf":
    case "noneOf":
      return draft.atoms.length === 0 ? null : { op, field: field.id, atoms: draft.atoms };
    case "checked":
    case "unchecked":
      // An empty box is an unchecked one.
      return { op: op === "checked" ? "oneOf" : "noneOf", field: field.id, atoms: [1] };
    case "equal":
    case "notEqual":
    case "less":
    case "lessOrEqual":
    case "greater":
    case "greaterOrEqual":
      return comparedWith(op, draft, field, locale);
    case "between":
      return between(draft, field, locale);
    case "top":
    case "bottom": {
      const count = readCount(draft.count);
      return count === null ? null : { op, field: field.id, count, unit: draft.unit };
    }
    case "within":
    case "anniversary": {
      const period = draft.period === null ? null : periodOf(draft.period, draft.count);
      return period === null ? null : { op, field: field.id, period };
    }
  }
}
