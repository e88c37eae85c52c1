/** From what the storage found to an open session: snapshot, then the journal's tail, undo and redo resolved. */
import { type Change, ChangeMisfit, invert, type JournalEntry } from "../core/change/index.ts";
import { emptyWorkbook, type WorkbookId } from "../core/model/index.ts";
import { type Environment, Session } from "../engine/session/session.ts";
import {
  type Alone,
  type Damage,
  type KeyValue,
  type MirrorFiles,
  type OpenStore,
  openStore,
  type StorageFailure,
  type Store,
} from "../storage/index.ts";
import type { Platform } from "./platform.ts";

/** Damage is set aside by one tab at a time. */
export const mending =
  (platform: Platform, id: WorkbookId): Alone =>
  (work) =>
    platform.alone(`${id}/mend`, work);

type ChangeOf = (seq: number) => Promise<Change | null>;

/** The change of a stored entry, or null where it cannot be read any more. */
export async function readChange(store: Store, seq: number): Promise<Change | null> {
  const result = await store.read(seq);
  return result.type === "entry" && result.entry.action.type === "do" ? result.entry.action.change : null;
}

/** What the journal's tail needs of the changes that are in memory. */
export interface Known {
  get(seq: number): Change | null;
}

export interface Effect {
  readonly entry: JournalEntry;
  /** What it does to the state: undo and redo resolved. */
  readonly change: Change;
}

/** Null: an entry names a change that cannot be read any more. */
export async function effectsOf(
  entries: readonly JournalEntry[],
  store: Store,
  known: Known,
): Promise<readonly Effect[] | null> {
  const tail = new Map(entries.map((entry) => [entry.seq, entry.action] as const));
  const changeOf: ChangeOf = async (seq) => {
    const action = tail.get(seq);
    return action?.type === "do" ? action.change : (known.get(seq) ?? (await readChange(store, seq)));
  };
  const effects: Effect[] = [];
  for (const entry of entries) {
    const change = await effect(entry, changeOf);
    if (change === null) return null;
    effects.push({ entry, change });
  }
  return effects;
}

/** What an entry does to the state. */
async function effect(entry: JournalEntry, changeOf: ChangeOf): Promise<Change | null> {
  if (entry.action.type === "do") return entry.action.change;
  const change = await changeOf(entry.action.seq);
  if (change === null) return null;
  return entry.action.type === "undo" ? invert(change) : change;
}

/** Undo and redo of what the snapshot holds already. Damaged entries end what can be undone, and nothing else. */
async function recall({ history }: Session, store: Store, last: number): Promise<void> {
  const past = await store.history(1, last);
  const entries = past.type === "history" ? past.entries : [];
  let expected = 1;
  for (const entry of entries) {
    if (entry.seq !== expected) history.tear();
    history.record(entry);
    expected = entry.seq + 1;
  }
  if (expected <= last) history.tear();
}

/** Null: an entry of the journal no longer fits what is left before it. */
export async function openSession(
  id: WorkbookId,
  opened: OpenStore,
  environment: Environment,
): Promise<Session | null> {
  const { store, snapshot, entries } = opened;
  const session = new Session(snapshot ?? emptyWorkbook(id), environment);
  if (snapshot !== null) await recall(session, store, snapshot.seq);
  const effects = await effectsOf(entries, store, { get: () => null });
  if (effects === null) return null;
  try {
    for (const { entry, change } of effects) session.replay(entry, change);
  } catch (error) {
    if (error instanceof ChangeMisfit) return null;
    throw error;
  }
  return session;
}

export type Reopened =
  | {
      readonly type: "open";
      readonly session: Session;
      readonly store: Store;
      readonly damage: readonly Damage[];
    }
  | { readonly type: "tooNew" }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** A workbook that is open already, read anew: where nothing is left it has vanished, where the rest makes no sense there is less than there was. */
export async function reopen(
  kv: KeyValue,
  id: WorkbookId,
  alone: Alone,
  environment: Environment,
  mirror: MirrorFiles,
): Promise<Reopened> {
  const opened = await openStore(kv, id, alone, mirror);
  if (opened.type === "tooNew") return { type: "tooNew" };
  if (opened.type === "failed") return opened;
  if (opened.type === "empty") return { type: "failed", failure: { type: "vanished" } };
  const session = opened.type === "open" ? await openSession(id, opened, environment) : null;
  if (session === null || opened.type !== "open") return { type: "failed", failure: { type: "behind" } };
  return { type: "open", session, store: opened.store, damage: opened.damage };
}
