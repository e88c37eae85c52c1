/** AG Grid as refreshing and the record's card see it. */
import type { GridApi, IRowNode } from "ag-grid-community";
import { untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import { makeLatest } from "../../app/latest.ts";
import type { Beside } from "../../app/selecting.ts";
import { BLOCK_ROWS } from "./options.ts";
import type { Surface } from "./refreshing.ts";
import { FIRST_ROWS, type GridRow, nodeId } from "./rows.ts";
import { type GridSession, withValue } from "./session.ts";

/** Rows that AG Grid holds, by the block they were read with. */
function heldBlocks(api: GridApi<GridRow>): ReadonlyMap<number, readonly IRowNode<GridRow>[]> {
  const blocks = new Map<number, IRowNode<GridRow>[]>();
  api.forEachNode((node) => {
    if (node.rowIndex === null || (node.data?.id ?? node.data?.head) == null) return;
    const start = Math.floor(node.rowIndex / BLOCK_ROWS) * BLOCK_ROWS;
    const own = blocks.get(start);
    if (own === undefined) blocks.set(start, [node]);
    else own.push(node);
  });
  return blocks;
}

/** Rows that are on their way may have been read before what is told now, and come in after it. */
const onTheirWay = (api: GridApi<GridRow>): boolean =>
  Object.values<{ readonly pageStatus: string }>(api.getCacheBlockState() ?? {}).some(
    ({ pageStatus }) => pageStatus !== "loaded",
  );

/** AG Grid draws all of what it reads again; of rows that kept their places most have changed in nothing. */
async function redrawChanged(app: App, api: GridApi<GridRow>): Promise<void> {
  for (const [start, nodes] of heldBlocks(api)) {
    const rows = await app.rows(start, start + BLOCK_ROWS);
    if (api.isDestroyed()) return;
    for (const node of nodes) {
      const row = rows[(node.rowIndex ?? 0) - start];
      // Another row stands there: places have changed since, which is told by itself.
      if (row === undefined || node.data === undefined || nodeId(row) !== nodeId(node.data)) continue;
      if (JSON.stringify(row) !== JSON.stringify(node.data)) node.setData(row);
    }
  }
}

export function surfaceOf(
  session: GridSession,
  api: GridApi<GridRow>,
  host: HTMLElement,
  rowCount: () => number,
): Surface {
  const { app } = session;
  const open = (): boolean => api.getEditingCells().length > 0;
  const focused = (): boolean => host.contains(document.activeElement);
  /** In the calendar the keyboard is no less in the cell that it was opened from. */
  const inFloat = (): boolean => (document.activeElement?.closest(".grid-float") ?? null) !== null;
  const redraw = makeLatest(async () => {
    if (onTheirWay(api)) return api.refreshInfiniteCache();
    // What cannot be read now is read whole: AG Grid tries it again.
    await redrawChanged(app, api).catch(() => api.isDestroyed() || api.refreshInfiniteCache());
  });
  return {
    // Of an editor left behind with a refused text, nothing is waited for: who searches wants to see the result.
    editing: () => open() && (focused() || inFloat()),
    cursorRow: () => (focused() ? untrack(session.cursorRow) : (untrack(app.beside)?.place ?? null)),
    reread: (moved) => (moved ? api.refreshInfiniteCache() : redraw(undefined)),
    follow: () => {
      session.stays = "row";
    },
    settle: app.settle,
    resize: () => {
      if (open()) api.stopEditing(true);
      const shown = api.getDisplayedRowCount();
      // More rows than these few are drawn when they come, and not before as empty ones.
      if (shown > rowCount() || (shown >= FIRST_ROWS && shown < rowCount()))
        api.setRowCount(rowCount(), true);
    },
  };
}

/** What is written beside the grid is shown at once, as if it were written in it. */
export function showWritten(
  app: App,
  api: GridApi<GridRow>,
  place: number,
  { row, field, value }: NonNullable<Beside["written"]>,
): void {
  const node = api.getDisplayedRowAtIndex(place);
  const index = app.sheet()?.fields.findIndex(({ id }) => id === field) ?? -1;
  if (node?.data?.id === row && index >= 0) node.setData(withValue(node.data, index, value));
}
