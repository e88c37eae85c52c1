/** Charts of a sheet, kept with the workbook: what each is made of. How it is drawn and worded is the interface's. */
import type { Field, FieldType, Storage } from "./field.ts";
import type { PeriodUnit } from "./filter.ts";
import type { ChartId, FieldId } from "./ids.ts";
import { chartId } from "./ids.ts";
import type { Sheet } from "./workbook.ts";

/** Of rows, or of a field of numbers in them. */
export const CHART_MEASURES = ["count", "sum", "average", "minimum", "maximum"] as const;
export type ChartMeasure = (typeof CHART_MEASURES)[number];

export const CHART_LOOKS = ["bars", "line", "doughnut", "funnel"] as const;
export type ChartLook = (typeof CHART_LOOKS)[number];

export type ChartRecipe =
  /** Rows by the values of a field, of numbers by ranges, of days by the periods they lie in. */
  | {
      readonly kind: "groups";
      readonly by: FieldId;
      readonly unit?: PeriodUnit;
      readonly measure: ChartMeasure;
      /** What is measured; left out where rows are counted. */
      readonly of?: FieldId;
      readonly look: ChartLook;
      /** So many groups at most; what is left is one more. Periods are not cut. */
      readonly most: number;
    }
  /** How few rows bring how much. */
  | { readonly kind: "pareto"; readonly of: FieldId }
  /** Months of each year beside those of the others. */
  | { readonly kind: "years"; readonly by: FieldId; readonly of: FieldId }
  /** Who came by the month of `first`, and who was lost: so many days `after` the day of `last`. */
  | { readonly kind: "flow"; readonly first?: FieldId; readonly last: FieldId; readonly after: number }
  /** Fifths of a day against fifths of a number. */
  | { readonly kind: "rfm"; readonly recency: FieldId; readonly value: FieldId };

export type ChartKind = ChartRecipe["kind"];

export interface SheetChart {
  readonly id: ChartId;
  /** Left out: what it is made of is its title. */
  readonly title?: string;
  readonly recipe: ChartRecipe;
}

const ANY: readonly Storage[] = ["text", "integer", "day", "flag", "choice", "choices"];
const DAYS: readonly Storage[] = ["day"];
const NUMBERS: readonly Storage[] = ["integer"];

/** A field that a chart looks at, and what it must hold for that. */
export interface ChartInput {
  readonly field: FieldId;
  readonly holds: readonly Storage[];
}

export function inputsOfChart(recipe: ChartRecipe): readonly ChartInput[] {
  switch (recipe.kind) {
    case "groups": {
      const by = { field: recipe.by, holds: recipe.unit === undefined ? ANY : DAYS };
      return recipe.of === undefined ? [by] : [by, { field: recipe.of, holds: NUMBERS }];
    }
    case "pareto":
      return [{ field: recipe.of, holds: NUMBERS }];
    case "years":
      return [
        { field: recipe.by, holds: DAYS },
        { field: recipe.of, holds: NUMBERS },
      ];
    case "flow": {
      const last = { field: recipe.last, holds: DAYS };
      return recipe.first === undefined ? [last] : [{ field: recipe.first, holds: DAYS }, last];
    }
    case "rfm":
      return [
        { field: recipe.recency, holds: DAYS },
        { field: recipe.value, holds: NUMBERS },
      ];
  }
}

/** The first field that is gone, or holds something else by now; null: all are there. */
export function lackOf({ fields }: Sheet, recipe: ChartRecipe): FieldId | null {
  const fits = ({ field, holds }: ChartInput): boolean => {
    const type = fields.find(({ id }) => id === field)?.type;
    return type !== undefined && holds.includes(type.storage);
  };
  return inputsOfChart(recipe).find((input) => !fits(input))?.field ?? null;
}

/** The recipe with each of its fields changed. */
export function mapChartFields(recipe: ChartRecipe, change: (field: FieldId) => FieldId): ChartRecipe {
  switch (recipe.kind) {
    case "groups": {
      const by = change(recipe.by);
      return recipe.of === undefined ? { ...recipe, by } : { ...recipe, by, of: change(recipe.of) };
    }
    case "pareto":
      return { ...recipe, of: change(recipe.of) };
    case "years":
      return { ...recipe, by: change(recipe.by), of: change(recipe.of) };
    case "flow": {
      const last = change(recipe.last);
      return recipe.first === undefined
        ? { ...recipe, last }
        : { ...recipe, last, first: change(recipe.first) };
    }
    case "rfm":
      return { ...recipe, recency: change(recipe.recency), value: change(recipe.value) };
  }
}

/** What customers are measured by. */
export function amountOf({ fields }: Sheet): Field | null {
  const named = fields.find(({ role, type }) => role === "revenue" && type.storage === "integer");
  return named ?? fields.find(({ kind }) => kind === "money") ?? null;
}

/** The field of tiers; null where there is none that can be one. */
export const tierOf = ({ fields }: Sheet): Field | null =>
  fields.find(({ role, type }) => role === "tier" && type.storage === "choice") ?? null;

/** Groups shown where nobody says otherwise. */
export const USUAL_GROUPS = 10;

/** Of a sheet whose charts nobody has touched. */
function usualCharts(sheet: Sheet): readonly SheetChart[] {
  const [tier, amount] = [tierOf(sheet), amountOf(sheet)];
  const charts: SheetChart[] = [];
  if (tier !== null) {
    const groups = { kind: "groups", by: tier.id, look: "bars", most: USUAL_GROUPS } as const;
    charts.push({ id: chartId("tiers"), recipe: { ...groups, measure: "count" } });
    if (amount !== null)
      charts.push({ id: chartId("revenue"), recipe: { ...groups, measure: "sum", of: amount.id } });
  }
  if (amount !== null) charts.push({ id: chartId("pareto"), recipe: { kind: "pareto", of: amount.id } });
  return charts;
}

export const chartsOf = (sheet: Sheet): readonly SheetChart[] => sheet.charts ?? usualCharts(sheet);

/** Whether the values of a field are few and known, so that each has its place in a chart, used or not. */
export const hasOrder = (type: FieldType): boolean => type.storage === "choice" || type.storage === "choices";
