/**
 * The journal as a history: its steps, the workbook as it was after any of them, and what is brought back from there.
 * The past is a session of its own that the interface reads in place of the present one while it is looked at.
 */
import { type Change, ChangeMisfit, invert, type JournalEntry, type State } from "../core/change/index.ts";
import {
  emptyWorkbook,
  type FieldId,
  findField,
  findSheet,
  isNumeric,
  type RowId,
  type SheetId,
  type Value,
  valueAt,
  type Workbook,
} from "../core/model/index.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { copySteps, emptyState, foldSteps } from "../engine/history/fold.ts";
import type { Recorded } from "../engine/history/history.ts";
import { Marks } from "../engine/history/marks.ts";
import { type Move, moveOf, pathBack, pathForth } from "../engine/history/path.ts";
import { type Built, build, isRefusal } from "../engine/session/build.ts";
import type { Command, Refusal } from "../engine/session/command.ts";
import { type Restoring, restoreSteps } from "../engine/session/restore.ts";
import { type Environment, Session } from "../engine/session/session.ts";
import { runInSlices, SHORT_SLICE, type Steps, whileUnchanged } from "../engine/steps.ts";
import type { Store } from "../storage/index.ts";
import type {
  HistoryPage,
  HistoryStep,
  LookedBack,
  MarkedPlace,
  PastState,
  WindowRow,
  WorkerEvent,
} from "./api.ts";
import { movesOf } from "./moves.ts";
import { prebuilt } from "./prebuilt.ts";
import type { RowMoves } from "./tierApi.ts";

/** What of the open workbook the past is made from. */
export interface Ground {
  readonly session: Session;
  readonly store: Store;
  /** Entries that are not on disk yet, ascending. */
  readonly unsaved: () => readonly JournalEntry[];
  /** Resolves when there are none, or they cannot be saved for now. */
  readonly settled: () => Promise<unknown>;
  /** A stored change that is still in memory. */
  readonly recent: (seq: number) => Change | null;
}

/** Steps that are sooner read than what the beginning may hold: mostly a bulk import. */
const BEGINNING_COSTS = 2000;
/** Changes that are read at the same time. */
const AHEAD = 32;
/** Milliseconds after which the way back says how far it is. */
const PATIENCE = 500;
/** Steps of one answer. */
const MOST_STEPS = 200;

/** `before`: there was no workbook yet; `began`: when there was. */
export type Moment =
  | { readonly type: "moment"; readonly seq: number; readonly time: number }
  | { readonly type: "before"; readonly began: number };

interface Looking {
  readonly seq: number;
  readonly time: number;
  readonly session: Session;
  /** As it was: the session's own may be sorted and filtered since. */
  readonly workbook: Workbook;
  readonly marks: Marks;
}

/** A change on the way cannot be read. */
class Unreadable extends Error {
  readonly seq: number;

  constructor(seq: number) {
    super(`entry ${seq} cannot be read`);
    this.seq = seq;
  }
}

class GivenUp extends Error {}

export class Past {
  private readonly environment: Environment;
  private readonly emit: (event: WorkerEvent) => void;
  private looking: Looking | null = null;
  private running = new AbortController();

  constructor(environment: Environment, emit: (event: WorkerEvent) => void) {
    this.environment = environment;
    this.emit = emit;
  }

  /** What is looked at instead of the present, or null. */
  get session(): Session | null {
    return this.looking?.session ?? null;
  }

  private async heads({ store, unsaved }: Ground, from: number, to: number): Promise<readonly Recorded[]> {
    const stored = await store.history(from, Math.min(to, store.seq));
    const waiting = unsaved().filter(({ seq }) => seq > store.seq && seq >= from && seq <= to);
    return [...(stored.type === "history" ? stored.entries : []), ...waiting];
  }

  /** Null where it cannot be read any more. */
  private async changeOf({ store, unsaved, recent }: Ground, seq: number): Promise<Change | null> {
    const known = recent(seq);
    if (known !== null) return known;
    const waiting = unsaved().find((entry) => entry.seq === seq);
    if (waiting !== undefined) return waiting.action.type === "do" ? waiting.action.change : null;
    const read = await store.read(seq);
    return read.type === "entry" && read.entry.action.type === "do" ? read.entry.action.change : null;
  }

  /** The newest steps before an entry, newest first; null: before none. */
  async history(ground: Ground, before: number | null, limit: number): Promise<HistoryPage> {
    await ground.settled();
    const to = Math.min(before === null ? Number.POSITIVE_INFINITY : before - 1, ground.session.seq);
    const from = Math.max(1, to - Math.max(1, Math.min(limit, MOST_STEPS)) + 1);
    const heads = await this.heads(ground, from, to);
    const steps = await Promise.all(heads.map((head) => this.step(ground, head)));
    return { steps: steps.reverse(), earlier: from > 1 ? from : null };
  }

