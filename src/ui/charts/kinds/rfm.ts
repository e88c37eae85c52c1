/** Fifths of recency against fifths of a number, as a field of cells. */
import type { App } from "../../../app/app.ts";
import type { Field, Filter } from "../../../core/model/index.ts";
import type { RfmAnswer, ScoreBand } from "../../../worker/api.ts";
import { shortNumber } from "../numbers.ts";
import type { Pick, Told } from "../told.ts";

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

export function tellRfm(app: App, { recency, value, rows, recencies, values, cells }: RfmAnswer): Told {
  const { t } = app;
  const sum = (fits: (row: ScoreBand, column: ScoreBand) => boolean): number =>
    recencies.reduce(
      (total, row, y) =>
        total +
        values.reduce((part, column, x) => part + (fits(row, column) ? (cells[y]?.[x]?.rows ?? 0) : 0), 0),
      0,
    );
  const best = sum((row, column) => row.score >= BEST && column.score >= BEST);
  const going = sum((row, column) => row.score <= LONG_AGO && column.score >= BEST);
  const pick = (row: ScoreBand, column: ScoreBand): Pick => [inBand(recency, row), inBand(value, column)];
  const band = ({ score }: ScoreBand): string => t("chart.fifth", { score });
  const counted = (y: number, x: number): number => cells[y]?.[x]?.rows ?? 0;
  return {
    sentence: t("chart.say.rfm", { best, total: rows, going }),
    notes: [],
    drawing: {
      look: "heat",
      down: recencies.map(({ score }) => String(score)),
      across: values.map(({ score }) => String(score)),
      titles: { down: recency.name, across: value.name },
      cells: recencies.map((row, y) =>
        values.map((column, x) => ({
          value: counted(y, x),
          text: shortNumber(app, counted(y, x), null),
          pick: pick(row, column),
        })),
      ),
    },
    head: [`${recency.name} ↓ ${value.name} →`, ...values.map(band)],
    rows: recencies.map((row, y) => [
      { text: band(row) },
      ...values.map((column, x) => ({
        text: shortNumber(app, counted(y, x), null),
        pick: pick(row, column),
      })),
    ]),
  };
}
