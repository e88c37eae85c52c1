/** The browser as the host's platform: IndexedDB, a channel between tabs, and Web Locks. */
import * as v from "valibot";
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import {
  CATALOGUE_DATABASE,
  databaseOf,
  deleteIndexedDb,
  MIRROR_FOLDER,
  nextWorkbook,
  openIndexedDb,
  openOpfs,
  rememberWorkbook,
  removeFolder,
} from "../storage/index.ts";
import type { Platform, TabMessage } from "./platform.ts";

const CHANNEL = "tierbook";

const id = v.pipe(v.string(), v.transform(workbookId));
/** The other tab may be of another version. */
const messageSchema: v.GenericSchema<unknown, TabMessage> = v.variant("type", [
  v.object({ type: v.literal("committed"), workbook: id, seq: v.number() }),
  v.object({ type: v.literal("opened"), workbook: id }),
  v.object({ type: v.literal("here"), workbook: id }),
  v.object({ type: v.literal("deleted"), workbook: id }),
]);

/** Held by every tab that has the workbook open. */
const heldName = (id: WorkbookId): string => `tierbook/open/${id}`;

/** All there is of a workbook. False: a tab holds it. */
export const takeAway = async (id: WorkbookId): Promise<boolean> =>
  await navigator.locks.request(heldName(id), { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    // The copy first: a copy without a database would look as if the database had been lost.
    await removeFolder([MIRROR_FOLDER, id]);
    await deleteIndexedDb(databaseOf(id));
    return true;
  });

export const holdWhile = async <T>(id: WorkbookId, work: () => Promise<T>): Promise<T> =>
  await navigator.locks.request(heldName(id), { mode: "shared" }, work);

export function browserPlatform(): Platform {
  const catalogue = openIndexedDb(CATALOGUE_DATABASE);
  let held: WorkbookId | null = null;
  let release = (): void => undefined;
  let holding: Promise<void> = Promise.resolve();
  const channel = new BroadcastChannel(CHANNEL);
  return {
    current: (wanted) => nextWorkbook(catalogue, wanted),
    catalogue: () => catalogue,
    remove: takeAway,
    hold: (id) => {
      if (held === id) return holding;
      release();
      held = id;
      const end = new Promise<void>((resolve) => {
        release = resolve;
      });
      holding = new Promise((resolve, reject) => {
        const hold = (): Promise<void> => {
          resolve();
          return end;
        };
        navigator.locks.request(heldName(id), { mode: "shared" }, hold).catch(reject);
      });
      return holding;
    },
    sole: async (id) => {
      const { held = [] } = await navigator.locks.query();
      return held.filter(({ name }) => name === heldName(id)).length <= 1;
    },
    reserve: () => workbookId(crypto.randomUUID()),
    remember: (id: WorkbookId, name: string) => rememberWorkbook(catalogue, { id, name, opened: Date.now() }),
    open: (id: WorkbookId) => openIndexedDb(databaseOf(id)),
    mirror: (id: WorkbookId) => openOpfs([MIRROR_FOLDER, id]),
    tell: (message) => channel.postMessage(message),
    listen: (hear) => {
      channel.addEventListener("message", ({ data }) => {
        const message = v.safeParse(messageSchema, data);
        if (message.success) hear(message.output);
      });
    },
    alone: async <T>(name: string, work: () => Promise<T>): Promise<T> =>
      await navigator.locks.request(`tierbook/${name}`, work),
    now: () => Date.now(),
  };
}
