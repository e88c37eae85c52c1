/**
 * The keyboard goes back to where it was when a dialog came up, whatever opened that; where that is gone, to what is marked as
 * its home.
 */

import { onCleanup } from "solid-js";

/** On what has the keyboard while nothing else does. */
export const KEYBOARD_HOME = "data-keyboard-home";

/** For whom the keyboard has nowhere else to be. */
export function takeHome(): void {
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body) return;
  document.querySelector<HTMLElement>(`[${KEYBOARD_HOME}]`)?.focus({ preventScroll: true });
}

/** To be called while the dialog is made; what it returns is for the dialog's `onCloseAutoFocus`. */
export function focusReturn(): (event: Event) => void {
  const before = document.activeElement;
  let open = true;
  onCleanup(() => {
    open = false;
  });
  return (event) => {
    // Someone has put it elsewhere meanwhile.
    if (event.defaultPrevented) return;
    event.preventDefault();
    // Kobalte's focus scope begins anew when its content changes, and lets go of what stays open.
    if (open) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    // What it was opened by, or was on the page itself, may not take it.
    takeHome();
  };
}
