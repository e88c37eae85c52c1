/**
 * What every KeyValue must do. Plain cases that throw, without a test runner, so that they also run inside a
 * browser's page or worker.
 */
import { type Bytes, failureOf, type KeyValue } from "../../../src/storage/keyvalue.ts";

export interface ContractCase {
  readonly name: string;
  /** `kv` is empty. */
  readonly run: (kv: KeyValue) => Promise<void>;
}

const bytes = (...values: number[]): Bytes => Uint8Array.from(values);

function equal(actual: unknown, expected: unknown): void {
  const shown = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) => (each instanceof Uint8Array ? [...each] : each)) ??
    "undefined";
  if (shown(actual) !== shown(expected)) throw new Error(`${shown(actual)} instead of ${shown(expected)}`);
}

export const KEY_VALUE_CONTRACT: readonly ContractCase[] = [
  {
    name: "answers undefined for a key that is not there",
    run: async (kv) => {
      equal(await kv.get("a"), undefined);
      equal((await kv.getMany(["a", "b"])).length, 2);
      equal(await kv.keys(""), []);
    },
  },
  {
    name: "gives back the bytes as they were, also those of a view on a larger buffer",
    run: async (kv) => {
      const large = bytes(9, 1, 2, 3, 9);
      await kv.putMany([{ key: "a", bytes: large.subarray(1, 4) }]);
      await kv.add("b", large.subarray(2, 3));
      await kv.add("none", bytes());
      large.fill(0);
      equal(await kv.getMany(["b", "x", "a", "none"]), [bytes(2), undefined, bytes(1, 2, 3), bytes()]);
      equal(await kv.get("a"), bytes(1, 2, 3));
    },
  },
  {
    name: "adds only where nothing is, and leaves what is there",
    run: async (kv) => {
      equal(await kv.add("a", bytes(1)), "added");
      equal(await kv.add("a", bytes(2)), "exists");
      equal(await kv.get("a"), bytes(1));
      equal(await kv.add("b", bytes(3)), "added");
    },
  },
  {
    name: "adds beside an anchor only while that is there, and else writes nothing",
    run: async (kv) => {
      equal(await kv.add("fmt", bytes(1)), "added");
      equal(await kv.add("a", bytes(2), "fmt"), "added");
      equal(await kv.add("a", bytes(3), "fmt"), "exists");
      await kv.delete(["fmt"]);
      const failure = await kv.add("b", bytes(4), "fmt").then(() => null, failureOf);
      equal(failure, { type: "vanished" });
      equal(await kv.keys(""), ["a"]);
    },
  },
  {
    name: "adds beside several anchors only while all of them are there",
    run: async (kv) => {
      await kv.putMany(["a", "b", "c"].map((key) => ({ key, bytes: bytes(1) })));
      equal(await kv.add("d", bytes(2), "a", "b", "c"), "added");
      await kv.delete(["b"]);
      const failure = await kv.add("e", bytes(3), "a", "b", "c").then(() => null, failureOf);
      equal(failure, { type: "vanished" });
      equal(await kv.keys(""), ["a", "c", "d"]);
    },
  },
  {
    name: "adds beside a value that ends as it should, and no other",
    run: async (kv) => {
      await kv.putMany([{ key: "a", bytes: bytes(1, 2, 3) }]);
      equal(await kv.add("b", bytes(4), { key: "a", end: bytes(2, 3) }), "added");
      equal(await kv.add("c", bytes(4), { key: "a", end: bytes(1, 2, 3) }), "added");
      for (const anchor of [
        { key: "a", end: bytes(1, 2) },
        { key: "a", end: bytes(0, 1, 2, 3) },
        { key: "x", end: bytes() },
      ]) {
        const failure = await kv.add("d", bytes(5), "a", anchor).then(() => null, failureOf);
        equal(failure, { type: "vanished" });
      }
      equal(await kv.keys(""), ["a", "b", "c"]);
    },
  },
  {
    name: "deletes nothing where what forbids it is there",
    run: async (kv) => {
      await kv.putMany(["a", "b", "c"].map((key) => ({ key, bytes: bytes(1) })));
      await kv.delete(["a", "b"], "c");
      equal(await kv.keys(""), ["a", "b", "c"]);
      await kv.delete(["a", "c"], "d");
      equal(await kv.keys(""), ["b"]);
    },
  },
  {
    name: "lets exactly one of many racing adds win",
    run: async (kv) => {
      const results = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => kv.add("a", bytes(n))));
      equal(results.filter((result) => result === "added").length, 1);
      equal(await kv.get("a"), bytes(results.indexOf("added") + 1));
    },
  },
  {
    name: "puts over what is there",
    run: async (kv) => {
      await kv.putMany([{ key: "a", bytes: bytes(1) }]);
      await kv.putMany([
        { key: "a", bytes: bytes(2) },
        { key: "b", bytes: bytes(3) },
      ]);
      equal(await kv.getMany(["a", "b"]), [bytes(2), bytes(3)]);
    },
  },
  {
    name: "puts several beside their anchor only, and otherwise none of them",
    run: async (kv) => {
      const entries = ["a", "b"].map((key) => ({ key, bytes: bytes(1) }));
      const failure = await kv.putMany(entries, "anchor").then(() => null, failureOf);
      equal(failure, { type: "vanished" });
      equal(await kv.keys(""), []);
      await kv.add("anchor", bytes(1));
      await kv.putMany(entries, "anchor");
      equal(await kv.keys(""), ["a", "anchor", "b"]);
    },
  },
  {
    name: "deletes one, several, none and what is not there, and then goes on",
    run: async (kv) => {
      await kv.putMany(["a", "b", "c", "d"].map((key) => ({ key, bytes: bytes(1) })));
      await kv.delete(["a"]);
      await kv.delete(["b", "x", "c"]);
      await kv.delete([]);
      await kv.putMany([]);
      equal(await kv.keys(""), ["d"]);
      equal(await kv.add("a", bytes(2)), "added");
    },
  },
  {
    name: "lists keys by prefix, in order, from a key on",
    run: async (kv) => {
      const keys = ["j/10", "j/02", "j/1", "k/1", "j", "i/9", "j/茶", "j/😀", "j\uffff"];
      await kv.putMany(keys.map((key) => ({ key, bytes: bytes(1) })));
      equal(await kv.keys("j/"), ["j/02", "j/1", "j/10", "j/茶", "j/😀"]);
      equal(await kv.keys("j/", "j/1"), ["j/1", "j/10", "j/茶", "j/😀"]);
      equal(await kv.keys("j/", "a"), await kv.keys("j/"));
      equal((await kv.keys("")).length, keys.length);
      equal(await kv.keys("z/"), []);
    },
  },
  {
    name: "holds a value of several megabytes",
    run: async (kv) => {
      const large = new Uint8Array(5 << 20).map((_, index) => index * 7);
      equal(await kv.add("large", large), "added");
      const back = await kv.get("large");
      equal(back?.length, large.length);
      equal(
        back?.every((byte, index) => byte === large[index]),
        true,
      );
    },
  },
];
