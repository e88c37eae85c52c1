/**
 * Compaction: changed chunks under a new generation, read back and verified, then the root that makes them
 * count, and only then the generation before last goes. The journal stays: it is the history.
 *
 * After an upgrade it is also the migration: copy on write into a new generation, all of it, which is then read as an
 * opening would read it; what the older build wrote stays for two weeks.
 */
import type { SheetId } from "../core/model/index.ts";
import { SCHEMA_VERSION } from "../core/schema/index.ts";
import type { SheetSource, SnapshotSource } from "../core/schema/snapshot.ts";
import { type ChunkRef, decodeRoot, encodeRoot, type Held, namedBy, type Root } from "./codec/root.ts";
import { encodeChunk, encodeOrder, encodeTextOrders } from "./codec/rows.ts";
import { isTaken } from "./format.ts";
import { frame, sameBytes } from "./frame.ts";
import type { Journal } from "./journal.ts";
import {
  CHUNKS,
  chunkKey,
  FORMAT_KEY,
  lastNumber,
  ORDERS,
  orderKey,
  ROOTS,
  rootKey,
  TEXT_ORDERS,
  textOrdersKey,
} from "./keys.ts";
import { type Bytes, failureOf, type KeyValue, StorageError, type StorageFailure } from "./keyvalue.ts";
import { loadSnapshot } from "./load.ts";
import { type Pace, pacer } from "./pace.ts";
import type { Prepare } from "./prepare.ts";
import { batches, decoded, readRecord, readRecords } from "./records.ts";
import type { Base } from "./recovery.ts";

export type CompactResult =
  | { readonly type: "published"; readonly gen: number }
  /** Another tab has published a snapshot of that entry; there was none to be made. */
  | { readonly type: "elsewhere"; readonly seq: number }
  /** A later build writes now; nothing was published, and nothing of its taken away. */
  | { readonly type: "outdated" }
  /** The state went on meanwhile, or is ahead of the journal; nothing was published. Try again later. */
  | { readonly type: "superseded" }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** Milliseconds for which what an older build wrote stays after an upgrade. */
const HOLD = 14 * 24 * 60 * 60 * 1000;
/** Records of one write. */
const WRITE_BATCH = 32;

/** A chunk, the order of rows or those of texts, encoded; `rows` counts a chunk's. */
interface Piece {
  readonly key: string;
  readonly payload: Bytes;
  readonly rows: number;
}

interface SheetPlan {
  readonly sheet: SheetId;
  readonly rowCount: number;
  readonly nextRowId: number;
  readonly order: Piece;
  readonly textOrders: Piece | null;
  /** By chunk number: one to write, or one of the base. */
  readonly chunks: readonly (Piece | ChunkRef)[];
}

export class Compactor {
  private readonly kv: KeyValue;
  private readonly journal: Pick<Journal, "head" | "stands">;
  private readonly prepare: Prepare;
  private base: Base | null;
  /** What the sweep spares beside the new root: the one before it, whoever made it. */
  private previous: Root | null;
  /** Generation of the newest root known. */
  private newest: number;
  private busy = false;

  /** `prepare` must have succeeded before anything is written. */
  constructor(
    kv: KeyValue,
    journal: Pick<Journal, "head" | "stands">,
    prepare: Prepare,
    start: { readonly base: Base | null; readonly newest: number },
  ) {
    this.kv = kv;
    this.journal = journal;
    this.prepare = prepare;
    this.base = start.base;
    this.previous = start.base?.root ?? null;
    this.newest = start.newest;
  }

  /** The newest snapshot of this tab's, if all of it is there. */
  get whole(): Root | null {
    return this.base === null || this.base.lost.size > 0 ? null : this.base.root;
  }

  async compact(source: SnapshotSource, now: number): Promise<CompactResult> {
    if (this.busy) return { type: "superseded" };
    this.busy = true;
    try {
      return await this.run(source, now);
    } catch (error) {
      return { type: "failed", failure: failureOf(error) };
    } finally {
      this.busy = false;
    }
  }

