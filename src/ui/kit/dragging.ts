/** Dragging an item of a list by its handle, with mouse, pen or finger. */

interface Dragging {
  /** Before which item it would go (the count of items: behind the last); null: nowhere. */
  readonly over: (at: number | null) => void;
  /** Where it is let go; null: it was given up. */
  readonly end: (at: number | null) => void;
}

/** Pixels from the edge of the list within which it scrolls, and how far at once. */
const EDGE = 28;
const STRIDE = 8;

function placeAt(list: HTMLElement, y: number): number {
  const items = [...list.children].map((item) => item.getBoundingClientRect());
  const at = items.findIndex(({ top, height }) => y < top + height / 2);
  return at < 0 ? items.length : at;
}

/** Begins with a press on the handle; what moves is followed until it is let go, or Escape is pressed. */
export function dragInList(list: HTMLElement, press: PointerEvent, { over, end }: Dragging): void {
  if (press.button !== 0) return;
  press.preventDefault();
  const own = new AbortController();
  let y = press.clientY;
  let at: number | null = null;
  const look = (): void => {
    at = placeAt(list, y);
    over(at);
  };
  const finish = (where: number | null): void => {
    own.abort();
    end(where);
  };
  const scroll = (): void => {
    if (own.signal.aborted) return;
    const { top, bottom } = list.getBoundingClientRect();
    if (y < top + EDGE) list.scrollTop -= STRIDE;
    if (y > bottom - EDGE) list.scrollTop += STRIDE;
    look();
    requestAnimationFrame(scroll);
  };
  const listen = { signal: own.signal, capture: true } as const;
  window.addEventListener(
    "pointermove",
    (event) => {
      y = event.clientY;
    },
    listen,
  );
  window.addEventListener("pointerup", () => finish(at), listen);
  window.addEventListener("pointercancel", () => finish(null), listen);
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      finish(null);
    },
    listen,
  );
  requestAnimationFrame(scroll);
}
