/** Fifths of recency against fifths of a number, as a field of cells. */
import type { Field, Filter } from "../../../core/model/index.ts";
import type { RfmAnswer, ScoreBand } from "../../../worker/api.ts";
import { changeText, shortNumber } from "../numbers.ts";
import type { HeatCell, Pick, Speaker, Told } from "../told.ts";
import type { Earlier } from "./earlier.ts";

/** Scores at which someone counts as among the best, and as long not seen. */
const BEST = 4;
const LONG_AGO = 2;

function inBand(field: Field, { from, below }: ScoreBand): Filter {
  if (from !== null)
    return { op: "between", field: field.id, low: from, high: below === null ? null : below - 1 };
  const empty = { op: "empty", field: field.id } as const;
  // Whoever has nothing entered is in the last fifth.
  return below === null ? empty : { op: "or", parts: [{ op: "less", field: field.id, value: below }, empty] };
}

const countAt = ({ cells }: RfmAnswer, y: number, x: number): number => cells[y]?.[x]?.rows ?? 0;

function sumOf(answer: RfmAnswer, fits: (recency: number, value: number) => boolean): number {
  let sum = 0;
  for (const [y, row] of answer.recencies.entries())
    for (const [x, column] of answer.values.entries())
      if (fits(row.score, column.score)) sum += countAt(answer, y, x);
  return sum;
}

const said = (answer: RfmAnswer) => ({
  best: sumOf(answer, (recency, value) => recency >= BEST && value >= BEST),
  going: sumOf(answer, (recency, value) => recency <= LONG_AGO && value >= BEST),
  total: answer.rows,
});

export function tellRfm(app: Speaker, answer: RfmAnswer, earlier: Earlier<RfmAnswer> | null): Told {
  const { t } = app;
  const { recency, value, recencies, values } = answer;
  const pick = (row: ScoreBand, column: ScoreBand): Pick => [inBand(recency, row), inBand(value, column)];
  const band = ({ score }: ScoreBand): string => t("chart.fifth", { score });
  const cells = recencies.map((row, y) =>
    values.map((column, x): HeatCell => {
      const count = countAt(answer, y, x);
      return {
        value: count,
        text: shortNumber(app, count, null),
        change: earlier === null ? "" : changeText(app, count - countAt(earlier.answer, y, x)),
        pick: pick(row, column),
      };
    }),
  );
  return {
    sentence: t("chart.say.rfm", said(answer)),
    notes: earlier === null ? [] : [t("chart.then.rfm", { ...said(earlier.answer), day: earlier.day })],
    drawing: {
      look: "heat",
      down: recencies.map(({ score }) => String(score)),
      across: values.map(({ score }) => String(score)),
      titles: { down: recency.name, across: value.name },
      since: earlier && t("chart.changeSince", { day: earlier.day }),
      cells,
    },
    // An arrow stays with its word.
    head: [`${recency.name}\u00a0↓ ${value.name}\u00a0→`, ...values.map(band)],
    rows: recencies.map((row, y) => [
      { text: band(row) },
      ...(cells[y] ?? []).map(({ text, change, pick: own }) => ({
        text,
        pick: own,
        ...(change === "" ? {} : { was: change }),
      })),
    ]),
  };
}
