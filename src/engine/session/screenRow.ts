/** A row as it is read off the screen. */
import { fromAtom, type RowColours, type RowId, type Sheet, type Value } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Painter } from "../query/paint.ts";
import type { GroupHead } from "./heads.ts";
import type { Stray } from "./shown.ts";

export interface ScreenRow {
  readonly id: RowId;
  /** In the order of the sheet's fields. */
  readonly values: readonly Value[];
  readonly stray: Stray | null;
  /** By the view's rules; left out where no cell of the row has one. */
  readonly colours?: RowColours;
  /** In groups, where its place does not tell: where it stands among the rows, from 0. */
  readonly number?: number;
  /** The row is no row of the sheet, but stands above a group of them. */
  readonly head?: GroupHead;
}

/** A sheet with its rows. */
export interface Found {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
}

/** `paint` null: without colours. */
export function rowAt(
  { sheet, table }: Found,
  paint: Painter | null,
  slot: number,
): Omit<ScreenRow, "stray"> {
  const colours = paint?.(slot);
  return {
    id: table.idOf(slot),
    values: sheet.fields.map((field) => fromAtom(field.type, table.atom(field.id, slot))),
    ...(colours === undefined ? {} : { colours }),
  };
}
