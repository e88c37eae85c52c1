/** A filter in words, for the chips: "Status is one of Active, At risk". */
import type { App } from "../../app/app.ts";
import {
  type Atom,
  type Condition,
  choicesOf,
  type Field,
  type Filter,
  fromAtom,
  type Period,
  type Storage,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { Language, Translate } from "../../i18n/index.ts";
import { groupedNumber } from "../../i18n/plural.ts";
import type { Operator } from "./draft.ts";
import { choiceOf, isCounted, type PeriodChoice } from "./periods.ts";

/** What words are made with. */
export type Speaker = Pick<App, "t" | "language" | "locale" | "fieldOf">;

/** An atom as its field shows it. */
export function atomText(app: Speaker, field: Field, atom: Atom): string {
  if (atom === null) return app.t("common.empty");
  const choice = choicesOf(field.type).find((each) => each.id === atom);
  if (choice !== undefined) return choice.label;
  return kindOf(field).format(fromAtom(field.type, atom), field, app.locale());
}

function rangeText(app: Speaker, field: Field, low: number | null, high: number | null): string {
  const { t } = app;
  const show = (value: number): string => atomText(app, field, value);
  if (low === null) return high === null ? t("filter.op.notEmpty") : t("filter.atMost", { high: show(high) });
  if (high === null) return t("filter.atLeast", { low: show(low) });
  return t("filter.range", { low: show(low), high: show(high) });
}

/** An operator in words: days are before and after, numbers are less and greater. */
export function operatorText(t: Translate, op: Operator, storage: Storage): string {
  if (storage !== "day") return t(`filter.op.${op}`);
  switch (op) {
    case "equal":
    case "notEqual":
    case "less":
    case "lessOrEqual":
    case "greater":
    case "greaterOrEqual":
      return t(`filter.day.${op}`);
    default:
      return t(`filter.op.${op}`);
  }
}

/** `count` as text: where it is to be filled in, it is an ellipsis. */
export function periodChoiceText(t: Translate, choice: PeriodChoice, count: string): string {
  return isCounted(choice) ? t(`filter.period.${choice}`, { count }) : t(`filter.period.${choice}`);
}

/** A period that has no name by its ends: "5 months ago – in 2 months". */
function spanText(t: Translate, language: Language, { unit, from, to }: Period): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const [first, last] = [relative.format(from, unit), relative.format(to, unit)];
  return from === to ? first : t("filter.range", { low: first, high: last });
}

function periodText(app: Speaker, period: Period): string {
  const known = choiceOf(period);
  if (known === null) return spanText(app.t, app.language(), period);
  const count = known.type === "counted" ? groupedNumber(app.language(), known.count) : "";
  return periodChoiceText(app.t, known.choice, count);
}

/** A checklist may come to thousands of values, which nobody reads. */
const MOST_LISTED = 8;

function listText(
  app: Speaker,
  field: Field,
  { op, atoms }: Extract<Condition, { atoms: readonly Atom[] }>,
): string {
  const { t } = app;
  if (field.type.storage === "flag" && op !== "allOf" && atoms.length === 1 && atoms[0] === 1)
    return t(op === "oneOf" ? "filter.op.checked" : "filter.op.unchecked");
  const [only] = atoms;
  if (atoms.length === 1 && only !== undefined && op !== "allOf") {
    return `${t(op === "oneOf" ? "filter.op.is" : "filter.op.isNot")} ${atomText(app, field, only)}`;
  }
  const list = atoms.slice(0, MOST_LISTED).map((atom) => atomText(app, field, atom));
  const more = atoms.length - list.length;
  const rest = more === 0 ? "" : t("filter.listMore", { count: more });
  return `${t(`filter.op.${op}`)} ${list.join(t("filter.list"))}${rest}`;
}

/** What is asked of the field, without its name. */
function askedText(app: Speaker, field: Field, condition: Condition): string {
  const { t } = app;
  if ("atoms" in condition) return listText(app, field, condition);
  if ("low" in condition) return rangeText(app, field, condition.low, condition.high);
  const words = operatorText(t, condition.op, field.type.storage);
  if ("text" in condition) return `${words} ${condition.text}`;
  if ("value" in condition) return `${words} ${atomText(app, field, condition.value)}`;
  if ("period" in condition) return `${words} ${periodText(app, condition.period)}`;
  if ("count" in condition) {
    const number = groupedNumber(app.language(), condition.count);
    return `${words} ${condition.unit === "percent" ? t("charts.percent", { number }) : number}`;
  }
  return words;
}

function conditionText(app: Speaker, condition: Condition): string {
  const field = app.fieldOf(condition.field);
  return field === undefined ? app.t("filter.gone") : `${field.name} ${askedText(app, field, condition)}`;
}

export function filterText(app: Speaker, filter: Filter): string {
  if (!("parts" in filter)) return conditionText(app, filter);
  if (filter.parts.length === 0) return app.t("filter.anything");
  const word = app.t(filter.op === "and" ? "filter.and" : "filter.or");
  return filter.parts
    .map((part) =>
      "parts" in part ? app.t("filter.inner", { text: filterText(app, part) }) : filterText(app, part),
    )
    .join(word);
}
