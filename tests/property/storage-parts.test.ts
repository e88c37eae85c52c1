/** S5: parts of a bulk change that no record names are swept, and none that a record names or is about to name. */
import { describe, expect, it } from "vitest";
import type { Change, JournalEntry } from "../../src/core/change/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { guarded } from "../../src/storage/guard.ts";
import type { AppendResult } from "../../src/storage/journal.ts";
import { journalKey, PARTS, partKey, QUARANTINE } from "../../src/storage/keys.ts";
import { type Anchor, type Bytes, failureOf } from "../../src/storage/keyvalue.ts";
import { sweepParts } from "../../src/storage/parts.ts";
import { flipBit, keysOf } from "../support/storage/damage.ts";
import { FullDisk } from "../support/storage/faulty.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import { bulkInsert, pictureOf, renaming, reopen, WORKBOOK } from "../support/storage/script.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

type Protection = "all" | "no look for the parts" | "no look for the next record";

/** Does something else before one of its calls, and may be without one of the protections. */
class Interrupted extends MemoryKeyValue {
  calls = 0;
  /** The call before which it is; null for none. */
  at: number | null;
  private readonly interrupt: () => Promise<unknown>;
  private readonly protection: Protection;

  constructor(disk: Disk, at: number | null, interrupt: () => Promise<unknown>, protection: Protection) {
    super(disk);
    this.at = at;
    this.interrupt = interrupt;
    this.protection = protection;
  }

  private async pass<T>(call: () => Promise<T>): Promise<T> {
    if (this.calls++ === this.at) await this.interrupt();
    return call();
  }

  override get = (key: string) => this.pass(() => super.get(key));
  override getMany = (keys: readonly string[]) => this.pass(() => super.getMany(keys));
  override keys = (prefix: string, from?: string) => this.pass(() => super.keys(prefix, from));

  override add(key: string, bytes: Bytes, ...anchors: readonly Anchor[]) {
    const blind = this.protection === "no look for the parts";
    return this.pass(() => super.add(key, bytes, ...anchors.slice(0, blind ? 1 : anchors.length)));
  }

  override putMany(...args: Parameters<MemoryKeyValue["putMany"]>) {
    return this.pass(() => super.putMany(...args));
  }

  override delete(keys: readonly string[], unless?: string) {
    const blind = this.protection === "no look for the next record";
    return this.pass(() => super.delete(keys, blind ? undefined : unless));
  }
}

const bulk: Change = bulkInsert(1);
const entryOf = (seq: number): JournalEntry => ({
  seq,
  time: 1e12,
  cause: { type: "settings" },
  action: { type: "do", change: bulk },
});
const sole = async (): Promise<boolean> => true;
const sweep = (disk: Disk): Promise<void> => sweepParts(new MemoryKeyValue(disk), 0, sole);

/** A workbook with one entry. */
async function begun(): Promise<Disk> {
  const disk: Disk = new Map();
  const { store } = await reopen(new MemoryKeyValue(disk));
  expect((await store.append(renaming(1, WORKBOOK, "begun"))).type).toBe("saved");
  return disk;
}

/** What a writer leaves that dies between its parts and its record. */
async function died(disk: Disk, seq: number): Promise<void> {
  const { store } = await reopen(new MemoryKeyValue(disk));
  await store.append(entryOf(seq));
  disk.delete(journalKey(seq));
}

async function isWhole(disk: Disk, seq: number): Promise<boolean> {
  const { store, session, opened } = await reopen(new MemoryKeyValue(new Map(disk)));
  const sound = opened.type === "open" && opened.damage.length === 0;
  return sound && store.seq === seq && pictureOf(session).tables[0]?.rows.length === 2500;
}

/**
 * A tab whose parts are on disk but not its record, because another was faster. `kv` is the disk as it sees it; what
 * is returned adds the record, or ends with whether it was acknowledged.
 */
