/** The rows of a screen that stand above groups, with what is said of the rows below them. */
import {
  type Atom,
  columnsOf,
  type FieldId,
  findField,
  type GroupKey,
  type RowId,
  type Sheet,
  totalOf,
  type View,
} from "../../core/model/index.ts";
import { columnTotal } from "../aggregate/columnTotals.ts";
import type { Result } from "../aggregate/measures.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Head } from "./layout.ts";

export interface GroupHead {
  readonly by: GroupKey;
  /** 0 is the outermost. */
  readonly level: number;
  /** What its rows have in common, from the outermost; the last is its own. Null: they are blank there. */
  readonly path: readonly Atom[];
  readonly folded: boolean;
  readonly rows: number;
  /** Of the columns that have one. */
  readonly totals: readonly { readonly field: FieldId; readonly result: Result }[];
}

/** What stands for the id of a head: no row has it, so that nothing can ever be written to one. */
export const NO_ROW = 0 as RowId;

/** With what the view says of its columns, but of the one that names the group. */
export function headOf(
  { sheet, table }: { readonly sheet: Sheet; readonly table: ColumnTable },
  view: View,
  { slots, ...head }: Head,
): GroupHead {
  const totals = columnsOf(sheet, view).flatMap(({ field: id, hidden }) => {
    const field = hidden || id === head.by.field ? undefined : findField(sheet, id);
    const total = field === undefined ? "none" : totalOf(view.totals ?? [], field);
    return total === "none"
      ? []
      : [{ field: id, result: columnTotal(table, sheet, slots, { field: id, total }) }];
  });
  return { ...head, rows: slots.length, totals };
}
