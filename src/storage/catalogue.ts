/** Which workbooks this browser holds, and which of them was open last. A small database of its own, strict too. */
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import { Reader, Writer } from "./codec/bytes.ts";
import { frame } from "./frame.ts";
import { guarded } from "./guard.ts";
import type { Bytes, KeyValue } from "./keyvalue.ts";
import { decoded, readRecords } from "./records.ts";

export const CATALOGUE_DATABASE = "tierbook-catalogue";

export const databaseOf = (id: WorkbookId): string => `tierbook-${id}`;

export interface CatalogueEntry {
  readonly id: WorkbookId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly opened: number;
  /** When it was put among the deleted, where it can be had back; null where it was not. */
  readonly deleted: number | null;
}

const PREFIX = "w/";

const keyOf = (id: WorkbookId): string => `${PREFIX}${id}`;

function encode({ name, opened, deleted }: CatalogueEntry): Bytes {
  const writer = new Writer();
  writer.text(name);
  writer.double(opened);
  if (deleted !== null) writer.double(deleted);
  return writer.finish();
}

function decode(payload: Bytes): Omit<CatalogueEntry, "id"> {
  const reader = new Reader(payload);
  const known = { name: reader.text(), opened: reader.double() };
  const entry = { ...known, deleted: reader.ended ? null : reader.double() };
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
    return entry.ok ? { id, ...entry.value } : { id, name: "", opened: 0, deleted: null };
  });
  return entries.sort((a, b) => b.opened - a.opened);
}

async function put(catalogue: KeyValue, entry: CatalogueEntry): Promise<void> {
  const key = keyOf(entry.id);
  await catalogue.putMany([{ key, bytes: (await frame(key, encode(entry))).bytes }]);
}

/** The one that opens: `wanted` if it is there, else the last opened; "none": all are deleted; null: none is known. */
export async function nextWorkbook(
  catalogue: KeyValue,
  wanted: WorkbookId | null,
): Promise<WorkbookId | "none" | null> {
  const all = await listWorkbooks(catalogue);
  const there = all.filter(({ deleted }) => deleted === null);
  const next = there.find((each) => each.id === wanted) ?? there[0];
  return next?.id ?? (all.length > 0 ? "none" : null);
}

/**
 * Adds the workbook or renews its entry, and makes it the one opened last: where the clock went back, its time
 * is set behind all others'. Rejects with a StorageError.
 */
export async function rememberWorkbook(
  catalogue: KeyValue,
  { id, name, opened }: Omit<CatalogueEntry, "deleted">,
): Promise<void> {
  const all = await listWorkbooks(catalogue);
  const others = all.filter((each) => each.id !== id);
  const latest = others.reduce((most, each) => Math.max(most, each.opened), 0);
  const deleted = all.find((each) => each.id === id)?.deleted ?? null;
  await put(catalogue, { id, name, opened: Math.max(opened, latest + 1), deleted });
}

/** Adds a workbook that nobody has opened yet: it does not become the next to open. Rejects with a StorageError. */
export async function addWorkbook(catalogue: KeyValue, id: WorkbookId, name: string): Promise<void> {
  await put(catalogue, { id, name, opened: 0, deleted: null });
}

/** False: there is no such workbook. Rejects with a StorageError. */
export async function amendWorkbook(
  catalogue: KeyValue,
  id: WorkbookId,
  part: Partial<Pick<CatalogueEntry, "name" | "deleted">>,
): Promise<boolean> {
  const entry = (await listWorkbooks(catalogue)).find((each) => each.id === id);
  if (entry === undefined) return false;
  await put(catalogue, { ...entry, ...part });
  return true;
}

/** Only of a workbook whose database is gone. Rejects with a StorageError. */
export async function forgetWorkbook(catalogue: KeyValue, id: WorkbookId): Promise<void> {
  await guarded(catalogue).delete([keyOf(id)]);
}
