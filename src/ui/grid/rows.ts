/** The grid's rows: a window on the worker's last query, and one more row in which typing adds a row. */
import type { IDatasource, IGetRowsParams } from "ag-grid-community";
import type { App } from "../../app/app.ts";
import type { RowColours, RowId, Value } from "../../core/model/index.ts";
import type { GroupHead, Mark, Stray, WindowRow } from "../../worker/api.ts";
import type { ComingRow, ComingRows } from "./coming.ts";

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
  readonly coming?: ComingRow;
}

export const NEW_ROW: GridRow = { id: null, values: [] };

/** Whether both are the same row, which may have been added since. */
export const sameRow = (now: GridRow, row: GridRow): boolean =>
  row.coming === undefined
    ? now.id === row.id && now.coming === undefined
    : now.coming === row.coming || (now.id !== null && now.id === row.coming.row);

/** What the grid shows: rows of the query, those that are coming, and the one for adding, if there is one. */
export interface Extent {
  readonly matching: number;
  readonly coming: readonly ComingRow[];
  readonly adds: boolean;
}

export function extentOf(app: Pick<App, "counts" | "search" | "view" | "past">, coming: ComingRows): Extent {
  const counts = app.counts();
  const filtered = app.search().trim() !== "" || (app.view()?.filter ?? null) !== null;
  const adds = counts !== null && !filtered && app.past() === null;
  return { matching: counts?.places ?? 0, coming: adds ? coming.list() : [], adds };
}

/** What stands below the rows of the query. */
export const tailOf = ({ coming, adds }: Extent): readonly GridRow[] => [
  ...coming.map(({ shown }) => shown),
  ...(adds ? [NEW_ROW] : []),
];

export const rowCountOf = ({ matching, coming, adds }: Extent): number =>
  matching + coming.length + (adds ? 1 : 0);

/** Rows `start` up to `end` as the grid has them; `found` are those of the query. */
export function gridRows(
  found: readonly WindowRow[],
  extent: Extent,
  start: number,
  end: number,
): readonly GridRow[] {
  const { matching } = extent;
  const tail = tailOf(extent).slice(Math.max(0, start - matching), Math.max(0, end - matching));
  return tail.length === 0 ? found : [...found, ...tail];
}

/** The id AG Grid knows a row by. */
export function nodeId({ id, head, coming }: GridRow): string {
  if (head !== undefined) return JSON.stringify(head.path);
  if (id !== null) return String(id);
  return coming === undefined ? "new" : `new ${coming.nth}`;
}

/** Where fewer are shown, so many rows are drawn in one task; the rest of the screen follows in the next one. */
export const FIRST_ROWS = 12;

/** What still came when the rows were asked for stands below them, if it is not among them. */
function comingWith(found: readonly WindowRow[], asked: Extent, now: Extent): readonly ComingRow[] {
  const there = new Set(found.map(({ id }) => id));
  return [...new Set([...asked.coming, ...now.coming])].filter(({ row }) => row === null || !there.has(row));
}

/** What the data source is told of the grid that it is for. */
export interface Reader {
  readonly extent: () => Extent;
  /** How many rows it has. */
  readonly shown: () => number;
  /** Called in a task of its own, when the grid shall take over the whole number of rows. */
  readonly grow: () => void;
  /** Resolves when the editor that is open in one of these rows is closed; null: there is none. */
  readonly editing: (start: number, end: number) => Promise<void> | null;
  /** Replaces rows. */
  readonly replacing: (replace: () => void) => void;
}

/** Rows that were on their way when an editor opened would take it away with the row they replace: they wait, and are read anew. */
export function makeDatasource(app: App, { extent, shown, grow, editing, replacing }: Reader): IDatasource {
  const told = (count: number): number => {
    if (shown() >= FIRST_ROWS || count <= FIRST_ROWS) return count;
    setTimeout(grow, 0);
    return FIRST_ROWS;
  };
  const read = async (params: IGetRowsParams): Promise<void> => {
    const { startRow, endRow, successCallback } = params;
    const asked = extent();
    const { matching } = asked;
    const end = Math.min(endRow, matching);
    const rows = startRow < end ? await app.rows(startRow, end) : [];
    const edited = editing(startRow, endRow);
    if (edited !== null) {
      await edited;
      return read(params);
    }
    const now = extent();
    const there = { ...now, matching, coming: comingWith(rows, asked, now) };
    replacing(() => successCallback([...gridRows(rows, there, startRow, endRow)], told(rowCountOf(there))));
  };
  return { getRows: (params) => void read(params).catch(() => params.failCallback()) };
}
