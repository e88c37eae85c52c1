/** How the open workbook stands: how much its owner should mind, what keeps backups from their folder, and what mends most. */
import { type Accessor, createMemo } from "solid-js";
import type { BackupFailure, BackupFolder, Backups } from "./backups.ts";
import type { Backup } from "./fileNotes.ts";
import type { Room, Safety } from "./safety.ts";

const DAY = 86_400_000;
/** Changes are safe in the browser for a while; after this a file is due. */
const DUE_AFTER = DAY;
const OVERDUE_AFTER = 7 * DAY;
/** Bytes below which the room that is left is told of. */
const LITTLE_ROOM = 200e6;

export type Level = "good" | "soon" | "bad";

/** Why no backup goes into the folder that was chosen. */
export type Hindrance = "asking" | BackupFailure;

/** The one thing that mends most of what is missing. */
export type Remedy = "file" | "persist" | "choose" | "allow" | "other" | "backUp";

export interface Facts {
  readonly backup: Backup | null;
  /** Journal entries since. */
  readonly changes: number;
  readonly room: Room | null;
  /** The browser was asked to keep the data, and did not say that it will. */
  readonly refused: boolean;
  readonly folder: BackupFolder["type"];
  readonly failure: BackupFailure | null;
}

const littleRoom = (room: Room | null): boolean => room?.left != null && room.left < LITTLE_ROOM;

export function hindranceOf({ folder, failure }: Pick<Facts, "folder" | "failure">): Hindrance | null {
  if (folder === "asking") return "asking";
  return folder === "chosen" ? failure : null;
}

/** As if it were so old: what was begun a moment ago has nothing yet that would be missed. */
function ageOfWork(changes: number): number {
  if (changes > 200) return OVERDUE_AFTER;
  return changes > 20 ? DUE_AFTER : 0;
}

function levelByAge({ backup, changes }: Facts, now: number): Level {
  if (changes === 0) return "good";
  const age = backup === null ? ageOfWork(changes) : now - backup.time;
  return age >= OVERDUE_AFTER ? "bad" : age >= DUE_AFTER ? "soon" : "good";
}

export function levelOf(facts: Facts, now: number): Level {
  if (littleRoom(facts.room)) return "bad";
  const hindrance = hindranceOf(facts);
  // To be asked again is usual after each start of the browser; a folder that failed is not.
  if (hindrance !== null && hindrance !== "asking" && facts.changes > 0) return "bad";
  const byAge = levelByAge(facts, now);
  const mayBeCleared = facts.changes > 0 && facts.room?.persistent === false;
  return byAge === "good" && (hindrance !== null || mayBeCleared) ? "soon" : byAge;
}

function remedyOfFolder(hindrance: Hindrance): Remedy {
  switch (hindrance) {
    case "asking":
    case "forbidden":
      return "allow";
    case "missing":
    case "full":
    case "unverified":
      return "other";
    case "failed":
      return "backUp";
  }
}

export function remedyOf(facts: Facts): Remedy {
  if (littleRoom(facts.room)) return "file";
  const hindrance = hindranceOf(facts);
  if (hindrance !== null) return remedyOfFolder(hindrance);
  if (facts.changes > 0) return "file";
  // A browser that refuses once is not asked again.
  if (facts.room?.persistent === false && !facts.refused) return "persist";
  return facts.folder === "none" ? "choose" : "file";
}

export interface Standing {
  /** So little that it may be why something is not saved. */
  readonly littleRoom: Accessor<boolean>;
  readonly level: Accessor<Level>;
  readonly hindrance: Accessor<Hindrance | null>;
  readonly remedy: Accessor<Remedy>;
}

export function createStanding(safety: Safety, backups: Backups): Standing {
  const facts = (): Facts => ({
    backup: safety.backup(),
    changes: safety.changes(),
    room: safety.room(),
    refused: safety.refused(),
    folder: backups.folder().type,
    failure: backups.failure(),
  });
  return {
    littleRoom: createMemo(() => littleRoom(safety.room())),
    level: createMemo(() => levelOf(facts(), Date.now())),
    hindrance: createMemo(() => hindranceOf(facts())),
    remedy: createMemo(() => remedyOf(facts())),
  };
}