async function overtaken(kv: MemoryKeyValue, disk: Disk): Promise<() => Promise<boolean>> {
  const { store } = await reopen(kv);
  const other = await reopen(new MemoryKeyValue(disk));
  await other.store.append(renaming(2, WORKBOOK, "faster"));
  expect((await store.append(entryOf(2))).type).toBe("conflict");
  await store.follow();
  return async () => (await store.append(entryOf(3))).type === "saved";
}

/** A tab that has written nothing of it yet. */
async function alone(kv: MemoryKeyValue): Promise<() => Promise<boolean>> {
  const { store } = await reopen(kv);
  return async () => (await store.append(entryOf(2))).type === "saved";
}

describe("parts that no record names", () => {
  it("S5 go, and what records name stays: undone, repeated under a later number, or last", async () => {
    const disk = await begun();
    const again = await overtaken(new MemoryKeyValue(disk), disk);
    expect(await again()).toBe(true);
    const { store } = await reopen(new MemoryKeyValue(disk));
    await store.append({ seq: 4, time: 1e12, cause: { type: "settings" }, action: { type: "undo", seq: 3 } });
    const named = keysOf(disk, PARTS);
    await died(disk, 5);
    expect(keysOf(disk, PARTS).length).toBeGreaterThan(named.length);
    await sweep(disk);
    expect(keysOf(disk, PARTS)).toEqual(named);
    expect((await store.read(3)).type).toBe("entry");
  });

  it("S5 stay where a record cannot be read, or was set aside: it may name them", async () => {
    for (const spoil of [
      (disk: Disk) => flipBit(disk, journalKey(2), 0.5),
      (disk: Disk) => disk.set(`${QUARANTINE}j/000000000002/00`, new Uint8Array(9)),
    ]) {
      const disk = await begun();
      await died(disk, 2);
      const { store } = await reopen(new MemoryKeyValue(disk));
      await store.append(renaming(2, WORKBOOK, "on"));
      spoil(disk);
      const there = keysOf(disk, PARTS);
      await sweep(disk);
      expect(keysOf(disk, PARTS)).toEqual(there);
    }
  });

  it("S5 stay on a full disk", async () => {
    const disk = await begun();
    await died(disk, 2);
    const there = keysOf(disk, PARTS);
    const full = new FullDisk(disk, 0, { type: "quota" });
    await (await reopen(full)).store.sweep(sole);
    expect([keysOf(disk, PARTS), full.razed]).toEqual([there, false]);
  });

  it("S5 go by a sweep that may die anywhere, and nothing else does", async () => {
    const whole = await begun();
    await died(whole, 2);
    for (let crashAt = 0, writes = 1; crashAt < writes; crashAt++) {
      const disk = new Map(whole);
      const kv = new MemoryKeyValue(disk, { crashAt, random: makeRandom(crashAt).next });
      await sweepParts(guarded(kv), 1, sole).catch(failureOf);
      writes = kv.writes + 1;
      tally("deaths in a sweep of parts");
      const { store } = await reopen(new MemoryKeyValue(disk));
      expect(store.seq).toBe(1);
      expect((await store.append(entryOf(2))).type).toBe("saved");
      expect(await isWhole(disk, 2)).toBe(true);
    }
  });
});

/** Sweeps before each call of a tab that writes a bulk change. How often it said *Saved*, and it is not there. */
async function sweptMeanwhile(protection: Protection): Promise<number> {
  let lost = 0;
  for (const late of [false, true]) {
    for (let at = 0, calls = at + 1; at < calls; at++) {
      const disk = await begun();
      const kv = new Interrupted(disk, null, () => sweep(disk), protection);
      const add = await (late ? overtaken(kv, disk) : alone(kv));
      const before = kv.calls;
      kv.at = before + at;
      tally(protection === "all" ? "sweeps beside a writer" : "twin: sweeps beside a writer");
      expect(await add()).toBe(true);
      if (!(await isWhole(disk, late ? 3 : 2).catch(() => false))) lost += 1;
      calls = kv.calls - before;
    }
  }
  return lost;
}

