/** The `fmt` record: who may open this store at all. */
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import { SCHEMA_VERSION } from "../core/schema/index.ts";
import { Reader, Writer } from "./codec/bytes.ts";
import { frame } from "./frame.ts";
import { FORMAT_KEY } from "./keys.ts";
import type { Bytes, Entry, KeyValue } from "./keyvalue.ts";
import { decoded, readRecord } from "./records.ts";

/** What this build writes. No build that does not know the version of the records in a store may take it for its own. */
const STORE_FORMAT = SCHEMA_VERSION;
/** The oldest build, by its STORE_FORMAT, that reads what this one writes. */
const LOWEST_READER = SCHEMA_VERSION;

export interface Format {
  readonly format: number;
  readonly lowestReader: number;
  readonly workbook: WorkbookId;
}

export const isTooNew = (format: Format): boolean => format.lowestReader > STORE_FORMAT;

/** Must be raised before anything is written that the builds it lets in could not read. */
export const isOutdated = (format: Format): boolean => format.format < STORE_FORMAT;

export function encodeFormat(format: Format): Bytes {
  const writer = new Writer();
  writer.whole(format.format);
  writer.whole(format.lowestReader);
  writer.text(format.workbook);
  return writer.finish();
}

/** Throws Malformed. A later format may go on after what is read here. */
export function decodeFormat(bytes: Bytes): Format {
  const reader = new Reader(bytes);
  return { format: reader.whole(), lowestReader: reader.whole(), workbook: workbookId(reader.text()) };
}

/** Whether a later build has taken the store for its own since it was opened here. Rejects with a StorageError. */
export async function isTaken(kv: KeyValue): Promise<boolean> {
  const format = decoded(await readRecord(kv, FORMAT_KEY), decodeFormat);
  return format.ok ? isTooNew(format.value) : format.reason === "newer";
}

export async function formatEntry(workbook: WorkbookId): Promise<Entry> {
  const payload = encodeFormat({ format: STORE_FORMAT, lowestReader: LOWEST_READER, workbook });
  return { key: FORMAT_KEY, bytes: (await frame(FORMAT_KEY, payload)).bytes };
}
