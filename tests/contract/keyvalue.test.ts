/** The contract of KeyValue, kept by the one in memory that the laws of storage are tested on. */
import { describe, expect, it } from "vitest";
import type { KeyValue } from "../../src/storage/keyvalue.ts";
import { KEY_VALUE_CONTRACT } from "../support/storage/contract.ts";
import { MemoryKeyValue } from "../support/storage/memory.ts";

describe("KeyValue in memory", () => {
  it.each(KEY_VALUE_CONTRACT)("$name", ({ run }) => run(new MemoryKeyValue(new Map())));
});

describe("the contract itself", () => {
  const spoil = (changes: (kv: KeyValue) => Partial<KeyValue>): KeyValue => {
    const kv = new MemoryKeyValue(new Map());
    const bound: KeyValue = {
      get: (key) => kv.get(key),
      getMany: (keys) => kv.getMany(keys),
      add: (...all) => kv.add(...all),
      putMany: (...all) => kv.putMany(...all),
      delete: (...all) => kv.delete(...all),
      keys: (prefix, from) => kv.keys(prefix, from),
    };
    return { ...bound, ...changes(bound) };
  };

  it.each<[string, (kv: KeyValue) => Partial<KeyValue>]>([
    ["add overwrites", (kv) => ({ add: (key, bytes) => kv.putMany([{ key, bytes }]).then(() => "added") })],
    ["add needs no anchor", (kv) => ({ add: (key, bytes) => kv.add(key, bytes) })],
    [
      "add needs no more than its first anchor",
      (kv) => ({ add: (...all) => kv.add(all[0], all[1], all[2] ?? all[0]) }),
    ],
    ["delete heeds nothing", (kv) => ({ delete: (keys) => kv.delete(keys) })],
    ["putMany needs no anchor", (kv) => ({ putMany: (entries) => kv.putMany(entries) })],
    ["delete does nothing", () => ({ delete: async () => undefined })],
    ["from is left aside", (kv) => ({ keys: (prefix) => kv.keys(prefix) })],
    ["the order is another", (kv) => ({ keys: async (...all) => (await kv.keys(...all)).toReversed() })],
    ["values are cut", (kv) => ({ get: async (key) => (await kv.get(key))?.subarray(0, 1) })],
  ])("is broken by a store where %s", async (_, changes) => {
    const broken = KEY_VALUE_CONTRACT.map(({ run }) => run(spoil(changes)));
    const results = await Promise.allSettled(broken);
    expect(results.some(({ status }) => status === "rejected")).toBe(true);
  });
});
