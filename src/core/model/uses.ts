/** What of a sheet looks at a field, and would lack it. */
import { chartsOf, inputsOfChart } from "./chart.ts";
import { inputsOf } from "./classifier.ts";
import { conditionsOf } from "./filter.ts";
import type { FieldId } from "./ids.ts";
import type { Sheet, View } from "./workbook.ts";

export interface Uses {
  /** How many. */
  readonly charts: number;
  /** The fields that rules fill which look at it. */
  readonly rules: readonly FieldId[];
  /** Views that are filtered, sorted or grouped by it. */
  readonly views: readonly View[];
}

const asks = ({ filter, sort, group }: View, field: FieldId): boolean =>
  [...conditionsOf(filter), ...sort, ...(group ?? [])].some((each) => each.field === field);

/** Null: nothing does. */
export function usesOf(sheet: Sheet, field: FieldId): Uses | null {
  const charts = chartsOf(sheet).filter(({ recipe }) =>
    inputsOfChart(recipe).some((input) => input.field === field),
  ).length;
  const rules = (sheet.classifiers ?? [])
    .filter(({ field: filled, reason, method }) => [filled, reason, ...inputsOf(method)].includes(field))
    .map(({ field: filled }) => filled);
  const views = sheet.views.filter((view) => asks(view, field));
  return charts + rules.length + views.length === 0 ? null : { charts, rules, views };
}
