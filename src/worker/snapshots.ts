/** When a snapshot is due, and that only one tab at a time writes one. */
import type { Change } from "../core/change/index.ts";
import type { CompactResult } from "../storage/index.ts";
import type { Commits } from "./commits.ts";

/** Journal entries between two snapshots: opening replays at most about this many. */
const COMPACT_EVERY = 300;
/** Milliseconds without a change before a snapshot is written. */
const COMPACT_IDLE = 1500;
/** The same in a tab that only follows: the one that writes has most of the chunks on disk already. */
const FOLLOWER_IDLE = 6000;
/** Milliseconds without a change before any change at all is worth a snapshot, for the sake of its copy; and as many for each row. */
const COPY_IDLE = 15_000;
/** Milliseconds until a copy that could not be written is tried again, where it may be all there is. */
const COPY_AGAIN = 5000;
/** Rows of a change from which on replaying it costs more than reading it from a snapshot. */
const BULK_ROWS = 2000;
/** More texts put in order than this are worth one too: from about here on a first sort is felt. */
const BULK_TEXTS = 10_000;

const rowsIn = (change: Change): number =>
  change.ops.reduce(
    (sum, op) => sum + ("blocks" in op ? op.blocks.reduce((rows, block) => rows + block.ids.length, 0) : 0),
    0,
  );

/** Worth a snapshot soon: dear to replay, or a new workbook's or sheet's beginning, of which there is no copy yet. */
const isBulk = (change: Change): boolean =>
  rowsIn(change) > BULK_ROWS || change.ops.some(({ op }) => op === "sheet");

export class Snapshots {
  private readonly commits: Commits;
  private readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  private readonly sole: () => Promise<boolean>;
  private readonly now: () => number;
  private swept = false;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private idle = COMPACT_IDLE;
  private wary = false;
  /** Behind another tab's turn it may take long. */
  private running = false;
  private abandoned = false;

  /** `sole`: this tab has it open, and no other. */
  constructor(
    commits: Commits,
    alone: <T>(work: () => Promise<T>) => Promise<T>,
    sole: () => Promise<boolean>,
    now: () => number,
  ) {
    this.commits = commits;
    this.alone = alone;
    this.sole = sole;
    this.now = now;
  }

  /** Changes that no snapshot holds yet; `own` unless another tab made them. */
  count(changes: readonly Change[], own: boolean): void {
    for (const change of changes) this.since += isBulk(change) ? COMPACT_EVERY : 1;
    this.idle = own ? COMPACT_IDLE : FOLLOWER_IDLE;
    this.schedule();
  }

  /**
   * Something could not be saved for a while, or was saved behind a damaged record. Where a disk was full, Chromium may have damaged
   * its own files and go on as if it had not, until it starts anew and finds nothing: from now on the copy follows each change soon.
   */
  distrust(): void {
    this.wary = true;
    this.since = Math.max(this.since, 1);
    this.schedule();
  }

  /** Texts whose order no snapshot holds yet. */
  ordered(texts: number): void {
    if (texts <= BULK_TEXTS) return;
    this.since = Math.max(this.since, COMPACT_EVERY);
    this.schedule();
  }

  /** Nothing of it is to be kept, or a newer version keeps it. */
  abandon(): void {
    this.abandoned = true;
    clearTimeout(this.timer);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.abandoned || this.since === 0) return;
    const soon = this.wary || this.since >= COMPACT_EVERY;
    const due = soon ? this.idle : COPY_IDLE + this.rows;
    this.timer = setTimeout(() => void this.compact(), due);
  }

  private get rows(): number {
    const { session } = this.commits;
    return session.workbook.sheets.reduce((sum, { id }) => sum + (session.table(id)?.rowCount ?? 0), 0);
  }

  private async compact(): Promise<void> {
    if (this.running || this.commits.state.state !== "saved") {
      this.schedule();
      return;
    }
    this.running = true;
    // What is counted from here on may have come too late for this snapshot.
    const counted = this.since;
    this.since = 0;
    try {
      const { result, copied } = await this.alone(() => this.write());
      this.judge(result, copied, counted);
      if (result.type === "published") await this.sweep();
    } finally {
      this.running = false;
    }
  }

  private async write(): Promise<{ readonly result: CompactResult; readonly copied: boolean }> {
    if (this.abandoned) return { result: { type: "outdated" }, copied: false };
    const { store, session } = this.commits;
    const result = await store.compact(session.snapshot(), this.now());
    // A copy that cannot be written endangers nothing: the database has it all.
    const mirrored = result.type === "published" ? await store.mirror() : null;
    return { result, copied: mirrored?.type !== "failed" };
  }

  private judge(result: CompactResult, copied: boolean, counted: number): void {
    const { commits } = this;
    if (result.type === "outdated") {
      this.abandon();
      // Why there are to be no more of them is told when its entry is read.
      commits.follow();
      return;
    }
    if (result.type === "elsewhere") this.since = Math.max(0, commits.session.seq - result.seq);
    if (result.type === "superseded" || result.type === "failed") this.since += counted;
    if (result.type !== "failed" && (copied || !this.wary)) this.schedule();
    // A snapshot that cannot be written endangers nothing: the journal has it all. But where that is in doubt, only a copy helps.
    else if (this.wary && !this.abandoned) this.tryLater();
  }

  /** Once is enough: what is left lying is left by a death. An older build's tab would not know that it is swept (S5). */
  private async sweep(): Promise<void> {
    if (this.swept || !(await this.sole())) return;
    this.swept = true;
    await this.commits.store.sweep(this.sole);
  }

  private tryLater(): void {
    this.since = Math.max(this.since, 1);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.compact(), COPY_AGAIN);
  }
}
