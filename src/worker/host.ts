/** The body behind the worker's interface: one workbook, its store, and the order in which things are done to them. */
import type { Cause } from "../core/change/index.ts";
import { localDay, type WorkbookId } from "../core/model/index.ts";
import type { Command, Refusal } from "../engine/session/command.ts";
import type { Restoring } from "../engine/session/restore.ts";
import type { Environment, Session } from "../engine/session/session.ts";
import type { Touched } from "../engine/session/touched.ts";
import type { Content } from "../storage/index.ts";
import type {
  Beginning,
  CreateSource,
  Dispatched,
  Listener,
  NewWorkbook,
  Restored,
  SaveState,
  StartResult,
  WorkerEvent,
} from "./api.ts";
import type { Done } from "./commits.ts";
import { findCurrent } from "./current.ts";
import { newType, signs } from "./environment.ts";
import { type Given, outcomeOf, refused, turning } from "./given.ts";
import { HanReading } from "./hanReading.ts";
import { type Intent, isRefused } from "./intent.ts";
import { type Keeping, keepAsNext } from "./keeping.ts";
import { newWorkbook, newWorkbookOps, type OpsFor } from "./newWorkbook.ts";
import { Open, type Opening } from "./open.ts";
import { mending } from "./opening.ts";
import { type Ground, Past } from "./past.ts";
import type { Platform, TabMessage } from "./platform.ts";
import { Questions, type Shown } from "./questions.ts";
import { discard } from "./removing.ts";
import { Shelf } from "./shelf.ts";
import { Witnesses } from "./witnesses.ts";

/** Whoever asked for a row waits for its final id, and need not be told of a refusal twice. */
const ANSWERED_WHEN_SAVED: ReadonlySet<Command["type"]> = new Set(["addRow", "insertRows", "duplicateRows"]);

type CreatedFrom = Extract<Cause, { type: "create" }>["from"];

/** A workbook that is not to be yet. */
interface Tentative {
  readonly keep: () => void;
  /** Nothing of it is left, and what was open before is again. */
  readonly drop: () => Promise<void>;
}

export class Host {
  private readonly platform: Platform;
  private listener: Listener = () => undefined;
  private current: Open | null = null;
  private answered = 0;
  /** Nothing opens of itself: a new workbook is wanted. */
  private anew = false;
  private turn: Promise<unknown> = Promise.resolve();
  private starting: Promise<unknown> = Promise.resolve();
  private readonly environment: Environment;
  private witnesses = new Witnesses([]);
  readonly past: Past;
  readonly shelf: Shelf;
  readonly questions: Questions;
  /** Commands to add a row that were dealt with. */
  private added = 0;
  /** What is done behind each change, once the interface was told of it. */
  readonly changed = new Set<() => void>();

  constructor(platform: Platform) {
    this.platform = platform;
    const han = new HanReading();
    this.environment = { newType, today: () => localDay(platform.now()), han: han.known, signs };
    this.past = new Past(this.environment, (event) => this.emit(event));
    this.shelf = new Shelf(platform, this.environment);
    this.questions = new Questions(this.shownOf(), (event) => this.emit(event), han);
    platform.listen((message) => this.hear(message));
  }

