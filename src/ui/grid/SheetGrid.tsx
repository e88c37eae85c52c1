/** The sheet on the screen: AG Grid as a window on the worker's rows, wired to the app by effects of one call each. */
import "./theme.css";
import "./colours.css";
import "./grid.css";
import "./cells.css";
import "./groups/groups.css";
import "./editing/editing.css";
import "./selection/selection.css";
import type { GridApi } from "ag-grid-community";
import {
  createEffect,
  createSignal,
  getOwner,
  on,
  onCleanup,
  onMount,
  runWithOwner,
  Show,
  Suspense,
  untrack,
} from "solid-js";
import type { App } from "../../app/app.ts";
import type { ColumnTasks } from "../columns/tasks.ts";
import { takeHome } from "../kit/returning.ts";
import { lazyPart, nextTask } from "../kit/tasks.ts";
import { defineFirst, follow } from "./following.ts";
import { createHands } from "./hands.ts";
import { createGrid } from "./modules.ts";
import { Nothing } from "./Nothing.tsx";
import { optionsFor } from "./options.ts";
import { makeRefreshing, type Refreshing } from "./refreshing.ts";
import { type Extent, extentOf, type GridRow, rowCountOf, tailOf } from "./rows.ts";
import type { Geometry } from "./selection/geometry.ts";
import { GridSession } from "./session.ts";
import { showWritten, surfaceOf } from "./surface.ts";

const ColumnDialog = lazyPart(() => import("../columns/ColumnDialog.tsx").then((module) => module.default));
const ColumnMenu = lazyPart(() => import("./ColumnMenu.tsx").then((module) => module.default));
const CellMenu = lazyPart(() => import("./CellMenu.tsx").then((module) => module.default));
const OverflowDialog = lazyPart(() =>
  import("./clipboard/OverflowDialog.tsx").then((module) => module.default),
);
const TotalsBar = lazyPart(() => import("./totals/TotalsBar.tsx").then((module) => module.default));
const RestoreMenu = lazyPart(() => import("./RestoreMenu.tsx").then((module) => module.default));

export interface SheetGridProps {
  readonly app: App;
  readonly tasks: ColumnTasks;
  readonly onImport: () => void;
  /** Opens the card of the row at the cursor. */
  readonly onRecord: () => void;
}

/** What comes below the rows of the query is shown at once. */
function showTail(api: GridApi<GridRow>, extent: Extent): void {
  api.setRowCount(rowCountOf(extent), true);
  for (const [index, row] of tailOf(extent).entries()) {
    const node = api.getDisplayedRowAtIndex(extent.matching + index);
    // A row of the query that still stands there goes with what is read next.
    if (node !== undefined && node.data !== row && (node.data?.id ?? null) === null) node.setData(row);
  }
}

/** What the grid's parts ask of AG Grid, and when what waited for the cursor may be due. */
function connect(
  session: GridSession,
  api: GridApi<GridRow>,
  host: HTMLElement,
  refreshing: Refreshing,
): void {
  // The next one can be typed into before the worker has told of this one.
  session.onAdding = (row) => {
    const extent = extentOf(session.app, session.coming);
    showTail(api, extent);
    const nth = row === null ? -1 : extent.coming.indexOf(row);
    return nth < 0 ? null : extent.matching + nth;
  };
  session.onWriting = refreshing.wrote;
  session.showColumn = (field) => api.ensureColumnVisible(field);
  session.focusHeader = (field) => queueMicrotask(() => api.setFocusedHeader(field));
  session.fit = (fields) =>
    void import("./fitting.ts").then((part) => part.fitColumns(session, host, fields));
  session.onMoved = refreshing.moved;
  api.updateGridOptions({ onCellEditingStopped: refreshing.moved });
  // Where the focus goes is known only after it has left.
  host.addEventListener("focusout", () =>
    setTimeout(() => {
      if (!api.isDestroyed()) refreshing.moved();
    }),
  );
}

/** Keeps the grid at what is written beside it. */
function followBeside({ app }: GridSession, api: GridApi<GridRow>, refreshing: Refreshing): void {
  createEffect(
    on(app.beside, (row) => {
      if (row === null || row.written === null) return refreshing.moved();
      refreshing.wrote(row.place);
      showWritten(app, api, row.place, row.written);
    }),
  );
}

/**
 * Makes the grid in steps, each a task of its own, so that none holds up the thread for long; the reactive owner that
 * it is called in takes it away again. `onUp` is told where its cells are.
 */
function bringUp(session: GridSession, host: HTMLElement, onUp: (geometry: Geometry) => void): void {
  const owner = getOwner();
  const { app } = session;
  const extent = () => extentOf(app, session.coming);
  let api: GridApi<GridRow> | null = null;
  let gone = false;
  const start = async (): Promise<void> => {
    if (gone) return;
    const made = createGrid(
      host,
      untrack(() => optionsFor(session)),
    );
    api = made;
    const refreshing = makeRefreshing(surfaceOf(session, made, host, () => rowCountOf(extent())));
    connect(session, made, host, refreshing);
    const following = { session, api: made, extent };
    await nextTask();
    if (made.isDestroyed()) return;
    untrack(() => defineFirst(following));
    await nextTask();
    if (made.isDestroyed()) return;
    const rows = () => ({ matching: extent().matching, all: rowCountOf(extent()) });
    runWithOwner(owner, () => {
      follow(following, refreshing);
      onUp(createHands({ session, api: made, host, rows }).cursor.geometry);
      followBeside(session, made, refreshing);
      takeHome();
    });
  };
  void nextTask().then(start);
  onCleanup(() => {
    gone = true;
    api?.destroy();
  });
}

export function SheetGrid(props: SheetGridProps) {
  const { app } = props;
  const session = new GridSession(app, props.tasks);
  session.openRecord = () => props.onRecord();
  let host: HTMLDivElement | undefined;
  const [geometry, setGeometry] = createSignal<Geometry | null>(null);
  const totalled = (): Geometry | null => (app.view()?.totals === undefined ? null : geometry());
  onMount(() => {
    if (host !== undefined) bringUp(session, host, setGeometry);
  });
  const empty = (): "empty" | "noMatches" | null => {
    const counts = app.counts();
    return counts === null || counts.matching > 0 ? null : counts.total === 0 ? "empty" : "noMatches";
  };
  return (
    <div class="sheet-grid" data-past={app.past() === null ? undefined : ""}>
      <div class="sheet-grid-host ag-theme-tierbook" ref={host} />
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
              onDelete={() => {
                props.tasks.setColumnTask(null);
                session.focusActive();
                void props.tasks.deleteColumn(task.field);
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
