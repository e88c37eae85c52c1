/** Amounts by month, year beside year. */

import { group } from "../aggregate/group.ts";
import { MONDAY, startOf } from "../query/calendar.ts";
import type { ChartAnswer, YearsAnswer } from "./answer.ts";
import { type ChartGround, fieldIn } from "./ground.ts";

const MONTHS = 12;
const DAY_MS = 86_400_000;

const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

/** More years than these cannot be told apart; those before are left to the table of a chart by year. */
const MOST_YEARS = 4;

export function yearsChart(
  ground: ChartGround,
  recipe: { readonly by: string; readonly of: string },
): ChartAnswer {
  const [by, of] = [fieldIn(ground.sheet, recipe.by), fieldIn(ground.sheet, recipe.of)];
  const slots = ground.slots([by]);
  if (slots.length === 0) return { type: "noRows", total: ground.table.rowCount };
  const found = group(
    ground.table,
    slots,
    [{ field: by, unit: "month" }],
    [{ type: "count" }, { type: "sum", field: of }],
  );
  if (found.type !== "groups") return { type: "tooMany", field: by, unit: null };
  const sums = new Map<number, bigint>();
  let without = 0;
  for (const { keys, results } of found.groups) {
    const [counted, summed] = results;
    if (typeof keys[0] !== "number") without += counted?.type === "count" ? counted.count : 0;
    else if (summed?.type === "amount") sums.set(keys[0], summed.amount?.value ?? 0n);
  }
  const all = [...new Set([...sums.keys()].map(yearOf))].sort((a, b) => a - b);
  if (all.length === 0) return { type: "noValues", field: by };
  const decimals = of.type.storage === "integer" ? of.type.decimals : 0;
  const starts = new Map([...sums.keys()].map((day) => [yearOf(day), startOf("year", day, MONDAY)] as const));
  const years: YearsAnswer["years"] = all.slice(-MOST_YEARS).map((year) => {
    const first = starts.get(year) ?? 0;
    const months = Array.from({ length: MONTHS }, (_, month) => {
      const low = startOf("month", first, MONDAY, month);
      const sum = sums.get(low);
      const range = { low, high: startOf("month", first, MONDAY, month + 1) - 1 };
      return { range, value: sum === undefined ? null : { value: sum, decimals } };
    });
    const total = months.reduce((sum, { value }) => sum + (value?.value ?? 0n), 0n);
    return { year, total: { value: total, decimals }, months };
  });
  return { type: "years", by, of, years, without };
}
