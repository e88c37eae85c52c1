/** Rows that this page has asked to be added, counted as the worker counts them: in the order in which they were asked for. */

export interface Adding {
  /** How many by now. */
  readonly sent: () => number;
  readonly watch: <T>(request: () => Promise<T>) => Promise<T>;
  /** Resolves once it is known of each of the first `count` what became of it; null where it is known already. */
  readonly known: (count: number) => Promise<unknown> | null;
}

export function createAdding(): Adding {
  const open = new Map<number, Promise<unknown>>();
  let sent = 0;
  return {
    sent: () => sent,
    watch: (request) => {
      sent += 1;
      const nth = sent;
      const result = request();
      const done = (): boolean => open.delete(nth);
      open.set(nth, result.then(done, done));
      return result;
    },
    known: (count) => {
      const waited = [...open].filter(([nth]) => nth <= count).map(([, done]) => done);
      return waited.length === 0 ? null : Promise.all(waited);
    },
  };
}
