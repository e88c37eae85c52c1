/** S1 under faults of the platform: failing calls, full disks, emptied databases, newer data, wrong clocks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WorkbookId, workbookId } from "../../src/core/model/index.ts";
import { SCHEMA_VERSION } from "../../src/core/schema/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { listWorkbooks, rememberWorkbook } from "../../src/storage/catalogue.ts";
import { encodeFormat } from "../../src/storage/format.ts";
import { frame, sameBytes } from "../../src/storage/frame.ts";
import { FORMAT_KEY, journalKey } from "../../src/storage/keys.ts";
import type { KeyValue } from "../../src/storage/keyvalue.ts";
import { openStore } from "../../src/storage/store.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { flipBit, keysOf, payloadOf, reseal } from "../support/storage/damage.ts";
import {
  DELETION,
  type Failing,
  type Fault,
  FaultyKeyValue,
  FULL_DISK,
  FullDisk,
} from "../support/storage/faulty.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import {
  drawScript,
  perform,
  pictureOf,
  renaming,
  reopen,
  type Script,
  sessionOf,
  WORKBOOK,
} from "../support/storage/script.ts";
import { performStubbornly } from "../support/storage/stubborn.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

/** Another process on the same disk, which it leaves as it is. */
const reader = (disk: Disk): KeyValue => new MemoryKeyValue(new Map(disk));

async function expectPrefix(script: Script, disk: Disk, saved: number): Promise<void> {
  const { store, session } = await reopen(reader(disk));
  expect(store.seq).toBeGreaterThanOrEqual(saved);
  expect(pictureOf(session)).toEqual(script.pictures[store.seq]);
}

/** Everything is done in the end, and nothing acknowledged is ever missing. */
async function expectSurvival(script: Script, disk: Disk, kv: Failing): Promise<void> {
  const { store, session } = await performStubbornly(kv, script, {
    stuck: (saved) => expectPrefix(script, disk, saved),
  });
  const last = script.pictures.length - 1;
  expect(store.seq).toBe(last);
  expect(pictureOf(session)).toEqual(script.pictures[last]);
  await expectPrefix(script, disk, last);
}

const NEVER: Fault = {
  at: Number.POSITIVE_INFINITY,
  span: 1,
  failure: { type: "quota" },
  done: "none",
  calls: "all",
};

/** Calls of the script when none fails. */
async function countCalls(script: Script, calls: Fault["calls"]): Promise<number> {
  const kv = new FaultyKeyValue(new MemoryKeyValue(new Map()), { ...NEVER, calls });
  await performStubbornly(kv, script, { stuck: async () => undefined });
  return kv.calls;
}

describe("an exception at every storage call", () => {
  const survive = (script: Script, fault: Fault): Promise<void> => {
    tally(fault.silent ? "twin: calls that fail in silence" : "calls that throw");
    const disk: Disk = new Map();
    return expectSurvival(script, disk, new FaultyKeyValue(new MemoryKeyValue(disk), fault));
  };

  it("S1 once, for a while or for ever loses nothing acknowledged; the rest is done when tried again", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const script = drawScript(draw, 6);
        const random = makeRandom(seed);
        const calls = await countCalls(script, "all");
        for (let at = 0; at < calls; at++) {
          for (const span of [1, 2 + random.below(20), Number.POSITIVE_INFINITY]) {
            const failure = random.pick(FULL_DISK);
            const done = random.pick(["none", "some", "all"] as const);
            await survive(script, { at, span, failure, done, calls: "all" });
          }
        }
      }),
      4,
    );
  });

  it("S1 in a bulk change in parts and its snapshot", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { steps, pictures } = drawScript(draw, 2, true);
        const script = { steps: steps.flatMap((step) => [step, { step: "compact" as const }]), pictures };
        const random = makeRandom(seed);
        const writes = await countCalls(script, "writes");
        for (let at = 0; at < writes; at++) {
          const done = random.pick(["none", "some", "all"] as const);
          await survive(script, { at, span: 1, failure: random.pick(FULL_DISK), done, calls: "writes" });
        }
      }),
      1,
    );
  });

  it("S1 twin: a platform that keeps its failures to itself is found out", async () => {
    let lost = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.nat(), async (draw, seed) => {
        const script = drawScript(draw, 6);
        const at = seed % (await countCalls(script, "writes"));
        await survive(script, { ...NEVER, at, calls: "writes", silent: true }).catch(() => {
          lost += 1;
        });
      }),
      20,
    );
    expect(lost).toBeGreaterThan(0);
  });
});

