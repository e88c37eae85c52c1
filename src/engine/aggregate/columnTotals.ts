/** One measure for each column, of some rows: the row of totals, and what stands in the rows of groups. */
import { type Field, type FieldId, findField, type Sheet, type Total } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
import { type Measure, measure, type Result } from "./measures.ts";

export interface AskedTotal {
  readonly field: FieldId;
  readonly total: Exclude<Total, "none">;
}

const measureOf = (field: Field, total: AskedTotal["total"]): Measure =>
  total === "count" ? { type: "count" } : { type: total, field };

/** "unfit" where the field is gone. */
export function columnTotal(
  table: ColumnTable,
  sheet: Sheet,
  slots: Uint32Array,
  { field: id, total }: AskedTotal,
): Result {
  const field = findField(sheet, id);
  return field === undefined ? { type: "unfit" } : measure(table, slots, measureOf(field, total));
}

/** In the order asked for. The table must not change between two steps. */
export function* columnTotalSteps(
  table: ColumnTable,
  sheet: Sheet,
  slots: Uint32Array,
  asked: readonly AskedTotal[],
): Steps<readonly Result[]> {
  const results: Result[] = [];
  for (const each of asked) {
    results.push(columnTotal(table, sheet, slots, each));
    yield { done: results.length, total: asked.length };
  }
  return results;
}
