/** What keeps the open workbook safe: the last file of it that was read back, and what the browser promises. */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { App } from "./app.ts";
import { type Backup, keepBackup, keptBackup, onBackupElsewhere } from "./fileNotes.ts";
import { roomLeft } from "./room.ts";

/** After the last change, so that typing does not ask the browser at each. */
const REST_MS = 2000;

/** What the browser says of its storage; null where it says nothing. */
export interface Room {
  /** Whether it keeps the data when it needs room itself. */
  readonly persistent: boolean;
  readonly left: number | null;
}

async function askRoom(): Promise<Room | null> {
  const storage: StorageManager | undefined = navigator.storage;
  if (storage?.persisted === undefined) return null;
  const left = await roomLeft();
  return { persistent: await storage.persisted(), left };
}

export interface Safety {
  readonly backup: Accessor<Backup | null>;
  /** Journal entries since. */
  readonly changes: Accessor<number>;
  readonly room: Accessor<Room | null>;
  /** Whether it has answered for the first time, or will not. */
  readonly looked: Accessor<boolean>;
  /** Asks the browser again, for what lies beside the workbook takes room when it likes. */
  readonly look: () => void;
  /** A file of it was read back and given out. */
  readonly saved: (seq: number) => void;
  /** Asks the browser to keep the data, without a word of its answer: there is first something to keep. */
  readonly begin: () => void;
  /** Asks it because the owner wishes so. */
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
  const [looked, setLooked] = createSignal(false);
  // A browser that never answers must not keep the rest from being said.
  setTimeout(() => setLooked(true), REST_MS);
  const look = (): void => {
    void askRoom()
      .then(setRoom, () => setRoom(null))
      .finally(() => setLooked(true));
  };
  const failing = createMemo(() => app.save().state === "failed");
  createEffect(on([id, failing], look));
  // What is on disk takes room there, and one import more than a thousand edits.
  const onDisk = createMemo(() => (app.save().state === "saved" ? app.live()?.seq : undefined));
  createEffect(
    on(onDisk, (seq) => {
      if (seq === undefined) return;
      const timer = setTimeout(look, REST_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const saved = (seq: number): void => {
    const open = id();
    if (open === null) return;
    keepBackup(open, { time: Date.now(), seq });
    setWritten((count) => count + 1);
  };
  const [refused, setRefused] = createSignal(false);
  const ask = async (): Promise<boolean> => {
    const promised = (await navigator.storage?.persist?.()) ?? false;
    look();
    return promised;
  };
  const persist = async (): Promise<void> => {
    setRefused(!(await ask()));
  };
  return { backup, changes, room, looked, look, saved, begin: () => void ask(), persist, refused };
}
