/** Files in and out: previews an import, writes it as one change, and exports what a sheet shows. */
import {
  type Atom,
  type FieldId,
  findSheet,
  fromAtom,
  type Sheet,
  type SheetId,
  type Value,
} from "../core/model/index.ts";
import { customersSheet } from "../core/template/customers.ts";
import { ColumnTable } from "../engine/columns/table.ts";
import { runInSlices, type Sliced, type Steps } from "../engine/steps.ts";
import {
  type CsvPreview,
  type CsvTable,
  type Destination,
  EVERY_ROW_NEW,
  exportSource,
  findPreset,
  type ImportHints,
  type ImportOutcome,
  type ImportPlan,
  keyCandidates,
  type Matched,
  type Matching,
  matchRowsSteps,
  type PlannedColumn,
  planImportSteps,
  type Rejected,
  readTableSteps,
  rejectedCsv,
  rowAt,
  type StagedImport,
  stageRowsSteps,
  suggestKey,
  writeCsvSteps,
} from "../exchange/index.ts";
import { localeFormat } from "../fields/index.ts";
import { rejectText } from "../i18n/exchange.ts";
import { type Language, loadLanguage, makeTranslate } from "../i18n/index.ts";
import type { ImportTarget } from "./api.ts";
import type { Host } from "./host.ts";
import { countsOf, FIRST_CHANGES, type ImportWork, importIntent, stillFits } from "./importing.ts";
import { isRefused } from "./intent.ts";
import { FIRST_SHEET } from "./newWorkbook.ts";

const SAMPLE_ROWS = 8;
const FIRST_REJECTED = 20;

interface Prepared extends ImportWork {
  readonly target: ImportTarget;
  readonly hints: ImportHints;
}

/** What was read of a file, as long as nothing is asked that it would be read otherwise for. */
interface ReadFile {
  readonly of: string;
  readonly table: CsvTable;
}

const readingOf = (file: File, { encoding, delimiter, header, columnWord }: ImportHints): string =>
  JSON.stringify([file.name, file.size, file.lastModified, encoding, delimiter, header, columnWord]);

/** Some, for showing; without their cells. */
const firstRejected = ({ rejected }: Matched): readonly Rejected[] =>
  rejected.slice(0, FIRST_REJECTED).map(({ line, why }) => ({ line, why }));

/** The key and what is done by it: as decided, where the file still has those fields, else as suggested. */
function matchingFor(
  basis: Sheet,
  plan: ImportPlan,
  staged: StagedImport,
  { key, action = "both" }: ImportHints,
): Matching {
  const possible = new Set(keyCandidates(basis, plan).map(({ id }) => id));
  const decided = key?.filter((field) => possible.has(field));
  const fits = decided !== undefined && decided.length === key?.length;
  return { key: fits ? decided : suggestKey(basis, plan, staged), action };
}

/** What becomes of a column. */
const destinationOf = ({ isNew, ignored, reading }: PlannedColumn): Destination =>
  ignored ? { to: "nowhere" } : isNew ? { to: "newField" } : { to: "field", field: reading.field.id };

function describe({ file, target, table, basis, plan, matching, matched }: Prepared): CsvPreview {
  const types = new Map(plan.columns.map(({ reading: { field } }) => [field.id, field.type]));
  const valueIn = (field: FieldId, atom: Atom): Value => {
    const type = types.get(field);
    return type === undefined ? null : fromAtom(type, atom);
  };
  return {
    type: "ready",
    file,
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns: plan.columns.map((column) => ({
      header: column.header,
      field: column.reading.field.name,
      kind: column.reading.field.kind,
      destination: destinationOf(column),
    })),
    sample: Array.from({ length: Math.min(SAMPLE_ROWS, table.rowCount) }, (_, row) => rowAt(table, row)),
    counts: countsOf(matched),
    key: matching.key,
    action: matching.action,
    keyFields: target.type === "sheet" ? keyCandidates(basis, plan).map(({ id }) => id) : [],
    changes: matched.changes.map(({ line, cells }) => ({
      line,
      cells: cells.map(({ field, before, after }) => ({
        field,
        before: valueIn(field, before),
        after: valueIn(field, after),
      })),
    })),
    notes: [...table.notes, ...plan.notes],
    rejected: firstRejected(matched),
  };
}

