/** The floor under *Saved*: one strict IndexedDB commit of 200 bytes, several times over. */

const DATABASE = "floor";
const STORE = "store";
const BYTES = 200;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A new, empty database of one store. */
export async function openFloor(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return await asked(opening);
}

export function commit(
  database: IDBDatabase,
  key: number,
  bytes = new Uint8Array(BYTES).fill(key),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore(STORE).add(bytes, key);
  });
}

/** Milliseconds of each commit. */
export async function timeCommits(count: number): Promise<readonly number[]> {
  const database = await openFloor(DATABASE);
  const times: number[] = [];
  for (let key = 0; key < count; key++) {
    const start = performance.now();
    await commit(database, key);
    times.push(performance.now() - start);
  }
  database.close();
  await asked(indexedDB.deleteDatabase(DATABASE));
  return times;
}
