/** Files for others: what an export would be, cell by cell where it does not fit, and the writing of it. */
import {
  columnsOf,
  type Field,
  type FieldId,
  findField,
  findSheet,
  firstView,
  type Sheet,
  type SheetId,
} from "../core/model/index.ts";
import { readVector } from "../engine/columns/column.ts";
import type { ColumnTable } from "../engine/columns/table.ts";
import { runInSlices } from "../engine/steps.ts";
import { exportColumn } from "../exchange/columns.ts";
import type { ExportColumn, ExportSource } from "../exchange/csv/write.ts";
import { type Checked, checkSteps, type MisfitCell } from "../exchange/out/check.ts";
import { arrangeTable, type Job, outFile, partsOf, sampleLines } from "../exchange/out/job.ts";
import { readTemplate } from "../exchange/out/template.ts";
import { writeOut } from "../exchange/out/zip.ts";
import type { Moment } from "../exchange/presets/index.ts";
import { findPreset, templatePreset } from "../exchange/presets/index.ts";
import { sentId } from "../exchange/returning/mark.ts";
import { localeFormat } from "../fields/index.ts";
import { loadLanguage, makeTranslate } from "../i18n/index.ts";
import { rowBoxes } from "./boxes.ts";
import type {
  Exported,
  ExportMisfit,
  ExportNames,
  ExportPreview,
  ExportRequest,
  TemplateRead,
} from "./exportApi.ts";
import type { Host } from "./host.ts";
import { packNote } from "./packNote.ts";
import { type Leaving, leaving, markColumn, sentFile } from "./returning.ts";

const SAMPLE_ROWS = 6;

/** What of one sheet goes into an export. */
export interface Part {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  readonly slots: Uint32Array;
  /** Columns of our own, in their order. */
  readonly fields: readonly Field[];
}

interface Looked {
  readonly job: Job;
  readonly parts: readonly Part[];
  readonly checked: readonly Checked[];
  /** Rows. */
  readonly leftOut: number;
}

/** Rows that no file is written with. */
const stoppedIn = (checked: readonly Checked[]): number =>
  checked.reduce((all, { stopped }) => all + stopped.length, 0);

/** By the clock of the machine. */
function momentOf(time: number): Moment {
  const date = new Date(time);
  return [
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds(),
  ];
}

/** All fields in the order of the view, hidden ones in their places. */
const allFields = (sheet: Sheet): readonly Field[] =>
  columnsOf(sheet, firstView(sheet))
    .map(({ field }) => findField(sheet, field))
    .filter((field) => field !== undefined);

const known = (sheet: Sheet, ids: readonly FieldId[]): readonly Field[] =>
  ids.map((id) => findField(sheet, id)).filter((field) => field !== undefined);

export class ExportJobs {
  private readonly host: Host;
  private running = new AbortController();

  constructor(host: Host) {
    this.host = host;
  }

  /** Whatever ran before is given up. */
  private restart(): AbortSignal {
    this.running.abort();
    this.running = new AbortController();
    return this.running.signal;
  }

  /** Throws RangeError where the sheet is gone. */
  private partOf(id: SheetId): Part {
    const { shown } = this.host;
    const sheet = findSheet(shown.workbook, id);
    const table = shown.table(id);
    if (sheet === undefined || table === undefined) throw new RangeError(`sheet ${id} is gone`);
    return { sheet, table, slots: table.order.slice(), fields: allFields(sheet) };
  }

  /** What the scope means, copied: what is edited while the file is written is not in it. */
  private partsOf({ sheet: id, scope, fields: wanted }: ExportRequest): readonly Part[] {
    if (scope.scope === "all")
      return this.host.shown.workbook.sheets.map(({ id: each }) => this.partOf(each));
    const part = this.partOf(id);
    const chosen = (fields: readonly Field[]): readonly Field[] =>
      wanted === undefined ? fields : known(part.sheet, wanted);
    if (scope.scope === "sheet") return [{ ...part, fields: chosen(part.fields) }];
    const shown = this.host.shown.screens.exported(id);
    if (shown === null) throw new RangeError(`sheet ${id} is gone`);
    if (scope.scope === "view") return [{ ...part, slots: shown.slots, fields: chosen(shown.fields) }];
    const { picked } = scope;
    const rows = new Set<number>();
    const columns = new Set<FieldId>();
    const screened = this.host.shown.screens.of(id);
    const screen = screened?.slots ?? shown.slots;
    const boxes = screened === null ? picked.boxes : rowBoxes(screened, picked.boxes);
    for (const { top, bottom, left, right } of boxes) {
      for (let row = Math.max(0, top); row <= Math.min(bottom, screen.length - 1); row++) rows.add(row);
      for (const field of picked.fields.slice(Math.max(0, left), right + 1)) columns.add(field);
    }
    const places = Array.from(rows).sort((a, b) => a - b);
    return [
      {
        ...part,
        slots: Uint32Array.from(places, (place) => screen[place] ?? 0),
        fields: chosen(
          known(
            part.sheet,
            picked.fields.filter((field) => columns.has(field)),
          ),
        ),
      },
    ];
  }

