/**
 * The floor under *Saved* on the screen: an input instead of a grid, and nothing between the key, a worker's commit and
 * the word. What it takes is the browser's: two threads, and no message before the frame that follows a key.
 */

/** Each Enter saves the cell; `saved` counts them. */
export function followCell(cell: HTMLInputElement, saved: HTMLOutputElement): void {
  const worker = new Worker(new URL("./cell.worker.ts", import.meta.url), { type: "module", name: "cell" });
  let count = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<number>) => {
    saved.value = `${data} saved`;
  });
  cell.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    count += 1;
    saved.value = "saving";
    worker.postMessage(count);
  });
}
