/** AG Grid with its client-side row model, as its documentation sets it up: all rows in the page, sorted by Intl.Collator. */
import {
  ClientSideRowModelModule,
  type ColDef,
  createGrid,
  type GridApi,
  ModuleRegistry,
  QuickFilterModule,
  RowApiModule,
} from "ag-grid-community";

ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule, RowApiModule]);

export type PeerRow = { [column: string]: string };

const collator = new Intl.Collator("en", { numeric: true });

/** `sorted` are the columns that the rows are sorted by when they appear. */
export function showGrid(
  into: HTMLElement,
  columns: readonly string[],
  sorted: readonly string[],
  rows: PeerRow[],
): GridApi<PeerRow> {
  const columnDefs = columns.map((column): ColDef<PeerRow> => {
    const place = sorted.indexOf(column);
    return {
      colId: column,
      headerName: column,
      width: 140,
      // Names of columns may hold dots, which a `field` takes for a path.
      valueGetter: ({ data }) => data?.[column],
      valueSetter: ({ data, newValue }) => {
        data[column] = newValue;
        return true;
      },
      comparator: (a: string, b: string) => collator.compare(a, b),
      ...(place < 0 ? {} : { initialSort: "asc", initialSortIndex: place }),
    };
  });
  return createGrid(into, { columnDefs, rowData: rows });
}
