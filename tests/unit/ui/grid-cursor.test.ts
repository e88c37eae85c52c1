/** The cursor goes to rows that the grid may not have heard of yet, and the sheet with it. */
import type { GridApi } from "ag-grid-community";
import { expect, it } from "vitest";
import type { App } from "../../../src/app/app.ts";
import type { GridRow } from "../../../src/ui/grid/rows.ts";
import { makeCursor } from "../../../src/ui/grid/selection/cursor.ts";
import type { Geometry } from "../../../src/ui/grid/selection/geometry.ts";

const ROW_HEIGHT = 28;

/** A grid that shows so many rows of a query that found 500; it notes what it is asked for. */
function setting(shown: number) {
  let count = shown;
  const asked: string[] = [];
  const api = {
    isDestroyed: () => false,
    getDisplayedRowCount: () => count,
    setRowCount: (rows: number) => {
      count = rows;
      asked.push(`rows ${rows}`);
    },
    getVerticalPixelRange: () => ({ top: 0, bottom: 600 }),
    ensureIndexVisible: (row: number) => asked.push(`show ${row}`),
    ensureColumnVisible: () => undefined,
  } as unknown as GridApi<GridRow>;
  const geometry = {
    columns: () => [{ id: "code", left: 0, width: 100, frozen: false }],
    rowTop: (row: number) => row * ROW_HEIGHT,
    inSight: ({ row }: { readonly row: number }) => row < 20,
  } as unknown as Geometry;
  const rows = () => ({ matching: 500, all: 501 });
  const app = {} as unknown as App;
  return { asked, cursor: makeCursor({ app, api, geometry, rows, keyboard: () => undefined }) };
}

it("a row that was found but has not come yet is gone to as any other", () => {
  const { asked, cursor } = setting(5);
  cursor.go({ row: 499, column: 0 });
  expect(cursor.selection().active.row).toBe(499);
  expect(asked).toEqual(["rows 501", "show 499"]);
});

it("the rows are left as they are where the grid has that one, or it is in sight", () => {
  const { asked, cursor } = setting(501);
  cursor.go({ row: 499, column: 0 });
  cursor.go({ row: 3, column: 0 });
  expect(asked).toEqual(["show 499"]);
});
