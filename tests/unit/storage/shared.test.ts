/** One store, open in two tabs: what the one mends, writes or sweeps is safe from the other. */
import { describe, expect, it } from "vitest";
import { FORMAT_KEY, journalKey, PARTS } from "../../../src/storage/keys.ts";
import { type Entry, StorageError } from "../../../src/storage/keyvalue.ts";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { bulkInsert, pictureOf, renaming, reopen, WORKBOOK } from "../../support/storage/script.ts";

async function written(disk: Disk, entries: number): Promise<void> {
  const { store } = await reopen(new MemoryKeyValue(disk));
  for (let seq = 1; seq <= entries; seq++) {
    expect(await store.append(renaming(seq, WORKBOOK, "x"))).toEqual({ type: "saved" });
  }
}

const both = async (disk: Disk) =>
  [await reopen(new MemoryKeyValue(disk)), await reopen(new MemoryKeyValue(disk))] as const;

describe("a store in two tabs", () => {
  it("S1 a damaged tail that both found is set aside once: what the first then saved stays", async () => {
    const disk: Disk = new Map();
    await written(disk, 3);
    flipBit(disk, keysOf(disk, "j/")[2] ?? "", 0.5);
    const [a, b] = await both(disk);
    expect(await a.store.append(renaming(3, WORKBOOK, "a"))).toEqual({ type: "saved" });
    expect(await b.store.append(renaming(3, WORKBOOK, "b"))).toEqual({ type: "conflict" });
    const { session } = await reopen(new MemoryKeyValue(disk));
    expect(session.workbook.settings.name).toBe("a");
    expect(keysOf(disk, "q/")).toHaveLength(1);
  });

  it("S1 no snapshot is made of entries that the other has set aside: what that one saved in their place stays", async () => {
    const disk: Disk = new Map();
    await written(disk, 4);
    const a = await reopen(new MemoryKeyValue(disk));
    flipBit(disk, journalKey(3), 0.5);
    const b = await reopen(new MemoryKeyValue(disk));
    expect(await b.store.append(renaming(3, WORKBOOK, "b"))).toEqual({ type: "saved" });
    expect(await a.store.compact(a.session.snapshot(), 1e12)).toEqual({ type: "superseded" });
    const { session, opened } = await reopen(new MemoryKeyValue(disk));
    expect(session.workbook.settings.name).toBe("b");
    expect(opened).toMatchObject({ damage: [] });
    // A record that is damaged where it lies is made up for by the snapshot.
    const [c, twin] = [await reopen(new MemoryKeyValue(disk)), disk.get(journalKey(3))];
    flipBit(disk, journalKey(3), 0.5);
    expect(disk.get(journalKey(3))).not.toEqual(twin);
    expect(await c.store.compact(c.session.snapshot(), 1e12)).toMatchObject({ type: "published" });
  });

  it("S1 all that the other has set aside of what was read at opening is named, not the last of it alone", async () => {
    for (const snapshot of [false, true]) {
      const disk: Disk = new Map();
      await written(disk, 1);
      const first = await reopen(new MemoryKeyValue(disk));
      if (snapshot) await first.store.compact(first.session.snapshot(), 1e12);
      for (const seq of [2, 3, 4]) await first.store.append(renaming(seq, WORKBOOK, "x"));
      const a = await reopen(new MemoryKeyValue(disk));
      flipBit(disk, journalKey(2), 0.5);
      const b = await reopen(new MemoryKeyValue(disk));
      for (const seq of [2, 3, 4, 5]) await b.store.append(renaming(seq, WORKBOOK, "b"));
      expect(await a.store.append(renaming(5, WORKBOOK, "a"))).toEqual({ type: "conflict" });
      expect((await a.store.replaced()).map(({ key }) => key)).toEqual([2, 3, 4].map(journalKey));
      expect(await b.store.replaced()).toEqual([]);
    }
  });

  it("S1 a damaged record that the other has swept away since, with a snapshot of its own, is no loss of all: it is read anew", async () => {
    const disk: Disk = new Map();
    await written(disk, 1);
    for (const seq of [2, 3]) {
      const { session, store } = await reopen(new MemoryKeyValue(disk));
      expect(await store.compact(session.snapshot(), 1e12)).toMatchObject({ type: "published" });
      await store.append(renaming(seq, WORKBOOK, "x"));
    }
    flipBit(disk, keysOf(disk, "root/")[1] ?? "", 0.5);
    const [a, b] = await both(disk);
    const theirs = renaming(4, WORKBOOK, "b");
    expect(await b.store.append(theirs)).toEqual({ type: "saved" });
    const again = await reopen(new MemoryKeyValue(disk));
    expect(await again.store.compact(again.session.snapshot(), 1e12)).toMatchObject({ type: "published" });
    expect(await a.store.append(renaming(4, WORKBOOK, "a"))).toEqual({ type: "conflict" });
    const { store } = await reopen(new MemoryKeyValue(disk));
    expect(await store.append(renaming(5, WORKBOOK, "a"))).toEqual({ type: "saved" });
  });

  it("S1 follows what the other committed, and goes on from there", async () => {
    const disk: Disk = new Map();
    await written(disk, 1);
    const [a, b] = await both(disk);
    const entry = renaming(2, WORKBOOK, "a");
    await a.store.append(entry);
    expect(await b.store.append(renaming(2, WORKBOOK, "b"))).toEqual({ type: "conflict" });
    expect(await b.store.follow()).toEqual({ type: "entries", entries: [entry] });
    expect(await b.store.follow()).toEqual({ type: "entries", entries: [] });
    expect(await b.store.append(renaming(3, WORKBOOK, "b"))).toEqual({ type: "saved" });
  });

  it("S1 snapshots in turn: each is whole, and none is written over", async () => {
    const disk: Disk = new Map();
    await written(disk, 2);
    const [a, b] = await both(disk);
    expect(await a.store.compact(a.session.snapshot(), 1e12)).toEqual({ type: "published", gen: 1 });
    expect(await b.store.compact(b.session.snapshot(), 1e12)).toEqual({ type: "elsewhere", seq: 2 });
    expect(await b.store.compact(b.session.snapshot(), 1e12)).toEqual({ type: "published", gen: 2 });
    expect(await a.store.compact(a.session.snapshot(), 1e12)).toEqual({ type: "elsewhere", seq: 2 });
    expect(await a.store.compact(a.session.snapshot(), 1e12)).toEqual({ type: "published", gen: 3 });
    const { session, opened } = await reopen(new MemoryKeyValue(disk));
    expect(opened).toMatchObject({ damage: [], entries: [] });
    expect(pictureOf(session)).toEqual(pictureOf(a.session));
    expect(keysOf(disk, "root/")).toHaveLength(2);
  });
});

