/** The charts to choose from: what each begins as on a sheet, or what the sheet lacks for it. A new one is a line here. */
import {
  amountOf,
  type ChartRecipe,
  type Field,
  type Sheet,
  type Storage,
  tierOf,
  USUAL_GROUPS,
} from "../../core/model/index.ts";
import type { PlainKey } from "../../i18n/index.ts";

type Lack = "chart.lacksDay" | "chart.lacksNumber" | "chart.lacksChoice" | "charts.noTierField";

export interface Preset {
  readonly id: string;
  readonly name: PlainKey;
  readonly make: (sheet: Sheet) => ChartRecipe | Lack;
}

export const fieldsOf = ({ fields }: Sheet, ...storages: readonly Storage[]): readonly Field[] =>
  fields.filter(({ type }) => storages.includes(type.storage));

/** Days without a word after which most shops count a customer as lost. */
const USUAL_SILENCE = 180;

const numberOf = (sheet: Sheet): Field | null => amountOf(sheet) ?? fieldsOf(sheet, "integer")[0] ?? null;

function dayOf(sheet: Sheet): Field | null {
  const days = fieldsOf(sheet, "day");
  return (
    days.find(({ role }) => role === "lastContact") ??
    days.find(({ role }) => role !== "birthday") ??
    days[0] ??
    null
  );
}

const BARS = { kind: "groups", look: "bars", most: USUAL_GROUPS } as const;

/** What few values stand for rows best. */
function classOf(sheet: Sheet): Field | null {
  const choices = fieldsOf(sheet, "choice");
  return (
    sheet.fields.find(({ role }) => role === "city") ??
    choices.find(({ role }) => role !== "tier") ??
    choices[0] ??
    sheet.fields[0] ??
    null
  );
}

export const PRESETS: readonly Preset[] = [
  {
    id: "tiers",
    name: "chart.what.tiers",
    make: (sheet) => {
      const tier = tierOf(sheet);
      return tier === null ? "charts.noTierField" : { ...BARS, by: tier.id, measure: "count" };
    },
  },
  {
    id: "worth",
    name: "chart.what.worth",
    make: (sheet) => {
      const [tier, amount] = [tierOf(sheet), numberOf(sheet)];
      if (tier === null) return "charts.noTierField";
      return amount === null ? "chart.lacksNumber" : { ...BARS, by: tier.id, measure: "sum", of: amount.id };
    },
  },
  {
    id: "pareto",
    name: "chart.what.pareto",
    make: (sheet) => {
      const amount = numberOf(sheet);
      return amount === null ? "chart.lacksNumber" : { kind: "pareto", of: amount.id };
    },
  },
  {
    id: "years",
    name: "chart.what.years",
    make: (sheet) => {
      const [day, amount] = [dayOf(sheet), numberOf(sheet)];
      if (day === null) return "chart.lacksDay";
      return amount === null ? "chart.lacksNumber" : { kind: "years", by: day.id, of: amount.id };
    },
  },
  {
    id: "flow",
    name: "chart.what.flow",
    make: (sheet) => {
      const last = dayOf(sheet);
      if (last === null) return "chart.lacksDay";
      const first = fieldsOf(sheet, "day").find(({ id, role }) => id !== last.id && role !== "birthday");
      const recipe = { kind: "flow", last: last.id, after: USUAL_SILENCE } as const;
      return first === undefined ? recipe : { ...recipe, first: first.id };
    },
  },
  {
    id: "funnel",
    name: "chart.what.funnel",
    make: (sheet) => {
      const choices = fieldsOf(sheet, "choice");
      const status = choices.find(({ role }) => role === "status") ?? choices[0];
      if (status === undefined) return "chart.lacksChoice";
      return { ...BARS, look: "funnel", by: status.id, measure: "count" };
    },
  },
  {
    id: "rfm",
    name: "chart.what.rfm",
    make: (sheet) => {
      const [day, amount] = [dayOf(sheet), numberOf(sheet)];
      if (day === null) return "chart.lacksDay";
      return amount === null ? "chart.lacksNumber" : { kind: "rfm", recency: day.id, value: amount.id };
    },
  },
  {
    id: "groups",
    name: "chart.what.groups",
    make: (sheet) => {
      const by = classOf(sheet);
      if (by === null) return "chart.lacksChoice";
      const days = by.type.storage === "day" ? ({ unit: "month" } as const) : {};
      return { ...BARS, ...days, by: by.id, measure: "count" };
    },
  },
];
