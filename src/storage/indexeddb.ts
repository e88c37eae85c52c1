/**
 * A KeyValue over IndexedDB through idb-keyval: one database, one store, strict durability, its version never
 * raised. A connection that was lost is opened again; what was asked of the lost one fails and says so.
 */
import { del, delMany, get, getMany, promisifyRequest, type UseStore } from "idb-keyval";
import { type Bytes, type Entry, type KeyValue, StorageError, type StorageFailure } from "./keyvalue.ts";

const STORE = "records";
const RETRIES = [0, 50, 250] as const;

function failureFrom(error: unknown): StorageFailure {
  // A transaction that the browser aborts by itself may carry no error at all.
  if (error === null || error === undefined) return { type: "lostConnection" };
  const { name, message } =
    error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
  if (name === "QuotaExceededError") return { type: "quota" };
  if (name === "InvalidStateError" || name === "AbortError") return { type: "lostConnection" };
  return { type: "unknown", name, message };
}

class Connection {
  private readonly name: string;
  private database: Promise<IDBDatabase> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  private async connect(): Promise<IDBDatabase> {
    if (typeof indexedDB === "undefined") throw new StorageError({ type: "unavailable" });
    const request = indexedDB.open(this.name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const database = await promisifyRequest(request);
    const forget = (): void => {
      this.database = null;
    };
    database.onclose = forget;
    // Someone deletes the database: holding on would block them for ever.
    database.onversionchange = () => {
      forget();
      database.close();
    };
    return database;
  }

  /** Opens a transaction; a connection that turned out dead is opened anew, since nothing was done on it. */
  async begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    for (const [attempt, pause] of RETRIES.entries()) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        this.database ??= this.connect();
        return (await this.database).transaction(STORE, mode, { durability: "strict" });
      } catch (error) {
        this.database = null;
        if (attempt === RETRIES.length - 1) throw error;
      }
    }
    throw new StorageError({ type: "lostConnection" });
  }
}

/** Resolves when the transaction is complete, not when its requests are; aborts on whatever is thrown inside. */
function makeStore(connection: Connection): UseStore {
  return async (mode, callback) => {
    const transaction = await connection.begin(mode);
    const complete = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
    // Whoever throws first is heard; the other rejection must not go unhandled.
    complete.catch(() => undefined);
    try {
      const result = await callback(transaction.objectStore(STORE));
      await complete;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It was over already.
      }
      throw error;
    }
  };
}

async function failing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StorageError(failureFrom(error), { cause: error });
  }
}

/** Opens nothing until it is first asked for something. */
export function openIndexedDb(name: string): KeyValue {
  const store = makeStore(new Connection(name));
  return {
    get: (key) => failing(get<Bytes>(key, store)),
    getMany: (keys) => failing(getMany<Bytes | undefined>([...keys], store)),
    add: (key, bytes) =>
      failing(
        store("readwrite", async (records) => {
          if ((await promisifyRequest(records.count(key))) > 0) return "exists" as const;
          await promisifyRequest(records.add(bytes, key));
          return "added" as const;
        }),
      ),
    // idb-keyval's setMany would commit the entries before one that cannot be cloned; ours aborts.
    putMany: (entries: readonly Entry[]) =>
      failing(
        store("readwrite", async (records) => {
          for (const { key, bytes } of entries) records.put(bytes, key);
        }),
      ),
    delete: (keys) => failing(keys.length === 1 ? del(keys[0] ?? "", store) : delMany([...keys], store)),
    keys: (prefix, from) =>
      failing(
        store("readonly", async (records) => {
          const range = IDBKeyRange.bound(from ?? prefix, `${prefix}\uffff`);
          const found = await promisifyRequest(records.getAllKeys(range));
          return found.filter((key) => typeof key === "string" && key.startsWith(prefix)).map(String);
        }),
      ),
  };
}
