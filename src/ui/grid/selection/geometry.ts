/** Where cells are, in pixels of the grid's scrolled content, and which cell is at a place of the window. */
import type { Column, GridApi } from "ag-grid-community";
import { NUMBERS } from "../layout.ts";
import type { GridRow } from "../rows.ts";
import type { Place } from "./ranges.ts";

export interface ShownColumn {
  readonly id: string;
  readonly left: number;
  readonly width: number;
  readonly frozen: boolean;
}

export interface Geometry {
  /** What scrolls, header included. */
  readonly viewport: HTMLElement;
  /** What the rows stand in; it is scrolled. */
  readonly content: HTMLElement;
  /** Of fields, in the order shown. */
  readonly columns: () => readonly ShownColumn[];
  /** Of all that stays in place at the left. */
  readonly frozenWidth: () => number;
  readonly rowTop: (row: number) => number;
  /** As the density has them. */
  readonly sizes: () => { readonly rowHeight: number; readonly headerHeight: number };
  /** The nearest cell, for places outside of the cells too. */
  readonly placeAt: (x: number, y: number) => Place;
  /** Whole rows that are in sight. */
  readonly rowsPerPage: () => number;
  /** Whether all of a cell is. Asks nothing of the page while nothing was scrolled, which would lay it out in the middle of a key. */
  readonly inSight: (place: Place) => boolean;
}

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.getActualWidth(), 0);

function find(host: HTMLElement, selector: string): HTMLElement {
  const element = host.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`the grid has no ${selector}`);
  return element;
}

/** Very many rows are stacked closer than they are high; a row that is drawn says by how much they are shifted now. */
function shiftOf(content: HTMLElement, rowHeight: number): number {
  const row = content.querySelector<HTMLElement>(".ag-row");
  const index = Number(row?.getAttribute("row-index"));
  const top = /translateY\((-?[\d.]+)px\)/.exec(row?.style.transform ?? "")?.[1];
  return top === undefined || Number.isNaN(index) ? 0 : Number(top) - index * rowHeight;
}

/** What is in sight sideways, in pixels of the scrolled content; read again only after it was scrolled or resized. */
function watchAcross(viewport: HTMLElement): () => { readonly left: number; readonly right: number } {
  let known: { readonly left: number; readonly right: number } | null = null;
  const forget = (): void => {
    known = null;
  };
  viewport.addEventListener("scroll", forget, { passive: true });
  new ResizeObserver(forget).observe(viewport);
  return () => {
    known ??= { left: viewport.scrollLeft, right: viewport.scrollLeft + viewport.clientWidth };
    return known;
  };
}

export function makeGeometry(api: GridApi<GridRow>, host: HTMLElement): Geometry {
  const viewport = find(host, ".ag-grid-viewport");
  const content = find(host, ".ag-grid-scrolling-container");
  const frozenWidth = (): number => widthOf(api.getDisplayedLeftColumns());
  const columns = (): readonly ShownColumn[] => {
    const frozen = frozenWidth();
    return api.getAllDisplayedColumns().flatMap((column): readonly ShownColumn[] => {
      const id = column.getColId();
      if (id === NUMBERS) return [];
      const pinned = column.getPinned() === "left";
      const left = (column.getLeft() ?? 0) + (pinned ? 0 : frozen);
      return [{ id, left, width: column.getActualWidth(), frozen: pinned }];
    });
  };
  const columnAt = (x: number): number => {
    const all = columns();
    const inWindow = x - viewport.getBoundingClientRect().left;
    const inContent = x - content.getBoundingClientRect().left;
    const over = inWindow < frozenWidth();
    const found = all.findIndex((column) => {
      if (over !== column.frozen) return false;
      const at = column.frozen ? inWindow : inContent;
      return at < column.left + column.width;
    });
    if (found >= 0) return found;
    return over ? 0 : all.length - 1;
  };
  const sizes = () => api.getSizesForCurrentTheme();
  const across = watchAcross(viewport);
  const rowAt = (y: number): number => {
    const { rowHeight } = sizes();
    return Math.floor((y - content.getBoundingClientRect().top - shiftOf(content, rowHeight)) / rowHeight);
  };
  const rowTop = (row: number): number => {
    const { rowHeight } = sizes();
    return row * rowHeight + shiftOf(content, rowHeight);
  };
  return {
    viewport,
    content,
    columns,
    frozenWidth,
    sizes,
    rowTop,
    inSight: (place) => {
      const { top, bottom } = api.getVerticalPixelRange();
      const column = columns()[place.column];
      if (column === undefined || rowTop(place.row) < top || rowTop(place.row + 1) > bottom) return false;
      const { left, right } = across();
      return column.frozen || (column.left >= left + frozenWidth() && column.left + column.width <= right);
    },
    placeAt: (x, y) => ({ row: rowAt(y), column: columnAt(x) }),
    rowsPerPage: () => {
      const { rowHeight, headerHeight } = sizes();
      return Math.max(1, Math.floor((viewport.clientHeight - headerHeight) / rowHeight) - 1);
    },
  };
}
