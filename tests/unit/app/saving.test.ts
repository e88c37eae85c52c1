/** "Saved" on the screen, from requests that leave and reports that come in any order. */
import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { createSaveWatch } from "../../../src/app/saving.ts";

const saved = { state: "saved" } as const;
const saving = { state: "saving" } as const;
const failed = { state: "failed", failure: { type: "quota" } } as const;

describe("the save state", () => {
  it("is never saved while the worker has not answered for every request", () =>
    createRoot(async (dispose) => {
      const watch = createSaveWatch();
      expect(watch.save()).toEqual(saved);
      const first = watch.watch(async () => "one");
      expect(watch.save(), "sent").toEqual(saving);
      // The state from before the request.
      watch.report({ save: saved, answered: 0 });
      expect(watch.save(), "an old report").toEqual(saving);
      expect(await first).toBe("one");
      expect(watch.save(), "applied, and not on disk").toEqual(saving);
      void watch.watch(async () => "two");
      watch.report({ save: saved, answered: 1 });
      expect(watch.save(), "the second is under way").toEqual(saving);
      watch.report({ save: saved, answered: 2 });
      expect(watch.save()).toEqual(saved);
      dispose();
    }));

  it("has caught up once the news of all that was sent is here, however soon the answers", () =>
    createRoot(async (dispose) => {
      const watch = createSaveWatch();
      await watch.caughtUp();
      await watch.watch(async () => "one");
      await watch.watch(async () => "two");
      const heard: string[] = [];
      const both = watch.caughtUp().then(() => heard.push("both"));
      watch.report({ save: saving, answered: 1 });
      await Promise.resolve();
      expect(heard).toEqual([]);
      watch.report({ save: failed, answered: 2 });
      await both;
      expect(heard).toEqual(["both"]);
      dispose();
    }));

  it("tells of a failure at once, whatever is under way", () =>
    createRoot((dispose) => {
      const watch = createSaveWatch();
      void watch.watch(async () => undefined);
      watch.report({ save: failed, answered: 0 });
      expect(watch.save()).toEqual(failed);
      dispose();
    }));
});
