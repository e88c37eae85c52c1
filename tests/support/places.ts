/** What the browser itself keeps of workbooks, to be looked at and spoilt: IndexedDB and the origin's file system. */
import type { Page } from "@playwright/test";

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
