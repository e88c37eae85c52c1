/** A thin hand on Chart.js: a ring whose parts are named beside it. */
import { ArcElement, Chart, DoughnutController, type Plugin } from "chart.js";
import type { Mark, Pick, RingDrawing } from "../told.ts";
import {
  type Chosen,
  type Colours,
  faint,
  fitted,
  fixed,
  fontText,
  type Hand,
  makePalette,
  veiled,
} from "./canvas.ts";

Chart.register(ArcElement, DoughnutController);

/** Pixels from one name to the next. */
const LINE = 17;
/** Pixels from the ring to the colours of its parts, from there to the names, and at least from these to the values. */
const BESIDE = 16;
const SWATCH = 14;
const BETWEEN = 8;
/** Steps in which parts without a hue of their own fade. */
const FADING = [1, 0.75, 0.55, 0.4, 0.28];

interface Part {
  readonly mark: Mark;
  readonly faint: boolean;
}

/** Which step of fading: no part has that of its neighbour, nor the last that of the first beside it. */
function stepOf(at: number, count: number): number {
  const step = at % FADING.length;
  return step === 0 && at > 0 && at === count - 1 ? 2 : step;
}

function paints(parts: readonly Part[], colours: Colours): readonly string[] {
  const own = ({ hue, rest }: Mark, at: number): string => {
    if (rest) return colours("line-strong");
    return hue === null
      ? veiled(colours("series-0"), FADING[stepOf(at, parts.length)] ?? 1)
      : colours(`hue-${hue}-fill`);
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
      const top = (height - (list.length - 1) * LINE) / 2;
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

export function makeDoughnut(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  ratio: number,
): Hand<RingDrawing> {
  let parts: readonly Part[] = [];
  const { colours, forget } = makePalette(canvas);
  const chart = new Chart<"doughnut", number[], string>(canvas, {
    type: "doughnut",
    data: {
      labels: [],
      datasets: [
        { data: [], borderWidth: 1, weight: 3 },
        { data: [], borderWidth: 1, weight: 1 },
      ],
    },
    plugins: [labels(() => parts, colours)],
    options: {
      ...fixed(ratio),
      cutout: "58%",
      layout: {
        padding: ({ chart }) => ({ right: roomFor(parts, chart), top: 4, bottom: 4 }),
      },
      onClick: (event, elements) => {
        // The names beside the ring are its parts as well.
        const at =
          elements[0]?.index ??
          Math.round(((event.y ?? 0) - (chart.height - (parts.length - 1) * LINE) / 2) / LINE);
        const part = parts[at];
        if (part !== undefined && (elements.length > 0 || (event.x ?? 0) > chart.chartArea.right))
          pick(part.mark.pick);
      },
    },
  });
  canvas.style.cursor = "pointer";
  const draw = (): void => {
    const [now, then] = chart.data.datasets;
    if (now === undefined || then === undefined) return;
    const compared = parts.some(({ mark }) => mark.before !== null);
    const own = paints(parts, colours);
    now.data = parts.map(({ mark }) => mark.value);
    now.backgroundColor = [...own];
    now.borderColor = colours("paper");
    // A thin ring inside.
    then.hidden = !compared;
    then.data = compared ? parts.map(({ mark }) => mark.before ?? 0) : [];
    then.backgroundColor = own.map(faint);
    then.borderColor = colours("paper");
    chart.update();
  };
  return {
    update: ({ marks }, chosen: Chosen) => {
      parts = marks.map((mark) => ({ mark, faint: chosen(mark.pick) === false }));
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