  private async run(source: SnapshotSource, now: number): Promise<CompactResult> {
    // Definitions and counts are of this moment; the seq is live, and tells whether they still hold.
    const { seq, workbook, sheets } = source;
    // Before the first entry there is nothing to keep, and rows without a journal would look like a loss.
    if (seq === 0) return { type: "superseded" };
    if (!(await this.prepare())) return { type: "superseded" };
    const { seq: saved, hash } = this.journal.head;
    // A state that is ahead of the journal holds what is not saved yet, and has no checksum to go on from.
    if (source.seq !== seq || saved !== seq) return { type: "superseded" };
    if (await isTaken(this.kv)) return { type: "outdated" };
    if (!(await this.journal.stands())) return { type: "superseded" };
    const elsewhere = await this.publishedElsewhere();
    if (elsewhere !== null) return elsewhere;
    const gen = await this.nextGeneration();
    const plans: SheetPlan[] = [];
    const pace = pacer(() => source.seq === seq);
    for (const sheet of sheets) {
      const plan = await this.plan(sheet, gen, pace);
      if (plan === null) return { type: "superseded" };
      plans.push(plan);
    }
    // Numbers only grow (what is taken back gives way, in the same turn, to another tab's), so the state stood still.
    if (source.seq !== seq) return { type: "superseded" };
    const hashes = await this.write(plans.flatMap(pieces));
    const { previous } = this;
    const refs = plans.map((plan) => sheetRef(plan, gen, hashes));
    const held = heldAfter(previous, now);
    const root: Root = { version: SCHEMA_VERSION, gen, seq, hash, workbook, sheets: refs, held };
    if (isOlder(previous)) await this.verifyWhole(root);
    // Another tab may have set it aside while the rows were written.
    if (!(await this.journal.stands()) || !(await this.publish(root))) return { type: "superseded" };
    this.base = { root, lost: new Set() };
    this.previous = root;
    this.newest = gen;
    // Chunks touched since the encoding stay dirty; a few clean ones are then written once more.
    if (source.seq === seq) for (const sheet of sheets) sheet.published();
    await this.sweep(previous === null ? [root] : [root, previous], held?.gen ?? 0);
    return { type: "published", gen };
  }

  /**
   * The entry that another tab's snapshot stands at, told once. Its chunks are cut by that tab's slots and cannot be
   * shared, so this one's next snapshot is written whole. Where it cannot be read too: of this tab's own base the other
   * has kept nothing but what it names itself.
   */
  private async publishedElsewhere(): Promise<CompactResult | null> {
    const newest = (await this.kv.keys(ROOTS)).at(-1);
    const gen = lastNumber(newest ?? "") ?? 0;
    if (newest === undefined || gen <= this.newest) return null;
    const root = decoded(await readRecord(this.kv, newest), decodeRoot);
    if (!root.ok && root.reason === "newer") return { type: "outdated" };
    this.newest = gen;
    this.base = null;
    if (!root.ok) return null;
    this.previous = root.value;
    return { type: "elsewhere", seq: root.value.seq };
  }

  /**
   * Above every generation that is begun here, by whichever tab, so that nothing is written over. What a try left that was
   * given up goes before: no root names it, and with each further try there would be less room.
   */
  private async nextGeneration(): Promise<number> {
    const begun = (await this.listed([CHUNKS, ORDERS, TEXT_ORDERS])).map(
      (key) => [key, lastNumber(key) ?? 0] as const,
    );
    // Listed last: what a root names is there before it.
    const roots = (await this.listed([ROOTS])).map((key) => lastNumber(key) ?? 0);
    const published = Math.max(this.newest, ...roots);
    const unnamed = begun.filter(([, gen]) => gen > published).map(([key]) => key);
    // Where rows are lost, a version of them may be among it.
    if (unnamed.length > 0 && (this.base === null || this.whole !== null)) await this.kv.delete(unnamed);
    return begun.reduce((most, [, gen]) => Math.max(most, gen), published) + 1;
  }

  private async listed(prefixes: readonly string[]): Promise<readonly string[]> {
    return (await Promise.all(prefixes.map((prefix) => this.kv.keys(prefix)))).flat();
  }

  /** Null if the state went on meanwhile. */
  private async plan(source: SheetSource, gen: number, pace: Pace): Promise<SheetPlan | null> {
    const { sheet } = source;
    const dirty = new Set(source.dirtyChunks());
    const chunks: (Piece | ChunkRef)[] = [];
    for (let index = 0; index < source.chunkCount; index++) {
      const old = this.inherited(sheet, index);
      if (old !== null && !dirty.has(index)) {
        chunks.push(old);
        continue;
      }
      const chunk = source.chunk(index);
      chunks.push({ key: chunkKey(sheet, index, gen), payload: encodeChunk(chunk), rows: chunk.ids.length });
      if (!(await pace())) return null;
    }
    const order = { key: orderKey(sheet, gen), payload: encodeOrder(source.order()), rows: 0 };
    const texts = source.textOrders();
    const textOrders =
      texts.length === 0
        ? null
        : { key: textOrdersKey(sheet, gen), payload: encodeTextOrders(texts), rows: 0 };
    return { sheet, rowCount: source.rowCount, nextRowId: source.nextRowId, order, textOrders, chunks };
  }

