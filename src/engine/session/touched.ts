/** What a change means for what a sheet shows. */
import type { Op } from "../../core/change/index.ts";
import { firstView, type Sheet, type SheetId, type View, type Workbook } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { dependsOn } from "../query/filter.ts";
import type { Shown } from "./shown.ts";

/** What of a sheet's window is out of date, the least first. */
export const EXTENTS = [
  /** Values of rows that stay where they are. */
  "cells",
  /** The same, and some rows may no longer belong where they stand: they move when the order is next asked for. */
  "strays",
  /** Rows came or went, or what decides their order did: ask before reading on. */
  "order",
] as const;
export type Extent = (typeof EXTENTS)[number];

export interface Touched {
  readonly sheet: SheetId;
  readonly extent: Extent;
}

type CellsOp = Extract<Op, { readonly op: "cells" }>;

export const widest = (a: Extent, b: Extent): Extent => (EXTENTS.indexOf(a) < EXTENTS.indexOf(b) ? b : a);

/** The one that is shown; where it is gone, the one that is shown next. */
const viewOf = (sheet: Sheet, { view }: Shown): View =>
  sheet.views.find(({ id }) => id === view) ?? firstView(sheet);

/** One for each sheet, as wide as its widest. */
export function mergeTouched(all: readonly Touched[]): readonly Touched[] {
  const extents = new Map<SheetId, Extent>();
  for (const { sheet, extent } of all) extents.set(sheet, widest(extent, extents.get(sheet) ?? "cells"));
  return Array.from(extents, ([sheet, extent]) => ({ sheet, extent }));
}

/** Marks what a change that is applied already did to the order, and says what of the window is out of date. */
export function markShown(
  op: Op,
  sheet: Sheet | undefined,
  table: ColumnTable | undefined,
  shown: Shown,
): Extent {
  if (sheet === undefined || table === undefined) {
    shown.lost = true;
    return "order";
  }
  switch (op.op) {
    case "settings":
    case "sheet":
    case "field":
      shown.lost = true;
      return "order";
    case "view": {
      const { before, after } = op.edit;
      const own = before?.item.id === shown.view || after?.item.id === shown.view;
      if (!own && sheet.views.some(({ id }) => id === shown.view)) return "cells";
      const same = (part: "sort" | "filter" | "group"): boolean =>
        JSON.stringify(before?.item[part]) === JSON.stringify(after?.item[part]);
      if (same("sort") && same("filter") && same("group")) return "cells";
      shown.lost = true;
      return "order";
    }
    case "cells":
      return markCells(op, sheet, table, shown);
    case "insertRows":
    case "removeRows":
      shown.structural = true;
      if (dependsOn(viewOf(sheet, shown).filter).wholeColumns.size > 0) shown.lost = true;
      if (op.op === "insertRows") for (const { ids } of op.blocks) shown.mark(ids, table);
      return "order";
  }
}

function markCells(op: CellsOp, sheet: Sheet, table: ColumnTable, shown: Shown): Extent {
  const { sort, filter, group = [] } = viewOf(sheet, shown);
  const filtered = dependsOn(filter);
  const decides =
    shown.search.trim() !== "" ||
    filtered.fields.has(op.field) ||
    [...group, ...sort].some(({ field }) => field === op.field);
  if (!decides) return "cells";
  // Which are "the top ten" or "above average" may change for rows that nobody wrote to.
  if (filtered.wholeColumns.has(op.field)) shown.lost = true;
  else shown.mark(op.rows, table);
  return "strays";
}

/** Sheets that an op is about; a change of the locale is about all of them. */
export function sheetsOf(op: Op, workbook: Workbook): readonly SheetId[] {
  switch (op.op) {
    case "settings":
      return op.before.locale === op.after.locale ? [] : workbook.sheets.map((sheet) => sheet.id);
    case "sheet": {
      const sheet = op.edit.after ?? op.edit.before;
      return sheet === null ? [] : [sheet.item.id];
    }
    case "cells":
    case "view":
    case "field":
    case "insertRows":
    case "removeRows":
      return [op.sheet];
  }
}