  private jobOf(request: ExportRequest, parts: readonly Part[], time: number, id = sentId(time)): Job {
    const { locale, currency } = this.host.shown.workbook.settings;
    const preset =
      request.template === undefined ? findPreset(request.preset) : templatePreset(request.template);
    const { decimal } = localeFormat(locale, currency);
    const tables = parts.map((part) => {
      const made = new Map<FieldId, ExportColumn>();
      const columnOf = (id: FieldId): ExportColumn | undefined => {
        const field = findField(part.sheet, id);
        if (field === undefined) return undefined;
        const column = part.table.columns.get(id);
        const known =
          made.get(id) ?? exportColumn(field, column === undefined ? null : readVector(column, part.slots));
        made.set(id, known);
        return known;
      };
      const arranged = arrangeTable(preset, {
        name: part.sheet.name,
        rowCount: part.slots.length,
        all: part.sheet.fields,
        own: part.fields.map(({ id }) => id),
        fills: request.fills,
        columnOf,
      });
      if (preset.comesBack !== true) return arranged;
      const { source, origins } = arranged;
      const columns = [...source.columns, markColumn(id, part.table, part.slots)];
      return { ...arranged, source: { ...source, columns }, origins: [...origins, null] };
    });
    return { preset, decimal, tables, decision: request.formulas, moment: momentOf(time) };
  }

  private async check(job: Job, signal: AbortSignal): Promise<readonly Checked[] | null> {
    const checked: Checked[] = [];
    for (const { source, form, rules } of partsOf(job)) {
      const done = await runInSlices(checkSteps(source, form, rules), {
        signal,
        onProgress: ({ done: so, total }) => this.host.emit({ type: "progress", done: so, total }),
      });
      if (done.type === "cancelled") return null;
      checked.push(done.value);
    }
    return checked;
  }

  /** What is asked for, checked; without the rows that are to be left out. Null: given up. */
  private async look(
    request: ExportRequest,
    signal: AbortSignal,
    time: number,
    id?: string,
  ): Promise<Looked | null> {
    const parts = this.partsOf(request);
    const job = this.jobOf(request, parts, time, id);
    const ids = parts.map(({ table, slots }) => table.idsOf(slots));
    const checked = await this.check(job, signal);
    if (checked === null) return null;
    const leftOut = stoppedIn(checked);
    if (request.leaveOut !== true || leftOut === 0) return { job, parts, checked, leftOut: 0 };
    const rest = parts.map((part, index) => {
      const stopped = new Set(checked[index]?.stopped);
      // Rows that went while it was checked are in no file; their slots may be others' by now.
      const there = (slot: number, row: number): boolean => part.table.idOf(slot) === ids[index]?.[row];
      return { ...part, slots: part.slots.filter((slot, row) => !stopped.has(row) && there(slot, row)) };
    });
    const fewer = this.jobOf(request, rest, time, id);
    const again = await this.check(fewer, signal);
    return again === null ? null : { job: fewer, parts: rest, checked: again, leftOut };
  }

