/** Counts the faults that tests inject, by kind, and says them at the end of a long campaign: tests/README.md quotes them. */
import { afterAll } from "vitest";
import { LONG } from "../campaign.ts";

const counts = new Map<string, number>();

export function tally(kind: string, times = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + times);
}

/** To be called once at the top of a test file. */
export function tellTally(): void {
  afterAll(() => {
    if (!LONG) return;
    for (const [kind, count] of counts) console.log(`${kind}: ${count.toLocaleString("en")}`);
  });
}
