/** What must be done before the first write into a store that was opened: damage set aside, `fmt` in place. */
import type { WorkbookId } from "../core/model/index.ts";
import { formatEntry } from "./format.ts";
import { digestName, sameBytes, sha256 } from "./frame.ts";
import { FORMAT_KEY, quarantineKey } from "./keys.ts";
import { type Bytes, type Entry, failureOf, type KeyValue, mayBeOfRecord, StorageError } from "./keyvalue.ts";
import { batches, READ_BATCH } from "./records.ts";

/** A record to copy to `q/`; a journal record also leaves its place, which the next change will need. */
export interface Aside {
  readonly key: string;
  readonly remove: boolean;
  /** The platform failed to read it; if it can by now, then nothing was damaged and all of it must be read anew. */
  readonly unreadable: boolean;
  /** Checksum of what stood there when it was judged; null where it was not read, or only gets copied. */
  readonly print: Bytes | null;
}

/** Runs work that only one tab at a time may do. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** Null: the platform cannot read it. It cannot be copied then, and may only stay where it stays in its place anyway. */
async function readOriginal(kv: KeyValue, { key, remove }: Aside): Promise<Bytes | undefined | null> {
  try {
    return await kv.get(key);
  } catch (error) {
    if (remove || !mayBeOfRecord(failureOf(error))) throw error;
    return null;
  }
}

/** Null where it is not what was judged: the platform reads it again, or another tab has been here. */
async function copyOf(kv: KeyValue, aside: Aside): Promise<readonly Entry[] | null> {
  const bytes = await readOriginal(kv, aside);
  if (bytes === null) return [];
  if (bytes !== undefined) {
    if (aside.unreadable) return null;
    if (aside.remove && (aside.print === null || !sameBytes(aside.print, await sha256(bytes)))) return null;
    return [{ key: quarantineKey(aside.key, digestName(await sha256(bytes))), bytes }];
  }
  // What only gets copied cannot have gone by an earlier try of ours: another tab has swept it, or all is gone.
  return aside.remove ? [] : null;
}

export async function putVerified(kv: KeyValue, entries: readonly Entry[]): Promise<void> {
  await kv.putMany(entries);
  const back = await kv.getMany(entries.map(({ key }) => key));
  for (const [index, { key, bytes }] of entries.entries()) {
    const there = back[index];
    if (there === undefined || !sameBytes(there, bytes)) throw new StorageError({ type: "unverified", key });
  }
}

/**
 * Copies each to `q/` and verifies the copies before anything leaves its place; may be cut off and done again.
 * False if the store is not as it was read. Only one tab at a time: between the look and the deletion another would
 * put a good record where a damaged one stood.
 */
async function setAside(kv: KeyValue, all: readonly Aside[]): Promise<boolean> {
  const leaving: string[] = [];
  for (const batch of batches(all, READ_BATCH)) {
    const copies: Entry[] = [];
    for (const [index, copy] of (await Promise.all(batch.map((aside) => copyOf(kv, aside)))).entries()) {
      if (copy === null) return false;
      const aside = batch[index];
      // What is gone by now may have been replaced by the time of the deletion.
      if (aside?.remove && copy.length > 0) leaving.push(aside.key);
      copies.push(...copy);
    }
    await putVerified(kv, copies);
  }
  if (leaving.length > 0) await kv.delete(leaving);
  return true;
}

/**
 * What is to become of `fmt`. "raise": an older build's; it must no longer open what is written from now on, and where it
 * is gone by then so is the store.
 */
export type FormatTask = "keep" | "write" | "raise";

export interface Todo {
  readonly aside: readonly Aside[];
  /** What the mirror gave, to be put in the place of damaged or missing records. */
  readonly restore: readonly Entry[];
  readonly format: FormatTask;
}

/** False: what could not be read at opening can be read now. Nothing may be written; open the store anew. */
export type Prepare = () => Promise<boolean>;

/** Done once, whoever asks first; after a failure the next call does it again. */
export function preparation(
  kv: KeyValue,
  workbook: WorkbookId,
  { aside, restore, format }: Todo,
  alone: Alone,
): Prepare {
  let done: Promise<boolean> | null = null;
  const run = async (): Promise<boolean> => {
    if (!(await setAside(kv, aside))) return false;
    for (const batch of batches(restore, READ_BATCH)) await putVerified(kv, batch);
    if (format !== "keep") {
      await kv.putMany([await formatEntry(workbook)], format === "raise" ? FORMAT_KEY : undefined);
    }
    return true;
  };
  return () => {
    if (done !== null) return done;
    const running = aside.length + restore.length === 0 ? run() : alone(run);
    done = running;
    running.catch(() => {
      done = null;
    });
    return running;
  };
}
