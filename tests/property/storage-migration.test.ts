/** S4: a store of an earlier build opens, goes on, and is carried over into the present form without losing anything on the way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../src/core/schema/index.ts";
import { makeRandom } from "../../src/core/template/random.ts";
import { decodeFormat } from "../../src/storage/format.ts";
import { FORMAT_KEY, JOURNAL, ROOTS } from "../../src/storage/keys.ts";
import { checkAsync, drawing } from "../support/property.ts";
import { keysOf, payloadOf } from "../support/storage/damage.ts";
import { asBefore, generationsUpTo, readEarlier } from "../support/storage/earlier.ts";
import { type Fault, FaultyKeyValue, FULL_DISK } from "../support/storage/faulty.ts";
import { type Disk, MemoryKeyValue } from "../support/storage/memory.ts";
import {
  drawScript,
  perform,
  pictureOf,
  renaming,
  reopen,
  type Script,
  type Step,
  WORKBOOK,
} from "../support/storage/script.ts";
import { performStubbornly } from "../support/storage/stubborn.ts";
import { tally, tellTally } from "../support/storage/tally.ts";

tellTally();

const DAY = 24 * 60 * 60 * 1000;
const COMPACT: Step = { step: "compact" };

/** What the earlier build did, and what the present one goes on with. */
interface Upgrade {
  readonly disk: Disk;
  /** Of the earlier build. */
  readonly version: 1 | 2 | 3;
  readonly first: number;
  readonly rest: Script;
}

async function drawUpgrade(draw: Parameters<typeof drawScript>[0], entries = 6): Promise<Upgrade> {
  const { steps, pictures } = drawScript(draw, entries);
  const half = steps.findIndex((step) => step.step === "append" && step.entry.seq === entries / 2);
  const disk: Disk = new Map();
  // A snapshot with entries behind it, as most stores are found.
  const before = [...steps.slice(0, half), COMPACT, ...steps.slice(half, half + 1)];
  const first = await perform(new MemoryKeyValue(disk), { steps: before, pictures });
  const version = draw(() => fc.constantFrom(1 as const, 2 as const, 3 as const));
  await asBefore(disk, WORKBOOK.id, version);
  const rest = { steps: [...steps.slice(half + 1), COMPACT, { step: "reopen" as const }], pictures };
  return { disk, version, first, rest };
}

const versionsOf = async (disk: Disk, prefix: string): Promise<(number | undefined)[]> =>
  Promise.all(keysOf(disk, prefix).map(async (key) => (await payloadOf(disk, key))[0]));

