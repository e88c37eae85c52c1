/** Files in: previews an import, and writes it as one change. */
import { ColumnTable } from "../engine/columns/table.ts";
import { pause, runInSlices } from "../engine/steps.ts";
import {
  type CsvPreview,
  Diff,
  type DiffKind,
  type DiffRow,
  type ImportHints,
  type ImportOutcome,
  type LinesTold,
  linesTold,
} from "../exchange/index.ts";
import { type Rejects, rejectsOf } from "../exchange/rejected.ts";
import type { Language } from "../i18n/index.ts";
import type { AlikeLines, ImportTarget } from "./api.ts";
import type { Done } from "./commits.ts";
import type { Host } from "./host.ts";
import { countsOf, importIntent } from "./importing.ts";
import { ImportLog } from "./importLog.ts";
import { isRefused } from "./intent.ts";
import { FIRST_SHEET } from "./newWorkbook.ts";
import { Preparer } from "./preparing.ts";
import { describe, type Prepared } from "./previewing.ts";
import { type Run, TableReader } from "./reading.ts";
import { rejectsFile } from "./rejects.ts";

/** Shown, and on its way to the disk, where there is anything to save. */
interface Written {
  readonly done: Done | null;
  /** With what it comes to by now. */
  readonly prepared: Prepared;
}

/** Answered by the other thread. */
type Wanted = () => boolean | Promise<boolean>;

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
    const run: Run = (steps, signal) => runInSlices(steps, { signal, onProgress });
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
    return describe(prepared, read, target.type === "sheet" ? this.host.session : null);
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
    const previewed = this.prepared;
    this.prepared = null;
    this.diff = null;
    if (previewed === null) return { type: "nothing" };
    const signal = this.restart();
    const written = await this.host.runAlone(() => this.write(previewed, signal, wanted));
    // Until it is on disk another tab may have been faster, with something that it cannot follow.
    if (written === null || (await written.done?.ended)?.type === "dropped") return { type: "cancelled" };
    const { raw, table, plan, matched, file } = written.prepared;
    this.last = matched.rejected.length === 0 ? null : rejectsOf(raw, matched.rejected);
    return {
      type: "imported",
      file,
      counts: countsOf(matched, table),
      notes: [...table.notes, ...plan.notes],
    };
  }

  /** Null: it was given up or refused, and nothing is left of it. */
  private async write(previewed: Prepared, signal: AbortSignal, wanted: Wanted): Promise<Written | null> {
    const { host } = this;
    const prepared = await this.preparer.current(previewed, signal);
    // A cancel is heard between two tasks: before anything is done, and after the one that does it all.
    await pause();
    if (prepared === null || signal.aborted) return null;
    const { target } = prepared;
    const begun = target.type === "newWorkbook" ? await host.beginImport(target.setup) : null;
    let { matched } = prepared;
    const intent = importIntent(target.type === "sheet" ? target.sheet : FIRST_SHEET, prepared, (present) => {
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
      get prepared() {
        return { ...prepared, matched };
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
