/** The sheet on the screen: AG Grid as a window on the worker's rows, wired to the app by effects of one call each. */
import "./colours.css";
import "./grid.css";
import "./cells.css";
import "./groups/groups.css";
import "./editing/editing.css";
import "./selection/selection.css";
import type { GridApi, GridOptions } from "ag-grid-community";
import {
  createEffect,
  createMemo,
  createSignal,
  getOwner,
  Match,
  on,
  onCleanup,
  onMount,
  runWithOwner,
  Show,
  Suspense,
  Switch,
  untrack,
} from "solid-js";
import type { App } from "../../app/app.ts";
import type { Jump } from "../../app/jump.ts";
import type { Beside } from "../../app/selecting.ts";
import { columnsOf, type View } from "../../core/model/index.ts";
import type { ColumnTasks } from "../columns/tasks.ts";
import { Button } from "../kit/Button.tsx";
import { Empty } from "../kit/Empty.tsx";
import { lazyPart, nextTask } from "../kit/tasks.ts";
import { takeClick, takeContextMenu } from "./clicks.ts";
import { columnDefs, numbersWidth } from "./columns.ts";
import { createHands } from "./hands.ts";
import { type ColumnPlace, NUMBERS, placeColumns, sameColumns } from "./layout.ts";
import { createGrid } from "./modules.ts";
import { makeRefreshing, type Refreshing, type Surface } from "./refreshing.ts";
import { type Extent, type GridRow, makeDatasource, nodeId, rowCountOf } from "./rows.ts";
import type { Geometry } from "./selection/geometry.ts";
import { GridSession, withValue } from "./session.ts";
import { theme } from "./theme.ts";
import { wordsOf } from "./words.ts";

const ColumnDialog = lazyPart(() => import("../columns/ColumnDialog.tsx").then((module) => module.default));
const ColumnMenu = lazyPart(() => import("./ColumnMenu.tsx").then((module) => module.default));
const CellMenu = lazyPart(() => import("./CellMenu.tsx").then((module) => module.default));
const OverflowDialog = lazyPart(() =>
  import("./clipboard/OverflowDialog.tsx").then((module) => module.default),
);
const TotalsBar = lazyPart(() => import("./totals/TotalsBar.tsx").then((module) => module.default));
const RestoreMenu = lazyPart(() => import("./RestoreMenu.tsx").then((module) => module.default));

/** Rows per request, and how many requests' worth is kept: the worker answers faster than a cache would help. */
const BLOCK_ROWS = 100;
const BLOCKS = 4;

function extentOf(app: App): Extent {
  const counts = app.counts();
  const filtered = app.search().trim() !== "" || (app.view()?.filter ?? null) !== null;
  return { matching: counts?.places ?? 0, adds: counts !== null && !filtered && app.past() === null };
}

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
    const next = handledView(app, api);
    if (next !== null) await app.setView("columns", next);
    busy = false;
    if (again) await adopt(api);
  };
  return (api) => void adopt(api);
}

