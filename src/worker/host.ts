/** The body behind the worker's interface: one workbook, its store, and the order in which things are done to them. */
import {
  type Cause,
  type Change,
  invert,
  isEmptyChange,
  type JournalEntry,
  type Op,
} from "../core/change/index.ts";
import {
  emptyWorkbook,
  type FieldId,
  findSheet,
  type KindId,
  type RowId,
  type Sheet,
  type SheetId,
  sheetId,
  type WorkbookId,
} from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { SAMPLE_ROWS, sampleCustomers } from "../core/template/sample.ts";
import type { Facet, FacetQuery } from "../engine/aggregate/facet.ts";
import type { Groups } from "../engine/aggregate/group.ts";
import type { Totals } from "../engine/aggregate/totals.ts";
import type { Step } from "../engine/history/history.ts";
import { undoStep } from "../engine/history/reach.ts";
import { build, isRefusal } from "../engine/session/build.ts";
import type { Command } from "../engine/session/command.ts";
import type { Restoring } from "../engine/session/restore.ts";
import { type Environment, Session, type Touched } from "../engine/session/session.ts";
import { runInSlices } from "../engine/steps.ts";
import { summariseTiers } from "../engine/tiers/summary.ts";
import { kinds } from "../fields/index.ts";
import { type AppendResult, failureOf, openStore, type Store } from "../storage/index.ts";
import type {
  CreateSource,
  Dispatched,
  ImportOutcome,
  ImportTarget,
  NewWorkbook,
  QueryResult,
  Restored,
  SaveState,
  StartResult,
  TierSummary,
  WindowRow,
  WorkbookState,
  WorkerEvent,
} from "./api.ts";
import { openSession, readChange } from "./opening.ts";
import { type Ground, Past } from "./past.ts";
import type { Platform } from "./platform.ts";
import { Saving } from "./saving.ts";

export const FIRST_SHEET = sheetId("customers");
/** Journal entries between two snapshots: opening replays at most about this many. */
const COMPACT_EVERY = 300;
/** Milliseconds without a change before a snapshot is written. */
const COMPACT_IDLE = 1500;
/** A change of more cells than this is worth a snapshot soon: replaying it costs more than reading its rows. */
const BULK_ROWS = 2000;
/** More texts put in order than this are worth one too: from about here on a first sort is felt. */
const BULK_TEXTS = 10_000;
/** Milliseconds of a query between two chances for other calls: how long a scroll or a keystroke may wait for it. */
const QUERY_SLICE = 12;
/** Milliseconds after opening until what it left out is made up for: the first rows come first. */
const SETTLE_AFTER = 250;
/** Milliseconds after which a query says how far it is. */
const QUERY_PATIENCE = 500;
/** Changes kept for quick undo; older ones are read from the journal. */
const RECENT = 32;

interface Open {
  readonly session: Session;
  readonly store: Store;
  readonly saving: Saving;
}

