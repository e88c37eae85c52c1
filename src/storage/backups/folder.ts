/** A backup in a folder of the owner's: written beside those before, read back, and only then do older ones go. */
import type { WorkbookId } from "../../core/model/index.ts";
import { backupName, superseded } from "./thin.ts";

export interface Backup {
  readonly workbook: string;
  readonly id: WorkbookId;
  readonly file: Blob;
  readonly time: Date;
}

export type BackedUp =
  | { readonly type: "done"; readonly name: string }
  /** The browser no longer lets the folder be written to. */
  | { readonly type: "forbidden" }
  /** The folder is not there: moved, renamed, or its disk is not connected. */
  | { readonly type: "missing" }
  | { readonly type: "full" }
  /** What is in the folder is not what was written. */
  | { readonly type: "unverified" }
  | { readonly type: "failed"; readonly message: string };

const PIECE = 1 << 20;
const SECOND = 1000;

async function equal(a: Blob, b: Blob): Promise<boolean> {
  if (a.size !== b.size) return false;
  for (let from = 0; from < a.size; from += PIECE) {
    const [left, right] = await Promise.all(
      [a, b].map(async (blob) => new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer())),
    );
    if (left === undefined || right === undefined) return false;
    if (left.length !== right.length || left.some((byte, at) => byte !== right[at])) return false;
  }
  return true;
}

function failure(error: unknown): BackedUp {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
    case "NoModificationAllowedError":
      return { type: "forbidden" };
    case "NotFoundError":
      return { type: "missing" };
    case "QuotaExceededError":
      return { type: "full" };
    default:
      return { type: "failed", message };
  }
}

const isThere = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === "NotFoundError") return false;
      throw error;
    },
  );

/** A second later for each that has it: where a clock is set back, an older backup must not be written over. */
async function freeName(folder: FileSystemDirectoryHandle, { workbook, id, time }: Backup): Promise<string> {
  for (let later = 0; ; later++) {
    const name = backupName(workbook, id, new Date(time.getTime() + later * SECOND));
    if (!(await isThere(folder, name))) return name;
  }
}

async function write(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<boolean> {
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    // The browser writes beside the file and puts it in place when it is closed, so it is never half there.
    const out = await handle.createWritable();
    await out.write(file);
    await out.close();
    if (await equal(file, await handle.getFile())) return true;
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
  await folder.removeEntry(name).catch(() => undefined);
  return false;
}

/** Never throws. Where it is not done, no file but the new one has been touched. */
export async function backUp(folder: FileSystemDirectoryHandle, backup: Backup): Promise<BackedUp> {
  let name: string;
  try {
    name = await freeName(folder, backup);
    if (!(await write(folder, name, backup.file))) return { type: "unverified" };
  } catch (error) {
    return failure(error);
  }
  try {
    const names: string[] = [];
    for await (const handle of folder.values()) {
      // One of no bytes was never finished, and must not stand for one that was.
      if (handle.kind === "file" && (await handle.getFile()).size > 0) names.push(handle.name);
    }
    // The one just verified stays even where the clock says that it is older than others.
    const go = superseded(names, backup.id).filter((each) => each !== name);
    for (const each of go) await folder.removeEntry(each);
  } catch {
    // Older ones that stay do no harm; the next backup tries again.
  }
  return { type: "done", name };
}