/** Counts the parts of bulk changes that are written through it. */
class CountingParts extends MemoryKeyValue {
  parts = 0;

  override putMany(entries: readonly Entry[], anchor?: string): Promise<void> {
    this.parts += entries.filter(({ key }) => key.startsWith(PARTS)).length;
    return super.putMany(entries, anchor);
  }
}

const bulkEntry = (seq: number) => {
  const change = bulkInsert(1);
  return { seq, time: 1e12, cause: { type: "settings" }, action: { type: "do", change } } as const;
};

describe("a record that is refused because what it stands beside is gone", () => {
  const PARTS_OF_BULK = 4;

  it("S1 writes its parts no second time where another tab has set the record before aside", async () => {
    const disk: Disk = new Map();
    await written(disk, 1);
    const kv = new CountingParts(disk);
    const { store } = await reopen(kv);
    expect(await store.append(renaming(2, WORKBOOK, "mine"))).toEqual({ type: "saved" });
    flipBit(disk, journalKey(2), 0.5);
    const other = await reopen(new MemoryKeyValue(disk));
    await other.store.append(renaming(2, WORKBOOK, "theirs"));
    const entry = bulkEntry(3);
    for (let n = 0; n < 3; n++) expect(await store.append(entry)).toEqual({ type: "conflict" });
    expect(kv.parts).toBe(PARTS_OF_BULK);
    expect(await store.replaced()).toMatchObject([{ what: "change", seq: 2, healed: false }]);
    expect(await other.store.replaced()).toEqual([]);
  });

  it("S5 writes its parts once more where these were swept, and no more where all has vanished", async () => {
    const disk: Disk = new Map();
    await written(disk, 1);
    const kv = new CountingParts(disk);
    const { store } = await reopen(kv);
    const other = await reopen(new MemoryKeyValue(disk));
    await other.store.append(renaming(2, WORKBOOK, "faster"));
    const { action } = bulkEntry(2);
    expect(await store.append({ ...bulkEntry(2), action })).toEqual({ type: "conflict" });
    await store.follow();
    for (const key of keysOf(disk, PARTS)) disk.delete(key);
    const format = disk.get(FORMAT_KEY) ?? new Uint8Array();
    disk.delete(FORMAT_KEY);
    const again = { ...bulkEntry(3), action };
    for (let n = 0; n < 3; n++) expect((await store.append(again)).type).toBe("failed");
    expect(kv.parts).toBe(PARTS_OF_BULK);
    disk.set(FORMAT_KEY, format);
    expect(await store.append(again)).toEqual({ type: "saved" });
    expect(kv.parts).toBe(2 * PARTS_OF_BULK);
  });

  it("S1 is saved where it was written and its answer lost, and the one before is damaged since, and says so: a snapshot then makes up for that one", async () => {
    const disk: Disk = new Map();
    await written(disk, 1);
    const kv = new MemoryKeyValue(disk);
    const add = kv.add.bind(kv);
    const { store, session } = await reopen(kv);
    kv.add = async (...args) => {
      await add(...args);
      flipBit(disk, journalKey(1), 0.999);
      kv.add = add;
      throw new StorageError({ type: "lostConnection" });
    };
    const [entry, next] = [renaming(2, WORKBOOK, "once"), renaming(3, WORKBOOK, "twice")];
    expect((await store.append(entry)).type).toBe("failed");
    expect(await store.append(entry)).toEqual({ type: "saved", broken: true });
    expect(await store.append(next)).toEqual({ type: "saved" });
    for (const each of [entry, next]) if (each.action.type === "do") session.replay(each, each.action.change);
    expect(await store.compact(session.snapshot(), 1e12)).toMatchObject({ type: "published" });
    const again = await reopen(new MemoryKeyValue(disk));
    expect(again.session.workbook.settings.name).toBe("twice");
    expect(again.opened).toMatchObject({ damage: [] });
  });

  it("S1 is no one's of another tab that stands there, and that one is followed", async () => {
    const disk: Disk = new Map();
    await written(disk, 1);
    const [a, b] = await both(disk);
    const theirs = renaming(2, WORKBOOK, "b");
    await b.store.append(theirs);
    flipBit(disk, journalKey(1), 0.999);
    expect(await a.store.append(renaming(2, WORKBOOK, "a"))).toEqual({ type: "conflict" });
    expect(await a.store.follow()).toEqual({ type: "entries", entries: [theirs] });
    expect(await a.store.append(renaming(3, WORKBOOK, "a"))).toEqual({ type: "saved" });
  });

  it("S1 is looked for behind a clean opening too, but not where the snapshot stands alone", async () => {
    for (const alone of [false, true]) {
      const disk: Disk = new Map();
      await written(disk, 2);
      const first = await reopen(new MemoryKeyValue(disk));
      await first.store.compact(first.session.snapshot(), 1e12);
      if (alone) for (const key of keysOf(disk, "j/")) disk.delete(key);
      const { store } = await reopen(new MemoryKeyValue(disk));
      if (!alone) disk.delete(journalKey(2));
      expect((await store.append(renaming(3, WORKBOOK, "on"))).type).toBe(alone ? "saved" : "conflict");
    }
  });
});