describe("a store of an earlier build", () => {
  it.each(["2026-11-23", "2026-11-24a", "2026-11-24b", "2026-11-28"])(
    "S4 opens as that build showed it, and nothing is written: %s",
    async (name) => {
      const { disk, saved, picture } = await readEarlier(name);
      const kv = new MemoryKeyValue(disk);
      const { store, session, opened } = await reopen(kv);
      expect(opened).toMatchObject({ type: "open", damage: [] });
      expect(store.seq).toBe(saved);
      expect(JSON.parse(JSON.stringify(pictureOf(session)))).toEqual(picture);
      expect(kv.writes).toBe(0);
    },
  );

  it.each(["2026-11-23", "2026-11-24a", "2026-11-24b", "2026-11-28"])(
    "S4 is read from its beginning too, where its snapshots are lost: %s",
    async (name) => {
      const { disk, picture } = await readEarlier(name);
      for (const prefix of [ROOTS, "c/", "o/", "t/"])
        for (const key of keysOf(disk, prefix)) disk.delete(key);
      const { session } = await reopen(new MemoryKeyValue(disk));
      expect(JSON.parse(JSON.stringify(pictureOf(session)))).toEqual(picture);
    },
  );

  it("S4 goes on, is carried over whole, and the earlier generation stays as it was", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { disk, version, first, rest } = await drawUpgrade(draw);
        const old = generationsUpTo(disk, Number.POSITIVE_INFINITY);
        const last = rest.pictures.length - 1;
        expect(await perform(new MemoryKeyValue(disk), rest)).toBe(last);
        const { session, opened } = await reopen(new MemoryKeyValue(disk));
        expect(opened).toMatchObject({ type: "open", damage: [] });
        expect(pictureOf(session)).toEqual(rest.pictures[last]);
        for (const [key, bytes] of old) expect(disk.get(key), key).toEqual(bytes);
        expect((await versionsOf(disk, ROOTS)).at(-1)).toBe(SCHEMA_VERSION);
        expect(await versionsOf(disk, JOURNAL)).toEqual(
          Array.from({ length: last }, (_, index) => (index < first ? version : SCHEMA_VERSION)),
        );
        // An earlier build must not take it for its own.
        expect(decodeFormat(await payloadOf(disk, FORMAT_KEY))).toMatchObject({
          lowestReader: SCHEMA_VERSION,
        });
      }),
      100,
    );
  });

  it("S4 twin: without the earlier generation, damage to the new ones and to the journal's beginning takes rows", async () => {
    const found = async (held: boolean): Promise<unknown> => {
      const outcomes = new Set<string>();
      await checkAsync(
        fc.asyncProperty(drawing(), async (draw) => {
          const { disk, rest } = await drawUpgrade(draw);
          const old = generationsUpTo(disk, Number.POSITIVE_INFINITY);
          await perform(new MemoryKeyValue(disk), rest);
          for (const key of generationsUpTo(disk, Number.POSITIVE_INFINITY).keys()) {
            if (!(held && old.has(key))) disk.delete(key);
          }
          disk.delete(keysOf(disk, JOURNAL)[0] ?? "");
          const last = rest.pictures.length - 1;
          const outcome = await reopen(new MemoryKeyValue(disk)).then(
            ({ session }) => JSON.stringify(pictureOf(session)) === JSON.stringify(rest.pictures[last]),
            () => false,
          );
          outcomes.add(outcome ? "all" : "less");
        }),
        20,
      );
      return [...outcomes];
    };
    expect(await found(true)).toEqual(["all"]);
    expect(await found(false)).toEqual(["less"]);
  });
});

describe("the process dies in a migration", () => {
  it("S1 S4 at any write everything acknowledged is there, and it is begun again", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { disk: before, version, first, rest } = await drawUpgrade(draw, 4);
        const counting = new MemoryKeyValue(new Map(before));
        await perform(counting, rest);
        const last = rest.pictures.length - 1;
        for (let crashAt = 0; crashAt < counting.writes; crashAt++) {
          tally("deaths in a migration");
          const disk = new Map(before);
          const random = makeRandom(seed + crashAt).next;
          const saved = await perform(new MemoryKeyValue(disk, { crashAt, random }), rest);
          const { store, session, opened } = await reopen(new MemoryKeyValue(disk));
          expect(store.seq).toBeGreaterThanOrEqual(Math.max(first, saved));
          expect(pictureOf(session)).toEqual(rest.pictures[store.seq]);
          expect(opened).toMatchObject({ damage: [] });
          // What an earlier build could not read never stands in a store that it would open.
          if (decodeFormat(await payloadOf(disk, FORMAT_KEY)).lowestReader === version) {
            expect(await versionsOf(disk, JOURNAL)).not.toContain(SCHEMA_VERSION);
            expect(await versionsOf(disk, ROOTS)).not.toContain(SCHEMA_VERSION);
          }
          const steps = rest.steps.filter((step) => step.step !== "append" || step.entry.seq > store.seq);
          await perform(new MemoryKeyValue(disk), { ...rest, steps });
          const again = await reopen(new MemoryKeyValue(disk));
          expect(pictureOf(again.session)).toEqual(rest.pictures[last]);
          expect((await versionsOf(disk, ROOTS)).at(-1)).toBe(SCHEMA_VERSION);
        }
      }),
      20,
    );
  });
});

