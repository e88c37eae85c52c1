/** How safe the open workbook is: when all of it was last saved as a file that was read back, and what the browser promises. */
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { App } from "./app.ts";
import { type Backup, keepBackup, keptBackup, onBackupElsewhere } from "./fileNotes.ts";

const DAY = 86_400_000;
/** Changes are safe in the browser for a while; after this a file is due. */
const DUE_AFTER = DAY;
const OVERDUE_AFTER = 7 * DAY;
/** Bytes below which the room that is left is told of. */
const LITTLE_ROOM = 200e6;

/** What the browser says of its storage; null where it says nothing. */
export interface Room {
  /** Whether it keeps the data when it needs room itself. */
  readonly persistent: boolean;
  readonly left: number | null;
}

export type Level = "good" | "soon" | "bad";

/** `changes`: journal entries since. */
export function levelOf(backup: Backup | null, changes: number, room: Room | null, now: number): Level {
  if (room?.left != null && room.left < LITTLE_ROOM) return "bad";
  if (changes === 0) return "good";
  // A workbook that was begun a moment ago has nothing yet that would be missed.
  const age = backup === null ? (changes > 20 ? DUE_AFTER : 0) : now - backup.time;
  return age >= OVERDUE_AFTER ? "bad" : age >= DUE_AFTER ? "soon" : "good";
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
  readonly changes: Accessor<number>;
  readonly room: Accessor<Room | null>;
  readonly level: Accessor<Level>;
  /** A file of it was read back and given out. */
  readonly saved: (seq: number) => void;
  /** Asks the browser to keep the data. False: it does not say that it will. */
  readonly persist: () => Promise<boolean>;
}

export function createSafety(app: Pick<App, "live">): Safety {
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
  createEffect(on([id, fifties], look));
  const saved = (seq: number): void => {
    const open = id();
    if (open === null) return;
    keepBackup(open, { time: Date.now(), seq });
    setWritten((count) => count + 1);
  };
  const persist = async (): Promise<boolean> => {
    const granted = (await navigator.storage?.persist?.()) ?? false;
    look();
    return granted;
  };
  const level = createMemo(() => levelOf(backup(), changes(), room(), Date.now()));
  return { backup, changes, room, level, saved, persist };
}
