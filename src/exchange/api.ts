/** What the exchange tells the interface: small, cloneable descriptions of a file and of what became of it. */
import type { Blanks, Field, FieldId, ImportAction, KindId, RowId, Value } from "../core/model/index.ts";
import type { ParseProblem } from "../fields/kind.ts";
import type { DateQuestion, DayOrder } from "./dates.ts";
import type { Decimal, DecimalQuestion } from "./decimals.ts";
import type { ReadingReport } from "./report.ts";
import type { Damage } from "./returning/damage.ts";
import type { MergeDecisions, Side } from "./returning/merge.ts";
import type { CsvNote, Delimiter, Encoding, ReadHints, Refused, RejectReason } from "./terms.ts";

export * from "./terms.ts";

export type Destination =
  | { readonly to: "field"; readonly field: FieldId }
  /** `kind`: what it shall be; else that is guessed. */
  | { readonly to: "newField"; readonly kind?: KindId }
  | { readonly to: "nowhere" };

/** Of a file that came back: whether what Excel damaged is put right, and which side counts where both changed a cell. */
export interface ReturnedHints extends MergeDecisions {
  readonly repair: boolean;
}

/** What is known of a file that came back. */
export interface ReturnedPreview {
  /** When it went out, in milliseconds since 1970. */
  readonly sent: number;
  readonly damaged: readonly { readonly how: Damage; readonly count: number }[];
  readonly hints: ReturnedHints;
  /** Cells that both changed, each in another way. */
  readonly conflicts: number;
  /** Cells that only you changed. */
  readonly mine: number;
  /** Rows that went out and did not come back. Nothing is done to them. */
  readonly missing: number;
  /** Rows with such cells. */
  readonly rows: { readonly conflict: number; readonly mine: number };
}

/** Another text for a cell of the file, in place of one that does not read. */
export interface Mended {
  /** At which its row begins. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What the person decided. */
export interface ImportHints extends ReadHints {
  /** By column of the file: the field it goes into, a field of its own, or nowhere. */
  readonly mapping?: readonly Destination[];
  /** What a row that is there already is recognised by; none: every row is new. */
  readonly key?: readonly FieldId[];
  readonly action?: ImportAction;
  readonly blanks?: Blanks;
  readonly mended?: readonly Mended[];
  /** What comes first in dates that may be several days. */
  readonly dayOrder?: DayOrder;
  /** The decimal sign of numbers in columns that show both. */
  readonly decimal?: Decimal;
  /** Of a file that came back. */
  readonly returned?: ReturnedHints;
  /** What was decided about earlier files with these columns does not count. */
  readonly anew?: boolean;
}

export interface PreviewColumn {
  readonly header: string;
  /** The field it goes into. */
  readonly field: string;
  readonly kind: KindId;
  readonly destination: Destination;
  /** With the choices and decimals that the file brings. */
  readonly definition: Field;
}

/** What becomes of a row of the file. */
export const FATES = ["added", "updated", "unchanged", "skipped", "rejected"] as const;
export type Fate = (typeof FATES)[number];

/**
 * Which rows are shown: of a kind; new ones that look like one that is there or comes before; or of a file that came back those with cells that
 * both changed, or only you.
 */
export const DIFF_KINDS = ["all", ...FATES, "alike", "conflict", "mine"] as const;
export type DiffKind = (typeof DIFF_KINDS)[number];

export interface DiffCell {
  /** As the file has it. */
  readonly text: string;
  /** Of a cell that would change: what it is, and would be. */
  readonly change?: { readonly before: Value; readonly after: Value };
  /** Of a file that came back, where both changed the cell, or only you. `mine` is what it is now. */
  readonly merge?: {
    readonly verdict: "conflict" | "mine";
    readonly side: Side;
    readonly field: FieldId;
    readonly sent: Value;
    readonly mine: Value;
    readonly theirs: Value;
  };
  /** Of what the person wrote in place of another text: what it was read as. */
  readonly written?: Value;
  /** Why it does not read. */
  readonly problem?: ParseProblem;
  /** What keeps its row out: another text may let it in. */
  readonly mendable?: true;
}

/** A row of the sheet by its name, or a row of the file that comes before. */
export type Like =
  | { readonly in: "sheet"; readonly name: string }
  | { readonly in: "file"; readonly line: number };

/** A row of the file beside the row of the sheet that it is, where there is one. */
export interface DiffRow {
  readonly line: number;
  readonly fate: Fate;
  /** The sheet's row that it is; null: none. */
  readonly there: RowId | null;
  /** Of a new row: what it looks like, once that is known. */
  readonly like: Like | null;
  /** Among the rows that were read; null for one that never came so far. */
  readonly row: number | null;
  /** One for each column of the file. */
  readonly cells: readonly DiffCell[];
  /** Of a rejected row. */
  readonly why: RejectReason | null;
}

/** What becomes of the file's rows: with the lines that are no rows these are all of them. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
  /** Lines that are no rows. */
  readonly excluded: number;
}

/** What a file was that is no text by itself. */
export interface Origin {
  readonly from: "xlsx" | "vcard";
  /** Of a workbook, hidden ones left out; the one that is read is `sheet`. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

/** With the answer: of now, or of an earlier file with these columns. */
export type Asked<Question, Answer> = Question & { readonly answer: Answer | null };

export type CsvPreview =
  | {
      readonly type: "ready";
      readonly file: string;
      readonly encoding: Encoding;
      readonly delimiter: Delimiter;
      /** Null: a text. */
      readonly origin: Origin | null;
      readonly columns: readonly PreviewColumn[];
      readonly counts: ImportCounts;
      /** The line of the first one; null: none is rejected. */
      readonly firstRejected: number | null;
      readonly key: readonly FieldId[];
      readonly action: ImportAction;
      readonly blanks: Blanks;
      /** It is as was decided about the last file with these columns. */
      readonly remembered: boolean;
      /** Null: it is none that went out from here. */
      readonly returned: ReturnedPreview | null;
      /** When the very same file was imported before, in milliseconds since 1970; null: never, or it is undone. */
      readonly before: number | null;
      /** Fields that can be the key; none in a sheet without rows. */
      readonly keyFields: readonly FieldId[];
      /** Fields that its columns may be in the sheet that it begins; none where it goes into one that is there. */
      readonly begun: readonly Pick<Field, "id" | "name">[];
      readonly notes: readonly CsvNote[];
      readonly how: ReadingReport;
      /** Null where no date may be two days. */
      readonly dates: Asked<DateQuestion, DayOrder> | null;
      readonly decimals: Asked<DecimalQuestion, Decimal> | null;
    }
  | { readonly type: "refused"; readonly file: string; readonly why: Refused }
  | { readonly type: "cancelled" };

export type ImportOutcome =
  | {
      readonly type: "imported";
      readonly file: string;
      readonly counts: ImportCounts;
      readonly notes: readonly CsvNote[];
    }
  | { readonly type: "cancelled" }
  | { readonly type: "nothing" };
