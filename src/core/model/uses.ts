/** What of a sheet looks at a field, and would lack it. */
import { chartsOf, inputsOfChart } from "./chart.ts";
import { inputsOf } from "./classifier.ts";
import type { FieldId } from "./ids.ts";
import { savedAs } from "./view.ts";
import { type Sheet, type View, viewWithout } from "./workbook.ts";

export interface Uses {
  /** How many. */
  readonly charts: number;
  /** The fields that rules fill which look at it. */
  readonly rules: readonly FieldId[];
  /** Views that are filtered, sorted, grouped or coloured by it, or have a total of it or its filter pinned. */
  readonly views: readonly View[];
}

/** As it is or as it was saved; that it has the column is no use of it. */
function asks(view: View, field: FieldId): boolean {
  const { saved, ...now } = view;
  const forms: readonly View[] = [now, ...(saved === undefined ? [] : [savedAs(view, saved)])];
  return forms.some((form) => {
    const bare = { ...form, columns: [] };
    return viewWithout(bare, field) !== bare;
  });
}

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
