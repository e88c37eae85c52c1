/**
 * What the protections of storage are worth: each is taken away, and what the other tests put in is then a loss, or a
 * wrong value that nobody is told of. Twins that need no store of their own stand beside their tests.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom, type Random } from "../../src/core/template/random.ts";
import { decodeRecord, encodeRecord } from "../../src/storage/codec/record.ts";
import { decodeRoot, namedBy } from "../../src/storage/codec/root.ts";
import { splitFrames } from "../../src/storage/frame.ts";
import { journalKey, ROOTS } from "../../src/storage/keys.ts";
import type { Bytes, Entry } from "../../src/storage/keyvalue.ts";
import { openStore } from "../../src/storage/store.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { keysOf, payloadOf, reseal, resealChunk } from "../support/storage/damage.ts";
import { bulkLast, drawEverything, SNAPSHOTS } from "../support/storage/everything.ts";
import { type Disk, type Faults, MemoryKeyValue } from "../support/storage/memory.ts";
import { alone, draws, forget, LOSSES, OTHER, outside, restore } from "../support/storage/mirrored.ts";
import { drawScript, pictureOf, renaming, reopen, sessionOf } from "../support/storage/script.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

/** The record's payload with another bit, anywhere in it. */
async function otherBit(disk: Disk, key: string, random: Random): Promise<Bytes> {
  const payload = (await payloadOf(disk, key)).slice();
  const bit = random.below(payload.length * 8);
  payload[bit >> 3] = (payload[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return payload;
}

/** What opens without a word of damage, as text; null where nothing does, or damage is named. */
async function quietly(disk: Disk): Promise<string | null> {
  try {
    const { session, opened } = await reopen(new MemoryKeyValue(disk));
    return opened.type === "open" && opened.damage.length === 0 ? JSON.stringify(pictureOf(session)) : null;
  } catch {
    return null;
  }
}

describe("a flipped bit whose checksum fits", () => {
  it("S3 twin: in a part of the last entry it comes in as a value that was never written", async () => {
    const { disk: whole, pictures } = await bulkLast();
    const random = makeRandom(1);
    let wrong = 0;
    for (let n = 0; n < 6; n++) {
      const disk = new Map(whole);
      const key = random.pick(keysOf(disk, "p/"));
      const hash = await reseal(disk, key, await otherBit(disk, key, random));
      const record = decodeRecord(await payloadOf(disk, journalKey(2)));
      if (record.change?.at !== "parts") throw new Error("not in parts");
      const index = keysOf(disk, "p/").indexOf(key);
      const hashes = record.change.hashes.map((each, at) => (at === index ? hash : each));
      await reseal(disk, journalKey(2), encodeRecord({ ...record, change: { ...record.change, hashes } }));
      tally("twin: parts of the last entry");
      const shown = await quietly(disk);
      if (shown !== null && shown !== JSON.stringify(pictures[2])) wrong += 1;
    }
    expect(wrong).toBeGreaterThan(0);
  });

  it("S3 twin: in an entry that was undone it puts back what never was", async () => {
    const whole: Disk = new Map();
    const { store, session } = await reopen(new MemoryKeyValue(whole));
    for (const [index, name] of ["before", "after"].entries()) {
      const entry = renaming(index + 1, session.workbook, name);
      await store.append(entry);
      if (entry.action.type === "do") session.replay(entry, entry.action.change);
    }
    await store.compact(session.snapshot(), 1e12);
    const action = { type: "undo", seq: 2 } as const;
    await store.append({ seq: 3, time: 0, cause: { type: "settings" }, action });
    const right = await quietly(whole);
    expect(right).toContain('"before"');
    const random = makeRandom(2);
    let wrong = 0;
    for (let n = 0; n < 200; n++) {
      const disk = new Map(whole);
      // The undo names the record by the checksum that it had; here that is not looked at.
      await reseal(disk, journalKey(2), await otherBit(disk, journalKey(2), random));
      tally("twin: entries that were undone");
      const shown = await quietly(disk);
      if (shown !== null && shown !== right) wrong += 1;
    }
    expect(wrong).toBeGreaterThan(0);
  });

  it("S3 twin: in rows that no other copy holds it is shown, and named nowhere", async () => {
    let wrong = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { disk: whole, pictures } = await drawEverything(draw, true);
        const random = makeRandom(seed);
        forget(whole, 4);
        for (const key of keysOf(whole, ROOTS).slice(0, 1)) whole.delete(key);
        const root = decodeRoot(await payloadOf(whole, keysOf(whole, ROOTS).at(-1) ?? ""));
        const chunks = namedBy(root).filter(({ key }) => key.startsWith("c/"));
        for (let n = 0; n < 10 && chunks.length > 0; n++) {
          const disk = new Map(whole);
          const { key } = random.pick(chunks);
          await resealChunk(disk, key, await otherBit(disk, key, random));
          tally("twin: rows without another copy");
          const shown = await quietly(disk);
          if (shown !== null && shown !== JSON.stringify(pictures.at(-1))) wrong += 1;
        }
        expect(root.seq).toBe(SNAPSHOTS[1]);
      }),
      10,
    );
    expect(wrong).toBeGreaterThan(0);
  });

  it("S3 twin: in the mirror it is restored as a value that never was", async () => {
    let wrong = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { files, pictures, mirrored } = await draws(draw);
        const random = makeRandom(seed);
        const name = [...files.keys()].toSorted().at(-1) ?? "";
        const records: Disk = new Map();
        for (const { key, bytes } of splitFrames(files.get(name) ?? new Uint8Array()))
          records.set(key, bytes);
        const chunks = keysOf(records, "c/");
        for (let n = 0; n < 10 && chunks.length > 0; n++) {
          const disk = new Map(records);
          const key = random.pick(chunks);
          await resealChunk(disk, key, await otherBit(disk, key, random));
          tally("twin: flipped bits in the mirror");
          const forged = new Uint8Array(await new Blob([...disk.values()]).arrayBuffer());
          const back = await restore(new Map([[name, forged]]));
          if (back === null) throw new Error("the copy is no longer read");
          const opened = await openStore(new MemoryKeyValue(back), OTHER, alone);
          if (opened.type !== "open" || opened.damage.length > 0) continue;
          // A field that no sheet has is found out.
          const session = await sessionOf(opened).catch(() => null);
          if (session === null) continue;
          const { tables } = pictureOf(session);
          if (JSON.stringify(tables) !== JSON.stringify(pictures[mirrored]?.tables)) wrong += 1;
        }
      }),
      20,
    );
    expect(wrong).toBeGreaterThan(0);
  });
});

