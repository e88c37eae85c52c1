/** A chart as a picture of its own: with its title and its sentence, on paper. */
import type { App } from "../../app/app.ts";
import { colourOf } from "../kit/appearance.ts";
import { download } from "../kit/download.ts";

export interface Shot {
  readonly canvas: HTMLCanvasElement;
  readonly title: string;
  readonly sentence: string;
}

/** CSS pixels. */
const MARGIN = 16;
const LINE = 18;
const TITLE = 24;

/** Words of Chinese have no spaces between them, so that lines break between any two letters where they must. */
function wrapped(ctx: CanvasRenderingContext2D, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef]|\s/g) ?? []) {
    if (line !== "" && ctx.measureText(line + piece.trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line];
}

function paint({ canvas, title, sentence }: Shot): HTMLCanvasElement {
  const { fontFamily } = getComputedStyle(document.body);
  const ratio = canvas.width / Math.max(1, canvas.clientWidth);
  const width = canvas.clientWidth;
  const sheet = document.createElement("canvas");
  const ctx = sheet.getContext("2d");
  if (ctx === null) return canvas;
  const size = getComputedStyle(document.documentElement).getPropertyValue("--text");
  const fonts = { title: `600 ${size} ${fontFamily}`, text: `${size} ${fontFamily}` };
  ctx.font = fonts.text;
  const lines = wrapped(ctx, sentence, width);
  const top = MARGIN + TITLE + lines.length * LINE + MARGIN / 2;
  sheet.width = (width + 2 * MARGIN) * ratio;
  sheet.height = (top + canvas.clientHeight + MARGIN) * ratio;
  ctx.scale(ratio, ratio);
  ctx.fillStyle = colourOf("paper");
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.textBaseline = "top";
  ctx.fillStyle = colourOf("ink");
  ctx.font = fonts.title;
  ctx.fillText(title, MARGIN, MARGIN, width);
  ctx.fillStyle = colourOf("ink-2");
  ctx.font = fonts.text;
  for (const [at, line] of lines.entries()) ctx.fillText(line, MARGIN, MARGIN + TITLE + at * LINE);
  ctx.drawImage(canvas, MARGIN, top, width, canvas.clientHeight);
  return sheet;
}

function pngOf(shot: Shot): Promise<Blob> {
  return new Promise((resolve, reject) => {
    paint(shot).toBlob(
      (blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)),
      "image/png",
    );
  });
}

export async function savePicture(app: App, shot: Shot): Promise<void> {
  try {
    await download(await pngOf(shot), `${shot.title}.png`);
    app.notify(app.t("chart.saved"));
  } catch {
    app.notify(app.t("file.save.failed"), "wrong");
  }
}

/** Says so where the browser, or whoever set it up, forbids it. */
export async function copyPicture(app: App, shot: Shot): Promise<void> {
  try {
    // Handed over unfinished: asked for later, the press would no longer count.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(shot) })]);
    app.notify(app.t("chart.copied"));
  } catch {
    app.notify(app.t("chart.notCopied"), "wrong");
  }
}
