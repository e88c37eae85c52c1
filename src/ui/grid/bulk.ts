/** Work on many cells and on whole rows: sent to the worker, and told of where it was not done or cannot be seen. */
import type { SheetId } from "../../core/model/index.ts";
import { refusalText } from "../../i18n/wording.ts";
import type { Dispatched, Picked, RowSide } from "../../worker/api.ts";
import type { Asked, Cursor } from "./selection/cursor.ts";
import { type Box, cellsOf, clamped, only, span } from "./selection/ranges.ts";

export interface Bulk {
  readonly clear: () => void;
  /** As many as there are selected. */
  readonly insertRows: (side: RowSide) => void;
  readonly duplicateRows: () => void;
  readonly deleteRows: () => void;
  /** Whole rows that the selection touches. */
  readonly rowsPicked: () => number;
}

type Done = Extract<Dispatched, { ok: true }>;

/** Ranges of whole rows, each row once, from above. */
function rowBoxes(cursor: Cursor): readonly Box[] {
  const right = cursor.size().columns - 1;
  const boxes: Box[] = [];
  for (const { top, bottom } of cursor.boxes().toSorted((a, b) => a.top - b.top)) {
    const last = boxes.at(-1);
    if (last === undefined || top > last.bottom + 1) boxes.push({ top, bottom, left: 0, right });
    else boxes[boxes.length - 1] = { ...last, bottom: Math.max(last.bottom, bottom) };
  }
  return boxes;
}

/** Heads of groups are none, as far as the grid has them at hand. */
function countRows({ api }: Cursor, boxes: readonly Box[]): number {
  const places = boxes.reduce((sum, box) => sum + cellsOf({ ...box, left: 0, right: 0 }), 0);
  let heads = 0;
  api.forEachNode(({ rowIndex, data }) => {
    if (data?.head === undefined || rowIndex === null) return;
    if (boxes.some(({ top, bottom }) => top <= rowIndex && rowIndex <= bottom)) heads += 1;
  });
  return places - heads;
}

export function makeBulk(cursor: Cursor): Bulk {
  const { app } = cursor;
  const run = async (work: (sheet: SheetId) => Promise<Dispatched>): Promise<Done | null> => {
    const sheet = app.sheet();
    if (sheet === null) return null;
    cursor.expect();
    const done = await work(sheet.id);
    if (done.ok) return done;
    app.notify(refusalText(app.t, done.refusal), "wrong");
    return null;
  };
  const picked = (): Picked => ({ fields: cursor.fields(), boxes: rowBoxes(cursor) });
  /** Whether rows stand on the screen where they stand in the sheet. */
  const inPlace = (): boolean => {
    const view = app.view();
    return (
      (view?.sort.length ?? 0) === 0 &&
      view?.group === undefined &&
      (view?.filter ?? null) === null &&
      app.search().trim() === ""
    );
  };
  const showNew = async (asked: Asked, done: Done | null, top: number, count: number): Promise<void> => {
    const sheet = app.sheet();
    if (done === null || sheet === null) return;
    if (inPlace()) {
      const { column } = cursor.selection().active;
      asked.select(span("rows", { row: top, column }, { row: top + count - 1, column }));
    } else if (done.row !== undefined && asked.waits() && !(await app.showRow(sheet.id, done.row))) {
      app.notify(app.t("grid.rowsHidden", { rows: count }));
    }
  };
  return {
    clear: () => void run((sheet) => app.worker.clearCells(sheet, cursor.picked())),
    rowsPicked: () => countRows(cursor, rowBoxes(cursor)),
    insertRows: (side) => {
      const [box] = rowBoxes(cursor);
      const { row } = cursor.selection().active;
      const [top, bottom] = [box?.top ?? row, box?.bottom ?? row];
      const count = bottom - top + 1;
      const place = side === "above" ? top : bottom;
      const asked = cursor.asks();
      void run((sheet) => app.worker.insertRows(sheet, place, count, side)).then((done) =>
        showNew(asked, done, side === "above" ? top : bottom + 1, count),
      );
    },
    duplicateRows: () => {
      const rows = picked();
      const [box] = rows.boxes;
      if (box === undefined) return;
      const asked = cursor.asks();
      void run((sheet) => app.worker.duplicateRows(sheet, rows)).then(async (done) => {
        if (done === null) return;
        await showNew(asked, done, box.bottom + 1, box.bottom - box.top + 1);
        app.notify(app.t("grid.rowsDuplicated", { rows: done.rows ?? countRows(cursor, rows.boxes) }));
      });
    },
    deleteRows: () => {
      const rows = picked();
      const count = countRows(cursor, rows.boxes);
      if (count === 0) return;
      const asked = cursor.asks();
      void run((sheet) => app.worker.deleteRows(sheet, rows)).then((done) => {
        if (done === null) return;
        asked.select(only(clamped(cursor.selection().active, cursor.reach())));
        app.notify(app.t("grid.rowsDeleted", { rows: done.rows ?? count }));
      });
    },
  };
}
