/** Long text in the grid: one line of it in the cell, an area that grows while it is edited. */
import type { CellKind } from "../cell.ts";

export const longTextCell: CellKind = {
  id: "longText",
  input: { input: "area" },
  press: null,
  draw: null,
  lead: null,
};
