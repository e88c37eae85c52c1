/**
 * What is done to a workbook, and brought to disk in its order. Edits never wait for the disk. Where another tab has
 * taken an entry's number, what is not saved is taken back, the other's entries are applied, and the own ones follow.
 */
import { type Change, ChangeMisfit, type JournalEntry } from "../core/change/index.ts";
import type { Workbook } from "../core/model/index.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Session } from "../engine/session/session.ts";
import type { Touched } from "../engine/session/touched.ts";
import { mergeTouched } from "../engine/session/touched.ts";
import {
  type AppendResult,
  type Damage,
  failureFrom,
  type StorageFailure,
  type Store,
} from "../storage/index.ts";
import type { SaveState } from "./api.ts";
import { Aims, type Intent, isRefused, reaim, type Step, stepOf } from "./intent.ts";
import { type Effect, effectsOf, type Reopened } from "./opening.ts";
import { Recent } from "./recent.ts";

/** Milliseconds before each further try; the last one is repeated. */
const PAUSES = [200, 500, 1000, 3000] as const;
/** Failures in a row before it is said aloud: a hiccup of the connection mends itself. */
const PATIENCE = 3;

const OUTDATED: Refusal = { refused: "outdated" };
const CONFLICT: StorageFailure = { type: "unknown", name: "Conflict", message: "another writer" };

/** What became of an edit. "failed": it is not on disk yet, and trying goes on. */
export type Ended =
  | { readonly type: "saved" | "failed" }
  | { readonly type: "dropped"; readonly refusal: Refusal };

interface Pending {
  intent: Intent;
  change: Change;
  entry: JournalEntry;
  withdraw: () => readonly Touched[];
  /** Cells that it could not write. */
  missed: number;
  readonly end: (ended: Ended) => void;
  /** Whoever asked waits for the end, and need not be told of it twice. */
  readonly awaited: boolean;
}

export interface Done {
  readonly touched: readonly Touched[];
  readonly ended: Promise<Ended>;
  /** What it comes to by now: ids may have changed until it has ended. */
  readonly change: () => Change;
  /** Its entry's number, likewise. */
  readonly seq: () => number;
  /** Filled cells that found no row or column; more may follow until it has ended. */
  readonly missed: number;
}

export interface Surroundings {
  readonly now: () => number;
  /** The first entry of a new workbook is saved only when this has succeeded too. */
  readonly append: (store: Store, entry: JournalEntry) => Promise<AppendResult>;
  /** Reads all of the store anew, where following does not do. */
  readonly reopen: () => Promise<Reopened>;
  readonly onSave: (save: SaveState) => void;
  readonly onSaved: (seq: number) => void;
  /** What was saved stands behind a damaged record: only a snapshot keeps it. */
  readonly onBroken: () => void;
  /** By other tabs' entries; `entries` is how many. */
  readonly onFollowed: (touched: readonly Touched[], changes: readonly Change[]) => void;
  /** `before` is the workbook in which it was still possible. */
  readonly onDropped: (intent: Intent, refusal: Refusal, before: Workbook) => void;
  /** So many filled cells found their row or column deleted by another tab. */
  readonly onMissed: (cells: number) => void;
  /** Found when all of it was read anew, and not healed; also what another tab found, and set aside. */
  readonly onDamage: (damage: readonly Damage[]) => void;
  /** A newer version writes now; nothing can be saved here any more. */
  readonly onOutdated: () => void;
}

function outcome(): { readonly ended: Promise<Ended>; readonly end: (ended: Ended) => void } {
  let end: (ended: Ended) => void = () => undefined;
  const ended = new Promise<Ended>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}

type Caught = "moved" | "still" | "stuck" | "outdated" | StorageFailure;

export class Commits {
  session: Session;
  store: Store;
  readonly recent = new Recent();
  private readonly around: Surroundings;
  private readonly pending: Pending[] = [];
  private readonly aims = new Aims();
  private running: Promise<void> | null = null;
  private save: SaveState = { state: "saved" };
  private idle: (() => void)[] = [];
  /** The number another tab has told of; null when nobody has asked to look. */
  private target: number | null = null;
  private outdated = false;

  constructor(session: Session, store: Store, around: Surroundings) {
    this.session = session;
    this.store = store;
    this.around = around;
  }

  get state(): SaveState {
    return this.save;
  }

  /** Ascending; the first may be on its way to the disk. */
  get unsaved(): readonly JournalEntry[] {
    return this.pending.map(({ entry }) => entry);
  }

