/** The open workbook: what is done to it and saved, when a snapshot is due, and what opening it next paints first. */
import type { Change } from "../core/change/index.ts";
import type { WorkbookId } from "../core/model/index.ts";
import type { Glance } from "../core/schema/glance.ts";
import type { Step } from "../engine/history/history.ts";
import { undoStep } from "../engine/history/reach.ts";
import type { Environment, Session } from "../engine/session/session.ts";
import { runInSlices, SHORT_SLICE } from "../engine/steps.ts";
import type { KeyValue, Store } from "../storage/index.ts";
import type { SaveState, WorkbookState, WorkerEvent } from "./api.ts";
import { Commits } from "./commits.ts";
import { refused } from "./given.ts";
import { Glances } from "./glances.ts";
import { mending, reopen } from "./opening.ts";
import type { Platform } from "./platform.ts";
import { registering } from "./registering.ts";
import { Snapshots } from "./snapshots.ts";
import { noteAt } from "./witnesses.ts";

/** Milliseconds after opening until what it left out is made up for: the first rows come first. */
const SETTLE_AFTER = 250;

/** What opening found of a workbook. */
export interface Opening {
  readonly id: WorkbookId;
  readonly kv: KeyValue;
  readonly session: Session;
  readonly store: Store;
  /** What was painted of it already. */
  readonly glance?: Glance | null;
  /** Runs once, after the first entry is on disk; nothing counts as saved before it has succeeded. */
  readonly register?: () => Promise<void>;
}

export interface Around {
  readonly platform: Platform;
  readonly environment: Environment;
  readonly emit: (event: WorkerEvent) => void;
  readonly onSave: (save: SaveState) => void;
  /** Whether it is still the one that is open. */
  readonly isOpen: (open: Open) => boolean;
}

export class Open {
  readonly id: WorkbookId;
  readonly commits: Commits;
  readonly snapshots: Snapshots;
  readonly glances: Glances;
  private readonly around: Around;
  /** The name that the catalogue has. */
  private listed: string;

  constructor({ id, kv, session, store, glance, register }: Opening, around: Around) {
    const { platform, environment, emit } = around;
    this.id = id;
    this.around = around;
    this.listed = session.workbook.settings.name;
    this.commits = new Commits(session, store, {
      now: () => platform.now(),
      append: registering(register),
      reopen: () => reopen(kv, id, mending(platform, id), environment, platform.mirror(id)),
      onSave: (save) => {
        if (save.state === "failed") this.snapshots.distrust();
        around.onSave(save);
      },
      onSaved: (seq) => this.saved(seq),
      onBroken: () => this.snapshots.distrust(),
      onFollowed: (sheets, changes) => {
        emit({ type: "changed", state: this.state, sheets });
        this.snapshots.count(changes, false);
        this.glances.stir();
      },
      onDropped: (intent, refusal, before) => emit({ type: "dropped", ...refused(intent, refusal, before) }),
      onMissed: (cells) => emit({ type: "missed", cells }),
      onDamage: (damage) => emit({ type: "damage", damage }),
      onOutdated: () => {
        this.snapshots.abandon();
        this.glances.abandon();
        emit({ type: "outdated" });
      },
    });
    this.snapshots = new Snapshots(
      this.commits,
      (work) => platform.alone(`${id}/snapshot`, work),
      () => platform.sole(id),
      () => platform.now(),
    );
    this.glances = new Glances(this.commits, () => this.undoStep?.cause ?? null, glance ?? null);
    // Until then nobody knows of it.
    if (register === undefined) void platform.hold(id);
  }

  get session(): Session {
    return this.commits.session;
  }

  get undoStep(): Step | null {
    const { history, workbook } = this.session;
    return undoStep(history, workbook.settings.undoReach, this.around.platform.now());
  }

  get state(): WorkbookState {
    const { workbook, history, seq } = this.session;
    return { workbook, seq, undo: this.undoStep?.cause ?? null, redo: history.redo?.cause ?? null };
  }

  /** It is on the screen. `changes`: those that no snapshot holds. */
  presented(changes: readonly Change[]): void {
    this.snapshots.count(changes, true);
    setTimeout(() => void runInSlices(this.session.settleSteps(), { slice: SHORT_SLICE }), SETTLE_AFTER);
  }

  /** The catalogue's name of it, and that it was opened last. Where that fails it is open as well. */
  list(): void {
    const { platform } = this.around;
    const { name } = this.session.workbook.settings;
    this.listed = name;
    void platform.alone("catalogue", () => platform.remember(this.id, name)).catch(() => undefined);
  }

  /** Of a workbook that nobody learned of: nothing more is written to it. */
  async abandon(): Promise<void> {
    this.snapshots.abandon();
    await this.commits.abandon();
  }

  private saved(seq: number): void {
    const { platform, emit, isOpen } = this.around;
    this.glances.stir();
    platform.tell({ type: "committed", workbook: this.id, seq });
    if (isOpen(this) && this.session.workbook.settings.name !== this.listed) this.list();
    const note = noteAt(this.id, this.session, seq, platform.now());
    if (note !== null) emit({ type: "note", note });
  }
}
