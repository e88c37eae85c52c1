/** From one part of the window to the next: the toolbar, the cells, and each panel beside them. Tab goes from cell to cell. */

const PANES = ".toolbar, .sheet-grid, .stage > section";
const CONTROLS = "button:enabled, input:enabled, select:enabled, textarea:enabled";

/** A panel may cover the cells, or be covered. */
function isInSight(pane: Element): boolean {
  const { left, top, width, height } = pane.getBoundingClientRect();
  const x = left + width / 2;
  return [0.05, 0.5, 0.95].some((part) =>
    pane.contains(document.elementFromPoint(x, Math.min(top + height * part, innerHeight - 1))),
  );
}

/** From where no part is, to the cells. */
export function nextPane(): void {
  const panes = [...document.querySelectorAll(PANES)].filter(isInSight);
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const cells = panes.find((pane) => pane.matches(".sheet-grid"));
  const next = here < 0 ? (cells ?? panes[0]) : panes[(here + 1) % panes.length];
  // The cells' own control is not the first of theirs.
  const own = next?.querySelector<HTMLElement>(".cell-catcher") ?? next?.querySelector<HTMLElement>(CONTROLS);
  own?.focus();
}
