/** Whole workbooks taken away: like every deletion only where there is room for it, and never one that a tab holds. */
import type { WorkbookId } from "../core/model/index.ts";
import { probe } from "../storage/index.ts";
import type { Platform } from "./platform.ts";

type Removing = Pick<Platform, "catalogue" | "remove">;

/** False: a tab holds it. Rejects with a StorageError, before anything is touched where the disk is full. */
export async function removeWorkbook(platform: Removing, id: WorkbookId): Promise<boolean> {
  // Into the catalogue: of the workbook's own database nothing may be made anew.
  await probe(platform.catalogue());
  return platform.remove(id);
}

/** What was begun and is not to be, before anyone learned of it. What cannot be removed is in no catalogue. */
export async function discard(platform: Removing, id: WorkbookId): Promise<void> {
  await removeWorkbook(platform, id).catch(() => false);
}
