/** The list of what charts are made of: one line for each kind. Nothing is drawn or worded here. */
import { type ChartRecipe, type Field, lackOf, mapConditions, type Sheet } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { type Selection, selectSteps } from "../query/query.ts";
import type { Session } from "../session/session.ts";
import { runNow } from "../steps.ts";
import type { ChartAnswer } from "./answer.ts";
import { flowChart } from "./flow.ts";
import type { ChartGround } from "./ground.ts";
import { groupsChart } from "./groups.ts";
import { paretoChart } from "./pareto.ts";
import { rfmChart } from "./rfm.ts";
import { yearsChart } from "./years.ts";

function answer(ground: ChartGround, recipe: ChartRecipe): ChartAnswer {
  switch (recipe.kind) {
    case "groups":
      return groupsChart(ground, recipe);
    case "pareto":
      return paretoChart(ground, recipe);
    case "years":
      return yearsChart(ground, recipe);
    case "flow":
      return flowChart(ground, recipe);
    case "rfm":
      return rfmChart(ground, recipe);
  }
}

/** A sheet as it was. */
export interface EarlierSheet {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
}

/** Rows of then under the view of now; conditions on what was not there let all of them through. */
function slotsThen({ sheet, table }: EarlierSheet, selection: Selection): Uint32Array {
  const known = new Map(sheet.fields.map((field) => [field.id, field] as const));
  const filter = mapConditions(selection.filter, (each) => (known.has(each.field) ? each : null));
  const searched = selection.searched.flatMap(({ id }) => known.get(id) ?? []);
  return runNow(selectSteps(table, sheet.fields, { ...selection, filter, searched }));
}

/** Of the rows that the view shows, leaving out conditions on the chart's own fields. */
export function chartOf(
  session: Session,
  sheet: Sheet,
  recipe: ChartRecipe,
  search: string,
  earlier: EarlierSheet | null,
): ChartAnswer {
  const table = session.table(sheet.id);
  if (table === undefined) return { type: "noRows", total: 0 };
  const field = lackOf(sheet, recipe);
  if (field !== null) return { type: "lacks", field };
  const slots = (fields: readonly Field[]): Uint32Array =>
    session.screens.slotsBeside(sheet, table, fields, search);
  const then = earlier && {
    ...earlier,
    slots: (fields: readonly Field[]) =>
      slotsThen(earlier, session.screens.selectionBeside(sheet, fields, search)),
  };
  return answer({ sheet, table, slots, today: session.today, earlier: then }, recipe);
}
