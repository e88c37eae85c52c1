/**
 * How a file is written, and what is told of reading it: the words that those who read and write share with all who ask. What
 * the interface is told beside them is in `api.ts`.
 */
import type { KindId } from "../core/model/index.ts";
import type { ParseProblem } from "../fields/kind.ts";

export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "windows-1252",
  "macintosh",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The last three are in so many texts that only strong evidence makes them delimiters. */
export const DELIMITERS = [",", ";", "\t", "|", "~~", "^", "，", " ", ":", "#"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What texts may stand between. */
export const QUOTES = ['"', "'"] as const;
export type Quote = (typeof QUOTES)[number];

/** How a file is to be read; what is left out is detected. */
export interface ReadHints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly quote?: Quote;
  /** False: no line names the columns, and every line is a row. */
  readonly header?: boolean;
  /** Of a workbook of Excel: which; left out: the first. */
  readonly sheetName?: string;
  /** The line that names the columns; what stands above it is left out. */
  readonly headerLine?: number;
  /** Lines that are rows, though they look like titles of a part or totals. */
  readonly keep?: readonly number[];
  /** Lines that are none. */
  readonly leave?: readonly number[];
  /** Word for a column without a name, e.g. "Column"; its number is put behind it. */
  readonly columnWord?: string;
  /** BCP 47 tag of whom the file is for: settles encodings that are otherwise as likely as each other. */
  readonly language?: string;
}

export type Refused =
  | { readonly reason: "empty" | "binary" | "xlsx" | "xls" | "zip" | "pdf" | "bomb" }
  | { readonly reason: "tooLarge"; readonly bytes: number; readonly limit: number }
  | { readonly reason: "wrongEncoding"; readonly encoding: Encoding }
  | { readonly reason: "unreadable" };

/** Why a line of a file is none of its rows. */
export const EXCLUDED_REASONS = [
  /** Tells programs how the file is written. */
  "directive",
  "blank",
  /** Above the names of the columns. */
  "title",
  /** A second line of names: groups above them, or units below. */
  "headerRow",
  "repeatedHeader",
  /** Names the part of the report that follows. */
  "section",
  "total",
  /** Behind the last row. */
  "footer",
  "chosen",
] as const;
export type ExcludedReason = (typeof EXCLUDED_REASONS)[number];

export interface Excluded {
  readonly line: number;
  readonly why: ExcludedReason;
  readonly cells: readonly string[];
}

export type FaultKind = "shortRows" | "quoteErrors" | "strayQuotes" | "mixedLineEnds" | "damagedText";

/** Accounting programs whose files are known by their columns. */
export const LAYOUT_IDS = [
  "xero",
  "quickbooks",
  "sage50",
  "sageAccounting",
  "wave",
  "myob",
  "datev",
  "chinaTax",
] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];

/** Something the reader mended or left out. Lines count from 1 as an editor shows them; `count` is how often. */
export type CsvNote =
  | { readonly note: "noHeader" }
  /** Each column means what it means to that program; those without a cell go nowhere. */
  | { readonly note: "knownLayout"; readonly layout: LayoutId }
  /** It has row ids as files have that go out to come back, but is none that went out from this sheet. */
  | { readonly note: "sentElsewhere" }
  | { readonly note: "emptyHeader" | "duplicateHeader"; readonly name: string; readonly column: number }
  | {
      readonly note: FaultKind;
      readonly count: number;
      readonly line: number;
    }
  /** Numbers with decimal points among such with commas: they stay texts. */
  | { readonly note: "mixedDecimals"; readonly name: string }
  | { readonly note: "importedAsText"; readonly name: string; readonly kind: KindId }
  /** Amounts with the sign of another currency than the workbook's, and the first of them: they are taken as they stand. */
  | {
      readonly note: "otherCurrency";
      readonly name: string;
      readonly count: number;
      readonly line: number;
      readonly text: string;
    }
  /** Codes or telephone numbers of which Excel left the first digits only. */
  | { readonly note: "damagedByExcel"; readonly name: string; readonly count: number; readonly line: number }
  /** Days as Excel counts them, and what the first of them was read as. */
  | {
      readonly note: "excelDays";
      readonly name: string;
      readonly count: number;
      readonly text: string;
      readonly day: string;
    }
  /** Dates whose year may be their first two digits or their last, and what the first of them was read as. */
  | { readonly note: "shortYears"; readonly name: string; readonly text: string; readonly day: string };

export type RejectReason =
  | { readonly reason: "tooManyCells"; readonly expected: number; readonly found: number }
  | {
      readonly reason: "cellTooLarge";
      readonly column: string;
      readonly length: number;
      readonly limit: number;
    }
  /** An earlier line of the file has the same key. */
  | { readonly reason: "sameKey"; readonly columns: string; readonly line: number }
  /** Several rows of the sheet have its key. */
  | { readonly reason: "severalRows"; readonly columns: string }
  | { readonly reason: "badValue"; readonly column: string; readonly problem: ParseProblem };

export interface Rejected {
  readonly line: number;
  readonly why: RejectReason;
}
