/** Long work in slices, so that the worker answers others in between. */

/** Milliseconds of work between two chances for others. */
const SLICE = 20;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** To be awaited often; false when the work has become pointless. */
export type Pace = () => Promise<boolean>;

/** `worthwhile` is asked after each pause. */
export function pacer(worthwhile: () => boolean): Pace {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return true;
    await breathe();
    since = performance.now();
    return worthwhile();
  };
}
