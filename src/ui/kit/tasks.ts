/** Work in pieces: what would hold up the interface thread in one task is done in several. */
import { type Component, lazy } from "solid-js";

/** Resolves in a task of its own, after whatever is waiting already. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Work that need be done once before the next frame is drawn, however often it is asked for; never again once it is ended. */
export function inFrame(work: () => void): { readonly ask: () => void; readonly end: () => void } {
  let asked: number | null = null;
  let ended = false;
  return {
    ask: () => {
      if (ended) return;
      asked ??= requestAnimationFrame(() => {
        asked = null;
        work();
      });
    },
    end: () => {
      ended = true;
      if (asked !== null) cancelAnimationFrame(asked);
    },
  };
}

/** A component whose script is loaded when it is first shown. Running the script is one task, drawing another. */
export function lazyPart<Props extends object>(load: () => Promise<Component<Props>>) {
  return lazy(async () => {
    const part = await load();
    await nextTask();
    return { default: part };
  });
}
