/** What a chart is told by the rows it is made of. All of it survives structured cloning, and none of it grows with the rows. */
import type { Atom, Field, FieldId, PeriodUnit } from "../../core/model/index.ts";
import type { Exact } from "../aggregate/exact.ts";

/** Both ends included: of days, or of numbers as scaled integers. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface ChartGroup {
  /** What the rows have in the field; of a range its beginning. Null: the cell is empty. */
  readonly atom: Atom;
  /** Of periods and of numbers in ranges. */
  readonly range: Range | null;
  readonly rows: number;
  /** What is measured; null where nothing is filled in. */
  readonly value: Exact | null;
}

/** How rows that were there on both days went through the choices of a field, which are in the order of their worth. */
export interface Moves {
  readonly up: number;
  readonly down: number;
}

export interface GroupsAnswer {
  readonly type: "groups";
  readonly by: Field;
  /** Null: rows are counted. */
  readonly of: Field | null;
  readonly unit: PeriodUnit | null;
  /** Of ranges of numbers; null: each value is a group. */
  readonly width: number | null;
  readonly rows: number;
  /** Of all the rows; null where it is not a sum or a count, or nothing is filled in. */
  readonly whole: Exact | null;
  readonly groups: readonly ChartGroup[];
  /** What is beyond the groups that are shown. */
  readonly others: { readonly groups: number; readonly rows: number; readonly value: Exact | null } | null;
}

export interface ParetoAnswer {
  readonly type: "pareto";
  readonly of: Field;
  /** Rows that have an amount. */
  readonly rows: number;
  /** Those of them whose amount is below nothing, which counts as nothing. */
  readonly losses: number;
  /** From none to all: shares of the rows and of the whole, from 0 to 1. */
  readonly points: readonly { readonly rows: number; readonly amount: number }[];
  /** Who together bring 80 %: how many, and the least of their amounts. */
  readonly few: { readonly rows: number; readonly from: number };
}

export interface YearsAnswer {
  readonly type: "years";
  readonly by: Field;
  readonly of: Field;
  /** Ascending; of each year twelve months, null where no row lies in one. */
  readonly years: readonly {
    readonly year: number;
    readonly total: Exact;
    readonly months: readonly { readonly range: Range; readonly value: Exact | null }[];
  }[];
  /** Rows without a day. */
  readonly without: number;
}

export interface FlowAnswer {
  readonly type: "flow";
  readonly first: Field | null;
  readonly last: Field;
  readonly after: number;
  /** The last two years, ascending to the present month. */
  readonly months: readonly {
    readonly range: Range;
    readonly came: number;
    readonly lost: number;
    /** Days of `last` that make one of the lost. */
    readonly lostBy: Range;
  }[];
}

/** 5 is the best fifth; as in rules by recency, frequency and amount. */
export interface ScoreBand {
  readonly score: number;
  /** From this on; null: whatever is below, and empty cells. */
  readonly from: number | null;
  /** Below this; null: whatever is above. */
  readonly below: number | null;
}

export interface RfmAnswer {
  readonly type: "rfm";
  readonly recency: Field;
  readonly value: Field;
  readonly rows: number;
  /** From the best to the last, as are the cells: rows of recency, columns of value. */
  readonly recencies: readonly ScoreBand[];
  readonly values: readonly ScoreBand[];
  readonly cells: readonly (readonly { readonly rows: number; readonly sum: Exact }[])[];
}

export type ChartAnswer =
  | GroupsAnswer
  | ParetoAnswer
  | YearsAnswer
  | FlowAnswer
  | RfmAnswer
  /** A field that the chart looks at is gone, or holds something else by now. */
  | { readonly type: "lacks"; readonly field: FieldId }
  /** No row of the sheet is shown; `total`: how many it has. */
  | { readonly type: "noRows"; readonly total: number }
  /** Nothing is filled in that could be drawn. */
  | { readonly type: "noValues"; readonly field: Field }
  /** Nothing adds up to more than nothing. */
  | { readonly type: "noAmounts"; readonly field: Field }
  | { readonly type: "tooMany"; readonly field: Field; readonly unit: PeriodUnit | null };

/** The same chart of the workbook as it was, laid out so that both stand beside each other. */
export interface EarlierAnswer {
  readonly answer: ChartAnswer;
  /** Of groups by a field of choices. */
  readonly moves: Moves | null;
}

export interface ChartReply {
  readonly now: ChartAnswer;
  /** Null: nothing was asked of then. */
  readonly before: EarlierAnswer | null;
}
