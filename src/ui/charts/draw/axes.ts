/** What drawings on two axes share: what Chart.js must know for them, and how they stand and are pointed at. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";
import { fixed } from "./canvas.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Options of each. */
export const standing = (canvas: HTMLCanvasElement, ratio: number) => ({
  ...fixed(ratio),
  onHover: (_: unknown, elements: readonly unknown[]): void => {
    canvas.style.cursor = elements.length > 0 ? "pointer" : "default";
  },
});

/** An axis that has no lines of its own. */
export const LINELESS = { border: { display: false }, grid: { display: false } } as const;
