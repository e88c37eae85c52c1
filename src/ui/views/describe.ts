/** A filter in words, for the chips: "Status is one of Active, At risk". */
import type { App } from "../../app/app.ts";
import {
  type Atom,
  type Condition,
  choicesOf,
  type Field,
  type Filter,
  fromAtom,
} from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";

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

function conditionText(app: App, condition: Condition): string {
  const { t } = app;
  const field = app.fieldOf(condition.field);
  if (field === undefined) return t("filter.gone");
  switch (condition.op) {
    case "empty":
    case "notEmpty":
      return `${field.name} ${t(`filter.op.${condition.op}`)}`;
    case "contains":
    case "startsWith":
    case "is":
    case "isNot":
      return `${field.name} ${t(`filter.op.${condition.op}`)} ${condition.text}`;
    case "oneOf":
    case "noneOf": {
      if (field.type.storage === "flag")
        return `${field.name} ${t(condition.op === "oneOf" ? "filter.op.checked" : "filter.op.unchecked")}`;
      const [only] = condition.atoms;
      const single = condition.atoms.length === 1 && only !== undefined;
      const plain = condition.op === "oneOf" ? "is" : "isNot";
      if (single) return `${field.name} ${t(`filter.op.${plain}`)} ${atomText(app, field, only)}`;
      const list = condition.atoms.map((atom) => atomText(app, field, atom)).join(t("filter.list"));
      return `${field.name} ${t(`filter.op.${condition.op}`)} ${list}`;
    }
    case "between":
      return `${field.name} ${rangeText(app, field, condition.low, condition.high)}`;
  }
}

export function filterText(app: App, filter: Filter): string {
  if (!("parts" in filter)) return conditionText(app, filter);
  const word = app.t(filter.op === "and" ? "filter.and" : "filter.or");
  return filter.parts
    .map((part) => ("parts" in part ? `(${filterText(app, part)})` : filterText(app, part)))
    .join(word);
}
