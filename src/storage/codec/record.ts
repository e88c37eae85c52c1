/** The journal's record: the entry's head first, so that the history is read without unpacking its changes. */
import type { JournalEntry } from "../../core/change/index.ts";
import { causeSchema, isKnownVersion, SCHEMA_VERSION } from "../../core/schema/index.ts";
import { HASH_BYTES } from "../frame.ts";
import type { Bytes } from "../keyvalue.ts";
import { firstSound, leadingWhole, Malformed, Newer, type Reader, Writer } from "./bytes.ts";
import { readJson } from "./change.ts";

/** What the history shows, and undo after a reload needs, of an entry. */
export interface HistoryEntry extends Omit<JournalEntry, "action"> {
  readonly action: { readonly type: "do" } | { readonly type: "undo" | "redo"; readonly seq: number };
}

/** Where the bytes of a change are; it is written with `changePieces`. */
export type ChangeBytes =
  | { readonly at: "here"; readonly bytes: Bytes }
  /** In parts of its own under `id`, one for each checksum. */
  | { readonly at: "parts"; readonly id: string; readonly hashes: readonly Bytes[] };

export interface JournalRecord {
  readonly head: HistoryEntry;
  /** Drawn by whoever wrote it: two tabs that do the same at the same moment write different records. */
  readonly mark: Bytes;
  /** Checksum of the record before. */
  readonly previous: Bytes;
  /** Null for undo and redo, which name the entry that has it. */
  readonly change: ChangeBytes | null;
}

/** On disk: append only. */
const ACTIONS = ["do", "undo", "redo"] as const;
export const MARK_BYTES = 8;
const NONE = 0;
const HERE = 1;
const PARTS = 2;

export function encodeRecord(record: JournalRecord): Bytes {
  const writer = new Writer();
  const { seq, time, cause, action } = record.head;
  writer.whole(SCHEMA_VERSION);
  writer.whole(seq);
  writer.double(time);
  writer.raw(record.previous);
  writer.raw(record.mark);
  writer.json(cause);
  writer.byte(ACTIONS.indexOf(action.type));
  if (action.type !== "do") writer.whole(action.seq);
  const { change } = record;
  if (change === null) {
    writer.byte(NONE);
  } else if (change.at === "here") {
    writer.byte(HERE);
    writer.bytes(change.bytes);
  } else {
    writer.byte(PARTS);
    writer.text(change.id);
    writer.whole(change.hashes.length);
    for (const hash of change.hashes) writer.raw(hash);
  }
  return writer.finish();
}

function readAction(reader: Reader): HistoryEntry["action"] {
  const type = ACTIONS[reader.byte()];
  if (type === undefined) throw new Malformed("an unknown action");
  return type === "do" ? { type } : { type, seq: reader.whole() };
}

function readChangeBytes(reader: Reader): ChangeBytes | null {
  switch (reader.byte()) {
    case NONE:
      return null;
    case HERE:
      return { at: "here", bytes: reader.bytes() };
    case PARTS: {
      const id = reader.text();
      const hashes: Bytes[] = [];
      for (let rest = reader.whole(); rest > 0; rest--) hashes.push(reader.raw(HASH_BYTES));
      return { at: "parts", id, hashes };
    }
    default:
      throw new Malformed("an unknown place of a change");
  }
}

const NO_MARK: Bytes = new Uint8Array(MARK_BYTES);

function readBody(reader: Reader, marked: boolean): JournalRecord {
  const seq = reader.whole();
  const time = reader.double();
  const previous = reader.raw(HASH_BYTES);
  const mark = marked ? reader.raw(MARK_BYTES) : NO_MARK;
  const cause = readJson(reader, causeSchema);
  const action = readAction(reader);
  const change = readChangeBytes(reader);
  reader.end();
  if ((action.type === "do") !== (change !== null)) throw new Malformed("an action without its change");
  return { head: { seq, time, cause, action }, mark, previous, change };
}

/** Throws Malformed or Newer. The bytes inside are views on `bytes`. */
export function decodeRecord(bytes: Bytes): JournalRecord {
  const { value: version, rest } = leadingWhole(bytes);
  if (version > SCHEMA_VERSION) throw new Newer();
  if (!isKnownVersion(version)) throw new Malformed("an unknown version");
  if (version > 1) return readBody(rest(), true);
  return firstSound(
    () => readBody(rest(), true),
    // The first builds drew no marks.
    () => readBody(rest(), false),
  );
}
