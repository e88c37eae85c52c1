/** MirrorFiles over the origin's private file system, which survived all the damage that emptied IndexedDB. */
import { storageError } from "./failures.ts";
import { type Bytes, StorageError } from "./keyvalue.ts";
import type { MirrorFiles } from "./mirror.ts";

/** Holds a folder for each workbook, by its id. */
export const MIRROR_FOLDER = "tierbook-mirror";

interface SyncAccessHandle {
  write(bytes: Bytes, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

declare global {
  interface FileSystemFileHandle {
    /** Only in workers, and not in the type library that this project compiles against. */
    createSyncAccessHandle?(): Promise<SyncAccessHandle>;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && error.name === "NotFoundError";

/** Bytes between two flushes: one at the end would hold up the worker for as long as all of it takes. */
const FLUSH_EVERY = 4 << 20;

/** Flushed: on disk, not only with the system. */
async function writeFlushed(handle: SyncAccessHandle, pieces: AsyncIterable<Bytes>): Promise<void> {
  try {
    handle.truncate(0);
    let at = 0;
    let flushed = 0;
    for await (const bytes of pieces) {
      if (handle.write(bytes, { at }) < bytes.length) throw new StorageError({ type: "quota" });
      at += bytes.length;
      if (at - flushed < FLUSH_EVERY) continue;
      handle.flush();
      flushed = at;
    }
    handle.flush();
  } finally {
    handle.close();
  }
}

/** The folder that `path` leads to; null if there is none and none is to be made. */
async function folderAt(path: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle | null> {
  if (navigator.storage?.getDirectory === undefined) throw new StorageError({ type: "unavailable" });
  let directory = await navigator.storage.getDirectory();
  try {
    for (const name of path) directory = await directory.getDirectoryHandle(name, { create });
  } catch (error) {
    if (!create && isMissing(error)) return null;
    throw error;
  }
  return directory;
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}

/** Names of what lies in a folder; none where it was never made. */
export function listFolder(path: readonly string[]): Promise<readonly string[]> {
  return failing(async () => {
    const names: string[] = [];
    for await (const name of (await folderAt(path, false))?.keys() ?? []) names.push(name);
    return names;
  });
}

/** Files in the folder that `path` leads to, made when something is first written. */
export function openOpfs(path: readonly string[]): MirrorFiles {
  return {
    read: (name) =>
      failing(async () => {
        try {
          return (await (await (await folderAt(path, false))?.getFileHandle(name))?.getFile()) ?? null;
        } catch (error) {
          if (isMissing(error)) return null;
          throw error;
        }
      }),
    write: (name, pieces) =>
      failing(async () => {
        const directory = await folderAt(path, true);
        const file = await directory?.getFileHandle(name, { create: true });
        const handle = await file?.createSyncAccessHandle?.();
        if (handle === undefined) throw new StorageError({ type: "unavailable" });
        await writeFlushed(handle, pieces);
      }),
    list: () => listFolder(path),
    remove: (name) => failing(async () => (await folderAt(path, false))?.removeEntry(name)),
  };
}

/** The folder that the path leads to, with all that is in it; nothing where there is none. */
export function removeFolder(path: readonly string[]): Promise<void> {
  return failing(async () => {
    const name = path.at(-1);
    const parent = await folderAt(path.slice(0, -1), false);
    try {
      if (name !== undefined) await parent?.removeEntry(name, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  });
}
