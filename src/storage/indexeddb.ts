/**
 * KeyValue over IndexedDB: idb-keyval with a store of our own, because its own commits without asking for the
 * disk, keeps what it wrote before a throw, and quietly makes a new, empty database where one has gone.
 */
import { get, getMany, promisifyRequest, type UseStore } from "idb-keyval";
import { failureFrom, storageError } from "./failures.ts";
import { type Anchor, type Bytes, isAnchored, type KeyValue, StorageError } from "./keyvalue.ts";

const OBJECT_STORE = "records";
/** Milliseconds before each further try to connect. */
const BACKOFF = [50, 250, 1000] as const;
const AFTER_ALL = "\uffff";

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Rejects as "vanished" where there is no database and none may be made. The version is never raised. */
function openDatabase(name: string, mayCreate: boolean): Promise<IDBDatabase> {
  if (typeof indexedDB === "undefined") return Promise.reject(new StorageError({ type: "unavailable" }));
  const request = indexedDB.open(name);
  let refused = false;
  request.onupgradeneeded = () => {
    if (mayCreate) request.result.createObjectStore(OBJECT_STORE);
    else {
      refused = true;
      request.transaction?.abort();
    }
  };
  return promisifyRequest(request).catch((error: unknown) => {
    throw refused ? new StorageError({ type: "vanished" }) : storageError(error);
  });
}

/** Resolves on `complete`, rejects on `abort`; a request's error always ends in one of them. */
function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}

/** A request that ends with its transaction says no more than that. */
const saysWhy = (error: unknown): boolean =>
  error !== null && error !== undefined && !(error instanceof DOMException && error.name === "AbortError");

async function transact<T>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  callback: (store: IDBObjectStore) => T | PromiseLike<T>,
): Promise<T> {
  const transaction = db.transaction(OBJECT_STORE, mode, { durability: "strict" });
  const end = settled(transaction);
  try {
    const result = await callback(transaction.objectStore(OBJECT_STORE));
    await end;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    // A transaction reports itself as failed before it knows why; the abort brings the reason.
    const reason = await end.then(
      () => null,
      (aborted: unknown) => aborted,
    );
    throw saysWhy(error) ? error : reason;
  }
}

/** An abort without an error may be a closed connection, too. */
const mayBeConnection = (error: unknown): boolean =>
  error === null || error === undefined || failureFrom(error).type === "lostConnection";

class Connection {
  private readonly name: string;
  private open: Promise<IDBDatabase> | null = null;
  private hadOne = false;

  constructor(name: string) {
    this.name = name;
  }

  private connect(): Promise<IDBDatabase> {
    if (this.open !== null) return this.open;
    const opening = openDatabase(this.name, !this.hadOne).then((db) => {
      this.hadOne = true;
      db.addEventListener("close", () => this.drop(opening));
      // Someone wants to delete it; a connection that stays open would block them for ever.
      db.addEventListener("versionchange", () => this.drop(opening));
      return db;
    });
    this.open = opening;
    opening.catch(() => this.drop(opening));
    return opening;
  }

  private drop(opening: Promise<IDBDatabase>): void {
    if (this.open === opening) this.open = null;
    opening.then(
      (db) => db.close(),
      () => undefined,
    );
  }

  /** Tries again over a new connection where one was lost; every call of ours may be repeated. */
  readonly use: UseStore = async (mode, callback) => {
    for (let attempt = 0; ; attempt++) {
      const opening = this.connect();
      try {
        return await transact(await opening, mode, callback);
      } catch (error) {
        const delay = BACKOFF[attempt];
        if (!mayBeConnection(error) || delay === undefined) throw storageError(error);
        this.drop(opening);
        await wait(delay);
      }
    }
  };
}

/** What is no bytes was not written by us: handed on as none, it is reported like any damage. */
function bytesOf(value: unknown): Bytes | undefined {
  if (value === undefined) return undefined;
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(0);
}

const isThere = async (store: IDBObjectStore, key: string): Promise<boolean> =>
  (await promisifyRequest(store.count(key))) > 0;

async function holds(store: IDBObjectStore, anchor: Anchor): Promise<boolean> {
  if (typeof anchor === "string") return isThere(store, anchor);
  return isAnchored(bytesOf(await promisifyRequest<unknown>(store.get(anchor.key))), anchor);
}

async function beside(store: IDBObjectStore, anchors: readonly Anchor[]): Promise<void> {
  const there = await Promise.all(anchors.map((anchor) => holds(store, anchor)));
  if (!there.every(Boolean)) throw new StorageError({ type: "vanished" });
}

/**
 * The database `name`, opened when it is first used and made if there is none. Once it was there it is not made
 * again: if it is gone under a live page, that is a "vanished" failure and never an empty store.
 */
export function openIndexedDb(name: string): KeyValue {
  const { use } = new Connection(name);
  return {
    get: async (key) => bytesOf(await get<unknown>(key, use)),
    getMany: async (keys) => (await getMany<unknown>([...keys], use)).map(bytesOf),
    add: async (key, bytes, ...anchors) => {
      try {
        await use("readwrite", async (store) => {
          await beside(store, anchors);
          await promisifyRequest(store.add(bytes, key));
        });
        return "added";
      } catch (error) {
        const reason = error instanceof StorageError ? error.cause : error;
        if (reason instanceof Error && reason.name === "ConstraintError") return "exists";
        throw error;
      }
    },
    putMany: (entries, anchor) =>
      use("readwrite", async (store) => {
        await beside(store, anchor === undefined ? [] : [anchor]);
        await Promise.all(entries.map(({ key, bytes }) => promisifyRequest(store.put(bytes, key))));
      }),
    delete: (keys, unless) =>
      use("readwrite", async (store) => {
        if (unless !== undefined && (await isThere(store, unless))) return;
        await Promise.all(keys.map((key) => promisifyRequest(store.delete(key))));
      }),
    keys: async (prefix, from = prefix) => {
      const range = IDBKeyRange.bound(from > prefix ? from : prefix, prefix + AFTER_ALL);
      const keys = await use("readonly", (store) => promisifyRequest(store.getAllKeys(range)));
      return keys.filter((key) => typeof key === "string");
    },
  };
}

/** Rejects with a StorageError; "lostConnection" where someone still has it open. */
export function deleteIndexedDb(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(storageError(request.error));
    request.onblocked = () => reject(new StorageError({ type: "lostConnection" }));
  });
}
