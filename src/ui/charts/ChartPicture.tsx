/** The picture of a chart on a canvas, with the whole of it in words for who cannot see it. */
import { createEffect, on, onCleanup, onMount, Show } from "solid-js";
import type { App } from "../../app/app.ts";
import type { Chosen } from "./draw/canvas.ts";
import { type HandName, handOf, heightOf, makePicture } from "./draw/picture.ts";
import type { Pick, Told } from "./told.ts";

interface ChartPictureProps {
  readonly app: App;
  readonly told: Told;
  readonly words: string;
  readonly chosen: Chosen;
  readonly onPick: (pick: Pick) => void;
  readonly ref: (canvas: HTMLCanvasElement) => void;
}

function Canvas(props: ChartPictureProps & { readonly hand: HandName }) {
  let canvas: HTMLCanvasElement | undefined;
  // Chart.js measures what surrounds the canvas, so it must stand in the page first.
  onMount(() => {
    if (canvas === undefined) return;
    props.ref(canvas);
    const picture = makePicture(props.hand, canvas, (pick) => props.onPick(pick));
    createEffect(() => picture.update(props.told.drawing, props.chosen));
    createEffect(on(props.app.device.colours, picture.recolour, { defer: true }));
    const watcher = new ResizeObserver(picture.resize);
    watcher.observe(canvas.parentElement ?? canvas);
    onCleanup(() => {
      watcher.disconnect();
      picture.destroy();
    });
  });
  return (
    <div class="chart-picture" style={{ height: `${heightOf(props.told.drawing)}px` }}>
      <canvas ref={canvas} role="img" aria-label={props.words} />
    </div>
  );
}

/** Another hand takes another canvas. */
export function ChartPicture(props: ChartPictureProps) {
  return (
    <Show when={handOf(props.told.drawing)} keyed>
      {(hand) => <Canvas {...props} hand={hand} />}
    </Show>
  );
}
