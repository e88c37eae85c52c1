/**
 * Names the active cell to assistive technology: the keyboard never leaves the text area that catches it, so this says which
 * cell that stands for. A cell that is not drawn has no name.
 */
export interface NamedCell {
  readonly row: number;
  /** The column's id. */
  readonly column: string;
}

const CELLS = "sheet-cells";
const ACTIVE = "active-cell";

export function makeActive(host: HTMLElement, keyboard: HTMLElement) {
  const grid = host.querySelector('[role="grid"], [role="treegrid"]');
  if (grid !== null) grid.id = CELLS;
  keyboard.setAttribute("aria-controls", CELLS);
  return {
    show: (at: NamedCell | null): void => {
      const before = host.querySelector(`#${ACTIVE}`);
      const cell =
        at === null
          ? null
          : host.querySelector(`[row-index="${at.row}"] [col-id="${CSS.escape(at.column)}"]`);
      if (before !== cell) before?.removeAttribute("id");
      // The one before may have been taken away, and its name with it.
      if (cell === null) keyboard.removeAttribute("aria-activedescendant");
      else {
        cell.id = ACTIVE;
        keyboard.setAttribute("aria-activedescendant", ACTIVE);
      }
    },
  };
}
