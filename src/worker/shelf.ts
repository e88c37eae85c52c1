/** The workbooks side by side: listed, renamed, duplicated, deleted and had back. None of it touches the one that is open. */
import type { WorkbookId } from "../core/model/index.ts";
import { type Built, build, isRefusal } from "../engine/session/build.ts";
import type { Environment, Session } from "../engine/session/session.ts";
import {
  addWorkbook,
  amendWorkbook,
  copyRecords,
  failureOf,
  forgetWorkbook,
  isBehind,
  listWorkbooks,
  type Note,
  type OpenedStore,
  openStore,
  type Witness,
} from "../storage/index.ts";
import type { ShelfEntry, ShelfTask, Shelved } from "./api.ts";
import { mending, openSession } from "./opening.ts";
import type { Platform } from "./platform.ts";
import { discard, removeWorkbook } from "./removing.ts";
import { noteAt, standpointOf, Witnesses } from "./witnesses.ts";

/** Another tab may sweep records away while they are copied; not again and again. */
const TRIES = 3;

interface Stored {
  readonly session: Session;
  readonly store: Extract<OpenedStore, { type: "open" }>["store"];
}

/** `note`: of its new name's entry, if that made one. */
interface Copied extends Stored {
  readonly type: "copied";
  readonly note: Note | null;
}

export class Shelf {
  private readonly platform: Platform;
  private readonly environment: Environment;

  constructor(platform: Platform, environment: Environment) {
    this.platform = platform;
    this.environment = environment;
  }

  /** Rejects with a StorageError. */
  async list(notes: readonly Note[]): Promise<readonly ShelfEntry[]> {
    const witnesses = new Witnesses(notes);
    return (await listWorkbooks(this.platform.catalogue())).map((entry) => {
      const witness = witnesses.of(entry.id);
      const rows = witness?.rows.reduce((sum, each) => sum + each.rows, 0) ?? 0;
      return { ...entry, saved: witness === null ? null : { time: witness.time, rows } };
    });
  }

  /** `notes`: all that were kept, against which a workbook is held before anything is written to it. */
  async carryOut(task: ShelfTask, notes: readonly Note[]): Promise<Shelved> {
    try {
      switch (task.type) {
        case "rename":
          return await this.rename(task.id, task.name, new Witnesses(notes).of(task.id));
        case "duplicate":
          return await this.duplicate(task.id, task.name, new Witnesses(notes).of(task.id));
        case "delete":
          return await this.amend(task.id, this.platform.now());
        case "restore":
          return await this.amend(task.id, null);
        case "purge":
          return await this.purge(task.id);
      }
    } catch (error) {
      return { type: "failed", failure: failureOf(error) };
    }
  }

  /** One tab at a time: an entry is read and written again. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    return this.platform.alone("catalogue", work);
  }

  private async amend(id: WorkbookId, deleted: number | null): Promise<Shelved> {
    const there = await this.alone(() => amendWorkbook(this.platform.catalogue(), id, { deleted }));
    if (!there) return { type: "gone" };
    if (deleted !== null) this.platform.tell({ type: "deleted", workbook: id });
    return { type: "done", note: null };
  }

  /** Only what is still among the deleted: since it was listed, another tab may have had it back. */
  private purge(id: WorkbookId): Promise<Shelved> {
    const catalogue = this.platform.catalogue();
    return this.alone(async (): Promise<Shelved> => {
      const entry = (await listWorkbooks(catalogue)).find((each) => each.id === id);
      if (entry === undefined) return { type: "gone" };
      if (entry.deleted === null) return { type: "restored" };
      if (!(await removeWorkbook(this.platform, id))) return { type: "inUse" };
      await forgetWorkbook(catalogue, id);
      return { type: "done", note: null };
    });
  }

  /** Null: it does not open whole, or less is there than was saved. */
  private async stored(id: WorkbookId, witness: Witness | null): Promise<Stored | null> {
    const { platform } = this;
    const alone = mending(platform, id);
    const opened = await openStore(platform.open(id), id, alone, platform.mirror(id));
    if (opened.type !== "open" || opened.damage.some(({ healed }) => !healed)) return null;
    const session = await openSession(id, opened, this.environment);
    if (session === null || (witness !== null && isBehind(standpointOf(session), witness))) return null;
    return { session, store: opened.store };
  }

  /** As an entry of its journal, like any change: tabs that have it open follow, and it can be undone there. */
  private async call({ session, store }: Stored, name: string): Promise<Shelved> {
    const built = build(session, { type: "renameWorkbook", name });
    if (isRefusal(built)) return { type: "refused", refusal: built };
    if (built.change.ops.length === 0) return { type: "done", note: null };
    return this.append({ session, store }, built);
  }

  private async append({ session, store }: Stored, { change, cause }: Built): Promise<Shelved> {
    const { platform } = this;
    const { id } = session.workbook;
    const { entry } = session.commit(change, { type: "do", change }, cause, platform.now());
    const appended = await store.append(entry);
    if (appended.type === "failed") return appended;
    if (appended.type !== "saved") return { type: "inUse" };
    platform.tell({ type: "committed", workbook: id, seq: entry.seq });
    return { type: "done", note: noteAt(id, session, entry.seq, platform.now()) };
  }

  private async rename(id: WorkbookId, name: string, witness: Witness | null): Promise<Shelved> {
    const stored = await this.stored(id, witness);
    if (stored === null) return { type: "damaged" };
    const called = await this.call(stored, name);
    if (called.type !== "done") return called;
    const { settings } = stored.session.workbook;
    const there = await this.alone(() =>
      amendWorkbook(this.platform.catalogue(), id, { name: settings.name }),
    );
    return there ? called : { type: "gone" };
  }

  /** On disk, read back from there, and held against the note of what it is a copy of. Null: swept away meanwhile. */
  private async copy(
    from: WorkbookId,
    to: WorkbookId,
    name: string,
    witness: Witness | null,
  ): Promise<Copied | Exclude<Shelved, { type: "done" }> | null> {
    const { platform } = this;
    if (!(await copyRecords(platform.open(from), platform.open(to), to))) return null;
    const stored = await this.stored(to, witness);
    if (stored === null) return { type: "damaged" };
    const called = await this.call(stored, name);
    return called.type === "done" ? { ...stored, type: "copied", note: called.note } : called;
  }

  /** Listed once all of it is there; of what is not listed nothing stays. */
  private async duplicate(id: WorkbookId, name: string, witness: Witness | null): Promise<Shelved> {
    const { platform } = this;
    for (let tries = 0; tries < TRIES; tries++) {
      const copy = platform.reserve();
      const copied = await this.copy(id, copy, name, witness).catch(async (error: unknown) => {
        await discard(platform, copy);
        throw error;
      });
      if (copied?.type === "copied") return this.listCopy(copy, copied);
      await discard(platform, copy);
      if (copied !== null) return copied;
    }
    return { type: "inUse" };
  }

  private async listCopy(id: WorkbookId, { session, store, note }: Copied): Promise<Shelved> {
    const { platform } = this;
    await addWorkbook(platform.catalogue(), id, session.workbook.settings.name);
    // Nobody may open it for long, and until then nothing else would put a copy beside it. Where it fails, the database has it all.
    await platform.alone(`${id}/snapshot`, async () => {
      const compacted = await store.compact(session.snapshot(), platform.now());
      if (compacted.type === "published") await store.mirror();
    });
    return { type: "done", note: note ?? noteAt(id, session, session.seq, platform.now()) };
  }
}