describe("a full disk", () => {
  /** What there is at most on the disk, at each write of the script. */
  async function peaksOf(script: Script): Promise<readonly number[]> {
    const kv = new FullDisk(new Map(), Number.POSITIVE_INFINITY, { type: "quota" });
    await performStubbornly(kv, script, { stuck: async () => undefined });
    return kv.peaks;
  }

  /** Whether the disk was razed, with room for each write of the script and hardly any more. */
  async function fill(script: Script, seed: number, probesLie: boolean): Promise<boolean> {
    const random = makeRandom(seed);
    for (const peak of await peaksOf(script)) {
      const disk: Disk = new Map();
      const room = peak + random.below(DELETION);
      const kv = new FullDisk(disk, room, random.pick(FULL_DISK), probesLie);
      tally(probesLie ? "twin: full disks without the probe" : "full disks");
      const survival = expectSurvival(script, disk, kv);
      await (probesLie ? survival.catch(() => undefined) : survival);
      if (kv.razed) return true;
    }
    return false;
  }

  it("S1 of any of the four kinds keeps all that was saved, readable and whole, and nothing is deleted to make room", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        expect(await fill(drawScript(draw, 8), seed, false)).toBe(false);
      }),
      20,
    );
  });

  it("S1 twin: without the write before each deletion the disk is razed", async () => {
    let razed = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        if (await fill(drawScript(draw, 8), seed, true)) razed += 1;
      }),
      20,
    );
    expect(razed).toBeGreaterThan(0);
  });
});

describe("a database emptied under a live page", () => {
  /** Empties the disk after a whole script, then goes on with the open store. */
  async function goOn(script: Script, make: (disk: Disk) => KeyValue): Promise<readonly string[]> {
    const disk: Disk = new Map();
    const kv = make(disk);
    await perform(kv, script);
    const { store, session } = await reopen(kv);
    // Prepared, so that not even its first steps would notice.
    const first = renaming(store.seq + 1, session.workbook, "there");
    await store.append(first);
    if (first.action.type === "do") session.replay(first, first.action.change);
    disk.clear();
    const compacted = await store.compact(session.snapshot(), 1e12);
    const appended = [await store.append(renaming(store.seq + 1, session.workbook, "gone"))];
    appended.push(await store.append(renaming(store.seq + 1, session.workbook, "gone")));
    const failures = [compacted, ...appended].map((result) =>
      result.type === "failed" ? result.failure.type : result.type,
    );
    return [...failures, ...keysOf(disk, "j/"), ...keysOf(disk, "root/")];
  }

  it("S1 is a failure of every append and snapshot, and never a new store", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        tally("emptied databases");
        const left = await goOn(drawScript(draw, 4), (disk) => new MemoryKeyValue(disk));
        expect(left).toEqual(["vanished", "vanished", "vanished"]);
      }),
      40,
    );
  });

  it("S1 twin: without the anchor it would begin anew and call that saved", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const left = await goOn(drawScript(draw, 4), (disk) => {
          const kv = new MemoryKeyValue(disk);
          const add = kv.add.bind(kv);
          kv.add = (key, bytes) => add(key, bytes);
          return kv;
        });
        expect(left).toContain("saved");
      }),
      10,
    );
  });
});

