/** A thin hand on Chart.js: a ring whose parts are named beside it. */
import {
  type ActiveElement,
  ArcElement,
  Chart,
  type ChartEvent,
  DoughnutController,
  type Plugin,
} from "chart.js";
import type { Mark, Pick, RingDrawing } from "../told.ts";
import {
  type Chosen,
  type Colours,
  faint,
  filled,
  fitted,
  fixed,
  fontText,
  type Hand,
  makePalette,
  veiled,
} from "./canvas.ts";
import { toneAt } from "./tones.ts";

Chart.register(ArcElement, DoughnutController);

/** Pixels from one name to the next. */
const LINE = 17;
/** Pixels from the ring to the colours of its parts, from there to the names, and at least from these to the values. */
const BESIDE = 16;
const SWATCH = 14;
const BETWEEN = 8;

interface Part {
  readonly mark: Mark;
  readonly faint: boolean;
}

/** Before the first drawing. */
const NONE: readonly Part[] = [];

function paints(parts: readonly Part[], colours: Colours): readonly string[] {
  const own = ({ hue, rest }: Mark, at: number): string => {
    if (rest) return colours("line-strong");
    if (hue !== null) return colours(`hue-${hue}-fill`);
    const { token, share } = toneAt(at, parts.length);
    return veiled(colours(token), share);
  };
  return parts.map(({ mark, faint: pale }, at) => {
    const colour = own(mark, at);
    return pale ? faint(colour) : colour;
  });
}

/** The parts' names and values to the right of the ring, in their order. */
function labels(parts: () => readonly Part[], colours: Colours): Plugin<"doughnut"> {
  return {
    id: "labels",
    afterDraw: ({ ctx, chartArea, width, height }) => {
      const list = parts();
      ctx.save();
      ctx.font = fontText();
      ctx.textBaseline = "middle";
      const left = chartArea.right + BESIDE;
      const top = topOf(list, height);
      const own = paints(list, colours);
      for (const [at, part] of list.entries()) {
        const y = top + at * LINE;
        ctx.fillStyle = own[at] ?? "";
        ctx.fillRect(left, y - 4, 8, 8);
        ctx.fillStyle = colours(part.faint ? "ink-3" : "ink");
        ctx.textAlign = "left";
        const room = width - left - SWATCH - ctx.measureText(part.mark.text).width - BETWEEN;
        ctx.fillText(fitted(ctx, part.mark.label, room), left + SWATCH, y);
        ctx.fillStyle = colours(part.faint ? "ink-3" : "ink-2");
        ctx.textAlign = "right";
        ctx.fillText(part.mark.text, width - 1, y);
      }
      ctx.restore();
    },
  };
}

/** Names and values have at least so many pixels beside the ring, more if they need it, and at most that share of the whole. */
const ROOM = 200;
const MOST_ROOM = 0.6;

/** What the ring leaves is theirs too. */
function roomFor(parts: readonly Part[], { ctx, width, height }: Chart): number {
  ctx.save();
  ctx.font = fontText();
  const widths = parts.map(
    ({ mark }) => ctx.measureText(mark.label).width + ctx.measureText(mark.text).width,
  );
  ctx.restore();
  const wanted = BESIDE + SWATCH + BETWEEN + Math.ceil(Math.max(0, ...widths));
  return Math.max(ROOM, width - height, Math.min(wanted, width * MOST_ROOM));
}

type RingChart = Chart<"doughnut", number[], string>;

/** Pixels from above to the middle of the first part's name. */
const topOf = (parts: readonly Part[], height: number): number => (height - (parts.length - 1) * LINE) / 2;

/** The part that was pressed, or whose name was. */
function partAt(
  chart: Chart,
  parts: readonly Part[],
  { x, y }: ChartEvent,
  [element]: readonly ActiveElement[],
): Part | undefined {
  if (element !== undefined) return parts[element.index];
  if (x === null || y === null || x <= chart.chartArea.right) return undefined;
  return parts[Math.round((y - topOf(parts, chart.height)) / LINE)];
}

function newChart(
  canvas: HTMLCanvasElement,
  parts: () => readonly Part[],
  colours: Colours,
  pick: (pick: Pick) => void,
  ratio: number,
): RingChart {
  return new Chart<"doughnut", number[], string>(canvas, {
    type: "doughnut",
    data: {
      labels: [],
      datasets: [
        { data: [], borderWidth: 1, weight: 3 },
        // What was: a thin ring inside.
        { data: [], borderWidth: 1, weight: 1 },
      ],
    },
    plugins: [filled(() => parts() !== NONE), labels(parts, colours)],
    options: {
      ...fixed(ratio),
      cutout: "58%",
      layout: {
        padding: ({ chart }) => ({ right: roomFor(parts(), chart), top: 4, bottom: 4 }),
      },
      onClick: (event, elements, chart) => {
        const part = partAt(chart, parts(), event, elements);
        if (part !== undefined) pick(part.mark.pick);
      },
    },
  });
}

function draw(chart: RingChart, parts: readonly Part[], colours: Colours): void {
  const [now, then] = chart.data.datasets;
  if (now === undefined || then === undefined) return;
  const compared = parts.some(({ mark }) => mark.before !== null);
  const own = paints(parts, colours);
  now.data = parts.map(({ mark }) => mark.value);
  now.backgroundColor = [...own];
  now.borderColor = colours("paper");
  then.hidden = !compared;
  then.data = compared ? parts.map(({ mark }) => mark.before ?? 0) : [];
  then.backgroundColor = own.map(faint);
  then.borderColor = colours("paper");
  chart.update();
}

export function makeDoughnut(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio: number,
): Hand<RingDrawing> {
  let parts = NONE;
  const { colours, forget } = makePalette(canvas);
  const chart = newChart(canvas, () => parts, colours, pick, ratio);
  canvas.style.cursor = "pointer";
  return {
    update: ({ marks }, chosen: Chosen) => {
      parts = marks.map((mark) => ({ mark, faint: chosen(mark.pick) === false }));
      draw(chart, parts, colours);
    },
    resize: () => chart.resize(),
    recolour: () => {
      forget();
      draw(chart, parts, colours);
    },
    destroy: () => chart.destroy(),
  };
}
