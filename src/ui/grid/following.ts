/** Keeps the grid at what the app says, by effects of one call each: definitions, rows, and what is to be seen. */
import type { GridApi } from "ag-grid-community";
import { createEffect, createMemo, on, untrack } from "solid-js";
import type { Jump } from "../../app/jump.ts";
import { nextTask } from "../kit/tasks.ts";
import { columnDefs, numbersWidth } from "./columns.ts";
import { NUMBERS } from "./layout.ts";
import type { Refreshing } from "./refreshing.ts";
import { type Extent, type GridRow, makeDatasource, NEW_ROW, rowCountOf, sameRow } from "./rows.ts";
import type { GridSession } from "./session.ts";

/** The grid that follows, and how many rows it is to show. */
export interface Following {
  readonly session: GridSession;
  readonly api: GridApi<GridRow>;
  readonly extent: () => Extent;
}

/** In a task of its own, if the grid is still there by then. */
function soon({ api }: Following, work: () => void): void {
  void nextTask().then(() => {
    if (!api.isDestroyed()) work();
  });
}

/** Headers of a task; as many again come into sight with the rest of the columns. */
const FIRST_COLUMNS = 5;

/** In a task ahead of the others, as the first headers cost the most. */
export function defineFirst({ session, api, extent }: Following): void {
  const { app } = session;
  const sheet = app.sheet();
  const view = app.view();
  if (sheet === null || view === null) return;
  const defs = columnDefs(session, sheet, view, numbersWidth(extent().matching));
  api.setGridOption("columnDefs", defs.slice(0, FIRST_COLUMNS));
}

function followColumns(following: Following): void {
  const { session, api, extent } = following;
  const { app } = session;
  // The state is sent whole after every change; definitions that are equal must not rebuild the columns.
  const fields = createMemo(() => JSON.stringify([app.sheet()?.fields, app.locale(), app.language()]));
  const columns = createMemo(() => {
    const view = app.view();
    return JSON.stringify([view?.columns, [...new Set(view?.colours?.map(({ field }) => field))]]);
  });
  const sheetId = createMemo(() => app.sheet()?.id);
  const numbers = createMemo(() => numbersWidth(extent().matching));
  const define = (): void => {
    const sheet = app.sheet();
    const view = app.view();
    if (sheet === null || view === null) return;
    api.setGridOption("columnDefs", columnDefs(session, sheet, view, numbers()));
  };
  untrack(define);
  createEffect(on([sheetId, fields, columns], () => soon(following, define), { defer: true }));
  // The name of a group stands in the first column, whichever field it is of.
  const redraw = (): void => {
    if (app.view()?.group !== undefined) api.refreshCells({ force: true });
  };
  createEffect(on(fields, () => soon(following, redraw), { defer: true }));
  // By itself: new definitions for all columns would cost each import and its undo a rebuilt grid.
  const widen = (): void => api.setColumnWidths([{ key: NUMBERS, newWidth: numbers() }]);
  createEffect(on(numbers, () => soon(following, widen), { defer: true }));
}

const editingIn =
  ({ session, api }: Following) =>
  (start: number, end: number): Promise<void> | null =>
    api.getEditingCells().some(({ rowIndex }) => start <= rowIndex && rowIndex < end)
      ? session.edited()
      : null;

const grow = ({ api, extent }: Following): void => api.setRowCount(rowCountOf(extent()), true);

/**
 * In one task, so that no key comes between the rows and the cursor. In a row that is being added the cursor always goes
 * along: what stands in its place now is another tab's.
 */
const replacingIn = (following: Following) => {
  const { session, api, extent } = following;
  return (replace: () => void): void => {
    const place = session.cursorRow();
    const at = (index: number) => api.getDisplayedRowAtIndex(index)?.data;
    const before = place === null ? undefined : at(place);
    const along = session.stays === "row" || (session.stays === null && before?.id === null);
    replace();
    // AG Grid passes over what came too late.
    if (place === null || before === undefined || at(place) === before) return;
    session.stays = null;
    if (!along) return;
    if (before === NEW_ROW) {
      if (extent().adds) session.carry(rowCountOf(extent()) - 1);
      return;
    }
    // The row may be among those that would follow in the next task only.
    if (api.getDisplayedRowCount() < rowCountOf(extent())) grow(following);
    const last = api.getLastDisplayedRowIndex();
    for (let index = api.getFirstDisplayedRowIndex(); index <= last; index++) {
      const now = at(index);
      if (now !== undefined && sameRow(now, before)) session.carry(index);
    }
  };
};

function followRows(following: Following, refreshing: Refreshing): void {
  const { session, api, extent } = following;
  const { app } = session;
  const sheetId = createMemo(() => app.sheet()?.id);
  const rows = createMemo(() => rowCountOf(extent()));
  const growIfThere = (): void => {
    if (!api.isDestroyed()) grow(following);
  };
  let reading = false;
  const read = (): void => {
    reading = true;
    api.setGridOption(
      "datasource",
      makeDatasource(app, {
        extent,
        shown: () => api.getDisplayedRowCount(),
        grow: growIfThere,
        editing: editingIn(following),
        replacing: replacingIn(following),
      }),
    );
  };
  // Until the first query is answered there is nothing to read; read at once, it would all be read again.
  const asked = createMemo(() => app.counts() !== null);
  createEffect(
    on([sheetId, asked], () => {
      if (asked()) soon(following, read);
    }),
  );
  let last = untrack(app.refresh);
  createEffect(
    on(
      [app.refresh, rows],
      ([now]) => {
        // Without a new version it is the number of rows that changed.
        const outdated = now === last ? "order" : now.extent;
        last = now;
        if (reading) refreshing.outdated(outdated);
      },
      // What is there at first is what the data source is about to read.
      { defer: true },
    ),
  );
}

/** Brings into sight what the app wants to be seen. */
function followJumps(following: Following): void {
  const { session, api } = following;
  const { app } = session;
  const go = (jump: Jump): void => {
    if (jump.sheet !== app.sheet()?.id) return;
    session.stays = "place";
    if (api.getDisplayedRowCount() <= jump.place) grow(following);
    api.ensureIndexVisible(jump.place, "middle");
    const column = jump.field ?? app.view()?.columns.find(({ hidden }) => !hidden)?.field ?? null;
    if (column !== null) api.ensureColumnVisible(column);
    if (column === null || jump.takes === "nothing") return;
    if (jump.takes === "keyboard") session.focusCell(jump.place, column);
    else session.markCell(jump.place, column);
  };
  // After the rows, which are being read.
  createEffect(on(app.jump, (jump) => jump !== null && soon(following, () => go(jump)), { defer: true }));
}

/** Runs inside a reactive owner, once the grid is there. */
export function follow(following: Following, refreshing: Refreshing): void {
  const { session, api } = following;
  followColumns(following);
  followRows(following, refreshing);
  createEffect(() => api.setGridAriaProperty("label", session.app.sheet()?.name ?? ""));
  followJumps(following);
}
