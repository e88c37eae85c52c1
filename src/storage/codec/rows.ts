/** Runs of rows as bytes: what chunks, inserted and removed rows are made of; and the orders of rows and texts. */
import { type FieldId, fieldId, type Vector, vectorLength } from "../../core/model/index.ts";
import type { RowChunk, TextOrder } from "../../core/schema/snapshot.ts";
import { runNow, type Steps } from "../../engine/steps.ts";
import type { Bytes } from "../keyvalue.ts";
import { Malformed, Reader, Writer } from "./bytes.ts";
import { readIds, readVector, writeIds, writeVector } from "./vector.ts";

/** A step for each column. */
export function* writeRowsSteps(writer: Writer, { ids, columns }: RowChunk): Steps<void> {
  writeIds(writer, ids);
  writer.whole(columns.size);
  let done = 0;
  for (const [field, vector] of columns) {
    writer.text(field);
    writeVector(writer, vector);
    yield { done: ++done, total: columns.size };
  }
}

export function readRows(reader: Reader): RowChunk {
  const ids = readIds(reader);
  const columns = new Map<FieldId, Vector>();
  for (let rest = reader.whole(); rest > 0; rest--) {
    const field = fieldId(reader.text());
    const vector = readVector(reader);
    if (vectorLength(vector) !== ids.length) throw new Malformed("a column of another length");
    columns.set(field, vector);
  }
  return { ids, columns };
}

export function encodeChunk(rows: RowChunk): Bytes {
  const writer = new Writer();
  runNow(writeRowsSteps(writer, rows));
  return writer.finish();
}

export function decodeChunk(bytes: Bytes): RowChunk {
  const reader = new Reader(bytes);
  const rows = readRows(reader);
  reader.end();
  return rows;
}

export function encodeTextOrders(orders: readonly TextOrder[]): Bytes {
  const writer = new Writer();
  writer.whole(orders.length);
  for (const { field, locale, order } of orders) {
    writer.text(field);
    writer.text(locale);
    writer.whole(order.length);
    writer.packed(order);
  }
  return writer.finish();
}

export function decodeTextOrders(bytes: Bytes): readonly TextOrder[] {
  const reader = new Reader(bytes);
  const orders: TextOrder[] = [];
  for (let rest = reader.whole(); rest > 0; rest--) {
    const field = fieldId(reader.text());
    const locale = reader.text();
    orders.push({ field, locale, order: reader.unsigned(reader.whole(), 4) });
  }
  reader.end();
  return orders;
}

export function encodeOrder(ids: Uint32Array): Bytes {
  const writer = new Writer();
  writeIds(writer, ids);
  return writer.finish();
}

export function decodeOrder(bytes: Bytes): Uint32Array {
  const reader = new Reader(bytes);
  const ids = readIds(reader);
  reader.end();
  return ids;
}
