/** What the exchange tells the interface: small, cloneable descriptions of a file and of what became of it. */
import type { FieldId, KindId, Value } from "../core/model/index.ts";
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

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Which rows of a file are taken: those that are new, those that are there already, or both. */
export const IMPORT_ACTIONS = ["both", "add", "update"] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

export type Destination =
  | { readonly to: "field"; readonly field: FieldId }
  | { readonly to: "newField" | "nowhere" };

export type Quote = '"' | "'";

/** How a file is to be read; what is left out is detected. */
export interface ReadHints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly header?: boolean;
  /** Word for a column without a name, e.g. "Column"; its number is put behind it. */
  readonly columnWord?: string;
  /** BCP 47 tag of whom the file is for: settles encodings that are otherwise as likely as each other. */
  readonly language?: string;
}

/** What the person decided. */
export interface ImportHints extends ReadHints {
  /** By column of the file: the field it goes into, a field of its own, or nowhere. */
  readonly mapping?: readonly Destination[];
  /** What a row that is there already is recognised by; none: every row is new. */
  readonly key?: readonly FieldId[];
  readonly action?: ImportAction;
}

export type Refused =
  | { readonly reason: "empty" | "binary" | "xlsx" | "xls" | "zip" | "pdf" }
  | { readonly reason: "tooLarge"; readonly bytes: number; readonly limit: number }
  | { readonly reason: "wrongEncoding"; readonly encoding: Encoding }
  | { readonly reason: "unreadable" };

/** Why a line of a file is none of its rows. */
export type ExcludedReason = "directive" | "blank";

export interface Excluded {
  readonly line: number;
  readonly why: ExcludedReason;
  readonly cells: readonly string[];
}

/** Something the reader mended or left out. Lines count from 1 as an editor shows them; `count` is how often. */
export type CsvNote =
  | { readonly note: "noHeader" }
  | { readonly note: "emptyHeader" | "duplicateHeader"; readonly name: string; readonly column: number }
  | {
      readonly note: "shortRows" | "quoteErrors" | "mixedLineEnds" | "damagedText";
      readonly count: number;
      readonly line: number;
    }
  | { readonly note: "importedAsText"; readonly name: string; readonly kind: KindId };

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

export interface PreviewColumn {
  readonly header: string;
  /** The field it goes into. */
  readonly field: string;
  readonly kind: KindId;
  readonly destination: Destination;
}

/** A row that is there already, and what the file would change in it. */
export interface PreviewChange {
  readonly line: number;
  readonly cells: readonly { readonly field: FieldId; readonly before: Value; readonly after: Value }[];
}

/** What becomes of the file's rows. With the lines that were left out they are all of them. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

export type CsvPreview =
  | {
      readonly type: "ready";
      readonly file: string;
      readonly encoding: Encoding;
      readonly delimiter: Delimiter;
      readonly columns: readonly PreviewColumn[];
      /** The first rows, as text. */
      readonly sample: readonly (readonly string[])[];
      readonly counts: ImportCounts;
      readonly key: readonly FieldId[];
      readonly action: ImportAction;
      /** Fields that can be the key; none in a sheet without rows. */
      readonly keyFields: readonly FieldId[];
      /** The first few. */
      readonly changes: readonly PreviewChange[];
      readonly notes: readonly CsvNote[];
      /** The first few. */
      readonly rejected: readonly Rejected[];
    }
  | { readonly type: "refused"; readonly file: string; readonly why: Refused }
  | { readonly type: "cancelled" };

export type ImportOutcome =
  | {
      readonly type: "imported";
      readonly file: string;
      readonly counts: ImportCounts;
      readonly firstRejected: readonly Rejected[];
      readonly notes: readonly CsvNote[];
    }
  | { readonly type: "cancelled" }
  | { readonly type: "nothing" };
