/** A snapshot read back from its root, every chunk checked against the checksum the root holds. */
import type { SheetId } from "../core/model/index.ts";
import type { RowChunk, SheetRows, Snapshot, TextOrder } from "../core/schema/snapshot.ts";
import type { Root, SheetRef } from "./codec/root.ts";
import { decodeChunk, decodeOrder, decodeTextOrders } from "./codec/rows.ts";
import type { Damage, RowRange } from "./damage.ts";
import { sameBytes } from "./frame.ts";
import { chunkKey, orderKey, textOrdersKey } from "./keys.ts";
import type { Bytes, KeyValue } from "./keyvalue.ts";
import { batches, type Decoded, decoded, READ_BATCH, readRecords } from "./records.ts";

export interface Loaded {
  /** Without the rows of damaged chunks. */
  readonly snapshot: Snapshot;
  readonly damage: readonly Damage[];
}

const EMPTY_CHUNK: RowChunk = { ids: new Uint32Array(0), columns: new Map() };

interface Wanted {
  readonly key: string;
  readonly hash: Bytes;
}

async function readAll<T>(
  kv: KeyValue,
  wanted: readonly Wanted[],
  decode: (payload: Bytes) => T,
): Promise<readonly Decoded<T>[]> {
  const values: Decoded<T>[] = [];
  const all = [...batches(wanted, READ_BATCH)];
  const read = (batch: readonly Wanted[] = []) =>
    readRecords(
      kv,
      batch.map(({ key }) => key),
    );
  let coming = read(all[0]);
  for (const [place, batch] of all.entries()) {
    const records = await coming;
    // The disk fetches the next batch while this one is decoded.
    coming = read(all[place + 1]);
    coming.catch(() => undefined);
    for (const [index, record] of records.entries()) {
      const hash = batch[index]?.hash;
      const named = !record.ok || (hash !== undefined && sameBytes(record.hash, hash));
      values.push(named ? decoded(record, decode) : { ok: false, reason: "chain" });
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
  const [read] = await readAll(kv, [wanted], decodeTextOrders);
  return read?.ok ? read.value : [];
}

async function loadSheet(kv: KeyValue, ref: SheetRef): Promise<{ rows: SheetRows; damage: Damage[] }> {
  const { sheet, nextRowId } = ref;
  const wanted = ref.chunks.map(({ gen, hash }, index) => ({ key: chunkKey(sheet, index, gen), hash }));
  const read = await readAll(kv, wanted, decodeChunk);
  const ordering = { key: orderKey(sheet, ref.order.gen), hash: ref.order.hash };
  const [readOrder] = await readAll(kv, [ordering], decodeOrder);
  const chunks = read.map((chunk) => (chunk.ok ? chunk.value : EMPTY_CHUNK));
  const damage: Damage[] = [];
  const ids = idsOf(chunks);
  // Of other chunks they would number other texts.
  const textOrders = read.every((chunk) => chunk.ok) ? await loadTextOrders(kv, ref) : [];
  if (readOrder?.ok && readOrder.value.length === ids.length && read.every((chunk) => chunk.ok)) {
    return { rows: { chunks, order: readOrder.value, nextRowId, textOrders }, damage };
  }
  const { order, lost } = readOrder?.ok ? survivors(readOrder.value, ids) : { order: ids, lost: null };
  if (!readOrder?.ok || order.length !== ids.length) {
    const reason = readOrder === undefined || readOrder.ok ? "malformed" : readOrder.reason;
    damage.push({ what: "order", sheet, key: ordering.key, reason, healed: false });
  }
  for (const [index, chunk] of read.entries()) {
    if (chunk.ok) continue;
    const rows = ref.chunks[index]?.rows ?? 0;
    const key = wanted[index]?.key ?? "";
    damage.push({ what: "rows", sheet, rows, range: lost, key, reason: chunk.reason, healed: false });
  }
  const kept = order.length === ids.length ? order : ids;
  return { rows: { chunks, order: kept, nextRowId, textOrders }, damage };
}

export async function loadSnapshot(kv: KeyValue, root: Root): Promise<Loaded> {
  const rows = new Map<SheetId, SheetRows>();
  const damage: Damage[] = [];
  for (const ref of root.sheets) {
    const sheet = await loadSheet(kv, ref);
    rows.set(ref.sheet, sheet.rows);
    damage.push(...sheet.damage);
  }
  return { snapshot: { seq: root.seq, workbook: root.workbook, rows }, damage };
}