describe("an exception at every storage call of a migration", () => {
  it("S1 S4 loses nothing, and all of it is done when tried again", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), fc.integer(), async (draw, seed) => {
        const { disk: before, rest } = await drawUpgrade(draw, 4);
        const random = makeRandom(seed);
        const last = rest.pictures.length - 1;
        const run = async (fault: Fault | null): Promise<number> => {
          const disk = new Map(before);
          const kv = new FaultyKeyValue(new MemoryKeyValue(disk), fault);
          const { session } = await performStubbornly(kv, rest, {
            stuck: async (saved) => {
              const { store } = await reopen(new MemoryKeyValue(new Map(disk)));
              expect(store.seq).toBeGreaterThanOrEqual(saved);
            },
          });
          expect(pictureOf(session)).toEqual(rest.pictures[last]);
          const again = await reopen(new MemoryKeyValue(disk));
          expect(pictureOf(again.session)).toEqual(rest.pictures[last]);
          return kv.calls;
        };
        const calls = await run({
          at: Number.POSITIVE_INFINITY,
          span: 1,
          failure: { type: "quota" },
          done: "none",
          calls: "all",
        });
        for (let at = 0; at < calls; at++) {
          tally("calls of a migration that throw");
          const span = random.pick([1, 3, Number.POSITIVE_INFINITY]);
          const done = random.pick(["none", "some", "all"] as const);
          await run({ at, span, failure: random.pick(FULL_DISK), done, calls: "all" });
        }
      }),
      6,
    );
  });

  it("S4 twin: chunks that are not written although the platform says so are found before the new snapshot counts", async () => {
    await checkAsync(
      fc.asyncProperty(drawing(), async (draw) => {
        const { disk, rest } = await drawUpgrade(draw);
        const kv = new MemoryKeyValue(disk);
        const put = kv.putMany.bind(kv);
        kv.putMany = (entries, anchor) =>
          put(
            entries.filter(({ key }) => !key.startsWith("c/")),
            anchor,
          );
        const { store, session } = await reopen(kv);
        for (const step of rest.steps) {
          if (step.step !== "append") continue;
          await store.append(step.entry);
          session.replay(step.entry, step.change);
        }
        const chunks = session.snapshot().sheets.some(({ chunkCount }) => chunkCount > 0);
        const result = await store.compact(session.snapshot(), 1e12);
        expect(result.type).toBe(chunks ? "failed" : "published");
        expect((await versionsOf(disk, ROOTS)).includes(SCHEMA_VERSION)).toBe(!chunks);
      }),
      20,
    );
  });
});

describe("the earlier generation", () => {
  /** Snapshots at these times; after each, whether the earlier generation is still there. */
  async function held(times: readonly number[]): Promise<readonly boolean[]> {
    const disk = (await readEarlier("2026-11-24b")).disk;
    const old = keysOf(disk, ROOTS);
    const kept: boolean[] = [];
    for (const time of times) {
      const { store, session } = await reopen(new MemoryKeyValue(disk));
      const entry = renaming(store.seq + 1, session.workbook, `at ${time}`);
      await store.append(entry);
      if (entry.action.type === "do") session.replay(entry, entry.action.change);
      expect(await store.compact(session.snapshot(), time)).toMatchObject({ type: "published" });
      kept.push(old.every((key) => disk.has(key)));
    }
    return kept;
  }

  it("S4 stays for fourteen days and then goes", async () => {
    const start = 1.9e12;
    const days = [0, 1, 5, 13.9, 14, 15].map((day) => start + day * DAY);
    expect(await held(days)).toEqual([true, true, true, true, false, false]);
  });

  it("S4 stays while the clock is behind the upgrade", async () => {
    await checkAsync(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -20_000, max: 13 }), { minLength: 1, maxLength: 6 }),
        async (days) => {
          const start = 1.9e12;
          const kept = await held([start, ...days.map((day) => start + day * DAY)]);
          expect(kept).not.toContain(false);
        },
      ),
      4,
    );
  });
});
