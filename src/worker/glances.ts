/** When the first sheet's beginning is kept for the next opening: once nothing has happened for a while, and everything is saved. */
import type { Cause } from "../core/change/index.ts";
import type { Glance } from "../core/schema/glance.ts";
import type { Commits } from "./commits.ts";
import { standpointOf } from "./witnesses.ts";

/** Milliseconds without a change or a question. */
const IDLE = 700;
/** What the grid reads at first. */
const ROWS = 100;

export class Glances {
  private readonly commits: Commits;
  private readonly undo: () => Cause | null;
  private kept: Pick<Glance, "seq" | "day"> | null;
  private abandoned = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `found` is the one that opening found. */
  constructor(commits: Commits, undo: () => Cause | null, found: Glance | null) {
    this.commits = commits;
    this.undo = undo;
    this.kept = found;
  }

  /** A newer version keeps its own. */
  abandon(): void {
    this.abandoned = true;
    clearTimeout(this.timer);
  }

  /** Something was done or asked. */
  stir(): void {
    clearTimeout(this.timer);
    if (this.abandoned) return;
    this.timer = setTimeout(() => void this.keep(), IDLE);
  }

  /** Keeps it now, if there is anything to keep. */
  async keep(): Promise<void> {
    const { session, store, state } = this.commits;
    const [sheet] = session.workbook.sheets;
    // What is being saved stirs again when it is.
    if (sheet === undefined || state.state !== "saved" || session.seq !== store.seq) return;
    const { seq, workbook, history } = session;
    const found = session.screens.atRest(sheet.id, ROWS);
    if (found === null || (this.kept?.seq === seq && this.kept.day === found.day)) return;
    const { rows: counts } = standpointOf(session);
    const taken = { seq, workbook, undo: this.undo(), redo: history.redo?.cause ?? null, counts };
    this.kept = { seq, day: found.day };
    await store.glance({ ...taken, sheet: sheet.id, ...found });
  }
}
