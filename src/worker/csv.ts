/** Files in and out: previews an import, writes it as one change, and exports what a sheet shows. */
import { findSheet, type SheetId } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { readVector } from "../engine/columns/column.ts";
import { buildImport } from "../engine/session/build.ts";
import { runInSlices, type Sliced, type Steps } from "../engine/steps.ts";
import {
  type CsvPreview,
  type CsvTable,
  exportColumn,
  findPreset,
  type ImportHints,
  type ImportOutcome,
  type ImportPlan,
  planImportSteps,
  type Rejected,
  readCsvSteps,
  rejectedCsv,
  rowAt,
  type StagedImport,
  stageRowsSteps,
  writeCsvSteps,
} from "../exchange/index.ts";
import { localeFormat } from "../fields/index.ts";
import { rejectText } from "../i18n/exchange.ts";
import { type Language, makeTranslate } from "../i18n/index.ts";
import type { ImportTarget } from "./api.ts";
import { FIRST_SHEET, type Host } from "./host.ts";

const SAMPLE_ROWS = 8;
const FIRST_REJECTED = 20;

interface Prepared {
  readonly file: string;
  readonly target: ImportTarget;
  readonly table: CsvTable;
  readonly plan: ImportPlan;
  readonly staged: StagedImport;
}

/** Some, for showing; without their cells. */
const firstRejected = ({ rejected }: StagedImport): readonly Rejected[] =>
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
    const planned = await this.run(this.plan(table, target), signal);
    if (planned.type === "cancelled") return planned;
    const plan = planned.value;
    const done = await this.run(stageRowsSteps(table, plan), signal);
    if (done.type === "cancelled") return done;
    const staged = done.value;
    this.prepared = { file: file.name, target, table, plan, staged };
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

  /** For the sheet that the target means, as it is or as it will be. Throws if it is gone. */
  private plan(table: CsvTable, target: ImportTarget): Steps<ImportPlan> {
    if (target.type === "newWorkbook") {
      const { words, locale, currency } = target.setup;
      const sheet = customersSheet(FIRST_SHEET, words);
      return planImportSteps(table, sheet, "newWorkbook", localeFormat(locale, currency));
    }
    const { workbook } = this.host.open.session;
    const sheet = findSheet(workbook, target.sheet);
    if (sheet === undefined) throw new Error(`sheet ${target.sheet} is gone`);
    const { locale, currency } = workbook.settings;
    return planImportSteps(table, sheet, "intoSheet", localeFormat(locale, currency));
  }

  /** Writes what was previewed, as one change; the preview is used up. */
  async importCsv(): Promise<ImportOutcome> {
    const { prepared } = this;
    this.prepared = null;
    if (prepared === null) return { type: "nothing" };
    const { file, target, table, plan, staged } = prepared;
    const id = await this.host.importSheet(target);
    return this.host.runImport(async () => {
      const { session } = this.host.open;
      const { fields, view } = plan;
      const { columns, rowCount } = staged;
      const change = buildImport(session, {
        sheet: id,
        fields,
        columns,
        rowCount,
        ...(view === null ? {} : { view }),
      });
      const counts = { added: rowCount, updated: 0, rejected: staged.rejected.length };
      this.host.commit(change, { type: "import", file, ...counts, sheet: id });
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
    const columns = fields.map((field) => {
      const column = table.columns.get(field.id);
      return exportColumn(field, column === undefined ? null : readVector(column, slots));
    });
    const pieces: BlobPart[] = [];
    const steps = writeCsvSteps({ rowCount: slots.length, columns }, findPreset(presetId), (piece) =>
      pieces.push(piece),
    );
    const written = await this.run(steps, this.restart());
    return written.type === "cancelled" ? null : new Blob(pieces, { type: "text/csv;charset=utf-8" });
  }
}
