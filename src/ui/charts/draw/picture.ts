/** The list of hands: which of them draws what. */
import type { Drawing, Pick } from "../told.ts";
import { barsHeight, makeBars } from "./bars.ts";
import type { Chosen, Hand } from "./canvas.ts";
import { makeColumns } from "./columns.ts";
import { makeCurve } from "./curve.ts";
import { makeDoughnut } from "./doughnut.ts";
import { makeHeat } from "./heat.ts";

/** Drawings of one hand can be changed into one another in place. */
export type HandName = "bars" | "columns" | "doughnut" | "curve" | "heat";

export function handOf({ look }: Drawing): HandName {
  switch (look) {
    case "bars":
    case "funnel":
      return "bars";
    case "columns":
    case "line":
      return "columns";
    case "doughnut":
    case "curve":
    case "heat":
      return look;
  }
}

/** In CSS pixels. */
export function heightOf(drawing: Drawing): number {
  switch (drawing.look) {
    case "bars":
    case "funnel":
      return barsHeight(drawing);
    case "columns":
    case "line":
      return 210;
    case "doughnut":
      return Math.max(170, drawing.marks.length * 17 + 12);
    case "curve":
      return 180;
    case "heat":
      return 230;
  }
}

export interface Picture {
  readonly update: (drawing: Drawing, chosen: Chosen) => void;
  readonly resize: () => void;
  readonly recolour: () => void;
  readonly destroy: () => void;
}

function pictureBy<Own extends Drawing>(hand: Hand<Own>, own: (drawing: Drawing) => Own | null): Picture {
  return {
    ...hand,
    update: (drawing, chosen) => {
      const fitting = own(drawing);
      if (fitting !== null) hand.update(fitting, chosen);
    },
  };
}

/** Of one hand for good: drawings of others are not taken. `ratio`: dots to a CSS pixel; 0: as many as the screen has. */
export function makePicture(
  name: HandName,
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio = 0,
): Picture {
  switch (name) {
    case "bars":
      return pictureBy(makeBars(canvas, pick, ratio), (each) =>
        each.look === "bars" || each.look === "funnel" ? each : null,
      );
    case "columns":
      return pictureBy(makeColumns(canvas, pick, ratio), (each) =>
        each.look === "columns" || each.look === "line" ? each : null,
      );
    case "doughnut":
      return pictureBy(makeDoughnut(canvas, pick, ratio), (each) => (each.look === "doughnut" ? each : null));
    case "curve":
      return pictureBy(makeCurve(canvas, pick, ratio), (each) => (each.look === "curve" ? each : null));
    case "heat":
      return pictureBy(makeHeat(canvas, pick, ratio), (each) => (each.look === "heat" ? each : null));
  }
}
