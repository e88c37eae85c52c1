/** Files in and out: previews an import, writes it as one change, and exports what a sheet shows. */
import { findSheet, type Sheet } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { ColumnTable } from "../engine/columns/table.ts";
import { pause, runInSlices, SHORT_SLICE, type Sliced, type Steps } from "../engine/steps.ts";
import {
  type CsvPreview,
  type CsvTable,
  contactsTable,
  convertForeign,
  Diff,
  type DiffKind,
  type DiffRow,
  EVERY_ROW_NEW,
  type ImportHints,
  type ImportOutcome,
  KEEP_MINE,
  type LinesTold,
  linesTold,
  type Matched,
  Merge,
  matchRowsSteps,
  mendTable,
  type Origin,
  planImportSteps,
  REPORT_SAMPLE,
  type ReadingReport,
  type ReturnedHints,
  readReturnedSteps,
  readUnsettledSteps,
  reportOf,
  settleExtent,
  stageRowsSteps,
  type Unsettled,
} from "../exchange/index.ts";
import { type Rejects, rejectedCsv, rejectsOf } from "../exchange/rejected.ts";
import { type LocaleFormat, localeFormat } from "../fields/index.ts";
import { rejectText } from "../i18n/exchange.ts";
import { type Language, loadLanguage, makeTranslate } from "../i18n/index.ts";
import { encodeAheadSteps } from "../storage/index.ts";
import type { AlikeLines, ImportTarget } from "./api.ts";
import type { Done } from "./commits.ts";
import type { Host } from "./host.ts";
import { countsOf, importIntent, stillFits } from "./importing.ts";
import { ImportLog } from "./importLog.ts";
import { cardWords, hashOf } from "./incoming.ts";
import { isRefused } from "./intent.ts";
import { FIRST_SHEET } from "./newWorkbook.ts";
import { describe, matchingFor, type Prepared, withMemory } from "./previewing.ts";
import { type Homecoming, Homecomings, returnedFields, returnedPreview } from "./returning.ts";

/** What was read of a file, as long as nothing is asked that it would be read otherwise for. */
interface Reading {
  readonly of: string;
  readonly unsettled: Unsettled;
  /** The beginning of the file; null where it is no text by itself. */
  readonly head: Uint8Array | null;
  readonly hash: string | null;
  readonly origin: Origin | null;
}

interface ReadFile extends Reading {
  /** The lines that the person decided about. */
  readonly lines: string;
  readonly table: CsvTable;
  readonly how: ReadingReport;
}

/** All that a file is read by; what else is decided comes after. */
const readingOf = (file: File, hints: ImportHints): string => {
  const { encoding, delimiter, quote, header, headerLine, sheetName, columnWord, language } = hints;
  const by = [encoding, delimiter, quote, header, headerLine, sheetName, columnWord, language];
  return JSON.stringify([file.name, file.size, file.lastModified, ...by]);
};

function settled(reading: Reading, hints: ImportHints, lines: string): ReadFile {
  const table = contactsTable(settleExtent(reading.unsettled, hints));
  return { ...reading, lines, table, how: reportOf(table, reading.head) };
}

const REPAIRED: ReturnedHints = { ...KEEP_MINE, repair: true };

