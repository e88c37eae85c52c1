/** One workbook's store: opened by recovering it, then appended to, followed and compacted. Several tabs may have it open. */
import type { JournalEntry } from "../core/change/index.ts";
import type { WorkbookId } from "../core/model/index.ts";
import type { Glance } from "../core/schema/glance.ts";
import type { Snapshot, SnapshotSource } from "../core/schema/snapshot.ts";
import type { Damage } from "./damage.ts";
import { writeGlance } from "./glance.ts";
import { guarded, readOnly } from "./guard.ts";
import {
  type AppendResult,
  type Followed,
  type HistoryResult,
  Journal,
  ORIGIN,
  type ReadResult,
  readEntry,
  readHistory,
} from "./journal.ts";
import { failureOf, type KeyValue, type StorageFailure } from "./keyvalue.ts";
import { Mirror, type MirrorFiles, type MirrorResult, writeMirror } from "./mirror.ts";
import { sweepParts } from "./parts.ts";
import { type Alone, preparation } from "./prepare.ts";
import { type Recovered, recover } from "./recovery.ts";
import { Compactor, type CompactResult } from "./snapshot.ts";

export interface Store {
  /** Number of the last durable entry; 0 before the first. */
  readonly seq: number;
  /** Resolves when the entry is on disk, or is known not to be. Calls are carried out in turn. */
  append(entry: JournalEntry): Promise<AppendResult>;
  /** Entries that other tabs have committed since. Not while the outcome of an append is unknown: it may be one of them. */
  follow(): Promise<Followed>;
  /**
   * Entries known here that another tab has set aside, having found them damaged, and gone on in their place. Rejects with a
   * StorageError.
   */
  replaced(): Promise<readonly Damage[]>;
  /** One entry, however old. */
  read(seq: number): Promise<ReadResult>;
  /** What was done in the entries `from` up to and including `to`, without their changes. */
  history(from: number, to: number): Promise<HistoryResult>;
  /**
   * Writes a snapshot of the state. `source.seq` must move in the same turn as the state it counts. Only one tab at a
   * time may be at it. `now`: milliseconds, for how long an older build's snapshots stay.
   */
  compact(source: SnapshotSource, now: number): Promise<CompactResult>;
  /**
   * Takes away parts of changes that no entry names. `sole`: whether no other tab has the workbook open. One of an older build would
   * not see that parts which it is about to name are gone.
   */
  sweep(sole: () => Promise<boolean>): Promise<void>;
  /** Keeps what opening paints first; nothing is lost where it fails. */
  glance(glance: Glance): Promise<void>;
  /** Copies the snapshot that this tab wrote last to the mirror. Only one tab at a time may be at it. */
  mirror(): Promise<MirrorResult>;
}

export interface OpenStore {
  readonly type: "open";
  readonly store: Store;
  /** Null: the entries start from a new, empty workbook. */
  readonly snapshot: Snapshot | null;
  /** To be applied in order. Where damage took rows, a later entry may no longer fit. */
  readonly entries: readonly JournalEntry[];
  readonly damage: readonly Damage[];
}

export type OpenedStore =
  /** Nothing was ever committed here; the first entry makes it a workbook. */
  | { readonly type: "empty"; readonly store: Store }
  | OpenStore
  /** There is something, but none of it opens. It is left as it is. */
  | { readonly type: "lost"; readonly damage: readonly Damage[] }
  /** Made by a newer build, and left as it is. `readable`: what stood before that; nothing can be written there. */
  | { readonly type: "tooNew"; readonly readable: OpenStore | null }
  | { readonly type: "failed"; readonly failure: StorageFailure };

/** Writes nothing: that begins with the first append or compaction. `alone` keeps other tabs from mending at the same time. */
export async function openStore(
  platform: KeyValue,
  workbook: WorkbookId,
  alone: Alone,
  files: MirrorFiles | null = null,
): Promise<OpenedStore> {
  const kv = guarded(platform);
  try {
    const recovery = await recover(kv, workbook, files === null ? null : new Mirror(files, workbook));
    switch (recovery.type) {
      case "lost":
        return recovery;
      case "tooNew": {
        const { readable } = recovery;
        if (readable === null) return { type: "tooNew", readable };
        const start = { ...BLANK, ...readable, format: "keep" } as const;
        const store = makeStore(readOnly(kv), workbook, start, alone, null);
        return { type: "tooNew", readable: { type: "open", store, ...readable, damage: [] } };
      }
      case "empty": {
        return { type: "empty", store: makeStore(kv, workbook, { ...BLANK, ...recovery }, alone, files) };
      }
      case "open": {
        const { snapshot, entries, damage } = recovery;
        const store = makeStore(kv, workbook, recovery, alone, files);
        return { type: "open", store, snapshot, entries, damage };
      }
    }
  } catch (error) {
    return { type: "failed", failure: failureOf(error) };
  }
}

/** Where it fails nothing is lost. */
async function ifPossible(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failureOf(error);
  }
}

const BLANK = { head: ORIGIN, known: [], base: null, aside: [], restore: [], newest: 0 } as const;

type Start = Pick<Recovered, "head" | "known" | "base" | "aside" | "restore" | "format" | "newest">;

function makeStore(
  kv: KeyValue,
  workbook: WorkbookId,
  start: Start,
  alone: Alone,
  files: MirrorFiles | null,
): Store {
  const prepare = preparation(kv, workbook, start, alone);
  const journal = new Journal(kv, start.head, start.known, prepare);
  const compactor = new Compactor(kv, journal, prepare, start);
  return {
    get seq() {
      return journal.head.seq;
    },
    append: (entry) => journal.append(entry),
    follow: () => journal.follow(),
    replaced: () => journal.replaced(),
    read: (seq) => readEntry(kv, seq),
    history: (from, to) => readHistory(kv, from, to),
    compact: (source, now) => compactor.compact(source, now),
    sweep: (sole) => ifPossible(() => sweepParts(kv, journal.head.seq, sole)),
    glance: (glance) => ifPossible(() => writeGlance(kv, journal.head, glance)),
    mirror: async () => (files === null ? { type: "nothing" } : writeMirror(kv, files, compactor.whole)),
  };
}
