/**
 * What a preset is: whom a file is written for, as data. A new one is a file in this folder, a line in `index.ts` and
 * its name in `i18n/*.export.ts`.
 */
import type { NamePart } from "../../core/model/index.ts";
import type { WrittenEncoding } from "../encode.ts";
import type { Meaning } from "../meanings.ts";

/** How a table is written as text. */
export interface TextForm {
  readonly encoding: WrittenEncoding;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: "\r\n" | "\n";
  /**
   * needed: cells that could be misread. texts: names and every text that is not empty. never: what would need quotes is
   * a cell that does not fit.
   */
  readonly quotes: "needed" | "texts" | "never";
  readonly decimal: "." | ",";
  /** iso: 2026-03-04; ddmmyyyy: 04032026; dmy: 04/03/2026; plain: 20260304. */
  readonly dates: "iso" | "ddmmyyyy" | "dmy" | "plain";
  /**
   * A text that a spreadsheet would run. apostrophe: gets one in front. asked: the person decides, because the receiver
   * would keep the apostrophe. left: nobody runs it.
   */
  readonly formulas: "apostrophe" | "asked" | "left";
  /** Texts that Excel would take for numbers, dates or truth values get a tab in front, which it does not show. */
  readonly shield?: boolean;
  /** Whole lines above the names of the columns. */
  readonly lead?: (moment: Moment) => readonly string[];
  /** The receiver knows the columns by their names, which stand as they are. */
  readonly exactNames?: boolean;
  /** In front of the names, on their line. */
  readonly headerPrefix?: string;
  /** Cells of several lines do not fit. */
  readonly oneLine?: boolean;
}

/** When a file is written, by the clock of the machine: year, month, day, hours, minutes, seconds, milliseconds. */
export type Moment = readonly [number, number, number, number, number, number, number];

/** Where a column's texts come from when nobody said otherwise. */
export interface ColumnRule {
  /** The first of these that the sheet has; `or` stands in row by row where that is empty. */
  readonly from?: readonly Meaning[];
  readonly or?: readonly Meaning[];
  /** Only that part of a person's name. */
  readonly part?: NamePart;
  /** In a file that comes in: names of which nobody says whether they are persons' or companies'. */
  readonly nameOfEither?: boolean;
  /** The same in every row. */
  readonly text?: string;
  /** What a telephone number in another column is called: one from the field for mobile ones, and any other. */
  readonly label?: { readonly of: string; readonly mobile: string; readonly other: string };
  readonly required?: boolean;
  readonly unique?: boolean;
  /** Most characters. */
  readonly most?: number;
  readonly shape?: Shape;
  /** Left in the file as numbers are: without quotes. */
  readonly number?: boolean;
}

/** What a text must look like; each has a sentence of its own. */
export type Shape = "digits" | "cnCode" | "cnTaxNumber" | "email";

export interface Layout {
  /** In the receiver's order, as it names them. */
  readonly columns: readonly string[];
  /** By name of the column; the others are left empty unless the person fills them. */
  readonly rules: Readonly<Record<string, ColumnRule>>;
  /** More rows go into further files. */
  readonly mostRows?: number;
  /** The same by the size of a file. */
  readonly mostBytes?: number;
}

interface Common<Id extends string = string> {
  readonly id: Id;
  readonly extension: "csv" | "txt" | "zip" | "vcf" | "xlsx";
  /** With a column of row ids: it is known again, row by row, when it comes back. */
  readonly comesBack?: true;
}

export type Preset<Id extends string = string> = Common<Id> &
  (
    | { readonly kind: "table" | "pack"; readonly form: TextForm | "region" }
    | { readonly kind: "layout"; readonly form: TextForm; readonly layout: Layout }
    | { readonly kind: "vcard"; readonly version: "3.0" | "4.0"; readonly layout: Layout }
    | { readonly kind: "xlsx" }
    /** A receiver's own workbook of Excel: a sheet of that name, with these lines above the names. */
    | {
        readonly kind: "book";
        readonly layout: Layout;
        readonly sheet: string;
        readonly lead: readonly (readonly string[])[];
      }
  );

/** What the named layouts have in common unless they say otherwise. */
export const PLAIN_CSV: TextForm = {
  encoding: "utf-8",
  bom: false,
  delimiter: ",",
  lineEnd: "\r\n",
  quotes: "needed",
  decimal: ".",
  dates: "iso",
  formulas: "apostrophe",
};

export const FOR_SOFTWARE: TextForm = { ...PLAIN_CSV, formulas: "asked", exactNames: true };

/** Of what is no text table: all of Unicode, and nothing that anyone would run. */
export const ANY_TEXT: TextForm = { ...PLAIN_CSV, formulas: "left" };
