/** Keys that work wherever the cursor is. Where text is typed, undo and redo stay the browser's own. */
import { ACTIONS, type Action } from "../commands/actions.ts";
import type { Shell } from "./state.ts";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable='true'], [role='dialog']") !== null
  );
}

/** As the list of actions writes it; Ctrl and the command key are the same. */
function keysOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  const shift = event.shiftKey ? "Shift+" : "";
  return `${mod}${shift}${event.key.length === 1 ? event.key.toUpperCase() : event.key}`;
}

/** What everyone's fingers know besides. */
const ALSO: Readonly<Record<string, string>> = { "Mod+Shift+Z": "Mod+Y", "Shift+?": "F1" };

function actionFor(event: KeyboardEvent): Action | undefined {
  const keys = keysOf(event);
  return ACTIONS.find((action) => action.keys === (ALSO[keys] ?? keys));
}

/** Returns what ends it. */
export function createShortcuts(shell: Shell): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    if (document.querySelector("[role='dialog'][data-expanded]") !== null) return;
    const action = actionFor(event);
    if (action === undefined) return;
    // What is typed, and taken back there, is not the workbook's.
    if (isTyping(event.target) && action.whileTyping !== true) return;
    event.preventDefault();
    if (action.possible?.(shell) ?? true) action.run(shell);
  };
  window.addEventListener("keydown", onKeyDown);
  return () => window.removeEventListener("keydown", onKeyDown);
}
