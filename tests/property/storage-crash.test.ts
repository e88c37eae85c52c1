/** S1 and S2: what a store holds after its process died, wherever that was. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../src/core/schema/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import type { KeyValue } from "../../src/storage/keyvalue.ts";
import { type OpenedStore, openStore } from "../../src/storage/store.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { flipBit, keysOf, payloadOf, reseal } from "../support/storage/damage.ts";
import { type Disk, type Faults, MemoryKeyValue } from "../support/storage/memory.ts";
import {
  drawScript,
  perform,
  pictureOf,
  renaming,
  reopen,
  type Script,
  WORKBOOK,
} from "../support/storage/script.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

interface Aftermath {
  readonly saved: number;
  readonly disk: Disk;
}

async function crash(script: Script, faults: Faults): Promise<Aftermath> {
  const disk: Disk = new Map();
  return { saved: await perform(new MemoryKeyValue(disk, faults), script), disk };
}

async function countWrites(script: Script): Promise<number> {
  const kv = new MemoryKeyValue(new Map(), { random: makeRandom(1).next });
  await perform(kv, script);
  return kv.writes;
}

/** What is wrong with the store after a crash; null if it is as promised. */
async function complaint(script: Script, { saved, disk }: Aftermath): Promise<string | null> {
  const { store, session } = await reopen(new MemoryKeyValue(disk));
  if (store.seq < saved) return `${saved} were acknowledged, ${store.seq} are there`;
  expect(session.seq).toBe(store.seq);
  expect(pictureOf(session)).toEqual(script.pictures[store.seq]);
  return null;
}

describe("a crash", () => {
  it("S1 S2 at any write leaves everything acknowledged, a prefix of what was done, and a store to go on with", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const script = drawScript(draw, 8);
        const writes = await countWrites(script);
        tally("deaths of the process", writes);
        for (let crashAt = 0; crashAt < writes; crashAt++) {
          const aftermath = await crash(script, { crashAt, random: makeRandom(seed + crashAt).next });
          expect(await complaint(script, aftermath)).toBeNull();
          const { store, session } = await reopen(new MemoryKeyValue(aftermath.disk));
          const next = renaming(store.seq + 1, session.workbook, "after");
          expect(await store.append(next)).toEqual({ type: "saved" });
          const again = await reopen(new MemoryKeyValue(aftermath.disk));
          expect(again.session.workbook.settings.name).toBe("after");
          expect(again.opened).toMatchObject({ damage: [] });
        }
      }),
      40,
    );
  });

  it("S1 at any write of a bulk change in parts and of its first snapshot", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { steps, pictures } = drawScript(draw, 2, true);
        const [bulk, ...rest] = steps;
        if (bulk === undefined) throw new Error("a bulk script begins with a step");
        const script = { steps: [bulk, { step: "compact" as const }, ...rest], pictures };
        const writes = await countWrites(script);
        tally("deaths of the process in bulk changes", writes);
        for (let crashAt = 0; crashAt < writes; crashAt++) {
          const aftermath = await crash(script, { crashAt, random: makeRandom(seed + crashAt).next });
          expect(await complaint(script, aftermath)).toBeNull();
        }
      }),
      2,
    );
  });

  it("S1 twin: a store that acknowledges before the disk has it is found out", async () => {
    let lost = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const script = drawScript(draw, 8);
        const crashAt = Math.abs(seed) % (await countWrites(script));
        const random = makeRandom(seed).next;
        const aftermath = await crash(script, { crashAt, random, relaxed: true });
        if ((await complaint(script, aftermath)) !== null) lost += 1;
      }),
      40,
    );
    expect(lost).toBeGreaterThan(0);
  });
});

