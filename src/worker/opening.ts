/** From what the storage found to an open session: snapshot, then the journal's tail, undo and redo resolved. */
import { type Change, ChangeMisfit, invert, type JournalEntry } from "../core/change/index.ts";
import { emptyWorkbook, type WorkbookId } from "../core/model/index.ts";
import { type Environment, Session } from "../engine/session/session.ts";
import type { OpenedStore, Store } from "../storage/index.ts";

export type ChangeOf = (seq: number) => Promise<Change | null>;

/** The change of a stored entry, or null where it cannot be read any more. */
export async function readChange(store: Store, seq: number): Promise<Change | null> {
  const result = await store.read(seq);
  return result.type === "entry" && result.entry.action.type === "do" ? result.entry.action.change : null;
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
  opened: Extract<OpenedStore, { type: "open" }>,
  environment: Environment,
): Promise<Session | null> {
  const { store, snapshot, entries } = opened;
  const session = new Session(snapshot ?? emptyWorkbook(id), environment);
  if (snapshot !== null) await recall(session, store, snapshot.seq);
  const tail = new Map(entries.map((entry) => [entry.seq, entry.action] as const));
  const changeOf: ChangeOf = async (seq) => {
    const action = tail.get(seq);
    return action?.type === "do" ? action.change : readChange(store, seq);
  };
  try {
    for (const entry of entries) {
      const change = await effect(entry, changeOf);
      if (change === null) return null;
      session.replay(entry, change);
    }
  } catch (error) {
    if (error instanceof ChangeMisfit) return null;
    throw error;
  }
  return session;
}
