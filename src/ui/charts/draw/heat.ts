/** A field of cells, the fuller the darker, each with its count. Drawn by hand: no chart library is needed for squares. */
import type { HeatCell, HeatDrawing, Pick } from "../told.ts";
import { type Chosen, type Colours, fontText, type Hand, makePalette } from "./canvas.ts";

/** Pixels for the scores at the left and above, with the fields' names. */
const LEFT = 34;
const TOP = 36;
const GAP = 2;
/** The palest that something there may be. */
const PALEST = 0.12;

type Parts = readonly number[];

const partsOf = (rgb: string): Parts => (rgb.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** Relative, after WCAG. */
function luminance(parts: Parts): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of two inks the one that is read better on a ground with so much of a colour laid over it. */
export function inkOn(ground: string, over: string, depth: number, inks: readonly [string, string]): string {
  const below = partsOf(ground);
  const mixed = luminance(partsOf(over).map((part, at) => part * depth + (below[at] ?? 0) * (1 - depth)));
  const contrast = (ink: string): number => {
    const own = luminance(partsOf(ink));
    return (Math.max(own, mixed) + 0.05) / (Math.min(own, mixed) + 0.05);
  };
  return contrast(inks[0]) >= contrast(inks[1]) ? inks[0] : inks[1];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function placeOf(
  { down, across }: HeatDrawing,
  canvas: HTMLCanvasElement,
  row: number,
  column: number,
): Place {
  const width = (canvas.clientWidth - LEFT) / across.length;
  const height = (canvas.clientHeight - TOP) / down.length;
  return { x: LEFT + column * width, y: TOP + row * height, width: width - GAP, height: height - GAP };
}

function titles(ctx: CanvasRenderingContext2D, canvas: HTMLCanvasElement, drawing: HeatDrawing): void {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillText(`${drawing.titles.across} →`, LEFT, 8);
  if (drawing.since !== null) {
    ctx.textAlign = "right";
    ctx.fillText(drawing.since, canvas.clientWidth - GAP, 8);
    ctx.textAlign = "left";
  }
  ctx.save();
  ctx.translate(8, canvas.clientHeight);
  ctx.rotate(-Math.PI / 2);
  ctx.fillText(`← ${drawing.titles.down}`, 0, 0);
  ctx.restore();
  ctx.textAlign = "center";
  for (const [column, label] of drawing.across.entries()) {
    const { x, width } = placeOf(drawing, canvas, 0, column);
    ctx.fillText(label, x + width / 2, TOP - 10);
  }
  for (const [row, label] of drawing.down.entries()) {
    const { y, height } = placeOf(drawing, canvas, row, 0);
    ctx.fillText(label, LEFT - 10, y + height / 2);
  }
}

/** The count, and below it how it changed. */
function write(ctx: CanvasRenderingContext2D, { value, text, change }: HeatCell, place: Place): void {
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  if (change === "") {
    if (value > 0) ctx.fillText(text, x, y);
    return;
  }
  ctx.fillText(`${text} (${change})`, x, y);
}

function paintCells(
  ctx: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  drawing: HeatDrawing,
  chosen: Chosen,
  colours: Colours,
): void {
  const most = Math.max(1, ...drawing.cells.flat().map(({ value }) => value));
  for (const [row, cells] of drawing.cells.entries()) {
    for (const [column, cell] of cells.entries()) {
      const { x, y, width, height } = placeOf(drawing, canvas, row, column);
      const depth = cell.value === 0 ? 0 : PALEST + (1 - PALEST) * (cell.value / most);
      ctx.fillStyle = colours("hover");
      ctx.fillRect(x, y, width, height);
      ctx.globalAlpha = depth;
      ctx.fillStyle = colours("accent");
      ctx.fillRect(x, y, width, height);
      ctx.globalAlpha = 1;
      if (chosen(cell.pick) === true) {
        ctx.strokeStyle = colours("ink");
        ctx.lineWidth = 2;
        ctx.strokeRect(x + 1, y + 1, width - 2, height - 2);
      }
      const inks = [colours("on-deep"), colours("on-pale")] as const;
      ctx.fillStyle = inkOn(colours("hover"), colours("accent"), depth, inks);
      write(ctx, cell, { x, y, width, height });
    }
  }
}

/** Whose place a press is on. */
function cellAt(
  drawing: HeatDrawing,
  canvas: HTMLCanvasElement,
  { offsetX, offsetY }: MouseEvent,
): HeatCell | undefined {
  const cells = drawing.cells.flatMap((row, y) => row.map((cell, x) => ({ cell, y, x })));
  return cells.find(({ y, x }) => {
    const place = placeOf(drawing, canvas, y, x);
    const [left, top] = [offsetX - place.x, offsetY - place.y];
    return left >= 0 && top >= 0 && left < place.width + GAP && top < place.height + GAP;
  })?.cell;
}

export function makeHeat(
  canvas: HTMLCanvasElement,
  pick: (pick: Pick) => void,
  own: number,
): Hand<HeatDrawing> {
  let drawing: HeatDrawing | null = null;
  let chosen: Chosen = () => null;
  const { colours, forget } = makePalette(canvas);
  const draw = (): void => {
    const ctx = canvas.getContext("2d");
    if (ctx === null || drawing === null) return;
    const { clientWidth, clientHeight } = canvas;
    const ratio = own || devicePixelRatio;
    canvas.width = clientWidth * ratio;
    canvas.height = clientHeight * ratio;
    ctx.scale(ratio, ratio);
    ctx.font = fontText();
    ctx.fillStyle = colours("ink-2");
    titles(ctx, canvas, drawing);
    paintCells(ctx, canvas, drawing, chosen, colours);
  };
  const press = (event: MouseEvent): void => {
    const hit = drawing && cellAt(drawing, canvas, event);
    if (hit) pick(hit.pick);
  };
  canvas.addEventListener("click", press);
  canvas.style.cursor = "pointer";
  // Chart.js sizes its canvases itself; this one fills its place.
  canvas.style.width = "100%";
  canvas.style.height = "100%";
  return {
    update: (next, singled) => {
      drawing = next;
      chosen = singled;
      draw();
    },
    resize: draw,
    recolour: () => {
      forget();
      draw();
    },
    destroy: () => canvas.removeEventListener("click", press),
  };
}
