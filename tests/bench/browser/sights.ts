/** Where things stand in the app's page. By selectors: finding by role walks the whole page, and would be measured too. */
import { TOP } from "../expected.ts";
import type { Sight } from "./probe.ts";

const ROWS_STATUS = '[role="status"][aria-label="Rows"]';
export const SEARCH = 'input[type="search"]';
export const TIER_TABLE = ".tier-table";
export const SLIDER = 'input[type="range"]';
export const CHARTS = ".chart-picture canvas";

const grouped = (count: number): string => count.toLocaleString("en");

export const cellAt = (row: number, field: string): string => `[row-index="${row}"] [col-id="${field}"]`;
/** A row with its cells, whichever of its columns are on the screen. */
export const rowAt = (row: number): string => `.ag-row[row-index="${row}"]:not(.ag-row-loading)`;
export const headerOf = (field: string): string => `.ag-header-cell[col-id="${field}"]`;
/** The first rows in the sheet's own order. */
export const UNSORTED = Array.from({ length: TOP }, (_, row) => String(row + 1).padStart(6, "0"));

export const shows = (row: number, field: string, text: string): Sight => ({
  is: "text",
  selector: cellAt(row, field),
  text,
});
/** These rows stand first, in this order. */
export const top = (codes: readonly string[]): readonly Sight[] =>
  codes.map((code, row) => shows(row, "code", code));
export const counts = (total: number, matching?: number): Sight => ({
  is: "text",
  selector: ROWS_STATUS,
  text: `${matching === undefined ? "" : `${grouped(matching)} of `}${grouped(total)} row${total === 1 ? "" : "s"}`,
});
export const SAVED: Sight = { is: "there", selector: '.saving[data-state="saved"]' };
export const NO_DIALOG: Sight = { is: "gone", selector: '[role="dialog"]' };
