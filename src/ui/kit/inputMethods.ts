/** Keys that an input method takes for itself, to choose or to give up what is being composed, reach nothing in the page. */

/** Once, before anything listens: dialogs that are not ours close by any Escape. */
export function leaveKeysToInputMethods(): void {
  window.addEventListener(
    "keydown",
    (event) => {
      // Some browsers say so only by the key code: in Safari the composition is over when its Enter comes.
      if (event.isComposing || event.keyCode === 229) event.stopPropagation();
    },
    { capture: true },
  );
}
