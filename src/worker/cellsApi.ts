/** What hands, find and replace ask about cells, and what they are told: of the worker's interface (`api.ts`). */
import type { FieldId, SheetId } from "../core/model/index.ts";
import type { Totals } from "../engine/aggregate/totals.ts";
import type { Sought } from "../engine/query/pattern.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { ParseProblem } from "../fields/kind.ts";
import type { Dispatched } from "./api.ts";

/** Cells of the last query: rectangles by the row's place and the column's among `fields`, corners included. */
export interface Picked {
  /** The columns on the screen, in their order. */
  readonly fields: readonly FieldId[];
  readonly boxes: readonly PickedBox[];
}

export interface PickedBox {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PickedPlace {
  readonly row: number;
  readonly column: number;
}

export interface EdgeQuestion extends PickedPlace {
  readonly fields: readonly FieldId[];
  readonly axis: "row" | "column";
  readonly step: 1 | -1;
}

export type Copied =
  | {
      readonly type: "copied";
      /** As the clipboard takes them: the interface hands them on unread. */
      readonly text: Blob;
      /** Null for so many cells that browsers would take long to read the HTML through. */
      readonly html: Blob | null;
      readonly cells: number;
    }
  /** Several ranges that are no table together. */
  | { readonly type: "apart" }
  | { readonly type: "tooMany"; readonly most: number };

/** What find and replace looks for, and where: the cells of the last query, by the texts that editing them begins with. */
export interface CellsQuestion extends Sought {
  /** The columns on the screen, in their order. */
  readonly fields: readonly FieldId[];
  /** Only in this one; null: in all of them. */
  readonly column: FieldId | null;
  /** Only within these; null: everywhere. */
  readonly boxes: readonly PickedBox[] | null;
}

/** On to the next (1), back to the one before (-1), or where it is if it matches, else on (0). */
export interface FindStep {
  readonly from: PickedPlace;
  readonly step: -1 | 0 | 1;
}

export interface FoundCells {
  readonly count: number;
  /** Where it led; `index` counts from 0. Null: nothing matches. */
  readonly at: (PickedPlace & { readonly index: number }) | null;
}

export interface ReplaceRequest {
  readonly question: CellsQuestion;
  readonly by: string;
  /** Only there, if it matches; null: all of them. */
  readonly only: PickedPlace | null;
}

export interface ReplacePreview {
  readonly cells: number;
  /** Cells whose new text their column cannot read: they keep what they hold. */
  readonly refused: number;
  /** The first of both. `row`: its place. */
  readonly changes: readonly {
    readonly row: number;
    readonly field: FieldId;
    readonly before: string;
    readonly after: string;
    readonly problem: ParseProblem | null;
  }[];
}

export type Replaced =
  | ({ readonly ok: true } & ReplacePreview)
  | { readonly ok: false; readonly refusal: Refusal };

export interface FillRequest {
  readonly fields: readonly FieldId[];
  readonly from: PickedBox;
  /** Holds `from` and reaches beyond it in one direction; null: down, as far as the data beside it goes. */
  readonly to: PickedBox | null;
  /** "auto" goes on where the cells follow a rule, "toggled" does the other thing. */
  readonly how: "copy" | "auto" | "toggled";
}

export type Filled =
  | { readonly ok: true; readonly box: PickedBox }
  | { readonly ok: false; readonly refusal: Refusal };

export type RowSide = "above" | "below";

export interface PasteRequest extends Picked {
  /** As text, or as an HTML table that the interface has read. */
  readonly clip: string | readonly (readonly string[])[];
  /** What becomes of columns that do not fit: they are asked for, added, or left out. */
  readonly overflow: "ask" | "add" | "leaveOut";
}

/** A text that its column could not read; the cell holds what it held. */
export interface Unread {
  readonly field: FieldId;
  readonly row: number;
  readonly problem: ParseProblem;
}

export type Pasted =
  | {
      readonly type: "pasted";
      readonly cells: number;
      readonly addedRows: number;
      readonly unread: { readonly count: number; readonly first: readonly Unread[] };
      /** Columns left out. */
      readonly leftOut: number;
      /** Cells whose row another tab had deleted. */
      readonly missed: number;
      /** Where it went, first of several. */
      readonly box: PickedBox;
    }
  /** Nothing was done: so many columns do not fit. `addable`: whether they can be added, for very many are no table. */
  | { readonly type: "overflow"; readonly columns: number; readonly addable: boolean }
  | { readonly type: "tooMany"; readonly most: number }
  | { readonly type: "refused"; readonly refusal: Refusal };

/** The part of the worker's interface about them. */
export interface CellRequests {
  /** Count, sum, average and extremes of cells; null if it was given up for a newer question. */
  summarise(sheet: SheetId, picked: Picked): Promise<Totals | null>;
  /** Where Ctrl and an arrow lead to from a cell. */
  edge(sheet: SheetId, from: EdgeQuestion): Promise<PickedPlace>;
  /** Cells as text for the clipboard. With `cut`, the next paste of this text takes them away here. */
  copyCells(sheet: SheetId, picked: Picked, cut: boolean): Promise<Copied>;
  /** One step, wholly or not at all; cells that cannot be read keep what they hold. */
  pasteCells(sheet: SheetId, request: PasteRequest): Promise<Pasted>;
  /** One step; answers with the box that was filled, source and all. */
  fillCells(sheet: SheetId, request: FillRequest): Promise<Filled>;
  /** Null: given up for a newer question. */
  findCells(sheet: SheetId, question: CellsQuestion, go: FindStep): Promise<FoundCells | null>;
  /** What replacing would do. Null: given up. */
  previewReplace(sheet: SheetId, request: ReplaceRequest): Promise<ReplacePreview | null>;
  /** One step. */
  replaceCells(sheet: SheetId, request: ReplaceRequest): Promise<Replaced>;
  clearCells(sheet: SheetId, picked: Picked): Promise<Dispatched>;
  /** Empty rows above or below the row at a place; answers with the first of them. */
  insertRows(sheet: SheetId, place: number, count: number, side: RowSide): Promise<Dispatched>;
  deleteRows(sheet: SheetId, picked: Picked): Promise<Dispatched>;
  /** Copies of whole rows, those that stand together behind each other; answers with the first. */
  duplicateRows(sheet: SheetId, picked: Picked): Promise<Dispatched>;
}
