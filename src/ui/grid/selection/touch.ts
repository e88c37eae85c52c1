/** Fingers: a tap chooses, the two corners of what is chosen are dragged, holding down opens the menu, all else scrolls. */
import type { Cursor } from "./cursor.ts";
import { follow, pressedAt, selectForMenu } from "./pointer.ts";
import { boxOf, lastRange, span } from "./ranges.ts";

/** Milliseconds after which a finger that stays is held down, and pixels that it may move meanwhile. */
const HELD = 500;
const STILL = 10;

export interface Touching {
  /** Whether a finger came last, and not a mouse or a pen. */
  readonly touched: (touched: boolean) => void;
  readonly menu: (x: number, y: number) => void;
}

/** One corner of the last range goes along; the other stays. */
function dragGrip(cursor: Cursor, grip: Element, event: PointerEvent): void {
  const range = lastRange(cursor.selection());
  const box = boxOf(range, cursor.size());
  if (box === null) return;
  event.preventDefault();
  event.stopPropagation();
  const first = { row: box.top, column: box.left };
  const last = { row: box.bottom, column: box.right };
  const atStart = grip.classList.contains("selection-grip-start");
  cursor.replace(atStart ? span(range.span, last, first) : span(range.span, first, last));
  follow(cursor, event, cursor.stretch, () => {
    const selection = cursor.selection();
    cursor.select(selection, lastRange(selection).to);
  });
}

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};

/** Not every browser tells of it, so it is timed here. */
function hold(event: PointerEvent, then: () => void): void {
  const away = (to: PointerEvent): void => {
    if (Math.hypot(to.clientX - event.clientX, to.clientY - event.clientY) > STILL) end();
  };
  const timer = setTimeout(() => {
    end();
    // The finger's going up shall not be a tap on what lies there.
    window.addEventListener("touchend", swallow, { once: true, capture: true, passive: false });
    then();
  }, HELD);
  const end = (): void => {
    clearTimeout(timer);
    window.removeEventListener("pointermove", away);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
  };
  window.addEventListener("pointermove", away);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

/** Returns what ends it. */
export function listenToTouch(cursor: Cursor, host: HTMLElement, { touched, menu }: Touching): () => void {
  const press = (event: PointerEvent): void => {
    const { target, clientX, clientY } = event;
    touched(event.pointerType === "touch");
    if (event.pointerType !== "touch" || !(target instanceof Element)) return;
    if (target.classList.contains("selection-grip")) dragGrip(cursor, target, event);
    else if (pressedAt(cursor, target) !== null && cursor.app.past() === null) {
      hold(event, () => {
        selectForMenu(cursor, target);
        menu(clientX, clientY);
      });
    }
  };
  const tap = (event: MouseEvent): void => {
    if (!(event instanceof PointerEvent) || event.pointerType !== "touch") return;
    const pressed = cursor.app.past() === null ? pressedAt(cursor, event.target) : null;
    if (pressed !== null) cursor.select(span(pressed.span, pressed.place));
  };
  // The one that is timed here is enough.
  const native = (event: MouseEvent): void => {
    if (event instanceof PointerEvent && event.pointerType === "touch") swallow(event);
  };
  host.addEventListener("pointerdown", press, { capture: true });
  host.addEventListener("click", tap, { capture: true });
  host.addEventListener("contextmenu", native, { capture: true });
  return () => {
    host.removeEventListener("pointerdown", press, { capture: true });
    host.removeEventListener("click", tap, { capture: true });
    host.removeEventListener("contextmenu", native, { capture: true });
  };
}
