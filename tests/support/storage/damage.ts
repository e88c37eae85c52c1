/** Ways to damage what is on the disk. */
import { decodeRoot, encodeRoot, type SheetRef } from "../../../src/storage/codec/root.ts";
import { frame, unframe } from "../../../src/storage/frame.ts";
import { chunkKey, orderKey, ROOTS } from "../../../src/storage/keys.ts";
import type { Bytes } from "../../../src/storage/keyvalue.ts";
import type { Disk } from "./memory.ts";

const find = (disk: Disk, key: string): Bytes => {
  const bytes = disk.get(key);
  if (bytes === undefined) throw new Error(`no ${key}`);
  return bytes;
};

export const keysOf = (disk: Disk, prefix: string): string[] =>
  [...disk.keys()].filter((key) => key.startsWith(prefix)).sort();

/** `at` from 0 up to 1 chooses the bit. */
export function flipBit(disk: Disk, key: string, at: number): void {
  const bytes = find(disk, key).slice();
  const bit = Math.floor(at * bytes.length * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  disk.set(key, bytes);
}

export async function payloadOf(disk: Disk, key: string): Promise<Bytes> {
  const unframed = await unframe(key, find(disk, key));
  if (!unframed.ok) throw new Error(`${key}: ${unframed.damage}`);
  return unframed.payload;
}

/** Puts another payload under a checksum that fits: damage as it were if there were no checksum. */
export async function reseal(disk: Disk, key: string, payload: Bytes): Promise<Bytes> {
  const { bytes, hash } = await frame(key, payload);
  disk.set(key, bytes);
  return hash;
}

/** Reseals a record that the newest root names, and the root with it. */
async function resealNamed(
  disk: Disk,
  key: string,
  payload: Bytes,
  rename: (sheet: SheetRef, hash: Bytes) => SheetRef,
): Promise<void> {
  const hash = await reseal(disk, key, payload);
  const rootKey = keysOf(disk, ROOTS).at(-1) ?? "";
  const root = decodeRoot(await payloadOf(disk, rootKey));
  const sheets = root.sheets.map((sheet) => rename(sheet, hash));
  await reseal(disk, rootKey, encodeRoot({ ...root, sheets }));
}

export function resealChunk(disk: Disk, key: string, payload: Bytes): Promise<void> {
  return resealNamed(disk, key, payload, (sheet, hash) => ({
    ...sheet,
    chunks: sheet.chunks.map((chunk, index) =>
      chunkKey(sheet.sheet, index, chunk.gen) === key ? { ...chunk, hash } : chunk,
    ),
  }));
}

export function resealOrder(disk: Disk, key: string, payload: Bytes): Promise<void> {
  return resealNamed(disk, key, payload, (sheet, hash) =>
    orderKey(sheet.sheet, sheet.order.gen) === key ? { ...sheet, order: { ...sheet.order, hash } } : sheet,
  );
}
