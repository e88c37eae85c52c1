/**
 * Sweeps parts of bulk changes that no record names: whoever wrote them died before the record, or gave them up. Another tab
 * may be about to name them, which costs it nothing but writing them once more (S5).
 */
import { decodeRecord } from "./codec/record.ts";
import { JOURNAL, journalKey, lastNumber, PARTS, partOf, QUARANTINE } from "./keys.ts";
import type { KeyValue } from "./keyvalue.ts";
import { batches, decoded, READ_BATCH, readRecords } from "./records.ts";

/** Null where one of them cannot be read: nobody knows what it names. */
async function namedIn(kv: KeyValue, records: readonly string[]): Promise<ReadonlySet<string> | null> {
  const named = new Set<string>();
  for (const batch of batches(records, READ_BATCH)) {
    for (const stored of await readRecords(kv, batch)) {
      const record = decoded(stored, decodeRecord);
      if (!record.ok) return null;
      const { change } = record.value;
      if (change?.at === "parts") named.add(change.id);
    }
  }
  return named;
}

/** `head`: number of the last entry that is known here. Rejects with a StorageError. */
export async function sweepParts(kv: KeyValue, head: number): Promise<void> {
  const parts = (await kv.keys(PARTS)).flatMap((key) => {
    const part = partOf(key);
    return part === null ? [] : [{ key, ...part }];
  });
  // A record that was set aside may name some, and be wanted back.
  if (parts.length === 0 || (await kv.keys(QUARANTINE)).length > 0) return;
  const journal = await kv.keys(JOURNAL);
  const from = journalKey(parts.reduce((least, { seq }) => Math.min(least, seq), Number.POSITIVE_INFINITY));
  const named = await namedIn(
    kv,
    journal.filter((key) => key >= from),
  );
  if (named === null) return;
  const unnamed = parts.filter(({ id }) => !named.has(id)).map(({ key }) => key);
  const last = Math.max(head, lastNumber(journal.at(-1) ?? "") ?? 0);
  // A record that came meanwhile may name them: whichever it is, the next number is taken.
  if (unnamed.length > 0) await kv.delete(unnamed, journalKey(last + 1));
}
