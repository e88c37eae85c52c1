/** Runs property tests with the campaign's seed and length, both from the environment, so that a failure can be replayed. */
import fc from "fast-check";
import { FACTOR, SEED } from "./campaign.ts";

/** Shrinking a whole history takes minutes and gigabytes: it is done when asked for, with TIERBOOK_SHRINK=1. */
const endOnFailure = process.env["TIERBOOK_SHRINK"] === undefined;

const parameters = (runs: number) => ({ seed: SEED, numRuns: Math.ceil(runs * FACTOR), endOnFailure });

/**
 * Draws what a history needs while it is played, as `fc.gen()` does. One of those for all runs keeps each arbitrary that was ever
 * drawn from, which took up to two thirds of a test: here each run has its own.
 */
class Drawing extends fc.Arbitrary<fc.GeneratorValue> {
  generate(random: fc.Random, bias: number | undefined): fc.Value<fc.GeneratorValue> {
    return fc.gen().generate(random, bias);
  }

  canShrinkWithoutContext(_value: unknown): _value is fc.GeneratorValue {
    return false;
  }

  shrink(value: fc.GeneratorValue, context: unknown): fc.Stream<fc.Value<fc.GeneratorValue>> {
    return fc.gen().shrink(value, context);
  }
}

export const drawing = (): fc.Arbitrary<fc.GeneratorValue> => new Drawing();

/** Asserts a property with the campaign's seed; `runs` is for the short campaign. */
export function check<T>(property: fc.IProperty<T>, runs = 200): void {
  fc.assert(property, parameters(runs));
}

export async function checkAsync<T>(property: fc.IAsyncProperty<T>, runs = 200): Promise<void> {
  await fc.assert(property, parameters(runs));
}
