/** The form of a rule, as it is typed; a rule comes of it when all of it can be read. */
import type { App } from "../../app/app.ts";
import {
  type ChoiceId,
  type Classifier,
  type ClassMethod,
  choicesOf,
  type Field,
  type FieldId,
  type Sheet,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { TriedRule } from "../../worker/api.ts";

export const METHODS = ["amount", "share", "rank", "rfm", "matrix"] as const;
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
  /** The least scores. */
  readonly scores: readonly { readonly recency: number; readonly value: number }[];
  readonly matrix: { readonly present: string; readonly potential: string };
}

export const classFields = (sheet: Sheet): readonly Field[] =>
  sheet.fields.filter(({ type }) => type.storage === "choice" && type.choices.length > 1);
export const amountFields = (sheet: Sheet): readonly Field[] =>
  sheet.fields.filter(({ type }) => type.storage === "integer");
export const dayFields = (sheet: Sheet): readonly Field[] =>
  sheet.fields.filter(({ type }) => type.storage === "day");

const classesOf = (sheet: Sheet, id: FieldId): readonly ChoiceId[] => {
  const field = sheet.fields.find((each) => each.id === id);
  return field === undefined ? [] : choicesOf(field.type).map((choice) => choice.id);
};

/** What a rule is without one: a fifth of the customers, four fifths of the revenue. */
const PERCENT: Readonly<Record<"share" | "rank", readonly number[]>> = {
  share: [80, 95, 99],
  rank: [5, 20, 50],
};

export function percentsFor(method: "share" | "rank", count: number): readonly number[] {
  const usual = PERCENT[method];
  return Array.from({ length: count }, (_, at) => usual[at] ?? 100);
}

const scoresFor = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ recency: Math.max(1, 4 - at), value: Math.max(1, 4 - at) }));

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

export function newDraft(app: Texts, sheet: Sheet, field: FieldId): RuleDraft {
  const rule = sheet.classifiers?.find((each) => each.field === field);
  const count = Math.max(0, classesOf(sheet, field).length - 1);
  const [money] = amountFields(sheet).filter(({ role, kind }) => role === "revenue" || kind === "money");
  const amount = money ?? amountFields(sheet)[0];
  const other = amountFields(sheet).find(({ id }) => id !== amount?.id);
  const blank: RuleDraft = {
    field,
    method: "share",
    amount: amount?.id ?? null,
    recency: dayFields(sheet)[0]?.id ?? null,
    frequency: other?.id ?? null,
    potential: other?.id ?? null,
    from: Array.from({ length: count }, (_, at) =>
      amountText(
        app,
        amount,
        10 ** (amount?.type.storage === "integer" ? amount.type.decimals : 0) * 10 ** (4 - at),
      ),
    ),
    upTo: percentsFor("share", count),
    scores: scoresFor(count),
    matrix: { present: "", potential: "" },
  };
  return rule === undefined ? blank : { ...blank, ...drafted(app, sheet, rule) };
}

function drafted(app: Texts, sheet: Sheet, { method }: Classifier): Partial<RuleDraft> {
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
        scores: method.ranges
          .slice(0, -1)
          .map(({ recency, value }) => ({ recency: recency[0], value: value[0] })),
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
      return {};
  }
}

/** The method that the form says; null while something of it cannot be read. */
function methodOf(app: Texts, sheet: Sheet, draft: RuleDraft): ClassMethod | null {
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
      const least = [...draft.scores, { recency: 1, value: 1 }];
      const ranges = least.map(({ recency: r, value }) => ({ recency: [r, 5], value: [value, 5] }) as const);
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
  const method = methodOf(app, sheet, draft);
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
