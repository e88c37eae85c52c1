/** Dates in the grid: typed in any form that core reads, or picked from a calendar. */
import type { CellKind } from "../cell.ts";

export const dateCell: CellKind = {
  id: "date",
  input: { input: "date" },
  press: null,
  draw: null,
  lead: null,
};
