/** Files in and out: previews an import, writes it as one change, and exports what a sheet shows. */
import { findSheet, type Sheet, sheetId, valueAt } from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { readVector } from "../engine/columns/column.ts";
import { buildImport } from "../engine/session/build.ts";
import {
  type CodedTexts,
  type CsvPreview,
  type CsvTable,
  codeColumns,
  type ImportHints,
  type ImportOutcome,
  type ImportPlan,
  planImport,
  presetOf,
  readCsvSteps,
  rejectedCsv,
  type StagedImport,
  stageSteps,
  type TextColumn,
  writeCsv,
} from "../exchange0/index.ts";
import { kindOf, localeFormat } from "../fields/index.ts";
import { rejectText } from "../i18n/exchange.ts";
import { type Language, makeTranslate } from "../i18n/index.ts";
import type { ImportTarget } from "./api.ts";
import type { Host } from "./host.ts";
import { Cancelled, runSliced } from "./slices.ts";

const SAMPLE_ROWS = 8;
const FIRST_REJECTED = 20;

interface Prepared {
  readonly file: string;
  readonly target: ImportTarget;
  readonly table: CsvTable;
  readonly plan: ImportPlan;
  readonly staged: StagedImport;
}

export class CsvJobs {
  private readonly host: Host;
  private running = new AbortController();
  private prepared: Prepared | null = null;
  /** Of the last import: what its rejected rows are saved from. */
  private last: Prepared | null = null;

  constructor(host: Host) {
    this.host = host;
  }

  private restart(): AbortSignal {
    this.running.abort();
    this.running = new AbortController();
    return this.running.signal;
  }

  private readonly progress = (done: number, total: number | null): void =>
    this.host.emit({ type: "progress", done, total });

  async previewCsv(file: File, target: ImportTarget, hints: ImportHints): Promise<CsvPreview> {
    const signal = this.restart();
    this.prepared = null;
    try {
      return await this.prepare(file, target, hints, signal);
    } catch (error) {
      if (error instanceof Cancelled) return { type: "cancelled" };
      throw error;
    }
  }

  private async prepare(
    file: File,
    target: ImportTarget,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<CsvPreview> {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { type: "refused", file: file.name, why: { reason: "unreadable" } };
    }
    const table = await runSliced(readCsvSteps(bytes, hints), signal, (done) => this.progress(done, null));
    if (table.type === "refused") return { type: "refused", file: file.name, why: table.why };
    const width = table.header.length;
    // Only our own Excel preset writes both the mark and the apostrophes.
    const guarded = table.bom && table.encoding === "utf-8";
    const coding = codeColumns(table.rows, width, guarded);
    const columns: readonly CodedTexts[] = await runSliced(coding, signal, (done) =>
      this.progress(done, width),
    );
    const { sheet, begins, locale } = this.aim(target);
    const plan = planImport(table.header, columns, sheet, locale, begins);
    const staged = await runSliced(stageSteps(table, columns, plan), signal);
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
      sample: table.rows.slice(0, SAMPLE_ROWS),
      rows: staged.rowCount,
      notes: [...table.notes, ...plan.notes],
      rejected: staged.rejected.slice(0, FIRST_REJECTED).map(({ line, why }) => ({ line, why })),
      rejectedCount: staged.rejected.length,
    };
  }

  /** The sheet a target means, as it is or as it will be. Throws if it is gone. */
  private aim(target: ImportTarget) {
    if (target.type === "newWorkbook") {
      const { words, locale, currency } = target.setup;
      const sheet: Sheet = customersSheet(sheetId("customers"), words);
      return { sheet, begins: true, locale: localeFormat(locale, currency) };
    }
    const { workbook } = this.host.open.session;
    const sheet = findSheet(workbook, target.sheet);
    if (sheet === undefined) throw new Error("the sheet is gone");
    const { locale, currency } = workbook.settings;
    return { sheet, begins: false, locale: localeFormat(locale, currency) };
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
      const sheet = findSheet(session.workbook, id);
      if (sheet === undefined) return { type: "nothing" };
      const change = buildImport(session, {
        sheet: id,
        fields: plan.columns
          .map(({ reading }) => reading.field)
          .filter((field) => !sheet.fields.includes(field)),
        columns: staged.columns,
        rowCount: staged.rowCount,
        ...(plan.view === null ? {} : { view: plan.view }),
      });
      const counts = { added: staged.rowCount, updated: 0, rejected: staged.rejected.length };
      this.host.commit(change, { type: "import", file, ...counts, sheet: id });
      this.last = prepared;
      const firstRejected = staged.rejected.slice(0, FIRST_REJECTED).map(({ line, why }) => ({ line, why }));
      return { type: "imported", file, ...counts, firstRejected, notes: [...table.notes, ...plan.notes] };
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
    const text = rejectedCsv(last.table.header, last.staged.rejected, {
      line: t("reject.line"),
      reason: t("reject.reason"),
      word: (row) => rejectText(t, language, row.why),
    });
    return new Blob([text], { type: "text/csv" });
  }

  /** Throws RangeError for a preset or sheet that is not there. */
  async exportCsv(id: Parameters<Host["query"]>[0], presetId: string): Promise<Blob> {
    const preset = presetOf(presetId);
    const source = this.host.open.session.exported(id);
    if (preset === undefined || source === null) throw new RangeError("no such preset or sheet");
    const { fields, slots, table } = source;
    // A copy: the rows of the moment are exported, whatever is edited while the file is written.
    const columns = fields.map((field): TextColumn => {
      const column = table.columns.get(field.id);
      const { plain } = kindOf(field);
      if (column === undefined) return { name: field.name, texts: [], codes: new Uint32Array(slots.length) };
      const vector = readVector(column, slots);
      if (vector.form === "coded") {
        const values = {
          form: "coded",
          dictionary: vector.dictionary,
          codes: Uint32Array.from(vector.dictionary.keys(), (i) => i + 1),
        } as const;
        const texts = vector.dictionary.map((_, index) => plain(valueAt(field.type, values, index), field));
        return { name: field.name, texts, codes: vector.codes };
      }
      const codeOf = new Map<number, number>();
      const texts: string[] = [];
      const codes = Uint32Array.from(vector.values, (value, row) => {
        if (Number.isNaN(value)) return 0;
        const known = codeOf.get(value);
        if (known !== undefined) return known;
        const code = texts.push(plain(valueAt(field.type, vector, row), field));
        codeOf.set(value, code);
        return code;
      });
      return { name: field.name, texts, codes };
    });
    const parts: string[] = [];
    const signal = this.restart();
    const writing = writeCsv(columns, slots.length, preset);
    const collect = function* (): Generator<number, void> {
      for (const part of writing) yield parts.push(part);
    };
    await runSliced(collect(), signal);
    return new Blob(parts, { type: "text/csv;charset=utf-8" });
  }
}
