/** What went out to come back: enough to rebuild from the journal what a file contained. */
import type { FieldId, SheetId, WorkbookId } from "./ids.ts";

export interface SentFile {
  /** Stands in the file, in the name of its column of row ids. The files of several sheets that went out at once share it. */
  readonly id: string;
  /** Entry numbers mean nothing in another workbook. */
  readonly workbook: WorkbookId;
  readonly sheet: SheetId;
  /** The journal's entry after which it was written. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly file: string;
  readonly preset: string;
  readonly rows: number;
  /** Its columns, as they were named, and the fields they show. */
  readonly columns: readonly { readonly name: string; readonly field: FieldId }[];
}

/** The last ones are kept, and in any case all of the last export. */
export const MOST_SENT = 50;
