/** A store with records of every class of key, and how its state looked after each entry. */
import type { JournalEntry } from "../../../src/core/change/index.ts";
import { journalKey } from "../../../src/storage/keys.ts";
import type { Draw } from "../states.ts";
import { flipBit } from "./damage.ts";
import { type Disk, MemoryKeyValue } from "./memory.ts";
import { bulkInsert, drawScript, type Picture, perform, pictureOf, renaming, reopen } from "./script.ts";

export const CLASSES = ["fmt", "j/", "p/", "root/", "c/", "o/", "t/", "q/"] as const;

export interface Everything {
  readonly disk: Disk;
  /** By seq. */
  readonly pictures: readonly Picture[];
}

const ENTRIES = 6;
/** After these entries there is a snapshot. */
export const SNAPSHOTS = [2, 4] as const;

/** A bulk change in parts (unless it is to be small), two snapshots, entries after each; the last entry takes the place of a damaged one. */
export async function drawEverything(draw: Draw, small = false): Promise<Everything> {
  const { steps, pictures } = drawScript(draw, ENTRIES, !small);
  const appends = steps.filter((step) => step.step === "append");
  const snapshots = new Set<number>(SNAPSHOTS);
  const planned = appends.flatMap((step) =>
    snapshots.has(step.entry.seq) ? [step, { step: "sort" as const }, { step: "compact" as const }] : [step],
  );
  const disk: Disk = new Map();
  await perform(new MemoryKeyValue(disk), { steps: planned, pictures });
  flipBit(disk, journalKey(ENTRIES), 0.5);
  const { store, session } = await reopen(new MemoryKeyValue(disk));
  const entry = renaming(ENTRIES, session.workbook, "instead");
  const result = await store.append(entry);
  if (result.type !== "saved" || entry.action.type !== "do") throw new Error(result.type);
  session.replay(entry, entry.action.change);
  return { disk, pictures: [...pictures.slice(0, ENTRIES), pictureOf(session)] };
}

/** A name and then a bulk change in parts, without a snapshot. */
export async function bulkLast(): Promise<Everything & { readonly bulk: JournalEntry }> {
  const disk: Disk = new Map();
  const { store, session } = await reopen(new MemoryKeyValue(disk));
  const pictures = [pictureOf(session)];
  const change = bulkInsert(1);
  const bulk: JournalEntry = {
    seq: 2,
    time: 1e12,
    cause: { type: "settings" },
    action: { type: "do", change },
  };
  for (const entry of [renaming(1, session.workbook, "before"), bulk]) {
    const result = await store.append(entry);
    if (result.type !== "saved" || entry.action.type !== "do") throw new Error(result.type);
    session.replay(entry, entry.action.change);
    pictures.push(pictureOf(session));
  }
  return { disk, pictures, bulk };
}
