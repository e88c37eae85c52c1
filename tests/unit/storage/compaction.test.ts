/** What snapshots leave behind that could not be published: the room they took is given back. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { ROOTS } from "../../../src/storage/keys.ts";
import { type Anchor, StorageError } from "../../../src/storage/keyvalue.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { drawScript, perform, pictureOf, renaming, reopen } from "../../support/storage/script.ts";

/** All there is room for but the root, which comes last. */
class NearlyFull extends MemoryKeyValue {
  override async add(key: string, bytes: Uint8Array<ArrayBuffer>, ...anchors: readonly Anchor[]) {
    if (key.startsWith(ROOTS)) throw new StorageError({ type: "quota" });
    return super.add(key, bytes, ...anchors);
  }
}

/** Three chunks, in a snapshot and in the one before it. */
async function snapshots(): Promise<Disk> {
  const disk: Disk = new Map();
  const gen = fc.gen().map((draw) => drawScript(draw, 1, true));
  const [script] = fc.sample(gen, { numRuns: 1, seed: 1 });
  if (script === undefined) throw new Error("no script");
  const compact = { step: "compact" } as const;
  await perform(new MemoryKeyValue(disk), { ...script, steps: [...script.steps, compact, compact] });
  expect(keysOf(disk, ROOTS)).toHaveLength(2);
  return disk;
}

/** An edit, and a snapshot that finds no room for its root. Opened anew, no chunk is known to be as it was. */
async function tryInVain(disk: Disk, name: string): Promise<void> {
  const { store, session } = await reopen(new NearlyFull(disk));
  const entry = renaming(session.seq + 1, session.workbook, name);
  expect((await store.append(entry)).type).toBe("saved");
  if (entry.action.type === "do") session.replay(entry, entry.action.change);
  const seen = pictureOf(session);
  const result = await store.compact(session.snapshot(), 1e12);
  expect(result).toEqual({ type: "failed", failure: { type: "quota" } });
  expect(pictureOf((await reopen(new MemoryKeyValue(disk))).session)).toEqual(seen);
}

it("S1 a snapshot that found no room leaves as much to the next, however often that is, and all before it stays", async () => {
  const disk = await snapshots();
  const before = [...disk.keys()];
  const left = new Set<number>();
  for (let tries = 0; tries < 4; tries++) {
    await tryInVain(disk, `try ${tries}`);
    left.add(keysOf(disk, "o/").length);
    for (const key of before) expect(disk.has(key), key).toBe(true);
  }
  expect(left.size).toBe(1);
  const { store, session } = await reopen(new MemoryKeyValue(disk));
  // No number is given twice, so that nothing is ever written over.
  expect(await store.compact(session.snapshot(), 1e12)).toEqual({ type: "published", gen: 7 });
});

it("S3 where rows are lost, nothing goes that may be a version of them", async () => {
  const disk = await snapshots();
  await tryInVain(disk, "once");
  const unnamed = keysOf(disk, "o/").at(-1) ?? "";
  for (const key of [...keysOf(disk, ROOTS).slice(0, 1), ...keysOf(disk, "j/").slice(0, 1)]) disk.delete(key);
  for (const key of keysOf(disk, "c/")) flipBit(disk, key, 0.5);
  const { store, session, opened } = await reopen(new NearlyFull(disk));
  expect(opened.type === "open" && opened.damage.some(({ healed }) => !healed)).toBe(true);
  expect((await store.compact(session.snapshot(), 1e12)).type).toBe("failed");
  expect(disk.has(unnamed)).toBe(true);
});