/** What the next file with these columns shall find. */
const isDecided = ({ mapping, key, action, blanks }: ImportHints): boolean =>
  mapping !== undefined || key !== undefined || action !== undefined || blanks !== undefined;

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
  private read: ReadFile | null = null;
  private readonly homecomings: Homecomings;
  /** Of the last import: what its rejected rows are saved from, and no more of it. Null: there are none. */
  private last: Rejects | null = null;

  constructor(host: Host) {
    this.host = host;
    this.homecomings = new Homecomings(host);
  }

  /** Whatever ran before is given up. */
  private restart(): AbortSignal {
    this.running.abort();
    this.running = new AbortController();
    return this.running.signal;
  }

  private run<T>(steps: Steps<T>, signal: AbortSignal): Promise<Sliced<T>> {
    const onProgress = ({ done, total }: { done: number; total: number }): void =>
      this.host.emit({ type: "progress", done, total });
    return runInSlices(steps, { signal, onProgress });
  }

  async previewCsv(file: File, target: ImportTarget, hints: ImportHints): Promise<CsvPreview> {
    const signal = this.restart();
    this.prepared = null;
    this.diff = null;
    const read = await this.readFile(file, hints, signal);
    if ("type" in read) return read;
    const prepared = await this.prepare(file.name, read, target, hints, signal);
    if (prepared === null) return { type: "cancelled" };
    this.prepared = prepared;
    this.writeAhead(prepared, signal);
    return describe(prepared, read, target.type === "sheet" ? this.host.session : null);
  }

  /** While the person looks at the preview. */
  private writeAhead({ matched: { added } }: Prepared, signal: AbortSignal): void {
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
    return this.read === null ? null : linesTold(this.read.table, most);
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

  private async readFile(
    file: File,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<ReadFile | Exclude<CsvPreview, { type: "ready" }>> {
    const of = readingOf(file, hints);
    const lines = JSON.stringify([hints.keep, hints.leave]);
    if (this.read?.of === of && this.read.lines === lines) return this.read;
    const reading = this.read?.of === of ? this.read : await this.readWhole(of, file, hints, signal);
    if ("type" in reading) return reading;
    // What was cancelled is not to stay here.
    if (signal.aborted) return { type: "cancelled" };
    this.read = settled(reading, hints, lines);
    return this.read;
  }

  private async readWhole(
    of: string,
    file: File,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<Reading | Exclude<CsvPreview, { type: "ready" }>> {
    this.read = null;
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { type: "refused", file: file.name, why: { reason: "unreadable" } };
    }
    // Made on another thread while this one reads.
    const hash = hashOf(bytes);
    const foreign = await convertForeign(bytes, hints.sheetName, () => cardWords(hints), signal);
    if (foreign?.type === "cancelled") return foreign;
    if (foreign?.type === "refused") return { type: "refused", file: file.name, why: foreign.why };
    const steps =
      foreign === null
        ? readUnsettledSteps(bytes, hints)
        : readUnsettledSteps(foreign.bytes, { ...hints, encoding: "utf-8", delimiter: "," });
    const read = await this.run(steps, signal);
    if (read.type === "cancelled") return read;
    if (read.value.type === "refused") return { type: "refused", file: file.name, why: read.value.why };
    const head = foreign === null ? bytes.slice(0, REPORT_SAMPLE) : null;
    return { of, unsettled: read.value, head, hash: await hash, origin: foreign?.origin ?? null };
  }

  /** Null: given up. */
  private async prepare(
    file: string,
    { table: raw, hash }: Pick<ReadFile, "table" | "hash">,
    target: ImportTarget,
    asked: ImportHints,
    signal: AbortSignal,
  ): Promise<Prepared | null> {
    const isNew = target.type === "newWorkbook";
    const basis = this.basis(target);
    const mended = mendTable(raw, asked.mended ?? []);
    const home = isNew ? null : await this.homecomings.find(mended, basis.id, signal);
    const { hints, remembered } =
      isNew || home !== null
        ? { hints: asked, remembered: false }
        : withMemory(asked, raw.header, basis, this.host.session);
    const { locale: tag, currency } = isNew ? target.setup : this.host.session.workbook.settings;
    const locale = localeFormat(tag, currency);
    const read = await this.readReturned(mended, home, basis, locale, hints, signal);
    if (read === "cancelled") return null;
    const { table, returned, mapping } = read;
    const mode = isNew ? "newWorkbook" : "intoSheet";
    const { dayOrder = null, decimal = null } = hints;
    const onColumns = { mapping, dayOrder, decimal, seq: isNew ? 0 : this.host.session.seq };
    const steps = planImportSteps(table, basis, mode, locale, onColumns);
    const planned = await this.run(steps, signal);
    if (planned.type === "cancelled") return null;
    const plan = planned.value;
    const staging = await this.run(stageRowsSteps(table, plan), signal);
    if (staging.type === "cancelled") return null;
    const staged = staging.value;
    const matching = isNew
      ? EVERY_ROW_NEW
      : home === null
        ? matchingFor(basis, plan, staged, hints)
        : { key: [], action: hints.action ?? "both", blanks: hints.blanks ?? "clear" };
    const decisions = hints.returned ?? REPAIRED;
    const merge = returned === null ? null : new Merge(returned, matching.blanks, decisions);
    const decided = home === null && isDecided(hints);
    const what = { file, hash, target, hints: asked, remembered, decided, raw };
    const work = { ...what, table, basis, plan, staged, matching, merge };
    return this.match(work, signal, (matched) =>
      home === null || returned === null ? null : returnedPreview(home, returned, decisions, matched),
    );
  }

  /** The table as it is to be read: of a file that came back in our own way of writing, with what Excel damaged put right. */
  private async readReturned(
    table: CsvTable,
    home: Homecoming | null,
    basis: Sheet,
    locale: LocaleFormat,
    { mapping, returned: decisions = REPAIRED }: ImportHints,
    signal: AbortSignal,
  ) {
    if (home === null) return { table, returned: null, mapping: mapping ?? null };
    const { fields, mapping: own } = returnedFields(table, home, basis);
    const { base, mark } = home;
    const { repair } = decisions;
    const steps = readReturnedSteps(table, { base, fields, mark, repair, locale });
    const read = await this.run(steps, signal);
    if (read.type === "cancelled") return read.type;
    return { table: read.value.table, returned: read.value, mapping: mapping ?? own };
  }

  /** Null: given up. */
  private async match(
    work: Omit<Prepared, "matched" | "version" | "homecoming">,
    signal: AbortSignal,
    homecoming: (matched: Matched) => Prepared["homecoming"],
  ): Promise<Prepared | null> {
    const { table, plan, staged, matching, merge, target } = work;
    for (;;) {
      const rows = target.type === "sheet" ? this.host.session.table(target.sheet) : undefined;
      const version = target.type === "sheet" ? this.host.session.version : null;
      const steps = matchRowsSteps(table, plan, staged, rows ?? new ColumnTable(), matching, merge);
      const matched = await this.run(steps, signal);
      if (matched.type === "cancelled") return null;
      // What was edited meanwhile may be one of the rows.
      if (version === null || this.host.session.version === version)
        return { ...work, matched: matched.value, version, homecoming: homecoming(matched.value) };
    }
  }

  /** The sheet that the target means, as it is or as it will be. Throws if it is gone. */
  private basis(target: ImportTarget): Sheet {
    if (target.type === "newWorkbook") return customersSheet(FIRST_SHEET, target.setup.words);
    const sheet = findSheet(this.host.session.workbook, target.sheet);
    if (sheet === undefined) throw new Error(`sheet ${target.sheet} is gone`);
    return sheet;
  }

  /** Prepared anew where its columns have changed since the preview, as another tab can. Null: given up. */
  private async current(prepared: Prepared, signal: AbortSignal): Promise<Prepared | null> {
    const { target } = prepared;
    if (target.type === "newWorkbook" || stillFits(prepared, this.basis(target))) return prepared;
    const { file, raw, hash, hints } = prepared;
    return this.prepare(file, { table: raw, hash }, target, hints, signal);
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

  /** Null: it was given up, and nothing is left of it. */
  private async write(previewed: Prepared, signal: AbortSignal, wanted: Wanted): Promise<Written | null> {
    const { host } = this;
    const prepared = await this.current(previewed, signal);
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
    const refused = done !== null && isRefused(done);
    await pause();
    if (refused || signal.aborted || !(await wanted())) {
      if (begun !== null) await begun.drop();
      else if (done !== null && !refused) await this.takeBack(done);
      if (refused) host.emit({ type: "dropped", refusal: done });
      return null;
    }
    begun?.keep();
    if (begun !== null || done !== null) host.tellOf(done?.touched ?? []);
    this.read = null;
    this.homecomings.forget();
    return {
      done,
      get prepared() {
        return { ...prepared, matched };
      },
    };
  }

  /** Undone for good. Where another tab has gone on since, its step stays, and what came in goes cell by cell. */
  private async takeBack(done: Done): Promise<void> {
    const { host } = this;
    // Until then it may be dropped, and another tab's entry may take its number.
    if ((await done.ended).type === "dropped") return;
    const seq = done.seq();
    const intent = { type: "undo", seq, change: done.change(), cancelled: true } as const;
    const undone = host.commit(intent, { awaited: true });
    if (undone === null) return;
    if (!isRefused(undone) && (await undone.ended).type !== "dropped") return;
    await new ImportLog(host).turnBack(seq);
  }

  async cancelCsv(): Promise<void> {
    this.restart();
    this.prepared = null;
    this.diff = null;
    this.read = null;
    this.homecomings.forget();
  }

  async rejectedCsv(language: Language): Promise<Blob | null> {
    const { last } = this;
    if (last === null) return null;
    await loadLanguage(language);
    const t = makeTranslate(() => language);
    const pieces = rejectedCsv(last.table, last.rejected, {
      line: t("reject.line"),
      reason: t("reject.reason"),
      word: (why) => rejectText(t, language, why),
    });
    return new Blob([...pieces], { type: "text/csv" });
  }
}
