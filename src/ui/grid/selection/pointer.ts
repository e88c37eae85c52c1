/** Selecting with the mouse: cells, rows by their numbers, columns by their headers; dragging scrolls at the edges. */
import { onMac } from "../../kit/machine.ts";
import { NUMBERS } from "../layout.ts";
import type { Cursor } from "./cursor.ts";
import {
  added,
  type Box,
  boxOf,
  clamped,
  extended,
  lastRange,
  only,
  type Place,
  type Span,
  span,
  within,
} from "./ranges.ts";

/** Pixels from the edge at which dragging begins to scroll, and the most it scrolls in a frame. */
const EDGE = 24;
const FASTEST = 90;

/** What is pressed: a cell, or the number of a row. */
interface Pressed {
  readonly place: Place;
  readonly span: Extract<Span, "cells" | "rows">;
}

const rowOf = (cell: Element): number =>
  Number(cell.closest(".ag-row")?.getAttribute("row-index") ?? Number.NaN);

/** Of a field's cell. */
function placeOf(cursor: Cursor, cell: Element): Place | null {
  const [row, column] = [rowOf(cell), cursor.columnOf(cell.getAttribute("col-id"))];
  return column < 0 || Number.isNaN(row) ? null : { row, column };
}

/** There it is the editor that is pressed, and not its cell. */
export const inEditor = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".cell-editor, .ag-popup-editor") !== null;

export function pressedAt(cursor: Cursor, target: EventTarget | null): Pressed | null {
  const cell = target instanceof Element ? target.closest(".ag-cell") : null;
  if (cell === null || inEditor(target)) return null;
  if (cell.getAttribute("col-id") === NUMBERS)
    return { place: { row: rowOf(cell), column: 0 }, span: "rows" };
  const place = placeOf(cursor, cell);
  return place === null ? null : { place, span: "cells" };
}

/** How far to scroll in this frame for a pointer so far behind an edge. */
const speed = (behind: number): number => (behind <= 0 ? 0 : Math.min(FASTEST, 4 + behind / 2));

