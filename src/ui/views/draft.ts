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
  MAX_INTEGER,
  type Storage,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { ParseProblem } from "../../fields/kind.ts";
import type { LocaleFormat } from "../../fields/locale.ts";
import { choiceOf, MOST_UNITS, offeredPeriods, type PeriodChoice, periodOf, readCount } from "./periods.ts";

export type Operator = Condition["op"] | "checked" | "unchecked";

export interface ConditionDraft {
  readonly type: "condition";
  /** Tells drafts apart while they are edited. */
  readonly key: number;
  readonly field: FieldId;
  readonly op: Operator;
  /** What is compared with; for a list of texts one in each line. */
  readonly text: string;
  readonly low: string;
  readonly high: string;
  readonly atoms: readonly Atom[];
  /** Null: none chosen yet. */
  readonly period: PeriodChoice | null;
  /** A number of days, weeks or months or, for the top and the bottom, of rows or percent. */
  readonly count: string;
  readonly unit: "rows" | "percent";
}

/** A part that this form does not edit, such as a group within a group: shown in words, removable. */
export interface KeptDraft {
  readonly type: "kept";
  readonly key: number;
  readonly filter: Filter;
}

export type PartDraft = ConditionDraft | KeptDraft;

/** What is offered for a field, the likeliest first. */
export function operatorsFor(storage: Storage): readonly Operator[] {
  switch (storage) {
    case "text":
      return [
        "contains",
        "notContains",
        "is",
        "isNot",
        "startsWith",
        "endsWith",
        "oneOf",
        "noneOf",
        "empty",
        "notEmpty",
      ];
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
      return ["within", ...COMPARISONS, "between", "anniversary", "empty", "notEmpty"];
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

/** What a person fills in for an operator; null for nothing. */
export type Operand = "text" | "lines" | "choices" | "value" | "range" | "rank" | "within" | "anniversary";

export function operandOf(op: Operator, storage: Storage): Operand | null {
  switch (op) {
    case "contains":
    case "notContains":
    case "startsWith":
    case "endsWith":
    case "is":
    case "isNot":
      return "text";
    case "oneOf":
    case "allOf":
    case "noneOf":
      return storage === "text" ? "lines" : "choices";
    case "equal":
    case "notEqual":
    case "less":
    case "lessOrEqual":
    case "greater":
    case "greaterOrEqual":
      return "value";
    case "between":
      return "range";
    case "top":
    case "bottom":
      return "rank";
    case "within":
    case "anniversary":
      return op;
    case "checked":
    case "unchecked":
    case "empty":
    case "notEmpty":
    case "aboveAverage":
    case "belowAverage":
      return null;
  }
}

/** The same draft asking otherwise; what the new operator's operand could not show is left behind. */
export function withOperator(draft: ConditionDraft, op: Operator): ConditionDraft {
  const [line = ""] = draft.text.split("\n", 1);
  const offered: readonly PeriodChoice[] = op === "within" || op === "anniversary" ? offeredPeriods(op) : [];
  return {
    ...draft,
    op,
    text: operandOf(op, "text") === "text" ? line : draft.text,
    period: draft.period !== null && offered.includes(draft.period) ? draft.period : null,
  };
}

/** Largest number that the draft's operator takes. */
export function mostOf({ op, unit }: ConditionDraft): number {
  if (op !== "top" && op !== "bottom") return MOST_UNITS;
  return unit === "percent" ? 100 : MAX_INTEGER;
}

const LINE_END = /[\r\n]/;

/** A list of texts as lines, and whether empty cells are on it; null where lines cannot tell its items apart. */
function linesOf(atoms: readonly Atom[]): { readonly text: string; readonly atoms: readonly Atom[] } | null {
  const texts = atoms.filter((atom) => atom !== null).map(String);
  if (texts.some((text) => text === "" || LINE_END.test(text))) return null;
  return { text: texts.join("\n"), atoms: atoms.includes(null) ? [null] : [] };
}

function atomsOf(draft: ConditionDraft, storage: Storage): readonly Atom[] {
  if (storage !== "text") return draft.atoms;
  const lines = draft.text.split("\n").filter((line) => line !== "");
  return [...new Set<Atom>([...lines, ...draft.atoms])];
}

/** Null where the form has no word for it. */
function operatorOf({ op }: Condition, storage: Storage): Operator | null {
  if (storage !== "flag") return op;
  if (op === "oneOf") return "checked";
  return op === "noneOf" ? "unchecked" : null;
}

/** Days are edited in the platform's date field, which speaks ISO; all else as in its cells. */
export function editText(field: Field, atom: Atom, locale: LocaleFormat): string {
  if (atom === null) return "";
  const kind = kindOf(field);
  const value = fromAtom(field.type, atom);
  return field.type.storage === "day" ? kind.plain(value, field) : kind.editText(value, field, locale);
}

/** Null where the form has no room for what the condition says. */
function operandDraft(part: Condition, field: Field, locale: LocaleFormat): Partial<ConditionDraft> | null {
  if ("text" in part) return { text: part.text };
  if ("atoms" in part) {
    if (field.type.storage === "flag") return part.atoms.length === 1 && part.atoms[0] === 1 ? {} : null;
    return field.type.storage === "text" ? linesOf(part.atoms) : { atoms: part.atoms };
  }
  if ("value" in part) return { low: editText(field, part.value, locale) };
  if ("low" in part) {
    if (part.low === null && part.high === null) return null;
    return { low: editText(field, part.low, locale), high: editText(field, part.high, locale) };
  }
  if ("count" in part) return { count: String(part.count), unit: part.unit };
  if ("period" in part) {
    const known = choiceOf(part.period);
    if (known === null || !offeredPeriods(part.op).includes(known.choice)) return null;
    return { period: known.choice, count: known.type === "counted" ? String(known.count) : "" };
  }
  return {};
}

export function draftOf(
  key: number,
  part: Filter,
  field: Field | undefined,
  locale: LocaleFormat,
): PartDraft {
  const kept: KeptDraft = { type: "kept", key, filter: part };
  if ("parts" in part || field === undefined) return kept;
  const op = operatorOf(part, field.type.storage);
  if (op === null || !operatorsFor(field.type.storage).includes(op)) return kept;
  const operand = operandDraft(part, field, locale);
  return operand === null ? kept : { ...newDraft(key, field), op, ...operand };
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
export function filterOf(draft: PartDraft, field: Field | undefined, locale: LocaleFormat): Filter | null {
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
    case "noneOf": {
      const atoms = atomsOf(draft, field.type.storage);
      return atoms.length === 0 ? null : { op, field: field.id, atoms };
    }
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
      const count = readCount(draft.count, mostOf(draft));
      return count === null ? null : { op, field: field.id, count, unit: draft.unit };
    }
    case "within":
    case "anniversary": {
      const period = draft.period === null ? null : periodOf(draft.period, draft.count);
      return period === null ? null : { op, field: field.id, period };
    }
  }
}
