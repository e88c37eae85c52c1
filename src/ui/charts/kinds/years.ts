/** Months of each year beside those of the others. */
import type { App } from "../../../app/app.ts";
import type { YearsAnswer } from "../../../worker/api.ts";
import { asNumber, fullText, monthName, shortNumber } from "../numbers.ts";
import type { Pick, Told } from "../told.ts";

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** How much more or less than by the same month of the year before, as "+12 %"; "" where that cannot be said. */
function changeOf(app: App, { years }: YearsAnswer): string {
  const [last, before] = [years.at(-1), years.at(-2)];
  if (last === undefined || before === undefined) return "";
  const until = last.months.findLastIndex(({ value }) => value !== null) + 1;
  const sum = (year: typeof last): number =>
    year.months
      .slice(0, until)
      .reduce((total, { value }) => total + (value === null ? 0 : asNumber(value)), 0);
  const [now, then] = [sum(last), sum(before)];
  if (then <= 0) return "";
  const number = new Intl.NumberFormat(app.language(), { maximumFractionDigits: 0, signDisplay: "always" });
  return app.t("charts.percent", { number: number.format((now / then - 1) * 100) });
}

export function tellYears(app: App, answer: YearsAnswer): Told {
  const { t } = app;
  const { by, of, years, without } = answer;
  const [last, before] = [years.at(-1), years.at(-2)];
  const pick = (range: { readonly low: number; readonly high: number }): Pick => [
    { op: "between", field: by.id, ...range },
  ];
  const total = (year: typeof last): string => fullText(app, year?.total ?? null, of);
  const sentence =
    last === undefined
      ? ""
      : before === undefined
        ? t("chart.say.year", { year: String(last.year), total: total(last) })
        : t("chart.say.years", {
            year: String(last.year),
            total: total(last),
            before: String(before.year),
            earlier: total(before),
            change: changeOf(app, answer),
          });
  const newest = years.toReversed();
  return {
    sentence,
    notes: without === 0 ? [] : [t("chart.say.without", { rows: without, field: by.name })],
    drawing: {
      look: "columns",
      labels: MONTHS.map((month) => monthName(app, month)),
      // In the order of time, so that the present year stands rightmost.
      series: years.map(({ year, months }, at) => ({
        name: String(year),
        rank: years.length - 1 - at,
        values: months.map(({ value }) => (value === null ? null : asNumber(value))),
        picks: months.map(({ range }) => pick(range)),
      })),
      format: (value) => shortNumber(app, value, of),
    },
    head: [t("chart.month"), ...newest.map(({ year }) => String(year))],
    rows: [
      ...MONTHS.map((month) => [
        { text: monthName(app, month) },
        ...newest.map(({ months }) => {
          const found = months[month];
          return found === undefined || found.value === null
            ? { text: "–" }
            : { text: fullText(app, found.value, of), pick: pick(found.range) };
        }),
      ]),
      [{ text: t("chart.total") }, ...newest.map((year) => ({ text: total(year) }))],
    ],
  };
}