/** Calls `move` with the cell under the pointer, on and on while the grid scrolls under it, until it is let go. */
export function follow(
  cursor: Cursor,
  event: PointerEvent,
  move: (place: Place) => void,
  end: (event: PointerEvent) => void,
): void {
  const { viewport, frozenWidth, placeAt, sizes } = cursor.geometry;
  let [x, y] = [event.clientX, event.clientY];
  let frame = 0;
  const step = (): void => {
    frame = requestAnimationFrame(step);
    const area = viewport.getBoundingClientRect();
    const down =
      speed(y - (area.top + viewport.clientHeight - EDGE)) - speed(area.top + sizes().headerHeight - y);
    const right = speed(x - (area.left + viewport.clientWidth - EDGE)) - speed(area.left + frozenWidth() - x);
    if (down !== 0) viewport.scrollTop += down;
    if (right !== 0) viewport.scrollLeft += right;
    if (down !== 0 || right !== 0) move(clamped(placeAt(x, y), cursor.size()));
  };
  const onMove = (moved: PointerEvent): void => {
    [x, y] = [moved.clientX, moved.clientY];
    move(clamped(placeAt(x, y), cursor.size()));
  };
  const stop = (last: PointerEvent): void => {
    cancelAnimationFrame(frame);
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", stop);
    window.removeEventListener("pointercancel", stop);
    end(last);
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", stop);
  window.addEventListener("pointercancel", stop);
  frame = requestAnimationFrame(step);
}

/** What a fill handle does. */
export interface Filling {
  readonly show: (to: Box | null) => void;
  /** `to` null: down as far as the data beside it goes. */
  readonly fill: (from: Box, to: Box | null, how: "auto" | "toggled") => void;
}

/** The box drawn out in the direction in which the place lies farther from it. */
export function drawnOut(from: Box, { row, column }: Place): Box {
  const down = Math.max(row - from.bottom, from.top - row, 0);
  const across = Math.max(column - from.right, from.left - column, 0);
  if (down === 0 && across === 0) return from;
  return down >= across
    ? { ...from, top: Math.min(from.top, row), bottom: Math.max(from.bottom, row) }
    : { ...from, left: Math.min(from.left, column), right: Math.max(from.right, column) };
}

function dragFill(cursor: Cursor, { show, fill }: Filling, event: PointerEvent): void {
  const [from] = cursor.boxes();
  if (from === undefined || event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  let to = from;
  const move = (place: Place): void => {
    to = drawnOut(from, place);
    show(to === from ? null : to);
  };
  follow(cursor, event, move, (last) => {
    show(null);
    if (to !== from) fill(from, to, last.ctrlKey || last.metaKey ? "toggled" : "auto");
  });
}

/** The menu is of what is selected; a row's number means its whole row. */
export function selectForMenu(cursor: Cursor, target: EventTarget | null): void {
  const pressed = pressedAt(cursor, target);
  if (pressed === null || cursor.app.past() !== null) return;
  const { place } = pressed;
  const inside = cursor.selection().ranges.some((range) => {
    const box = boxOf(range, cursor.size());
    const fits = pressed.span === "cells" || range.span === "rows" || range.span === "all";
    return fits && box !== null && within(place, box);
  });
  if (!inside) cursor.select(pressed.span === "rows" ? span("rows", place) : only(place));
}

/** Ctrl; on a Mac the command key, where Ctrl and a click open the menu. */
const adds = (event: MouseEvent): boolean => event.metaKey || (event.ctrlKey && !onMac());
const opensMenu = (event: MouseEvent): boolean => event.button === 2 || (event.ctrlKey && onMac());

function onPress(cursor: Cursor, filling: Filling, event: PointerEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (target.classList.contains("selection-handle")) {
    dragFill(cursor, filling, event);
    return;
  }
  const pressed = pressedAt(cursor, target);
  if (pressed === null || (pressed.span === "rows" && cursor.app.past() !== null)) return;
  if (cursor.api.getEditingCells().length > 0) {
    cursor.api.stopEditing();
    // A text that was refused keeps its editor, and the cursor with it.
    if (cursor.api.getEditingCells().length > 0) return;
  }
  const { place } = pressed;
  const selection = cursor.selection();
  // A finger may be about to scroll.
  if (event.button !== 0 || opensMenu(event) || event.pointerType === "touch") return;
  if (event.shiftKey && lastRange(selection).span === pressed.span)
    cursor.select(extended(selection, place), place);
  else if (event.shiftKey) cursor.select(span(pressed.span, selection.active, place), place);
  else if (adds(event)) cursor.select(added(selection, pressed.span, place));
  else cursor.select(span(pressed.span, place));
  if (place.row >= cursor.size().rows) return;
  follow(cursor, event, cursor.stretch, () => undefined);
}

/** A plain click on a header sorts; with Ctrl it selects the column. */
function onHeaderClick(cursor: Cursor, event: MouseEvent): void {
  const { target } = event;
  if (!adds(event) || !(target instanceof Element)) return;
  const column = cursor.columnOf(target.closest(".ag-header-cell")?.getAttribute("col-id") ?? null);
  if (column < 0) return;
  event.preventDefault();
  event.stopPropagation();
  const selection = cursor.selection();
  const place = { row: selection.active.row, column };
  const columns = lastRange(selection).span === "columns";
  if (event.shiftKey && columns) cursor.select(extended(selection, place), place);
  else cursor.select(columns ? added(selection, "columns", place) : span("columns", place));
}

export interface Pointing extends Filling {
  /** Something in the grid is pressed. */
  readonly pressed: () => void;
  /** Opens the card of the row that has the cursor. */
  readonly open: () => void;
}

/** Returns what ends it. */
export function listenToPointer(cursor: Cursor, host: HTMLElement, pointing: Pointing): () => void {
  const press = (event: PointerEvent): void => {
    pointing.pressed();
    onPress(cursor, pointing, event);
  };
  const click = (event: MouseEvent): void => onHeaderClick(cursor, event);
  const menu = (event: MouseEvent): void => selectForMenu(cursor, event.target);
  // Else the browser would take the keyboard away from where it has just gone.
  const mousedown = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.matches(".selection-handle, .selection-grip")) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const pressed = pressedAt(cursor, event.target);
    if (pressed === null) return;
    event.preventDefault();
    if (event.shiftKey || adds(event) || opensMenu(event) || pressed.span === "rows") event.stopPropagation();
  };
  const dblclick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest(".cell-number") !== null) pointing.open();
    const [from] = cursor.boxes();
    if (from === undefined) return;
    if (event.target.classList.contains("selection-handle"))
      pointing.fill(from, null, event.ctrlKey || event.metaKey ? "toggled" : "auto");
  };
  host.addEventListener("dblclick", dblclick);
  host.addEventListener("pointerdown", press, { capture: true });
  host.addEventListener("mousedown", mousedown, { capture: true });
  host.addEventListener("click", click, { capture: true });
  host.addEventListener("contextmenu", menu, { capture: true });
  return () => {
    host.removeEventListener("dblclick", dblclick);
    host.removeEventListener("pointerdown", press, { capture: true });
    host.removeEventListener("mousedown", mousedown, { capture: true });
    host.removeEventListener("click", click, { capture: true });
    host.removeEventListener("contextmenu", menu, { capture: true });
  };
}
