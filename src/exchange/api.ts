/** What the exchange tells the interface: small, cloneable descriptions of a file and of what became of it. */
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

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What the person decided; what is left out is detected. */
export interface ImportHints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly header?: boolean;
  /** Word for a column without a name, e.g. "Column"; its number is put behind it. */
  readonly columnWord: string;
}

export type Refused =
  | { readonly reason: "empty" | "binary" | "xlsx" | "xls" | "zip" | "pdf" }
  | { readonly reason: "tooLarge"; readonly bytes: number; readonly limit: number }
  | { readonly reason: "wrongEncoding"; readonly encoding: Encoding }
  | { readonly reason: "unreadable" };

/** Something the reader mended or left out. Lines count from 1 as an editor shows them; `count` is how often. */
export type CsvNote =
  | { readonly note: "noHeader" }
  | { readonly note: "emptyHeader" | "duplicateHeader"; readonly name: string; readonly column: number }
  | {
      readonly note: "shortRows" | "quoteErrors" | "mixedLineEnds";
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
  readonly isNew: boolean;
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
      readonly rows: number;
      readonly notes: readonly CsvNote[];
      /** The first few, and how many there are. */
      readonly rejected: readonly Rejected[];
      readonly rejectedCount: number;
    }
  | { readonly type: "refused"; readonly file: string; readonly why: Refused }
  | { readonly type: "cancelled" };

export type ImportOutcome =
  | {
      readonly type: "imported";
      readonly file: string;
      readonly added: number;
      readonly updated: number;
      readonly rejected: number;
      readonly firstRejected: readonly Rejected[];
      readonly notes: readonly CsvNote[];
    }
  | { readonly type: "cancelled" }
  | { readonly type: "nothing" };
