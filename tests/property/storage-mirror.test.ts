/** S1 and S3 with a second copy: what IndexedDB lost, the mirror gives back, where the journal knows it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, JournalEntry } from "../../src/core/change/index.ts";
import { fieldId, packAtoms, sheetId, workbookId } from "../../src/core/model/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { loadCopy } from "../../src/storage/copies.ts";
import type { Bytes } from "../../src/storage/keyvalue.ts";
import { Mirror } from "../../src/storage/mirror.ts";
import { openStore } from "../../src/storage/store.ts";
import { checkAsync, drawing } from "../support/property.ts";
import type { Draw } from "../support/states.ts";
import { flipBit, keysOf } from "../support/storage/damage.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import { MemoryMirror } from "../support/storage/memoryMirror.ts";
import {
  alone,
  draws,
  FIRST,
  forget,
  type Kept,
  LOSSES,
  OTHER,
  outside,
  restore,
} from "../support/storage/mirrored.ts";
import { drawScript, pictureOf, renaming, reopen, sessionOf, WORKBOOK } from "../support/storage/script.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

/** The state as expected; then, written on and opened without the mirror, still the same and sound. */
async function expectWhole(kept: Kept, disk: Disk, seq: number): Promise<void> {
  const before = new Map(disk);
  const { store, session, opened } = await reopen(new MemoryKeyValue(disk), outside(kept.files));
  expect(store.seq).toBe(seq);
  expect(pictureOf(session)).toEqual(kept.pictures[seq]);
  expect(opened.type === "open" && opened.damage.every(({ healed }) => healed)).toBe(true);
  expect(disk).toEqual(before);
  expect(await store.append(renaming(seq + 1, session.workbook, "on"))).toEqual({ type: "saved" });
  const again = await reopen(new MemoryKeyValue(disk));
  expect(again.opened.type === "open" && again.opened.damage.every(({ healed }) => healed)).toBe(true);
  expect(again.session.workbook.settings.name).toBe("on");
  expect(pictureOf(again.session).tables).toEqual(kept.pictures[seq]?.tables);
}

