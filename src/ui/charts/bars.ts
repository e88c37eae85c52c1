/** A thin hand on Chart.js: horizontal bars with their values at the end, changed in place. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from "chart.js";
import type { Hue } from "../../core/model/index.ts";
import { colourOf } from "../kit/appearance.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Written at the right edge. */
  readonly text: string;
  readonly hue: Hue | null;
  /** Another bar is singled out. */
  readonly faint: boolean;
}

export interface Bars {
  readonly update: (bars: readonly Bar[]) => void;
  /** The theme has changed. */
  readonly recolour: () => void;
  readonly destroy: () => void;
}

const ROW = 28;
const THICKNESS = 14;
const MOVE_MS = 120;
/** Longer names are cut: the bars need the room, and the table has them in full. */
const LABEL_LENGTH = 14;
const faint = (rgb: string): string => rgb.replace(/^rgb\((.*)\)$/, "rgba($1, 0.3)");
/** Room for the text behind the longest bar. */
const TEXT_ROOM = 108;

export const barsHeight = (count: number): number => count * ROW + 4;

type Colours = (token: string) => string;

function fill(bar: Bar, colours: Colours): string {
  const colour = colours(bar.hue === null ? "line-strong" : `hue-${bar.hue}-fill`);
  return bar.faint ? faint(colour) : colour;
}

function shortened(label: string): string {
  const letters = [...label];
  return letters.length <= LABEL_LENGTH ? label : `${letters.slice(0, LABEL_LENGTH - 1).join("")}…`;
}

function font() {
  const { fontFamily } = getComputedStyle(document.body);
  const size = getComputedStyle(document.documentElement).getPropertyValue("--text-small");
  return { family: fontFamily, size: Number.parseFloat(size) };
}

/** Writes each bar's text at the right edge, level with the bar. */
function endTexts(bars: () => readonly Bar[], colours: Colours): Plugin<"bar"> {
  return {
    id: "endTexts",
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      const { family, size } = font();
      ctx.save();
      ctx.textAlign = "right";
      ctx.textBaseline = "middle";
      for (const [index, element] of chart.getDatasetMeta(0).data.entries()) {
        const bar = bars()[index];
        if (bar === undefined) continue;
        ctx.font = `${size}px ${family}`;
        ctx.fillStyle = colours(bar.faint ? "ink-3" : "ink-2");
        ctx.fillText(bar.text, chart.width - 1, element.y);
      }
      ctx.restore();
    },
  };
}

/** `pick` gets the index of the bar whose row was pressed. Call `destroy` when the canvas goes. */
export function makeBars(canvas: HTMLCanvasElement, pick: (index: number) => void): Bars {
  let bars: readonly Bar[] = [];
  // Read once per theme: every reading makes the browser settle its styles.
  const known = new Map<string, string>();
  const colours: Colours = (token) => {
    const colour = known.get(token) ?? colourOf(token);
    known.set(token, colour);
    return colour;
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = new Chart<"bar", number[], string>(canvas, {
    type: "bar",
    data: { labels: [], datasets: [{ data: [], barThickness: THICKNESS, borderRadius: 3 }] },
    plugins: [endTexts(() => bars, colours)],
    options: {
      indexAxis: "y",
      responsive: true,
      maintainAspectRatio: false,
      animation: still ? false : { duration: MOVE_MS },
      layout: { autoPadding: false, padding: { right: TEXT_ROOM } },
      interaction: { mode: "index", axis: "y", intersect: false },
      onClick: (_, elements) => {
        const index = elements[0]?.index;
        if (index !== undefined) pick(index);
      },
      onHover: (_, elements) => {
        canvas.style.cursor = elements.length > 0 ? "pointer" : "default";
      },
      scales: {
        x: { display: false, beginAtZero: true, bounds: "data" },
        y: {
          // Room for half a label above and below, which labels in the middle of their rows never need.
          afterFit: (scale) => {
            scale.paddingTop = 0;
            scale.paddingBottom = 0;
          },
          border: { display: false },
          grid: { display: false },
          ticks: {
            autoSkip: false,
            crossAlign: "far",
            padding: 6,
            font,
            color: (context) => colours(bars[context.index]?.faint === true ? "ink-3" : "ink"),
          },
        },
      },
    },
  });
  const draw = (mode: "none" | undefined): void => {
    const [dataset] = chart.data.datasets;
    if (dataset === undefined) return;
    chart.data.labels = bars.map((bar) => shortened(bar.label));
    dataset.data = bars.map((bar) => bar.value);
    dataset.backgroundColor = bars.map((bar) => fill(bar, colours));
    chart.update(mode);
  };
  let first = true;
  return {
    update: (next) => {
      const grown = next.length !== bars.length;
      bars = next;
      draw(first || grown ? "none" : undefined);
      first = false;
    },
    recolour: () => {
      known.clear();
      draw("none");
    },
    destroy: () => chart.destroy(),
  };
}
