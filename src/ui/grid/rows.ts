/** The grid's rows: a window on the worker's last query, and one more row in which typing adds a row. */
import type { IDatasource } from "ag-grid-community";
import type { App } from "../../app/app.ts";
import type { RowColours, RowId, Value } from "../../core/model/index.ts";
import type { Dispatched, GroupHead, Mark, Stray, WindowRow } from "../../worker/api.ts";

export interface GridRow {
  /** Null: the row that is not there yet. */
  readonly id: RowId | null;
  /** It is no row, but stands above a group of them. */
  readonly head?: GroupHead;
  /** In groups: where it stands among the rows, from 0. */
  readonly number?: number;
  /** In the order of the sheet's fields. */
  readonly values: readonly Value[];
  /** Why the row will move or go when the cursor leaves it. */
  readonly stray?: Stray | null;
  /** In the past: what the step did to the row. */
  readonly mark?: Mark;
  readonly colours?: RowColours;
  /** Of the row that is not there yet, once something was typed into it. */
  readonly adding?: Promise<Dispatched>;
}

export const NEW_ROW: GridRow = { id: null, values: [] };

/** What the grid shows: rows of the query, and whether the row for adding follows them. */
export interface Extent {
  readonly matching: number;
  readonly adds: boolean;
}

export function extentOf(app: App): Extent {
  const counts = app.counts();
  const filtered = app.search().trim() !== "" || (app.view()?.filter ?? null) !== null;
  return { matching: counts?.places ?? 0, adds: counts !== null && !filtered && app.past() === null };
}

export const rowCountOf = (extent: Extent): number => extent.matching + (extent.adds ? 1 : 0);

/** Rows `start` up to `end` as the grid has them; `found` are those of the query. */
export function gridRows(
  found: readonly WindowRow[],
  extent: Extent,
  start: number,
  end: number,
): readonly GridRow[] {
  return extent.adds && start <= extent.matching && extent.matching < end ? [...found, NEW_ROW] : found;
}

/** The id AG Grid knows a row by. */
export const nodeId = ({ id, head }: GridRow): string =>
  head === undefined ? (id === null ? "new" : String(id)) : JSON.stringify(head.path);

/** Rows drawn in the first task after a sheet comes up; the rest of the screen follows in the next one. */
const FIRST_ROWS = 12;

/** `grow` is called once, in a task of its own, when the grid shall take over the whole number of rows. */
export function makeDatasource(app: App, extent: () => Extent, grow: () => void): IDatasource {
  let begun = false;
  const told = (count: number): number => {
    if (begun) return count;
    begun = true;
    if (count > FIRST_ROWS) setTimeout(grow, 0);
    return Math.min(count, FIRST_ROWS);
  };
  return {
    getRows: (params) => {
      const { matching } = extent();
      const end = Math.min(params.endRow, matching);
      const found = params.startRow < end ? app.rows(params.startRow, end) : Promise.resolve([]);
      found.then(
        (rows) => {
          const now = extent();
          params.successCallback(
            [...gridRows(rows, now, params.startRow, params.endRow)],
            told(rowCountOf(now)),
          );
        },
        () => params.failCallback(),
      );
    },
  };
}
