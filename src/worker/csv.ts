/** Files in: previews an import, and writes it as one change. */
import { ColumnTable } from "../engine/columns/table.ts";
import { pause, runInSlices, SHORT_SLICE } from "../engine/steps.ts";
import {
  type CsvNote,
  type CsvPreview,
  type CsvTable,
  Diff,
  type DiffKind,
  type DiffRow,
  type ImportHints,
  type ImportOutcome,
  type LinesTold,
  linesTold,
  type Matched,
  outlineOf,
} from "../exchange/index.ts";
import { type Rejects, rejectsOf } from "../exchange/rejected.ts";
import type { Language } from "../i18n/index.ts";
import { encodeAheadSteps } from "../storage/index.ts";
import type { AlikeLines, ImportTarget } from "./api.ts";
import type { Done } from "./commits.ts";
import type { Host } from "./host.ts";
import { countsOf, type ImportWork, importIntent } from "./importing.ts";
import { ImportLog } from "./importLog.ts";
import { isRefused } from "./intent.ts";
import { FIRST_SHEET } from "./newWorkbook.ts";
import { Preparer } from "./preparing.ts";
import { describe, type Prepared } from "./previewing.ts";
import { type Run, TableReader } from "./reading.ts";
import { rejectsFile } from "./rejects.ts";

/** A previewed import on its way: what it is written from, and told as. */
interface Job extends ImportWork {
  readonly target: ImportTarget;
  readonly notes: readonly CsvNote[];
  /** What its rejected rows are saved from; null: there are none. */
  readonly rejects: (matched: Matched) => Rejects | null;
}

/** Null: given up. */
type Take = (signal: AbortSignal) => Promise<Job | null>;

/** Shown, and on its way to the disk, where there is anything to save. */
interface Written {
  readonly done: Done | null;
  readonly job: Job;
  /** What it comes to by now. */
  readonly matched: Matched;
}

const rejectsIn = (raw: CsvTable, { rejected }: Matched): Rejects | null =>
  rejected.length === 0 ? null : rejectsOf(raw, rejected);

/** Each of these keeps what it is given, and nothing that is around it. */
const takeReady =
  (job: Job): Take =>
  async () =>
    job;
const settledRejects = (rejects: Rejects | null) => () => rejects;
const rejectsFrom = (raw: CsvTable) => (matched: Matched) => rejectsIn(raw, matched);

function jobOf(prepared: Prepared): Job {
  const { raw, table, plan, matched, rematch } = prepared;
  return {
    file: prepared.file,
    hash: prepared.hash,
    target: prepared.target,
    table: { excluded: table.excluded, blank: table.blank },
    plan: outlineOf(plan),
    notes: [...table.notes, ...plan.notes],
    staged: prepared.staged,
    matching: prepared.matching,
    matched,
    rematch,
    rejects: rematch === null ? settledRejects(rejectsIn(raw, matched)) : rejectsFrom(raw),
    version: prepared.version,
    basis: prepared.basis,
    decided: prepared.decided,
    answers: prepared.answers,
  };
}

/** Answered by the other thread. */
type Wanted = () => boolean | Promise<boolean>;

/** Cells. Of more the bytes would take half as much memory again as the file. */
const MOST_AHEAD = 4_000_000;

export class CsvJobs {
  private readonly host: Host;
  private running = new AbortController();
  private prepared: Prepared | null = null;
  private diff: Diff | null = null;
  private readonly reader: TableReader;
  private readonly preparer: Preparer;
  /** Of the last import: what its rejected rows are saved from, and no more of it. Null: there are none. */
  private last: Rejects | null = null;

  constructor(host: Host) {
    this.host = host;
    const onProgress = ({ done, total }: { done: number; total: number }): void =>
      host.emit({ type: "progress", done, total });
    const run: Run = (steps, signal, between) =>
      runInSlices(steps, {
        signal,
        onProgress,
        pause: async () => {
          await pause();
          await between?.();
        },
      });
    this.reader = new TableReader(run);
    this.preparer = new Preparer(host, run);
  }

  /** Whatever ran before is given up. */
  private restart(): AbortSignal {
    this.running.abort();
    this.running = new AbortController();
    return this.running.signal;
  }

  async previewCsv(file: File, target: ImportTarget, hints: ImportHints): Promise<CsvPreview> {
    const signal = this.restart();
    this.prepared = null;
    this.diff = null;
    const read = await this.reader.read(file, hints, signal);
    if ("type" in read) return read;
    const prepared = await this.preparer.prepare(file.name, read, target, hints, signal);
    if (prepared === null) return { type: "cancelled" };
    this.prepared = prepared;
    this.writeAhead(prepared, signal);
    return describe(prepared, read, target.type === "sheet" ? this.host.session : null);
  }

