/** Random histories in a real store, and how the state looked after each entry: what looking back must find again. */
import fc from "fast-check";
import { applyChange, type Change, invert, type JournalEntry } from "../../src/core/change/index.ts";
import { emptyWorkbook } from "../../src/core/model/index.ts";
import { type Environment, Session } from "../../src/engine/session/session.ts";
import { openStore, type Store } from "../../src/storage/index.ts";
import type { Ground } from "../../src/worker/past.ts";
import { oracleState } from "./oracle.ts";
import { baseWorkbook, type Draw, drawOp, oraclePicture } from "./states.ts";
import { type Disk, MemoryKeyValue } from "./storage/memory.ts";
import type { Picture } from "./storage/script.ts";

export const ENVIRONMENT: Environment = { newType: () => ({ storage: "text" }), today: () => 20_000 };
const BASE = baseWorkbook();

/** What makes the base workbook of an empty one. */
function creation(): Change {
  const before = emptyWorkbook(BASE.id).settings;
  return {
    ops: [
      { op: "settings", before, after: BASE.settings },
      ...BASE.sheets.map((item, index) => ({
        op: "sheet" as const,
        edit: { before: null, after: { index, item } },
      })),
    ],
  };
}

export class PastWorld {
  readonly session = new Session(emptyWorkbook(BASE.id), ENVIRONMENT);
  readonly disk: Disk = new Map();
  /** By seq; the first is of the state before any entry. */
  readonly pictures: Picture[] = [];
  private readonly oracle = oracleState(emptyWorkbook(BASE.id));
  private readonly changes = new Map<number, Change>();
  private readonly entries: JournalEntry[] = [];
  private lastId = 0;

  constructor() {
    this.pictures.push(oraclePicture(this.oracle));
    this.perform(creation(), { type: "create", from: "blank" });
  }

  private commit(change: Change, action: JournalEntry["action"], cause: JournalEntry["cause"]): void {
    const time = 1e12 + this.session.seq;
    this.entries.push(this.session.commit(change, action, cause, time).entry);
    applyChange(this.oracle, change);
    this.pictures.push(oraclePicture(this.oracle));
  }

  perform(change: Change, cause: JournalEntry["cause"] = { type: "settings" }): void {
    this.changes.set(this.session.seq + 1, change);
    this.commit(change, { type: "do", change }, cause);
  }

  turn(type: "undo" | "redo"): void {
    const step = this.session.history[type];
    const change = step === null ? undefined : this.changes.get(step.seq);
    if (step === null || change === undefined) return;
    this.commit(type === "undo" ? invert(change) : change, { type, seq: step.seq }, step.cause);
  }

  /** `least` entries and up to as many more. */
  play(draw: Draw, least: number): void {
    for (let n = draw(() => fc.integer({ min: least, max: 2 * least })); n > 0; n--) {
      const what = draw(() => fc.constantFrom("do", "do", "several", "undo", "undo", "redo"));
      if (what === "undo" || what === "redo") {
        this.turn(what);
        continue;
      }
      const ops = [];
      const scratch = oracleState(emptyWorkbook(BASE.id));
      for (const entry of this.entries) applyChange(scratch, this.effect(entry));
      for (let more = what === "several" ? 3 : 1; more > 0; more--) {
        const op = drawOp(draw, scratch, () => ++this.lastId);
        applyChange(scratch, { ops: [op] });
        ops.push(op);
      }
      this.perform({ ops });
    }
  }

  private effect({ action }: JournalEntry): Change {
    if (action.type === "do") return action.change;
    const change = this.changes.get(action.seq) ?? { ops: [] };
    return action.type === "undo" ? invert(change) : change;
  }

  /** Stores all but the last few entries, which are then not saved yet. */
  async ground(unsaved = 0): Promise<Ground> {
    const opened = await openStore(new MemoryKeyValue(this.disk), BASE.id, (work) => work());
    if (opened.type !== "empty") throw new Error(opened.type);
    const { store }: { store: Store } = opened;
    const stored = this.entries.length - unsaved;
    for (const entry of this.entries.slice(0, stored)) await store.append(entry);
    return {
      session: this.session,
      store,
      unsaved: () => this.entries.slice(stored),
      settled: async () => undefined,
      recent: () => null,
    };
  }
}
