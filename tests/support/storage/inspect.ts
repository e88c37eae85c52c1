/** Reads every record of a store and names those that are not sound: damage also lies where opening never looks. */
import { decodeRecord } from "../../../src/storage/codec/record.ts";
import type { DamageReason } from "../../../src/storage/damage.ts";
import { digestName, sameBytes, sha256 } from "../../../src/storage/frame.ts";
import { FORMAT_KEY, JOURNAL, PROBE_KEY, QUARANTINE } from "../../../src/storage/keys.ts";
import { type Bytes, failureOf, type KeyValue, type StorageFailure } from "../../../src/storage/keyvalue.ts";
import {
  batches,
  decoded,
  READ_BATCH,
  readRecords,
  type StoredRecord,
} from "../../../src/storage/records.ts";

export interface Flaw {
  readonly key: string;
  readonly reason: DamageReason;
}

export type Inspection =
  | { readonly type: "inspected"; readonly records: number; readonly flaws: readonly Flaw[] }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** Follows the journal's checksums; keys come in their order. */
class ChainCheck {
  private previous: { readonly seq: number; readonly hash: Bytes } | null = null;

  reasonOf(stored: StoredRecord): DamageReason | null {
    const record = decoded(stored, decodeRecord);
    const before = this.previous;
    this.previous = record.ok ? { seq: record.value.head.seq, hash: record.hash } : null;
    if (!record.ok) return record.reason;
    // Behind a gap or a flaw there is nothing to compare with.
    const follows = before === null || before.seq + 1 !== record.value.head.seq;
    return follows || sameBytes(record.value.previous, before.hash) ? null : "chain";
  }
}

/** What was set aside has no frame that must hold: its key says its checksum. */
async function asideFlaw(key: string, bytes: Bytes | undefined): Promise<Flaw | null> {
  if (bytes === undefined) return { key, reason: "missing" };
  return key.endsWith(`/${digestName(await sha256(bytes))}`) ? null : { key, reason: "checksum" };
}

/** Reads only, a batch at a time. */
export async function inspectStore(kv: KeyValue): Promise<Inspection> {
  const flaws: Flaw[] = [];
  const chain = new ChainCheck();
  try {
    const keys = (await kv.keys("")).filter((key) => key !== PROBE_KEY);
    if (!keys.includes(FORMAT_KEY)) flaws.push({ key: FORMAT_KEY, reason: "missing" });
    const aside = keys.filter((key) => key.startsWith(QUARANTINE));
    for (const batch of batches(aside, READ_BATCH)) {
      const values = await kv.getMany(batch);
      const found = await Promise.all(batch.map((key, index) => asideFlaw(key, values[index])));
      flaws.push(...found.filter((flaw) => flaw !== null));
    }
    for (const batch of batches(
      keys.filter((key) => !key.startsWith(QUARANTINE)),
      READ_BATCH,
    )) {
      for (const record of await readRecords(kv, batch)) {
        const framed = record.ok ? null : record.reason;
        const reason = record.key.startsWith(JOURNAL) ? chain.reasonOf(record) : framed;
        if (reason !== null) flaws.push({ key: record.key, reason });
      }
    }
    return { type: "inspected", records: keys.length, flaws };
  } catch (error) {
    return { type: "failed", failure: failureOf(error) };
  }
}
