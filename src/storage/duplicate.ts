/** A workbook's records in a database of their own, as another workbook: its history and its undo go with it. */
import type { WorkbookId } from "../core/model/index.ts";
import { decodeRoot, encodeRoot } from "./codec/root.ts";
import { formatEntry } from "./format.ts";
import { frame } from "./frame.ts";
import { CHUNKS, JOURNAL, ORDERS, PARTS, ROOTS, TEXT_ORDERS } from "./keys.ts";
import type { Entry, KeyValue } from "./keyvalue.ts";
import { putVerified } from "./prepare.ts";
import { batches, checkRecord, decoded } from "./records.ts";

/** Parts of a bulk change are 1 MB each. */
const RECORDS_AT_ONCE = 16;

/** A root names the workbook it is of. What is damaged is copied as it is: it is found where it is read. */
async function renamed({ key, bytes }: Entry, workbook: WorkbookId): Promise<Entry> {
  const root = decoded(await checkRecord(key, bytes), decodeRoot);
  if (!root.ok) return { key, bytes };
  const own = { ...root.value, workbook: { ...root.value.workbook, id: workbook } };
  return { key, bytes: (await frame(key, encodeRoot(own))).bytes };
}

/**
 * Into `to`, which is empty, and each piece read back. False: another tab swept a record away meanwhile; what was copied
 * is no workbook then. The journal comes first, so that what it names is there. Rejects with a StorageError.
 */
export async function copyRecords(from: KeyValue, to: KeyValue, workbook: WorkbookId): Promise<boolean> {
  await to.putMany([await formatEntry(workbook)]);
  for (const prefix of [JOURNAL, PARTS, ROOTS, CHUNKS, ORDERS, TEXT_ORDERS]) {
    for (const keys of batches(await from.keys(prefix), RECORDS_AT_ONCE)) {
      const entries: Entry[] = [];
      for (const [index, bytes] of (await from.getMany(keys)).entries()) {
        const key = keys[index];
        if (bytes === undefined || key === undefined) return false;
        entries.push(prefix === ROOTS ? await renamed({ key, bytes }, workbook) : { key, bytes });
      }
      await putVerified(to, entries);
    }
  }
  return true;
}