describe("a copy that goes as soon as it begins to be put back", () => {
  it("S1 twin: a death in the middle of it loses what only the copy had", async () => {
    let [deaths, lost] = [0, 0];
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const kept = await draws(draw);
        for (const [, lose] of LOSSES) {
          const { disk, seq } = lose(kept, seed);
          const dying = new MemoryKeyValue(disk, { crashAt: 1, random: makeRandom(seed).next });
          const { store, session } = await reopen(dying, outside(kept.files));
          await store.append(renaming(seq + 1, session.workbook, "on"));
          deaths += 1;
          tally("twin: the mirror is put back");
          const whole = await reopen(new MemoryKeyValue(disk)).then(
            (open) =>
              open.store.seq >= seq &&
              JSON.stringify(pictureOf(open.session).tables) === JSON.stringify(kept.pictures[seq]?.tables),
            () => false,
          );
          if (!whole) lost += 1;
        }
      }),
      8,
    );
    expect(deaths).toBeGreaterThan(20);
    expect(lost).toBeGreaterThan(0);
  });
});

/** Chunks of all generations in one place: rewritten where they stand. */
class InPlace extends MemoryKeyValue {
  private readonly folded: boolean;

  constructor(disk: Disk, faults: Faults, folded: boolean) {
    super(disk, faults);
    this.folded = folded;
  }

  private place(key: string): string {
    return this.folded && /^[co]\//.test(key) ? key.slice(0, key.lastIndexOf("/")) : key;
  }

  override get(key: string): Promise<Bytes | undefined> {
    return super.get(this.place(key));
  }

  override getMany(keys: readonly string[]): Promise<readonly (Bytes | undefined)[]> {
    return super.getMany(keys.map((key) => this.place(key)));
  }

  override putMany(entries: readonly Entry[], anchor?: string): Promise<void> {
    return super.putMany(
      entries.map(({ key, bytes }) => ({ key: this.place(key), bytes })),
      anchor,
    );
  }
}

describe("the process dies in a snapshot", () => {
  /** Two snapshots, the second cut off at every write; then the journal's beginning is lost. How often rows are missing. */
  async function losses(folded: boolean): Promise<number> {
    let lost = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { steps, pictures } = drawScript(draw, 6);
        const appends = steps.filter((step) => step.step === "append");
        const run = async (disk: Disk, faults: Faults): Promise<number> => {
          const kv = new InPlace(disk, faults, folded);
          const { store, session } = await reopen(kv);
          for (const { entry, change } of appends) {
            await store.append(entry);
            session.replay(entry, change);
            if (entry.seq === 3 || entry.seq === 6) await store.compact(session.snapshot(), 1e12);
          }
          return kv.writes;
        };
        const last = appends.at(-1)?.entry.seq ?? 0;
        const writes = await run(new Map(), {});
        for (let crashAt = last + 2; crashAt < writes; crashAt++) {
          const disk: Disk = new Map();
          await run(disk, { crashAt, random: makeRandom(seed + crashAt).next });
          if (!disk.has(journalKey(last))) continue;
          disk.delete(journalKey(1));
          tally(
            folded
              ? "twin: snapshots rewritten in place"
              : "deaths in a snapshot, its journal's beginning gone",
          );
          const whole = await reopen(new InPlace(disk, {}, folded)).then(
            ({ session }) => JSON.stringify(pictureOf(session)) === JSON.stringify(pictures[last]),
            () => false,
          );
          if (!whole) lost += 1;
        }
      }),
      20,
    );
    return lost;
  }

  it("S1 and the snapshot before it makes up for a journal whose beginning is gone", async () => {
    expect(await losses(false)).toBe(0);
  });

  it("S1 twin: were chunks rewritten in their place, rows would be lost", async () => {
    expect(await losses(true)).toBeGreaterThan(0);
  });
});