  /** Applies what is meant and hands it to be saved. Null: there is nothing to do. */
  carryOut(meant: Intent, awaited = false): Done | Refusal | null {
    if (this.outdated) return OUTDATED;
    const intent = reaim(meant, this.aims);
    if (intent === null) return null;
    const step = stepOf(this.session, intent);
    if (step === null || isRefused(step)) return step;
    const { touched, ...applied } = this.apply(step);
    const { ended, end } = outcome();
    const pending: Pending = { intent, ...applied, end, awaited };
    this.pending.push(pending);
    if (this.save.state === "failed") end({ type: "failed" });
    if (this.save.state === "saved") this.tell({ state: "saving" });
    this.run();
    if (applied.missed > 0) this.around.onMissed(applied.missed);
    const { missed } = applied;
    return { touched, ended, change: () => pending.change, seq: () => pending.entry.seq, missed };
  }

  /** Looks for entries of other tabs; `seq` is the last one told of, where one was. */
  follow(seq = 0): void {
    if (this.outdated || (seq > 0 && seq <= this.store.seq)) return;
    this.target = Math.max(seq, this.target ?? 0);
    this.run();
  }

  /** The interface has read its rows anew: the ids it names from now on are the present ones. */
  seen(): void {
    this.aims.clear();
  }

  /** Resolves with the state once it is no longer "saving". */
  async settled(): Promise<SaveState> {
    if (this.save.state === "saving") await new Promise<void>((resolve) => this.idle.push(resolve));
    return this.save;
  }

  private tell(save: SaveState): void {
    this.save = save;
    this.around.onSave(save);
    if (save.state === "saving") return;
    if (save.state === "failed") for (const each of this.pending) each.end({ type: "failed" });
    for (const wake of this.idle) wake();
    this.idle = [];
  }

  private apply({ change, action, cause, missed = 0 }: Step) {
    const committed = this.session.commit(change, action, cause, this.around.now());
    this.recent.keep(committed.entry);
    return { missed, ...committed };
  }

  private run(): void {
    if (this.running !== null) return;
    this.running = this.work().finally(() => {
      this.running = null;
    });
    // What came while it was ending.
    void this.running.then(() => (this.pending.length > 0 || this.target !== null) && this.run());
  }

