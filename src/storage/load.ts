/** A snapshot read back from its root, every chunk checked against the checksum the root holds. */
import type { SheetId } from "../core/model/index.ts";
import type { RowChunk, SheetRows, Snapshot, TextOrder } from "../core/schema/snapshot.ts";
import type { Root, SheetRef } from "./codec/root.ts";
import { decodeChunk, decodeOrder, decodeTextOrders } from "./codec/rows.ts";
import type { Damage, DamageReason, RowRange } from "./damage.ts";
import { sameBytes } from "./frame.ts";
import { chunkKey, orderKey, textOrdersKey } from "./keys.ts";
import type { Bytes, Entry, KeyValue } from "./keyvalue.ts";
import {
  batches,
  checkRecord,
  type Decoded,
  decoded,
  READ_BATCH,
  readRecords,
  type StoredRecord,
} from "./records.ts";

export interface Loaded {
  /** Without the rows of damaged chunks. */
  readonly snapshot: Snapshot;
  readonly damage: readonly Damage[];
  /** Records that another copy gave in the place of damaged ones, which are named as healed. */
  readonly restored: readonly Entry[];
}

/** Where a record may also be found, by its checksum. */
export interface Copies {
  find(key: string, hash: Bytes): Promise<Bytes | null>;
}

const EMPTY_CHUNK: RowChunk = { ids: new Uint32Array(0), columns: new Map() };

interface Wanted {
  readonly key: string;
  readonly hash: Bytes;
}

interface Got<T> {
  readonly value: Decoded<T>;
  /** What is wrong with the record in its place. */
  readonly flaw: DamageReason | null;
  readonly restored: Entry | null;
}

async function settle<T>(
  record: StoredRecord,
  { key, hash }: Wanted,
  decode: (payload: Bytes) => T,
  copies: Copies | null,
): Promise<Got<T>> {
  const named = !record.ok || sameBytes(record.hash, hash);
  const value: Decoded<T> = named ? decoded(record, decode) : { ok: false, reason: "chain" };
  if (value.ok) return { value, flaw: null, restored: null };
  // A newer build's record is no damage to be healed.
  const bytes = value.reason === "newer" ? null : ((await copies?.find(key, hash)) ?? null);
  if (bytes === null) return { value, flaw: value.reason, restored: null };
  const copy = decoded(await checkRecord(key, bytes), decode);
  return { value: copy, flaw: value.reason, restored: { key, bytes } };
}

async function readAll<T>(
  kv: KeyValue,
  wanted: readonly Wanted[],
  decode: (payload: Bytes) => T,
  copies: Copies | null,
): Promise<readonly Got<T>[]> {
  const values: Got<T>[] = [];
  const all = [...batches(wanted, READ_BATCH)];
  // What nobody waits for may not be asked for either: its failure would be nobody's.
  if (all.length === 0) return values;
  const read = (batch: readonly Wanted[] = []) =>
    readRecords(
      kv,
      batch.map(({ key }) => key),
    );
  let coming = read(all[0]);
  for (const [place, batch] of all.entries()) {
    const records = await coming;
    // The disk fetches the next batch while this one is decoded.
    const next = all[place + 1];
    if (next !== undefined) {
      coming = read(next);
      coming.catch(() => undefined);
    }
    for (const [index, want] of batch.entries()) {
      const record = records[index] ?? { ok: false, key: want.key, reason: "missing" };
      values.push(await settle(record, want, decode, copies));
    }
  }
  return values;
}

function idsOf(chunks: readonly RowChunk[]): Uint32Array {
  const ids = new Uint32Array(chunks.reduce((sum, chunk) => sum + chunk.ids.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    ids.set(chunk.ids, at);
    at += chunk.ids.length;
  }
  return ids;
}

/** The order of the rows that are there, and where in the whole order the others stood. */
function survivors(order: Uint32Array, ids: Uint32Array): { order: Uint32Array; lost: RowRange | null } {
  const present = new Set(ids);
  let first = -1;
  let last = -1;
  for (let position = 0; position < order.length; position++) {
    if (present.has(order[position] ?? 0)) continue;
    if (first < 0) first = position;
    last = position;
  }
  return {
    order: order.filter((id) => present.has(id)),
    lost: first < 0 ? null : { first, last },
  };
}

/** None where they are damaged: they hold nothing that could be lost, and the next sort makes them anew. */
async function loadTextOrders(kv: KeyValue, { sheet, textOrders }: SheetRef): Promise<readonly TextOrder[]> {
  if (textOrders === null) return [];
  const wanted = { key: textOrdersKey(sheet, textOrders.gen), hash: textOrders.hash };
  const [read] = await readAll(kv, [wanted], decodeTextOrders, null);
  return read?.value.ok ? read.value.value : [];
}

interface LoadedSheet {
  readonly rows: SheetRows;
  readonly damage: readonly Damage[];
  readonly restored: readonly Entry[];
}

async function loadSheet(kv: KeyValue, ref: SheetRef, copies: Copies | null): Promise<LoadedSheet> {
  const { sheet, nextRowId } = ref;
  const wanted = ref.chunks.map(({ gen, hash }, index) => ({ key: chunkKey(sheet, index, gen), hash }));
  const read = await readAll(kv, wanted, decodeChunk, copies);
  const ordering = { key: orderKey(sheet, ref.order.gen), hash: ref.order.hash };
  const [readOrder] = await readAll(kv, [ordering], decodeOrder, copies);
  const restored = [...read, readOrder].flatMap((each) => each?.restored ?? []);
  const chunks = read.map(({ value }) => (value.ok ? value.value : EMPTY_CHUNK));
  const ids = idsOf(chunks);
  const complete = read.every(({ value }) => value.ok);
  // Of other chunks they would number other texts.
  const textOrders = complete ? await loadTextOrders(kv, ref) : [];
  const stored = readOrder?.value.ok ? readOrder.value.value : null;
  const { order, lost } =
    stored === null || (complete && stored.length === ids.length)
      ? { order: stored ?? ids, lost: null }
      : survivors(stored, ids);
  const fits = stored !== null && order.length === ids.length;
  const damage: Damage[] = [];
  const flaw = readOrder?.flaw ?? (fits ? null : "malformed");
  if (flaw !== null) damage.push({ what: "order", sheet, key: ordering.key, reason: flaw, healed: fits });
  for (const [index, { value, flaw: reason }] of read.entries()) {
    if (reason === null) continue;
    const rows = ref.chunks[index]?.rows ?? 0;
    const key = wanted[index]?.key ?? "";
    const range = value.ok ? null : lost;
    damage.push({ what: "rows", sheet, rows, range, key, reason, healed: value.ok });
  }
  return { rows: { chunks, order: fits ? order : ids, nextRowId, textOrders }, damage, restored };
}

/** `copies` stand in for damaged records where they have the same. */
export async function loadSnapshot(kv: KeyValue, root: Root, copies: Copies | null): Promise<Loaded> {
  const rows = new Map<SheetId, SheetRows>();
  const damage: Damage[] = [];
  const restored: Entry[] = [];
  for (const ref of root.sheets) {
    const sheet = await loadSheet(kv, ref, copies);
    rows.set(ref.sheet, sheet.rows);
    damage.push(...sheet.damage);
    restored.push(...sheet.restored);
  }
  return { snapshot: { seq: root.seq, workbook: root.workbook, rows }, damage, restored };
}
