/** How few rows bring how much: the curve of what the best bring together (V. Pareto; M. O. Lorenz, 1905, counted from the top). */
import { filledNumbers } from "../aggregate/cells.ts";
import type { NumericColumn } from "../columns/column.ts";
import { type Sorted, sortAgain } from "../columns/resorted.ts";
import { partitionPoint } from "../columns/sorted.ts";
import { cutByShare, sumsFromTop } from "../tiers/cuts.ts";
import type { ChartAnswer } from "./answer.ts";
import { type ChartGround, fieldIn, numbersIn } from "./ground.ts";

/** Percent of the whole, after J. M. Juran's rule of the vital few. */
const SHARE = 80;
const POINTS = 60;

/** What was asked of each column last. */
const known = new WeakMap<NumericColumn, Sorted>();

function sortedIn(column: NumericColumn, slots: Uint32Array): Float64Array {
  const found = sortAgain(filledNumbers(column, slots), known.get(column));
  known.set(column, found);
  return found.sorted;
}

export function paretoChart(ground: ChartGround, recipe: { readonly of: string }): ChartAnswer {
  const field = fieldIn(ground.sheet, recipe.of);
  const column = numbersIn(ground.table, field);
  const slots = ground.slots([field]);
  if (slots.length === 0) return { type: "noRows", total: ground.table.rowCount };
  const sorted = sortedIn(column, slots);
  if (sorted.length === 0) return { type: "noValues", field };
  const sums = sumsFromTop(sorted);
  const rows = sorted.length;
  const whole = sums[rows] ?? 0;
  if (whole <= 0) return { type: "noAmounts", field };
  const steps = Math.min(POINTS, rows);
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const place = Math.round((step * rows) / steps);
    return { rows: place / rows, amount: (sums[place] ?? 0) / whole };
  });
  const from = cutByShare(sorted, sums, SHARE);
  const below = (limit: number): number => partitionPoint(0, rows, (at) => (sorted[at] ?? 0) < limit);
  const [few, losses] = [rows - below(from), below(0)];
  return { type: "pareto", of: field, rows, losses, points, few: { rows: few, from } };
}