describe("a journal whose end another tab has set aside", () => {
  /**
   * Three entries of an open tab, of which the second is damaged on the disk; another tab starts, sees it and goes on from the first with
   * `others` of its own. What the open tab is then told of a fourth, and whether all that was acknowledged since is there. `clean`: the open
   * tab began with a snapshot of all three, which is damaged too.
   */
  async function goOn(others: number, make: (disk: Disk) => KeyValue, clean: boolean) {
    tally("journals set aside beside an open tab");
    const disk: Disk = new Map();
    const first = await reopen(make(disk));
    for (const seq of [1, 2, 3]) await first.store.append(renaming(seq, WORKBOOK, `first ${seq}`));
    if (clean) {
      const { session, store } = await reopen(make(disk));
      await store.compact(session.snapshot(), 1e12);
    }
    const { store } = clean ? await reopen(make(disk)) : first;
    for (const key of [journalKey(2), ...keysOf(disk, "root/")]) flipBit(disk, key, 0.5);
    const other = (await reopen(new MemoryKeyValue(disk))).store;
    for (let seq = 2; seq < 2 + others; seq++)
      expect((await other.append(renaming(seq, WORKBOOK, `second ${seq}`))).type).toBe("saved");
    const appended = await store.append(renaming(4, WORKBOOK, "first 4"));
    const left = (await reopen(reader(disk))).store.seq;
    return { told: appended.type, whole: left === (appended.type === "saved" ? 4 : 1 + others) };
  }

  it("S1 is gone on with by that tab only: the other is told to read it anew, however far that one has come", async () => {
    for (const others of [1, 2, 3])
      for (const clean of [false, true]) {
        const found = await goOn(others, (disk) => new MemoryKeyValue(disk), clean);
        expect(found).toEqual({ told: "conflict", whole: true });
      }
  });

  it("S1 twin: without a look for the record before it, it would be told saved and reached by nobody", async () => {
    const cases = [1, 2].flatMap((others) => [false, true].map((clean) => ({ others, clean })));
    for (const { others, clean } of cases) {
      const blind = (disk: Disk): KeyValue => {
        const kv = new MemoryKeyValue(disk);
        const add = kv.add.bind(kv);
        kv.add = (key, bytes, anchor) => add(key, bytes, ...(anchor === undefined ? [] : [anchor]));
        return kv;
      };
      const found = await goOn(others, blind, clean);
      expect(found).toEqual({ told: "saved", whole: false });
    }
  });
});

