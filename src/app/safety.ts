/** What keeps the open workbook safe: the last file of it that was read back, and what the browser promises. */
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { App } from "./app.ts";
import { type Backup, keepBackup, keptBackup, onBackupElsewhere } from "./fileNotes.ts";

/** What the browser says of its storage; null where it says nothing. */
export interface Room {
  /** Whether it keeps the data when it needs room itself. */
  readonly persistent: boolean;
  readonly left: number | null;
}

async function askRoom(): Promise<Room | null> {
  const storage: StorageManager | undefined = navigator.storage;
  if (storage?.persisted === undefined) return null;
  const { quota, usage } = (await storage.estimate?.()) ?? {};
  const left = quota === undefined || usage === undefined ? null : quota - usage;
  return { persistent: await storage.persisted(), left };
}

export interface Safety {
  readonly backup: Accessor<Backup | null>;
  /** Journal entries since. */
  readonly changes: Accessor<number>;
  readonly room: Accessor<Room | null>;
  /** A file of it was read back and given out. */
  readonly saved: (seq: number) => void;
  /** Asks the browser to keep the data. */
  readonly persist: () => Promise<void>;
  /** It was asked, and did not say that it will. */
  readonly refused: Accessor<boolean>;
}

export function createSafety(app: Pick<App, "live" | "save">): Safety {
  const id = createMemo(() => app.live()?.workbook.id ?? null);
  const [written, setWritten] = createSignal(0);
  const backup = createMemo(() => {
    written();
    const open = id();
    return open === null ? null : keptBackup(open);
  });
  // One tab makes the backup, and all of them say so.
  onBackupElsewhere(id, () => setWritten((count) => count + 1));
  const changes = createMemo(() => Math.max(0, (app.live()?.seq ?? 0) - (backup()?.seq ?? 0)));
  const [room, setRoom] = createSignal<Room | null>(null);
  const look = (): void => {
    void askRoom().then(setRoom, () => setRoom(null));
  };
  // What is imported takes room; a memo, for an effect of its own would ask the browser at every edit.
  const fifties = createMemo(() => Math.floor(changes() / 50));
  const failing = createMemo(() => app.save().state === "failed");
  createEffect(on([id, fifties, failing], look));
  const saved = (seq: number): void => {
    const open = id();
    if (open === null) return;
    keepBackup(open, { time: Date.now(), seq });
    setWritten((count) => count + 1);
  };
  const [refused, setRefused] = createSignal(false);
  const persist = async (): Promise<void> => {
    setRefused(!((await navigator.storage?.persist?.()) ?? false));
    look();
  };
  return { backup, changes, room, saved, persist, refused };
}
