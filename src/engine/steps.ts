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
  /** Milliseconds of work between two pauses. */
  readonly slice?: number;
  /** Lets others run between slices; a macrotask. */
  readonly pause?: () => Promise<void>;
}

const SLICE = 40;
/** The same where a scroll or a keystroke may be waiting. */
export const SHORT_SLICE = 12;

/** Browsers make a chain of timers wait 4 ms each, so they are asked for a task where they can be. */
export const pause = (): Promise<void> =>
  typeof scheduler === "undefined"
    ? new Promise((resolve) => setTimeout(resolve, 0))
    : scheduler.postTask(() => undefined);

export type Sliced<T> = { readonly type: "done"; readonly value: T } | { readonly type: "cancelled" };

export async function runInSlices<T>(steps: Steps<T>, options: SliceOptions = {}): Promise<Sliced<T>> {
  const { signal, onProgress, pause: wait = pause, slice = SLICE } = options;
  let began = performance.now();
  for (;;) {
    if (signal?.aborted === true) return { type: "cancelled" };
    const step = steps.next();
    if (step.done === true) return { type: "done", value: step.value };
    if (performance.now() - began < slice) continue;
    onProgress?.(step.value);
    await wait();
    began = performance.now();
  }
}

/** Goes on only while `unchanged`, which is asked after each pause; null if it had to stop. */
export function* whileUnchanged<T>(steps: Steps<T>, unchanged: () => boolean): Steps<T | null> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield step.value;
    if (!unchanged()) return null;
  }
}
