/** A workbook made of a file, beside whatever is open: on disk and read back from there before anyone learns of it. */
import type { Change } from "../core/change/index.ts";
import { emptyWorkbook, type WorkbookId } from "../core/model/index.ts";
import type { Environment, Session } from "../engine/session/session.ts";
import {
  type Content,
  contentOps,
  failureOf,
  type KeyValue,
  type Note,
  openStore,
  type StorageFailure,
  type Store,
} from "../storage/index.ts";
import type { Commits } from "./commits.ts";
import { mending, reopen } from "./opening.ts";
import type { Platform } from "./platform.ts";
import { discard } from "./removing.ts";
import { noteAt } from "./witnesses.ts";

interface Failed {
  readonly type: "failed";
  readonly failure: StorageFailure;
}

/** What became of it. */
export type Keeping =
  | { readonly type: "here" }
  /** It opens when the page starts anew; until then it is not to be seen. */
  | { readonly type: "elsewhere"; readonly note: Note | null }
  /** What is open has something that cannot be saved, which whoever left it would lose. */
  | { readonly type: "unsaved" }
  | { readonly type: "cancelled" }
  | Failed;

/** What of the host this needs. */
export interface Surroundings {
  readonly platform: Platform;
  readonly environment: Environment;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Of the open workbook; null where none is. */
  readonly commits: () => Commits | null;
  /** Opens it here. */
  readonly show: (kept: Kept, note: Note | null) => void;
}

interface Kept {
  readonly type: "kept";
  readonly id: WorkbookId;
  readonly kv: KeyValue;
  readonly session: Session;
  readonly store: Store;
  /** All there is in it. */
  readonly change: Change;
}

/** The catalogue does not know of it yet, so what was not kept whole is never opened. */
async function keepContent(
  id: WorkbookId,
  { platform, environment }: Surroundings,
  content: Content,
): Promise<Kept | Failed> {
  const kv = platform.open(id);
  const mirror = platform.mirror(id);
  const alone = mending(platform, id);
  const opened = await openStore(kv, id, alone, mirror);
  if (opened.type === "failed") return opened;
  if (opened.type !== "empty") throw new Error(`workbook ${id} is not new`);
  const change = { ops: contentOps(content, emptyWorkbook(id).settings) };
  const appended = await opened.store.append({
    seq: 1,
    time: platform.now(),
    cause: { type: "create", from: "file" },
    action: { type: "do", change },
  });
  if (appended.type === "failed") return appended;
  if (appended.type !== "saved") throw new Error(`workbook ${id} is not new`);
  const read = await reopen(kv, id, alone, environment, mirror);
  if (read.type === "failed") return read;
  if (read.type === "tooNew" || read.session.seq !== 1) {
    return { type: "failed", failure: { type: "unverified", key: id } };
  }
  return { type: "kept", id, kv, session: read.session, store: read.store, change };
}

async function makeNext(kept: Kept, signal: AbortSignal, around: Surroundings): Promise<Keeping> {
  const { platform, commits, show } = around;
  const { id, session } = kept;
  const failing = (await commits()?.settled())?.state === "failed";
  if (failing || signal.aborted) {
    await discard(platform, id);
    return { type: failing ? "unsaved" : "cancelled" };
  }
  try {
    await platform.remember(id, session.workbook.settings.name);
  } catch (error) {
    // It may be listed all the same, so it stays.
    return { type: "failed", failure: failureOf(error) };
  }
  const note = noteAt(id, session, session.seq, platform.now());
  platform.tell({ type: "committed", workbook: id, seq: session.seq });
  if (commits() !== null) return { type: "elsewhere", note };
  show(kept, note);
  return { type: "here" };
}

/** A workbook that is open stays open here, so that no edit of it can go astray into the other. */
export async function keepAsNext(
  content: Content,
  signal: AbortSignal,
  around: Surroundings,
): Promise<Keeping> {
  const { platform, commits, inTurn } = around;
  if ((await commits()?.settled())?.state === "failed") return { type: "unsaved" };
  const id = platform.reserve();
  const kept = await keepContent(id, around, content);
  if (kept.type === "kept") return inTurn(() => makeNext(kept, signal, around));
  await discard(platform, id);
  return kept;
}