  private inherited(sheet: SheetId, index: number): ChunkRef | null {
    if (isOlder(this.base?.root ?? null)) return null;
    const ref = this.base?.root.sheets.find((each) => each.sheet === sheet)?.chunks[index];
    return ref === undefined || this.base?.lost.has(chunkKey(sheet, index, ref.gen)) ? null : ref;
  }

  /** Checksums by key, of what was written and read back. */
  private async write(all: readonly Piece[]): Promise<ReadonlyMap<string, Bytes>> {
    const hashes = new Map<string, Bytes>();
    for (const batch of batches(all, WRITE_BATCH)) {
      const records = await Promise.all(
        batch.map(async ({ key, payload }) => ({ key, ...(await frame(key, payload)) })),
      );
      await this.kv.putMany(records, FORMAT_KEY);
      for (const { key, hash } of records) hashes.set(key, hash);
    }
    for (const batch of batches([...hashes], WRITE_BATCH)) await this.verify(batch);
    return hashes;
  }

  private async verify(written: readonly (readonly [key: string, hash: Bytes])[]): Promise<void> {
    const records = await readRecords(
      this.kv,
      written.map(([key]) => key),
    );
    for (const [index, [key, hash]] of written.entries()) {
      const record = records[index];
      if (!record?.ok || !sameBytes(record.hash, hash)) throw new StorageError({ type: "unverified", key });
    }
  }

  /** Reads all that the root names, as opening would, and counts the rows. */
  private async verifyWhole(root: Root): Promise<void> {
    const { snapshot, damage } = await loadSnapshot(this.kv, root, null);
    const [worst] = damage;
    if (worst !== undefined) throw new StorageError({ type: "unverified", key: worst.key });
    for (const { sheet, rowCount, order } of root.sheets) {
      const rows = snapshot.rows.get(sheet);
      const stored = rows?.chunks.reduce((sum, { ids }) => sum + ids.length, 0);
      if (stored !== rowCount || rows?.order.length !== rowCount) {
        throw new StorageError({ type: "unverified", key: orderKey(sheet, order.gen) });
      }
    }
  }

  /** False if another writer has published this generation. */
  private async publish(root: Root): Promise<boolean> {
    const key = rootKey(root.gen);
    const record = await frame(key, encodeRoot(root));
    if ((await this.kv.add(key, record.bytes, FORMAT_KEY)) === "exists") {
      const there = await this.kv.get(key);
      if (there === undefined || !sameBytes(there, record.bytes)) return false;
    }
    await this.verify([[key, record.hash]]);
    return true;
  }

  /** Deletes what none of `roots` names and is of a generation above `held`. The snapshot stands either way, so a failure only leaves more to sweep. */
  private async sweep(roots: readonly Root[], held: number): Promise<void> {
    const kept = new Set(
      roots.flatMap((root) => [rootKey(root.gen), ...namedBy(root).map(({ key }) => key)]),
    );
    try {
      const there = await this.listed([ROOTS, CHUNKS, ORDERS, TEXT_ORDERS]);
      const old = there.filter((key) => !kept.has(key) && (lastNumber(key) ?? 0) > held);
      if (old.length > 0) await this.kv.delete(old);
    } catch (error) {
      failureOf(error);
    }
  }
}

const isOlder = (root: Root | null): boolean => root !== null && root.version < SCHEMA_VERSION;

/** A clock that was set back keeps it for longer. */
function heldAfter(previous: Root | null, now: number): Held | null {
  if (previous === null) return null;
  if (isOlder(previous)) return { gen: previous.gen, since: now };
  const { held } = previous;
  return held === null || now - held.since >= HOLD ? null : held;
}

function pieces(plan: SheetPlan): Piece[] {
  const { chunks, order, textOrders } = plan;
  return [
    ...chunks.filter((chunk) => "payload" in chunk),
    order,
    ...(textOrders === null ? [] : [textOrders]),
  ];
}

function sheetRef(plan: SheetPlan, gen: number, hashes: ReadonlyMap<string, Bytes>): Root["sheets"][number] {
  const written = ({ key, rows }: Piece): ChunkRef => {
    const hash = hashes.get(key);
    if (hash === undefined) throw new Error(`${key} was not written`);
    return { gen, hash, rows };
  };
  const { sheet, rowCount, nextRowId } = plan;
  const textOrders = plan.textOrders === null ? null : written(plan.textOrders);
  const chunks = plan.chunks.map((chunk) => ("payload" in chunk ? written(chunk) : chunk));
  return { sheet, rowCount, nextRowId, order: written(plan.order), textOrders, chunks };
}
