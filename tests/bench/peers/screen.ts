/** One screen of ready rows in AG Grid. */
import type { GridApi } from "ag-grid-community";
import { type PeerRow, showGrid } from "./grid.ts";

const ROWS = 40;
const COLUMNS = Array.from({ length: 13 }, (_, column) => `Column ${column + 1}`);

export function showScreen(into: HTMLElement): GridApi<PeerRow> {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Object.fromEntries(COLUMNS.map((name, column) => [name, `${row + 1}.${column + 1}`])),
  );
  return showGrid(into, COLUMNS, [], rows);
}
