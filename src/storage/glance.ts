/**
 * The glance (`core/schema/glance.ts`) as a record: one key, written when nothing else is going on, shown only where the
 * journal ends with the very record it was taken after. It is never healed, mirrored or missed.
 */
import * as v from "valibot";
import type { WorkbookId } from "../core/model/index.ts";
import { type Glance, glanceSchema, parseWorkbook, SCHEMA_VERSION } from "../core/schema/index.ts";
import { Malformed, Newer, Reader, Writer } from "./codec/bytes.ts";
import { decodeFormat, isTaken, isTooNew } from "./format.ts";
import { frame, HASH_BYTES, sameBytes } from "./frame.ts";
import type { Position } from "./journal.ts";
import { FORMAT_KEY, GLANCE_KEY, journalKey } from "./keys.ts";
import { type Bytes, failureOf, type KeyValue } from "./keyvalue.ts";
import { decoded, readRecords } from "./records.ts";
import { isBehind, type Witness } from "./witness.ts";

/** Rows of long texts would make writing it dearer than what it saves. */
const MOST_BYTES = 1 << 19;

interface Taken {
  readonly glance: Glance;
  /** Checksum of the journal's record `glance.seq`. */
  readonly hash: Bytes;
}

function encodeGlance({ workbook, ...body }: Glance, hash: Bytes): Bytes {
  const writer = new Writer();
  writer.whole(SCHEMA_VERSION);
  writer.raw(hash);
  writer.json(workbook);
  writer.json(body);
  return writer.finish();
}

/** Throws Malformed or Newer. */
function decodeGlance(bytes: Bytes): Taken {
  const reader = new Reader(bytes.slice());
  const version = reader.whole();
  if (version > SCHEMA_VERSION) throw new Newer();
  const hash = reader.raw(HASH_BYTES);
  const parsed = parseWorkbook(reader.text(), version);
  const body = v.safeParse(glanceSchema, reader.json());
  reader.end();
  if (!parsed.ok || !body.success) throw new Malformed("glance");
  return { glance: { ...body.output, workbook: parsed.workbook }, hash };
}

/** Nothing is written where the journal is elsewhere, or a later build has taken it over. Rejects with a StorageError. */
export async function writeGlance(kv: KeyValue, head: Position, glance: Glance): Promise<void> {
  if (glance.seq !== head.seq || (await isTaken(kv))) return;
  const payload = encodeGlance(glance, head.hash);
  if (payload.length > MOST_BYTES) return;
  const record = { key: GLANCE_KEY, bytes: (await frame(GLANCE_KEY, payload)).bytes };
  await kv.putMany([record], FORMAT_KEY);
}

/**
 * Null where there is none, or none of what the journal ends with, or of another day, or of less than was witnessed, and
 * wherever anything is amiss.
 */
export async function readGlance(
  kv: KeyValue,
  workbook: WorkbookId,
  today: number,
  witness: Witness | null,
): Promise<Glance | null> {
  try {
    const [format, record] = await readRecords(kv, [FORMAT_KEY, GLANCE_KEY]);
    if (format === undefined || record === undefined) return null;
    const known = decoded(format, decodeFormat);
    const taken = decoded(record, decodeGlance);
    if (!known.ok || isTooNew(known.value) || known.value.workbook !== workbook || !taken.ok) return null;
    const { glance, hash } = taken.value;
    if (glance.day !== today) return null;
    if (witness !== null && isBehind({ seq: glance.seq, rows: glance.counts }, witness)) return null;
    const [last, next] = await readRecords(kv, [journalKey(glance.seq), journalKey(glance.seq + 1)]);
    const ends = next !== undefined && !next.ok && next.reason === "missing";
    return ends && last?.ok === true && sameBytes(last.hash, hash) ? glance : null;
  } catch (error) {
    failureOf(error);
    return null;
  }
}
