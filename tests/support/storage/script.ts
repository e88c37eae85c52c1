/** Seeded histories of a workbook: what is appended, compacted and reopened, and how the state looks after each entry. */
import fc from "fast-check";
import { applyChange, type Change, invert, type JournalEntry } from "../../../src/core/change/index.ts";
import { fieldId, packAtoms, sheetId, type Workbook } from "../../../src/core/model/index.ts";
import { rankSteps } from "../../../src/engine/query/ranks.ts";
import { type Environment, Session } from "../../../src/engine/session/session.ts";
import { runNow } from "../../../src/engine/steps.ts";
import type { KeyValue } from "../../../src/storage/keyvalue.ts";
import type { MirrorFiles } from "../../../src/storage/mirror.ts";
import { type OpenedStore, openStore, type Store } from "../../../src/storage/store.ts";
import { oracleState } from "../oracle.ts";
import { baseWorkbook, type Draw, drawOp, inOrder, oraclePicture } from "../states.ts";

export type Picture = ReturnType<typeof oraclePicture>;

export type Step =
  | { readonly step: "append"; readonly entry: JournalEntry; readonly change: Change }
  | { readonly step: "compact" }
  /** Puts texts in order, which the next snapshot then keeps. */
  | { readonly step: "sort" }
  | { readonly step: "reopen" };

export interface Script {
  readonly steps: readonly Step[];
  /** By seq; the first is of the state before any entry. */
  readonly pictures: readonly Picture[];
}

export const WORKBOOK: Workbook = baseWorkbook();
const environment: Environment = { newType: () => ({ storage: "text" }), today: () => 20_000 };

/** Enough rows for three chunks, whose text makes the change too large for one record. */
export function bulkInsert(firstId: number): Change {
  const ids = Uint32Array.from({ length: 2500 }, (_, index) => firstId + index);
  const texts = Array.from(ids, (id) => `${id} `.padEnd(500, "客户"));
  const columns = new Map([[fieldId("f0"), packAtoms(false, texts)]]);
  return { ops: [{ op: "insertRows", sheet: sheetId("s1"), blocks: [{ at: 0, ids, columns }] }] };
}

/** `bulk`: begins with `bulkInsert`. Where there is something to undo, some entries are an undo. */
export function drawScript(draw: Draw, entries: number, bulk = false): Script {
  const oracle = oracleState(WORKBOOK);
  let lastId = 0;
  const nextId = (): number => ++lastId;
  const steps: Step[] = [];
  const pictures: Picture[] = [oraclePicture(oracle)];
  const append = (change: Change, action: JournalEntry["action"]): void => {
    const seq = pictures.length;
    applyChange(oracle, change);
    pictures.push(oraclePicture(oracle));
    steps.push({
      step: "append",
      entry: { seq, time: 1e12 + seq, cause: { type: "settings" }, action },
      change,
    });
  };
  if (bulk) {
    const change = bulkInsert(1);
    lastId = 2500;
    append(change, { type: "do", change });
  }
  while (pictures.length <= entries) {
    const last = steps.at(-1);
    const kind = draw(() => fc.constantFrom("do", "do", "do", "undo", "compact", "reopen"));
    if (kind === "undo" && last?.step === "append" && last.entry.action.type === "do") {
      append(invert(last.change), { type: "undo", seq: last.entry.seq });
    } else if (kind === "compact" || kind === "reopen") {
      steps.push({ step: kind });
    } else {
      const change = { ops: [drawOp(draw, oracle, nextId)] };
      append(change, { type: "do", change });
    }
  }
  return { steps, pictures };
}

export function pictureOf(session: Session): Picture {
  return {
    workbook: inOrder(session.workbook),
    tables: session.workbook.sheets.map((sheet) => {
      const table = session.table(sheet.id);
      const rows = Array.from(table?.order ?? [], (slot) => [
        table?.idOf(slot) ?? 0,
        ...sheet.fields.map((field) => table?.atom(field.id, slot) ?? null),
      ]);
      return { sheet: sheet.id, rows };
    }),
  };
}

async function changeOf(store: Store, entry: JournalEntry): Promise<Change> {
  if (entry.action.type === "do") return entry.action.change;
  const read = await store.read(entry.action.seq);
  if (read.type !== "entry" || read.entry.action.type !== "do")
    throw new Error(`no change ${entry.action.seq}`);
  return entry.action.type === "undo" ? invert(read.entry.action.change) : read.entry.action.change;
}

export async function sessionOf(opened: Extract<OpenedStore, { type: "open" }>): Promise<Session> {
  const session = new Session(opened.snapshot ?? WORKBOOK, environment);
  const past = await opened.store.history(1, session.seq);
  if (past.type !== "history") throw new Error(past.type);
  session.history.tear();
  for (const entry of past.entries) session.history.record(entry);
  for (const entry of opened.entries) session.replay(entry, await changeOf(opened.store, entry));
  return session;
}

export interface Open {
  readonly store: Store;
  readonly session: Session;
  readonly opened: OpenedStore;
}

/** Throws where nothing opens: no test expects that of a whole store. */
export async function reopen(kv: KeyValue, mirror: MirrorFiles | null = null): Promise<Open> {
  const opened = await openStore(kv, WORKBOOK.id, (work) => work(), mirror);
  switch (opened.type) {
    case "empty":
      return { store: opened.store, session: new Session(WORKBOOK, environment), opened };
    case "open":
      return { store: opened.store, session: await sessionOf(opened), opened };
    case "lost":
    case "tooNew":
    case "failed":
      throw new Error(JSON.stringify(opened));
  }
}

function sortTexts(session: Session): void {
  const column = session.table(sheetId("s1"))?.columns.get(fieldId("f0"));
  if (column?.form === "coded") runNow(rankSteps(column, "en"));
}

/** Runs a script until its end or the first thing that fails; returns the seq of the last acknowledged entry. */
export async function perform(kv: KeyValue, script: Script): Promise<number> {
  let saved = 0;
  try {
    let { store, session } = await reopen(kv);
    for (const step of script.steps) {
      if (step.step === "append") {
        if ((await store.append(step.entry)).type !== "saved") return saved;
        saved = step.entry.seq;
        session.replay(step.entry, step.change);
      } else if (step.step === "compact") {
        if ((await store.compact(session.snapshot(), 1e12)).type === "failed") return saved;
      } else if (step.step === "sort") {
        sortTexts(session);
      } else {
        ({ store, session } = await reopen(kv));
      }
    }
  } catch (error) {
    // A store that died while it was opened.
    if (!String(error).includes("lostConnection")) throw error;
  }
  return saved;
}

/** An entry that fits any state: it renames the workbook. */
export function renaming(seq: number, workbook: Workbook, name: string): JournalEntry {
  const { settings } = workbook;
  const change: Change = { ops: [{ op: "settings", before: settings, after: { ...settings, name } }] };
  return { seq, time: 1e12, cause: { type: "settings" }, action: { type: "do", change } };
}