/** Lets a tab name parts before each call of a sweep. */
async function namedMeanwhile(protection: Protection): Promise<number> {
  let lost = 0;
  for (let at = 0, calls = at + 1; at < calls; at++) {
    const disk = await begun();
    const add = await overtaken(new MemoryKeyValue(disk), disk);
    let saved = false;
    const name = async (): Promise<void> => {
      saved = await add();
    };
    const kv = new Interrupted(disk, at, name, protection);
    tally(protection === "all" ? "records beside a sweep" : "twin: records beside a sweep");
    await sweepParts(kv, 1, sole);
    if (!saved) saved = await add();
    expect(saved).toBe(true);
    if (!(await isWhole(disk, 3).catch(() => false))) lost += 1;
    calls = kv.calls;
  }
  return lost;
}

function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/**
 * A tab of an older build, which looks for no parts, opens the workbook and writes its parts before each call of a sweep; its record comes
 * behind the sweep. `asked`: when it is asked whether a tab has it open.
 */
async function olderMeanwhile(asked: "behind the list" | "before it"): Promise<number> {
  let lost = 0;
  const left = async (): Promise<Disk> => (await begun()).set(partKey("2-ab", 0), new Uint8Array(9));
  const undisturbed = new Interrupted(await left(), null, async () => undefined, "all");
  await sweepParts(undisturbed, 1, sole);
  for (let at = 0; at < undisturbed.calls; at++) {
    const disk = await left();
    const swept = gate();
    const placed = gate();
    const older = new MemoryKeyValue(disk);
    const add = older.add.bind(older);
    older.add = async (key, bytes) => {
      placed.open();
      await swept.passed;
      return add(key, bytes);
    };
    const saved: Promise<AppendResult>[] = [];
    const open = async (): Promise<void> => {
      saved.push((await reopen(older)).store.append(entryOf(2)));
      await placed.passed;
    };
    tally(asked === "before it" ? "twin: older builds beside a sweep" : "older builds beside a sweep");
    const kv = new Interrupted(disk, at, open, "all");
    await sweepParts(kv, 1, async () => asked === "before it" || saved.length === 0);
    if (saved.length === 0) await open();
    swept.open();
    expect(await Promise.all(saved)).toEqual([{ type: "saved" }]);
    if (!(await isWhole(disk, 2).catch(() => false))) lost += 1;
  }
  return lost;
}

describe("a sweep beside a tab that writes", () => {
  it("S5 costs it nothing but writing its parts once more, wherever it comes between", async () => {
    expect(await sweptMeanwhile("all")).toBe(0);
  });

  it("S5 twin: were the record added without a look for its parts, what was saved would be lost", async () => {
    expect(await sweptMeanwhile("no look for the parts")).toBeGreaterThan(0);
  });

  it("S5 takes nothing that a record names, wherever that comes between", async () => {
    expect(await namedMeanwhile("all")).toBe(0);
  });

  it("S5 twin: were parts deleted without a look for the next record, what was saved would be lost", async () => {
    expect(await namedMeanwhile("no look for the next record")).toBeGreaterThan(0);
  });

  it("S5 takes nothing of a tab of an older build that opens meanwhile, which looks for nothing", async () => {
    expect(await olderMeanwhile("behind the list")).toBe(0);
  });

  it("S5 twin: were it asked before the parts are listed, what such a tab saved would be lost", async () => {
    expect(await olderMeanwhile("before it")).toBeGreaterThan(0);
  });

  it("reads of the journal no more than the records that bear a part's number, where these name all parts", async () => {
    const disk = await begun();
    const { store } = await reopen(new MemoryKeyValue(disk));
    await store.append(entryOf(2));
    for (let seq = 3; seq <= 20; seq++) await store.append(renaming(seq, WORKBOOK, "later"));
    const kv = new MemoryKeyValue(disk);
    const getMany = kv.getMany.bind(kv);
    const read: string[] = [];
    kv.getMany = async (keys) => {
      read.push(...keys);
      return getMany(keys);
    };
    await sweepParts(kv, 20, sole);
    expect(read).toEqual([journalKey(2)]);
  });
});
