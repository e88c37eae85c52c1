/**
 * The journal: one record per change, never rewritten. Adding the record is the only commit point; the parts of
 * a bulk change are on disk before it and mean nothing without it.
 */
import type { JournalEntry } from "../core/change/index.ts";
import { BulkWriter, partKeys } from "./bulk.ts";
import { joined } from "./codec/bytes.ts";
import { decodeChange } from "./codec/change.ts";
import {
  type ChangeBytes,
  decodeRecord,
  encodeRecord,
  type HistoryEntry,
  type JournalRecord,
  MARK_BYTES,
} from "./codec/record.ts";
import type { Damage, DamageReason } from "./damage.ts";
import { type Framed, frame, HASH_BYTES, sameBytes } from "./frame.ts";
import { FORMAT_KEY, journalKey, QUARANTINE } from "./keys.ts";
import {
  type Anchor,
  type Bytes,
  failureOf,
  isAnchored,
  type KeyValue,
  StorageError,
  type StorageFailure,
} from "./keyvalue.ts";
import type { Prepare } from "./prepare.ts";
import { batches, type Decoded, decoded, READ_BATCH, readRecord, readRecords } from "./records.ts";

/** A place in the chain: the record of `seq` has this checksum. */
export interface Position {
  readonly seq: number;
  readonly hash: Bytes;
}

export const ORIGIN: Position = { seq: 0, hash: new Uint8Array(HASH_BYTES) };

export type AppendResult =
  /** `broken`: the record before it has been damaged on the disk since, and a start would end there; only a snapshot makes up for it. */
  | { readonly type: "saved"; readonly broken?: true }
  /** The store is not as it was read, mostly because of another writer: reload, then do it again. */
  | { readonly type: "conflict" }
  /** An entry before it was not saved; `expected` is the number to go on with. */
  | { readonly type: "gap"; readonly expected: number }
  | { readonly type: "failed"; readonly failure: StorageFailure };

export type Followed =
  /** What came since, in order; empty if nothing did, or if it does not follow from what is known here. */
  | { readonly type: "entries"; readonly entries: readonly JournalEntry[] }
  /** A later build has written an entry that this one cannot read. */
  | { readonly type: "newer" }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** What it turns back is in memory, mostly; whoever applies it finds out. */
const followable = async (): Promise<boolean> => true;

/** Records looked for at once when following: mostly one has come. */
const FOLLOW_BATCH = 8;

export class Journal {
  private readonly kv: KeyValue;
  private readonly prepare: Prepare;
  private turn: Promise<unknown> = Promise.resolve();
  private last: Position;
  /** Records that were read or written here, ascending. None where a copy was restored: the journal begins behind it. */
  private readonly known: Position[];
  private readonly mark = crypto.getRandomValues(new Uint8Array(MARK_BYTES));
  private readonly bulk: BulkWriter;

  /** `known`: records that were read, up to that of `head`. `prepare` runs before each append, and must have succeeded for it to go on. */
  constructor(kv: KeyValue, head: Position, known: readonly Position[], prepare: Prepare) {
    this.kv = kv;
    this.bulk = new BulkWriter(kv);
    this.last = head;
    this.known = [...known];
    this.prepare = prepare;
  }

  /** The last entry that is durable. */
  get head(): Position {
    return this.last;
  }

