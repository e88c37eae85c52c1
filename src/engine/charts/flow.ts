/** Who came and who was lost, month by month: lost is who has not been heard of for so many days. */

import type { Field } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { MONDAY, startOf } from "../query/calendar.ts";
import type { ChartAnswer } from "./answer.ts";
import { type ChartGround, fieldIn, numbersIn } from "./ground.ts";

const MONTHS = 24;

interface FlowRecipe {
  readonly first?: string;
  readonly last: string;
  readonly after: number;
}

/** How many days lie in each of the ranges that follow one another from `starts`. */
function counted(
  { table }: ChartGround,
  field: Field,
  slots: Uint32Array,
  starts: readonly number[],
): readonly number[] {
  const { values } = numbersIn(table, field);
  const counts = new Array<number>(starts.length - 1).fill(0);
  const [first = 0, end = 0] = [starts[0], starts.at(-1)];
  for (let i = 0; i < slots.length; i++) {
    const day = values[slots[i] ?? 0] ?? Number.NaN;
    if (!(day >= first && day < end)) continue;
    let at = 0;
    while (day >= (starts[at + 1] ?? end)) at += 1;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function isEmptyIn(table: ColumnTable, field: Field, slots: Uint32Array): boolean {
  const { values } = numbersIn(table, field);
  return slots.every((slot) => Number.isNaN(values[slot] ?? Number.NaN));
}

export function flowChart(ground: ChartGround, recipe: FlowRecipe): ChartAnswer {
  const { sheet, table, today } = ground;
  const last = fieldIn(sheet, recipe.last);
  const first = recipe.first === undefined ? null : fieldIn(sheet, recipe.first);
  const slots = ground.slots(first === null ? [last] : [first, last]);
  if (slots.length === 0) return { type: "noRows", total: table.rowCount };
  if ([first, last].every((field) => field === null || isEmptyIn(table, field, slots)))
    return { type: "noValues", field: first ?? last };
  const starts = Array.from({ length: MONTHS + 1 }, (_, month) =>
    startOf("month", today, MONDAY, month + 1 - MONTHS),
  );
  // Who would be lost on a later day of this month is not lost yet.
  const silent = starts.map((day) => Math.min(day, today + 1) - recipe.after);
  const came = first === null ? [] : counted(ground, first, slots, starts);
  const lost = counted(ground, last, slots, silent);
  const months = lost.map((gone, month) => {
    const next = (list: readonly number[]): number => (list[month + 1] ?? 0) - 1;
    return {
      range: { low: starts[month] ?? 0, high: next(starts) },
      came: came[month] ?? 0,
      lost: gone,
      lostBy: { low: silent[month] ?? 0, high: next(silent) },
    };
  });
  return { type: "flow", first, last, after: recipe.after, months };
}
