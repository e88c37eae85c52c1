/** Fifths of recency against fifths of a number: where the best customers are, and who of them is about to go. */

import type { Field } from "../../core/model/index.ts";
import { filledNumbers } from "../aggregate/cells.ts";
import { sortWhole } from "../columns/digits.ts";
import { ExactSum } from "../columns/sum.ts";
import { quintiles, scoreOf } from "../tiers/cuts.ts";
import type { ChartAnswer, ScoreBand } from "./answer.ts";
import { type ChartGround, fieldIn, numbersIn } from "./ground.ts";

const SCORES = 5;

/** Of all rows of the sheet, whatever is filtered, as rules do it: a score does not change by being looked at. */
function cutsIn({ table }: ChartGround, field: Field): readonly number[] {
  return quintiles(sortWhole(filledNumbers(numbersIn(table, field), table.order)));
}

/** From the best. A fifth that begins where the one before it does holds nobody: equal numbers are not parted. */
function bandsOf(cuts: readonly number[]): readonly ScoreBand[] {
  return Array.from({ length: SCORES }, (_, place) => ({
    score: SCORES - place,
    from: cuts[place] ?? null,
    below: place === 0 ? null : (cuts[place - 1] ?? null),
  }));
}

export function rfmChart(
  ground: ChartGround,
  recipe: { readonly recency: string; readonly value: string },
): ChartAnswer {
  const { sheet, table } = ground;
  const [recency, value] = [fieldIn(sheet, recipe.recency), fieldIn(sheet, recipe.value)];
  const slots = ground.slots([recency, value]);
  if (slots.length === 0) return { type: "noRows", total: table.rowCount };
  const [days, numbers] = [numbersIn(table, recency).values, numbersIn(table, value).values];
  const [recent, worth] = [cutsIn(ground, recency), cutsIn(ground, value)];
  if (!Number.isFinite(recent[0] ?? Number.NaN)) return { type: "noValues", field: recency };
  if (!Number.isFinite(worth[0] ?? Number.NaN)) return { type: "noValues", field: value };
  const counts = new Uint32Array(SCORES * SCORES);
  const sums = Array.from(counts, () => new ExactSum());
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const number = numbers[slot] ?? Number.NaN;
    const at =
      (SCORES - scoreOf(recent, days[slot] ?? Number.NaN)) * SCORES + (SCORES - scoreOf(worth, number));
    counts[at] = (counts[at] ?? 0) + 1;
    if (!Number.isNaN(number)) sums[at]?.add(number);
  }
  const decimals = value.type.storage === "integer" ? value.type.decimals : 0;
  const places = Array.from({ length: SCORES }, (_, place) => place);
  const cells = places.map((row) =>
    places.map((column) => {
      const at = row * SCORES + column;
      return { rows: counts[at] ?? 0, sum: { value: sums[at]?.total ?? 0n, decimals } };
    }),
  );
  return {
    type: "rfm",
    recency,
    value,
    rows: slots.length,
    recencies: bandsOf(recent),
    values: bandsOf(worth),
    cells,
  };
}
