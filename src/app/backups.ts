/**
 * Backups into a folder that the owner chose once: made by itself when the workbook has been at rest for a while, by one
 * tab, and at most every few minutes. What is kept of them is decided in `storage/backups/thin.ts`.
 */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { BackupResult, DataWorker, WorkbookState } from "../worker/api.ts";
import type { Safety } from "./safety.ts";

/** After the last change; a change starts it anew. */
const REST_MS = 20_000;
/** Between two that nobody asked for. */
const APART_MS = 10 * 60_000;

type Permission = "granted" | "denied" | "prompt";

declare global {
  // Not in TypeScript's library: only Chromium has them.
  interface FileSystemHandle {
    queryPermission?(descriptor: { readonly mode: "readwrite" }): Promise<Permission>;
    requestPermission?(descriptor: { readonly mode: "readwrite" }): Promise<Permission>;
  }
  interface Window {
    readonly showDirectoryPicker?: (options: {
      readonly mode: "readwrite";
      readonly id: string;
    }) => Promise<FileSystemDirectoryHandle>;
  }
}

export type BackupFolder =
  /** The browser has no such access: a reminder and a download have to do. */
  | { readonly type: "unsupported" }
  | { readonly type: "none" }
  | { readonly type: "chosen"; readonly name: string }
  /** Chosen, but the browser wants the owner to agree again. */
  | { readonly type: "asking"; readonly name: string };

export type BackupFailure = Exclude<BackupResult["type"], "done">;

export interface Backups {
  readonly folder: Accessor<BackupFolder>;
  readonly working: Accessor<boolean>;
  /** Why the last one was not made; null: it was. */
  readonly failure: Accessor<BackupFailure | null>;
  /** The next three need a click of the owner’s. False: they thought better of it. */
  readonly choose: () => Promise<boolean>;
  readonly allow: () => Promise<boolean>;
  readonly backUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const WRITING = { mode: "readwrite" } as const;
const aborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

interface Around {
  readonly live: Accessor<WorkbookState | null>;
  readonly worker: Pick<DataWorker, "backUp" | "backupFolder" | "chooseBackupFolder">;
  readonly safety: Pick<Safety, "backup" | "changes" | "saved">;
}

export function createBackups({ live, worker, safety }: Around): Backups {
  const picker = window.showDirectoryPicker;
  const [handle, setHandle] = createSignal<FileSystemDirectoryHandle | null>(null);
  const [allowed, setAllowed] = createSignal(false);
  const [working, setWorking] = createSignal(false);
  const [failure, setFailure] = createSignal<BackupFailure | null>(null);
  const folder = createMemo((): BackupFolder => {
    const chosen = handle();
    if (picker === undefined) return { type: "unsupported" };
    if (chosen === null) return { type: "none" };
    return { type: allowed() ? "chosen" : "asking", name: chosen.name };
  });

  const take = async (chosen: FileSystemDirectoryHandle | null): Promise<void> => {
    const permission = (await chosen?.queryPermission?.(WRITING)) ?? "granted";
    setAllowed(permission === "granted");
    setFailure(null);
    setHandle(chosen);
  };
  // Asked for when a workbook is there, so that opening one does not wait for it.
  const id = createMemo(() => live()?.workbook.id ?? null);
  createEffect(
    on(id, (open) => {
      if (open !== null && picker !== undefined) void worker.backupFolder().then(take, () => undefined);
    }),
  );

  /** One tab at a time, on all of them; without waiting, since the other one does the same. */
  const write = (into: FileSystemDirectoryHandle): Promise<void> =>
    navigator.locks.request(`tierbook-backup:${id()}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      const result = await worker.backUp(into);
      if (result.type !== "done") {
        setFailure(result.type);
        if (result.type === "forbidden") setAllowed(false);
        return;
      }
      setFailure(null);
      // The owner may have gone on to another workbook meanwhile.
      if (result.workbook === id()) safety.saved(result.seq);
    });
  const backUp = async (): Promise<void> => {
    const into = handle();
    if (into === null || working()) return;
    setWorking(true);
    try {
      await write(into);
    } catch {
      setFailure("failed");
    } finally {
      setWorking(false);
    }
  };

  const due = createMemo(() => folder().type === "chosen" && safety.changes() > 0);
  createEffect(
    on([due, () => live()?.seq], ([isDue]) => {
      if (!isDue) return;
      const since = Date.now() - (safety.backup()?.time ?? 0);
      // A clock that was set back must not put the next one off for ever.
      const apart = since < 0 ? 0 : APART_MS - since;
      const timer = setTimeout(() => void backUp(), Math.max(REST_MS, apart));
      onCleanup(() => clearTimeout(timer));
    }),
  );

  const choose = async (): Promise<boolean> => {
    try {
      const chosen = await picker?.({ ...WRITING, id: "tierbook" });
      if (chosen === undefined) return false;
      await worker.chooseBackupFolder(chosen);
      await take(chosen);
    } catch (error) {
      if (!aborted(error)) setFailure("failed");
      return false;
    }
    await backUp();
    return true;
  };
  const allow = async (): Promise<boolean> => {
    const permission = (await handle()?.requestPermission?.(WRITING)) ?? "denied";
    setAllowed(permission === "granted");
    if (permission === "granted") await backUp();
    return permission === "granted";
  };
  const stop = async (): Promise<void> => {
    await worker.chooseBackupFolder(null);
    await take(null);
  };
  return { folder, working, failure, choose, allow, backUp, stop };
}
