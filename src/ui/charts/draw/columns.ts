/** A thin hand on Chart.js: columns or lines over periods, several series beside each other, changed in place. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from "chart.js";
import type { ColumnsDrawing, Pick, Series } from "../told.ts";
import {
  type Chosen,
  type Colours,
  faint,
  font,
  fontText,
  type Hand,
  makePalette,
  movement,
  resizeChart,
} from "./canvas.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

type Look = ColumnsDrawing["look"];
type Dataset = ChartDataset<"bar" | "line", (number | null)[]>;
type ColumnChart = Chart<"bar" | "line", (number | null)[], string>;

const STRONGEST = 3;
const tokenOf = ({ rank }: Series): string => `series-${Math.min(STRONGEST, rank)}`;

/** The name of each series above, in its colour: nobody looks for a legend. */
function names(series: () => readonly Series[], colours: Colours): Plugin<"bar" | "line"> {
  return {
    id: "names",
    afterDraw: ({ ctx, chartArea }) => {
      const named = series().filter(({ name }) => name !== "");
      if (named.length < 2) return;
      ctx.save();
      ctx.font = fontText();
      ctx.textBaseline = "top";
      let left = chartArea.left;
      for (const each of named) {
        ctx.fillStyle = colours(tokenOf(each));
        ctx.fillRect(left, 3, 8, 8);
        ctx.fillStyle = colours("ink-2");
        ctx.fillText(each.name, left + 12, 1);
        left += 12 + ctx.measureText(each.name).width + 14;
      }
      ctx.restore();
    },
  };
}

function datasetOf(look: Look, series: Series, chosen: Chosen, colours: Colours): Dataset {
  const colour = colours(tokenOf(series));
  const paints = series.picks.map((pick) => (chosen(pick) === false ? faint(colour) : colour));
  const data = [...series.values];
  return look === "line"
    ? {
        type: "line",
        data,
        borderColor: colour,
        borderWidth: 2,
        ...(series.name === "" ? { borderDash: [4, 3] } : {}),
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
        categoryPercentage: 0.84,
        barPercentage: 0.92,
      };
}

function newChart(
  canvas: HTMLCanvasElement,
  drawing: () => ColumnsDrawing | null,
  colours: Colours,
  pick: (pick: Pick) => void,
): ColumnChart {
  const quiet = () => colours("ink-2");
  return new Chart<"bar" | "line", (number | null)[], string>(canvas, {
    type: "bar",
    data: { labels: [], datasets: [] },
    plugins: [names(() => drawing()?.series ?? [], colours)],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: movement(),
      layout: { padding: { top: 20, right: 4 } },
      interaction: { mode: "nearest", axis: "x", intersect: false },
      onClick: (_, elements) => {
        const [element] = elements;
        if (element === undefined) return;
        pick(drawing()?.series[element.datasetIndex]?.picks[element.index] ?? null);
      },
      onHover: (_, elements) => {
        canvas.style.cursor = elements.length > 0 ? "pointer" : "default";
      },
      scales: {
        x: {
          grid: { display: false },
          border: { display: false },
          ticks: { autoSkip: true, maxRotation: 0, font, color: quiet },
        },
        y: {
          beginAtZero: true,
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

export function makeColumns(canvas: HTMLCanvasElement, pick: (pick: Pick) => void): Hand<ColumnsDrawing> {
  let drawing: ColumnsDrawing | null = null;
  let chosen: Chosen = () => null;
  const { colours, forget } = makePalette(canvas);
  const chart = newChart(canvas, () => drawing, colours, pick);
  const draw = (mode: "none" | undefined): void => {
    if (drawing === null) return;
    const { look, labels, series } = drawing;
    chart.data.labels = [...labels];
    chart.data.datasets = series.map((each) => datasetOf(look, each, chosen, colours));
    chart.update(mode);
  };
  return {
    update: (next, singled) => {
      const same = drawing?.look === next.look && drawing.labels.length === next.labels.length;
      drawing = next;
      chosen = singled;
      draw(same ? undefined : "none");
    },
    resize: () => resizeChart(chart),
    recolour: () => {
      forget();
      draw("none");
    },
    destroy: () => chart.destroy(),
  };
}
