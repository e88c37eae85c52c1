/** Who came and who was lost, month by month. */
import type { FlowAnswer } from "../../../worker/api.ts";
import { monthText, shortNumber } from "../numbers.ts";
import type { Cell, Pick, Series, Speaker, Told } from "../told.ts";
import { type Earlier, sinceText, wasText } from "./earlier.ts";

const YEAR = 12;

type Month = FlowAnswer["months"][number];
type Count = "came" | "lost";

/** Of the last twelve months. */
function recent({ months }: FlowAnswer): Record<Count, number> {
  const sum = (count: Count): number => months.slice(-YEAR).reduce((total, month) => total + month[count], 0);
  return { came: sum("came"), lost: sum("lost") };
}

export function tellFlow(app: Speaker, answer: FlowAnswer, earlier: Earlier<FlowAnswer> | null): Told {
  const { first, last, after, months } = answer;
  const { t } = app;
  const counts = first === null ? (["lost"] as const) : (["came", "lost"] as const);
  const text = (count: number): string => shortNumber(app, count, null);
  const picks: Record<Count, (month: Month) => Pick> = {
    came: ({ range }) => (first === null ? null : [{ op: "between", field: first.id, ...range }]),
    lost: ({ lostBy }) => [{ op: "between", field: last.id, ...lostBy }],
  };
  const thenBy = new Map(earlier?.answer.months.map((month) => [month.range.low, month] as const));
  const series = (count: Count): Series => {
    // Below the axis, as those who go, where others come.
    const sign = count === "lost" && first !== null ? -1 : 1;
    return {
      name: t(`chart.${count}`),
      // In the same colour whether others come or not.
      rank: count === "lost" ? 3 : 0,
      values: months.map((month) => sign * month[count]),
      before: earlier && months.map(({ range }) => sign * (thenBy.get(range.low)?.[count] ?? 0)),
      picks: months.map(picks[count]),
    };
  };
  const cell = (month: Month, count: Count): Cell => {
    const is = text(month[count]);
    const then = thenBy.get(month.range.low);
    return { text: is, pick: picks[count](month), ...wasText(app, is, then ? text(then[count]) : null) };
  };
  const said = { ...recent(answer), after };
  return {
    sentence: first === null ? t("chart.say.lost", said) : t("chart.say.flow", said),
    notes: [
      ...(earlier === null
        ? []
        : [t("chart.then.flow", { ...recent(earlier.answer), day: earlier.day, first: first !== null })]),
      ...(first === null ? [t("chart.say.noFirst")] : []),
    ],
    drawing: {
      look: "columns",
      labels: months.map(({ range }) => monthText(app, range.low)),
      series: counts.map(series),
      since: sinceText(app, earlier),
      mirrored: first !== null,
      whole: true,
      format: (value) => text(Math.abs(value)),
    },
    head: [t("chart.month"), ...counts.map((count) => t(`chart.${count}`))],
    rows: months.map((month) => [
      { text: monthText(app, month.range.low) },
      ...counts.map((count) => cell(month, count)),
    ]),
  };
}
