/** What the two threads say to each other about an export. */
import type { ExportTemplate, FieldId, Fill, FormulaDecision, RowId, SheetId } from "../core/model/index.ts";
import type { Misfit } from "../exchange/out/check.ts";
import type { Language } from "../i18n/index.ts";
import type { Picked } from "./api.ts";

export type ExportScope =
  /** What is on the screen: the rows of the last query and the columns shown, in their order. */
  | { readonly scope: "view" }
  /** The rows and columns in which something is selected. */
  | { readonly scope: "selection"; readonly picked: Picked }
  /** All rows and all fields, hidden ones too. */
  | { readonly scope: "sheet" }
  /** That of every sheet. */
  | { readonly scope: "all" };

export interface ExportRequest {
  readonly sheet: SheetId;
  readonly scope: ExportScope;
  readonly preset: string;
  /** In place of the preset's layout. */
  readonly template?: ExportTemplate;
  /** Of files in our own columns: which, in their order; left out: those of the scope. */
  readonly fields?: readonly FieldId[];
  /** Of files in a receiver's columns: one for each; left out: as suggested. */
  readonly fills?: readonly Fill[];
  /** What becomes of texts that a spreadsheet would run, where the receiver would keep the apostrophe. */
  readonly formulas?: FormulaDecision;
  /** Rows with cells that cannot be written are left out; else such cells stop the export. */
  readonly leaveOut?: boolean;
}

export interface ExportMisfit {
  readonly sheet: SheetId;
  /** Null: it is the column's name. */
  readonly row: RowId | null;
  /** Of the row in the file, from 0; -1 for a column's name. */
  readonly place: number;
  /** To jump to; null where no field fills the column. */
  readonly field: FieldId | null;
  /** As the file names it. */
  readonly column: string;
  readonly text: string;
  readonly misfit: Misfit;
}

export interface ExportPreview {
  readonly rows: number;
  readonly columns: number;
  /** Of a receiver's layout, as they are filled; null: the columns are our own. */
  readonly layout:
    | readonly { readonly name: string; readonly fill: Fill; readonly required: boolean }[]
    | null;
  /** The first lines of the file, the first of several. */
  readonly lines: readonly string[];
  /** How many files it comes to. */
  readonly files: number;
  /** Rows with cells that cannot be written: those that would have to be left out, and those that are. */
  readonly stoppedRows: number;
  readonly leftOut: number;
  /** Cells that stop it, that the receiver would refuse or change, and that a spreadsheet would run. */
  readonly stopping: number;
  readonly unfit: number;
  readonly formulas: number;
  /** The first of each. */
  readonly misfits: readonly ExportMisfit[];
}

export interface ExportNames {
  /** Of the file, without what stands behind its point. */
  readonly file: string;
  readonly language: Language;
}

export type TemplateRead =
  | { readonly type: "read"; readonly template: ExportTemplate }
  /** Not a text of columns. */
  | { readonly type: "refused" };

export type Exported =
  /** `blob`: null where it went to disk. */
  | {
      readonly type: "written";
      readonly blob: Blob | null;
      readonly name: string;
      readonly rows: number;
      readonly leftOut: number;
    }
  /** Cells stop it: ask for a preview. */
  | { readonly type: "stopped" }
  | { readonly type: "failed" }
  | { readonly type: "cancelled" };

export interface ExportRequests {
  /** What an export would be, and every cell that does not fit. Null: given up for a newer request. */
  previewExport(request: ExportRequest): Promise<ExportPreview | null>;
  /** `target`: where it goes on disk; null: it is handed back. */
  exportFile(
    request: ExportRequest,
    names: ExportNames,
    target: FileSystemFileHandle | null,
  ): Promise<Exported>;
  cancelExport(): Promise<void>;
  /** Reads a receiver's own empty file. */
  readTemplate(file: File): Promise<TemplateRead>;
}
