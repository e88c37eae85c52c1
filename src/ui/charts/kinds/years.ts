/** Months of each year beside those of the others. */
import { numberFormat } from "../../../i18n/intl.ts";
import type { Exact, YearsAnswer } from "../../../worker/api.ts";
import { asNumber, fullText, monthName, shortNumber, yearText } from "../numbers.ts";
import type { Cell, Pick, Speaker, Told } from "../told.ts";
import { type Earlier, sinceText, wasText } from "./earlier.ts";

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

type Year = YearsAnswer["years"][number];

/** A year now and then; null where nothing lies in it. */
interface YearBeside {
  readonly year: number;
  readonly now: Year | null;
  readonly old: Year | null;
}

function beside(now: readonly Year[], then: readonly Year[]): readonly YearBeside[] {
  const all = new Set([...now, ...then].map(({ year }) => year));
  const find = (list: readonly Year[], year: number): Year | null =>
    list.find((each) => each.year === year) ?? null;
  return [...all]
    .sort((a, b) => a - b)
    .map((year) => ({ year, now: find(now, year), old: find(then, year) }));
}

/** How much more or less than by the same month of the year before, as "+12 %"; "" where that cannot be said. */
function changeOf(app: Speaker, { years }: YearsAnswer): string {
  const [last, before] = [years.at(-1), years.at(-2)];
  if (last === undefined || before === undefined) return "";
  const until = last.months.findLastIndex(({ value }) => value !== null) + 1;
  const sum = (year: Year): number =>
    year.months
      .slice(0, until)
      .reduce((total, { value }) => total + (value === null ? 0 : asNumber(value)), 0);
  const [now, then] = [sum(last), sum(before)];
  if (then <= 0 || now < 0) return "";
  const number = numberFormat(app.language(), { maximumFractionDigits: 0, signDisplay: "always" });
  return app.t("charts.percent", { number: number.format((now / then - 1) * 100) });
}

function sentenceOf(app: Speaker, answer: YearsAnswer): string {
  const [last, before] = [answer.years.at(-1), answer.years.at(-2)];
  if (last === undefined) return "";
  const total = (year: Year): string => fullText(app, year.total, answer.of);
  const now = { year: String(last.year), total: total(last) };
  if (before === undefined) return app.t("chart.say.year", now);
  const change = changeOf(app, answer);
  return app.t("chart.say.years", { ...now, before: String(before.year), earlier: total(before), change });
}

function notesOf(
  app: Speaker,
  { by, of, years, without }: YearsAnswer,
  earlier: Earlier<YearsAnswer> | null,
): readonly string[] {
  const { t } = app;
  const last = years.at(-1);
  const left = without === 0 ? [] : [t("chart.say.without", { rows: without, field: by.name })];
  if (earlier === null || last === undefined) return left;
  const then = earlier.answer.years.find(({ year }) => year === last.year)?.total ?? null;
  const [was, is] = [fullText(app, then, of), fullText(app, last.total, of)];
  return [...left, t("chart.changed", { what: yearText(app, last.year), was, is, day: earlier.day })];
}

export function tellYears(app: Speaker, answer: YearsAnswer, earlier: Earlier<YearsAnswer> | null): Told {
  const { t } = app;
  const { by, of } = answer;
  const years = beside(answer.years, earlier?.answer.years ?? []);
  const pick = (range: { readonly low: number; readonly high: number } | undefined): Pick =>
    range === undefined ? null : [{ op: "between", field: by.id, ...range }];
  const height = (value: Exact | null | undefined): number | null => (value ? asNumber(value) : null);
  const cell = (now: Exact | null | undefined, then: Exact | null | undefined): Cell => {
    const is = fullText(app, now ?? null, of);
    return { text: is, ...wasText(app, is, earlier && fullText(app, then ?? null, of)) };
  };
  const newest = years.toReversed();
  return {
    sentence: sentenceOf(app, answer),
    notes: notesOf(app, answer, earlier),
    drawing: {
      look: "columns",
      labels: MONTHS.map((month) => monthName(app, month)),
      // In the order of time, so that the present year stands rightmost.
      series: years.map(({ year, now, old }, at) => ({
        name: yearText(app, year),
        rank: years.length - 1 - at,
        values: MONTHS.map((month) => height(now?.months[month]?.value)),
        before: earlier && MONTHS.map((month) => height(old?.months[month]?.value)),
        picks: MONTHS.map((month) => pick(now?.months[month]?.range)),
      })),
      since: sinceText(app, earlier),
      mirrored: false,
      whole: false,
      format: (value) => shortNumber(app, value, of),
    },
    head: [t("chart.month"), ...newest.map(({ year }) => yearText(app, year))],
    rows: [
      ...MONTHS.map((month) => [
        { text: monthName(app, month) },
        ...newest.map(({ now, old }) => {
          const found = now?.months[month];
          const made = cell(found?.value, old?.months[month]?.value);
          return found?.value ? { ...made, pick: pick(found.range) } : made;
        }),
      ]),
      [{ text: t("chart.total") }, ...newest.map(({ now, old }) => cell(now?.total, old?.total))],
    ],
  };
}