describe("the mirror", () => {
  it.each(LOSSES)("S1 S3 makes up for %s", async (_, lose) => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const kept = await draws(draw);
        const { disk, seq } = lose(kept, seed);
        tally("losses that only the mirror makes up for");
        await expectWhole(kept, disk, seq);
      }),
      15,
    );
  });

  it.each(LOSSES)("S1 twin: without it, %s is a loss", async (_, lose) => {
    let losses = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const kept = await draws(draw);
        const { disk, seq } = lose(kept, seed);
        const same = await reopen(new MemoryKeyValue(disk)).then(
          ({ store, session }) =>
            store.seq === seq && JSON.stringify(pictureOf(session)) === JSON.stringify(kept.pictures[seq]),
          () => false,
        );
        if (!same) losses += 1;
      }),
      10,
    );
    expect(losses).toBeGreaterThan(0);
  });

  it("S2 never takes the place of a database that went on", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { early, files } = await draws(draw);
        const kv = new MemoryKeyValue(early);
        const { store, session } = await reopen(kv);
        for (let seq = store.seq + 1; seq <= 9; seq++) {
          await store.append(renaming(seq, session.workbook, `other ${seq}`));
        }
        const reopened = await reopen(kv, outside(files));
        expect(reopened.store.seq).toBe(9);
        expect(reopened.session.workbook.settings.name).toBe("other 9");
      }),
      10,
    );
  });

  it("S2 gives no record of another history, though it has the same key", async () => {
    const insert = (seq: number, text: string): JournalEntry => {
      const columns = new Map([[fieldId("f0"), packAtoms(false, [text])]]);
      const block = { at: 0, ids: Uint32Array.of(seq), columns };
      const change: Change = { ops: [{ op: "insertRows", sheet: sheetId("s1"), blocks: [block] }] };
      return { seq, time: 0, cause: { type: "settings" }, action: { type: "do", change } };
    };
    const goOn = async (disk: Disk, files: Map<string, Bytes> | null, texts: readonly string[]) => {
      const { store, session } = await reopen(new MemoryKeyValue(disk), outside(files));
      for (const text of texts) {
        const entry = insert(store.seq + 1, text);
        expect(await store.append(entry)).toEqual({ type: "saved" });
        if (entry.action.type === "do") session.replay(entry, entry.action.change);
      }
      expect((await store.compact(session.snapshot(), 1e12)).type).toBe("published");
      await store.mirror();
    };
    const disk: Disk = new Map();
    await goOn(disk, null, ["both"]);
    const files = new Map<string, Bytes>();
    await goOn(new Map(disk), files, ["foreign"]);
    await goOn(disk, null, ["own", "own"]);
    const key = keysOf(disk, "c/").at(-1) ?? "";
    flipBit(disk, key, 0.5);
    forget(disk, 3);
    const opened = await openStore(new MemoryKeyValue(disk), WORKBOOK.id, alone, outside(files));
    expect(opened).toMatchObject({ store: { seq: 3 }, damage: [{ key, healed: false }] });
  });

  it("S1 a crash at any write of the restoration leaves a store that is restored the next time", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const kept = await draws(draw);
        for (const [, lose] of LOSSES) {
          const { disk: start, seq } = lose(kept, seed);
          const kv = new MemoryKeyValue(new Map(start));
          const { store, session } = await reopen(kv, outside(kept.files));
          await store.append(renaming(seq + 1, session.workbook, "on"));
          for (let crashAt = 0; crashAt < kv.writes; crashAt++) {
            const disk = new Map(start);
            tally("deaths while the mirror is put back");
            const dying = new MemoryKeyValue(disk, { crashAt, random: makeRandom(seed + crashAt).next });
            const open = await reopen(dying, outside(kept.files));
            await open.store.append(renaming(seq + 1, session.workbook, "on"));
            const { store: back, session: state } = await reopen(
              new MemoryKeyValue(disk),
              outside(kept.files),
            );
            expect([seq, seq + 1]).toContain(back.seq);
            expect(pictureOf(state).tables).toEqual(kept.pictures[seq]?.tables);
          }
        }
      }),
      8,
    );
  });

  it.each([
    ["an older database: what was done since may have been another past", true],
    ["an empty database", false],
  ])("S2 is not taken by itself for %s", async (_, older) => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { early, files, pictures } = await draws(draw);
        const kv = new MemoryKeyValue(older ? early : new Map());
        const opened = await openStore(kv, WORKBOOK.id, alone, outside(files));
        expect(opened.type).toBe(older ? "open" : "empty");
        if (!older) return;
        const { store, session } = await reopen(kv, outside(files));
        expect(store.seq).toBe(FIRST);
        expect(pictureOf(session)).toEqual(pictures[FIRST]);
        await store.append(renaming(FIRST + 1, session.workbook, "another past"));
        expect((await reopen(kv, outside(files))).session.workbook.settings.name).toBe("another past");
      }),
      5,
    );
  });
});

