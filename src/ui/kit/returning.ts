/** The keyboard goes back to where it was when a dialog came up, whatever opened that. */

/** To be called while the dialog is made; what it returns is for the dialog's `onCloseAutoFocus`. */
export function focusReturn(): (event: Event) => void {
  const before = document.activeElement;
  return (event) => {
    // Someone has put it elsewhere meanwhile.
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}
