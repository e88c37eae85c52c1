/** Brings journal entries to disk in their order, and says how that stands. Edits never wait for it. */
import type { JournalEntry } from "../core/change/index.ts";
import type { AppendResult, StorageFailure } from "../storage/index.ts";
import type { SaveState } from "./api.ts";

/** Milliseconds before each further try; the last one is repeated. */
const PAUSES = [200, 500, 1000, 3000] as const;
/** Failures in a row before it is said aloud: a hiccup of the connection mends itself. */
const PATIENCE = 3;

const CONFLICT: StorageFailure = { type: "unknown", name: "Conflict", message: "another writer" };

export class Saving {
  private readonly waiting: JournalEntry[] = [];
  private readonly append: (entry: JournalEntry) => Promise<AppendResult>;
  private readonly report: (save: SaveState) => void;
  private running: Promise<void> | null = null;
  private last: SaveState = { state: "saved" };
  private idle: (() => void)[] = [];

  constructor(append: (entry: JournalEntry) => Promise<AppendResult>, report: (save: SaveState) => void) {
    this.append = append;
    this.report = report;
  }

  get state(): SaveState {
    return this.last;
  }

  /** Ascending; the first may be on its way to the disk. */
  get unsaved(): readonly JournalEntry[] {
    return this.waiting;
  }

  private tell(save: SaveState): void {
    this.last = save;
    this.report(save);
    if (save.state === "saving") return;
    for (const wake of this.idle) wake();
    this.idle = [];
  }

  push(entry: JournalEntry): void {
    this.waiting.push(entry);
    if (this.last.state === "saved") this.tell({ state: "saving" });
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
  }

  /** Resolves with the state once it is no longer "saving". */
  async settled(): Promise<SaveState> {
    if (this.last.state === "saving") await new Promise<void>((resolve) => this.idle.push(resolve));
    return this.last;
  }

  private async run(): Promise<void> {
    for (let failures = 0; ; ) {
      const [entry] = this.waiting;
      if (entry === undefined) {
        this.tell({ state: "saved" });
        return;
      }
      const result = await this.append(entry);
      if (result.type === "saved") {
        this.waiting.shift();
        failures = 0;
        continue;
      }
      const failure = result.type === "failed" ? result.failure : CONFLICT;
      failures += 1;
      if (failures >= PATIENCE) this.tell({ state: "failed", failure });
      const pause = PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
