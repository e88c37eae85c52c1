/** Stores with two snapshots that the mirror has too, what may be lost of them, and a copy put into a database of its own. */
import { workbookId } from "../../../src/core/model/index.ts";
import { makeRandom } from "../../../src/core/template/random.ts";
import { restoreCopy } from "../../../src/storage/copies.ts";
import { journalKey } from "../../../src/storage/keys.ts";
import type { Bytes } from "../../../src/storage/keyvalue.ts";
import { Mirror, type MirrorFiles } from "../../../src/storage/mirror.ts";
import type { Draw } from "../states.ts";
import { flipBit, keysOf } from "./damage.ts";
import { type Disk, MemoryKeyValue } from "./memory.ts";
import { MemoryMirror } from "./memoryMirror.ts";
import { drawScript, type Picture, reopen, type Script, WORKBOOK } from "./script.ts";

export interface Kept {
  readonly disk: Disk;
  readonly files: Map<string, Bytes>;
  readonly pictures: readonly Picture[];
  /** Entry of the newest mirrored snapshot, and of the last one. */
  readonly mirrored: number;
  readonly last: number;
  /** The disk as it was at the first snapshot. */
  readonly early: Disk;
}

export const FIRST = 3;
export const outside = (files: Map<string, Bytes> | null): MirrorFiles | null =>
  files === null ? null : new MemoryMirror(files);
export const alone = <T>(work: () => Promise<T>): Promise<T> => work();

/** A script with two snapshots, each copied to the mirror, and entries after them. */
async function keep(script: Script): Promise<Kept> {
  const disk: Disk = new Map();
  const files = new Map<string, Bytes>();
  let early: Disk = new Map();
  const { store, session } = await reopen(new MemoryKeyValue(disk), outside(files));
  // Undoing needs the entry that it turns back, which the tests take away.
  const undone = script.steps.some(
    (step) => step.step === "append" && step.entry.seq === 7 && step.entry.action.type === "undo",
  );
  const mirrored = undone ? 7 : 6;
  for (const step of script.steps) {
    if (step.step !== "append") continue;
    const { entry, change } = step;
    if ((await store.append(entry)).type !== "saved") throw new Error(`entry ${entry.seq}`);
    session.replay(entry, change);
    if (entry.seq !== FIRST && entry.seq !== mirrored) continue;
    const compacted = await store.compact(session.snapshot(), 1e12);
    const copied = await store.mirror();
    if (compacted.type !== "published" || copied.type !== "mirrored") throw new Error(copied.type);
    if (early.size === 0) early = new Map(disk);
  }
  return { disk, files, pictures: script.pictures, mirrored, last: script.pictures.length - 1, early };
}

export const draws = (draw: Draw): Promise<Kept> => keep(drawScript(draw, 8));

/** Takes away the beginning of the journal, so that snapshots cannot be made from it. */
export function forget(disk: Disk, upTo: number): void {
  for (let seq = 1; seq <= upTo; seq++) disk.delete(journalKey(seq));
}

/** What is wrong with the database; the entry up to which the mirror makes up for it. */
export type Loss = (kept: Kept, seed: number) => { readonly disk: Disk; readonly seq: number };

const damaged =
  (prefix: string): Loss =>
  ({ disk: whole, last, mirrored }, seed) => {
    const disk = new Map(whole);
    const random = makeRandom(seed);
    forget(disk, mirrored);
    const keys = keysOf(disk, prefix);
    for (const key of keys.slice(0, 1 + random.below(keys.length))) flipBit(disk, key, random.next());
    return { disk, seq: last };
  };

export const LOSSES: readonly (readonly [string, Loss])[] = [
  ["damaged chunks", damaged("c/")],
  ["damaged orders", damaged("o/")],
  ["damaged roots", damaged("root/")],
  [
    "no roots",
    ({ disk: whole, last, mirrored }) => {
      const disk = new Map(whole);
      forget(disk, mirrored);
      for (const key of keysOf(disk, "root/")) disk.delete(key);
      return { disk, seq: last };
    },
  ],
  [
    "a journal broken before the newest snapshot, which is gone",
    ({ disk: whole, last }) => {
      const disk = new Map(whole);
      const roots = keysOf(disk, "root/");
      disk.delete(journalKey(5));
      disk.delete(roots.at(-1) ?? "");
      return { disk, seq: last };
    },
  ],
];

export const OTHER = workbookId("restored");

/** The newest copy put into a database of its own. */
export async function restore(files: ReadonlyMap<string, Bytes>, which = 0): Promise<Disk | null> {
  const mirror = new Mirror(new MemoryMirror(new Map(files)), WORKBOOK.id);
  const copy = (await mirror.copies())[which];
  const disk: Disk = new Map();
  if (copy === undefined) return null;
  return (await restoreCopy(mirror, copy, new MemoryKeyValue(disk), OTHER)) ? disk : null;
}
