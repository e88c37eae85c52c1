/** What becomes of whole workbooks as files: saved, backed up into a folder, opened. */
import type { WorkbookId } from "../core/model/index.ts";
import type { BackedUp, FileRefusal, Note, StorageFailure } from "../storage/index.ts";

export type SavedFile =
  /** `seq`: the last journal entry that is in it. */
  | { readonly type: "file"; readonly file: Blob; readonly rows: number; readonly seq: number }
  | { readonly type: "cancelled" }
  /** Read back, it was not what had been written. */
  | { readonly type: "unverified"; readonly refusal: FileRefusal };

export type BackupResult =
  /** `name`: of the file in the folder. `seq`: the last journal entry that is in it. */
  | { readonly type: "done"; readonly name: string; readonly workbook: WorkbookId; readonly seq: number }
  | Exclude<BackedUp, { readonly type: "done" }>;

export type OpenedFile =
  /** `saved`: when, in milliseconds since 1970. `restart`: another workbook is open still, and the page has to start anew; null: it is shown. */
  | {
      readonly type: "opened";
      readonly rows: number;
      readonly saved: number;
      readonly restart: { readonly note: Note | null } | null;
    }
  | { readonly type: "refused"; readonly refusal: FileRefusal }
  /** The workbook that is open has something that cannot be saved, so it must not be left. */
  | { readonly type: "unsaved" }
  /** The new workbook could not be brought to disk whole; nothing took the place of what there was. */
  | { readonly type: "failed"; readonly failure: StorageFailure }
  | { readonly type: "cancelled" };

/** The part of the worker's interface about them. */
export interface FileRequests {
  /** The whole workbook as one file, read back and checked; its history stays here. */
  saveFile(): Promise<SavedFile>;
  /** Saves such a file into a folder, reads it back there, and removes those that it makes needless. */
  backUp(folder: FileSystemDirectoryHandle): Promise<BackupResult>;
  /** The folder that was chosen for backups on this device; null: none. */
  backupFolder(): Promise<FileSystemDirectoryHandle | null>;
  chooseBackupFolder(folder: FileSystemDirectoryHandle | null): Promise<void>;
  /** Makes a new workbook of such a file, the one that opens next. One that is open is left as it is. */
  openFile(file: File): Promise<OpenedFile>;
  /** Gives up whichever of the two is under way. */
  cancelFile(): Promise<void>;
}
