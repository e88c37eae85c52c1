/**
 * Sweeps parts of bulk changes that no record names: whoever wrote them died before the record, or gave them up. Another tab
 * may be about to name them, which costs it nothing but writing them once more (S5).
 */
import { decodeRecord } from "./codec/record.ts";
import { JOURNAL, journalKey, lastNumber, PARTS, partOf, QUARANTINE } from "./keys.ts";
import type { KeyValue } from "./keyvalue.ts";
import { batches, decoded, READ_BATCH, readRecords } from "./records.ts";

interface Part {
  readonly key: string;
  readonly id: string;
  readonly seq: number;
}

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

/** None where a record cannot be read. Mostly the one that bears a part's number names it, and the rest of the journal is not read. */
async function unnamedOf(
  kv: KeyValue,
  parts: readonly Part[],
  journal: readonly string[],
): Promise<readonly string[]> {
  const likely = new Set(parts.map(({ seq }) => journalKey(seq)));
  const named = await namedIn(
    kv,
    journal.filter((key) => likely.has(key)),
  );
  const left = parts.filter(({ id }) => named !== null && !named.has(id));
  if (left.length === 0) return [];
  const from = journalKey(left.reduce((least, { seq }) => Math.min(least, seq), Number.POSITIVE_INFINITY));
  const later = await namedIn(
    kv,
    journal.filter((key) => key >= from && !likely.has(key)),
  );
  return left.filter(({ id }) => later !== null && !later.has(id)).map(({ key }) => key);
}

/**
 * `head`: number of the last entry that is known here. `sole`: whether no other tab has the workbook open; a tab of an older build
 * takes no notice of a sweep. Rejects with a StorageError.
 */
export async function sweepParts(kv: KeyValue, head: number, sole: () => Promise<boolean>): Promise<void> {
  const parts = (await kv.keys(PARTS)).flatMap((key) => {
    const part = partOf(key);
    return part === null ? [] : [{ key, ...part }];
  });
  // A record that was set aside may name some, and be wanted back.
  if (parts.length === 0 || (await kv.keys(QUARANTINE)).length > 0) return;
  // Asked behind the list: what a tab writes that opens afterwards is not in it.
  if (!(await sole())) return;
  const journal = await kv.keys(JOURNAL);
  const unnamed = await unnamedOf(kv, parts, journal);
  const last = Math.max(head, lastNumber(journal.at(-1) ?? "") ?? 0);
  // Once more for a tab of an older build that has opened since: it names parts by their content, and may write these very ones.
  if (unnamed.length === 0 || !(await sole())) return;
  // A record that came meanwhile may name them: whichever it is, the next number is taken.
  await kv.delete(unnamed, journalKey(last + 1));
}
