/** A thin hand on Chart.js: a curve from none to all with one point marked, changed in place. */
import { Chart, Filler, LinearScale, LineController, LineElement, type Plugin, PointElement } from "chart.js";
import { colourOf } from "../kit/appearance.ts";

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);

/** Shares from 0 to 1. */
export interface CurvePoint {
  readonly customers: number;
  readonly amount: number;
}

export interface CurveMark {
  readonly at: number;
  readonly share: number;
  readonly label: string;
}

export interface Curve {
  readonly update: (points: readonly CurvePoint[], mark: CurveMark) => void;
  /** The theme has changed. */
  readonly recolour: () => void;
  readonly destroy: () => void;
}

/** Dashes to both axes and the words beside the point. */
function marking(mark: () => CurveMark | null): Plugin<"line"> {
  return {
    id: "mark",
    afterDatasetsDraw: (chart) => {
      const now = mark();
      const { x, y } = chart.scales;
      if (now === null || x === undefined || y === undefined) return;
      const { ctx } = chart;
      const [left, top] = [x.getPixelForValue(now.at), y.getPixelForValue(now.share)];
      ctx.save();
      ctx.strokeStyle = colourOf("line-strong");
      ctx.setLineDash([3, 3]);
      ctx.beginPath();
      ctx.moveTo(x.left, top);
      ctx.lineTo(left, top);
      ctx.lineTo(left, y.bottom);
      ctx.stroke();
      ctx.fillStyle = colourOf("accent");
      ctx.beginPath();
      ctx.arc(left, top, 4, 0, 2 * Math.PI);
      ctx.fill();
      const { fontFamily } = getComputedStyle(document.body);
      const size = getComputedStyle(document.documentElement).getPropertyValue("--text-small");
      ctx.font = `${size} ${fontFamily}`;
      ctx.fillStyle = colourOf("ink-2");
      ctx.textBaseline = "top";
      const fits = left + 10 + ctx.measureText(now.label).width < x.right;
      ctx.textAlign = fits ? "left" : "right";
      ctx.fillText(now.label, fits ? left + 10 : left - 10, top + 8);
      ctx.restore();
    },
  };
}

/** `pick` is called when the curve is pressed. Call `destroy` when the canvas goes. */
export function makeCurve(canvas: HTMLCanvasElement, pick: () => void): Curve {
  let points: readonly CurvePoint[] = [];
  let mark: CurveMark | null = null;
  canvas.style.cursor = "pointer";
  const scale = { min: 0, max: 1, display: false } as const;
  const chart = new Chart<"line", { x: number; y: number }[]>(canvas, {
    type: "line",
    data: { datasets: [{ data: [], fill: true, pointRadius: 0, borderWidth: 2, tension: 0.2 }] },
    plugins: [marking(() => mark)],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: ["click"],
      layout: { padding: { top: 4 } },
      onClick: () => pick(),
      scales: { x: { type: "linear", ...scale }, y: { type: "linear", ...scale } },
    },
  });
  const draw = (): void => {
    const [dataset] = chart.data.datasets;
    if (dataset === undefined) return;
    dataset.data = points.map(({ customers, amount }) => ({ x: customers, y: amount }));
    dataset.borderColor = colourOf("accent");
    dataset.backgroundColor = colourOf("accent-soft");
    chart.update("none");
  };
  return {
    update: (next, marked) => {
      points = next;
      mark = marked;
      draw();
    },
    recolour: draw,
    destroy: () => chart.destroy(),
  };
}
