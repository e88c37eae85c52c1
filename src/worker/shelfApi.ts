/** What the worker answers about the workbooks of this browser, side by side. */
import type { WorkbookId } from "../core/model/index.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Note, StorageFailure } from "../storage/index.ts";

/** A workbook of this browser. */
export interface ShelfEntry {
  readonly id: WorkbookId;
  /** Empty where it cannot be read. */
  readonly name: string;
  /** Milliseconds since 1970; 0: never. */
  readonly opened: number;
  /** When it was deleted; it can be had back until it is purged. */
  readonly deleted: number | null;
  /** When something was saved last, and how many rows there were then; null where that is not known. */
  readonly saved: { readonly time: number; readonly rows: number } | null;
}

export type ShelfTask =
  | { readonly type: "rename" | "duplicate"; readonly id: WorkbookId; readonly name: string }
  | { readonly type: "delete" | "restore"; readonly id: WorkbookId }
  /** For good, its copies with it. Its note must be gone before. */
  | { readonly type: "purge"; readonly id: WorkbookId };

export type Shelved =
  /** `note`: to be kept, where there is one. */
  | { readonly type: "done"; readonly note: Note | null }
  /** Another tab has it open, or was at it all the time. */
  | { readonly type: "inUse" }
  /** It does not open whole, or less is there than was saved: that is for Rescue. */
  | { readonly type: "damaged" }
  | { readonly type: "gone" }
  /** Another tab has had it back since; nothing of it was touched. */
  | { readonly type: "restored" }
  | { readonly type: "refused"; readonly refusal: Refusal }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** The part of the worker's interface about them. */
export interface ShelfRequests {
  /** All that the catalogue knows of, deleted ones included; the last opened first. */
  workbooks(notes: readonly Note[]): Promise<readonly ShelfEntry[]>;
  /** `notes`: all that were kept. What less is there of than was saved is not written to. */
  shelve(task: ShelfTask, notes: readonly Note[]): Promise<Shelved>;
}
