/** What AG Grid is told once: how it keeps rows, what it leaves to us, and what it tells us. */
import type { GridApi, GridOptions } from "ag-grid-community";
import type { App } from "../../app/app.ts";
import { columnsOf, type View } from "../../core/model/index.ts";
import { takeClick, takeContextMenu } from "./clicks.ts";
import { type ColumnPlace, placeColumns, sameColumns } from "./layout.ts";
import { type GridRow, nodeId } from "./rows.ts";
import type { GridSession } from "./session.ts";
import { wordsOf } from "./words.ts";

/** Rows per request, and how many requests' worth is kept: the worker answers faster than a cache would help. */
export const BLOCK_ROWS = 100;
const BLOCKS = 4;

/** The view with the columns as the hand left them; null when nothing moved. */
function handledView(app: App, api: GridApi<GridRow>): View | null {
  const sheet = app.sheet();
  const view = app.view();
  if (sheet === null || view === null) return null;
  const places = api.getColumnState().flatMap((state): readonly ColumnPlace[] => {
    const field = app.fieldOf(state.colId)?.id;
    const width = Math.round(state.width ?? 0);
    return field === undefined ? [] : [{ field, width, frozen: state.pinned === "left" }];
  });
  const next = placeColumns(sheet, view, places);
  return sameColumns(next.columns, columnsOf(sheet, view)) ? null : next;
}

/** Takes over what the hand did to the columns. AG Grid reports one gesture several times; one change is made of it. */
function makeAdopt(app: App): (api: GridApi<GridRow>) => void {
  let busy = false;
  let again = false;
  const adopt = async (api: GridApi<GridRow>): Promise<void> => {
    again = busy;
    if (busy || api.isDestroyed()) return;
    busy = true;
    try {
      const next = handledView(app, api);
      if (next !== null) await app.setView("columns", next);
    } finally {
      busy = false;
    }
    if (again) await adopt(api);
  };
  return (api) => void adopt(api);
}

export function optionsFor(session: GridSession): GridOptions<GridRow> {
  const { app } = session;
  const adoptColumns = makeAdopt(app);
  return {
    // Its style sheets are in a file of ours (theme.css), and are not to be put into the page.
    theme: "legacy",
    getLocaleText: wordsOf(app.t),
    rowModelType: "infinite",
    cacheBlockSize: BLOCK_ROWS,
    maxBlocksInCache: BLOCKS,
    maxConcurrentDatasourceRequests: BLOCKS,
    // Rows are drawn once, when the first of them have come, and not before as empty ones.
    infiniteInitialRowCount: 1,
    getRowId: (params) => nodeId(params.data),
    defaultColDef: { sortable: false, resizable: true, suppressHeaderMenuButton: true },
    autoSizePadding: 12,
    suppressDragLeaveHidesColumns: true,
    suppressScrollOnNewData: true,
    suppressNoRowsOverlay: true,
    rowBuffer: 2,
    // AG Grid's own frames work for 60 ms at a time; the few rows that a scroll brings in take less than that.
    suppressAnimationFrame: true,
    suppressRowHoverHighlight: true,
    enableBrowserTooltips: true,
    readOnlyEdit: true,
    invalidEditValueMode: "block",
    stopEditingWhenCellsLoseFocus: true,
    enterNavigatesVerticallyAfterEdit: true,
    suppressStartEditOnTab: true,
    // The keyboard stays with the text area over the active cell; moved cell by cell, each move would cost two layouts.
    suppressCellFocus: true,
    // Who tabs into a sheet means its cells. Who tabs out of these meets the headers, and then what is outside.
    focusGridInnerElement: () => {
      session.focusActive();
      return true;
    },
    rowClass: "sheet-row",
    rowClassRules: {
      "sheet-row-new": (params) => params.data?.id === null,
      "sheet-row-head": (params) => params.data?.head?.level === 0,
      "sheet-row-subhead": (params) => params.data?.head?.level === 1,
      "sheet-row-stray": (params) => (params.data?.stray ?? null) !== null,
      "sheet-row-marked": (params) => params.data?.mark !== undefined,
    },
    onCellClicked: (event) => takeClick(session, event),
    onCellContextMenu: (event) => takeContextMenu(session, event),
    onModelUpdated: session.redrawn,
    onDisplayedColumnsChanged: (event) => {
      session.redrawn();
      // The name of a group stands in the first column, whichever that is.
      if (app.view()?.group !== undefined) event.api.refreshCells({ force: true });
    },
    onDragStopped: (event) => adoptColumns(event.api),
    onColumnResized: (event) => {
      session.redrawn();
      if (event.finished && (event.source === "uiColumnResized" || event.source === "autosizeColumns"))
        adoptColumns(event.api);
    },
  };
}
