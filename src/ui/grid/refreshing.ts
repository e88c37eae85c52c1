/**
 * When the rows on the screen are read again. A row must not move away under the hands that edit it: while an
 * editor is open, and while the cursor stays in a row just written, an order that changed waits.
 */
import type { GridApi } from "ag-grid-community";
import type { GridRow } from "./rows.ts";

export interface Refreshing {
  /** A cell of the row with this number is being written; its own reordering is the next one to come. */
  readonly wrote: (rowIndex: number | null) => void;
  /** Rows may be out of date. `reordered`: their places too. */
  readonly outdated: (reordered: boolean) => void;
  /** The cursor moved, or an edit ended: what waited may be due. */
  readonly moved: () => void;
}

export function makeRefreshing(api: GridApi<GridRow>, host: HTMLElement, rowCount: () => number): Refreshing {
  let waiting = false;
  let ownWrite = false;
  let writtenRow: number | null = null;

  const editing = (): boolean => api.getEditingCells().length > 0;
  const holding = (): boolean =>
    writtenRow !== null &&
    api.getFocusedCell()?.rowIndex === writtenRow &&
    host.contains(document.activeElement);
  const apply = (): void => {
    waiting = false;
    writtenRow = null;
    const rows = rowCount();
    if (api.getDisplayedRowCount() !== rows) api.setRowCount(rows, true);
    api.refreshInfiniteCache();
  };
  return {
    wrote: (rowIndex) => {
      ownWrite = true;
      writtenRow = rowIndex;
    },
    outdated: (reordered) => {
      const own = ownWrite;
      ownWrite = false;
      const wait = reordered ? editing() || (own && holding()) : waiting;
      if (wait) waiting = true;
      else if (reordered) apply();
      else api.refreshInfiniteCache();
    },
    moved: () => {
      if (waiting && !editing() && !holding()) apply();
    },
  };
}