export class CsvJobs {
  private readonly host: Host;
  private running = new AbortController();
  private prepared: Prepared | null = null;
  private read: ReadFile | null = null;
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
    const table = await this.tableOf(file, hints, signal);
    if (table.type !== "table") return table;
    const prepared = await this.prepare(file.name, table, target, hints, signal);
    if (prepared === null) return { type: "cancelled" };
    this.prepared = prepared;
    return describe(prepared);
  }

  private async tableOf(
    file: File,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<CsvTable | Exclude<CsvPreview, { type: "ready" }>> {
    const of = readingOf(file, hints);
    if (this.read?.of === of) return this.read.table;
    this.read = null;
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return { type: "refused", file: file.name, why: { reason: "unreadable" } };
    }
    const read = await this.run(readTableSteps(bytes, hints), signal);
    if (read.type === "cancelled") return read;
    if (read.value.type === "refused") return { type: "refused", file: file.name, why: read.value.why };
    this.read = { of, table: read.value };
    return read.value;
  }

  /** Null: given up. */
  private async prepare(
    file: string,
    table: CsvTable,
    target: ImportTarget,
    hints: ImportHints,
    signal: AbortSignal,
  ): Promise<Prepared | null> {
    const isNew = target.type === "newWorkbook";
    const basis = this.basis(target);
    const { locale, currency } = isNew ? target.setup : this.host.session.workbook.settings;
    const mode = isNew ? "newWorkbook" : "intoSheet";
    const planned = await this.run(
      planImportSteps(table, basis, mode, localeFormat(locale, currency), hints.mapping),
      signal,
    );
    if (planned.type === "cancelled") return null;
    const plan = planned.value;
    const staged = await this.run(stageRowsSteps(table, plan), signal);
    if (staged.type === "cancelled") return null;
    const matching = isNew ? EVERY_ROW_NEW : matchingFor(basis, plan, staged.value, hints);
    const work = { file, target, hints, table, basis, plan, staged: staged.value, matching };
    return this.match(work, signal);
  }

  /** Null: given up. */
  private async match(
    work: Omit<Prepared, "matched" | "seq">,
    signal: AbortSignal,
  ): Promise<Prepared | null> {
    const { table, plan, staged, matching, target } = work;
    for (;;) {
      const rows = target.type === "sheet" ? this.host.session.table(target.sheet) : undefined;
      const seq = target.type === "sheet" ? this.host.session.seq : 0;
      const steps = matchRowsSteps(table, plan, staged, rows ?? new ColumnTable(), matching, FIRST_CHANGES);
      const matched = await this.run(steps, signal);
      if (matched.type === "cancelled") return null;
      // What was edited meanwhile may be one of the rows.
      if (seq === 0 || this.host.session.seq === seq) return { ...work, matched: matched.value, seq };
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
  private async current(prepared: Prepared): Promise<Prepared | null> {
    const { file, table, target, hints } = prepared;
    if (target.type === "newWorkbook" || stillFits(prepared, this.basis(target))) return prepared;
    return this.prepare(file, table, target, hints, this.restart());
  }

  /** Writes what was previewed, as one change; the preview is used up. */
  async importCsv(): Promise<ImportOutcome> {
    const previewed = this.prepared;
    this.prepared = null;
    if (previewed === null) return { type: "nothing" };
    const id = await this.host.importSheet(previewed.target);
    return this.host.runAlone(async (): Promise<ImportOutcome> => {
      const prepared = await this.current(previewed);
      if (prepared === null) return { type: "cancelled" };
      const { file, table, plan } = prepared;
      let { matched } = prepared;
      const intent = importIntent(id, prepared, (present) => {
        matched = present;
      });
      const done = this.host.commit(intent);
      if (done !== null && isRefused(done)) {
        this.host.emit({ type: "dropped", refusal: done });
        return { type: "cancelled" };
      }
      this.last = { ...prepared, matched };
      this.read = null;
      const notes = [...table.notes, ...plan.notes];
      const firstOnes = firstRejected(matched);
      return { type: "imported", file, counts: countsOf(matched), firstRejected: firstOnes, notes };
    });
  }

  async cancelCsv(): Promise<void> {
    this.restart();
    this.prepared = null;
    this.read = null;
  }

  async rejectedCsv(language: Language): Promise<Blob | null> {
    const { last } = this;
    if (last === null || last.matched.rejected.length === 0) return null;
    await loadLanguage(language);
    const t = makeTranslate(() => language);
    const pieces = rejectedCsv(last.table, last.matched.rejected, {
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
