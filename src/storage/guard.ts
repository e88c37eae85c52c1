/** Deletes nothing unless there is room: on a full disk, deleting made Chromium raze the whole database. */
import { PROBE_KEY } from "./keys.ts";
import type { KeyValue } from "./keyvalue.ts";

/** Far more than noting a deletion needs, and of a kind that cannot be compressed. */
const PROBE_BYTES = 1 << 16;

export function guarded(kv: KeyValue): KeyValue {
  return {
    get: (key) => kv.get(key),
    getMany: (keys) => kv.getMany(keys),
    add: (key, bytes, anchor) => kv.add(key, bytes, anchor),
    putMany: (entries) => kv.putMany(entries),
    keys: (prefix, from) => kv.keys(prefix, from),
    delete: async (keys) => {
      await kv.putMany([{ key: PROBE_KEY, bytes: crypto.getRandomValues(new Uint8Array(PROBE_BYTES)) }]);
      // What it took is what the deletion then has.
      await kv.putMany([{ key: PROBE_KEY, bytes: new Uint8Array(0) }]);
      await kv.delete(keys);
    },
  };
}
