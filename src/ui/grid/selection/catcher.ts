/**
 * What has the keyboard while no cell is edited: a text area over the active cell that nobody sees. Because it is one, an
 * input method begins its composition here and not with its second letter; because it is always the same one, nothing
 * that the grid draws can take it away in the middle of a word. The text goes on in the cell's own editor.
 */
import { KEYBOARD_HOME } from "../../kit/returning.ts";
import { inFrame } from "../../kit/tasks.ts";
import type { Cursor } from "./cursor.ts";

export interface Catching {
  /** True: the key is dealt with. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** A text came that no key was. False: the cell takes none. */
  readonly typed: (text: string) => boolean;
  readonly copy: (event: ClipboardEvent, cut: boolean) => void;
  readonly paste: (event: ClipboardEvent) => void;
  /** The key for it was pressed, or a finger held down. */
  readonly menu: () => void;
  /** The keyboard came here. */
  readonly arrived: () => void;
}

export interface Catcher {
  readonly element: HTMLTextAreaElement;
  /** Takes the keyboard. */
  readonly take: () => void;
  readonly remove: () => void;
}

function makeElement(label: string): HTMLTextAreaElement {
  const element = document.createElement("textarea");
  element.className = "cell-catcher";
  element.rows = 1;
  element.autocomplete = "off";
  element.spellcheck = false;
  element.setAttribute("autocapitalize", "off");
  element.setAttribute(KEYBOARD_HOME, "");
  element.setAttribute("aria-label", label);
  return element;
}

/** Over the active cell, or at the grid's edge where that is out of sight: the browser would scroll there to type. */
function placeOver({ geometry, selection }: Cursor, element: HTMLElement, host: HTMLElement): void {
  const column = geometry.columns()[selection().active.column];
  if (column === undefined) return;
  const home = host.getBoundingClientRect();
  const content = geometry.content.getBoundingClientRect();
  const origin = column.frozen ? geometry.viewport.getBoundingClientRect().left : content.left;
  const top = content.top - home.top + geometry.rowTop(selection().active.row);
  const left = origin - home.left + column.left;
  const across = Math.max(0, Math.min(home.width - column.width, left));
  const down = Math.max(0, Math.min(home.height - 30, top));
  element.style.transform = `translate(${across}px,${down}px)`;
  element.style.width = `${column.width}px`;
}

export function makeCatcher(cursor: Cursor, host: HTMLElement, label: string, catching: Catching): Catcher {
  const element = makeElement(label);
  let composing = false;
  const place = (): void => placeOver(cursor, element, host);
  const clear = (): void => {
    element.value = "";
    delete element.dataset["composing"];
  };
  /** Hands what was typed over to the cell's editor. */
  const hand = (): void => {
    if (composing || element.value === "") return;
    const text = element.value;
    clear();
    catching.typed(text);
  };
  element.addEventListener("compositionstart", () => {
    composing = true;
    place();
    element.dataset["composing"] = "";
  });
  element.addEventListener("compositionend", () => {
    composing = false;
    // Hangul begins the next syllable at once; the editor waits until a word is through.
    setTimeout(hand);
  });
  element.addEventListener("input", () => hand());
  element.addEventListener("keydown", (event) => {
    hand();
    if (catching.key(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // Browsers copy only where something is marked.
    if ((event.ctrlKey || event.metaKey) && /^[cx]$/i.test(event.key)) {
      element.value = " ";
      element.select();
      setTimeout(() => element.value === " " && clear());
    }
  });
  element.addEventListener("copy", (event) => catching.copy(event, false));
  element.addEventListener("cut", (event) => catching.copy(event, true));
  element.addEventListener("paste", (event) => catching.paste(event));
  element.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    event.stopPropagation();
    catching.menu();
  });
  // Nothing was pressed yet that would tell.
  element.inputMode = matchMedia("(pointer: coarse)").matches ? "none" : "text";
  element.addEventListener("focus", () => catching.arrived());
  // Where the cell is, is known without a layout of its own once the frame is laid out.
  const placing = inFrame(place);
  // What is composed belongs to the cell that it was begun in, wherever is pressed next.
  const onPress = (event: Event): void => {
    if (!composing || event.target === element) return;
    composing = false;
    hand();
  };
  // Of one tap a finger expects the cell, of two its editor, and only with that a keyboard on the screen.
  const onPointer = ({ pointerType }: PointerEvent): void => {
    element.inputMode = pointerType === "touch" ? "none" : "text";
  };
  host.addEventListener("pointerdown", onPointer, { capture: true });
  document.addEventListener("pointerdown", onPress, { capture: true });
  host.append(element);
  return {
    element,
    take: () => {
      placing.ask();
      if (document.activeElement !== element) element.focus({ preventScroll: true });
    },
    remove: () => {
      host.removeEventListener("pointerdown", onPointer, { capture: true });
      document.removeEventListener("pointerdown", onPress, { capture: true });
      placing.end();
      element.remove();
    },
  };
}