  /** Null: given up for a newer question. */
  async preview(request: ExportRequest): Promise<ExportPreview | null> {
    const looked = await this.look(request, this.restart(), Date.now());
    if (looked === null) return null;
    const { job, parts, checked, leftOut } = looked;
    const sum = (of: (each: Checked) => number): number => checked.reduce((all, each) => all + of(each), 0);
    const [table] = job.tables;
    const misfits = checked.flatMap(({ first }, index) => {
      const [part, source] = [parts[index], job.tables[index]];
      return part === undefined || source === undefined
        ? []
        : first.map((cell) => describe(cell, part, source.source, source.origins));
    });
    const { preset } = job;
    const rules = "layout" in preset ? preset.layout.rules : {};
    return {
      rows: parts.reduce((all, { slots }) => all + slots.length, 0),
      columns: table?.source.columns.length ?? 0,
      layout:
        table?.fills?.map((fill, index) => {
          const name = table.source.columns[index]?.name ?? "";
          return { name, fill, required: rules[name]?.required === true };
        }) ?? null,
      lines: sampleLines(job, SAMPLE_ROWS),
      files: outFile(job, "", "").count,
      stoppedRows: stoppedIn(checked),
      leftOut,
      stopping: sum(({ stopping }) => stopping),
      unfit: sum(({ unfit }) => unfit),
      formulas: sum(({ formulas }) => formulas),
      misfits,
    };
  }

  /** `target`: where it goes on disk; null: it is handed back. */
  async write(
    request: ExportRequest,
    { file: name, language }: ExportNames,
    target: FileSystemFileHandle | null,
  ): Promise<Exported> {
    const signal = this.restart();
    const left = await leaving(this.host);
    const looked = await this.look(request, signal, left.time, left.id);
    if (looked === null) return { type: "cancelled" };
    const { job, parts, checked, leftOut } = looked;
    if (checked.some(({ stopping }) => stopping > 0)) return { type: "stopped" };
    await loadLanguage(language);
    const t = makeTranslate(() => language);
    const note = job.preset.kind === "pack" ? packNote(t, parts, job) : "";
    const out = outFile(job, name, note);
    const rows = parts.reduce((all, { slots }) => all + slots.length, 0);
    const pieces: BlobPart[] = [];
    const disk = await target?.createWritable();
    const sink = disk === undefined ? (piece: BlobPart) => void pieces.push(piece) : disk.write.bind(disk);
    const done = await writeOut(out.file, sink, {
      signal,
      onProgress: ({ done: so, total }) => this.host.emit({ type: "progress", done: so, total }),
    }).catch(async (error: unknown) => {
      await disk?.abort();
      throw error;
    });
    // Given up while a slow disk took the last of it, it is not to be there either.
    if (!done || signal.aborted) {
      await disk?.abort();
      return { type: "cancelled" };
    }
    await disk?.close();
    await this.note(job, parts, left, { file: out.file.name, from: request.sheet });
    const blob = disk === undefined ? new Blob(pieces, { type: out.mime }) : null;
    return { type: "written", blob, name: out.file.name, rows, leftOut };
  }

  /** Of a file that comes back. What was written of the past is not: it would come back to another sheet than it left. */
  private async note(
    job: Job,
    parts: readonly Part[],
    left: Leaving,
    { file, from }: { readonly file: string; readonly from: SheetId },
  ): Promise<void> {
    const { past } = this.host;
    if (job.preset.comesBack !== true || past.session !== null) return;
    // Of a workbook that a newer version has written to there is no present to ask.
    const { workbook } = this.host.session;
    const [first, ...others] = parts
      .toSorted((a, b) => Number(b.sheet.id === from) - Number(a.sheet.id === from))
      .map(({ sheet, slots, fields }) =>
        sentFile(left, workbook, sheet, { file, preset: job.preset.id, rows: slots.length, fields }),
      );
    if (first !== undefined) await this.host.perform({ type: "noteSent", sent: [first, ...others] });
  }

  /** The line with the most cells names the columns; what stands above it is kept as it is. */
  async readTemplate(file: File): Promise<TemplateRead> {
    const bytes = await file.arrayBuffer().catch(() => null);
    const template = bytes === null ? null : await readTemplate(new Uint8Array(bytes));
    return template === null ? { type: "refused" } : { type: "read", template };
  }

  cancel(): void {
    this.restart();
  }
}

function describe(
  { row, column, misfit }: MisfitCell,
  { sheet, table, slots }: Part,
  { columns }: ExportSource,
  origins: readonly (FieldId | null)[],
): ExportMisfit {
  const slot = slots[row];
  const own = columns[column];
  return {
    sheet: sheet.id,
    row: slot === undefined ? null : table.idOf(slot),
    place: row,
    field: origins[column] ?? null,
    column: own?.name ?? "",
    text: own === undefined || row < 0 ? "" : own.textOf(own.codeAt(row)),
    misfit,
  };
}
