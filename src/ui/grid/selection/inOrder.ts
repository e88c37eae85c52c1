/** Keys, one after the other, also where some of them have to wait for the worker. */

export interface InOrder {
  /** True: the key is dealt with, or will be. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** What else a key leads to, after the keys before it. `late`: its own event is over by then. */
  readonly inTurn: (work: (late: boolean) => void) => void;
}

/** What comes while a key waits for the worker is taken after it, in its order. */
export function inOrder(take: (event: KeyboardEvent) => boolean | Promise<void>): InOrder {
  let busy = false;
  const waiting: (() => boolean | void | Promise<void>)[] = [];
  const run = async (first: Promise<void>): Promise<void> => {
    busy = true;
    try {
      await first.catch(() => undefined);
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const taken = next();
        if (typeof taken === "object") await taken.catch(() => undefined);
      }
    } finally {
      busy = false;
    }
  };
  return {
    key: (event) => {
      if (busy) {
        // The browser makes an event of its own of these.
        const clipboard = (event.ctrlKey || event.metaKey) && /^[cxv]$/i.test(event.key);
        if (!clipboard) waiting.push(() => take(event));
        return !clipboard;
      }
      const taken = take(event);
      if (typeof taken === "boolean") return taken;
      void run(taken);
      return true;
    },
    inTurn: (work) => {
      if (busy) waiting.push(() => work(true));
      else work(false);
    },
  };
}
