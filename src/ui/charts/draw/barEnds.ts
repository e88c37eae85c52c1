/** What is drawn across the ends of bars: as far as each went before, and that one is cut off. */
import type { Chart, Plugin } from "chart.js";
import type { Mark } from "../told.ts";
import type { Colours } from "./canvas.ts";

export interface Ends {
  readonly bars: readonly { readonly mark: Mark }[];
  /** Each bar grows to both sides. */
  readonly centred: boolean;
  readonly limit: number | null;
}

/** Pixels from the end of a bar that is cut off to the gap in it, the width of that, and how far it leans. */
const BREAK = { from: 14, width: 5, lean: 3 };

interface End {
  readonly x: number;
  readonly y: number;
  /** -1 or 1: which way the bar lies. */
  readonly inwards: number;
}

function endsOf(chart: Chart<"bar">, dataset: number, index: number, centred: boolean): readonly End[] {
  const element = chart.getDatasetMeta(dataset).data[index];
  if (element === undefined) return [];
  const { x, y, base } = element.getProps(["x", "y", "base"], true);
  const inwards = Math.sign(base - x);
  return [{ x, y, inwards }, ...(centred ? [{ x: base, y, inwards: -inwards }] : [])];
}

/** Two slanted edges: it is longer than it is drawn. */
function cross(ctx: CanvasRenderingContext2D, { x, y, inwards }: End, half: number, colours: Colours): void {
  const { from, width, lean } = BREAK;
  const [at, top, bottom] = [x + inwards * from, y - half - 1, y + half + 1];
  ctx.fillStyle = colours("paper");
  ctx.beginPath();
  ctx.moveTo(at + lean, top);
  ctx.lineTo(at + lean + width, top);
  ctx.lineTo(at - lean + width, bottom);
  ctx.lineTo(at - lean, bottom);
  ctx.fill();
}

/** On a ground of its own, to be seen on the bar too. */
function line(ctx: CanvasRenderingContext2D, { x, y }: End, half: number, colours: Colours): void {
  ctx.fillStyle = colours("paper");
  ctx.fillRect(x - 2, y - half - 1, 4, 2 * half + 2);
  ctx.fillStyle = colours("ink-2");
  ctx.fillRect(x - 1, y - half - 1, 2, 2 * half + 2);
}

/** Of bars so many pixels thick; the second dataset is what they were. */
export function barEnds(ends: () => Ends, thickness: number, colours: Colours): Plugin<"bar"> {
  const half = thickness / 2;
  return {
    id: "ends",
    afterDatasetsDraw: (chart) => {
      const { bars, limit, centred } = ends();
      const isCut = (value: number): boolean => limit !== null && Math.abs(value) > limit;
      for (const [index, { mark }] of bars.entries()) {
        const { value, before } = mark;
        const of = (dataset: number): readonly End[] => endsOf(chart, dataset, index, centred);
        if (isCut(value)) for (const end of of(0)) cross(chart.ctx, end, half, colours);
        // What has not changed is not marked.
        if (before === null || before === value) continue;
        for (const end of of(1)) (isCut(before) ? cross : line)(chart.ctx, end, half, colours);
      }
    },
  };
}