function optionsFor(session: GridSession): GridOptions<GridRow> {
  const { app } = session;
  const adoptColumns = makeAdopt(app);
  return {
    theme,
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

function surfaceOf(app: App, api: GridApi<GridRow>, host: HTMLElement, rowCount: () => number): Surface {
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
function showWritten(
  app: App,
  api: GridApi<GridRow>,
  place: number,
  { row, field, value }: NonNullable<Beside["written"]>,
): void {
  const node = api.getDisplayedRowAtIndex(place);
  const index = app.sheet()?.fields.findIndex(({ id }) => id === field) ?? -1;
  if (node?.data?.id === row && index >= 0) node.setData(withValue(node.data, index, value));
}

/** Keeps the grid at what the app says. Runs inside a reactive owner, once the grid is there. */
function follow(
  session: GridSession,
  api: GridApi<GridRow>,
  extent: () => Extent,
  refreshing: Refreshing,
): void {
  const { app } = session;
  // The state is sent whole after every change; definitions that are equal must not rebuild the columns.
  const fields = createMemo(() => JSON.stringify([app.sheet()?.fields, app.locale(), app.language()]));
  const columns = createMemo(() => {
    const view = app.view();
    return JSON.stringify([view?.columns, [...new Set(view?.colours?.map(({ field }) => field))]]);
  });
  const sheetId = createMemo(() => app.sheet()?.id);
  const rows = createMemo(() => rowCountOf(extent()));
  const numbers = createMemo(() => numbersWidth(extent().matching));
  const define = (): void => {
    const sheet = app.sheet();
    const view = app.view();
    if (sheet === null || view === null || api.isDestroyed()) return;
    api.setGridOption("columnDefs", columnDefs(session, sheet, view, numbers()));
  };
  untrack(define);
  createEffect(on([sheetId, fields, columns], () => void nextTask().then(define), { defer: true }));
  // Cells whose value stays may be drawn otherwise. A task of its own, like the definitions before it.
  const redraw = (): void => {
    if (!api.isDestroyed()) api.refreshCells({ force: true });
  };
  createEffect(on(fields, () => void nextTask().then(redraw), { defer: true }));
  // By itself: new definitions for all columns would cost each import and its undo a rebuilt grid.
  const widen = (): void => {
    if (!api.isDestroyed()) api.setColumnWidths([{ key: NUMBERS, newWidth: numbers() }]);
  };
  createEffect(on(numbers, () => void nextTask().then(widen), { defer: true }));
  const grow = (): void => {
    if (!api.isDestroyed()) api.setRowCount(rowCountOf(extent()), true);
  };
  let reading = false;
  const read = (): void => {
    if (api.isDestroyed()) return;
    reading = true;
    api.setGridOption("datasource", makeDatasource(app, extent, grow));
  };
  // Until the first query is answered there is nothing to read; read at once, it would all be read again.
  const asked = createMemo(() => app.counts() !== null);
  createEffect(
    on([sheetId, asked], () => {
      if (asked()) void nextTask().then(read);
    }),
  );
  let last = untrack(app.refresh);
  createEffect(
    on(
      [app.refresh, rows],
      ([now]) => {
        // Without a new version it is the number of rows that changed.
        const extent = now === last ? "order" : now.extent;
        last = now;
        if (reading) refreshing.outdated(extent);
      },
      // What is there at first is what the data source is about to read.
      { defer: true },
    ),
  );
  createEffect(() => api.setGridAriaProperty("label", app.sheet()?.name ?? ""));
  followJumps(session, api, grow);
}

/** Brings into sight what the app wants to be seen. */
function followJumps(session: GridSession, api: GridApi<GridRow>, grow: () => void): void {
  const { app } = session;
  const go = (jump: Jump): void => {
    if (api.isDestroyed() || jump.sheet !== app.sheet()?.id) return;
    if (api.getDisplayedRowCount() <= jump.place) grow();
    api.ensureIndexVisible(jump.place, "middle");
    const column = jump.field ?? app.view()?.columns.find(({ hidden }) => !hidden)?.field ?? null;
    if (column !== null) api.ensureColumnVisible(column);
    if (column === null || jump.takes === "nothing") return;
    if (jump.takes === "keyboard") session.focusCell(jump.place, column);
    else session.markCell(jump.place, column);
  };
  // After the rows, which are being read.
  createEffect(
    on(app.jump, (jump) => jump !== null && void nextTask().then(() => go(jump)), { defer: true }),
  );
}

/** Over the cells, which can be typed into all the same. */
function Nothing(
  props: Omit<SheetGridProps, "tasks" | "onRecord"> & { readonly why: "empty" | "noMatches" },
) {
  const { app } = props;
  const { t } = app;
  const showAll = (): void => {
    app.setSearch("");
    const view = app.view();
    if (view !== null && view.filter !== null) void app.setView("filter", { ...view, filter: null });
  };
  return (
    <div class="sheet-empty">
      <Switch>
        <Match when={props.why === "noMatches"}>
          <Empty title={t("grid.noMatches")}>
            <Button tone="outline" onClick={showAll}>
              {t("grid.showAll")}
            </Button>
          </Empty>
        </Match>
        <Match when={app.past() !== null}>
          <Empty title={t("grid.empty")} />
        </Match>
        <Match when={true}>
          <Empty title={t("grid.empty")} text={t("grid.emptyHint")}>
            <Button tone="outline" onClick={props.onImport}>
              {t("start.import")}
            </Button>
          </Empty>
        </Match>
      </Switch>
    </div>
  );
}

export interface SheetGridProps {
  readonly app: App;
  readonly tasks: ColumnTasks;
  readonly onImport: () => void;
  /** Opens the card of the row at the cursor. */
  readonly onRecord: () => void;
}

export function SheetGrid(props: SheetGridProps) {
  const { app } = props;
  const session = new GridSession(app, props.tasks);
  const extent = () => extentOf(app);
  let host: HTMLDivElement | undefined;
  const [geometry, setGeometry] = createSignal<Geometry | null>(null);
  const totalled = (): Geometry | null => (app.view()?.totals === undefined ? null : geometry());
  const start = (into: HTMLDivElement): GridApi<GridRow> => {
    const api = createGrid(
      into,
      untrack(() => optionsFor(session)),
    );
    const refreshing = makeRefreshing(surfaceOf(app, api, into, () => rowCountOf(extent())));
    session.onAdding = () => api.setRowCount(rowCountOf(extent()) + 1, true);
    session.onWriting = refreshing.wrote;
    session.openRecord = props.onRecord;
    session.focusCell = (row, column) => queueMicrotask(() => api.setFocusedCell(row, column));
    session.showColumn = (field) => api.ensureColumnVisible(field);
    session.focusHeader = (field) => queueMicrotask(() => api.setFocusedHeader(field));
    session.fit = (fields) =>
      void import("./fitting.ts").then((part) => part.fitColumns(session, into, fields));
    api.updateGridOptions({ onCellFocused: refreshing.moved, onCellEditingStopped: refreshing.moved });
    // Where the focus goes is known only after it has left.
    into.addEventListener("focusout", () =>
      setTimeout(() => {
        if (!api.isDestroyed()) refreshing.moved();
      }),
    );
    void nextTask().then(() => {
      if (api.isDestroyed()) return;
      const rows = () => ({ matching: extent().matching, all: rowCountOf(extent()) });
      runWithOwner(owner, () => {
        follow(session, api, extent, refreshing);
        const { cursor } = createHands({ session, api, host: into, rows });
        setGeometry(cursor.geometry);
        createEffect(
          on(app.beside, (row) => {
            if (row === null || row.written === null) return refreshing.moved();
            refreshing.wrote(row.place);
            showWritten(app, api, row.place, row.written);
          }),
        );
      });
    });
    return api;
  };
  const owner = getOwner();
  onMount(() => {
    let api: GridApi<GridRow> | null = null;
    let gone = false;
    // Each step of making the grid is a task of its own, so that none holds up the thread for long.
    void nextTask().then(() => {
      if (host !== undefined && !gone) api = start(host);
    });
    onCleanup(() => {
      gone = true;
      api?.destroy();
    });
  });
  const empty = (): "empty" | "noMatches" | null => {
    const counts = app.counts();
    return counts === null || counts.matching > 0 ? null : counts.total === 0 ? "empty" : "noMatches";
  };
  return (
    <div class="sheet-grid" data-past={app.past() === null ? undefined : ""}>
      <div class="sheet-grid-host" ref={host} />
      <Show when={empty()}>{(why) => <Nothing app={app} why={why()} onImport={props.onImport} />}</Show>
      <Suspense>
        <Show when={totalled()} keyed>
          {(known) => <TotalsBar session={session} geometry={known} />}
        </Show>
      </Suspense>
      <Suspense>
        <Show when={session.menu()} keyed>
          {(menu) => <ColumnMenu session={session} menu={menu} />}
        </Show>
        <Show when={session.cellMenu()} keyed>
          {(menu) => <CellMenu session={session} menu={menu} />}
        </Show>
        <Show when={props.tasks.columnTask()} keyed>
          {(task) => (
            <ColumnDialog
              app={app}
              tasks={props.tasks}
              task={task}
              onClose={() => {
                props.tasks.setColumnTask(null);
                session.focusHeader(task.field);
              }}
            />
          )}
        </Show>
        <Show when={session.overflow()} keyed>
          {(overflow) => <OverflowDialog session={session} overflow={overflow} />}
        </Show>
        <Show when={session.restoring()} keyed>
          {(menu) => <RestoreMenu session={session} menu={menu} />}
        </Show>
      </Suspense>
    </div>
  );
}
