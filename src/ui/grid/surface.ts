/** AG Grid as refreshing and the record's card see it. */
import type { GridApi } from "ag-grid-community";
import { untrack } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Beside } from "../../app/selecting.ts";
import type { Surface } from "./refreshing.ts";
import type { GridRow } from "./rows.ts";
import { withValue } from "./session.ts";

export function surfaceOf(
  app: App,
  api: GridApi<GridRow>,
  host: HTMLElement,
  rowCount: () => number,
): Surface {
  const open = (): boolean => api.getEditingCells().length > 0;
  const focused = (): boolean => host.contains(document.activeElement);
  return {
    // Of an editor left behind with a refused text, nothing is waited for: who searches wants to see the result.
    editing: () => open() && focused(),
    cursorRow: () =>
      focused() ? (api.getFocusedCell()?.rowIndex ?? null) : (untrack(app.beside)?.place ?? null),
    reread: () => api.refreshInfiniteCache(),
    settle: app.settle,
    resize: () => {
      if (open()) api.stopEditing(true);
      if (api.getDisplayedRowCount() !== rowCount()) api.setRowCount(rowCount(), true);
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
