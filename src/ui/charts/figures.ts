/** What the charts say of a tier summary: one bar per tier, its share, and the sentence that opens the chart. */
import type { App } from "../../app/app.ts";
import type { Atom, Field, Hue } from "../../core/model/index.ts";
import { kindOf } from "../../fields/index.ts";
import type { TierSummary } from "../../worker/api.ts";

export type Tiers = Extract<TierSummary, { type: "tiers" }>;
export type Measure = "customers" | "revenue";

export interface Figure {
  /** What a filter on this bar asks for; null: customers without a tier. */
  readonly atom: Atom;
  readonly label: string;
  /** Null: no tier, so no tier's colour. */
  readonly hue: Hue | null;
  readonly value: number;
  /** Short enough to stand beside a bar. */
  readonly short: string;
  readonly full: string;
  /** In words; "" where shares make no sense, as with losses. */
  readonly share: string;
}

function percent(app: App, part: number, whole: number): string {
  if (whole <= 0 || part < 0) return "";
  const share = (part / whole) * 100;
  const digits = share > 0 && share < 1 ? 1 : 0;
  const number = new Intl.NumberFormat(app.language(), { maximumFractionDigits: digits }).format(share);
  return app.t("charts.percent", { number });
}

function compact(app: App, field: Field, sum: number): string {
  if (field.type.storage !== "integer") return String(sum);
  const { tag, currency } = app.locale();
  // Only what is shown goes through a binary fraction; the sum itself stays a scaled integer.
  return new Intl.NumberFormat(tag, {
    notation: "compact",
    maximumFractionDigits: 1,
    ...(field.kind === "money" ? { style: "currency", currency, currencyDisplay: "narrowSymbol" } : {}),
  }).format(sum / 10 ** field.type.decimals);
}

export function figures(app: App, tiers: Tiers, measure: Measure): readonly Figure[] {
  const count = new Intl.NumberFormat(app.language());
  return tiers.groups.map((group) => {
    const base = {
      atom: group.choice?.id ?? null,
      label: group.choice?.label ?? app.t("charts.noTier"),
      hue: group.choice?.hue ?? null,
    } as const;
    if (measure === "customers" || tiers.revenue === null) {
      const text = count.format(group.count);
      return {
        ...base,
        value: group.count,
        short: text,
        full: text,
        share: percent(app, group.count, tiers.count),
      };
    }
    const { revenue } = tiers;
    return {
      ...base,
      value: group.sum,
      short: compact(app, revenue, group.sum),
      full: kindOf(revenue).format(group.sum, revenue, app.locale()),
      share: percent(app, group.sum, tiers.sum),
    };
  });
}

const largest = (tiers: Tiers, by: "count" | "sum") =>
  tiers.groups.reduce((best, group) => (group[by] > best[by] ? group : best));

function customersSentence(app: App, tiers: Tiers): string {
  const top = largest(tiers, "count");
  const share = percent(app, top.count, tiers.count);
  return top.choice === null
    ? app.t("charts.mostWithout", { share, total: tiers.count })
    : app.t("charts.mostCustomers", { tier: top.choice.label, share, total: tiers.count });
}

function revenueSentence(app: App, tiers: Tiers, revenue: Field): string {
  const top = largest(tiers, "sum");
  const words = {
    customers: percent(app, top.count, tiers.count),
    share: percent(app, top.sum, tiers.sum),
    field: revenue.name,
  };
  return top.choice === null
    ? app.t("charts.carriesWithout", words)
    : app.t("charts.carries", { ...words, tier: top.choice.label });
}

/** Either a picture with the sentence that says what it shows, or why there is none and what to do. */
export type Telling =
  | { readonly type: "picture"; readonly sentence: string }
  | { readonly type: "nothing"; readonly why: string };

export function telling(app: App, tiers: Tiers, measure: Measure): Telling {
  const { t } = app;
  if (measure === "customers") return { type: "picture", sentence: customersSentence(app, tiers) };
  if (tiers.revenue === null) return { type: "nothing", why: t("charts.noRevenueField") };
  if (tiers.groups.every((group) => group.sum === 0))
    return { type: "nothing", why: t("charts.noRevenue", { field: tiers.revenue.name }) };
  // Where returns outweigh sales, shares of the sum would mislead; the bars alone do not.
  const sentence = tiers.sum > 0 ? revenueSentence(app, tiers, tiers.revenue) : "";
  return { type: "picture", sentence };
}

/** The whole chart in words, for who cannot see it. */
export function alternative(app: App, title: string, list: readonly Figure[]): string {
  const { t } = app;
  const values = list
    .map((figure) =>
      figure.share === ""
        ? `${figure.label} ${figure.full}`
        : t("charts.altItem", { tier: figure.label, value: figure.full, share: figure.share }),
    )
    .join(t("filter.list"));
  return t("charts.alt", { title, values });
}
