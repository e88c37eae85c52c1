/** The distinct values of a whole column. */
import type { Atom } from "../core/model/index.ts";
import type { Column } from "../engine/columns/column.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import type { Steps } from "../engine/steps.ts";

/** Values looked at between two chances to pause. */
const STEP = 8192;

/** How many cells hold each distinct value, in the order in which they are met. */
export function* distinctSteps(table: ColumnTable, column: Column): Steps<ReadonlyMap<Atom, number>> {
  const { order } = table;
  const total = order.length;
  const found = new Map<Atom, number>();
  if (column.form === "numeric") {
    for (const [place, slot] of order.entries()) {
      const value = column.values[slot] ?? Number.NaN;
      if (!Number.isNaN(value)) found.set(value, (found.get(value) ?? 0) + 1);
      if (place % STEP === STEP - 1) yield { done: place, total };
    }
    return found;
  }
  const { codes, dictionary } = column;
  const counts = new Uint32Array(dictionary.length + 1);
  const met: number[] = [];
  for (const slot of order) {
    const code = codes[slot] ?? 0;
    if (code !== 0 && counts[code] === 0) met.push(code);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  for (const [place, code] of met.entries()) {
    found.set(dictionary[code - 1] ?? "", counts[code] ?? 0);
    if (place % STEP === STEP - 1) yield { done: place, total: met.length };
  }
  return found;
}
