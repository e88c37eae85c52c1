/** Runs long work in slices, so that the worker goes on answering and the work can be given up between two of them. */

/** Milliseconds of work between two chances for others. */
const SLICE = 40;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** Throws Cancelled at the next slice after `signal` was aborted. `step` hears what the work yields. */
export async function runSliced<Step, Result>(
  work: Generator<Step, Result>,
  signal: AbortSignal,
  step: (yielded: Step) => void = () => undefined,
): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
    if (performance.now() - since < SLICE) continue;
    step(next.value);
    await breathe();
    if (signal.aborted) throw new Cancelled();
    since = performance.now();
  }
}
