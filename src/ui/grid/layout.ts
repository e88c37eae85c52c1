/** Columns between the grid and a view: what was dragged, sized, frozen or hidden, as the view it makes. Pure. */
import { columnsOf, type FieldId, type Sheet, type View, type ViewColumn } from "../../core/model/index.ts";

/** The id of the column of row numbers; no field has a space in its id. */
export const NUMBERS = "row number";

/** A shown column as the grid has it. */
export interface ColumnPlace {
  readonly field: FieldId;
  readonly width: number;
  readonly frozen: boolean;
}

export function shownColumns(sheet: Sheet, view: View): readonly ViewColumn[] {
  return columnsOf(sheet, view).filter((column) => !column.hidden);
}

/** The view with the shown columns placed so. Hidden columns, which the grid has not got, keep their numbers. */
export function placeColumns(sheet: Sheet, view: View, places: readonly ColumnPlace[]): View {
  const rest = [...places];
  const columns = columnsOf(sheet, view).flatMap((column): readonly ViewColumn[] => {
    if (column.hidden) return [column];
    const next = rest.shift();
    return next === undefined ? [] : [{ ...next, hidden: false }];
  });
  return { ...view, columns };
}

export function sameColumns(a: readonly ViewColumn[], b: readonly ViewColumn[]): boolean {
  return (
    a.length === b.length &&
    a.every((column, index) => {
      const other = b[index];
      return (
        column.field === other?.field &&
        column.width === other.width &&
        column.frozen === other.frozen &&
        column.hidden === other.hidden
      );
    })
  );
}

/** The view with one column changed. */
export function changeColumn(
  sheet: Sheet,
  view: View,
  field: FieldId,
  change: Partial<Pick<ViewColumn, "width" | "frozen" | "hidden">>,
): View {
  const columns = columnsOf(sheet, view).map((column) =>
    column.field === field ? { ...column, ...change } : column,
  );
  return { ...view, columns };
}
