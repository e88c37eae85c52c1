/** Random edits from several tabs at once, and what must be true of the workbook when they have come to rest. */
import { isDeepStrictEqual } from "node:util";
import type { JournalEntry } from "../../../src/core/change/index.ts";
import {
  atomAt,
  type FieldId,
  fieldId,
  packAtoms,
  type RowId,
  type SheetId,
} from "../../../src/core/model/index.ts";
import type { Random } from "../../../src/core/template/random.ts";
import { openStore } from "../../../src/storage/index.ts";
import type { Command, Dispatched } from "../../../src/worker/api.ts";
import { MemoryKeyValue } from "../storage/memory.ts";
import { pictureOf } from "../storage/script.ts";
import { type BrowserOptions, rest, setup, type Tab, Tabs } from "./tabs.ts";

const SHEET = "customers" as SheetId;
const NAME = fieldId("name");
const CITY = fieldId("city");

interface Drawn {
  readonly command: Command;
  /** What nobody else types; null where nothing is typed. */
  readonly text: string | null;
  /** The same of many cells at once: by row, or in rows that come with them (0). */
  readonly pasted?: readonly (readonly [row: RowId | 0, text: string])[];
}

interface Asked extends Drawn {
  readonly answer: Promise<Dispatched>;
}

/** Rows that are there before the race: their ids are final. */
const FIRST_ROWS = ["a", "b", "c"] as const;

function rowsOf({ host }: Tab): readonly RowId[] {
  const table = host.session.table(SHEET);
  return Array.from(table?.order ?? [], (slot) => table?.idOf(slot) ?? (0 as RowId));
}

/** Over rows that are there, and with one more row below them. */
function drawPaste(rows: readonly RowId[], field: FieldId, text: string, below: boolean): Drawn {
  const over = rows.map((row, index) => [row, `${text}+${index}`] as const);
  const more = below ? ([[0, `${text}+below`]] as const) : [];
  const pack = (cells: readonly (readonly [unknown, string])[]) =>
    packAtoms(
      false,
      cells.map(([, each]) => each),
    );
  const columns = [{ field, rows: Uint32Array.from(rows), values: pack(over) }];
  const added = { count: more.length, columns: [{ field, values: pack(more) }] };
  const command: Command = { type: "setCells", sheet: SHEET, columns, ...(below ? { added } : {}) };
  return { command, text: null, pasted: [...over, ...more] };
}

/** Empty ones before one that is there, copies of it, or what is said and done about one that looks like it. */
function drawRows(rows: readonly RowId[], random: Random): Command {
  const [row, other] = [random.pick(rows), random.pick(rows)];
  const what = random.below(8);
  if (row !== other && what === 0) return { type: "keepApart", sheet: SHEET, rows: [row, other] };
  if (row !== other && what === 1)
    return { type: "mergeRows", sheet: SHEET, keep: row, drop: [other], take: [] };
  return what % 2 === 0
    ? { type: "insertRows", sheet: SHEET, before: row, count: 1 + random.below(3) }
    : { type: "duplicateRows", sheet: SHEET, rows: [row] };
}