  /** All that touches the journal happens here, one after the other. */
  private async work(): Promise<void> {
    for (let failures = 0; !this.outdated; ) {
      const [first] = this.pending;
      if (first === undefined && this.target === null) break;
      // What is under way is brought to its end first: an entry whose add was not answered would come back as another's.
      const problem = await this.attempt(first);
      if (problem === null) {
        failures = 0;
        continue;
      }
      // Nothing of ours waits, by now: it can be looked for again when there is reason to.
      if (this.pending.length === 0 || this.outdated) break;
      failures += 1;
      if (failures >= PATIENCE) this.tell({ state: "failed", failure: problem });
      const pause = PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (this.save.state !== "saved") this.tell({ state: "saved" });
  }

  /** What nobody expected is a failure like any other: it is told, and tried again. */
  private async attempt(first: Pending | undefined): Promise<StorageFailure | null> {
    try {
      return first === undefined ? await this.look() : await this.bring(first);
    } catch (error) {
      return failureFrom(error);
    }
  }

  private async bring(first: Pending): Promise<StorageFailure | null> {
    const result = await this.around.append(this.store, first.entry);
    switch (result.type) {
      case "saved":
        this.pending.shift();
        first.end({ type: "saved" });
        this.around.onSaved(first.entry.seq);
        if (result.broken) this.around.onBroken();
        return null;
      case "failed":
        return result.failure;
      case "conflict":
      case "gap": {
        const caught = await this.catchUp();
        if (caught === "moved" || caught === "outdated") return null;
        if (typeof caught === "object") return caught;
        return (await this.reload()) ?? CONFLICT;
      }
    }
  }

  private async look(): Promise<StorageFailure | null> {
    const target = this.target ?? 0;
    this.target = null;
    const caught = await this.catchUp();
    if (typeof caught === "object") return caught;
    const behind = caught === "stuck" || (caught === "still" && this.store.seq < target);
    return behind ? await this.reload() : null;
  }

  /** "still": nothing new follows from what is here; "stuck": something does, but it does not fit. */
  private async catchUp(): Promise<Caught> {
    const followed = await this.store.follow();
    if (followed.type === "failed") return followed.failure;
    if (followed.type === "newer") {
      this.end();
      return "outdated";
    }
    if (followed.entries.length === 0) return "still";
    const effects = await effectsOf(followed.entries, this.store, this.recent);
    if (effects === null) return "stuck";
    try {
      this.rebase(effects);
    } catch (error) {
      if (error instanceof ChangeMisfit) return "stuck";
      throw error;
    }
    return "moved";
  }

  private rebase(effects: readonly Effect[]): void {
    const before = this.session.workbook;
    const touched = this.pending.toReversed().flatMap((each) => each.withdraw());
    this.recent.forget(this.pending.map(({ entry }) => entry.seq));
    for (const { entry, change } of effects) {
      touched.push(...this.session.replay(entry, change));
      this.recent.keep(entry);
    }
    this.redo(
      before,
      touched,
      effects.map(({ change }) => change),
    );
  }

  /** Does again, on the state as it is, what is not saved. */
  private redo(before: Workbook, touched: Touched[], changes: readonly Change[]): void {
    const aims = new Aims();
    const dropped: (() => void)[] = [];
    let missed = 0;
    const waiting = this.pending.splice(0);
    try {
      for (let [each] = waiting; each !== undefined; [each] = waiting) {
        const { change, entry } = each;
        const intent = reaim(each.intent, aims);
        const again = intent === null ? null : this.again(intent);
        if (intent === null || again === null) {
          each.end({ type: "saved" });
          aims.stepMoved(entry.seq, null);
        } else if (isRefused(again)) {
          each.end({ type: "dropped", refusal: again });
          aims.stepMoved(entry.seq, null);
          if (!each.awaited) dropped.push(() => this.around.onDropped(intent, again, before));
        } else {
          const { touched: own, ...applied } = again;
          touched.push(...own);
          missed += Math.max(0, applied.missed - each.missed);
          Object.assign(each, { intent, ...applied });
          aims.note(change, each.change);
          aims.stepMoved(entry.seq, { seq: each.entry.seq, change: each.change });
          this.pending.push(each);
        }
        waiting.shift();
      }
    } finally {
      // Where what nobody expected came between, the others are not saved either, and not forgotten.
      this.pending.push(...waiting);
    }
    this.aims.follow(aims);
    this.around.onFollowed(mergeTouched(touched), changes);
    for (const tell of dropped) tell();
    if (missed > 0) this.around.onMissed(missed);
  }

  /** Applied to the state as it is, or why not. */
  private again(intent: Intent) {
    const step = stepOf(this.session, intent);
    if (step === null || isRefused(step)) return step;
    try {
      return this.apply(step);
    } catch (error) {
      if (!(error instanceof ChangeMisfit)) throw error;
      // It was made for another past than the one that was read anew.
      const refusal: Refusal = { refused: "overtaken", turn: step.action.type };
      return refusal;
    }
  }

  /** Null when the workbook as stored is open again. */
  private async reload(): Promise<StorageFailure | null> {
    const reopened = await this.around.reopen();
    if (reopened.type === "failed") return reopened.failure;
    if (reopened.type === "tooNew") {
      this.end();
      return null;
    }
    // What was saved is here still, and nowhere else any more.
    if (reopened.store.seq < this.store.seq) return { type: "behind" };
    const replaced = await this.store.replaced();
    const before = this.session.workbook;
    this.session = reopened.session;
    this.store = reopened.store;
    this.recent.clear();
    const all = this.session.workbook.sheets.map(({ id }): Touched => ({ sheet: id, extent: "order" }));
    this.redo(before, all, []);
    const lasting = [...replaced, ...reopened.damage.filter(({ healed }) => !healed)];
    if (lasting.length > 0) this.around.onDamage(lasting);
    return null;
  }

  /** Gives up what is not saved, without a word. Resolves when nothing is written any more. */
  async abandon(): Promise<void> {
    this.giveUp();
    await this.running;
  }

  /** Nothing is saved any more. Returns what was not by now. */
  private giveUp(): readonly Pending[] {
    this.outdated = true;
    // Nothing is looked for any more either: what is asked for and never done would be begun for ever.
    this.target = null;
    const given = this.pending.splice(0);
    for (const { end } of given) end({ type: "dropped", refusal: OUTDATED });
    return given;
  }

  private end(): void {
    for (const { awaited, intent } of this.giveUp())
      if (!awaited) this.around.onDropped(intent, OUTDATED, this.session.workbook);
    this.around.onOutdated();
  }
}
