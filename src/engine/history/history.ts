/** Undo and redo as a fold over the journal: nothing is stored for them but the entries themselves. */
import type { Cause, JournalEntry } from "../../core/change/index.ts";

export interface Step {
  readonly seq: number;
  readonly time: number;
  readonly cause: Cause;
}

/** What of an entry the history needs: its change may stay in storage. */
export interface Recorded {
  readonly seq: number;
  readonly time: number;
  readonly cause: Cause;
  readonly action: { readonly type: "do" } | { readonly type: "undo" | "redo"; readonly seq: number };
}

/** Redo is not to offer what it undoes. */
const isForGood = ({ action, cause }: Pick<Recorded, "action" | "cause">): boolean =>
  action.type === "undo" && cause.type === "import" && cause.cancelled === true;

export class History {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  /** What the last step that was done took from Redo. */
  private cleared: { readonly by: number; readonly steps: readonly Step[] } | null = null;
  /** Entries are missing, so a later one may name a step that is not known here. */
  private torn = false;
  /** The first entry since the last gap; null right after one. */
  private since: number | null = 0;

  /** The step that Undo would turn back, or null. */
  get undo(): Step | null {
    return this.done.at(-1) ?? null;
  }

  get redo(): Step | null {
    return this.undone.at(-1) ?? null;
  }

  /** All that is done and not undone, ascending; none from before a gap. */
  get steps(): readonly Step[] {
    return this.done;
  }

  /** How many steps Redo would repeat. */
  get undoneCount(): number {
    return this.undone.length;
  }

  /** Whether a step was undone and not repeated; false where a gap hides it. */
  isUndone(seq: number): boolean {
    if (this.since === null || seq < this.since) return false;
    let low = 0;
    let high = this.done.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.done[middle]?.seq ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return this.done[low]?.seq !== seq;
  }

  /**
   * Entries must come in the journal's order. Throws on an undo or redo of another step than the one whose turn it is.
   * What it returns forgets the entry, the last one first.
   */
  record(entry: Recorded | JournalEntry): () => void {
    const { action } = entry;
    this.since ??= entry.seq;
    if (action.type === "do") {
      // A workbook's own beginning is nothing one could turn back.
      if (entry.cause.type === "create") return () => undefined;
      this.done.push({ seq: entry.seq, time: entry.time, cause: entry.cause });
      const before = this.cleared;
      const steps = this.undone.splice(0);
      this.cleared = { by: entry.seq, steps };
      return () => {
        this.done.pop();
        this.undone.push(...steps);
        this.cleared = before;
      };
    }
    const [from, to] = action.type === "undo" ? [this.done, this.undone] : [this.undone, this.done];
    const step = from.at(-1);
    if (step?.seq === action.seq) {
      from.pop();
      if (isForGood(entry)) return this.forget(step);
      to.push(step);
      return () => {
        to.pop();
        from.push(step);
      };
    } else if (this.torn) {
      this.tear();
      return () => undefined;
    } else {
      throw new Error(`entry ${entry.seq} ${action.type}es ${action.seq} out of turn`);
    }
  }

  /** Undone as if it had never been: Redo offers what it offered before. */
  private forget(step: Step): () => void {
    const later = this.undone.splice(0);
    if (this.cleared?.by === step.seq) this.undone.push(...this.cleared.steps);
    return () => {
      this.undone.splice(0, this.undone.length, ...later);
      this.done.push(step);
    };
  }

  /** Entries are missing here: what was done before them can be neither undone nor redone across the gap. */
  tear(): void {
    this.torn = true;
    this.since = null;
    this.done.length = 0;
    this.undone.length = 0;
    this.cleared = null;
  }
}
