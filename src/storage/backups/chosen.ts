/** The folder that the owner chose for backups: a handle, which IndexedDB alone can keep. Of the device, not of a workbook. */
import { createStore, del, get, set } from "idb-keyval";

const KEY = "folder";
/** In a database of its own: those of workbooks hold bytes only, and may be deleted whole. */
const DATABASE = "tierbook.backups";
const store = createStore(DATABASE, "folders");

/** Opening it would make it, also where no folder was ever chosen. A browser that does not list its databases has to be asked that way. */
async function isThere(): Promise<boolean> {
  const all = await indexedDB.databases?.();
  return all === undefined || all.some(({ name }) => name === DATABASE);
}

/** Null: none was chosen, or the browser does not say. */
export async function chosenFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    if (!(await isThere())) return null;
    const kept: unknown = await get(KEY, store);
    return kept instanceof FileSystemDirectoryHandle ? kept : null;
  } catch {
    return null;
  }
}

/** Throws where it cannot be kept. */
export function chooseFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
  return folder === null ? del(KEY, store) : set(KEY, folder, store);
}
