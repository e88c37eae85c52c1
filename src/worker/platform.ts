/** What the host needs of the browser, as a small interface, so that it runs in tests without one. */
import type { WorkbookId } from "../core/model/index.ts";
import type { KeyValue } from "../storage/index.ts";

export interface Platform {
  /** True if this worker is the one writer from now on, until it dies. */
  claim(): Promise<boolean>;
  /** Resolves when the present writer is gone; it does not claim. */
  released(): Promise<void>;
  /** The workbook to open, or null if there never was one. Rejects with a StorageError. */
  current(): Promise<WorkbookId | null>;
  /** A new workbook's place, made `current` once something is stored in it. */
  reserve(): WorkbookId;
  remember(id: WorkbookId, name: string): Promise<void>;
  open(id: WorkbookId): KeyValue;
  /** Milliseconds since 1970. */
  now(): number;
}
