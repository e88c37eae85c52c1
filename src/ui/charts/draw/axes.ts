/** What drawings on two axes share: what Chart.js must know for them, and how they stand, move and are pointed at. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";
import { movement } from "./canvas.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Options of each. */
export const standing = (canvas: HTMLCanvasElement, ratio: number) => ({
  responsive: true,
  maintainAspectRatio: false,
  devicePixelRatio: ratio,
  animation: movement(),
  onHover: (_: unknown, elements: readonly unknown[]): void => {
    canvas.style.cursor = elements.length > 0 ? "pointer" : "default";
  },
});

/** An axis that has no lines of its own. */
export const LINELESS = { border: { display: false }, grid: { display: false } } as const;