/** Local calendar day, as days since 1970-01-01. */
function dayOf(time: number): number {
  const date = new Date(time);
  return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

function newType(kind: KindId) {
  const known = kinds.get(kind);
  if (known === undefined) throw new RangeError(`no kind ${kind}`);
  return known.newType();
}

const rowsIn = (change: Change): number =>
  change.ops.reduce(
    (sum, op) => sum + ("blocks" in op ? op.blocks.reduce((rows, block) => rows + block.ids.length, 0) : 0),
    0,
  );

export class Host {
  private readonly platform: Platform;
  private listener: (event: WorkerEvent) => void = () => undefined;
  private current: Open | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly recent = new Map<number, Change>();
  private sinceSnapshot = 0;
  private readonly environment: Environment;
  private readonly queries = new Map<SheetId, AbortController>();
  readonly past: Past;
  private compactTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(platform: Platform) {
    this.platform = platform;
    this.environment = { newType, today: () => dayOf(platform.now()) };
    this.past = new Past(this.environment, (event) => this.emit(event));
  }

  /** Whatever changes the workbook waits for what was asked before it. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  emit(event: WorkerEvent): void {
    this.listener(event);
  }

  /** Throws if no workbook is open: the interface asks only of one that is. */
  get open(): Open {
    if (this.current === null) throw new Error("no workbook is open");
    return this.current;
  }

  /** What the interface reads: the past while it is looked at. */
  get shown(): Session {
    return this.past.session ?? this.open.session;
  }

  /** What the history is read from. */
  get ground(): Ground {
    const { session, store, saving } = this.open;
    return {
      session,
      store,
      unsaved: () => saving.unsaved,
      settled: () => this.settled(),
      recent: (seq) => this.recent.get(seq),
    };
  }

  async start(listener: (event: WorkerEvent) => void): Promise<StartResult> {
    this.listener = listener;
    if (this.current !== null) return { type: "open", state: this.state(), damage: [] };
    if (!(await this.platform.claim())) return { type: "busy" };
    return this.inTurn(() => this.openCurrent());
  }

  waitForTurn(): Promise<void> {
    return this.platform.released();
  }

  private async openCurrent(): Promise<StartResult> {
    let id: WorkbookId | null;
    try {
      id = await this.platform.current();
    } catch (error) {
      return { type: "failed", failure: failureOf(error) };
    }
    if (id === null) return { type: "none" };
    const opened = await openStore(this.platform.open(id), id);
    switch (opened.type) {
      case "tooNew":
      case "failed":
        return opened;
      case "lost":
        return { type: "damaged", damage: opened.damage };
      case "empty":
        // The catalogue knows this workbook, so an empty database is a loss and never a new beginning.
        return { type: "failed", failure: { type: "vanished" } };
      case "open": {
        const session = await openSession(id, opened, this.environment);
        if (session === null) return { type: "damaged", damage: opened.damage };
        this.adopt(session, opened.store);
        this.sinceSnapshot = opened.entries.length;
        if (
          opened.entries.some(
            (entry) => entry.action.type === "do" && rowsIn(entry.action.change) > BULK_ROWS,
          )
        ) {
          this.sinceSnapshot = COMPACT_EVERY;
        }
        this.scheduleSnapshot();
        setTimeout(() => void runInSlices(session.settleSteps(), { slice: QUERY_SLICE }), SETTLE_AFTER);
        return { type: "open", state: this.state(), damage: opened.damage };
      }
    }
  }

  /** `register` runs once, after the first entry is on disk; nothing counts as saved before it has succeeded. */
  private adopt(session: Session, store: Store, register?: () => Promise<void>): void {
    let registered = register === undefined;
    const append = async (entry: JournalEntry): Promise<AppendResult> => {
      const result = store.seq < entry.seq ? await store.append(entry) : ({ type: "saved" } as const);
      if (registered || result.type !== "saved") return result;
      try {
        await register?.();
        registered = true;
        return result;
      } catch (error) {
        return { type: "failed", failure: failureOf(error) };
      }
    };
    const saving = new Saving(append, (save) => this.emit({ type: "save", save }));
    this.current = { session, store, saving };
    this.recent.clear();
  }

  private state(): WorkbookState {
    const { session } = this.open;
    return {
      workbook: session.workbook,
      undo: this.undoStep()?.cause ?? null,
      redo: session.history.redo?.cause ?? null,
    };
  }

  private undoStep(): Step | null {
    const { history, workbook } = this.open.session;
    return undoStep(history, workbook.settings.undoReach, this.platform.now());
  }

  /** Applies, tells the interface, and hands the entry to be saved: the interface does not wait for the disk. */
  commit(change: Change, cause: Cause): void {
    const sheets = this.carryOut(change, cause, { type: "do", change });
    this.emit({ type: "changed", state: this.state(), sheets });
  }

  private carryOut(
    change: Change,
    cause: Cause,
    action: Parameters<Session["commit"]>[1],
  ): readonly Touched[] {
    const { session, saving } = this.open;
    const { entry, touched } = session.commit(change, action, cause, this.platform.now());
    if (action.type === "do") this.keep(entry.seq, change);
    saving.push(entry);
    this.sinceSnapshot += rowsIn(change) > BULK_ROWS ? COMPACT_EVERY : 1;
    this.scheduleSnapshot();
    return touched;
  }

  private keep(seq: number, change: Change): void {
    this.recent.set(seq, change);
    for (const old of this.recent.keys()) {
      if (this.recent.size <= RECENT) break;
      this.recent.delete(old);
    }
  }

  private scheduleSnapshot(): void {
    clearTimeout(this.compactTimer);
    if (this.sinceSnapshot < COMPACT_EVERY) return;
    this.compactTimer = setTimeout(() => void this.compact(), COMPACT_IDLE);
  }

  private async compact(): Promise<void> {
    const { session, store, saving } = this.open;
    if (saving.state.state === "saved") {
      const result = await store.compact(session.snapshot());
      if (result.type === "published") this.sinceSnapshot = 0;
      // A snapshot that cannot be written endangers nothing: the journal has it all.
      if (result.type === "failed") return;
    }
    this.scheduleSnapshot();
  }

  create(source: CreateSource, setup: NewWorkbook): Promise<void> {
    return this.inTurn(async () => {
      const plain = customersSheet(FIRST_SHEET, setup.words);
      if (source === "blank") return this.begin("blank", setup, plain);
      const sample = sampleCustomers(plain, setup.words.sample, dayOf(this.platform.now()));
      const ids = Uint32Array.from({ length: SAMPLE_ROWS }, (_, index) => index + 1);
      const rows: Op = {
        op: "insertRows",
        sheet: FIRST_SHEET,
        blocks: [{ at: 0, ids, columns: sample.columns }],
      };
      return this.begin("sample", setup, sample.sheet, [rows]);
    });
  }

  /** Makes and opens a workbook with one sheet. The catalogue learns of it only when its first entry is on disk. */
  private async begin(
    from: Extract<Cause, { type: "create" }>["from"],
    setup: NewWorkbook,
    sheet: Sheet,
    more: readonly Op[] = [],
  ): Promise<void> {
    const id = this.platform.reserve();
    const opened = await openStore(this.platform.open(id), id);
    if (opened.type !== "empty") throw new Error(`workbook ${id} is not new`);
    const empty = emptyWorkbook(id);
    const session = new Session(empty, this.environment);
    const after = { name: setup.words.workbook, locale: setup.locale, currency: setup.currency };
    this.adopt(session, opened.store, () => this.platform.remember(id, after.name));
    const ops: readonly Op[] = [
      { op: "settings", before: empty.settings, after },
      { op: "sheet", edit: { before: null, after: { index: 0, item: sheet } } },
      ...more,
    ];
    const sheets = this.carryOut({ ops }, { type: "create", from }, { type: "do", change: { ops } });
    // An import shows itself when its rows are in: the empty sheet before it would be drawn for nothing.
    if (from !== "import") this.emit({ type: "changed", state: this.state(), sheets });
    await this.open.saving.settled();
  }

  /** The sheet an import goes into; a new workbook is made for it if that is the target. */
  async importSheet(target: ImportTarget): Promise<SheetId> {
    if (target.type === "sheet") return target.sheet;
    await this.begin("import", target.setup, customersSheet(FIRST_SHEET, target.setup.words));
    return FIRST_SHEET;
  }

  /** Runs an import's writing between other commands, so that no edit slips into its middle. */
  runImport(work: () => Promise<ImportOutcome>): Promise<ImportOutcome> {
    return this.inTurn(work);
  }

  dispatch(command: Command): Promise<Dispatched> {
    return this.inTurn(async (): Promise<Dispatched> => {
      if (this.past.session !== null) {
        const refusal = this.past.arrange(command);
        return refusal === null ? { ok: true } : { ok: false, refusal };
      }
      if (command.type === "undo" || command.type === "redo") return this.turnBack(command.type);
      const { session } = this.open;
      const built = build(session, command);
      if (isRefusal(built)) return { ok: false, refusal: built };
      if (isEmptyChange(built.change)) return { ok: true };
      this.commit(built.change, built.cause);
      const row = newRow(built.change);
      return row === null ? { ok: true } : { ok: true, row };
    });
  }

  /** One step for all of it, wholly or not at all. What is restored from stays to be looked at. */
  restore(what: Restoring): Promise<Restored> {
    return this.inTurn(async (): Promise<Restored> => {
      const built = await this.past.restoring(this.open.session, what);
      if (isRefusal(built)) return { ok: false, refusal: built };
      const changed = !isEmptyChange(built.change);
      if (changed) this.commit(built.change, built.cause);
      return { ok: true, changed };
    });
  }

  private async turnBack(type: "undo" | "redo"): Promise<Dispatched> {
    const { session, store, saving } = this.open;
    const step = type === "undo" ? this.undoStep() : session.history.redo;
    if (step === null) {
      return { ok: false, refusal: { refused: type === "undo" ? "nothingToUndo" : "nothingToRedo" } };
    }
    let change = this.recent.get(step.seq) ?? null;
    if (change === null) {
      await saving.settled();
      change = await readChange(store, step.seq);
    }
    if (change === null) return { ok: false, refusal: { refused: "unreadable", seq: step.seq } };
    const turned = type === "undo" ? invert(change) : change;
    const sheets = this.carryOut(turned, step.cause, { type, seq: step.seq });
    this.emit({ type: "changed", state: this.state(), sheets });
    return { ok: true };
  }

  async settled(): Promise<SaveState> {
    await this.turn;
    return this.open.saving.settled();
  }

  /** A newer query of the sheet gives up one that is under way. */
  async query(sheet: SheetId, search: string): Promise<QueryResult | null> {
    this.queries.get(sheet)?.abort();
    const running = new AbortController();
    this.queries.set(sheet, running);
    const began = performance.now();
    const done = await runInSlices(this.shown.querySteps(sheet, search), {
      signal: running.signal,
      slice: QUERY_SLICE,
      onProgress: (progress) => {
        if (performance.now() - began > QUERY_PATIENCE) this.emit({ type: "progress", ...progress });
      },
    });
    if (done.type === "cancelled") return null;
    if (this.open.session.unstoredTexts > BULK_TEXTS) {
      this.sinceSnapshot = COMPACT_EVERY;
      this.scheduleSnapshot();
    }
    return done.value;
  }

  async rows(sheet: SheetId, start: number, end: number): Promise<readonly WindowRow[]> {
    return this.past.marked(sheet, this.shown.rows(sheet, start, end));
  }

  async facet(sheet: SheetId, field: FieldId, query: Omit<FacetQuery, "locale">): Promise<Facet | null> {
    const done = await runInSlices(this.shown.facetSteps(sheet, field, query), { slice: QUERY_SLICE });
    return done.type === "cancelled" ? null : done.value;
  }

  async totals(...range: Parameters<Session["totals"]>): Promise<Totals | null> {
    return this.shown.totals(...range);
  }

  async groups(...asked: Parameters<Session["groups"]>): Promise<Groups | null> {
    return this.shown.groups(...asked);
  }

  async tierSummary(id: SheetId, search: string): Promise<TierSummary> {
    const session = this.shown;
    const sheet = findSheet(session.workbook, id);
    return sheet === undefined ? { type: "noTierField" } : summariseTiers(session, sheet, search);
  }
}

function newRow(change: Change): RowId | null {
  for (const op of change.ops) {
    const id = op.op === "insertRows" ? op.blocks[0]?.ids[0] : undefined;
    if (id !== undefined) return id as RowId;
  }
  return null;
}
