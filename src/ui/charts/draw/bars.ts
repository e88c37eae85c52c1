/** A thin hand on Chart.js: horizontal bars with their values at the end, or a funnel of them, changed in place. */
import { Chart, type Plugin } from "chart.js";
import type { BarsDrawing, Mark, Pick } from "../told.ts";
import { standing } from "./axes.ts";
import { barEnds, type Ends } from "./barEnds.ts";
import {
  type Chosen,
  type Colours,
  drawLegend,
  faint,
  filled,
  fitted,
  fontText,
  type Hand,
  HIDDEN,
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
const BEFORE_BARS = 7;

export const barsHeight = ({ marks, since }: BarsDrawing): number =>
  marks.length * ROW + 4 + (since === null ? 0 : LEGEND);

type BarChart = Chart<"bar", (number | [number, number])[], string>;

interface Bar {
  readonly mark: Mark;
  /** Another bar is singled out. */
  readonly faint: boolean;
}

function fill({ mark, faint: pale }: Bar, colours: Colours): string {
  const colour = colours(mark.hue === null ? "line-strong" : `hue-${mark.hue}-fill`);
  return pale ? faint(colour) : colour;
}

/** What stands beside the bars, and what it takes in pixels. */
interface Beside {
  /** As much of each name as there is room for. */
  readonly names: readonly string[];
  readonly left: number;
  readonly right: number;
}

const widest = (ctx: CanvasRenderingContext2D, texts: readonly string[]): number =>
  Math.ceil(texts.reduce((most, text) => Math.max(most, ctx.measureText(text).width), 0));

function besideOf({ ctx, width }: BarChart, bars: readonly Bar[]): Beside {
  ctx.save();
  ctx.font = fontText();
  const texts = bars.map(({ mark }) => mark.text);
  const right = widest(ctx, texts) + BEFORE_TEXT;
  // The bars keep half of what the texts leave.
  const room = Math.min(Math.max(LABEL_WIDTH, width * LABEL_SHARE), (width - right) / 2 - BEFORE_BARS);
  const names = bars.map(({ mark }) => fitted(ctx, mark.label, room));
  const left = widest(ctx, names) + BEFORE_BARS;
  ctx.restore();
  return { names, left, right };
}

/**
 * Writes each bar's name at the left edge and its text at the right one, level with the bar. An axis of Chart.js would measure
 * and place the names anew with every edit, which takes it as long as all the rest.
 */
function rowTexts(bars: () => readonly Bar[], beside: () => Beside, colours: Colours): Plugin<"bar"> {
  return {
    id: "rowTexts",
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      const { names } = beside();
      ctx.save();
      ctx.textBaseline = "middle";
      ctx.font = fontText();
      for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
        const bar = bars()[index];
        if (bar === undefined) continue;
        ctx.textAlign = "left";
        ctx.fillStyle = colours(bar.faint ? "ink-3" : "ink");
        ctx.fillText(names[index] ?? "", 0, element.y);
        ctx.textAlign = "right";
        ctx.fillStyle = colours(bar.faint ? "ink-3" : "ink-2");
        ctx.fillText(bar.mark.text, chart.width - 1, element.y);
      }
      ctx.restore();
    },
  };
}

interface Shown extends Ends {
  readonly bars: readonly Bar[];
  readonly beside: Beside;
  readonly since: string | null;
}

/** Before the first drawing. */
const NOTHING: Shown = {
  bars: [],
  beside: { names: [], left: 0, right: 0 },
  centred: false,
  limit: null,
  since: null,
};

/** A bar from nothing, or as long to both sides. */
function lengthOf(value: number, { centred, limit }: Shown): number | [number, number] {
  const most = limit ?? Math.abs(value);
  const length = Math.max(-most, Math.min(most, value));
  return centred ? [-length / 2, length / 2] : length;
}

/** Says above what the pale bars are. */
function legend(since: () => string | null, colours: Colours): Plugin<"bar"> {
  return {
    id: "legend",
    afterDraw: ({ ctx, chartArea }) => {
      const name = since();
      const colour = colours("ink-2");
      if (name !== null) drawLegend(ctx, [{ name, colour, shape: "was" }], chartArea.left, colours);
    },
  };
}

function draw(chart: BarChart, shown: Shown, colours: Colours): void {
  const { bars, beside } = shown;
  const [now, then] = chart.data.datasets;
  if (now === undefined || then === undefined) return;
  chart.data.labels = [...beside.names];
  now.data = bars.map(({ mark }) => lengthOf(mark.value, shown));
  now.backgroundColor = bars.map((bar) => fill(bar, colours));
  const compared = bars.some(({ mark }) => mark.before !== null);
  then.hidden = !compared;
  then.data = compared ? bars.map(({ mark }) => lengthOf(mark.before ?? 0, shown)) : [];
  then.backgroundColor = bars.map((bar) => faint(fill(bar, colours)));
  chart.update();
}

function newChart(
  canvas: HTMLCanvasElement,
  shown: () => Shown,
  colours: Colours,
  pick: (pick: Pick) => void,
  ratio: number,
): BarChart {
  const shape = { data: [], borderRadius: 3, grouped: false };
  const bars = (): readonly Bar[] => shown().bars;
  return new Chart<"bar", (number | [number, number])[], string>(canvas, {
    type: "bar",
    data: {
      labels: [],
      datasets: [
        { ...shape, barThickness: THICKNESS, order: 0 },
        { ...shape, barThickness: BEFORE_THICKNESS, order: 1, hidden: true },
      ],
    },
    plugins: [
      filled(() => shown() !== NOTHING),
      barEnds(shown, BEFORE_THICKNESS, colours),
      rowTexts(bars, () => shown().beside, colours),
      legend(() => shown().since, colours),
    ],
    options: {
      indexAxis: "y",
      ...standing(canvas, ratio),
      layout: {
        autoPadding: false,
        padding: () => {
          const { beside, since } = shown();
          return { top: since === null ? 0 : LEGEND, left: beside.left, right: beside.right };
        },
      },
      interaction: { mode: "index", axis: "y", intersect: false },
      onClick: (_, elements) => {
        const bar = bars()[elements[0]?.index ?? -1];
        if (bar !== undefined) pick(bar.mark.pick);
      },
      scales: { x: { ...HIDDEN, beginAtZero: true, bounds: "data" }, y: HIDDEN },
    },
  });
}

/** `pick` gets what the bar asks for whose row was pressed. Call `destroy` when the canvas goes. */
export function makeBars(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio: number,
): Hand<BarsDrawing> {
  let shown = NOTHING;
  const { colours, forget } = makePalette(canvas);
  const chart = newChart(canvas, () => shown, colours, pick, ratio);
  /** For which `shown.beside` holds. */
  let width = 0;
  return {
    update: ({ look, marks, limit, since }, chosen: Chosen) => {
      const bars = marks.map((mark) => ({ mark, faint: chosen(mark.pick) === false }));
      width = chart.width;
      shown = { bars, beside: besideOf(chart, bars), centred: look === "funnel", limit, since };
      draw(chart, shown, colours);
    },
    resize: () => {
      chart.resize();
      if (chart.width === width) return;
      width = chart.width;
      shown = { ...shown, beside: besideOf(chart, shown.bars) };
      draw(chart, shown, colours);
    },
    recolour: () => {
      forget();
      draw(chart, shown, colours);
    },
    destroy: () => chart.destroy(),
  };
}
