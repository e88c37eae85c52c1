/** What the browser says of the room that is left: told where it may be too little, and never waited for without end. */
import { afterEach, expect, it, vi } from "vitest";
import { roomLeft, tightFor } from "../../../src/app/room.ts";

const estimating = (estimate: () => Promise<StorageEstimate>): void =>
  void vi.stubGlobal("navigator", { storage: { estimate } });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("a browser that never answers is waited for a second, and then nothing is known", async () => {
  vi.useFakeTimers();
  estimating(() => new Promise(() => undefined));
  let left: number | null | undefined;
  void roomLeft().then((found) => {
    left = found;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(left).toBe(null);
});

it("what has no known size is never told to have too little room", async () => {
  estimating(async () => ({ quota: 1e6, usage: 2e6 }));
  expect(await tightFor(0, "copy")).toBe(null);
  expect(await tightFor(1e6, "copy")).toEqual({ needed: 3, left: 0 });
});
