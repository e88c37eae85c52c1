/** Which workbooks this browser holds, and which of them was open last. A small database of its own, strict too. */
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import { Reader, Writer } from "./codec/bytes.ts";
import { frame } from "./frame.ts";
import type { Bytes, KeyValue } from "./keyvalue.ts";
import { decoded, readRecords } from "./records.ts";

export const CATALOGUE_DATABASE = "tierbook-catalogue";

export const databaseOf = (id: WorkbookId): string => `tierbook-${id}`;

export interface CatalogueEntry {
  readonly id: WorkbookId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
}

const PREFIX = "w/";

function encode({ name, opened }: CatalogueEntry): Bytes {
  const writer = new Writer();
  writer.text(name);
  writer.double(opened);
  return writer.finish();
}

function decode(payload: Bytes): Omit<CatalogueEntry, "id"> {
  const reader = new Reader(payload);
  const entry = { name: reader.text(), opened: reader.double() };
  reader.end();
  return entry;
}

/**
 * The last opened first. The key of an entry that cannot be read still says which workbook there is: it comes
 * last and without a name, because leaving it out would look as if there were none. Rejects with a StorageError.
 */
export async function listWorkbooks(catalogue: KeyValue): Promise<readonly CatalogueEntry[]> {
  const records = await readRecords(catalogue, await catalogue.keys(PREFIX));
  const entries = records.map((record): CatalogueEntry => {
    const id = workbookId(record.key.slice(PREFIX.length));
    const entry = decoded(record, decode);
    return entry.ok ? { id, ...entry.value } : { id, name: "", opened: 0 };
  });
  return entries.sort((a, b) => b.opened - a.opened);
}

/**
 * Adds the workbook or renews its entry, and makes it the one opened last: where the clock went back, its time
 * is set behind all others'. Rejects with a StorageError.
 */
export async function rememberWorkbook(catalogue: KeyValue, entry: CatalogueEntry): Promise<void> {
  const others = (await listWorkbooks(catalogue)).filter(({ id }) => id !== entry.id);
  const latest = others.reduce((most, { opened }) => Math.max(most, opened), 0);
  const key = `${PREFIX}${entry.id}`;
  const { bytes } = await frame(key, encode({ ...entry, opened: Math.max(entry.opened, latest + 1) }));
  await catalogue.putMany([{ key, bytes }]);
}
