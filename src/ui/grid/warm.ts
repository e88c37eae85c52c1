/**
 * A grid that nobody sees, made and taken away again, in tasks of their own: what the browser compiles for it is ready when the
 * first workbook comes up, which is then in the midst of an import.
 */
import type { ColDef, GridApi } from "ag-grid-community";
import { nextTask } from "../kit/tasks.ts";
import { NumbersHeader } from "./ColumnHeader.tsx";
import { createGrid } from "./modules.ts";
import { BLOCK_ROWS } from "./options.ts";

const COLUMNS = ["a", "b"].map(
  (colId, index): ColDef => ({
    colId,
    pinned: index === 0 ? "left" : null,
    headerComponent: NumbersHeader,
    headerComponentParams: { label: colId },
    valueGetter: () => colId,
    tooltipValueGetter: () => null,
  }),
);

/** Not gone on with once it is no longer `wanted`. */
export async function warmGrid(wanted: () => boolean): Promise<void> {
  const host = document.createElement("div");
  host.className = "sheet-grid-warm ag-theme-tierbook";
  host.inert = true;
  document.body.append(host);
  const api: GridApi = createGrid(host, {
    theme: "legacy",
    rowModelType: "infinite",
    cacheBlockSize: BLOCK_ROWS,
    infiniteInitialRowCount: 1,
    suppressAnimationFrame: true,
    suppressCellFocus: true,
    suppressNoRowsOverlay: true,
  });
  const steps = [
    () => api.setGridOption("columnDefs", COLUMNS),
    () =>
      api.setGridOption("datasource", {
        getRows: ({ successCallback }) => successCallback([{}, {}], 2),
      }),
    () => api.refreshCells({ force: true }),
  ];
  for (const step of steps) {
    await nextTask();
    if (!wanted()) break;
    step();
  }
  await nextTask();
  api.destroy();
  host.remove();
}
