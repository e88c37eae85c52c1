/** Which workbook opens, and whether it may: what is found is compared with what was saved, and with the build that saved it. */
import type { Change } from "../core/change/index.ts";
import type { WorkbookId } from "../core/model/index.ts";
import type { Glance } from "../core/schema/glance.ts";
import type { Environment, Session } from "../engine/session/session.ts";
import {
  type Alone,
  type Damage,
  failureOf,
  type KeyValue,
  type OpenStore,
  openStore,
  readGlance,
  type Store,
} from "../storage/index.ts";
import type { StartResult } from "./api.ts";
import { openSession } from "./opening.ts";
import type { Platform } from "./platform.ts";
import { standpointOf, type Witnesses } from "./witnesses.ts";

/** Milliseconds that opening waits for the first rows to be painted, where they are known beforehand. */
const MOST_PAINTING = 300;

export type Current =
  | Exclude<StartResult, { readonly type: "open" }>
  /** What stood before a newer version went on. */
  | { readonly type: "older"; readonly session: Session; readonly time: number }
  | {
      readonly type: "open";
      readonly id: WorkbookId;
      readonly kv: KeyValue;
      readonly session: Session;
      readonly store: Store;
      /** Those that no snapshot holds. */
      readonly changes: readonly Change[];
      /** What was painted already. */
      readonly glance: Glance | null;
      readonly damage: readonly Damage[];
    };

export interface Around {
  readonly platform: Platform;
  readonly environment: Environment;
  readonly witnesses: Witnesses;
  readonly mending: (id: WorkbookId) => Alone;
  /** Resolves when its rows are on the screen. */
  readonly paint: (glance: Glance) => unknown;
}

export async function findCurrent(wanted: WorkbookId | null, around: Around): Promise<Current> {
  const { platform, environment, witnesses } = around;
  let id: WorkbookId | null;
  try {
    id = await holdCurrent(wanted, around);
  } catch (error) {
    return { type: "failed", failure: failureOf(error) };
  }
  if (id === null) return { type: "none" };
  const kv = platform.open(id);
  const glance = await paintGlance(kv, id, around);
  const opened = await openStore(kv, id, around.mending(id), platform.mirror(id));
  switch (opened.type) {
    case "failed":
      return opened;
    case "tooNew":
      return readOlder(id, opened.readable, environment);
    case "lost":
      return { type: "damaged", damage: opened.damage };
    case "empty":
      // The workbook was there, so an empty database is a loss and never a new beginning.
      return { type: "setBack", witness: witnesses.of(id), found: null };
    case "open": {
      const { store, entries, damage } = opened;
      const session = await openSession(id, opened, environment);
      if (session === null) return { type: "damaged", damage };
      const found = standpointOf(session);
      const damaged = damage.some(({ healed }) => !healed);
      const witness = witnesses.against(id, found, damaged);
      if (witness !== null) return { type: "setBack", witness, found };
      const changes = entries.flatMap(({ action }) => (action.type === "do" ? [action.change] : []));
      return { type: "open", id, kv, session, store, changes, glance, damage };
    }
  }
}

/**
 * Held before any of it is read: what is held by a tab is not removed. Until it was, another tab may have deleted it for
 * good, so that it is asked for once more. Rejects with a StorageError.
 */
async function holdCurrent(
  wanted: WorkbookId | null,
  { platform, witnesses }: Around,
): Promise<WorkbookId | null> {
  for (let held: WorkbookId | null = null; ; ) {
    // The catalogue may be lost too: it lies where the workbooks do.
    const id = (await platform.current(wanted)) ?? witnesses.last;
    if (id === null || id === "none") return null;
    if (id === held) return id;
    await platform.hold(id);
    held = id;
  }
}

/** Has the interface paint what it may until the rows are read. Null: there is nothing that still holds. */
async function paintGlance(
  kv: KeyValue,
  id: WorkbookId,
  { environment, witnesses, paint }: Around,
): Promise<Glance | null> {
  const glance = await readGlance(kv, id, environment.today(), witnesses.of(id));
  if (glance === null) return null;
  // Reading the rows at the same time would take the processor from the grid that comes up.
  const pause = new Promise((resolve) => setTimeout(resolve, MOST_PAINTING));
  await Promise.race([paint(glance), pause]);
  return glance;
}

async function readOlder(
  id: WorkbookId,
  readable: OpenStore | null,
  environment: Environment,
): Promise<Current> {
  const session = readable === null ? null : await openSession(id, readable, environment);
  if (readable === null || session === null) return { type: "tooNew", past: null };
  const last = await readable.store.history(session.seq, session.seq);
  const time = last.type === "history" ? last.entries[0]?.time : undefined;
  return time === undefined ? { type: "tooNew", past: null } : { type: "older", session, time };
}
