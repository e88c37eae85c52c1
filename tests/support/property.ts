/** Runs property tests with the campaign's seed and length, both from the environment, so that a failure can be replayed. */
import fc from "fast-check";
import { FACTOR, SEED } from "./campaign.ts";

/** Shrinking a whole history takes minutes and gigabytes: it is done when asked for, with TIERBOOK_SHRINK=1. */
const endOnFailure = process.env["TIERBOOK_SHRINK"] === undefined;

const parameters = (runs: number) => ({ seed: SEED, numRuns: Math.ceil(runs * FACTOR), endOnFailure });

/** Asserts a property with the campaign's seed; `runs` is for the short campaign. */
export function check<T>(property: fc.IProperty<T>, runs = 200): void {
  fc.assert(property, parameters(runs));
}

export async function checkAsync<T>(property: fc.IAsyncProperty<T>, runs = 200): Promise<void> {
  await fc.assert(property, parameters(runs));
}
