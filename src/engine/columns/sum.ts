/** Sums of scaled integers that are exact whatever their size. */

/** A double counts to 2^53: the high and the low part of 2^26 safe integers each add up within that. */
const SPLIT = 2 ** 26;

/** Adds values one by one; exact for up to 2^26 of them. */
export class ExactSum {
  private high = 0;
  private low = 0;

  add(value: number): void {
    const upper = Math.floor(value / SPLIT);
    this.high += upper;
    this.low += value - upper * SPLIT;
  }

  get total(): bigint {
    return BigInt(this.high) * BigInt(SPLIT) + BigInt(this.low);
  }
}

/** Rounded towards minus infinity. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n === divisor > 0n && dividend % divisor !== 0n ? quotient - 1n : quotient;
}
