/** Changes as bytes: definitions as JSON, validated on reading; values as packed vectors. */
import * as v from "valibot";
import type { Change, Op, RowBlock } from "../../core/change/index.ts";
import { fieldId, type SheetId, sheetId, type Vector, vectorLength } from "../../core/model/index.ts";
import { editSchema, fieldSchema, settingsSchema, sheetSchema, viewSchema } from "../../core/schema/index.ts";
import type { Steps } from "../../engine/steps.ts";
import type { Bytes } from "../keyvalue.ts";
import { Malformed, Reader, Writer } from "./bytes.ts";
import { readRows, writeRowsSteps } from "./rows.ts";
import { readIds, readVector, writeIds, writeVector } from "./vector.ts";

/** On disk: append only. */
const OPS = ["settings", "sheet", "field", "view", "cells", "insertRows", "removeRows"] as const;

const settingsEdit = v.strictObject({ before: settingsSchema, after: settingsSchema });
const sheetEdit = editSchema(sheetSchema);
const fieldEdit = editSchema(fieldSchema);
const viewEdit = editSchema(viewSchema);

/** JSON of the form `schema` describes. */
export function readJson<T>(reader: Reader, schema: v.GenericSchema<unknown, T>): T {
  const parsed = v.safeParse(schema, reader.json());
  if (!parsed.success) throw new Malformed(v.getDotPath(parsed.issues[0]) ?? "a definition");
  return parsed.output;
}

function writeOptional(writer: Writer, vector: Vector | null): void {
  writer.byte(vector === null ? 0 : 1);
  if (vector !== null) writeVector(writer, vector);
}

function readOptional(reader: Reader): Vector | null {
  return reader.byte() === 0 ? null : readVector(reader);
}

function* writeOpSteps(writer: Writer, op: Op): Steps<void> {
  writer.byte(OPS.indexOf(op.op));
  switch (op.op) {
    case "settings":
      writer.json({ before: op.before, after: op.after });
      return;
    case "sheet":
      writer.json(op.edit);
      return;
    case "field":
      writer.text(op.sheet);
      writer.json(op.edit);
      writeOptional(writer, op.valuesBefore);
      writeOptional(writer, op.valuesAfter);
      return;
    case "view":
      writer.text(op.sheet);
      writer.json(op.edit);
      return;
    case "cells":
      writer.text(op.sheet);
      writer.text(op.field);
      writeIds(writer, op.rows);
      writeVector(writer, op.before);
      writeVector(writer, op.after);
      return;
    case "insertRows":
    case "removeRows":
      writer.text(op.sheet);
      writer.whole(op.blocks.length);
      for (const block of op.blocks) {
        writer.whole(block.at);
        yield* writeRowsSteps(writer, block);
      }
      return;
  }
}

function readCells(reader: Reader, sheet: SheetId): Op {
  const field = fieldId(reader.text());
  const rows = readIds(reader);
  const before = readVector(reader);
  const after = readVector(reader);
  if (vectorLength(before) !== rows.length || vectorLength(after) !== rows.length) {
    throw new Malformed("as many values as rows");
  }
  return { op: "cells", sheet, field, rows, before, after };
}

function readBlocks(reader: Reader): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  for (let rest = reader.whole(); rest > 0; rest--) {
    const at = reader.whole();
    blocks.push({ at, ...readRows(reader) });
  }
  return blocks;
}

function readOp(reader: Reader): Op {
  const op = OPS[reader.byte()];
  if (op === undefined) throw new Malformed("an unknown operation");
  switch (op) {
    case "settings":
      return { op, ...readJson(reader, settingsEdit) };
    case "sheet":
      return { op, edit: readJson(reader, sheetEdit) };
    case "field": {
      const sheet = sheetId(reader.text());
      const edit = readJson(reader, fieldEdit);
      const valuesBefore = readOptional(reader);
      return { op, sheet, edit, valuesBefore, valuesAfter: readOptional(reader) };
    }
    case "view": {
      const sheet = sheetId(reader.text());
      return { op, sheet, edit: readJson(reader, viewEdit) };
    }
    case "cells":
      return readCells(reader, sheetId(reader.text()));
    case "insertRows":
    case "removeRows": {
      const sheet = sheetId(reader.text());
      return { op, sheet, blocks: readBlocks(reader) };
    }
  }
}

/** Made column by column as they are asked for. What is large of them is mostly the change's own memory, not a copy. */
export function* changePieces(change: Change): Generator<Bytes> {
  const writer = new Writer();
  writer.whole(change.ops.length);
  for (const op of change.ops) {
    for (const _ of writeOpSteps(writer, op)) yield* writer.takePieces();
  }
  yield* writer.takePieces();
}

/** Throws Malformed. */
export function decodeChange(bytes: Bytes): Change {
  const reader = new Reader(bytes);
  const ops: Op[] = [];
  for (let rest = reader.whole(); rest > 0; rest--) ops.push(readOp(reader));
  reader.end();
  return { ops };
}
