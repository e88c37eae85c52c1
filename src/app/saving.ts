/**
 * Whether what was sent to the worker is durable. The worker's own events come a moment after a command leaves,
 * and in that moment "Saved" would be untrue; so every command counts as unsaved until the worker has settled it.
 */
import { type Accessor, createMemo, createSignal } from "solid-js";
import type { DataWorker, SaveState } from "../worker/api.ts";

export interface SaveWatch {
  readonly save: Accessor<SaveState>;
  readonly report: (save: SaveState) => void;
  /** Runs a request that may change the workbook. */
  readonly watch: <T>(request: () => Promise<T>) => Promise<T>;
}

export function createSaveWatch(worker: DataWorker): SaveWatch {
  const [reported, setReported] = createSignal<SaveState>({ state: "saved" });
  const [unsettled, setUnsettled] = createSignal(0);
  const save = createMemo<SaveState>(() => {
    const state = reported();
    return unsettled() > 0 && state.state === "saved" ? { state: "saving" } : state;
  });
  const settle = async (): Promise<void> => {
    try {
      setReported(await worker.settled());
    } finally {
      setUnsettled((count) => count - 1);
    }
  };
  const watch = async <T>(request: () => Promise<T>): Promise<T> => {
    setUnsettled((count) => count + 1);
    try {
      return await request();
    } finally {
      void settle();
    }
  };
  return { save, report: setReported, watch };
}
