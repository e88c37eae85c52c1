/** Snapshots in the mirror, to look at and to put into a database of their own: nothing that is there is touched. */
import type { WorkbookId } from "../core/model/index.ts";
import { encodeRoot, type NamedRecord, namedBy } from "./codec/root.ts";
import { formatEntry } from "./format.ts";
import { frame, sameBytes } from "./frame.ts";
import { readOnly } from "./guard.ts";
import { JOURNAL, RESTORED_KEY, rootKey } from "./keys.ts";
import type { Bytes, Entry, KeyValue } from "./keyvalue.ts";
import { type Loaded, loadSnapshot } from "./load.ts";
import type { Copy, Mirror } from "./mirror.ts";
import { putVerified } from "./prepare.ts";
import { batches, checkRecord, READ_BATCH, readRecord } from "./records.ts";

/** A copy's records, to be read from as from a database. */
function readingFrom(content: ReadonlyMap<string, Bytes>): KeyValue {
  return readOnly({
    get: async (key) => content.get(key),
    getMany: async (keys) => keys.map((key) => content.get(key)),
    keys: async (prefix) => [...content.keys()].filter((key) => key.startsWith(prefix)).sort(),
  });
}

/** What a copy holds, with what other copies make up for; null where its root is damaged. */
export async function loadCopy(mirror: Mirror, copy: Copy): Promise<Loaded | null> {
  const found = await mirror.root(copy);
  if (found === null) return null;
  return loadSnapshot(readingFrom(await mirror.content(copy.name)), found.root, mirror);
}

async function recordOf(
  content: ReadonlyMap<string, Bytes>,
  mirror: Mirror,
  { key, hash }: NamedRecord,
): Promise<Entry | null> {
  const own = content.get(key);
  const record = await checkRecord(key, own);
  const sound = record.ok && sameBytes(record.hash, hash);
  const bytes = sound && own !== undefined ? own : await mirror.find(key, hash);
  return bytes === null ? null : { key, bytes };
}

async function mark(kv: KeyValue, whole: boolean): Promise<void> {
  await putVerified(kv, [
    { key: RESTORED_KEY, bytes: (await frame(RESTORED_KEY, Uint8Array.of(whole ? 1 : 0))).bytes },
  ]);
}

/** What was restored was read back and found right. */
export const markRestored = (kv: KeyValue): Promise<void> => mark(kv, true);

/** What was restored is not to be: it goes where it can, as what is half restored does. */
export const markUnfinished = (kv: KeyValue): Promise<void> => mark(kv, false);

/** Restoring began here and did not end, and nobody has worked with it: it can be restored again, and go. */
export async function isHalfRestored(kv: KeyValue): Promise<boolean> {
  const record = await readRecord(kv, RESTORED_KEY);
  return record.ok && record.payload[0] === 0 && (await kv.keys(JOURNAL)).length === 0;
}

/**
 * Puts what the copy holds into a new, empty database, as another workbook; false where its root is damaged. The
 * journal goes on from where the copy was; what was done before cannot be undone there. Until `markRestored` it counts as half
 * restored.
 */
export async function restoreCopy(
  mirror: Mirror,
  copy: Copy,
  kv: KeyValue,
  workbook: WorkbookId,
): Promise<boolean> {
  const found = await mirror.root(copy);
  if (found === null) return false;
  const { root } = found;
  const content = await mirror.content(copy.name);
  await markUnfinished(kv);
  await kv.putMany([await formatEntry(workbook)]);
  for (const batch of batches(namedBy(root), READ_BATCH)) {
    const records = await Promise.all(batch.map((named) => recordOf(content, mirror, named)));
    await putVerified(
      kv,
      records.filter((record) => record !== null),
    );
  }
  const key = rootKey(root.gen);
  const renamed = encodeRoot({ ...root, workbook: { ...root.workbook, id: workbook } });
  await putVerified(kv, [{ key, bytes: (await frame(key, renamed)).bytes }]);
  return true;
}
