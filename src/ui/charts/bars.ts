/** A thin hand on Chart.js: horizontal bars with their values at the end, changed in place. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from "chart.js";
import type { Hue } from "../../core/model/index.ts";

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
  readonly destroy: () => void;
}

const ROW = 28;
const THICKNESS = 14;
const MOVE_MS = 120;
/** Longer names are cut: the bars need the room, and the table has them in full. */
const LABEL_LENGTH = 14;
/** Appended to a colour of six hexadecimal digits. */
const FAINT = "4d";
/** Room for the text behind the longest bar. */
const TEXT_ROOM = 108;

export const barsHeight = (count: number): number => count * ROW + 4;

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function fill(bar: Bar): string {
  return token(bar.hue === null ? "--line-strong" : `--hue-${bar.hue}`) + (bar.faint ? FAINT : "");
}

function shortened(label: string): string {
  const letters = [...label];
  return letters.length <= LABEL_LENGTH ? label : `${letters.slice(0, LABEL_LENGTH - 1).join("")}…`;
}

const font = () => ({ family: getComputedStyle(document.body).fontFamily, size: 12 });

/** Writes each bar's text at the right edge, level with the bar. */
function endTexts(bars: () => readonly Bar[]): Plugin<"bar"> {
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
        ctx.fillStyle = token(bar.faint ? "--ink-3" : "--ink-2");
        ctx.fillText(bar.text, chart.width - 1, element.y);
      }
      ctx.restore();
    },
  };
}

/** `pick` gets the index of the bar whose row was pressed. Call `destroy` when the canvas goes. */
export function makeBars(canvas: HTMLCanvasElement, pick: (index: number) => void): Bars {
  let bars: readonly Bar[] = [];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = new Chart<"bar", number[], string>(canvas, {
    type: "bar",
    data: { labels: [], datasets: [{ data: [], barThickness: THICKNESS, borderRadius: 3 }] },
    plugins: [endTexts(() => bars)],
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
            color: (context) => token(bars[context.index]?.faint === true ? "--ink-3" : "--ink"),
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
    dataset.backgroundColor = bars.map(fill);
    chart.update(mode);
  };
  let first = true;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = (): void => draw("none");
  dark.addEventListener("change", recolour);
  return {
    update: (next) => {
      const grown = next.length !== bars.length;
      bars = next;
      draw(first || grown ? "none" : undefined);
      first = false;
    },
    destroy: () => {
      dark.removeEventListener("change", recolour);
      chart.destroy();
    },
  };
}
