/** What the interface asks about charts. */
import type { ChartRecipe, SheetId } from "../core/model/index.ts";
import type { ChartReply } from "../engine/charts/answer.ts";

/** The workbook as it was, to compare with. */
export interface ComparedDay {
  /** The last journal entry that is in it, and when that was made. */
  readonly seq: number;
  readonly time: number;
}

export type Compared =
  | { readonly type: "compared"; readonly day: ComparedDay }
  /** There was no workbook yet. `began`: when there was. */
  | { readonly type: "before"; readonly began: number }
  /** What lies between cannot be read any more. */
  | { readonly type: "unreadable" };

/**
 * Under the view's filter and a search, but for conditions on the chart's own fields. With `then` beside what it was on
 * the day that was last compared with.
 */
export type ChartQuestion = readonly [sheet: SheetId, recipe: ChartRecipe, search: string, then: boolean];

/** An answer that nobody has asked for yet. */
export interface ChartAhead {
  readonly question: ChartQuestion;
  readonly reply: ChartReply;
}

export interface ChartRequests {
  chart(...question: ChartQuestion): Promise<ChartReply>;
  /** Resolves behind one of the next changes: with what was asked for behind one of the last, as it is answered now. */
  chartsAhead(): Promise<readonly ChartAhead[]>;
  /** Keeps the workbook as it was at the end of that time for `chart`; null lets go of it. */
  compareWith(time: number | null): Promise<Compared | null>;
}

export type * from "../engine/charts/answer.ts";
