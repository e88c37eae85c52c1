/** When each workbook was last given out as a file that was read back: kept in localStorage, beside the notes for the worker, which has no use for it. */
import type { WorkbookId } from "../core/model/index.ts";

const KEY = "tierbook.file/";

/** The last file that was read back. */
export interface Backup {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The last journal entry that is in it. */
  readonly seq: number;
}

/** Null: there is none, or not one that can be read. */
export function readBackup(text: string | null): Backup | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { time, seq } = kept as Readonly<Record<string, unknown>>;
    return typeof time === "number" && typeof seq === "number" ? { time, seq } : null;
  } catch {
    return null;
  }
}

export function keptBackup(id: WorkbookId): Backup | null {
  try {
    return readBackup(localStorage.getItem(KEY + id));
  } catch {
    return null;
  }
}

export function keepBackup(id: WorkbookId, backup: Backup): void {
  try {
    localStorage.setItem(KEY + id, JSON.stringify(backup));
  } catch {
    // Full, or forbidden: it is told as if there were none.
  }
}

/**
 * The workbook goes on from `seq`: a file that holds more is of another past, and its number would pass for the new changes.
 * From 0 on there is no workbook any more.
 */
export function dropBackupBeyond(id: WorkbookId, seq: number): void {
  try {
    if ((keptBackup(id)?.seq ?? 0) > seq) localStorage.removeItem(KEY + id);
  } catch {
    // Forbidden: then nothing was kept either.
  }
}

/** Calls `hear` when another tab has kept one of this workbook. */
export function onBackupElsewhere(id: () => WorkbookId | null, hear: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    if (key === null || key === KEY + id()) hear();
  });
}
