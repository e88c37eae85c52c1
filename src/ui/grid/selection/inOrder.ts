/** Keys, one after the other, also where some of them have to wait for the worker. */

/** Keys that come while one before them waits for the worker are taken after it, in their order. */
export function inOrder(take: (event: KeyboardEvent) => boolean | Promise<void>) {
  let busy = false;
  const waiting: KeyboardEvent[] = [];
  const run = async (first: Promise<void>): Promise<void> => {
    busy = true;
    await first.catch(() => undefined);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const taken = take(next);
      if (typeof taken === "object") await taken.catch(() => undefined);
    }
    busy = false;
  };
  return (event: KeyboardEvent): boolean => {
    if (busy) {
      const clipboard = (event.ctrlKey || event.metaKey) && /^[cxv]$/i.test(event.key);
      if (!clipboard) waiting.push(event);
      return !clipboard;
    }
    const taken = take(event);
    if (typeof taken === "boolean") return taken;
    void run(taken);
    return true;
  };
}
