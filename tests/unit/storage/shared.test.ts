/** One store, open in two tabs: what the one mends, writes or sweeps is safe from the other. */
import { describe, expect, it } from "vitest";
import { flipBit, keysOf } from "../../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../../support/storage/memory.ts";
import { pictureOf, renaming, reopen, WORKBOOK } from "../../support/storage/script.ts";

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
