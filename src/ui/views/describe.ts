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
import type { Translate } from "../../i18n/index.ts";
import type { Operator } from "./draft.ts";
import { choiceOf, needsDays } from "./periods.ts";

/** An atom as its field shows it. */
export function atomText(app: App, field: Field, atom: Atom): string {
  if (atom === null) return app.t("common.empty");
  const choice = choicesOf(field.type).find((each) => each.id === atom);
  if (choice !== undefined) return choice.label;
  return kindOf(field).format(fromAtom(field.type, atom), field, app.locale());
}

function rangeText(app: App, field: Field, low: number | null, high: number | null): string {
  const { t } = app;
  const show = (value: number): string => atomText(app, field, value);
  if (low === null) return high === null ? "" : t("filter.atMost", { high: show(high) });
  if (high === null) return t("filter.atLeast", { low: show(low) });
  return t("filter.range", { low: show(low), high: show(high) });
}

/** An operator in words: days are before and after, numbers are less and greater. */
export function operatorText(t: Translate, op: Operator, storage: Storage): string {
  if (storage === "day" && (op === "equal" || op === "less" || op === "greater"))
    return t(`filter.day.${op}`);
  return t(`filter.op.${op}`);
}

function periodText(t: Translate, period: Period): string {
  const known = choiceOf(period);
  if (known === null) return t("filter.otherPeriod");
  if (!needsDays(known.choice)) return t(`filter.period.${known.choice}`);
  const days = Number(known.days);
  return known.choice === "lastDays" ? t("filter.lastDays", { days }) : t("filter.nextDays", { days });
}

function listText(
  app: App,
  field: Field,
  { op, atoms }: Extract<Condition, { atoms: readonly Atom[] }>,
): string {
  const { t } = app;
  if (field.type.storage === "flag") return t(op === "oneOf" ? "filter.op.checked" : "filter.op.unchecked");
  const [only] = atoms;
  if (atoms.length === 1 && only !== undefined && op !== "allOf") {
    return `${t(op === "oneOf" ? "filter.op.is" : "filter.op.isNot")} ${atomText(app, field, only)}`;
  }
  const list = atoms.map((atom) => atomText(app, field, atom)).join(t("filter.list"));
  return `${t(`filter.op.${op}`)} ${list}`;
}

/** What is asked of the field, without its name. */
function askedText(app: App, field: Field, condition: Condition): string {
  const { t } = app;
  if ("atoms" in condition) return listText(app, field, condition);
  if ("low" in condition) return rangeText(app, field, condition.low, condition.high);
  const words = operatorText(t, condition.op, field.type.storage);
  if ("text" in condition) return `${words} ${condition.text}`;
  if ("value" in condition) return `${words} ${atomText(app, field, condition.value)}`;
  if ("period" in condition) return `${words} ${periodText(t, condition.period)}`;
  if ("count" in condition) {
    return `${words} ${condition.count}${condition.unit === "percent" ? " %" : ""}`;
  }
  return words;
}

function conditionText(app: App, condition: Condition): string {
  const field = app.fieldOf(condition.field);
  return field === undefined ? app.t("filter.gone") : `${field.name} ${askedText(app, field, condition)}`;
}

export function filterText(app: App, filter: Filter): string {
  if (!("parts" in filter)) return conditionText(app, filter);
  const word = app.t(filter.op === "and" ? "filter.and" : "filter.or");
  return filter.parts
    .map((part) => ("parts" in part ? `(${filterText(app, part)})` : filterText(app, part)))
    .join(word);
}