  /** One at a time, in the order of the calls, since each record holds the checksum of the one before. */
  append(entry: JournalEntry): Promise<AppendResult> {
    const result = this.turn.then(() => this.write(entry));
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Goes on to what another tab has committed since. Never while an append's outcome is unknown. */
  follow(): Promise<Followed> {
    const result = this.turn.then(() => this.read());
    this.turn = result.catch(() => undefined);
    return result;
  }

  private async read(): Promise<Followed> {
    try {
      const { entries, passed, head, end } = await readChain(this.kv, this.last, FOLLOW_BATCH, followable);
      if (end.reason === "newer") return { type: "newer" };
      this.last = head;
      this.known.push(...passed);
      return { type: "entries", entries };
    } catch (error) {
      return { type: "failed", failure: failureOf(error) };
    }
  }

  private async write(entry: JournalEntry): Promise<AppendResult> {
    const expected = this.last.seq + 1;
    if (entry.seq !== expected) return { type: "gap", expected };
    try {
      if (!(await this.prepare())) return { type: "conflict" };
      return await this.commit(entry).catch((error: unknown) => this.commitAgain(entry, error));
    } catch (error) {
      return { type: "failed", failure: failureOf(error) };
    }
  }

  /** Where only its parts are gone, which may be swept before a record names them, they are written once more. */
  private async commitAgain(entry: JournalEntry, error: unknown): Promise<AppendResult> {
    if (failureOf(error).type !== "vanished" || (await this.kv.get(FORMAT_KEY)) === undefined) throw error;
    const [before] = this.before();
    if (before !== undefined && !isAnchored(await this.kv.get(before.key), before)) {
      // What follows it may be this very entry, by a try whose answer was lost: done again it would be there twice.
      const { key, record } = await this.framed(entry);
      if (!(await this.isThere(key, record))) return { type: "conflict" };
      this.goOn(entry, record);
      return { type: "saved", broken: true };
    }
    const { action } = entry;
    if (action.type !== "do" || !this.bulk.forget(action.change)) throw error;
    return this.commit(entry);
  }

  /** What was read or written here, and in whose place are sound records of another tab, which has set these aside. */
  async replaced(): Promise<readonly Damage[]> {
    const damage: Damage[] = [];
    for (const batch of batches(this.known, READ_BATCH)) {
      const records = await readRecords(
        this.kv,
        batch.map(({ seq }) => journalKey(seq)),
      );
      for (const [index, { seq, hash }] of batch.entries()) {
        const there = records[index];
        if (there?.ok && !sameBytes(there.hash, hash)) damage.push(changeDamage(seq, "chain"));
      }
    }
    return damage;
  }

  /**
   * Whether the last entry is still of the journal. Damaged where it lies it is, and a snapshot is its cure; where another tab
   * has set it aside, what follows in its place is that tab's, and a snapshot with this entry would pass it over.
   */
  async stands(): Promise<boolean> {
    if (this.known.length === 0) return true;
    const { seq, hash } = this.last;
    const key = journalKey(seq);
    const there = await readRecord(this.kv, key);
    if (there.ok) return sameBytes(there.hash, hash);
    return there.reason !== "missing" || (await this.kv.keys(`${QUARANTINE}${key}/`)).length === 0;
  }

  private async commit(entry: JournalEntry): Promise<AppendResult> {
    const { key, record, change } = await this.framed(entry);
    if ((await this.kv.add(key, record.bytes, ...this.anchors(change))) === "exists") {
      // An earlier try may have been written without our hearing of it; then it is this very record.
      if (!(await this.isThere(key, record))) return { type: "conflict" };
    }
    this.goOn(entry, record);
    return { type: "saved" };
  }

  private async framed({ seq, time, cause, action }: JournalEntry) {
    const change = action.type === "do" ? await this.bulk.place(seq, action.change) : null;
    const head: HistoryEntry = {
      seq,
      time,
      cause,
      action: action.type === "do" ? { type: "do" } : action,
    };
    const key = journalKey(seq);
    const payload = encodeRecord({ head, mark: this.mark, previous: this.last.hash, change });
    return { key, record: await frame(key, payload), change };
  }

  private async isThere(key: string, { bytes }: Framed): Promise<boolean> {
    const there = await this.kv.get(key);
    return there !== undefined && sameBytes(there, bytes);
  }

  private goOn({ seq }: JournalEntry, { hash }: Framed): void {
    this.last = { seq, hash };
    this.known.push(this.last);
  }

  /**
   * Beside the record before it, for another tab may have found that one damaged and set it aside, and what follows would be
   * reached by nobody. And beside the parts that it names: another tab sweeps away what nothing names.
   */
  private anchors(change: ChangeBytes | null): readonly Anchor[] {
    return [FORMAT_KEY, ...this.before(), ...(change?.at === "parts" ? partKeys(change) : [])];
  }

  private before(): readonly Exclude<Anchor, string>[] {
    const { seq, hash } = this.last;
    return this.known.length > 0 ? [{ key: journalKey(seq), end: hash }] : [];
  }
}

async function gather(kv: KeyValue, change: ChangeBytes): Promise<Decoded<Bytes>> {
  if (change.at === "here") return { ok: true, value: change.bytes, hash: ORIGIN.hash };
  const parts = await readRecords(kv, partKeys(change));
  const pieces: Bytes[] = [];
  for (const [index, part] of parts.entries()) {
    if (!part.ok) return part;
    const hash = change.hashes[index];
    if (hash === undefined || !sameBytes(part.hash, hash)) return { ok: false, reason: "chain" };
    pieces.push(part.payload);
  }
  return { ok: true, value: joined(pieces), hash: ORIGIN.hash };
}

/** The entry with its change; a bulk change is gathered from its parts. */
async function unpack(kv: KeyValue, { head, change }: JournalRecord): Promise<Decoded<JournalEntry>> {
  const { action } = head;
  if (action.type !== "do") return { ok: true, value: { ...head, action }, hash: ORIGIN.hash };
  if (change === null) return { ok: false, reason: "malformed" };
  const bytes = await gather(kv, change);
  if (!bytes.ok) return bytes;
  const whole = decoded({ ok: true, key: "", payload: bytes.value, hash: bytes.hash }, decodeChange);
  if (!whole.ok) return whole;
  return { ok: true, value: { ...head, action: { type: "do", change: whole.value } }, hash: whole.hash };
}

export type ReadResult =
  | { readonly type: "entry"; readonly entry: JournalEntry }
  | { readonly type: "damaged"; readonly damage: Damage }
  | { readonly type: "failed"; readonly failure: StorageFailure };

const changeDamage = (seq: number, reason: DamageReason): Damage => ({
  what: "change",
  seq,
  key: journalKey(seq),
  reason,
  healed: false,
});

/** One entry, however old. */
export async function readEntry(kv: KeyValue, seq: number): Promise<ReadResult> {
  try {
    const record = decoded(await readRecord(kv, journalKey(seq)), decodeRecord);
    const entry = record.ok ? await unpack(kv, record.value) : record;
    return entry.ok
      ? { type: "entry", entry: entry.value }
      : { type: "damaged", damage: changeDamage(seq, entry.reason) };
  } catch (error) {
    return { type: "failed", failure: failureOf(error) };
  }
}

export interface Chain {
  readonly entries: readonly JournalEntry[];
  /** Where each of them stands. */
  readonly passed: readonly Position[];
  readonly head: Position;
  /** What ended the chain, where something did; "missing" is also how a sound journal ends. */
  readonly end: Damage;
}

/** Whether what it turns back or repeats can be read; an entry after `start` was read already. */
async function canBeApplied(kv: KeyValue, { action }: JournalEntry, start: Position): Promise<boolean> {
  if (action.type === "do" || action.seq > start.seq) return true;
  const target = await readEntry(kv, action.seq);
  if (target.type === "failed") throw new StorageError(target.failure);
  return target.type === "entry";
}

/**
 * The longest run of sound entries that follow `start`, each naming the one before. An undo of what cannot be read any
 * more ends it: it cannot be applied.
 */
export async function recoverChain(kv: KeyValue, start: Position): Promise<Chain> {
  return readChain(kv, start, READ_BATCH, (entry) => canBeApplied(kv, entry, start));
}

async function readChain(
  kv: KeyValue,
  start: Position,
  batch: number,
  fits: (entry: JournalEntry) => Promise<boolean>,
): Promise<Chain> {
  const entries: JournalEntry[] = [];
  const passed: Position[] = [];
  let head = start;
  for (;;) {
    const keys = Array.from({ length: batch }, (_, index) => journalKey(head.seq + 1 + index));
    for (const stored of await readRecords(kv, keys)) {
      const seq = head.seq + 1;
      const record = decoded(stored, decodeRecord);
      if (!record.ok) return { entries, passed, head, end: changeDamage(seq, record.reason) };
      if (record.value.head.seq !== seq || !sameBytes(record.value.previous, head.hash)) {
        return { entries, passed, head, end: changeDamage(seq, "chain") };
      }
      const entry = await unpack(kv, record.value);
      if (!entry.ok) return { entries, passed, head, end: changeDamage(seq, entry.reason) };
      if (!(await fits(entry.value))) return { entries, passed, head, end: changeDamage(seq, "unreachable") };
      entries.push(entry.value);
      head = { seq, hash: record.hash };
      passed.push(head);
    }
  }
}

export type HistoryResult =
  | {
      readonly type: "history";
      /** Ascending; damaged ones are left out and named in `damage`. */
      readonly entries: readonly HistoryEntry[];
      readonly damage: readonly Damage[];
    }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** Heads of the entries `from` up to and including `to`, without unpacking a change. */
export async function readHistory(kv: KeyValue, from: number, to: number): Promise<HistoryResult> {
  const entries: HistoryEntry[] = [];
  const damage: Damage[] = [];
  const seqs = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  try {
    for (const batch of batches(seqs, READ_BATCH)) {
      const records = await readRecords(kv, batch.map(journalKey));
      for (const stored of records) {
        const record = decoded(stored, decodeRecord);
        if (record.ok) entries.push(record.value.head);
        else damage.push(changeDamage(from + entries.length + damage.length, record.reason));
      }
    }
  } catch (error) {
    return { type: "failed", failure: failureOf(error) };
  }
  return { type: "history", entries, damage };
}
