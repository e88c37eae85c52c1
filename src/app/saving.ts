/**
 * Whether what was sent to the worker is durable. The worker's events come a moment after a request leaves, and in
 * that moment "Saved" would be untrue; so a state counts only once the worker has answered for every request.
 */
import { type Accessor, createMemo, createSignal, untrack } from "solid-js";
import type { SaveReport, SaveState } from "../worker/api.ts";

export interface SaveWatch {
  readonly save: Accessor<SaveState>;
  readonly report: (report: SaveReport) => void;
  /**
   * Resolves once the news of all that was sent is here. Answers and news travel apart, and on a busy machine an answer comes
   * before the news of what it did.
   */
  readonly caughtUp: () => Promise<void>;
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
  let late: readonly { readonly until: number; readonly resolve: () => void }[] = [];
  const report = (heard: SaveReport): void => {
    setReported(heard);
    const due = late.filter(({ until }) => until <= heard.answered);
    late = late.filter((each) => !due.includes(each));
    for (const { resolve } of due) resolve();
  };
  const caughtUp = (): Promise<void> =>
    new Promise((resolve) => {
      const until = untrack(sent);
      if (until <= untrack(reported).answered) resolve();
      else late = [...late, { until, resolve }];
    });
  return { save, report, caughtUp, watch };
}
