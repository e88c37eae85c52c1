/** What a chart says and shows, before anything is drawn: one sentence, one drawing, one table, made of the same figures. */
import type { App } from "../../app/app.ts";
import type { Filter, Hue } from "../../core/model/index.ts";

/** What of the app is needed to word a chart. */
export interface Speaker {
  readonly t: App["t"];
  readonly language: App["language"];
  readonly locale: App["locale"];
  readonly sheet: App["sheet"];
}

/** Parts of a filter that must all hold: what a click asks for. Null: nothing can be asked. */
export type Pick = readonly Filter[] | null;

export interface Mark {
  readonly label: string;
  /** It is all that is beyond those shown. */
  readonly rest: boolean;
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
  /** The same as they were; null where nothing is compared. */
  readonly before: readonly (number | null)[] | null;
  readonly picks: readonly Pick[];
}

export interface HeatCell {
  readonly value: number;
  readonly text: string;
  /** Since the day compared with, as "+3"; "" of none. */
  readonly change: string;
  readonly pick: Pick;
}

/** What of an earlier day stands in the picture is called this in it; null where nothing does. */
interface Compared {
  readonly since: string | null;
}

export interface CurvePoint {
  readonly rows: number;
  readonly amount: number;
}

export interface BarsDrawing extends Compared {
  readonly look: "bars" | "funnel";
  readonly marks: readonly Mark[];
  /** Bars that are longer are cut off here, and are seen to be; null: each has its length. */
  readonly limit: number | null;
}

export interface RingDrawing extends Compared {
  readonly look: "doughnut";
  readonly marks: readonly Mark[];
}

export interface ColumnsDrawing extends Compared {
  readonly look: "columns" | "line";
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** One series goes up where the other goes down, so that each has the whole width. */
  readonly mirrored: boolean;
  /** Of the axis. */
  readonly format: (value: number) => string;
  /** There is nothing between one number and the next. */
  readonly whole: boolean;
}

export interface CurveDrawing extends Compared {
  readonly look: "curve";
  readonly points: readonly CurvePoint[];
  readonly before: readonly CurvePoint[] | null;
  readonly mark: { readonly at: number; readonly share: number; readonly label: string };
  readonly pick: Pick;
}

export interface HeatDrawing extends Compared {
  readonly look: "heat";
  readonly down: readonly string[];
  readonly across: readonly string[];
  readonly titles: { readonly down: string; readonly across: string };
  readonly cells: readonly (readonly HeatCell[])[];
}

export type Drawing = BarsDrawing | RingDrawing | ColumnsDrawing | CurveDrawing | HeatDrawing;

export interface Cell {
  readonly text: string;
  /** What it was before, or how it changed: said beside it. */
  readonly was?: string;
  readonly pick?: Pick;
  /** Of a choice: the cell wears its chip. */
  readonly hue?: Hue | null;
}

export interface Told {
  readonly sentence: string;
  /** What has to be known besides. */
  readonly notes: readonly string[];
  /** What has to be known of the picture, and not of the same figures as a table. */
  readonly ofPicture?: readonly string[];
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
  /** Another column would do. */
  readonly another?: boolean;
  /** Takes the place of the recipe. */
  readonly mend?: { readonly label: string; readonly unit: "week" | "month" | "quarter" | "year" };
}