describe("a damaged tail", () => {
  /** A finished script without snapshots after its last entry, so that the journal's tail counts. */
  async function finished(script: Script): Promise<Disk> {
    const { disk } = await crash(script, {});
    return disk;
  }

  it("S2 recovery yields exactly the entries before it, and keeps the rest aside", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.double({ min: 0, max: 0.999, noNaN: true }), async (draw, at) => {
        const script = drawScript(draw, 8);
        const disk = await finished(script);
        const roots = keysOf(disk, "root/");
        const journal = keysOf(disk, "j/");
        const key = draw(() => fc.constantFrom(...journal));
        const seq = journal.indexOf(key) + 1;
        const removed = draw(() => fc.boolean());
        if (removed) disk.delete(key);
        else flipBit(disk, key, at);
        const before = new Map(disk);
        const opened = await openAnyway(disk);
        if (opened === null) {
          // Nothing but a damaged journal, from its first entry on.
          expect([seq, roots]).toEqual([1, []]);
          return;
        }
        const { store, session } = opened;
        // Behind the newest snapshot the damage ends the journal; before it, it is history only.
        expect(store.seq === seq - 1 || store.seq === journal.length).toBe(true);
        if (roots.length === 0) expect(store.seq).toBe(seq - 1);
        expect(pictureOf(session)).toEqual(script.pictures[store.seq]);
        expect(disk).toEqual(before);
        await store.append(renaming(store.seq + 1, session.workbook, "after"));
        const aside = journal.filter((each) => each > (journal[store.seq - 2] ?? "") && before.has(each));
        for (const each of aside) {
          if (disk.get(each) === before.get(each)) continue;
          const [copy] = keysOf(disk, `q/${each}/`);
          expect(disk.get(copy ?? "")).toEqual(before.get(each));
        }
        const again = await reopen(new MemoryKeyValue(disk));
        expect(again.session.workbook.settings.name).toBe("after");
      }),
      80,
    );
  });

  async function openAnyway(disk: Disk) {
    try {
      return await reopen(new MemoryKeyValue(disk));
    } catch (error) {
      expect(String(error)).toContain('"type":"lost"');
      return null;
    }
  }

  /** A journal of five renames; `spoil` then puts a sixth history's record in the place of the third. */
  async function withForeignRecord(mend: boolean): Promise<readonly string[]> {
    const write = async (name: string): Promise<Disk> => {
      const disk: Disk = new Map();
      const { store, session } = await reopen(new MemoryKeyValue(disk));
      for (let seq = 1; seq <= 5; seq++) {
        await store.append(renaming(seq, session.workbook, `${name}${seq}`));
      }
      return disk;
    };
    const [disk, other] = [await write("own"), await write("foreign")];
    const [, , third = "", fourth = ""] = keysOf(disk, "j/");
    if (!mend) {
      disk.set(third, other.get(third) ?? new Uint8Array());
    } else {
      // Version, seq and time take 10 bytes; then comes the checksum of the record before.
      const foreign = (await payloadOf(other, third)).slice();
      foreign.set((await payloadOf(disk, third)).subarray(10, 42), 10);
      const hash = await reseal(disk, third, foreign);
      const next = (await payloadOf(disk, fourth)).slice();
      next.set(hash, 10);
      await reseal(disk, fourth, next);
    }
    const { opened } = await reopen(new MemoryKeyValue(disk));
    if (opened.type !== "open") throw new Error(opened.type);
    return opened.entries.map(({ action }) => {
      const op = action.type === "do" ? action.change.ops[0] : undefined;
      return op?.op === "settings" ? op.after.name : "";
    });
  }

  it("S2 a sound record of another history ends the chain", async () => {
    expect(await withForeignRecord(false)).toEqual(["own1", "own2"]);
  });

  it("S2 twin: without the chain of checksums it would get in", async () => {
    expect(await withForeignRecord(true)).toContain("foreign3");
  });
});

describe("an older app", () => {
  /** Two entries and, where asked for, a snapshot of them; then one record says it is of the next version. */
  async function meets(
    prefix: "j/" | "root/",
    snapshot: boolean,
  ): Promise<readonly [OpenedStore["type"], boolean]> {
    const disk: Disk = new Map();
    const { store, session } = await reopen(new MemoryKeyValue(disk));
    for (const seq of [1, 2]) {
      const entry = renaming(seq, session.workbook, `n${seq}`);
      await store.append(entry);
      if (entry.action.type === "do") session.replay(entry, entry.action.change);
    }
    if (snapshot) expect(await store.compact(session.snapshot(), 1e12)).toMatchObject({ type: "published" });
    const key = keysOf(disk, prefix).at(-1) ?? "";
    const payload = (await payloadOf(disk, key)).slice();
    // The version comes first, and is one byte.
    payload[0] = SCHEMA_VERSION + 1;
    await reseal(disk, key, payload);
    const before = new Map(disk);
    const { type } = await openStore(new MemoryKeyValue(disk), WORKBOOK.id, (work) => work());
    return [type, isDeepStrictEqual(disk, before)];
  }

  it("S3 says that what a newer one wrote is too new, and leaves it as it is", async () => {
    expect(await meets("j/", false)).toEqual(["tooNew", true]);
    expect(await meets("root/", true)).toEqual(["tooNew", true]);
  });
});

describe("two writers", () => {
  async function race(kv: KeyValue): Promise<readonly string[]> {
    const [a, b] = [await reopen(kv), await reopen(kv)];
    const results = [
      await a.store.append(renaming(1, a.session.workbook, "a")),
      await b.store.append(renaming(1, b.session.workbook, "b")),
    ];
    const { session } = await reopen(kv);
    const kept = results.filter(
      (result, n) => result.type === "saved" && session.workbook.settings.name === "ab"[n],
    );
    return [...results.map((result) => result.type), `${kept.length} kept`];
  }

  it("S1 a stale writer is told of a conflict and overwrites nothing", async () => {
    expect(await race(new MemoryKeyValue(new Map()))).toEqual(["saved", "conflict", "1 kept"]);
  });

  it("S1 twin: a store whose add overwrites loses an acknowledged entry", async () => {
    const kv = new MemoryKeyValue(new Map());
    kv.add = (key, bytes) => kv.putMany([{ key, bytes }]).then(() => "added" as const);
    expect(await race(kv)).toEqual(["saved", "saved", "1 kept"]);
  });
});
