/** A thin hand on Chart.js: columns or lines over periods, several series beside each other, changed in place. */
import {
  BarElement,
  Chart,
  type ChartDataset,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from "chart.js";
import type { ColumnsDrawing, Pick, Series } from "../told.ts";
import { LINELESS, standing } from "./axes.ts";
import {
  type Chosen,
  type Colours,
  DASHES,
  drawLegend,
  faint,
  filled,
  font,
  type Hand,
  LEGEND,
  type LegendEntry,
  makePalette,
} from "./canvas.ts";

Chart.register(LineController, LineElement, PointElement);

type Dataset = ChartDataset<"bar" | "line", (number | null)[]>;
type ColumnChart = Chart<"bar" | "line", (number | null)[], string>;

const STRONGEST = 3;
/** Pixels at least from the name of one period to the next that is named. */
const APART = 14;
const tokenOf = ({ rank }: Series): string => `series-${Math.min(STRONGEST, rank)}`;

/** The name of each series above, in its colour: nobody looks for a legend. */
function names(drawing: () => ColumnsDrawing | null, colours: Colours): Plugin<"bar" | "line"> {
  return {
    id: "names",
    afterDraw: ({ ctx, chartArea }) => {
      const now = drawing();
      if (now === null || (now.series.length < 2 && now.since === null)) return;
      const { look, series, since } = now;
      const named = series.map(
        (each): LegendEntry => ({ name: each.name, colour: colours(tokenOf(each)), shape: "now" }),
      );
      const shape = look === "line" ? "dashes" : "was";
      const was: readonly LegendEntry[] =
        since === null ? [] : [{ name: since, colour: colours("series-1"), shape }];
      drawLegend(ctx, [...named, ...was], chartArea.left, colours);
    },
  };
}

interface Post {
  readonly left: number;
  readonly width: number;
  /** Pixels from above: where nothing is, and as high as it was. */
  readonly foot: number;
  readonly end: number;
  readonly colour: string;
}

/** What each column was, in the place of the column. */
function postsOf(chart: Chart<"bar" | "line">, drawing: ColumnsDrawing, colours: Colours): readonly Post[] {
  const { y } = chart.scales;
  if (y === undefined || drawing.look !== "columns") return [];
  return drawing.series.flatMap((series, place) =>
    chart.getDatasetMeta(place).data.flatMap((element, at): readonly Post[] => {
      const before = series.before?.[at] ?? null;
      // What has not changed is not marked.
      if (before === null || before === series.values[at] || !(element instanceof BarElement)) return [];
      const { x, width } = element.getProps(["x", "width"], true);
      const colour = colours(tokenOf(series));
      const [foot, end] = [y.getPixelForValue(0), y.getPixelForValue(before)];
      return x === null ? [] : [{ left: x - width / 2, width, foot, end, colour }];
    }),
  );
}

/** What was stands pale behind what is, and a line across says how high it was. */
function earlier(drawing: () => ColumnsDrawing | null, colours: Colours): Plugin<"bar" | "line"> {
  const each = (chart: Chart<"bar" | "line">, paint: (post: Post) => void): void => {
    const now = drawing();
    if (now === null || now.since === null) return;
    chart.ctx.save();
    for (const post of postsOf(chart, now, colours)) paint(post);
    chart.ctx.restore();
  };
  return {
    id: "earlier",
    beforeDatasetsDraw: (chart) =>
      each(chart, ({ left, width, foot, end, colour }) => {
        chart.ctx.fillStyle = faint(colour);
        chart.ctx.fillRect(left, Math.min(foot, end), width, Math.abs(foot - end));
      }),
    afterDatasetsDraw: (chart) =>
      each(chart, ({ left, width, end }) => {
        // On a ground of its own, to be seen on the column too.
        chart.ctx.fillStyle = colours("paper");
        chart.ctx.fillRect(left - 1, end - 2, width + 2, 4);
        chart.ctx.fillStyle = colours("ink-2");
        chart.ctx.fillRect(left - 1, end - 1, width + 2, 2);
      }),
  };
}

/** Of lines, what was is a line too. */
const lineBefore = (series: Series, colours: Colours): readonly Dataset[] =>
  series.before === null
    ? []
    : [
        {
          type: "line",
          data: [...series.before],
          borderColor: colours("series-1"),
          borderWidth: 1.5,
          borderDash: DASHES,
          pointRadius: 0,
          pointHitRadius: 0,
          tension: 0,
        },
      ];

function datasetOf(
  { look, mirrored }: ColumnsDrawing,
  series: Series,
  chosen: Chosen,
  colours: Colours,
): Dataset {
  const colour = colours(tokenOf(series));
  const paints = series.picks.map((pick) => (chosen(pick) === false ? faint(colour) : colour));
  const data = [...series.values];
  return look === "line"
    ? {
        type: "line",
        data,
        borderColor: colour,
        borderWidth: 2,
        borderDash: [],
        pointBackgroundColor: paints,
        pointBorderWidth: 0,
        pointRadius: data.length > 60 ? 0 : 3,
        pointHitRadius: 8,
        tension: 0,
        spanGaps: false,
      }
    : {
        type: "bar",
        data,
        backgroundColor: paints,
        borderRadius: 2,
        grouped: !mirrored,
        categoryPercentage: 0.84,
        barPercentage: 0.92,
      };
}

function newChart(
  canvas: HTMLCanvasElement,
  drawing: () => ColumnsDrawing | null,
  colours: Colours,
  pick: (pick: Pick) => void,
  ratio: number,
): ColumnChart {
  const quiet = () => colours("ink-2");
  return new Chart<"bar" | "line", (number | null)[], string>(canvas, {
    type: "bar",
    data: { labels: [], datasets: [] },
    plugins: [filled(() => drawing() !== null), names(drawing, colours), earlier(drawing, colours)],
    options: {
      ...standing(canvas, ratio),
      layout: { padding: { top: LEGEND, right: 4 } },
      interaction: { mode: "nearest", axis: "x", intersect: false },
      onClick: (_, elements) => {
        const [element] = elements;
        if (element === undefined) return;
        pick(drawing()?.series[element.datasetIndex]?.picks[element.index] ?? null);
      },
      scales: {
        x: {
          ...LINELESS,
          ticks: { autoSkip: true, autoSkipPadding: APART, maxRotation: 0, font, color: quiet },
        },
        y: {
          beginAtZero: true,
          // What was is no data of the chart, but has to find room.
          afterDataLimits: (scale) => {
            const before = (drawing()?.series ?? []).flatMap((series) => series.before ?? []);
            for (const value of before) {
              scale.min = Math.min(scale.min, value ?? 0);
              scale.max = Math.max(scale.max, value ?? 0);
            }
          },
          afterBuildTicks: (scale) => {
            if (drawing()?.whole) scale.ticks = scale.ticks.filter(({ value }) => Number.isInteger(value));
          },
          border: { display: false },
          grid: { color: () => colours("line") },
          ticks: {
            maxTicksLimit: 5,
            font,
            color: quiet,
            callback: (value) => drawing()?.format(Number(value)) ?? String(value),
          },
        },
      },
    },
  });
}

/** In the place of those that are alike: of others Chart.js would make all it holds of them anew. */
function put({ data }: ColumnChart, wanted: readonly Dataset[]): void {
  const alike = (dataset: Dataset, at: number): boolean => dataset.type === data.datasets[at]?.type;
  if (wanted.length !== data.datasets.length || !wanted.every(alike)) data.datasets = [...wanted];
  else for (const [at, dataset] of data.datasets.entries()) Object.assign(dataset, wanted[at]);
}

export function makeColumns(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio: number,
): Hand<ColumnsDrawing> {
  let drawing: ColumnsDrawing | null = null;
  let chosen: Chosen = () => null;
  const { colours, forget } = makePalette(canvas);
  const chart = newChart(canvas, () => drawing, colours, pick, ratio);
  const draw = (): void => {
    if (drawing === null) return;
    const now = drawing;
    const { look, labels, series } = now;
    chart.data.labels = [...labels];
    put(chart, [
      ...series.map((each) => datasetOf(now, each, chosen, colours)),
      ...(look === "line" ? series.flatMap((each) => lineBefore(each, colours)) : []),
    ]);
    chart.update();
  };
  return {
    update: (next, singled) => {
      drawing = next;
      chosen = singled;
      draw();
    },
    resize: () => chart.resize(),
    recolour: () => {
      forget();
      draw();
    },
    destroy: () => chart.destroy(),
  };
}
