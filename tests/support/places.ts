/** What the browser itself keeps of workbooks, to be looked at and spoilt: IndexedDB and the origin's file system. */
import type { Page } from "@playwright/test";
import type { Disk } from "./storage/memory.ts";

/** Of every workbook's database: empties it, lists its keys, or spoils what a snapshot is made of. */
export async function inStores(page: Page, what: "clear" | "list" | "spoil"): Promise<readonly string[]> {
  return page.evaluate(async (task) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const keys: string[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      if (!/^tierbook-[0-9a-f-]{36}$/.test(name)) continue;
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store, "readwrite").objectStore(store);
        if (task === "clear") await settled(objects.clear());
        const all = (await settled(objects.getAllKeys())).map(String);
        if (task === "spoil") {
          // Without its beginning the journal makes up for nothing.
          for (const key of all) if (key.startsWith("j/")) await settled(objects.delete(key));
          for (const key of all.filter((each) => each.startsWith("c/"))) {
            const bytes: unknown = await settled(objects.get(key));
            if (!(bytes instanceof Uint8Array)) throw new Error(`${key} holds no bytes`);
            bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
            await settled(objects.put(bytes, key));
          }
        }
        keys.push(...all);
      }
      database.close();
    }
    return keys;
  }, what);
}

/** Names of the mirror's files that are on disk. */
export async function mirrorFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const [name, mirror] of root.entries()) {
      if (name !== "tierbook-mirror" || !(mirror instanceof FileSystemDirectoryHandle)) continue;
      for await (const folder of mirror.values()) {
        if (!(folder instanceof FileSystemDirectoryHandle)) continue;
        for await (const [file, handle] of folder.entries()) {
          if (handle instanceof FileSystemFileHandle && (await handle.getFile()).size > 0) names.push(file);
        }
      }
    }
    return names;
  });
}

const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

/** All records of the only workbook, and its id. */
export async function readRecords(page: Page): Promise<{ readonly id: string; readonly disk: Disk }> {
  const stored = await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    /** In base64: megabytes of it, so not letter by letter. */
    const inText = (bytes: Blob): Promise<string> =>
      new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ""));
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(bytes);
      });
    const names = (await indexedDB.databases()).map(({ name = "" }) => name);
    const [name = ""] = names.filter((each) => /^tierbook-[0-9a-f-]{36}$/.test(each));
    const database = await settled(indexedDB.open(name));
    const objects = database.transaction("records").objectStore("records");
    const [keys, values] = await Promise.all([settled(objects.getAllKeys()), settled(objects.getAll())]);
    database.close();
    const records: [string, string][] = [];
    for (const [place, key] of keys.entries()) {
      const bytes: unknown = values[place];
      if (bytes instanceof Uint8Array) records.push([String(key), await inText(new Blob([bytes.slice()]))]);
    }
    return { id: name.slice("tierbook-".length), records };
  });
  return { id: stored.id, disk: new Map(stored.records.map(([key, text]) => [key, fromBase64(text)])) };
}

/** Puts records into a workbook's database, and takes out those that are not among them where `only`. */
export async function writeRecords(page: Page, id: string, disk: Disk, only = false): Promise<void> {
  const records = Array.from(disk, ([key, bytes]) => [key, inBase64(bytes)] as const);
  await page.evaluate(
    async ({ name, all, alone }) => {
      const request = indexedDB.open(name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction("records", "readwrite", { durability: "strict" });
      const objects = transaction.objectStore("records");
      if (alone) objects.clear();
      for (const [key, text] of all) {
        objects.put(
          Uint8Array.from(atob(text), (digit) => digit.charCodeAt(0)),
          key,
        );
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    { name: `tierbook-${id}`, all: records, alone: only },
  );
}
