/** Runs a script as the application does, against a store that fails: nothing is given up, everything is tried again. */
import { ChangeMisfit } from "../../../src/core/change/index.ts";
import type { Failing } from "./faulty.ts";
import { type Open, reopen, type Script } from "./script.ts";

const TRIES = 4;

export interface Watch {
  /** The fault lasts and nothing helps: the moment to look at the disk. The fault is mended afterwards. */
  readonly stuck: (saved: number) => Promise<void>;
}

/** What `reopen` throws where the fault kept something from being read. */
const isFault = (error: unknown): boolean =>
  error instanceof ChangeMisfit ||
  /"type":"(failed|lost)"|^Error: (failed|no change \d+)$/.test(String(error));

class Stubborn {
  private readonly kv: Failing;
  private readonly watch: Watch;
  saved = 0;

  constructor(kv: Failing, watch: Watch) {
    this.kv = kv;
    this.watch = watch;
  }

  /** `work` answers null for "try again". */
  async insist<T>(work: () => Promise<T | null>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const result = await work();
      if (result !== null) return result;
      if (tries < TRIES) continue;
      if (this.kv.mended) throw new Error("it fails without a fault");
      await this.watch.stuck(this.saved);
      this.kv.mend();
      tries = 0;
    }
  }

  open(): Promise<Open> {
    return this.insist(async () => {
      try {
        return await reopen(this.kv);
      } catch (error) {
        if (isFault(error)) return null;
        throw error;
      }
    });
  }
}

/** Throws unless every entry is acknowledged in the end; returns the session as it then is. */
export async function performStubbornly(kv: Failing, script: Script, watch: Watch): Promise<Open> {
  const runner = new Stubborn(kv, watch);
  let open = await runner.open();
  for (const step of script.steps) {
    switch (step.step) {
      case "reopen":
        open = await runner.open();
        break;
      case "sort":
        break;
      case "compact":
        await open.store.compact(open.session.snapshot(), 1e12);
        break;
      case "append": {
        const { entry, change } = step;
        await runner.insist(async () => {
          const result = await open.store.append(entry);
          // Opened while the fault kept entries from being read: what was read is not all there is.
          if (result.type === "conflict" || result.type === "gap") open = await runner.open();
          return result.type === "saved" || open.store.seq >= entry.seq ? true : null;
        });
        runner.saved = entry.seq;
        if (open.session.seq < entry.seq) open.session.replay(entry, change);
      }
    }
  }
  return open;
}
