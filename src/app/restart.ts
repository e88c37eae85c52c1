/** The page starts anew with another workbook, so that nothing of the one before can reach into it. */
import type { Note } from "../worker/api.ts";
import { keepNote } from "./notes.ts";

const SAID = "tierbook-said";

/** `text` is said once the page is there again. */
export function restart(note: Note | null, text: string): void {
  if (note !== null) keepNote(note);
  try {
    sessionStorage.setItem(SAID, text);
  } catch {
    // Full, or forbidden: the workbook itself shows that it is there.
  }
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
