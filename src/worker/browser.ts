/** The browser as the host's platform: IndexedDB, a channel between tabs, and Web Locks. */
import * as v from "valibot";
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import {
  CATALOGUE_DATABASE,
  databaseOf,
  MIRROR_FOLDER,
  nextWorkbook,
  openIndexedDb,
  openOpfs,
  rememberWorkbook,
} from "../storage/index.ts";
import { Holding, takeAway } from "./holding.ts";
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

export function browserPlatform(): Platform {
  const catalogue = openIndexedDb(CATALOGUE_DATABASE);
  const holding = new Holding();
  const channel = new BroadcastChannel(CHANNEL);
  return {
    current: (wanted) => nextWorkbook(catalogue, wanted),
    catalogue: () => catalogue,
    remove: (id) => takeAway(id),
    hold: (id) => holding.hold(id),
    sole: (id) => holding.sole(id),
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
