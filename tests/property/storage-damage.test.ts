/** S3: a flipped bit, wherever it is, is found, named and set aside; the rest opens. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../src/core/template/random.ts";
import { decodeRoot, namedBy } from "../../src/storage/codec/root.ts";
import { decodeChunk } from "../../src/storage/codec/rows.ts";
import { readEntry } from "../../src/storage/journal.ts";
import { journalKey } from "../../src/storage/keys.ts";
import { openStore } from "../../src/storage/store.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { flipBit, keysOf, payloadOf, reseal, resealChunk, resealOrder } from "../support/storage/damage.ts";
import {
  bulkLast,
  CLASSES,
  drawEverything,
  type Everything,
  SNAPSHOTS,
} from "../support/storage/everything.ts";
import { inspectStore } from "../support/storage/inspect.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import { type Open, pictureOf, renaming, reopen, WORKBOOK } from "../support/storage/script.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

type KeyClass = (typeof CLASSES)[number];

/** Flips of records of each class in one random store; the store itself takes longest to make. */
async function eachFlip(
  classes: readonly KeyClass[],
  flips: number,
  visit: (everything: Everything, disk: Disk, key: string, at: number, prefix: KeyClass) => Promise<void>,
  small = false,
): Promise<void> {
  await checkAsync(
    fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
      const everything = await drawEverything(draw, small);
      const random = makeRandom(seed);
      for (const prefix of classes) {
        const keys = keysOf(everything.disk, prefix);
        for (let n = 0; n < flips && keys.length > 0; n++) {
          const disk = new Map(everything.disk);
          await visit(everything, disk, random.pick(keys), random.next(), prefix);
        }
      }
    }),
    1,
  );
}

async function flawsOf(disk: Disk): Promise<readonly string[]> {
  const found = await inspectStore(new MemoryKeyValue(disk));
  if (found.type === "failed") throw new Error(found.failure.type);
  return found.flaws.map(({ key }) => key);
}

/** Whether opening reads the record at all: the format, roots, and what the newest snapshot and its tail need. */
async function isRead(key: string, whole: Disk): Promise<boolean> {
  if (key.startsWith("j/")) return seqOf(key) > SNAPSHOTS[1];
  if (!key.startsWith("c/") && !key.startsWith("o/")) {
    return !["p/", "t/", "q/"].some((prefix) => key.startsWith(prefix));
  }
  const root = decodeRoot(await payloadOf(whole, keysOf(whole, "root/").at(-1) ?? ""));
  return namedBy(root).some((named) => named.key === key);
}

/** The entry that a journal record or a part belongs to. */
const seqOf = (key: string): number => Number(/^[jp]\/(\d+)/.exec(key)?.[1] ?? 0);

/** The last entry that can be had when `seq` cannot be read; 0: all of it can. */
async function lastWithout(seq: number, whole: Disk): Promise<number> {
  const [, last] = SNAPSHOTS;
  if (seq === 0 || seq > last) return Math.max(0, seq - 1);
  const next = await readEntry(new MemoryKeyValue(whole), last + 1);
  const undone = next.type === "entry" && next.entry.action.type !== "do" && next.entry.action.seq === seq;
  return undone ? last : 0;
}

async function goOn({ store, session }: Open, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const entry = renaming(store.seq + 1, session.workbook, `on ${n}`);
    expect(await store.append(entry)).toEqual({ type: "saved" });
    if (entry.action.type === "do") session.replay(entry, entry.action.change);
    expect((await store.compact(session.snapshot(), 1e12)).type).toBe("published");
  }
}

