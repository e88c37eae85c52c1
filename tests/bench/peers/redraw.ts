/**
 * The floor under a chart that follows an edit: an input instead of a grid, a worker that answers at once, and one rectangle on one
 * canvas. What it takes is the browser's: the frame of the key, and that of the news.
 */

/** Each Enter draws the picture anew; its label counts them. */
export function followRedraws(cell: HTMLInputElement, canvas: HTMLCanvasElement): void {
  const worker = new Worker(new URL("./redraw.worker.ts", import.meta.url), { type: "module" });
  const context = canvas.getContext("2d");
  let count = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<number>) => {
    context?.clearRect(0, 0, canvas.width, canvas.height);
    context?.fillRect(0, 0, data, data);
    canvas.ariaLabel = `${data} drawn`;
  });
  cell.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    count += 1;
    cell.value = `${count}`;
    worker.postMessage(count);
  });
}
