/**
 * Names the active cell to assistive technology: the keyboard never leaves the text area that catches it, so this says which
 * cell that stands for. A cell that is not drawn has no name.
 */
import { type Accessor, createEffect, on, untrack } from "solid-js";
import { inFrame } from "../../kit/tasks.ts";
import type { Cursor } from "./cursor.ts";

const CELLS = "sheet-cells";
const ACTIVE = "active-cell";

function cellAt({ selection, marked, columnId }: Cursor, host: HTMLElement): Element | null {
  const { row, column } = untrack(selection).active;
  const id = columnId(column);
  if (id === undefined || !untrack(marked)) return null;
  return host.querySelector(`[row-index="${row}"] [col-id="${CSS.escape(id)}"]`);
}

/** Must be called inside a reactive owner; returns what ends it. `keyboard` is what has the focus. */
export function nameActive(
  cursor: Cursor,
  drawn: Accessor<number>,
  host: HTMLElement,
  keyboard: HTMLElement,
): () => void {
  const grid = host.querySelector('[role="grid"], [role="treegrid"]');
  if (grid !== null) grid.id = CELLS;
  keyboard.setAttribute("aria-controls", CELLS);
  // Once AG Grid has drawn what comes into sight.
  const showing = inFrame(() => {
    const before = host.querySelector(`#${ACTIVE}`);
    const cell = cellAt(cursor, host);
    if (before !== cell) before?.removeAttribute("id");
    if (cell !== null) cell.id = ACTIVE;
    // The one before may have been taken away, and its name with it; what nothing was found for is still drawn for a moment.
    if (cell === null || untrack(cursor.reach).rows === 0) keyboard.removeAttribute("aria-activedescendant");
    else keyboard.setAttribute("aria-activedescendant", ACTIVE);
  });
  createEffect(on([cursor.selection, cursor.marked, drawn], showing.ask));
  cursor.geometry.viewport.addEventListener("scroll", showing.ask, { passive: true });
  return showing.end;
}
