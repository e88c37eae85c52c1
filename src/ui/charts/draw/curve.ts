/** A thin hand on Chart.js: a curve from none to all with one point marked, changed in place. */
import { Chart, Filler, LinearScale, LineController, LineElement, type Plugin, PointElement } from "chart.js";
import type { CurveDrawing, Pick } from "../told.ts";
import { type Colours, fontText, type Hand, makePalette, resizeChart } from "./canvas.ts";

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);

/** Dashes to both axes and the words beside the point. */
function marking(drawing: () => CurveDrawing | null, colours: Colours): Plugin<"line"> {
  return {
    id: "mark",
    afterDatasetsDraw: (chart) => {
      const mark = drawing()?.mark;
      const { x, y } = chart.scales;
      if (mark === undefined || x === undefined || y === undefined) return;
      const { ctx } = chart;
      const [left, top] = [x.getPixelForValue(mark.at), y.getPixelForValue(mark.share)];
      ctx.save();
      ctx.strokeStyle = colours("line-strong");
      ctx.setLineDash([3, 3]);
      ctx.beginPath();
      ctx.moveTo(x.left, top);
      ctx.lineTo(left, top);
      ctx.lineTo(left, y.bottom);
      ctx.stroke();
      ctx.fillStyle = colours("accent");
      ctx.beginPath();
      ctx.arc(left, top, 4, 0, 2 * Math.PI);
      ctx.fill();
      ctx.font = fontText();
      ctx.fillStyle = colours("ink-2");
      ctx.textBaseline = "top";
      const fits = left + 10 + ctx.measureText(mark.label).width < x.right;
      ctx.textAlign = fits ? "left" : "right";
      ctx.fillText(mark.label, fits ? left + 10 : left - 10, top + 8);
      ctx.restore();
    },
  };
}

/** `pick` is called when the curve is pressed. Call `destroy` when the canvas goes. */
export function makeCurve(canvas: HTMLCanvasElement, pick: (pick: Pick) => void): Hand<CurveDrawing> {
  let drawing: CurveDrawing | null = null;
  canvas.style.cursor = "pointer";
  const { colours, forget } = makePalette(canvas);
  const scale = { min: 0, max: 1, display: false } as const;
  const chart = new Chart<"line", { x: number; y: number }[]>(canvas, {
    type: "line",
    data: { datasets: [{ data: [], fill: true, pointRadius: 0, borderWidth: 2, tension: 0.2 }] },
    plugins: [marking(() => drawing, colours)],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: ["click"],
      layout: { padding: { top: 4 } },
      onClick: () => pick(drawing?.pick ?? null),
      scales: { x: { type: "linear", ...scale }, y: { type: "linear", ...scale } },
    },
  });
  const draw = (): void => {
    const [dataset] = chart.data.datasets;
    if (dataset === undefined || drawing === null) return;
    dataset.data = drawing.points.map(({ rows, amount }) => ({ x: rows, y: amount }));
    dataset.borderColor = colours("accent");
    dataset.backgroundColor = colours("accent-soft");
    chart.update("none");
  };
  return {
    update: (next) => {
      drawing = next;
      draw();
    },
    resize: () => resizeChart(chart),
    recolour: () => {
      forget();
      draw();
    },
    destroy: () => chart.destroy(),
  };
}
