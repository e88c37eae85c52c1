/**
 * Whether what was sent to the worker is durable. The worker's events come a moment after a request leaves, and in
 * that moment "Saved" would be untrue; so a state counts only once the worker has answered for every request.
 */
import { type Accessor, createMemo, createSignal } from "solid-js";
import type { SaveReport, SaveState } from "../worker/api.ts";

export interface SaveWatch {
  readonly save: Accessor<SaveState>;
  readonly report: (report: SaveReport) => void;
  /** Sends a request that may change the workbook. */
  readonly watch: <T>(request: () => Promise<T>) => Promise<T>;
}

export function createSaveWatch(): SaveWatch {
  const [reported, setReported] = createSignal<SaveReport>({ save: { state: "saved" }, answered: 0 });
  const [sent, setSent] = createSignal(0);
  const save = createMemo<SaveState>(() => {
    const { save: state, answered } = reported();
    return answered < sent() && state.state === "saved" ? { state: "saving" } : state;
  });
  const watch = <T>(request: () => Promise<T>): Promise<T> => {
    setSent((count) => count + 1);
    return request();
  };
  return { save, report: setReported, watch };
}
