/** Three-way: what they changed comes in, what you changed stays, and where both did it is decided cell by cell. */
import type { Atom, Blanks, FieldId } from "../../core/model/index.ts";
import type { BaseOf, ReturnedFile } from "./read.ts";

export type Side = "mine" | "theirs";

export interface MergeDecisions {
  /** Of cells that both changed. */
  readonly take: Side;
  readonly cells: readonly { readonly row: number; readonly field: FieldId; readonly take: Side }[];
}

export const KEEP_MINE: MergeDecisions = { take: "mine", cells: [] };

/** same: nobody changed it, or both in the same way. */
export type Verdict = "same" | "mine" | "theirs" | "conflict";

const cellKey = (field: FieldId, row: number): string => `${row} ${field}`;

export class Merge {
  readonly rows: Uint32Array;
  readonly baseOf: BaseOf;
  /** Whether a row of that id was there when the file went out. */
  readonly wasSent: (row: number) => boolean;
  private readonly blanks: Blanks;
  private readonly take: Side;
  private readonly cells: ReadonlyMap<string, Side>;

  constructor(
    { rows, baseOf, wasSent }: Pick<ReturnedFile, "rows" | "baseOf" | "wasSent">,
    blanks: Blanks,
    { take, cells }: MergeDecisions,
  ) {
    this.rows = rows;
    this.baseOf = baseOf;
    this.wasSent = wasSent;
    this.blanks = blanks;
    this.take = take;
    this.cells = new Map(cells.map((cell) => [cellKey(cell.field, cell.row), cell.take]));
  }

  verdict(field: FieldId, row: number, mine: Atom, theirs: Atom): Verdict {
    const base = this.baseOf(field, row);
    if (mine === theirs) return "same";
    if (base === undefined) return theirs === null && this.blanks === "keep" ? "mine" : "theirs";
    if (theirs === base || (theirs === null && this.blanks === "keep")) return "mine";
    return mine === base ? "theirs" : "conflict";
  }

  /** Which side a cell that both changed is taken from. */
  side(field: FieldId, row: number): Side {
    return this.cells.get(cellKey(field, row)) ?? this.take;
  }

  /** Whether the file's cell comes in. */
  takes(field: FieldId, row: number, mine: Atom, theirs: Atom): boolean {
    const verdict = this.verdict(field, row, mine, theirs);
    return verdict === "theirs" || (verdict === "conflict" && this.side(field, row) === "theirs");
  }
}