function drawCommand(tab: Tab, random: Random, text: string): Drawn {
  const rows = rowsOf(tab);
  const field: FieldId = random.pick([NAME, CITY]);
  const fill: Command = { type: "addRow", sheet: SHEET, field, value: text };
  const [sheet] = tab.host.session.workbook.sheets;
  const [view] = sheet?.views ?? [];
  switch (random.below(19)) {
    case 0:
      return { command: { type: "undo" }, text: null };
    case 1:
      return { command: { type: "redo" }, text: null };
    case 2:
      return { command: fill, text };
    case 3:
      return { command: { type: "addRow", sheet: SHEET }, text: null };
    case 4:
      if (rows.length === 0) return { command: fill, text };
      return { command: { type: "deleteRows", sheet: SHEET, rows: [random.pick(rows)] }, text: null };
    case 5:
      return { command: { type: "addField", sheet: SHEET, name: text, kind: "text" }, text: null };
    case 6:
      return {
        command: { type: "addSheet", name: text, fieldName: "Name", viewName: "All" },
        text: null,
      };
    case 7: {
      if (view === undefined) return { command: fill, text };
      const sort = [{ field, direction: random.pick(["ascending", "descending"] as const) }];
      return {
        command: { type: "setView", sheet: SHEET, view: { ...view, sort }, what: "sort" },
        text: null,
      };
    }
    case 8: {
      const there = rows.filter((row) => row <= FIRST_ROWS.length);
      return there.length === 0
        ? { command: fill, text }
        : drawPaste(there, field, text, random.below(2) === 0);
    }
    case 12:
      return rows.length === 0 ? { command: fill, text } : { command: drawRows(rows, random), text: null };
    case 9: {
      const sheets = tab.host.session.workbook.sheets;
      return {
        command: { type: "moveSheet", sheet: random.pick(sheets).id, to: random.below(sheets.length) },
        text: null,
      };
    }
    case 10:
      return { command: { type: "duplicateSheet", sheet: SHEET, name: text }, text: null };
    case 11: {
      // The first one stays: what is typed goes there.
      const others = tab.host.session.workbook.sheets.filter(({ id }) => id !== SHEET);
      if (others.length === 0) return { command: fill, text };
      return { command: { type: "deleteSheet", sheet: random.pick(others).id }, text: null };
    }
    default:
      if (rows.length === 0) return { command: fill, text };
      return { command: { type: "setCell", sheet: SHEET, row: random.pick(rows), field, value: text }, text };
  }
}

