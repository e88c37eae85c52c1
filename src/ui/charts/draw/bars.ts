/** A thin hand on Chart.js: horizontal bars with their values at the end, or a funnel of them, changed in place. */
import { Chart, type Plugin } from "chart.js";
import type { BarsDrawing, Mark, Pick } from "../told.ts";
import { LINELESS, standing } from "./axes.ts";
import {
  type Chosen,
  type Colours,
  drawLegend,
  faint,
  fitted,
  font,
  fontText,
  type Hand,
  LEGEND,
  makePalette,
} from "./canvas.ts";

const ROW = 28;
const THICKNESS = 14;
/** What was stands behind what is. */
const BEFORE_THICKNESS = 22;
/** Longer names are cut: the bars need the room, and the table has them in full. In pixels, and as a share of the whole. */
const LABEL_WIDTH = 112;
const LABEL_SHARE = 0.4;
/** Pixels between the longest bar and the texts behind it, and between the names and the bars. */
const BEFORE_TEXT = 12;
const BEFORE_BARS = 6;

export const barsHeight = ({ marks, since }: BarsDrawing): number =>
  marks.length * ROW + 4 + (since === null ? 0 : LEGEND);

interface Bar {
  readonly mark: Mark;
  /** Another bar is singled out. */
  readonly faint: boolean;
}

function fill({ mark, faint: pale }: Bar, colours: Colours): string {
  const colour = colours(mark.hue === null ? "line-strong" : `hue-${mark.hue}-fill`);
  return pale ? faint(colour) : colour;
}

/** Writes each bar's text at the right edge, level with the bar. */
function endTexts(bars: () => readonly Bar[], colours: Colours): Plugin<"bar"> {
  return {
    id: "endTexts",
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.textAlign = "right";
      ctx.textBaseline = "middle";
      ctx.font = fontText();
      for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
        const bar = bars()[index];
        if (bar === undefined) continue;
        ctx.fillStyle = colours(bar.faint ? "ink-3" : "ink-2");
        ctx.fillText(bar.mark.text, chart.width - 1, element.y);
      }
      ctx.restore();
    },
  };
}

/** A bar from nothing, or as long to both sides. */
const lengthOf = (value: number, centred: boolean): number | [number, number] =>
  centred ? [-value / 2, value / 2] : value;

/** Says above what the pale bars are. */
function legend(since: () => string | null, colours: Colours): Plugin<"bar"> {
  return {
    id: "legend",
    afterDraw: ({ ctx, chartArea }) => {
      const name = since();
      const colour = faint(colours("ink-2"));
      if (name !== null) drawLegend(ctx, [{ name, colour, shape: "now" }], chartArea.left, colours);
    },
  };
}

type BarChart = Chart<"bar", (number | [number, number])[], string>;

/** What the texts behind the bars take. */
function textRoom(ctx: CanvasRenderingContext2D, bars: readonly Bar[]): number {
  ctx.save();
  ctx.font = fontText();
  const widest = bars.reduce((most, { mark }) => Math.max(most, ctx.measureText(mark.text).width), 0);
  ctx.restore();
  return Math.ceil(widest) + BEFORE_TEXT;
}

function label(chart: BarChart, bars: readonly Bar[]): void {
  const wanted = Math.max(LABEL_WIDTH, chart.width * LABEL_SHARE);
  // Chart.js cuts off what takes more than half of what the texts leave.
  const most = (chart.width - textRoom(chart.ctx, bars)) / 2 - BEFORE_BARS;
  const room = Math.min(wanted, most);
  chart.ctx.save();
  chart.ctx.font = fontText();
  chart.data.labels = bars.map(({ mark }) => fitted(chart.ctx, mark.label, room));
  chart.ctx.restore();
}

function draw(chart: BarChart, bars: readonly Bar[], centred: boolean, colours: Colours): void {
  const [now, then] = chart.data.datasets;
  if (now === undefined || then === undefined) return;
  label(chart, bars);
  now.data = bars.map(({ mark }) => lengthOf(mark.value, centred));
  now.backgroundColor = bars.map((bar) => fill(bar, colours));
  const compared = bars.some(({ mark }) => mark.before !== null);
  then.hidden = !compared;
  then.data = compared ? bars.map(({ mark }) => lengthOf(mark.before ?? 0, centred)) : [];
  then.backgroundColor = bars.map((bar) => faint(fill(bar, colours)));
}

function newChart(
  canvas: HTMLCanvasElement,
  bars: () => readonly Bar[],
  since: () => string | null,
  colours: Colours,
  pick: (pick: Pick) => void,
  ratio: number,
): BarChart {
  const shape = { data: [], borderRadius: 3, grouped: false };
  return new Chart<"bar", (number | [number, number])[], string>(canvas, {
    type: "bar",
    data: {
      labels: [],
      datasets: [
        { ...shape, barThickness: THICKNESS, order: 0 },
        { ...shape, barThickness: BEFORE_THICKNESS, order: 1, hidden: true },
      ],
    },
    plugins: [endTexts(bars, colours), legend(since, colours)],
    options: {
      indexAxis: "y",
      ...standing(canvas, ratio),
      layout: {
        autoPadding: false,
        padding: ({ chart: { ctx } }) => ({
          top: since() === null ? 0 : LEGEND,
          right: textRoom(ctx, bars()),
        }),
      },
      interaction: { mode: "index", axis: "y", intersect: false },
      onClick: (_, elements) => {
        const bar = bars()[elements[0]?.index ?? -1];
        if (bar !== undefined) pick(bar.mark.pick);
      },
      scales: {
        x: { display: false, beginAtZero: true, bounds: "data" },
        y: {
          // Room for half a label above and below, which labels in the middle of their rows never need.
          afterFit: (scale) => {
            scale.paddingTop = 0;
            scale.paddingBottom = 0;
          },
          ...LINELESS,
          ticks: {
            autoSkip: false,
            crossAlign: "far",
            padding: BEFORE_BARS,
            font,
            color: (context) => colours(bars()[context.index]?.faint === true ? "ink-3" : "ink"),
          },
        },
      },
    },
  });
}

/** `pick` gets what the bar asks for whose row was pressed. Call `destroy` when the canvas goes. */
export function makeBars(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio: number,
): Hand<BarsDrawing> {
  let bars: readonly Bar[] = [];
  let centred = false;
  let since: string | null = null;
  const { colours, forget } = makePalette(canvas);
  const chart = newChart(
    canvas,
    () => bars,
    () => since,
    colours,
    pick,
    ratio,
  );
  return {
    update: ({ look, marks, since: day }, chosen: Chosen) => {
      since = day;
      bars = marks.map((mark) => ({ mark, faint: chosen(mark.pick) === false }));
      centred = look === "funnel";
      draw(chart, bars, centred, colours);
      chart.update();
    },
    resize: () => {
      chart.resize();
      label(chart, bars);
      chart.update();
    },
    recolour: () => {
      forget();
      draw(chart, bars, centred, colours);
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}