  /** Whatever changes the workbook waits for what was asked before it. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  /** Counts a request that may change the workbook, so that the interface knows what "saved" holds for. */
  async answering<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.answered += 1;
      const save: SaveState = this.current?.commits.state ?? { state: "saved" };
      if (save.state !== "saving") this.emit({ type: "save", save, answered: this.answered });
    }
  }

  emit(event: WorkerEvent): void {
    this.listener(event);
    if (event.type === "changed") for (const work of this.changed) work();
  }

  /** Throws if no workbook is open: the interface asks only of one that is. */
  get open(): Open {
    if (this.current === null) throw new Error("no workbook is open");
    return this.current;
  }

  get openId(): WorkbookId | null {
    return this.current?.id ?? null;
  }

  /** What the interface reads: the past while it is looked at. */
  get shown(): Session {
    return this.past.session ?? this.session;
  }

  /** What the history is read from. */
  get ground(): Ground {
    const { commits } = this.open;
    return {
      session: commits.session,
      store: commits.store,
      unsaved: () => commits.unsaved,
      settled: () => this.settled(),
      recent: (seq) => commits.recent.get(seq),
    };
  }

  private shownOf(): Shown {
    const shown = (): Session => this.shown;
    const added = (): number => this.added;
    return {
      get session() {
        return shown();
      },
      get added() {
        return added();
      },
      queried: () => {
        this.current?.glances.stir();
        this.current?.snapshots.ordered(this.session.unstoredTexts);
      },
      // Rows of the past say nothing of the present ones.
      reading: () => this.past.session ?? this.open.commits.seen(),
      marked: (sheet, rows) => this.past.marked(sheet, rows),
    };
  }

  get session(): Session {
    return this.open.commits.session;
  }

  async start(listener: Listener, { notes, anew, wanted }: Beginning): Promise<StartResult> {
    this.listener = listener;
    this.witnesses = new Witnesses(notes);
    this.anew = anew;
    const started = this.inTurn(async (): Promise<StartResult> => {
      if (anew) return { type: "none" };
      if (this.current !== null) return { type: "open", state: this.current.state, damage: [] };
      return this.openCurrent(wanted);
    });
    this.starting = started;
    return started;
  }

  private async openCurrent(wanted: WorkbookId | null): Promise<StartResult> {
    const found = await findCurrent(wanted, {
      platform: this.platform,
      environment: this.environment,
      witnesses: this.witnesses,
      mending: (id) => mending(this.platform, id),
      paint: (glance) => this.listener({ type: "glance", glance }),
    });
    switch (found.type) {
      case "older":
        return { type: "tooNew", past: this.past.show(found.session, found.time) };
      case "open": {
        const open = this.adopt(found);
        open.presented(found.changes);
        this.platform.tell({ type: "opened", workbook: found.id });
        open.list();
        return { type: "open", state: open.state, damage: found.damage };
      }
      default:
        return found;
    }
  }

  /** In the place of what was open. */
  private adopt(opening: Opening): Open {
    const open = new Open(opening, {
      platform: this.platform,
      environment: this.environment,
      emit: (event) => this.emit(event),
      onSave: (save) => {
        this.emit({ type: "save", save, answered: this.answered });
      },
      isOpen: (each) => this.current === each,
    });
    this.current = open;
    return open;
  }

  private hear(message: TabMessage): void {
    const { current } = this;
    if (current === null) {
      // This tab shows the start screen, and another has just made a workbook.
      if (message.type === "committed") void this.follow();
      // It may be the one that is being opened.
      if (message.type === "deleted") void this.starting.then(() => this.current && this.hear(message));
      return;
    }
    if (message.workbook !== current.id) return;
    switch (message.type) {
      case "committed":
        current.commits.follow(message.seq);
        return;
      case "opened":
        this.platform.tell({ type: "here", workbook: current.id });
        return;
      case "here":
        this.emit({ type: "shared" });
        return;
      case "deleted":
        this.emit({ type: "deleted" });
        return;
    }
  }

  private async join(): Promise<void> {
    // It was being opened, and may have read what was there before.
    if (this.current !== null) this.current.commits.follow();
    else if ((await this.openCurrent(null)).type === "open") this.showAll();
  }

  /** All of it may have to be read anew. */
  showAll(): void {
    const sheets = this.session.workbook.sheets.map(({ id }): Touched => ({ sheet: id, extent: "order" }));
    this.tellOf(sheets);
  }

  /** Looks whether other tabs have gone on: what they told may not have been heard while this one slept. */
  async follow(): Promise<void> {
    if (this.current === null && (this.anew || this.past.session !== null)) return;
    if (this.current === null) await this.inTurn(() => this.join());
    else this.current.commits.follow();
  }

  /** Applies, tells the interface, and hands the entry to be saved: the interface does not wait for the disk. */
  commit(
    intent: Intent,
    options: { readonly quiet?: boolean; readonly awaited?: boolean } = {},
  ): Done | Refusal | null {
    const { commits, snapshots } = this.open;
    const done = commits.carryOut(intent, options.awaited);
    if (done === null || isRefused(done)) return done;
    snapshots.count([done.change()], true);
    if (options.quiet !== true) this.tellOf(done.touched);
    return done;
  }

  /** Of what was committed. */
  tellOf(sheets: readonly Touched[]): void {
    this.emit({ type: "changed", state: this.open.state, sheets });
  }

  create(source: CreateSource, setup: NewWorkbook): Promise<void> {
    return this.inTurn(async () => {
      const open = await this.begin(source, newWorkbookOps(source, setup, localDay(this.platform.now())));
      await open.commits.settled();
    });
  }

  /** Makes a workbook of a file's content: the one that opens next, and now where none is open. */
  keep(content: Content, signal: AbortSignal): Promise<Keeping> {
    return keepAsNext(content, signal, {
      platform: this.platform,
      environment: this.environment,
      inTurn: (work) => this.inTurn(work),
      commits: () => this.current?.commits ?? null,
      show: (kept, note) => {
        this.adopt(kept).presented([kept.change]);
        if (note !== null) this.emit({ type: "note", note });
        this.showAll();
      },
    });
  }

  /** Makes and opens a workbook. */
  private async begin(from: CreatedFrom, opsFor: OpsFor, wanted = Promise.resolve(true)): Promise<Open> {
    const beginning = await newWorkbook(this.platform, this.environment, wanted);
    const { settings } = beginning.session.workbook;
    const open = this.adopt(beginning);
    const built = { change: { ops: opsFor(settings) }, cause: { type: "create", from } } as const;
    // An import shows itself when its rows are in: the empty sheet before it would be drawn for nothing.
    this.commit({ type: "build", build: () => built }, { quiet: from === "import" });
    return open;
  }

  /** A new workbook for a file's rows, of which nobody learns until it is kept. For work that runs alone. */
  async beginImport(setup: NewWorkbook): Promise<Tentative> {
    const before = this.current;
    let decide: (wanted: boolean) => void = () => undefined;
    const wanted = new Promise<boolean>((resolve) => {
      decide = resolve;
    });
    const open = await this.begin("import", newWorkbookOps("blank", setup, 0), wanted);
    return {
      keep: () => decide(true),
      drop: async () => {
        decide(false);
        await open.abandon();
        this.current = before;
        // What was told of it meanwhile was not for the one that was open.
        before?.commits.follow();
        await discard(this.platform, open.id);
      },
    };
  }

  /** Runs what writes much between other commands, so that no edit slips into its middle. */
  runAlone<T>(work: () => Promise<T>): Promise<T> {
    return this.inTurn(work);
  }

  async dispatch(command: Command): Promise<Dispatched> {
    // Answered when it is applied: what waits for the disk is told of by then.
    return outcomeOf(await this.answering(() => this.perform(command)));
  }

  /** The same for a job that answers for itself. */
  perform(command: Command): Promise<Given> {
    return this.inTurn(() => this.give(command));
  }

  /** A command that only the worker can make. */
  build(intent: Extract<Intent, { type: "build" }>): Promise<Dispatched> {
    return this.inTurn(async (): Promise<Dispatched> => {
      if (this.past.session !== null) return { ok: false, refusal: { refused: "past" } };
      const done = this.commit(intent);
      return done !== null && isRefused(done) ? { ok: false, refusal: done } : { ok: true };
    });
  }

  /** As an entry of its own, if anything moves; also while the past is looked at, for the day goes on. */
  followRules(): Promise<void> {
    return this.inTurn(async () => {
      this.commit({ type: "edit", edit: { type: "classify" } });
    });
  }

  /** One step for all of it, wholly or not at all. What is restored from stays to be looked at. */
  restore(what: Restoring): Promise<Restored> {
    return this.inTurn(async (): Promise<Restored> => {
      const build = await this.past.restoring(() => this.session, what);
      const done = this.commit({ type: "build", build });
      if (done !== null && isRefused(done)) return { ok: false, refusal: done };
      return { ok: true, changed: done !== null };
    });
  }

  private async give(command: Command): Promise<Given> {
    if (this.past.session !== null) {
      if (command.type === "addRow") this.added += 1;
      const refusal = this.past.arrange(command);
      return refusal === null ? { ok: true } : { ok: false, refusal };
    }
    const { type } = command;
    const intent: Intent | Refusal =
      type === "undo" || type === "redo"
        ? await turning(
            this.open.commits,
            type,
            type === "undo" ? this.open.undoStep : this.session.history.redo,
          )
        : { type: "edit", edit: command };
    if ("refused" in intent) return { ok: false, refusal: intent };
    const before = this.session.workbook;
    // Counted with the row itself, so that no answer comes between them.
    if (type === "addRow") this.added += 1;
    const done = this.commit(intent, { awaited: ANSWERED_WHEN_SAVED.has(type) });
    if (done === null) return null;
    return isRefused(done) ? { ok: false, ...refused(intent, done, before) } : { intent, done, before };
  }

  async settled(): Promise<SaveState> {
    await this.turn;
    return this.open.commits.settled();
  }

  /** Resolves when it is known what opens. */
  async ready(): Promise<void> {
    await this.starting;
  }
}