  /** While the person looks at the preview. */
  private writeAhead({ matched: { added } }: Prepared, signal: AbortSignal): void {
    if (added.rowCount * added.columns.size > MOST_AHEAD) return;
    const steps = encodeAheadSteps(Array.from(added.columns.values()));
    // Where there is no memory for it, it is done when it is written.
    void pause()
      .then(() => runInSlices(steps, { signal, slice: SHORT_SLICE }))
      .catch(() => undefined);
  }

  /** Rows of the previewed file, of one kind or all, and what would become of them. */
  async diffRows(kind: DiffKind, start: number, end: number): Promise<readonly DiffRow[]> {
    const { prepared } = this;
    if (prepared === null) return [];
    this.diff ??= new Diff(prepared);
    const { target } = prepared;
    const sheet = target.type === "sheet" ? this.host.session.table(target.sheet) : undefined;
    return this.diff.rows(kind, start, end, sheet ?? new ColumnTable());
  }

  linesTold(most: number): LinesTold | null {
    const { last } = this.reader;
    return last === null ? null : linesTold(last.table, most);
  }

  /** Asked beside the preview, which does not wait for it. */
  async alikeInFile(): Promise<AlikeLines | null> {
    const { prepared } = this;
    const { signal } = this.running;
    // What came back is known by its row ids.
    if (prepared === null || prepared.merge !== null) return null;
    const { target } = prepared;
    this.diff ??= new Diff(prepared);
    const { diff } = this;
    const { alikeInFile } = await import("./duplicates.ts");
    const sheet = target.type === "sheet" ? target.sheet : null;
    const coming = { sheet, fields: diff.filled(), fresh: diff.fresh() };
    const found = await alikeInFile(this.host, coming, signal);
    if (found === null || found.like.size === 0 || signal.aborted) return null;
    return { lines: diff.markAlike(found.like), spare: diff.linesOf(found.spare) };
  }

  /**
   * Writes what was previewed, as one change; the preview is used up. Cancelled, or no longer wanted when it is done, it was none.
   * Answered when it is on disk.
   */
  async importCsv(wanted: Wanted = () => true): Promise<ImportOutcome> {
    const take = this.takePreviewed();
    if (take === null) return { type: "nothing" };
    const signal = this.restart();
    const written = await this.host.runAlone(() => this.write(take, signal, wanted));
    // Until it is on disk another tab may have been faster, with something that it cannot follow.
    if (written === null || (await written.done?.ended)?.type === "dropped") return { type: "cancelled" };
    const { job, matched } = written;
    this.last = job.rejects(matched);
    return { type: "imported", file: job.file, counts: countsOf(matched, job.table), notes: job.notes };
  }

  /** Of what begins a workbook no more stays in memory than writing it takes: no other tab can have come before it. */
  private takePreviewed(): Take | null {
    const { prepared } = this;
    this.prepared = null;
    this.diff = null;
    if (prepared === null) return null;
    if (prepared.target.type !== "newWorkbook") return this.takeLater(prepared);
    this.forgetFile();
    return takeReady(jobOf(prepared));
  }

  private takeLater(prepared: Prepared): Take {
    return async (signal) => {
      const current = await this.preparer.current(prepared, signal);
      return current === null ? null : jobOf(current);
    };
  }

  /** Null: it was given up or refused, and nothing is left of it. */
  private async write(take: Take, signal: AbortSignal, wanted: Wanted): Promise<Written | null> {
    const { host } = this;
    const job = await take(signal);
    // A cancel is heard between two tasks: before anything is done, and after the one that does it all.
    await pause();
    if (job === null || signal.aborted) return null;
    const { target } = job;
    const begun = target.type === "newWorkbook" ? await host.beginImport(target.setup) : null;
    let { matched } = job;
    const intent = importIntent(target.type === "sheet" ? target.sheet : FIRST_SHEET, job, (present) => {
      matched = present;
    });
    const done = host.commit(intent, { quiet: true });
    await pause();
    if (done !== null && isRefused(done)) {
      await begun?.drop();
      host.emit({ type: "dropped", refusal: done });
      return null;
    }
    if (signal.aborted || !(await wanted())) {
      await begun?.drop();
      // Where it cannot be taken back, it was an import: its rows are there, and the log of imports has it.
      if (begun !== null || done === null || (await new ImportLog(host).takeBack(done))) return null;
    }
    begun?.keep();
    if (begun !== null || done !== null) host.tellOf(done?.touched ?? []);
    this.forgetFile();
    return {
      done,
      job,
      get matched() {
        return matched;
      },
    };
  }

  private forgetFile(): void {
    this.reader.forget();
    this.preparer.forget();
  }

  async cancelCsv(): Promise<void> {
    this.restart();
    this.prepared = null;
    this.diff = null;
    this.forgetFile();
  }

  async rejectedCsv(language: Language): Promise<Blob | null> {
    return this.last === null ? null : await rejectsFile(this.last, language);
  }
}
