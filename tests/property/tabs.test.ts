/** T1–T3: several tabs edit one workbook at once, on disks and channels that answer when they like. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../src/core/template/random.ts";
import { type KeyValue, StorageError } from "../../src/storage/keyvalue.ts";
import { checkAsync } from "../support/property.ts";
import { tally, tellTally } from "../support/storage/tally.ts";
import { race } from "../support/worker/racing.ts";

tellTally();

const tabs = fc.integer({ min: 2, max: 8 });

/** Some adds are done, and their answer is lost. */
function forgetful(kv: KeyValue, chance: () => number): KeyValue {
  return new Proxy(kv, {
    get: (target, name) =>
      name === "add"
        ? async (...args: Parameters<KeyValue["add"]>) => {
            const result = await target.add(...args);
            if (chance() < 0.04) throw new StorageError({ type: "lostConnection" });
            return result;
          }
        : Reflect.get(target, name).bind(target),
  });
}

/** A journal that does not say that a number is taken. */
function lawless(kv: KeyValue): KeyValue {
  return new Proxy(kv, {
    get: (target, name) =>
      name === "add"
        ? async (...args: Parameters<KeyValue["add"]>) => {
            await target.add(...args);
            return "added";
          }
        : Reflect.get(target, name).bind(target),
  });
}

describe("several tabs", () => {
  it("T1 T2 end in the same state, which is the journal's, and no edit is lost, doubled or put elsewhere", async () => {
    await checkAsync(
      fc.asyncProperty(tabs, fc.integer(), async (count, seed) => {
        const random = makeRandom(seed);
        tally("edits of racing tabs", count * 8);
        expect(await race(count, 8, { random, lost: random.pick([0, 50, 100]) })).toBeNull();
      }),
      60,
    );
  });

  it("T3 an edit whose answer was lost is neither lost nor done twice", async () => {
    await checkAsync(
      fc.asyncProperty(fc.integer({ min: 2, max: 4 }), fc.integer(), async (count, seed) => {
        const random = makeRandom(seed);
        tally("edits of racing tabs whose answers may be lost", count * 6);
        const through = (kv: KeyValue): KeyValue => forgetful(kv, random.next);
        expect(await race(count, 6, { random, lost: 20, through })).toBeNull();
      }),
      12,
    );
  });

  it("T1 twin: where a taken number is not told, edits are lost and it is found out", async () => {
    let found = 0;
    await checkAsync(
      fc.asyncProperty(tabs, fc.integer(), async (count, seed) => {
        const wrong = await race(count, 8, {
          random: makeRandom(seed),
          through: lawless,
          patience: 200,
        }).catch(String);
        if (wrong !== null) found += 1;
      }),
      5,
    );
    expect(found).toBeGreaterThan(0);
  });
});
