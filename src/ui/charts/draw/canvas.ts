/** What all drawings on a canvas share: colours of the tokens, the page's type, and how they are driven. */
import type { Plugin } from "chart.js";
import { colourOf } from "../../kit/appearance.ts";
import type { Drawing, Pick } from "../told.ts";

/** Which parts are singled out by the filter; null of a part: nothing is singled out in its chart. */
export type Chosen = (pick: Pick) => boolean | null;

export interface Hand<Own extends Drawing> {
  readonly update: (drawing: Own, chosen: Chosen) => void;
  /** Its place has another size. */
  readonly resize: () => void;
  /** The theme has changed. */
  readonly recolour: () => void;
  readonly destroy: () => void;
}

/** What Chart.js is told for every drawing. `ratio`: dots to a CSS pixel. */
export const fixed = (ratio: number) => ({
  responsive: true,
  maintainAspectRatio: false,
  devicePixelRatio: ratio,
  // An edit is seen at once, and the frames that follow belong to the next key.
  animation: false as const,
});

/** Chart.js draws a chart twice while it is made. Until there is something to show, that is let be. */
export const filled = (has: () => boolean): Plugin => ({ id: "filled", beforeUpdate: has });

/** Of an axis that is not drawn: without labels Chart.js need not measure them. */
export const HIDDEN = { display: false, ticks: { display: false } } as const;

export type Colours = (token: string) => string;

export interface Palette {
  readonly colours: Colours;
  readonly forget: () => void;
}

/** Read once per theme: every reading makes the browser settle its styles. */
export function makePalette(canvas: HTMLCanvasElement): Palette {
  const known = new Map<string, string>();
  const colours: Colours = (token) => {
    const colour = known.get(token) ?? colourOf(token, canvas.parentElement ?? document.body);
    known.set(token, colour);
    return colour;
  };
  return { colours, forget: () => known.clear() };
}

const FAINT = 0.3;
/** No label is longer, however narrow its letters. */
const MOST_LETTERS = 60;

/** A colour as the browser computes it, with so much of what it covers. */
export const veiled = (rgb: string, share: number): string =>
  rgb.replace(
    /^rgba?\(([^,]+,[^,]+,[^,)]+)(?:,([^)]+))?\)$/,
    (_, parts: string, alpha: string | undefined) => `rgba(${parts}, ${Number(alpha ?? 1) * share})`,
  );

export const faint = (rgb: string): string => veiled(rgb, FAINT);

interface Font {
  readonly family: string;
  readonly size: number;
}

let pageFont: Font | null = null;

/** The same in every theme and language, and read once as colours are. */
export function font(): Font {
  if (pageFont === null) {
    const { fontFamily } = getComputedStyle(document.body);
    const size = getComputedStyle(document.documentElement).getPropertyValue("--text-small");
    pageFont = { family: fontFamily, size: Number.parseFloat(size) };
  }
  return pageFont;
}

export function fontText(): string {
  const { family, size } = font();
  return `${size}px ${family}`;
}

/** As much of a text as so many pixels hold: Han characters take twice the room of Latin letters. */
export function fitted(ctx: CanvasRenderingContext2D, text: string, width: number): string {
  const fits = (part: string): boolean => ctx.measureText(part).width <= width;
  if (fits(text)) return text;
  const letters = [...text].slice(0, MOST_LETTERS);
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  /** What was is pale, with a line where it ends; of a line it is dashes. */
  readonly shape: "now" | "was" | "dashes";
}

/** Pixels that a legend takes above a drawing. */
export const LEGEND = 20;
const SWATCH = 8;
/** Of the line that shows what was. */
export const DASHES = [4, 3];
const DASHED = 18;

export function strokeDashes(
  ctx: CanvasRenderingContext2D,
  from: number,
  to: number,
  y: number,
  colour: string,
): void {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.setLineDash(DASHES);
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
  ctx.restore();
}

/** The names of what is drawn, in a line above it, each beside its colour. */
export function drawLegend(
  ctx: CanvasRenderingContext2D,
  entries: readonly LegendEntry[],
  from: number,
  colours: Colours,
): void {
  ctx.save();
  ctx.font = fontText();
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  let left = from;
  for (const { name, colour, shape } of entries) {
    const width = shape === "dashes" ? DASHED : SWATCH;
    if (shape === "dashes") strokeDashes(ctx, left, left + width, 7, colour);
    else {
      ctx.fillStyle = shape === "was" ? faint(colour) : colour;
      ctx.fillRect(left, 3, width, SWATCH);
    }
    ctx.fillStyle = colours("ink-2");
    if (shape === "was") ctx.fillRect(left, 3, width, 2);
    ctx.fillText(name, left + width + 4, 1);
    left += width + 4 + ctx.measureText(name).width + 14;
  }
  ctx.restore();
}
