/** Deletes nothing unless there is room: on a full disk, deleting made Chromium raze the whole database. Or writes nothing at all. */
import { PROBE_KEY } from "./keys.ts";
import { type KeyValue, StorageError } from "./keyvalue.ts";

/** Far more than noting a deletion needs, and of a kind that cannot be compressed. */
const PROBE_BYTES = 1 << 16;

/** Rejects with a StorageError where there is no room for what a deletion notes. */
export async function probe(kv: KeyValue): Promise<void> {
  await kv.putMany([{ key: PROBE_KEY, bytes: crypto.getRandomValues(new Uint8Array(PROBE_BYTES)) }]);
  // What it took is what the deletion then has.
  await kv.putMany([{ key: PROBE_KEY, bytes: new Uint8Array(0) }]);
}

export function guarded(kv: KeyValue): KeyValue {
  return {
    get: (key) => kv.get(key),
    getMany: (keys) => kv.getMany(keys),
    add: (key, bytes, ...anchors) => kv.add(key, bytes, ...anchors),
    putMany: (entries, anchor) => kv.putMany(entries, anchor),
    keys: (prefix, from) => kv.keys(prefix, from),
    delete: async (keys, unless) => {
      await probe(kv);
      await kv.delete(keys, unless);
    },
  };
}

const refuse = (): never => {
  throw new StorageError({ type: "unavailable" });
};

/** To be read from only. */
export function readOnly({ get, getMany, keys }: Pick<KeyValue, "get" | "getMany" | "keys">): KeyValue {
  return { get, getMany, keys, add: refuse, putMany: refuse, delete: refuse };
}
