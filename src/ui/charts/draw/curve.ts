/** A thin hand on Chart.js: a curve from none to all with one point marked, changed in place. */
import { Chart, Filler, LinearScale, LineController, LineElement, type Plugin, PointElement } from "chart.js";
import type { CurveDrawing, CurvePoint, Pick } from "../told.ts";
import {
  type Colours,
  DASHES,
  filled,
  fixed,
  fontText,
  type Hand,
  HIDDEN,
  makePalette,
  strokeDashes,
} from "./canvas.ts";

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);

/** How many pixels from above the curve is at so many from the left: it goes straight from point to point. */
function curveAt(chart: Chart<"line">, left: number): number {
  const { data } = chart.getDatasetMeta(0);
  const next = data.findIndex(({ x }) => x >= left);
  const [low, high] = [data[next - 1], data[next]];
  if (low === undefined || high === undefined) return 0;
  return low.y + ((high.y - low.y) * (left - low.x)) / (high.x - low.x);
}

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
      // Below the curve, where it does not run through the words, as near to the point as there is room.
      ctx.textAlign = "left";
      const start = Math.min(left + 10, x.right - ctx.measureText(mark.label).width);
      ctx.fillText(mark.label, start, Math.max(top, curveAt(chart, start)) + 8);
      ctx.restore();
    },
  };
}

/** What the pale curve is, in the corner that a curve bending upward leaves free. */
function corner(drawing: () => CurveDrawing | null, colours: Colours): Plugin<"line"> {
  return {
    id: "corner",
    afterDatasetsDraw: ({ ctx, chartArea }) => {
      const since = drawing()?.since ?? null;
      if (since === null) return;
      ctx.save();
      ctx.font = fontText();
      ctx.textAlign = "right";
      ctx.textBaseline = "bottom";
      ctx.fillStyle = colours("ink-2");
      const [right, y] = [chartArea.right - 6, chartArea.bottom - 6];
      ctx.fillText(since, right, y);
      const end = right - ctx.measureText(since).width - 6;
      strokeDashes(ctx, end - 22, end, y - 6, colours("series-1"));
      ctx.restore();
    },
  };
}

const curveOf = (points: readonly CurvePoint[]) => points.map(({ rows, amount }) => ({ x: rows, y: amount }));

/** `pick` is called when the curve is pressed. Call `destroy` when the canvas goes. */
export function makeCurve(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio: number,
): Hand<CurveDrawing> {
  let drawing: CurveDrawing | null = null;
  canvas.style.cursor = "pointer";
  const { colours, forget } = makePalette(canvas);
  const scale = { min: 0, max: 1, ...HIDDEN } as const;
  const chart = new Chart<"line", { x: number; y: number }[]>(canvas, {
    type: "line",
    data: {
      datasets: [
        { data: [], fill: true, pointRadius: 0, borderWidth: 2, tension: 0.2, order: 1 },
        { data: [], pointRadius: 0, borderWidth: 1.5, borderDash: DASHES, tension: 0.2, order: 0 },
      ],
    },
    plugins: [
      filled(() => drawing !== null),
      marking(() => drawing, colours),
      corner(() => drawing, colours),
    ],
    options: {
      ...fixed(ratio),
      events: ["click"],
      layout: { padding: { top: 4 } },
      onClick: () => pick(drawing?.pick ?? null),
      scales: { x: { type: "linear", ...scale }, y: { type: "linear", ...scale } },
    },
  });
  const draw = (): void => {
    const [now, then] = chart.data.datasets;
    if (now === undefined || then === undefined || drawing === null) return;
    now.data = curveOf(drawing.points);
    now.borderColor = colours("accent");
    now.backgroundColor = colours("accent-soft");
    then.data = curveOf(drawing.before ?? []);
    then.borderColor = colours("series-1");
    chart.update();
  };
  return {
    update: (next) => {
      drawing = next;
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
