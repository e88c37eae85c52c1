/** Asking again and again for what keeps changing: one question in flight, and only the newest waits behind it. */

/**
 * Returns a function that runs `ask` now, or once the run under way has ended; of several calls meanwhile only
 * the last counts. `ask` must not reject.
 */
export function makeLatest<T>(ask: (question: T) => Promise<void>): (question: T) => void {
  let busy = false;
  let waiting: { readonly question: T } | null = null;
  const run = async (first: T): Promise<void> => {
    busy = true;
    await ask(first);
    while (waiting !== null) {
      const { question } = waiting;
      waiting = null;
      await ask(question);
    }
    busy = false;
  };
  return (question) => {
    if (busy) waiting = { question };
    else void run(question);
  };
}
