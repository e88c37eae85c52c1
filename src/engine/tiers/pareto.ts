/** How few customers bring how much: the curve of what the best bring together (V. Pareto; M. O. Lorenz, 1905, counted from the top). */
import type { Field, Sheet } from "../../core/model/index.ts";
import { columnOf, filledNumbers } from "../aggregate/cells.ts";
import type { Session } from "../session/session.ts";
import { cutByShare, sortedNumbers, sumsFromTop } from "./cuts.ts";
import { measureOf } from "./summary.ts";

export type Pareto =
  | {
      readonly type: "pareto";
      readonly field: Field;
      /** Rows that have an amount. */
      readonly customers: number;
      /** Of the amounts above 0, as a scaled integer. */
      readonly whole: number;
      /** From none to all: shares of the customers and of the whole, from 0 to 1. */
      readonly points: readonly { readonly customers: number; readonly amount: number }[];
      /** Who together bring the share that was asked for: how many, and the least of their amounts. */
      readonly few: { readonly customers: number; readonly from: number };
    }
  | { readonly type: "noAmounts"; readonly field: Field }
  | { readonly type: "noField" };

const POINTS = 60;

/** `percent` of the whole. Under every filter but the amount's own. */
export function paretoOf(session: Session, sheet: Sheet, search: string, percent: number): Pareto {
  const field = measureOf(sheet);
  const table = session.table(sheet.id);
  if (field === null || table === undefined) return { type: "noField" };
  const column = columnOf(table, field);
  if (column.form !== "numeric") return { type: "noField" };
  const slots = session.slotsBeside(sheet, table, field, search);
  const sorted = sortedNumbers(filledNumbers(column, slots));
  const sums = sumsFromTop(sorted);
  const customers = sorted.length;
  const whole = sums[customers] ?? 0;
  if (whole <= 0) return { type: "noAmounts", field };
  const steps = Math.min(POINTS, customers);
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const place = Math.round((step * customers) / steps);
    return { customers: place / customers, amount: (sums[place] ?? 0) / whole };
  });
  const from = cutByShare(sorted, sums, percent);
  let few = 0;
  while (few < customers && (sorted[customers - 1 - few] ?? 0) >= from) few += 1;
  return { type: "pareto", field, customers, whole, points, few: { customers: few, from } };
}
