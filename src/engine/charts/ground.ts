/** What the rows behind a chart are read from. */
import type { Field, Sheet } from "../../core/model/index.ts";
import { columnOf } from "../aggregate/cells.ts";
import type { NumericColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";

export interface ChartGround {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  /** Rows that are shown, leaving out conditions on these fields, so that a click keeps the rest of its chart in sight. */
  readonly slots: (fields: readonly Field[]) => Uint32Array;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** Asked for the same fields again, it answers at once. */
export function slotsOnce(find: ChartGround["slots"]): ChartGround["slots"] {
  const known = new Map<string, Uint32Array>();
  return (fields) => {
    const key = fields.map(({ id }) => id).join();
    const slots = known.get(key) ?? find(fields);
    known.set(key, slots);
    return slots;
  };
}

/** Of a recipe that lacks nothing; throws RangeError else. */
export function fieldIn({ fields }: Sheet, id: string): Field {
  const field = fields.find((each) => each.id === id);
  if (field === undefined) throw new RangeError(`no field ${id}`);
  return field;
}

export function numbersIn(table: ColumnTable, field: Field): NumericColumn {
  const column = columnOf(table, field);
  if (column.form !== "numeric") throw new RangeError(`no numbers in ${field.id}`);
  return column;
}
