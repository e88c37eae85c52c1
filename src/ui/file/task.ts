/** What a dialog has the worker do with a file: one thing at a time, given up when the dialog closes. */
import { type Accessor, createSignal, onCleanup, type Setter } from "solid-js";
import type { App } from "../../app/app.ts";

export interface FileTask {
  readonly busy: Accessor<boolean>;
  /** Why it could not be done. */
  readonly wrong: Accessor<string | null>;
  readonly setWrong: Setter<string | null>;
  /** `failed`: what is said where nobody knows why. */
  readonly run: (work: () => Promise<void>, failed: string) => Promise<void>;
}

export function createFileTask(app: App): FileTask {
  const [busy, setBusy] = createSignal(false);
  const [wrong, setWrong] = createSignal<string | null>(null);
  onCleanup(() => busy() && void app.worker.cancelFile());
  return {
    busy,
    wrong,
    setWrong,
    run: async (work, failed) => {
      setBusy(true);
      setWrong(null);
      try {
        await work();
      } catch {
        setWrong(failed);
      } finally {
        setBusy(false);
      }
    },
  };
}
