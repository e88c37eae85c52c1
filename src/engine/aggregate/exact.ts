/** Results of arithmetic on scaled integers: exact where that is possible, else rounded at a stated place. */

/** `value` / 10^`decimals`. */
export interface Exact {
  readonly value: bigint;
  readonly decimals: number;
}

/** Digits that an average or a quantile gets behind those of its column. */
export const EXTRA_DECIMALS = 2;

const EXTRA = 10n ** BigInt(EXTRA_DECIMALS);

/** Rounded half away from zero, as people round money. */
function divide(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (2n * a + b) / (2n * b);
  return negative ? -rounded : rounded;
}

/** `dividend` / `divisor`, of a column with so many decimals. */
export function quotient(dividend: bigint, divisor: bigint, decimals: number): Exact {
  return { value: divide(dividend * EXTRA, divisor), decimals: decimals + EXTRA_DECIMALS };
}
