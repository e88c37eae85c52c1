/** Reading stored records: unframed, checked, decoded; what is wrong comes back as a reason. */
import { Malformed, Newer } from "./codec/bytes.ts";
import type { DamageReason } from "./damage.ts";
import { unframe } from "./frame.ts";
import { type Bytes, failureOf, type KeyValue, mayBeOfRecord } from "./keyvalue.ts";

export type StoredRecord =
  | { readonly ok: true; readonly key: string; readonly payload: Bytes; readonly hash: Bytes }
  | { readonly ok: false; readonly key: string; readonly reason: DamageReason };

export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly hash: Bytes }
  | { readonly ok: false; readonly reason: DamageReason };

/** Bounds what is in memory at once: a chunk is some 100 kB. */
export const READ_BATCH = 64;

/** Found under `key`, checked. */
export async function checkRecord(key: string, bytes: Bytes | undefined): Promise<StoredRecord> {
  if (bytes === undefined) return { ok: false, key, reason: "missing" };
  const unframed = await unframe(key, bytes);
  return unframed.ok
    ? { ok: true, key, payload: unframed.payload, hash: unframed.hash }
    : { ok: false, key, reason: unframed.damage };
}

/** Chromium refuses a value whose file it lost with a DataError: that record is damaged, the others are not. */
async function readAlone(kv: KeyValue, key: string): Promise<StoredRecord> {
  try {
    return await checkRecord(key, await kv.get(key));
  } catch (error) {
    if (!mayBeOfRecord(failureOf(error))) throw error;
    return { ok: false, key, reason: "unreadable" };
  }
}

/** In the order of `keys`. Rejects with a StorageError when the storage, and not a record, is at fault. */
export async function readRecords(kv: KeyValue, keys: readonly string[]): Promise<readonly StoredRecord[]> {
  try {
    const values = await kv.getMany(keys);
    return await Promise.all(keys.map((key, index) => checkRecord(key, values[index])));
  } catch (error) {
    if (!mayBeOfRecord(failureOf(error))) throw error;
    return Promise.all(keys.map((key) => readAlone(kv, key)));
  }
}

export async function readRecord(kv: KeyValue, key: string): Promise<StoredRecord> {
  const [record] = await readRecords(kv, [key]);
  return record ?? { ok: false, key, reason: "missing" };
}

export function decoded<T>(record: StoredRecord, decode: (payload: Bytes) => T): Decoded<T> {
  if (!record.ok) return record;
  try {
    return { ok: true, value: decode(record.payload), hash: record.hash };
  } catch (error) {
    if (error instanceof Newer) return { ok: false, reason: "newer" };
    if (error instanceof Malformed) return { ok: false, reason: "malformed" };
    throw error;
  }
}

export function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
