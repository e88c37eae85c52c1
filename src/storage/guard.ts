/** Deletes nothing after an error until a write went through: on a full disk, deleting made Chromium raze it all. */
import { PROBE_KEY } from "./keys.ts";
import type { KeyValue } from "./keyvalue.ts";

export function guarded(kv: KeyValue): KeyValue {
  let suspect = false;
  const watch = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      suspect = true;
      throw error;
    }
  };
  return {
    get: (key) => watch(kv.get(key)),
    getMany: (keys) => watch(kv.getMany(keys)),
    add: (key, bytes, anchor) => watch(kv.add(key, bytes, anchor)),
    putMany: (entries) => watch(kv.putMany(entries)),
    keys: (prefix, from) => watch(kv.keys(prefix, from)),
    delete: async (keys) => {
      if (suspect) await kv.putMany([{ key: PROBE_KEY, bytes: new Uint8Array(1) }]);
      suspect = false;
      await watch(kv.delete(keys));
    },
  };
}
