/** How few customers bring how much, as a curve; a click shows those few. */
import { numberFormat } from "../../../i18n/intl.ts";
import type { ParetoAnswer } from "../../../worker/api.ts";
import type { CurvePoint, Speaker, Told } from "../told.ts";
import { type Earlier, sinceText } from "./earlier.ts";

/** Percent of the whole that the answer is about. */
const SHARE = 80;
/** Lines of the table: every tenth of the customers. */
const TENTHS = 10;

/** What the best bring: a share of the amount by a share of the rows, straight from one point to the next. */
function broughtBy(points: readonly CurvePoint[], rows: number): number {
  const at = points.findIndex((point) => point.rows >= rows);
  const [low, high] = [points[Math.max(0, at - 1)], points[at]];
  if (low === undefined || high === undefined) return 1;
  const way = high.rows === low.rows ? 0 : (rows - low.rows) / (high.rows - low.rows);
  return low.amount + way * (high.amount - low.amount);
}

export function tellPareto(app: Speaker, answer: ParetoAnswer, earlier: Earlier<ParetoAnswer> | null): Told {
  const { of, rows, losses, points, few } = answer;
  const { t } = app;
  const percent = (share: number): string =>
    t("charts.percent", {
      number: numberFormat(app.language(), { maximumFractionDigits: 1 }).format(share * 100),
    });
  const pick = [{ op: "greaterOrEqual", field: of.id, value: few.from } as const];
  const then = earlier?.answer;
  const since = sinceText(app, earlier);
  const tenths = Array.from({ length: TENTHS }, (_, tenth) => (tenth + 1) / TENTHS);
  return {
    sentence: t("pareto.sentence", { share: SHARE, field: of.name, few: few.rows, customers: rows }),
    notes: [
      ...(losses === 0 ? [] : [t("pareto.losses", { customers: losses })]),
      ...(earlier === null
        ? []
        : [
            t("pareto.then", {
              day: earlier.day,
              few: earlier.answer.few.rows,
              customers: earlier.answer.rows,
              best: percent(few.rows / rows),
              brought: percent(broughtBy(earlier.answer.points, few.rows / rows)),
            }),
          ]),
    ],
    drawing: {
      look: "curve",
      points,
      before: then?.points ?? null,
      since,
      mark: {
        at: few.rows / rows,
        share: SHARE / 100,
        label: t("pareto.mark", { share: SHARE, customers: few.rows }),
      },
      pick,
    },
    head: [t("pareto.best"), t("pareto.bring", { field: of.name }), ...(since === null ? [] : [since])],
    rows: tenths.map((best) => [
      { text: percent(best) },
      { text: percent(broughtBy(points, best)) },
      ...(then === undefined ? [] : [{ text: percent(broughtBy(then.points, best)) }]),
    ]),
    action: { label: t("pareto.show", { customers: few.rows }), pick },
  };
}
