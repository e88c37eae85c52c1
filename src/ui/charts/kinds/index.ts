/** The list of kinds of charts: what each is called, and what it says of its answer. */
import type { ChartRecipe, PeriodUnit, Sheet, SheetChart } from "../../../core/model/index.ts";
import type { ChartReply } from "../../../worker/api.ts";
import type { Nothing, Speaker, Told } from "../told.ts";
import { type Comparing, earlierLike, lackedThen } from "./earlier.ts";
import { tellFlow } from "./flow.ts";
import { groupsTitle, tellGroups } from "./groups.ts";
import { tellPareto } from "./pareto.ts";
import { tellRfm } from "./rfm.ts";
import { tellYears } from "./years.ts";

function recipeTitle(app: Speaker, sheet: Sheet, recipe: ChartRecipe): string {
  const nameOf = (id: string): string =>
    sheet.fields.find((field) => field.id === id)?.name ?? app.t("filter.gone");
  switch (recipe.kind) {
    case "groups":
      return groupsTitle(app, sheet, recipe);
    case "pareto":
      return app.t("pareto.title");
    case "years":
      return app.t("chart.title.years", { of: nameOf(recipe.of) });
    case "flow":
      return app.t("chart.title.flow");
    case "rfm":
      return app.t("chart.title.rfm", { recency: nameOf(recipe.recency), value: nameOf(recipe.value) });
  }
}

export const titleOf = (app: Speaker, sheet: Sheet, { title, recipe }: Omit<SheetChart, "id">): string =>
  title ?? recipeTitle(app, sheet, recipe);

const LONGER = { day: "month", week: "month", month: "quarter", quarter: "year" } as const;

/** More values, or periods, than a picture holds. */
function tooMany(app: Speaker, field: string, unit: PeriodUnit | null): Nothing {
  if (unit === null || unit === "year")
    return { why: app.t("charts.tooManyValues", { field }), another: true };
  const mend = { label: app.t("charts.longer"), unit: LONGER[unit] };
  return { why: app.t("charts.tooMany", { field }), mend };
}

export type Telling =
  | { readonly type: "told"; readonly told: Told }
  | ({ readonly type: "nothing" } & Nothing);

/** What the chart says, or why there is nothing to show and what mends that. */
export function tell(
  app: Speaker,
  recipe: ChartRecipe,
  { now, before }: ChartReply,
  comparing: Comparing | null,
): Telling {
  const { t } = app;
  const earlier = before && comparing && { ...before, ...comparing };
  const nothing = (why: string): Telling => ({ type: "nothing", why });
  const told = (what: Told): Telling => {
    const lacked = earlier === null ? "" : lackedThen(app, earlier);
    return { type: "told", told: lacked === "" ? what : { ...what, notes: [...what.notes, lacked] } };
  };
  switch (now.type) {
    case "groups":
      return recipe.kind === "groups"
        ? told(tellGroups(app, now, recipe, earlierLike(earlier, "groups")))
        : nothing("");
    case "pareto":
      return told(tellPareto(app, now, earlierLike(earlier, "pareto")));
    case "years":
      return told(tellYears(app, now, earlierLike(earlier, "years")));
    case "flow":
      return told(tellFlow(app, now, earlierLike(earlier, "flow")));
    case "rfm":
      return told(tellRfm(app, now, earlierLike(earlier, "rfm")));
    case "lacks":
      return { type: "nothing", why: t("charts.lacks"), another: true };
    case "noRows":
      return nothing(now.total === 0 ? t("charts.noRows") : t("charts.noMatches"));
    case "noValues":
      return nothing(t("charts.noValues", { field: now.field.name }));
    case "noAmounts":
      return nothing(t("charts.noAmounts", { field: now.field.name }));
    case "tooMany":
      return { type: "nothing", ...tooMany(app, now.field.name, now.unit) };
  }
}
