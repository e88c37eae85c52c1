/** The page starts anew with another workbook, so that nothing of the one before can reach into it. */
import type { WorkbookId } from "../core/model/index.ts";
import type { Note } from "../worker/api.ts";
import { keepNote, keepOpen } from "./notes.ts";

const SAID = "tierbook-said";

/** With the workbook that was opened or made last. `text` is said once the page is there again. */
export function restart(note: Note | null, text: string): void {
  if (note !== null) keepNote(note);
  keepOpen(null);
  try {
    sessionStorage.setItem(SAID, text);
  } catch {
    // Full, or forbidden: the workbook itself shows that it is there.
  }
  location.reload();
}

/** With another workbook; null: with the one opened last. */
export function restartWith(id: WorkbookId | null, text: string | null = null): void {
  if (text !== null) {
    restart(null, text);
    return;
  }
  keepOpen(id);
  location.reload();
}

/** On the start screen; every workbook stays. */
export function restartAnew(): void {
  location.hash = "#new";
  location.reload();
}

/** What a page before this one left to be said; once. */
export function leftToSay(): string | null {
  try {
    const text = sessionStorage.getItem(SAID);
    sessionStorage.removeItem(SAID);
    return text;
  } catch {
    return null;
  }
}
