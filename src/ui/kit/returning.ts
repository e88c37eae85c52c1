/** The keyboard goes back to where it was when a dialog came up, whatever opened that. */

import { onCleanup } from "solid-js";

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
  };
}
