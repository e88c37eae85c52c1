/** A new workbook: an empty one in a place of its own, and what makes it one to begin with. */
import type { Op } from "../core/change/index.ts";
import { emptyWorkbook, type Sheet, sheetId, type WorkbookSettings } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { SAMPLE_ROWS, sampleCustomers } from "../core/template/sample.ts";
import { type Environment, Session } from "../engine/session/session.ts";
import { openStore, StorageError } from "../storage/index.ts";
import type { CreateSource, NewWorkbook } from "./api.ts";
import type { Opening } from "./open.ts";
import { mending } from "./opening.ts";
import type { Platform } from "./platform.ts";

export const FIRST_SHEET = sheetId("customers");

/** For a workbook that has these settings and nothing else. */
export type OpsFor = (empty: WorkbookSettings) => readonly Op[];

function withSheet(setup: NewWorkbook, sheet: Sheet, rows: readonly Op[] = []): OpsFor {
  const after = { name: setup.words.workbook, locale: setup.locale, currency: setup.currency };
  return (empty) => [
    { op: "settings", before: empty, after },
    { op: "sheet", edit: { before: null, after: { index: 0, item: sheet } } },
    ...rows,
  ];
}

export function newWorkbookOps(source: CreateSource, setup: NewWorkbook, today: number): OpsFor {
  const plain = customersSheet(FIRST_SHEET, setup.words);
  if (source === "blank") return withSheet(setup, plain);
  const { sheet, columns } = sampleCustomers(plain, setup.words.sample, today);
  const ids = Uint32Array.from({ length: SAMPLE_ROWS }, (_, index) => index + 1);
  return withSheet(setup, sheet, [
    { op: "insertRows", sheet: FIRST_SHEET, blocks: [{ at: 0, ids, columns }] },
  ]);
}

/** An empty one. The catalogue learns of it only when its first entry is on disk and it is `wanted`. */
export async function newWorkbook(
  platform: Platform,
  environment: Environment,
  wanted: Promise<boolean>,
): Promise<Opening> {
  const id = platform.reserve();
  const kv = platform.open(id);
  const opened = await openStore(kv, id, mending(platform, id), platform.mirror(id));
  if (opened.type !== "empty") throw new Error(`workbook ${id} is not new`);
  const session = new Session(emptyWorkbook(id), environment);
  const register = async (): Promise<void> => {
    if (!(await wanted)) throw new StorageError({ type: "vanished" });
    await platform.hold(id);
    await platform.remember(id, session.workbook.settings.name);
  };
  return { id, kv, session, store: opened.store, register };
}
