/** Clicks on a cell that do not need an editor: toggling, rating, menus, and what can be restored of the past. */
import type { CellClickedEvent, CellContextMenuEvent, IRowNode } from "ag-grid-community";
import type { Field, Value } from "../../core/model/index.ts";
import { cellOf } from "../../fields/grid.ts";
import type { GridRow } from "./rows.ts";
import { inEditor } from "./selection/pointer.ts";
import { type GridSession, writeCell } from "./session.ts";

function cellValue(session: GridSession, row: GridRow, field: Field): Value {
  const index = session.app.sheet()?.fields.findIndex((each) => each.id === field.id) ?? -1;
  return row.values[index] ?? null;
}

function press(session: GridSession, node: IRowNode<GridRow>, field: Field, key: string): boolean {
  const row = node.data;
  if (row === undefined) return false;
  const written = cellOf(field).press?.(key, cellValue(session, row, field));
  if (written === undefined) return false;
  void writeCell(session, node, field, written, undefined, row);
  return true;
}

/** A place in the window where a menu may open. */
interface Place {
  readonly x: number;
  readonly y: number;
}

function below(target: EventTarget | null): Place {
  const cell = target instanceof Element ? target.closest("[col-id]") : null;
  const { left, bottom } = cell?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
  return { x: left, y: bottom };
}

function openRestoring(session: GridSession, node: IRowNode<GridRow>, column: string, place: Place): boolean {
  const row = node.data?.id ?? null;
  if (row === null || node.rowIndex === null || node.data?.head !== undefined) return false;
  const field = session.app.fieldOf(column) ?? null;
  session.openRestoring({ row, field, ...place, rowIndex: node.rowIndex, column });
  return true;
}

export function takeContextMenu(session: GridSession, event: CellContextMenuEvent<GridRow>): void {
  const { event: press, node, column } = event;
  if (!(press instanceof MouseEvent)) return;
  // In an editor it is the browser's menu that is meant; Chromium tells of one after three quick taps, too.
  if (inEditor(press.target)) return;
  press.preventDefault();
  if (session.app.past() === null) session.offer(press.clientX, press.clientY);
  else openRestoring(session, node, column.getColId(), { x: press.clientX, y: press.clientY });
}

export function takeClick(session: GridSession, event: CellClickedEvent<GridRow, Value>): void {
  const target = event.event?.target;
  const head = event.node.data?.head;
  if (head !== undefined) {
    const named = target instanceof Element && target.closest(".group-name, .cell-number") !== null;
    if (named) void session.fold(head);
    return;
  }
  if (session.app.past() !== null) {
    // The number stands for the whole row.
    const column = event.column.getColId();
    if (session.app.fieldOf(column) === undefined)
      openRestoring(session, event.node, column, below(target ?? null));
    return;
  }
  const field = session.app.fieldOf(event.column.getColId());
  if (!(target instanceof HTMLElement) || field === undefined) return;
  const key = target.dataset["press"];
  if (key !== undefined) press(session, event.node, field, key);
}
