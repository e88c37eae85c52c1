/** An export as a whole: tables arranged for a preset, the files they come to, and the first lines of these. */
import type { Field, FieldId, Fill, FormulaDecision } from "../../core/model/index.ts";
import { type ExportColumn, type ExportSource, headOf, linesWriter } from "../csv/write.ts";
import { fieldsByMeaning } from "../meanings.ts";
import { ANY_TEXT, formIn, type Layout, type Moment, type Preset, type TextForm } from "../presets/index.ts";
import { cardsWriter, writeCardsSteps } from "../vcard/write.ts";
import { xlsxFile } from "../xlsx/write.ts";
import { arrange, type ColumnOf, suggestFills } from "./arrange.ts";
import { type OutFile, textFile, textFiles } from "./files.ts";

export interface TableRequest {
  /** Of the sheet. */
  readonly name: string;
  readonly rowCount: number;
  readonly all: readonly Field[];
  /** Columns of our own. */
  readonly own: readonly FieldId[];
  readonly fills: readonly Fill[] | undefined;
  readonly columnOf: ColumnOf;
}

export interface Arranged {
  readonly name: string;
  readonly source: ExportSource;
  /** Of a receiver's layout. */
  readonly fills: readonly Fill[] | null;
  /** The field that is in each column; null: none alone. */
  readonly origins: readonly (FieldId | null)[];
}

export interface Job {
  readonly preset: Preset;
  /** The decimal sign of the workbook's region. */
  readonly decimal: string;
  readonly tables: readonly Arranged[];
  readonly decision: FormulaDecision | undefined;
  readonly moment: Moment;
}

export function arrangeTable(preset: Preset, request: TableRequest): Arranged {
  const { name, rowCount, own, columnOf } = request;
  if (!("layout" in preset)) {
    const columns = own.map(columnOf).filter((column): column is ExportColumn => column !== undefined);
    return { name, source: { rowCount, columns }, fills: null, origins: own };
  }
  const { layout } = preset;
  const fits = request.fills?.length === layout.columns.length;
  const fills = fits && request.fills !== undefined ? request.fills : suggestFills(layout, request.all);
  const mobile = fieldsByMeaning(request.all).get("mobile")?.id;
  return {
    name,
    source: { rowCount, columns: arrange({ layout, fills, columnOf, rowCount, mobile }) },
    fills,
    origins: fills.map((fill) => (fill.fill === "field" ? fill.field : null)),
  };
}

const NO_RULES: Layout["rules"] = {};

/** As the preset has it, before anyone decided about formulas. */
function formOf({ preset, decimal }: Job): TextForm {
  if ("form" in preset) return formIn(preset.form, decimal);
  if (preset.kind !== "book") return ANY_TEXT;
  // Of a sheet of cells it is shown as text only.
  return { ...ANY_TEXT, delimiter: "\t", lead: () => preset.lead.map((cells) => cells.join("\t")) };
}

/** Each table with what it is checked against. */
export function partsOf(
  job: Job,
): readonly { readonly source: ExportSource; readonly form: TextForm; readonly rules: Layout["rules"] }[] {
  const form = formOf(job);
  const rules = "layout" in job.preset ? job.preset.layout.rules : NO_RULES;
  return job.tables.map(({ source }) => ({ source, form, rules }));
}

/** As it is written. */
function decided(job: Job): TextForm {
  const form = formOf(job);
  if (form.formulas !== "asked") return form;
  return { ...form, formulas: job.decision === "leave" ? "left" : "apostrophe" };
}

const MIME = {
  csv: "text/csv;charset=utf-8",
  txt: "text/plain",
  vcf: "text/vcard",
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export interface Outcome {
  readonly file: OutFile;
  /** Of the file that is handed over. */
  readonly mime: string;
  /** Tables it holds, in so many files. */
  readonly count: number;
}

function filesOf(job: Job, { name, source }: Arranged): readonly OutFile[] {
  const { preset, moment } = job;
  if (preset.kind === "vcard")
    return [{ name: `${name}.vcf`, steps: (write) => writeCardsSteps(source, preset.version, write) }];
  const limits = preset.kind === "layout" ? preset.layout : null;
  const extension = preset.kind === "pack" ? "csv" : preset.extension;
  return textFiles(name, extension, source, decided(job), limits, moment);
}

/** Of a sheet, as file systems take it. */
function plainName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim();
  return plain === "" ? "_" : plain;
}

/** Two sheets, or one and a part of another, may come to one name. */
function distinct(files: readonly OutFile[]): readonly OutFile[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const [, stem = file.name, extension = ""] = /^(.*)(\.\w+)$/s.exec(file.name) ?? [];
    let { name } = file;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} ${number}${extension}`;
    taken.add(name.toLowerCase());
    return { ...file, name };
  });
}

/** Of several tables: as they lie in what is packed. A pack has one for each. */
export const filesToPack = (job: Job): readonly OutFile[] =>
  distinct(job.tables.flatMap((table) => filesOf(job, { ...table, name: plainName(table.name) })));

/** `note` goes into a pack. */
export function outFile(job: Job, name: string, note: string): Outcome {
  const { preset } = job;
  if (preset.kind === "xlsx" || preset.kind === "book") {
    const tables =
      preset.kind === "xlsx"
        ? job.tables
        : job.tables.map((table) => ({ ...table, name: preset.sheet, lead: preset.lead }));
    return { file: xlsxFile(`${name}.xlsx`, tables), mime: MIME.xlsx, count: 1 };
  }
  const single = job.tables.length === 1 && preset.kind !== "pack";
  const files = single ? job.tables.flatMap((table) => filesOf(job, { ...table, name })) : filesToPack(job);
  const [only] = files;
  if (single && only !== undefined && files.length === 1)
    return { file: only, mime: MIME[preset.extension], count: 1 };
  const more = preset.kind === "pack" ? [textFile("README.txt", `\ufeff${note}`)] : [];
  return { file: { name: `${name}.zip`, parts: [...more, ...files] }, mime: MIME.zip, count: files.length };
}

/** The beginning of the first file, as it stands there. */
export function sampleLines(job: Job, rows: number): readonly string[] {
  const [table] = job.tables;
  if (table === undefined) return [];
  const { preset } = job;
  const { source } = table;
  const few = Math.min(rows, source.rowCount);
  if (preset.kind === "vcard") return cardsWriter(source, preset.version)(0, Math.min(2, few)).split("\r\n");
  const form = decided(job);
  const names = source.columns.map(({ name }) => name);
  const text = headOf(names, form, job.moment) + linesWriter(source, form)(0, few);
  return text.split(form.lineEnd).slice(0, -1);
}