describe("an older app on newer data", () => {
  type Renewal = (disk: Disk) => Promise<void>;

  const newerFrame =
    (prefix: string): Renewal =>
    async (disk) => {
      const key = keysOf(disk, prefix).at(-1) ?? "";
      disk.set(key, (await frame(key, await payloadOf(disk, key), { format: 2 })).bytes);
    };

  /** The payload's first byte is the version of the definitions in it. */
  const versioned =
    (prefix: string, version: number): Renewal =>
    async (disk) => {
      const key = keysOf(disk, prefix).at(-1) ?? "";
      const payload = (await payloadOf(disk, key)).slice();
      payload[0] = version;
      await reseal(disk, key, payload);
    };

  const newerLayout: Renewal = async (disk) => {
    const [format, lowestReader] = [SCHEMA_VERSION + 1, SCHEMA_VERSION + 1];
    await reseal(disk, FORMAT_KEY, encodeFormat({ format, lowestReader, workbook: WORKBOOK.id }));
  };

  async function written(draw: Parameters<typeof drawScript>[0]) {
    const disk: Disk = new Map();
    const { steps, pictures } = drawScript(draw, 4);
    const [compact, reopening] = [{ step: "compact" as const }, { step: "reopen" as const }];
    await perform(new MemoryKeyValue(disk), { steps: [...steps, compact, reopening], pictures });
    const { store, session } = await reopen(new MemoryKeyValue(disk));
    const last = renaming(store.seq + 1, session.workbook, "last");
    await store.append(last);
    if (last.action.type === "do") session.replay(last, last.action.change);
    return { disk, pictures: [...pictures, pictureOf(session)] };
  }

  it.each<[string, Renewal]>([
    ["layout", newerLayout],
    ["format of fmt", newerFrame("fmt")],
    ["format of a root", newerFrame("root/")],
    ["format of an order", newerFrame("o/")],
    ["format of a journal record", newerFrame("j/")],
    ["definitions in a root", versioned("root/", SCHEMA_VERSION + 1)],
    ["definitions in a journal record", versioned("j/", SCHEMA_VERSION + 1)],
  ])("S1 touches nothing and says so: %s", async (_, renew) => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { disk, pictures } = await written(draw);
        await renew(disk);
        tally("newer data");
        const before = new Map(disk);
        const kv = new MemoryKeyValue(disk);
        const opened = await openStore(kv, WORKBOOK.id, (work) => work());
        expect(opened.type).toBe("tooNew");
        expect([kv.writes, disk]).toEqual([0, before]);
        // What came before may be looked at: a state that once was, whole.
        if (opened.type !== "tooNew" || opened.readable === null) return;
        const session = await sessionOf(opened.readable);
        expect(pictureOf(session)).toEqual(pictures[session.seq]);
        expect(await opened.readable.store.append(renaming(session.seq + 1, session.workbook, "no"))).toEqual(
          {
            type: "failed",
            failure: { type: "unavailable" },
          },
        );
      }),
      10,
    );
  });

  it("S1 twin: taken for damage, a newer record would leave its place", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { disk } = await written(draw);
        const key = keysOf(disk, "j/").at(-1) ?? "";
        await versioned("j/", 0)(disk);
        const newer = disk.get(key) ?? new Uint8Array();
        const { store, session } = await reopen(new MemoryKeyValue(disk));
        await store.append(renaming(store.seq + 1, session.workbook, "over it"));
        expect(sameBytes(disk.get(key) ?? new Uint8Array(), newer)).toBe(false);
      }),
      10,
    );
  });
});

describe("a clock set back", () => {
  /** The same script, its times drawn anew. */
  function shifted(script: Script, seed: number): Script {
    const random = makeRandom(seed);
    const steps = script.steps.map((step) =>
      step.step === "append" ? { ...step, entry: { ...step.entry, time: random.next() * 2e12 } } : step,
    );
    return { ...script, steps };
  }

  it("S2 changes neither what is recovered nor its order", async () => {
    let disordered = 0;
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const script = shifted(drawScript(draw, 8), seed);
        tally("wrong clocks");
        const disk: Disk = new Map();
        expect(await perform(new MemoryKeyValue(disk), script)).toBe(8);
        await expectPrefix(script, disk, 8);
        const { store } = await reopen(reader(disk));
        const past = await store.history(1, 8);
        if (past.type !== "history") throw new Error(past.type);
        expect(past.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        // Twin: in the order of their times it would be another history.
        const byTime = past.entries.toSorted((a, b) => a.time - b.time);
        if (byTime.some(({ seq }, index) => seq !== index + 1)) disordered += 1;
      }),
      40,
    );
    expect(disordered).toBeGreaterThan(30);
  });

  const [first, second] = [workbookId("first"), workbookId("second")];

  /** The workbook the catalogue opens, after the second was opened last but by an earlier clock. */
  async function openedNext(blind: boolean): Promise<WorkbookId | undefined> {
    const kv = new MemoryKeyValue(new Map());
    await rememberWorkbook(kv, { id: first, name: "First", opened: 2000 });
    const keys = kv.keys.bind(kv);
    if (blind) kv.keys = async () => [];
    await rememberWorkbook(kv, { id: second, name: "Second", opened: 1000 });
    kv.keys = keys;
    return (await listWorkbooks(kv))[0]?.id;
  }

  it("S1 still opens the workbook that was open last", async () => {
    expect(await openedNext(false)).toBe(second);
  });

  it("S1 twin: by the clock alone another one would open", async () => {
    expect(await openedNext(true)).toBe(first);
  });
});
