/** A panel that stands beside a cell, above everything, and follows it while the grid scrolls. */

const GAP = 3;
const MARGIN = 8;

export interface Float {
  readonly element: HTMLElement;
  place(): void;
  remove(): void;
}

/** Below the anchor where there is room, else above it; as wide as the anchor at least. */
export function openFloat(anchor: HTMLElement, className: string): Float {
  const element = document.createElement("div");
  // By the second name AG Grid knows that the focus in here has not left the edit.
  element.className = `grid-float ag-custom-component-popup ${className}`;
  // A press in the panel must not take the focus out of the editor: AG Grid would end the edit.
  element.addEventListener("mousedown", (event) => event.preventDefault());
  const place = (): void => {
    const cell = anchor.getBoundingClientRect();
    element.style.minWidth = `${cell.width}px`;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(cell.left, window.innerWidth - width - MARGIN));
    const below = cell.bottom + GAP;
    const fits = below + height + MARGIN <= window.innerHeight;
    const top = fits ? below : Math.max(MARGIN, cell.top - GAP - height);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };
  document.body.append(element);
  window.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);
  return {
    element,
    place,
    remove: () => {
      window.removeEventListener("scroll", place, { capture: true });
      window.removeEventListener("resize", place);
      element.remove();
    },
  };
}
