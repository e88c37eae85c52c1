/** How few customers bring how much, as a curve; a click shows those few. */
import type { App } from "../../../app/app.ts";
import type { ParetoAnswer } from "../../../worker/api.ts";
import type { Told } from "../told.ts";

/** Percent of the whole that the answer is about. */
const SHARE = 80;
/** Lines of the table: every tenth of the customers. */
const TENTHS = 10;

export function tellPareto(app: App, { of, rows, points, few }: ParetoAnswer): Told {
  const { t } = app;
  const percent = (share: number): string =>
    t("charts.percent", {
      number: new Intl.NumberFormat(app.language(), { maximumFractionDigits: 1 }).format(share * 100),
    });
  const pick = [{ op: "greaterOrEqual", field: of.id, value: few.from } as const];
  const tenths = Array.from(
    { length: TENTHS },
    (_, tenth) => points[Math.round(((tenth + 1) * (points.length - 1)) / TENTHS)] ?? { rows: 1, amount: 1 },
  );
  return {
    sentence: t("pareto.sentence", { share: SHARE, field: of.name, few: few.rows, customers: rows }),
    notes: [],
    drawing: {
      look: "curve",
      points,
      mark: {
        at: few.rows / rows,
        share: SHARE / 100,
        label: t("pareto.mark", { share: SHARE, customers: few.rows }),
      },
      pick,
    },
    head: [t("pareto.best"), t("pareto.bring", { field: of.name })],
    rows: tenths.map((point) => [{ text: percent(point.rows) }, { text: percent(point.amount) }]),
    action: { label: t("pareto.show", { customers: few.rows }), pick },
  };
}
