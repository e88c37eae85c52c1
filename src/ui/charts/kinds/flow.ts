/** Who came and who was lost, month by month. */
import type { App } from "../../../app/app.ts";
import type { FlowAnswer } from "../../../worker/api.ts";
import { monthText, shortNumber } from "../numbers.ts";
import type { Pick, Told } from "../told.ts";

const YEAR = 12;

export function tellFlow(app: App, { first, last, after, months }: FlowAnswer): Told {
  const { t } = app;
  const recent = months.slice(-YEAR);
  const came = recent.reduce((sum, month) => sum + month.came, 0);
  const lost = recent.reduce((sum, month) => sum + month.lost, 0);
  const pickCame = (month: FlowAnswer["months"][number]): Pick =>
    first === null ? null : [{ op: "between", field: first.id, ...month.range }];
  const pickLost = (month: FlowAnswer["months"][number]): Pick => [
    { op: "between", field: last.id, ...month.lostBy },
  ];
  const text = (count: number): string => shortNumber(app, count, null);
  const newcomers = {
    name: t("chart.came"),
    rank: 0,
    values: months.map((month) => month.came),
    picks: months.map(pickCame),
  };
  const leavers = {
    name: t("chart.lost"),
    rank: first === null ? 0 : 3,
    // Below the axis, as those who go, where others come.
    values: months.map((month) => (first === null ? month.lost : -month.lost)),
    picks: months.map(pickLost),
  };
  return {
    sentence:
      first === null ? t("chart.say.lost", { lost, after }) : t("chart.say.flow", { came, lost, after }),
    notes: first === null ? [t("chart.say.noFirst")] : [],
    drawing: {
      look: "columns",
      labels: months.map(({ range }) => monthText(app, range.low)),
      series: first === null ? [leavers] : [newcomers, leavers],
      format: (value) => text(Math.abs(value)),
    },
    head: [t("chart.month"), ...(first === null ? [] : [t("chart.came")]), t("chart.lost")],
    rows: months.map((month) => [
      { text: monthText(app, month.range.low) },
      ...(first === null ? [] : [{ text: text(month.came), pick: pickCame(month) }]),
      { text: text(month.lost), pick: pickLost(month) },
    ]),
  };
}
