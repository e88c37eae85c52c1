/** In a page of its own: the contract of KeyValue on the browser's own database, and what is asked of that meanwhile. */
import { deleteIndexedDb, openIndexedDb } from "../../../src/storage/indexeddb.ts";
import { type Bytes, failureOf, type KeyValue, type StorageFailure } from "../../../src/storage/keyvalue.ts";
import { KEY_VALUE_CONTRACT } from "./contract.ts";

/** Of every transaction since the page began, in order: what the browser says it does, not what it was asked. */
const durabilities: IDBTransactionDurability[] = [];
const connections = new Set<IDBDatabase>();

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...asked) {
  connections.add(this);
  const begun = transaction.apply(this, asked);
  durabilities.push(begun.durability);
  return begun;
};

let made = 0;
const fresh = (): { readonly name: string; readonly kv: KeyValue } => {
  made += 1;
  const name = `contract-${made}`;
  return { name, kv: openIndexedDb(name) };
};

const bytes = (...values: number[]): Bytes => Uint8Array.from(values);
const failing = (work: Promise<unknown>): Promise<StorageFailure | null> => work.then(() => null, failureOf);

const page = {
  cases: KEY_VALUE_CONTRACT.map(({ name }) => name),
  durabilities: (): readonly string[] => durabilities,
  /** Throws what is not as it should be. */
  run: async (name: string): Promise<void> => {
    const found = KEY_VALUE_CONTRACT.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no case ${name}`);
    await found.run(fresh().kv);
  },
  /** What is left of a write of which one value cannot be cloned. */
  spoiledWrite: async () => {
    const { kv } = fresh();
    // A proxy is none of what can be stored.
    const spoiled: Bytes = new Proxy(bytes(2), {});
    const refused = await kv
      .putMany([
        { key: "a", bytes: bytes(1) },
        { key: "b", bytes: spoiled },
      ])
      .then(
        () => false,
        () => true,
      );
    return { refused, keys: await kv.keys("") };
  },
  /** A connection that the browser closes is had again. */
  closed: async () => {
    const { kv } = fresh();
    await kv.add("a", bytes(1));
    const before = connections.size;
    for (const each of connections) {
      each.close();
      each.dispatchEvent(new Event("close"));
    }
    const added = await kv.add("b", bytes(2));
    return { added, keys: await kv.keys(""), anew: connections.size > before };
  },
  /** Whoever deletes the database is not held up, and it is not made anew. */
  deleted: async () => {
    const { name, kv } = fresh();
    await kv.add("a", bytes(1));
    const deletion = await failing(deleteIndexedDb(name));
    const write = await failing(kv.add("b", bytes(2)));
    const left = await indexedDB.databases();
    return { deletion, write, made: left.some((each) => each.name === name) };
  },
} as const;

export type StoragePage = typeof page;

declare global {
  interface Window {
    storagePage: StoragePage;
  }
}

window.storagePage = page;
