/** Keys that work wherever the cursor is: undo, redo, find, history. Where text is typed they stay the browser's own. */
import type { Shell } from "./state.ts";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable='true'], [role='dialog']") !== null
  );
}

/** Returns what ends it. */
export function createShortcuts(
  { app, history, setHistory }: Shell,
  search: () => HTMLInputElement | undefined,
): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    if (document.querySelector("[role='dialog'][data-expanded]") !== null) return;
    const key = event.key.toLowerCase();
    if (key === "f" && !event.shiftKey) {
      event.preventDefault();
      search()?.focus();
      search()?.select();
      return;
    }
    if (key === "h" && event.shiftKey) {
      event.preventDefault();
      setHistory(!history());
      return;
    }
    if (isTyping(event.target)) return;
    if (key === "z" && !event.shiftKey) void app.undo();
    else if ((key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey)) void app.redo();
    else return;
    event.preventDefault();
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}