describe("a flipped bit", () => {
  it("S3 in any class of key is found, named and set aside, and the rest opens", async () => {
    const met = new Set<KeyClass>();
    await eachFlip(CLASSES, 4, async ({ pictures, disk: whole }, disk, key, at, prefix) => {
      const [seq, read] = [seqOf(key), await isRead(key, whole)];
      // Parts of the tail have a test of their own.
      if (prefix === "p/" && seq > SNAPSHOTS[1]) return;
      met.add(prefix);
      flipBit(disk, key, at);
      tally(`flipped bits in ${prefix}`);
      const flipped = disk.get(key);
      expect(await flawsOf(disk)).toEqual([key]);
      const open = await reopen(new MemoryKeyValue(disk));
      const { store, session, opened } = open;
      const named = opened.type === "open" ? opened.damage : [];
      const tail = prefix === "j/" && read;
      expect(store.seq).toBe((await lastWithout(seq, whole)) || pictures.length - 1);
      expect(pictureOf(session)).toEqual(pictures[store.seq]);
      const own = named.filter((damage) => damage.key === key);
      expect(own, key).toMatchObject(read ? [{ healed: !tail }] : []);
      if (seq > 0 && !tail) expect(await store.read(seq)).toMatchObject({ damage: { what: "change", seq } });

      await goOn(open, 2);
      const copies = keysOf(disk, `q/${key}/`).map((copy) => disk.get(copy));
      if (read) expect(copies).toContainEqual(flipped);
      // History and what was set aside before stay as they are; all else has been written anew.
      const stays = !read && ["j/", "p/", "q/"].includes(prefix);
      expect(await flawsOf(disk)).toEqual(stays ? [key] : []);
      const again = await reopen(new MemoryKeyValue(disk));
      expect(pictureOf(again.session)).toEqual(pictureOf(session));
      expect(again.opened).toMatchObject({ damage: [] });
    });
    expect([...met].toSorted()).toEqual(CLASSES.toSorted());
  });

  it("S3 in a part of the last entry ends the journal before it, until the same entry is made again", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.double({ min: 0, max: 0.999, noNaN: true }), async (draw, at) => {
        const { disk, pictures, bulk } = await bulkLast();
        const part = draw(() => fc.constantFrom(...keysOf(disk, "p/")));
        flipBit(disk, part, at);
        tally("flipped bits in parts of the last entry");
        const { store, session, opened } = await reopen(new MemoryKeyValue(disk));
        expect(opened).toMatchObject({
          damage: [{ what: "change", seq: 2, healed: false }],
        });
        expect(pictureOf(session)).toEqual(pictures[1]);
        expect(await store.append(bulk)).toEqual({ type: "saved" });
        // It is left beside the entry that was set aside and names it: made again, that one has parts of its own.
        expect(await flawsOf(disk)).toEqual([part]);
        expect(keysOf(disk, `q/${journalKey(2)}/`)).toHaveLength(1);
        expect(pictureOf((await reopen(new MemoryKeyValue(disk))).session)).toEqual(pictures[2]);
      }),
      4,
    );
  });

  it("S3 in an entry that was undone after the snapshot costs the undoing, not the workbook", async () => {
    await checkAsync(
      fc.asyncProperty(fc.double({ min: 0, max: 0.999, noNaN: true }), async (at) => {
        const disk: Disk = new Map();
        const open = await reopen(new MemoryKeyValue(disk));
        await goOn(open, 2);
        const undo = {
          seq: 3,
          time: 0,
          cause: { type: "settings" },
          action: { type: "undo", seq: 2 },
        } as const;
        expect(await open.store.append(undo)).toEqual({ type: "saved" });
        expect((await reopen(new MemoryKeyValue(disk))).session.workbook.settings.name).toBe("on 0");
        const [, second = "", third = ""] = keysOf(disk, "j/");
        flipBit(disk, second, at);
        tally("flipped bits in entries that were undone");
        const { session, opened } = await reopen(new MemoryKeyValue(disk));
        expect(session.workbook.settings.name).toBe("on 1");
        expect(opened).toMatchObject({ damage: [{ key: third, reason: "unreachable" }] });
        expect(await flawsOf(disk)).toEqual([second]);
      }),
      20,
    );
  });

  it("S3 in rows that no other copy holds: they are named by their place, all others are there", async () => {
    await eachFlip(["c/"], 4, async ({ pictures }, disk, _, at) => {
      // Without its beginning the journal leads nowhere, and the older snapshot has the same chunk.
      for (const key of [...keysOf(disk, "j/").slice(0, 4), ...keysOf(disk, "root/").slice(0, 1)])
        disk.delete(key);
      const key = keysOf(disk, "c/").at(-1) ?? "";
      const lost = new Set(decodeChunk(await payloadOf(disk, key)).ids);
      flipBit(disk, key, at);
      tally("flipped bits in rows without another copy");
      const found = await openStore(new MemoryKeyValue(disk), WORKBOOK.id, (work) => work());
      if (found.type !== "open" || found.snapshot === null) throw new Error(found.type);
      const [damage] = found.damage.filter((each) => each.key === key);
      if (damage?.what !== "rows") throw new Error("the rows are not named");
      const before = pictures[SNAPSHOTS[1]]?.tables.find(({ sheet }) => sheet === damage.sheet)?.rows ?? [];
      const places = [...before.keys()].filter((place) => lost.has(Number(before[place]?.[0])));
      const { range, rows } = damage;
      expect([rows, range?.first, range?.last]).toEqual([lost.size, places[0], places.at(-1)]);
      const kept = before.map(([id]) => id).filter((id) => !lost.has(Number(id)));
      expect([...(found.snapshot.rows.get(damage.sheet)?.order ?? [])]).toEqual(kept);
    });
  });
});

describe("a flipped bit without the checksum", () => {
  const sealing = { "root/": reseal, "j/": reseal, "c/": resealChunk, "o/": resealOrder } as const;
  const classes = ["root/", "j/", "c/", "o/"] as const;

  it("S3 twin: goes unseen and shows what never was, in every class that holds rows or definitions", async () => {
    const wrong = new Set<KeyClass>();
    await eachFlip(
      classes,
      120,
      async ({ pictures, disk: whole }, disk, _, at, prefix) => {
        const key = keysOf(disk, prefix).at(-1) ?? "";
        const payload = (await payloadOf(whole, key)).slice();
        const bit = Math.floor(at * payload.length * 8);
        payload[bit >> 3] = (payload[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const seal = classes.find((each) => each === prefix);
        if (seal === undefined) throw new Error(prefix);
        await sealing[seal](disk, key, payload);
        tally("twin: flipped bits with a checksum made to fit");
        const unseen = !(await flawsOf(disk)).includes(key);
        const same = await reopen(new MemoryKeyValue(disk)).then(
          ({ store, session }) => JSON.stringify(pictureOf(session)) === JSON.stringify(pictures[store.seq]),
          () => false,
        );
        if (unseen && !same) wrong.add(prefix);
      },
      true,
    );
    expect([...wrong].toSorted()).toEqual(classes.toSorted());
  });
});
