/** AG Grid's column definitions, made from a sheet's fields and a view's columns. */
import type { ColDef, ICellRendererParams, ValueFormatterParams, ValueGetterParams } from "ag-grid-community";
import {
  type Field,
  type Sheet,
  sameValue,
  type Value,
  type View,
  type ViewColumn,
} from "../../core/model/index.ts";
import { cellOf } from "../../fields/grid.ts";
import { kindOf } from "../../fields/index.ts";
import { ColumnHeader, type ColumnHeaderExtras, NumbersHeader } from "./ColumnHeader.tsx";
import { DrawnCell, type DrawnCellParams } from "./cell.ts";
import { barStyle, colourClasses } from "./colouring.ts";
import { CellEditor } from "./editing/CellEditor.ts";
import type { CellEditorExtras } from "./editing/edit.ts";
import { HeadCell, type HeadCellParams } from "./groups/HeadCell.ts";
import { NUMBERS, shownColumns } from "./layout.ts";
import type { GridRow } from "./rows.ts";
import type { GridSession } from "./session.ts";

export const MIN_WIDTH = 40;

/** Room for the digits of the last row, and for what opens the row's card. */
export function numbersWidth(rows: number): number {
  return Math.max(44, 28 + String(rows).length * 8);
}

/** What there is to say of a row at its number. */
function numberHint({ app: { t } }: GridSession, row: GridRow | undefined): string | null {
  if (row?.head !== undefined) return null;
  if (row?.id === null) return t("grid.addRow");
  if (row?.mark !== undefined) return t("past.marked");
  switch (row?.stray ?? null) {
    case "moved":
      return t("grid.strayMoved");
    case "excluded":
      return t("grid.strayExcluded");
    case null:
      return null;
  }
}

function numbersColumn(session: GridSession, width: number): ColDef<GridRow> {
  const { t } = session.app;
  return {
    colId: NUMBERS,
    headerName: "",
    pinned: "left",
    lockPosition: "left",
    lockPinned: true,
    width,
    resizable: false,
    suppressMovable: true,
    suppressNavigable: true,
    editable: false,
    headerComponent: NumbersHeader,
    headerComponentParams: { label: t("grid.rowNumber") },
    cellClass: "cell-number",
    tooltipValueGetter: (params) => numberHint(session, params.data),
    valueGetter: (params) => {
      if (params.data === undefined || params.node === null || params.data.head !== undefined) return "";
      return params.data.id === null && params.data.coming === undefined
        ? "+"
        : (params.data.number ?? params.node.rowIndex ?? 0) + 1;
    },
  };
}

/** A field at its place among the row's values; `coloured` where rules colour its cells. */
interface Placed {
  readonly field: Field;
  readonly index: number;
  readonly coloured: boolean;
}

function fieldColumn(
  session: GridSession,
  { field, index, coloured }: Placed,
  column: ViewColumn,
): ColDef<GridRow> {
  const { app } = session;
  const kind = kindOf(field);
  const cell = cellOf(field);
  const drawn: DrawnCellParams = { field, cell };
  const editor: CellEditorExtras = { session, field, cell };
  const head: HeadCellParams = { session, field };
  const header: ColumnHeaderExtras = { session, field };
  return {
    colId: field.id,
    headerName: field.name,
    headerClass: `head-${kind.align}`,
    headerComponent: ColumnHeader,
    headerComponentParams: header,
    width: column.width,
    minWidth: MIN_WIDTH,
    // AG Grid would measure only what is drawn at the moment.
    suppressAutoSize: true,
    pinned: column.frozen ? "left" : null,
    cellClass: `cell-${kind.align}`,
    valueGetter: (params: ValueGetterParams<GridRow>) => params.data?.values[index] ?? null,
    valueFormatter: (params: ValueFormatterParams<GridRow, Value>) =>
      params.value === null || params.value === undefined
        ? ""
        : kind.format(params.value, field, app.locale()),
    equals: (a: Value, b: Value) => sameValue(a ?? null, b ?? null),
    // AG Grid would give the value of a row to the renderer of a head.
    cellRendererSelector: ({ data }: ICellRendererParams<GridRow>) =>
      data?.head !== undefined
        ? { component: HeadCell, params: head }
        : cell.draw === null
          ? undefined
          : { component: DrawnCell, params: drawn },
    ...(coloured ? { cellStyle: ({ data }) => barStyle(data, field.id) } : {}),
    cellClassRules: {
      ...(coloured ? colourClasses(field.id) : {}),
      "cell-marked": ({ data }) => data?.mark === "row" || data?.mark?.includes(field.id) === true,
    },
    editable: ({ data }) =>
      cell.input !== null && data !== undefined && data.head === undefined && app.past() === null,
    cellEditor: CellEditor,
    cellEditorParams: editor,
    cellEditorPopup: cell.input?.input === "area",
  };
}

/**
 * `numbers` is the width of the column of row numbers. What is defined as before is the very same object: AG Grid then leaves
 * the column's header and cells alone.
 */
export function columnDefs(
  session: GridSession,
  sheet: Sheet,
  view: View,
  numbers: number,
): ColDef<GridRow>[] {
  const { app, defined } = session;
  const now = new Map<string, ColDef<GridRow>>();
  session.defined = now;
  const define = (madeOf: unknown, make: () => ColDef<GridRow>): ColDef<GridRow> => {
    const key = JSON.stringify([madeOf, app.locale(), app.language()]);
    const definition = defined.get(key) ?? make();
    now.set(key, definition);
    return definition;
  };
  const ruled = new Set(view.colours?.map(({ field }) => field));
  const places = new Map(
    sheet.fields.map((field, index) => [field.id, { field, index, coloured: ruled.has(field.id) }]),
  );
  const fields = shownColumns(sheet, view).flatMap((column) => {
    const place = places.get(column.field);
    return place === undefined ? [] : [define([place, column], () => fieldColumn(session, place, column))];
  });
  return [define(numbers, () => numbersColumn(session, numbers)), ...fields];
}
