/** The form of a rule, as it is typed; a rule comes of it when all of it can be read. */
import type { App } from "../../app/app.ts";
import {
  type Choice,
  type ChoiceId,
  type Classifier,
  type ClassMethod,
  choicesOf,
  type Field,
  type FieldId,
  type ScoreRange,
  type Sheet,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { TriedRule } from "../../worker/api.ts";
import type { DraftContext } from "../views/tree.ts";
import { type ConditionsDraft, readConditions, readRule, writeConditions } from "./conditions.ts";
import { segmentRanges } from "./segments.ts";
import { seedOf } from "./states.ts";

export const METHODS = ["amount", "share", "rank", "rfm", "matrix", "conditions"] as const;
export type Method = (typeof METHODS)[number];

export interface RuleDraft {
  readonly field: FieldId;
  readonly method: Method;
  readonly amount: FieldId | null;
  readonly recency: FieldId | null;
  readonly frequency: FieldId | null;
  readonly potential: FieldId | null;
  /** For each class but the last: where it begins, as it is typed. */
  readonly from: readonly string[];
  /** Percent. */
  readonly upTo: readonly number[];
  /** For each class but the last. */
  readonly scores: readonly ScoreRange[];
  readonly matrix: { readonly present: string; readonly potential: string };
  readonly conditions: ConditionsDraft;
}

export const classFields = (sheet: Sheet): readonly Field[] =>
  sheet.fields.filter(({ type }) => type.storage === "choice" && type.choices.length > 1);
export const amountFields = (sheet: Sheet): readonly Field[] =>
  sheet.fields.filter(({ type }) => type.storage === "integer");
export const dayFields = (sheet: Sheet): readonly Field[] =>
  sheet.fields.filter(({ type }) => type.storage === "day");

const choicesIn = (sheet: Sheet, id: FieldId): readonly Choice[] => {
  const field = sheet.fields.find((each) => each.id === id);
  return field === undefined ? [] : choicesOf(field.type);
};

const classesOf = (sheet: Sheet, id: FieldId): readonly ChoiceId[] =>
  choicesIn(sheet, id).map((choice) => choice.id);

/** What a rule is without one: a fifth of the customers, four fifths of the revenue. */
const PERCENT: Readonly<Record<"share" | "rank", readonly number[]>> = {
  share: [80, 95, 99],
  rank: [5, 20, 50],
};

export function percentsFor(method: "share" | "rank", count: number): readonly number[] {
  const usual = PERCENT[method];
  return Array.from({ length: count }, (_, at) => usual[at] ?? 100);
}

const scoresFor = (choices: readonly Choice[]): readonly ScoreRange[] =>
  segmentRanges(choices) ??
  choices.slice(1).map((_, at) => {
    const least = Math.max(1, 4 - at);
    return { recency: [least, 5], value: [least, 5] };
  });

const contextOf = (app: Texts, sheet: Sheet): DraftContext => ({
  fieldOf: (id) => sheet.fields.find((each) => each.id === id),
  locale: app.locale(),
});

/** Conditions to begin with. */
export const seeded = (app: Texts, sheet: Sheet, choices: readonly Choice[]): ConditionsDraft =>
  readConditions(choices, (choice) => seedOf(sheet, choices, choice), null, contextOf(app, sheet));

type Texts = Pick<App, "locale">;

export function amountText(app: Texts, field: Field | undefined, value: number): string {
  return field === undefined ? "" : kindOf(field).editText(value, field, app.locale());
}

/** As a scaled integer of the field; null: it cannot be read. */
export function readAmount(app: Texts, field: Field | undefined, text: string): number | null {
  if (field === undefined || text.trim() === "") return null;
  const parsed = kindOf(field).parse(text, field, app.locale());
  return parsed.ok && typeof parsed.value === "number" ? parsed.value : null;
}

/** A state is told by conditions, a named segment by scores, and a tier by its share. */
function usualMethod(sheet: Sheet, id: FieldId, choices: readonly Choice[]): Method {
  if (sheet.fields.find((each) => each.id === id)?.role === "status") return "conditions";
  return segmentRanges(choices) === null ? "share" : "rfm";
}

export function newDraft(app: Texts, sheet: Sheet, field: FieldId): RuleDraft {
  const rule = sheet.classifiers?.find((each) => each.field === field);
  const choices = choicesIn(sheet, field);
  const count = Math.max(0, choices.length - 1);
  const [money] = amountFields(sheet).filter(({ role, kind }) => role === "revenue" || kind === "money");
  const amount = money ?? amountFields(sheet)[0];
  const other = amountFields(sheet).find(({ id }) => id !== amount?.id);
  const blank: RuleDraft = {
    field,
    method: usualMethod(sheet, field, choices),
    amount: amount?.id ?? null,
    recency: dayFields(sheet)[0]?.id ?? null,
    // Where there is one number only, it has to say both.
    frequency: (other ?? amount)?.id ?? null,
    potential: (other ?? amount)?.id ?? null,
    from: Array.from({ length: count }, (_, at) =>
      amountText(
        app,
        amount,
        10 ** (amount?.type.storage === "integer" ? amount.type.decimals : 0) * 10 ** (4 - at),
      ),
    ),
    upTo: percentsFor("share", count),
    scores: scoresFor(choices),
    matrix: { present: "", potential: "" },
    conditions: seeded(app, sheet, choices),
  };
  return rule === undefined ? blank : { ...blank, ...drafted(app, sheet, rule) };
}

function drafted(app: Texts, sheet: Sheet, { field, classes, method }: Classifier): Partial<RuleDraft> {
  const fieldOf = (id: FieldId): Field | undefined => sheet.fields.find((each) => each.id === id);
  switch (method.by) {
    case "amount":
      return {
        method: "amount",
        amount: method.amount,
        from: method.from.map((value) => amountText(app, fieldOf(method.amount), value)),
      };
    case "share":
    case "rank":
      return { method: method.by, amount: method.amount, upTo: method.upTo };
    case "rfm":
      return {
        method: "rfm",
        amount: method.amount,
        recency: method.recency,
        frequency: method.frequency,
        scores: method.ranges.slice(0, -1),
      };
    case "matrix":
      return {
        method: "matrix",
        amount: method.present,
        potential: method.potential,
        matrix: {
          present: amountText(app, fieldOf(method.present), method.presentFrom),
          potential: amountText(app, fieldOf(method.potential), method.potentialFrom),
        },
      };
    case "conditions":
      return {
        method: "conditions",
        conditions: readRule(choicesIn(sheet, field), classes, method, contextOf(app, sheet)),
      };
  }
}

/** The method that the form says; null while something of it cannot be read. */
function methodOf(
  app: Texts,
  sheet: Sheet,
  draft: RuleDraft & { readonly method: Exclude<Method, "conditions"> },
): ClassMethod | null {
  const fieldOf = (id: FieldId | null): Field | undefined => sheet.fields.find((each) => each.id === id);
  const { amount, recency, frequency, potential } = draft;
  if (amount === null) return null;
  switch (draft.method) {
    case "amount": {
      const from = draft.from.map((text) => readAmount(app, fieldOf(amount), text));
      return from.every((each) => each !== null) ? { by: "amount", amount, from } : null;
    }
    case "share":
    case "rank":
      return { by: draft.method, amount, upTo: draft.upTo };
    case "rfm": {
      if (recency === null || frequency === null) return null;
      const ranges: readonly ScoreRange[] = [...draft.scores, { recency: [1, 5], value: [1, 5] }];
      return { by: "rfm", recency, frequency, amount, ranges };
    }
    case "matrix": {
      const presentFrom = readAmount(app, fieldOf(amount), draft.matrix.present);
      const potentialFrom = readAmount(app, fieldOf(potential), draft.matrix.potential);
      if (potential === null || presentFrom === null || potentialFrom === null) return null;
      return { by: "matrix", present: amount, presentFrom, potential, potentialFrom };
    }
  }
}

/** Null while something of it cannot be read. */
export function ruleOf(app: Texts, sheet: Sheet, draft: RuleDraft): TriedRule | null {
  if (draft.method === "conditions") {
    const written = writeConditions(draft.conditions, contextOf(app, sheet));
    return written === null ? null : { field: draft.field, ...written };
  }
  const method = methodOf(app, sheet, { ...draft, method: draft.method });
  const classes = classesOf(sheet, draft.field);
  return method === null || classes.length < 2 ? null : { field: draft.field, classes, method };
}

/** Each class must be harder to reach than the one behind it; else that one is empty. */
export function isOutOfOrder(draft: RuleDraft, values: readonly (number | null)[]): boolean {
  const list =
    draft.method === "share" || draft.method === "rank" ? draft.upTo : values.map((each) => -(each ?? 0));
  if (draft.method !== "amount" && draft.method !== "share" && draft.method !== "rank") return false;
  return list.some((each, at) => at > 0 && each < (list[at - 1] ?? each));
}
