/** What must be done before the first write into a store that was opened: damage set aside, `fmt` in place. */
import type { WorkbookId } from "../core/model/index.ts";
import { formatEntry } from "./format.ts";
import { digestName, sameBytes, sha256 } from "./frame.ts";
import { quarantineKey } from "./keys.ts";
import { type Bytes, type Entry, failureOf, type KeyValue, StorageError } from "./keyvalue.ts";
import { batches, READ_BATCH } from "./records.ts";
import type { Aside } from "./recovery.ts";

/** What the platform cannot read cannot be copied; it may only stay where it stays in its place anyway. */
async function readOriginal(kv: KeyValue, { key, remove }: Aside): Promise<Bytes | undefined> {
  try {
    return await kv.get(key);
  } catch (error) {
    if (remove || failureOf(error).type !== "unknown") throw error;
    return undefined;
  }
}

async function copyOf(kv: KeyValue, aside: Aside): Promise<Entry[]> {
  const bytes = await readOriginal(kv, aside);
  if (bytes === undefined) return [];
  return [{ key: quarantineKey(aside.key, digestName(await sha256(bytes))), bytes }];
}

/** Copies each to `q/` and verifies the copies before anything leaves its place; may be cut off and done again. */
async function setAside(kv: KeyValue, all: readonly Aside[]): Promise<void> {
  for (const batch of batches(all, READ_BATCH)) {
    const copies = (await Promise.all(batch.map((aside) => copyOf(kv, aside)))).flat();
    await kv.putMany(copies);
    const back = await kv.getMany(copies.map(({ key }) => key));
    for (const [index, { key, bytes }] of copies.entries()) {
      const copy = back[index];
      if (copy === undefined || !sameBytes(copy, bytes)) throw new StorageError({ type: "unverified", key });
    }
  }
  const leaving = all.filter(({ remove }) => remove).map(({ key }) => key);
  if (leaving.length > 0) await kv.delete(leaving);
}

/** Done once, whoever asks first; after a failure the next call does it again. */
export function preparation(
  kv: KeyValue,
  workbook: WorkbookId,
  aside: readonly Aside[],
  writeFormat: boolean,
): () => Promise<void> {
  let done: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    if (aside.length > 0) await setAside(kv, aside);
    if (writeFormat) await kv.putMany([await formatEntry(workbook)]);
  };
  return () => {
    if (done !== null) return done;
    const running = run();
    done = running;
    running.catch(() => {
      done = null;
    });
    return running;
  };
}
