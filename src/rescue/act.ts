/** What Rescue can do with a state: make it the workbook that opens, or write it as CSV. Nothing that was there is ever removed. */
import { type WorkbookId, workbookId } from "../core/model/index.ts";
import { runNow } from "../engine/steps.ts";
import { EXCEL, exportSource, writeCsvSteps } from "../exchange/index.ts";
import {
  amendWorkbook,
  type KeyValue,
  listWorkbooks,
  Mirror,
  markRestored,
  markUnfinished,
  type Note,
  noteOf,
  openStore,
  rememberWorkbook,
  restoreCopy,
} from "../storage/index.ts";
import type { Finding, Places, State } from "./find.ts";

export interface Deeds extends Places {
  catalogue(): KeyValue;
  reserve(): WorkbookId;
  /** Keeps others from discarding it meanwhile. */
  holding<T>(id: WorkbookId, work: () => Promise<T>): Promise<T>;
  keep(note: Note): void;
  /** Forgets the file that a workbook was last saved as, where it holds more than this entry. */
  forgetFileBeyond(id: WorkbookId, seq: number): void;
  now(): number;
}

/** Its database holds nothing; one that could not be read may hold everything. */
const isHollow = ({ states, problem }: Finding): boolean =>
  problem === null && states.every(({ copy }) => copy !== null);

/** In a database of its own, read back; until then it is marked as unfinished, so that nobody takes it for a workbook. */
async function restoreInto(
  deeds: Deeds,
  target: WorkbookId,
  { id }: Finding,
  { copy, standpoint, damage }: State,
): Promise<boolean> {
  const kv = deeds.open(target);
  if (copy === null || !(await restoreCopy(new Mirror(deeds.mirror(id), id), copy, kv, target))) return false;
  const opened = await openStore(kv, target, (work) => work());
  if (opened.type !== "open" || opened.store.seq !== standpoint.seq) return false;
  // Other copies that made up for it when it was shown may be gone.
  if (opened.damage.filter(({ healed }) => !healed).length > damage.length) return false;
  await markRestored(kv);
  return true;
}

/** Where it fails nothing of it stays; on a full disk it stays as it is, for a deletion might cost everything else. */
async function restoreWhole(
  deeds: Deeds,
  target: WorkbookId,
  finding: Finding,
  state: State,
): Promise<boolean> {
  let whole = false;
  try {
    whole = await deeds.holding(target, () => restoreInto(deeds, target, finding, state));
  } finally {
    if (!whole) await deeds.discard(target).catch(() => undefined);
  }
  return whole;
}

/** Neither listed nor taken away, it would be one more of its name at each try. */
async function takeBack(deeds: Deeds, target: WorkbookId): Promise<void> {
  // Where that cannot be said it may be listed.
  const listed = await listWorkbooks(deeds.catalogue()).catch(() => null);
  if (listed === null || listed.some(({ id }) => id === target)) return;
  await markUnfinished(deeds.open(target)).catch(() => undefined);
  await deeds.discard(target).catch(() => undefined);
}

/**
 * The state is what Tierbook opens next. A copy becomes a workbook of its own, beside whatever is left of the first;
 * the database is gone on with as it is, and what was saved beyond it is no longer expected. False: it cannot be.
 */
export async function restore(deeds: Deeds, finding: Finding, state: State): Promise<boolean> {
  const { id } = finding;
  const { copy, standpoint, workbook } = state;
  const target = copy === null ? id : deeds.reserve();
  if (copy !== null && !(await restoreWhole(deeds, target, finding, state))) return false;
  const time = deeds.now();
  const catalogue = deeds.catalogue();
  try {
    await rememberWorkbook(catalogue, { id: target, name: workbook.settings.name, opened: time });
  } catch (error) {
    if (copy !== null) await takeBack(deeds, target);
    throw error;
  }
  deeds.keep(noteOf({ workbook: target, time, ...standpoint }));
  deeds.forgetFileBeyond(target, standpoint.seq);
  // Whoever restores a workbook wants it back, also from among the deleted.
  await amendWorkbook(catalogue, target, { deleted: null });
  // Two of one name, of which one does not open: that one goes among the deleted, with its copies, where it can be had back.
  if (target !== id && isHollow(finding)) await amendWorkbook(catalogue, id, { deleted: time });
  return true;
}

export interface CsvFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A file for each sheet: every row and every field there is. Null where it cannot be read any more. */
export async function csvFiles({ read }: State): Promise<readonly CsvFile[] | null> {
  const session = await read();
  if (session === null) return null;
  const { sheets, settings } = session.workbook;
  return sheets.flatMap(({ id, name, fields }) => {
    const table = session.table(id);
    if (table === undefined) return [];
    const pieces: BlobPart[] = [];
    runNow(writeCsvSteps(exportSource(fields, table.order, table), EXCEL, (piece) => pieces.push(piece)));
    const blob = new Blob(pieces, { type: "text/csv;charset=utf-8" });
    return [{ name: `${settings.name} – ${name}.csv`, blob }];
  });
}

export const newId = (): WorkbookId => workbookId(crypto.randomUUID());
