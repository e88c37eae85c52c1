/**
 * One open workbook: its definitions, its tables, its history, and its sheets as they are shown. Synchronous and
 * without storage; whoever drives it writes the entries it returns to the journal.
 */
import {
  type Action,
  applyChange,
  type Cause,
  type Change,
  invert,
  type JournalEntry,
  type Op,
  type State,
} from "../../core/change/index.ts";
import type { FieldType, KindId, SheetId, Workbook } from "../../core/model/index.ts";
import type { Snapshot, SnapshotSource } from "../../core/schema/snapshot.ts";
import { ColumnTable } from "../columns/table.ts";
import { History, type Recorded } from "../history/history.ts";
import type { Han } from "../query/han.ts";
import type { NumberSigns } from "../query/search.ts";
import type { Steps } from "../steps.ts";
import { follow } from "../tiers/follow.ts";
import { forgetGone } from "./apart.ts";
import type { Definitions } from "./built.ts";
import { Screens } from "./screens.ts";
import { Stored } from "./stored.ts";
import type { Touched } from "./touched.ts";

/** What a session needs of the world. */
export interface Environment {
  /** The type a new field of a kind gets. */
  readonly newType: (kind: KindId) => FieldType;
  /** The local calendar day, as days since 1970-01-01. */
  readonly today: () => number;
  /** What is known of Han characters by now; null or left out: texts are searched as they are written. */
  readonly han?: () => Han | null;
  /** How a workbook with these settings shows numbers; left out: they are searched as they are written plain. */
  readonly signs?: (settings: Workbook["settings"]) => NumberSigns;
}

/** A whole state to go on with; the session takes the tables over. */
export interface Held {
  readonly seq: number;
  readonly workbook: Workbook;
  readonly tables: ReadonlyMap<SheetId, ColumnTable>;
}

export interface Committed {
  readonly entry: JournalEntry;
  /** What was asked for, and what followed from it. */
  readonly change: Change;
  readonly touched: readonly Touched[];
  /** Takes the entry back as if it had never been; only the last one, and only if it is not in the journal. */
  readonly withdraw: () => readonly Touched[];
}

export class Session implements Definitions {
  private readonly state: State<ColumnTable>;
  private readonly environment: Environment;
  private readonly stored = new Stored();
  readonly history = new History();
  readonly screens = new Screens(this);
  /** The last journal entry that is in the state. */
  seq: number;
  /** Another one after each change. Numbers of entries do not tell: what is taken back gives its number to another tab's. */
  version = Symbol();

  constructor(start: Snapshot | Workbook | Held, environment: Environment) {
    this.environment = environment;
    const createTable = (): ColumnTable => new ColumnTable();
    if ("tables" in start) {
      this.seq = start.seq;
      this.state = { workbook: start.workbook, tables: new Map(start.tables), createTable };
      return;
    }
    const snapshot: Snapshot = "rows" in start ? start : { seq: 0, workbook: start, rows: new Map() };
    this.seq = snapshot.seq;
    this.state = { workbook: snapshot.workbook, tables: new Map<SheetId, ColumnTable>(), createTable };
    for (const sheet of snapshot.workbook.sheets) {
      const table = new ColumnTable();
      for (const field of sheet.fields) table.addColumn(field.id, field.type, null);
      const rows = snapshot.rows.get(sheet.id);
      if (rows !== undefined) table.load(rows);
      this.stored.takeOrders(table, rows?.textOrders ?? []);
      this.state.tables.set(sheet.id, table);
    }
  }

  newType(kind: KindId): FieldType {
    return this.environment.newType(kind);
  }

  get workbook(): Workbook {
    return this.state.workbook;
  }

  /** Work that opening left out and that someone will need: the columns' texts made distinct. */
  *settleSteps(): Steps<void> {
    for (const table of this.state.tables.values()) {
      for (const column of table.columns.values()) if (column.form === "coded") yield* column.mergeSteps();
    }
  }

  table(sheet: SheetId): ColumnTable | undefined {
    return this.state.tables.get(sheet);
  }

  /** Applies a change as the next journal entry and returns the entry to store. Throws ChangeMisfit, unchanged. */
  commit(given: Change, action: Action, cause: Cause, time: number): Committed {
    const ids = given.ops.flatMap((op) => {
      const table = op.op === "insertRows" ? this.table(op.sheet) : undefined;
      return table === undefined ? [] : [{ table, next: table.nextRowId }];
    });
    applyChange(this.state, given);
    // What is turned back or repeated has what followed from it.
    const more = action.type === "do" ? this.follow(given, cause.type !== "classify") : [];
    const change: Change = more.length === 0 ? given : { ops: [...given.ops, ...more] };
    this.seq += 1;
    this.version = Symbol();
    const done: Action = action.type === "do" ? { type: "do", change } : action;
    const entry: JournalEntry = { seq: this.seq, time, cause, action: done };
    const unrecord = this.history.record(entry);
    const forget = (): void => {
      unrecord();
      for (const { table, next } of ids.toReversed()) table.rewind(next);
    };
    const touched = this.screens.touch(change);
    return { entry, change, touched, withdraw: () => this.withdraw(entry, change, forget) };
  }

  /** What rows that went were said to be no duplicates of, and the cells that rules move because of a change. */
  private follow(change: Change, byHand: boolean): readonly Op[] {
    const table = (id: SheetId): ColumnTable | undefined => this.table(id);
    const forgotten = forgetGone({ workbook: this.workbook, table }, change);
    if (forgotten.length > 0) applyChange(this.state, { ops: forgotten });
    const ground = { workbook: this.workbook, today: this.today, table };
    return [...forgotten, ...follow(ground, change, (next) => applyChange(this.state, next), byHand)];
  }

  get today(): number {
    return this.environment.today();
  }

  get han(): Han | null {
    return this.environment.han?.() ?? null;
  }

  get signs(): NumberSigns | null {
    return this.environment.signs?.(this.workbook.settings) ?? null;
  }

  private withdraw({ seq }: JournalEntry, change: Change, forget: () => void): readonly Touched[] {
    if (seq !== this.seq) throw new RangeError(`entry ${seq} is not the last, which is ${this.seq}`);
    const back = invert(change);
    applyChange(this.state, back);
    this.seq -= 1;
    this.version = Symbol();
    forget();
    return this.screens.touch(back);
  }

  /** Applies an entry that is stored already. `change` is what it does, undo and redo resolved. */
  replay(entry: Recorded, change: Change): readonly Touched[] {
    if (entry.seq !== this.seq + 1) throw new RangeError(`entry ${entry.seq} after ${this.seq}`);
    applyChange(this.state, change);
    this.seq = entry.seq;
    this.version = Symbol();
    this.history.record(entry);
    return this.screens.touch(change);
  }

  /** Texts that were put in order since the last snapshot: what the next opening would pay for again. */
  get unstoredTexts(): number {
    return this.stored.unstoredTexts(this.state.tables.values());
  }

  snapshot(): SnapshotSource {
    const sheets = Array.from(this.state.tables, ([sheet, table]) => this.stored.source(sheet, table));
    const session = this;
    return {
      get seq() {
        return session.seq;
      },
      workbook: this.workbook,
      sheets,
    };
  }
}
