/** What the page keeps for the worker, which has no localStorage; and whether it was asked to begin anew. */
import type { Beginning, Note } from "../worker/api.ts";

const NOTES = "tierbook-";
/** Where Rescue leads to for a new workbook. */
const ANEW = "#new";

export function keptNotes(): readonly Note[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return keys
      .filter((key) => key.startsWith(NOTES))
      .map((key) => ({ key, text: localStorage.getItem(key) ?? "" }));
  } catch {
    return [];
  }
}

/** Said once: a reload of the page does not begin anew again. */
function askedAnew(): boolean {
  if (location.hash !== ANEW) return false;
  history.replaceState(history.state, "", location.pathname + location.search);
  return true;
}

export const beginning = (): Beginning => ({ notes: keptNotes(), anew: askedAnew() });

/** Where it cannot be written the workbook is as safe as before, only less well watched. */
export function keepNote({ key, text }: Note): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full, or forbidden.
  }
}
