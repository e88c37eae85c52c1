/**
 * Stores of earlier builds. Those under `stores/` were written by the builds themselves, on the days they are named after;
 * `asBefore` makes a store of today look as the last build of version 1, 2 or 3 would have left it.
 */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { decodeRecord, encodeRecord } from "../../../src/storage/codec/record.ts";
import { decodeRoot, encodeRoot } from "../../../src/storage/codec/root.ts";
import { encodeFormat } from "../../../src/storage/format.ts";
import { FORMAT_KEY, GLANCE_KEY, JOURNAL, lastNumber, ROOTS } from "../../../src/storage/keys.ts";
import type { Bytes } from "../../../src/storage/keyvalue.ts";
import { keysOf, payloadOf, reseal } from "./damage.ts";
import type { Disk } from "./memory.ts";
import { WORKBOOK } from "./script.ts";

/** First in every payload that has definitions, and one byte. */
function withVersion(payload: Bytes, version: number): Bytes {
  const copy = payload.slice();
  copy[0] = version;
  return copy;
}

/** A journal's checksums lead from record to record, and a root names one of them. */
export async function asBefore(disk: Disk, workbook = WORKBOOK.id, version: 1 | 2 | 3 = 1): Promise<void> {
  disk.delete(GLANCE_KEY);
  await reseal(disk, FORMAT_KEY, encodeFormat({ format: version, lowestReader: version, workbook }));
  const hashes = new Map<number, Bytes>();
  for (const key of keysOf(disk, JOURNAL)) {
    const record = decodeRecord(await payloadOf(disk, key));
    const { seq } = record.head;
    const previous = hashes.get(seq - 1) ?? record.previous;
    hashes.set(seq, await reseal(disk, key, withVersion(encodeRecord({ ...record, previous }), version)));
  }
  for (const key of keysOf(disk, ROOTS)) {
    const root = decodeRoot(await payloadOf(disk, key));
    const payload = encodeRoot({ ...root, hash: hashes.get(root.seq) ?? root.hash, held: null });
    // What version 1 has not at the end: that nothing is held.
    await reseal(disk, key, withVersion(version === 1 ? payload.slice(0, -1) : payload, version));
  }
}

/** Keys of snapshots up to a generation, with their bytes. */
export function generationsUpTo(disk: Disk, gen: number): Disk {
  const snapshots = ["c/", "o/", "t/", ROOTS];
  return new Map(
    [...disk].filter(
      ([key]) => snapshots.some((prefix) => key.startsWith(prefix)) && (lastNumber(key) ?? 0) <= gen,
    ),
  );
}

export interface Earlier {
  readonly disk: Disk;
  /** Entries. */
  readonly saved: number;
  /** As the build showed it. */
  readonly picture: unknown;
}

export async function readEarlier(name: string): Promise<Earlier> {
  const path = new URL(`stores/${name}.json.gz`, import.meta.url);
  const stored: { saved: number; disk: Record<string, string>; picture: unknown } = JSON.parse(
    gunzipSync(await readFile(path)).toString(),
  );
  const disk = new Map(
    Object.entries(stored.disk).map(([key, text]) => [key, new Uint8Array(Buffer.from(text, "base64"))]),
  );
  return { saved: stored.saved, disk, picture: stored.picture };
}
