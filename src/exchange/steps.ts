/**
 * Long work as a generator: it yields how far it is every few milliseconds, so that the same code runs at once
 * in tests and in slices in a worker that must answer other calls meanwhile. Throwing it away cancels it.
 */

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type Steps<T> = Generator<Progress, T, undefined>;

/** Runs to the end without a pause. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export interface SliceOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Lets others run between slices; a macrotask. */
  readonly pause?: () => Promise<void>;
}

/** Milliseconds of work between two pauses. */
const SLICE = 40;

const macrotask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export type Sliced<T> = { readonly type: "done"; readonly value: T } | { readonly type: "cancelled" };

export async function runInSlices<T>(steps: Steps<T>, options: SliceOptions = {}): Promise<Sliced<T>> {
  const { signal, onProgress, pause = macrotask } = options;
  let began = performance.now();
  for (;;) {
    if (signal?.aborted === true) return { type: "cancelled" };
    const step = steps.next();
    if (step.done === true) return { type: "done", value: step.value };
    if (performance.now() - began < SLICE) continue;
    onProgress?.(step.value);
    await pause();
    began = performance.now();
  }
}
