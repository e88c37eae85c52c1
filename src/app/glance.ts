/** Until the worker has read the rows, the glance answers the grid's first questions in its place. */
import type { DataWorker, Glance } from "../worker/api.ts";

export interface GlanceFirst {
  /** Answers what it can from the glance, as long as there is one; the rest waits for the rows. */
  readonly worker: DataWorker;
  /** Resolves when its rows are painted. */
  readonly show: (glance: Glance) => Promise<void>;
  /** Whether there was one; from now on the worker answers for itself. */
  readonly end: () => boolean;
}

export function glanceFirst(worker: DataWorker): GlanceFirst {
  let glance: Glance | null = null;
  let paint = (): void => undefined;
  return {
    worker: {
      ...worker,
      query: async (sheet, search, view) => {
        const other = search !== "" || (view ?? null) !== null;
        if (glance === null || glance.sheet !== sheet || other) return worker.query(sheet, search, view);
        const total = glance.counts.find((each) => each.sheet === sheet)?.rows ?? glance.matching;
        return { matching: glance.matching, total, places: glance.matching, added: 0 };
      },
      rows: async (sheet, start, end) => {
        const there = glance?.sheet === sheet ? glance.rows : [];
        if (glance === null || there.length < Math.min(end, glance.matching))
          return worker.rows(sheet, start, end);
        requestAnimationFrame(() => setTimeout(paint));
        return there.slice(start, end).map((row) => ({ ...row, stray: null }));
      },
    },
    show: (taken) => {
      glance = taken;
      return new Promise((resolve) => {
        paint = resolve;
      });
    },
    end: () => {
      const shown = glance !== null;
      glance = null;
      return shown;
    },
  };
}