describe("a copy of the mirror", () => {
  it("S1 put into a database of its own is the workbook as it was, and can be gone on with", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { files, pictures, mirrored } = await draws(draw);
        for (const [which, seq] of [mirrored, FIRST].entries()) {
          const disk = (await restore(files, which)) ?? new Map();
          const opened = await openStore(new MemoryKeyValue(disk), OTHER, alone);
          if (opened.type !== "open") throw new Error(opened.type);
          expect(opened.damage).toEqual([]);
          const session = await sessionOf(opened);
          const { workbook, tables } = pictureOf(session);
          const then = pictures[seq];
          expect({ ...workbook, id: WORKBOOK.id }).toEqual(then?.workbook);
          expect(tables).toEqual(then?.tables);
          const on = renaming(seq + 1, session.workbook, "on");
          expect(await opened.store.append(on)).toEqual({ type: "saved" });
          const again = await openStore(new MemoryKeyValue(disk), OTHER, alone);
          expect(again).toMatchObject({ type: "open", damage: [], entries: [on] });
        }
      }),
      10,
    );
  });

  it("S3 a flipped bit in it costs that record alone, and another copy has it mostly", async () => {
    let whole = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const kept = await draws(draw);
        const random = makeRandom(seed);
        const files = new Map(kept.files);
        const name = random.pick([...files.keys()]);
        tally("flipped bits in the mirror");
        flipBit(files, name, random.next());
        const newest = await restore(files);
        const disk = newest ?? (await restore(files, 1)) ?? new Map();
        const opened = await openStore(new MemoryKeyValue(disk), OTHER, alone);
        if (opened.type !== "open") throw new Error(opened.type);
        expect(opened.store.seq).toBe(newest === null ? FIRST : kept.mirrored);
        if (opened.damage.length > 0) return;
        whole += 1;
        expect(pictureOf(await sessionOf(opened)).tables).toEqual(kept.pictures[opened.store.seq]?.tables);
      }),
      40,
    );
    expect(whole).toBeGreaterThan(20);
  });

  it("S1 of another workbook is none", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { files } = await draws(draw);
        const mirror = new Mirror(new MemoryMirror(files), workbookId("w2"));
        const [copy] = await mirror.copies();
        expect(copy === undefined ? null : await loadCopy(mirror, copy)).toBeNull();
      }),
      5,
    );
  });
});

describe("writing the mirror", () => {
  /** Mirrors at each of five snapshots; `faults` begin after the second. */
  async function mirrorAll(
    draw: Draw,
    quiet: boolean,
    flatters: boolean,
  ): Promise<ReadonlyMap<string, Bytes>> {
    const disk: Disk = new Map();
    const files = new Map<string, Bytes>();
    for (const step of drawScript(draw, 5).steps) {
      if (step.step !== "append") continue;
      const { seq } = step.entry;
      const faults = seq <= 2 ? {} : { writes: 0.5, quiet, flatters };
      const mirror = new MemoryMirror(files, faults);
      const { store, session } = await reopen(new MemoryKeyValue(disk), mirror);
      await store.append(step.entry);
      session.replay(step.entry, step.change);
      await store.compact(session.snapshot(), 1e12);
      const result = await store.mirror();
      expect(result.type).toBe(seq <= 2 || flatters ? "mirrored" : "failed");
    }
    return files;
  }

  const restorable = async (files: ReadonlyMap<string, Bytes>): Promise<boolean> => {
    for (const which of [...files.keys()].keys()) {
      const disk = (await restore(files, which)) ?? new Map();
      const opened = await openStore(new MemoryKeyValue(disk), OTHER, alone);
      if (opened.type === "open" && opened.damage.length === 0) return true;
    }
    return false;
  };

  it.each([true, false])("S1 lets no good copy go for one that was cut off, quietly: %s", async (quiet) => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        expect(await restorable(await mirrorAll(draw, quiet, false))).toBe(true);
      }),
      10,
    );
  });

  it("S1 twin: without reading back, the last good copy would go", async () => {
    let lost = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        if (!(await restorable(await mirrorAll(draw, true, true)))) lost += 1;
      }),
      10,
    );
    expect(lost).toBeGreaterThan(0);
  });

  it("keeps the newest two", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { disk, files, mirrored, last } = await draws(draw);
        const entries = () => [...files.keys()].map((name) => Number(name.split("-")[1]));
        expect(entries()).toEqual([FIRST, mirrored]);
        const { store, session } = await reopen(new MemoryKeyValue(disk), outside(files));
        const entry = renaming(last + 1, session.workbook, "on");
        await store.append(entry);
        session.replay(entry, { ops: [] });
        await store.compact(session.snapshot(), 1e12);
        await store.mirror();
        expect(entries()).toEqual([mirrored, last + 1]);
      }),
      5,
    );
  });
});
