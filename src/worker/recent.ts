/** Changes of the last entries, kept for quick undo; older ones are read from the journal. */
import type { Change, JournalEntry } from "../core/change/index.ts";

const MOST = 32;

export class Recent {
  private readonly changes = new Map<number, Change>();

  keep({ seq, action }: JournalEntry): void {
    if (action.type !== "do") return;
    this.changes.set(seq, action.change);
    for (const old of this.changes.keys()) {
      if (this.changes.size <= MOST) break;
      this.changes.delete(old);
    }
  }

  get(seq: number): Change | null {
    return this.changes.get(seq) ?? null;
  }

  forget(seqs: readonly number[]): void {
    for (const seq of seqs) this.changes.delete(seq);
  }

  clear(): void {
    this.changes.clear();
  }
}
