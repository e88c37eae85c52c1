/** What the page keeps for the worker, which has no localStorage; and whether it was asked to begin anew. */
import { type WorkbookId, workbookId } from "../core/model/index.ts";
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

/** Of this tab alone: another may have another workbook open. */
const OPEN = "tierbook.open";

function openBefore(): WorkbookId | null {
  try {
    const id = sessionStorage.getItem(OPEN);
    return id === null ? null : workbookId(id);
  } catch {
    return null;
  }
}

/** What this tab opens when it is loaded again; null: the workbook that was opened last in any. */
export function keepOpen(id: WorkbookId | null): void {
  try {
    if (id === null) sessionStorage.removeItem(OPEN);
    else sessionStorage.setItem(OPEN, id);
  } catch {
    // Full, or forbidden: the last opened comes.
  }
}

/**
 * Before what it tells of is taken away for good: what is witnessed and not there would be told as a loss. Returns it, to be
 * kept again where that comes to nothing; null: there was none.
 */
export function dropNote(id: WorkbookId): Note | null {
  try {
    const note = keptNotes().find(({ key }) => key.endsWith(`/${id}`)) ?? null;
    if (note !== null) localStorage.removeItem(note.key);
    return note;
  } catch {
    // Forbidden: then nothing was kept either.
    return null;
  }
}

export const beginning = (): Beginning => ({ notes: keptNotes(), anew: askedAnew(), wanted: openBefore() });

/** Where it cannot be written the workbook is as safe as before, only less well watched. */
export function keepNote({ key, text }: Note): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full, or forbidden.
  }
}
