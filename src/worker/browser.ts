/** The browser as the host's platform: IndexedDB, and a Web Lock that makes one tab the writer. */
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import {
  CATALOGUE_DATABASE,
  databaseOf,
  listWorkbooks,
  openIndexedDb,
  rememberWorkbook,
} from "../storage/index.ts";
import type { Platform } from "./platform.ts";

const LOCK = "tierbook-writer";

export function browserPlatform(): Platform {
  const catalogue = openIndexedDb(CATALOGUE_DATABASE);
  return {
    claim: () =>
      new Promise((resolve, reject) => {
        const held = navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          // Never settles: the lock is let go only by the end of this worker.
          return lock === null ? undefined : new Promise<void>(() => undefined);
        });
        held.catch(reject);
      }),
    released: async () => {
      await navigator.locks.request(LOCK, () => undefined);
    },
    current: async () => (await listWorkbooks(catalogue))[0]?.id ?? null,
    reserve: () => workbookId(crypto.randomUUID()),
    remember: (id: WorkbookId, name: string) => rememberWorkbook(catalogue, { id, name, opened: Date.now() }),
    open: (id: WorkbookId) => openIndexedDb(databaseOf(id)),
    now: () => Date.now(),
  };
}
