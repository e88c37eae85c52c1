/** Files in and out: previews an import, writes it as one change, and exports what a sheet shows. */
import { findSheet, type Sheet, type SheetId } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { runInSlices, type Sliced, type Steps } from "../engine/steps.ts";
import {
  type CsvPreview,
  type CsvTable,
  exportSource,
  findPreset,
  type ImportHints,
  type ImportOutcome,
  planImportSteps,
  type Rejected,
  readCsvSteps,
  rejectedCsv,
  rowAt,
  stageRowsSteps,
  writeCsvSteps,
} from "../exchange/index.ts";
import { localeFormat } from "../fields/index.ts";
import { rejectText } from "../i18n/exchange.ts";
import { type Language, makeTranslate } from "../i18n/index.ts";
import type { ImportTarget } from "./api.ts";
import type { Host } from "./host.ts";
import { type ImportWork, importIntent, stillFits } from "./importing.ts";
import { isRefused } from "./intent.ts";
import { FIRST_SHEET } from "./newWorkbook.ts";

const SAMPLE_ROWS = 8;
const FIRST_REJECTED = 20;

interface Prepared extends ImportWork {
  readonly target: ImportTarget;
  readonly table: CsvTable;
}

/** Some, for showing; without their cells. */
const firstRejected = ({ rejected }: ImportWork["staged"]): readonly Rejected[] =>
  rejected.slice(0, FIRST_REJECTED).map(({ line, why }) => ({ line, why }));

export class CsvJobs {
  private readonly host: Host;
  private running = new AbortController();
  private prepared: Prepared | null = null;
  /** Of the last import: what its rejected rows are saved from. */
  private last: Prepared | null = null;

  constructor(host: Host) {
    this.host = host;
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
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { type: "refused", file: file.name, why: { reason: "unreadable" } };
    }
    const read = await this.run(readCsvSteps(bytes, hints), signal);
    if (read.type === "cancelled") return read;
    const table = read.value;
    if (table.type === "refused") return { type: "refused", file: file.name, why: table.why };
    const prepared = await this.prepare(file.name, table, target, signal);
    if (prepared === null) return { type: "cancelled" };
    this.prepared = prepared;
    const { plan, staged } = prepared;
    return {
      type: "ready",
      file: file.name,
      encoding: table.encoding,
      delimiter: table.delimiter,
      columns: plan.columns.map(({ header, isNew, reading: { field } }) => ({
        header,
        field: field.name,
        kind: field.kind,
        isNew,
      })),
      sample: Array.from({ length: Math.min(SAMPLE_ROWS, table.rowCount) }, (_, row) => rowAt(table, row)),
      rows: staged.rowCount,
      notes: [...table.notes, ...plan.notes],
      rejected: firstRejected(staged),
      rejectedCount: staged.rejected.length,
    };
  }

  /** Null: given up. */
  private async prepare(
    file: string,
    table: CsvTable,
    target: ImportTarget,
    signal: AbortSignal,
  ): Promise<Prepared | null> {
    const isNew = target.type === "newWorkbook";
    const basis = this.basis(target);
    const { locale, currency } = isNew ? target.setup : this.host.session.workbook.settings;
    const mode = isNew ? "newWorkbook" : "intoSheet";
    const planned = await this.run(
      planImportSteps(table, basis, mode, localeFormat(locale, currency)),
      signal,
    );
    if (planned.type === "cancelled") return null;
    const plan = planned.value;
    const staged = await this.run(stageRowsSteps(table, plan), signal);
    if (staged.type === "cancelled") return null;
    return { file, target, table, basis, plan, staged: staged.value };
  }

  /** The sheet that the target means, as it is or as it will be. Throws if it is gone. */
  private basis(target: ImportTarget): Sheet {
    if (target.type === "newWorkbook") return customersSheet(FIRST_SHEET, target.setup.words);
    const sheet = findSheet(this.host.session.workbook, target.sheet);
    if (sheet === undefined) throw new Error(`sheet ${target.sheet} is gone`);
    return sheet;
  }

  /** Prepared anew where its columns have changed since the preview, as another tab can. Null: given up. */
  private async current(prepared: Prepared): Promise<Prepared | null> {
    const { file, table, target } = prepared;
    if (target.type === "newWorkbook" || stillFits(prepared, this.basis(target))) return prepared;
    return this.prepare(file, table, target, this.restart());
  }

  /** Writes what was previewed, as one change; the preview is used up. */
  async importCsv(): Promise<ImportOutcome> {
    const previewed = this.prepared;
    this.prepared = null;
    if (previewed === null) return { type: "nothing" };
    const id = await this.host.importSheet(previewed.target);
    return this.host.runImport(async () => {
      const prepared = await this.current(previewed);
      if (prepared === null) return { type: "cancelled" };
      const { file, table, plan, staged } = prepared;
      const counts = { added: staged.rowCount, updated: 0, rejected: staged.rejected.length };
      const done = this.host.commit(importIntent(id, prepared));
      if (done !== null && isRefused(done)) {
        this.host.emit({ type: "dropped", refusal: done });
        return { type: "cancelled" };
      }
      this.last = prepared;
      const notes = [...table.notes, ...plan.notes];
      return { type: "imported", file, ...counts, firstRejected: firstRejected(staged), notes };
    });
  }

  async cancelCsv(): Promise<void> {
    this.restart();
    this.prepared = null;
  }

  async rejectedCsv(language: Language): Promise<Blob | null> {
    const { last } = this;
    if (last === null || last.staged.rejected.length === 0) return null;
    const t = makeTranslate(() => language);
    const pieces = rejectedCsv(last.table, last.staged.rejected, {
      line: t("reject.line"),
      reason: t("reject.reason"),
      word: (why) => rejectText(t, language, why),
    });
    return new Blob([...pieces], { type: "text/csv" });
  }

  /** The rows of the moment, copied: what is edited while the file is written is not in it. Null: given up. */
  async exportCsv(id: SheetId, presetId: string): Promise<Blob | null> {
    const source = this.host.shown.exported(id);
    if (source === null) throw new RangeError(`sheet ${id} is gone`);
    const { fields, slots, table } = source;
    const pieces: BlobPart[] = [];
    const steps = writeCsvSteps(exportSource(fields, slots, table), findPreset(presetId), (piece) =>
      pieces.push(piece),
    );
    const written = await this.run(steps, this.restart());
    return written.type === "cancelled" ? null : new Blob(pieces, { type: "text/csv;charset=utf-8" });
  }
}
