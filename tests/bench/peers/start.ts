/** AG Grid with one screen of ready rows: what any page with a grid pays before the first of them is painted. */
import { showGrid } from "./grid.ts";

const ROWS = 40;
const COLUMNS = Array.from({ length: 13 }, (_, column) => `Column ${column + 1}`);

showGrid(
  document.getElementById("grid") ?? document.body,
  COLUMNS,
  [],
  Array.from({ length: ROWS }, (_, row) =>
    Object.fromEntries(COLUMNS.map((name, column) => [name, `${row + 1}.${column + 1}`])),
  ),
);
