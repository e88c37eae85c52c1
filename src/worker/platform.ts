/** What the host needs of the browser, as a small interface, so that it runs in tests without one. */
import type { WorkbookId } from "../core/model/index.ts";
import type { KeyValue, MirrorFiles } from "../storage/index.ts";

/** What tabs tell each other; it may be lost, and what it says is read from storage before it is believed. */
export type TabMessage =
  /** The workbook has an entry of this number. */
  | { readonly type: "committed"; readonly workbook: WorkbookId; readonly seq: number }
  /** A tab has opened the workbook, and asks who else has. */
  | { readonly type: "opened"; readonly workbook: WorkbookId }
  | { readonly type: "here"; readonly workbook: WorkbookId }
  /** It was put among the deleted, where it can be had back. */
  | { readonly type: "deleted"; readonly workbook: WorkbookId };

export interface Platform {
  /**
   * The workbook to open: `wanted` if there is such a one, else the one opened last. "none" where all are deleted, null
   * where the catalogue knows of none. Rejects with a StorageError.
   */
  current(wanted: WorkbookId | null): Promise<WorkbookId | "none" | null>;
  catalogue(): KeyValue;
  /** Takes all there is of a workbook away for good. False, and nothing is touched, while a tab holds it. */
  remove(id: WorkbookId): Promise<boolean>;
  /** While this tab lives, or until it holds another. Resolves when it is held: it may be about to be removed. */
  hold(id: WorkbookId): Promise<void>;
  /**
   * Whether this tab holds it and no other does, of whatever version: each does while it has it open. False where nobody can say;
   * never rejects.
   */
  sole(id: WorkbookId): Promise<boolean>;
  /** A new workbook's place, made `current` once something is stored in it. */
  reserve(): WorkbookId;
  remember(id: WorkbookId, name: string): Promise<void>;
  open(id: WorkbookId): KeyValue;
  /** Where its snapshots are copied to. */
  mirror(id: WorkbookId): MirrorFiles;
  /** To all other tabs. */
  tell(message: TabMessage): void;
  /** Calls `hear` with what other tabs tell. */
  listen(hear: (message: TabMessage) => void): void;
  /** Runs work while no other tab runs work under that name; the death of a tab ends its turn. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Milliseconds since 1970. */
  now(): number;
}
