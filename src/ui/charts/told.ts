/** What a chart says and shows, before anything is drawn: one sentence, one drawing, one table, made of the same figures. */
import type { Filter, Hue } from "../../core/model/index.ts";

/** Parts of a filter that must all hold: what a click asks for. Null: nothing can be asked. */
export type Pick = readonly Filter[] | null;

export interface Mark {
  readonly label: string;
  /** Of a choice; null where colour says nothing. */
  readonly hue: Hue | null;
  readonly value: number;
  /** As it was on the day compared with. */
  readonly before: number | null;
  /** Short enough to stand beside it. */
  readonly text: string;
  readonly pick: Pick;
}

export interface Series {
  readonly name: string;
  /** The weightiest first: 0 is what is now. */
  readonly rank: number;
  readonly values: readonly (number | null)[];
  readonly picks: readonly Pick[];
}

export interface HeatCell {
  readonly value: number;
  readonly text: string;
  readonly pick: Pick;
}

export interface BarsDrawing {
  readonly look: "bars" | "funnel";
  readonly marks: readonly Mark[];
}

export interface RingDrawing {
  readonly look: "doughnut";
  readonly marks: readonly Mark[];
}

export interface ColumnsDrawing {
  readonly look: "columns" | "line";
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Of the axis. */
  readonly format: (value: number) => string;
}

export interface CurveDrawing {
  readonly look: "curve";
  readonly points: readonly { readonly rows: number; readonly amount: number }[];
  readonly mark: { readonly at: number; readonly share: number; readonly label: string };
  readonly pick: Pick;
}

export interface HeatDrawing {
  readonly look: "heat";
  readonly down: readonly string[];
  readonly across: readonly string[];
  readonly titles: { readonly down: string; readonly across: string };
  readonly cells: readonly (readonly HeatCell[])[];
}

export type Drawing = BarsDrawing | RingDrawing | ColumnsDrawing | CurveDrawing | HeatDrawing;

export interface Cell {
  readonly text: string;
  readonly pick?: Pick;
  /** Of a choice: the cell wears its chip. */
  readonly hue?: Hue | null;
}

export interface Told {
  readonly sentence: string;
  /** What has to be known besides. */
  readonly notes: readonly string[];
  readonly drawing: Drawing;
  readonly head: readonly string[];
  /** The first cell of each names its row. */
  readonly rows: readonly (readonly Cell[])[];
  /** One thing to do besides: the rows it shows. */
  readonly action?: { readonly label: string; readonly pick: Pick };
}

/** Why there is nothing to draw, and what to do. */
export interface Nothing {
  readonly why: string;
  /** Takes the place of the recipe. */
  readonly mend?: { readonly label: string; readonly unit: "week" | "month" | "quarter" | "year" };
}