  /** How a row of the present came to what it holds in some fields. */
  async rowMoves(
    ground: Ground,
    sheet: SheetId,
    row: RowId,
    fields: readonly FieldId[],
    limit: number,
  ): Promise<RowMoves> {
    await ground.settled();
    const changeOf = async (head: Recorded): Promise<Change | null> => {
      const { seq, back } = moveOf(head);
      const change = await this.changeOf(ground, seq);
      return change === null || !back ? change : invert(change);
    };
    const journal = {
      session: ground.session,
      heads: (from: number, to: number) => this.heads(ground, from, to),
      changeOf,
    };
    return movesOf(journal, sheet, row, fields, limit);
  }

  private async step(ground: Ground, { seq, time, cause, action }: Recorded): Promise<HistoryStep> {
    const single = action.type === "do" && cause.type === "edit" && cause.cells === 1;
    return {
      seq,
      time,
      cause,
      action: action.type,
      undone: action.type === "do" && cause.type !== "create" && ground.session.history.isUndone(seq),
      edit: single ? await this.edited(ground, seq) : null,
    };
  }

  /** Both values of an edit of one cell, as today's column holds them. */
  private async edited(ground: Ground, seq: number): Promise<HistoryStep["edit"]> {
    const change = await this.changeOf(ground, seq);
    const op = change?.ops.find((each) => each.op === "cells");
    if (op?.op !== "cells") return null;
    const sheet = findSheet(ground.session.workbook, op.sheet);
    const type = sheet === undefined ? undefined : findField(sheet, op.field)?.type;
    if (type === undefined || isNumeric(type) !== (op.before.form === "numeric")) return null;
    const value = (vector: typeof op.before): Value => valueAt(type, vector, 0);
    return { field: op.field, before: value(op.before), after: value(op.after) };
  }

  /** A state of its own, as it was right after an entry, while what is looked at stays. Null: an entry on the way is damaged, or given up. */
  async stateAfter(ground: Ground, seq: number, signal: AbortSignal): Promise<State<ColumnTable> | null> {
    await ground.settled();
    try {
      return await this.stateAt(ground, seq, signal);
    } catch (error) {
      if (error instanceof GivenUp || error instanceof Unreadable || error instanceof ChangeMisfit)
        return null;
      throw error;
    }
  }

  /**
   * The last entry made up to a time. Clocks may have been set back meanwhile, so that times need not ascend: of all that
   * are not later the one that came last counts.
   */
  async momentAt(ground: Ground, time: number): Promise<Moment> {
    await ground.settled();
    let began = time;
    for (let to = ground.session.seq; to > 0; to -= MOST_STEPS) {
      const heads = await this.heads(ground, Math.max(1, to - MOST_STEPS + 1), to);
      const found = heads.findLast((head) => head.time <= time);
      if (found !== undefined) return { type: "moment", seq: found.seq, time: found.time };
      began = heads[0]?.time ?? began;
    }
    return { type: "before", began };
  }

  /** Shows the workbook as it was right after an entry. A second call replaces the first. */
  async lookBack(ground: Ground, seq: number): Promise<LookedBack> {
    const signal = this.restart();
    await ground.settled();
    try {
      const state = await this.stateAt(ground, seq, signal);
      const [head] = await this.heads(ground, seq, seq);
      if (head === undefined) throw new Unreadable(seq);
      const change = await this.moved(ground, moveOf(head));
      const { workbook, tables } = state;
      const session = new Session({ seq, workbook, tables }, this.environment);
      if (signal.aborted) throw new GivenUp();
      this.looking = { seq, time: head.time, session, workbook, marks: new Marks(change) };
      return { type: "past", past: this.stateOf(this.looking) };
    } catch (error) {
      if (error instanceof GivenUp) return { type: "cancelled" };
      if (error instanceof Unreadable) return { type: "unreadable", seq: error.seq };
      if (error instanceof ChangeMisfit) return { type: "unreadable", seq };
      throw error;
    }
  }

  /** Shows a workbook of which nothing later can be read. */
  show(session: Session, time: number): PastState {
    this.restart();
    const { seq, workbook } = session;
    this.looking = { seq, time, session, workbook, marks: new Marks({ ops: [] }) };
    return this.stateOf(this.looking);
  }

  leave(): void {
    this.restart();
    this.looking = null;
  }

  /** Whatever ran before is given up. */
  private restart(): AbortSignal {
    this.running.abort();
    this.running = new AbortController();
    return this.running.signal;
  }

  private stateOf({ seq, time, session, marks }: Looking): PastState {
    const [sheet] = marks.touched.filter((id) => findSheet(session.workbook, id) !== undefined);
    return { seq, time, workbook: session.workbook, sheet: sheet ?? null };
  }