/** Lets every tab do `edits` things, waiting for an answer only now and then. */
export async function act(tab: Tab, name: string, edits: number, random: Random): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (let n = 0; n < edits; n++) {
    const drawn = drawCommand(tab, random, `${name}.${n}`);
    const answer = tab.host.dispatch(drawn.command);
    asked.push({ ...drawn, answer });
    if (random.below(4) === 0) tab.host.session.screens.query(SHEET, "");
    if (random.below(3) === 0) await answer;
    else if (random.below(2) === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return asked;
}

/** How often each text stands in an entry of the journal, and the row it was put into as a new one. */
async function journalOf(tabs: Tabs) {
  const opened = await openStore(new MemoryKeyValue(tabs.disk), "w1" as never, (work) => work());
  if (opened.type !== "open") throw new Error(opened.type);
  // All of it: on a slow machine there may be a snapshot, and what opens begins behind that.
  const entries: JournalEntry[] = [];
  for (let seq = 1; seq <= opened.store.seq; seq++) {
    const read = await opened.store.read(seq);
    if (read.type !== "entry") throw new Error(`entry ${seq}: ${read.type}`);
    entries.push(read.entry);
  }
  const written = new Map<string, number>();
  const added = new Map<string, number>();
  /** Rows that were taken away at any time, be it by undo. */
  const removed = new Set<number>();
  const inserted = new Map<number, number[]>();
  const count = (atom: unknown): void =>
    void (typeof atom === "string" && written.set(atom, (written.get(atom) ?? 0) + 1));
  for (const { seq, action, cause } of entries) {
    if (action.type !== "do") for (const id of inserted.get(action.seq) ?? []) removed.add(id);
    for (const op of action.type === "do" ? action.change.ops : []) {
      // Copies of the sheet hold everything once more.
      if (!("sheet" in op) || op.sheet !== SHEET) continue;
      if (op.op === "cells") for (const index of op.rows.keys()) count(atomAt(op.after, index));
      if (op.op !== "insertRows" && op.op !== "removeRows") continue;
      for (const { ids, columns } of op.blocks) {
        if (op.op === "removeRows") for (const id of ids) removed.add(id);
        if (op.op === "removeRows") continue;
        inserted.set(seq, [...(inserted.get(seq) ?? []), ...ids]);
        // They hold what they were copied from.
        if (cause.type === "duplicateRows") continue;
        for (const [index, id] of ids.entries()) {
          for (const column of columns.values()) {
            const atom = atomAt(column, index);
            count(atom);
            if (typeof atom === "string") added.set(atom, id);
          }
        }
      }
    }
  }
  return { written, added, removed, damage: opened.damage };
}

/** What each tab shows of the state: all that must be the same everywhere. */
const stateOf = ({ host }: Tab) => ({
  picture: pictureOf(host.session),
  undo: host.session.history.undo,
  redo: host.session.history.redo,
  seq: host.session.seq,
});

async function lostOrDoubled(
  tabs: Tabs,
  open: readonly Tab[],
  asked: readonly Asked[],
): Promise<string | null> {
  const { written, added, removed, damage } = await journalOf(tabs);
  if (damage.length > 0) return `damage: ${JSON.stringify(damage)}`;
  const given = new Set<number>();
  const returned = new Set(
    open.flatMap(({ events }) => events.map((e) => (e.type === "dropped" ? e.typed : undefined))),
  );
  const dropped = new Set(
    open.flatMap(({ events }) => events.flatMap((e) => (e.type === "dropped" ? [e.refusal.refused] : []))),
  );
  let missed = 0;
  for (const { command, text, pasted, answer } of asked) {
    const done = await answer;
    for (const [row, each] of pasted ?? []) {
      const times = written.get(each) ?? 0;
      const must = done.ok && !removed.has(row) && dropped.size === 0;
      if (times > 1 || (must && times === 0)) return `${each}, pasted, stands ${times} times`;
      if (times === 0 && dropped.size === 0) missed += 1;
    }
    const kept = done.ok && (text === null || !returned.has(text));
    const times = text === null ? null : (written.get(text) ?? 0);
    if (times !== null && times !== (kept ? 1 : 0)) return `${text} stands ${times} times, kept: ${kept}`;
    if (!done.ok && text !== null && done.typed !== text) return `${text} was lost without a word`;
    if (command.type !== "addRow" || !done.ok || done.row === undefined) continue;
    if (given.has(done.row)) return `row ${done.row} was given twice`;
    given.add(done.row);
    if (text !== null && added.get(text) !== done.row) return `${text} is in another row than was said`;
  }
  const told = open
    .flatMap(({ events }) => events.map((event) => (event.type === "missed" ? event.cells : 0)))
    .reduce((sum, cells) => sum + cells, 0);
  if (told < missed) return `${missed} pasted cells were lost, ${told} told of`;
  return null;
}

/** Races `count` tabs from one new workbook; what is wrong afterwards, or null. */
export async function race(
  count: number,
  edits: number,
  options: BrowserOptions & { readonly patience?: number },
): Promise<string | null> {
  const { random } = options;
  const tabs = new Tabs(options);
  const first = await tabs.open();
  await first.host.create("blank", setup);
  for (const value of FIRST_ROWS) {
    await first.host.dispatch({ type: "addRow", sheet: SHEET, field: NAME, value });
  }
  await first.host.settled();
  const open = [first];
  while (open.length < count) open.push(await tabs.open());
  for (const { sleep } of open) sleep(random.below(4) === 0);
  const asked = (await Promise.all(open.map((tab, n) => act(tab, `t${n}`, edits, random)))).flat();
  await rest(open, options.patience);
  const wrong = await lostOrDoubled(tabs, open, asked);
  if (wrong !== null) return wrong;
  const folded = stateOf(await tabs.open());
  const other = open.find((tab) => !isDeepStrictEqual(stateOf(tab), folded));
  if (other === undefined) return null;
  const { seq, undo, redo } = stateOf(other);
  const differs = isDeepStrictEqual(stateOf(other).picture, folded.picture) ? "history" : "content";
  return `${differs} unlike the journal's: ${JSON.stringify([seq, undo, redo, folded.seq, folded.undo, folded.redo])}`;
}