  private async run<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
    const done = await runInSlices(steps, { signal, slice: SHORT_SLICE });
    if (done.type === "cancelled") throw new GivenUp();
    return done.value;
  }

  /** The copy, and the number of the last entry in it. */
  private async copy({ session }: Ground, signal: AbortSignal) {
    for (;;) {
      const { seq, version } = session;
      const steps = whileUnchanged(copySteps(session), () => session.version === version);
      const state = await this.run(steps, signal);
      if (state !== null && session.version === version) return { state, seq };
    }
  }

  private async stateAt(ground: Ground, seq: number, signal: AbortSignal): Promise<State<ColumnTable>> {
    const { session } = ground;
    if (seq < 1 || seq > session.seq) throw new Unreadable(seq);
    const back = () => this.back(ground, seq, signal);
    const forth = () => this.forth(ground, seq, signal);
    const near = session.seq - seq <= seq * 3 + BEGINNING_COSTS;
    try {
      return await (near ? back() : forth());
    } catch (error) {
      // What is damaged on one way may not lie on the other.
      if (!(error instanceof Unreadable)) throw error;
      return await (near ? forth() : back());
    }
  }

  private async back(ground: Ground, seq: number, signal: AbortSignal): Promise<State<ColumnTable>> {
    const copy = await this.copy(ground, signal);
    const heads = await this.heads(ground, seq + 1, copy.seq);
    if (heads.length !== copy.seq - seq) throw new Unreadable(seq);
    await this.go(ground, copy.state, pathBack(heads), signal);
    return copy.state;
  }

  private async forth(ground: Ground, seq: number, signal: AbortSignal): Promise<State<ColumnTable>> {
    const state = emptyState(emptyWorkbook(ground.session.workbook.id));
    const heads = await this.heads(ground, 1, seq);
    if (heads.length !== seq) throw new Unreadable(seq);
    await this.go(ground, state, pathForth(heads), signal);
    return state;
  }

  private async moved(ground: Ground, { seq, back }: Move): Promise<Change> {
    const change = await this.changeOf(ground, seq);
    if (change === null) throw new Unreadable(seq);
    return back ? invert(change) : change;
  }

  private async go(
    ground: Ground,
    state: State<ColumnTable>,
    path: readonly Move[],
    signal: AbortSignal,
  ): Promise<void> {
    const began = performance.now();
    for (let start = 0; start < path.length; start += AHEAD) {
      const changes = await Promise.all(
        path.slice(start, start + AHEAD).map((move) => this.moved(ground, move)),
      );
      for (const change of changes) await this.run(foldSteps(state, change), signal);
      if (performance.now() - began < PATIENCE) continue;
      this.emit({ type: "progress", done: Math.min(path.length, start + AHEAD), total: path.length });
    }
  }

  /** The past may be sorted and filtered, which nothing remembers, and not written to. */
  arrange(command: Command): Refusal | null {
    const { looking } = this;
    if (looking === null || command.type !== "setView") return { refused: "past" };
    const { session } = looking;
    const built = build(session, command);
    if (isRefusal(built)) return built;
    const { change, cause } = built;
    const { touched } = session.commit(change, { type: "do", change }, cause, 0);
    this.emit({ type: "past", past: this.stateOf(looking), sheets: touched });
    return null;
  }

  /** The rows with what the step did to them. */
  marked(sheet: SheetId, rows: readonly WindowRow[]): readonly WindowRow[] {
    const marks = this.looking?.marks;
    if (marks === undefined) return rows;
    return rows.map((row) => {
      if (row.head !== undefined) return row;
      const mark = marks.markOf(sheet, row.id);
      return mark === null ? row : { ...row, mark };
    });
  }

  /** Where the first of them stands in the last query; null if none is shown. */
  firstMarked(sheet: SheetId): MarkedPlace | null {
    const { looking } = this;
    if (looking === null) return null;
    const { session, marks } = looking;
    const place = session.screens.firstPlace(sheet, (row) => marks.markOf(sheet, row) !== null);
    const [row] = place === null ? [] : session.screens.window(sheet, place, place + 1);
    if (place === null || row === undefined) return null;
    const mark = marks.markOf(sheet, row.id);
    return { place, field: mark === "row" ? null : (mark?.[0] ?? null) };
  }

  /**
   * What restoring from the past that is looked at means: built for the present as it is, and again where another tab
   * has changed that until it is committed.
   */
  async restoring(present: () => Session, what: Restoring): Promise<(now: Session) => Built | Refusal> {
    if (this.looking === null) throw new Error("nothing is looked at");
    const { session: past, workbook, time } = this.looking;
    const then = { workbook, time, table: (id: SheetId) => past.table(id) };
    const steps = (now: Session) => restoreSteps(now, then, what);
    return prebuilt(present, steps, (each) => this.run(each, new AbortController().signal));
  }
}
