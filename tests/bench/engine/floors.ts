/** The least that the same answer costs in bare typed arrays: no view, no edits, no empties, nothing to look up. */

/** Ranks by row, all below `limit`. */
export interface RankedKey {
  readonly ranks: Uint32Array;
  readonly limit: number;
}

function scatter(
  from: Uint32Array,
  into: Uint32Array,
  { ranks }: RankedKey,
  shift: number,
  mask: number,
): void {
  const next = new Uint32Array(mask + 2);
  // How often a digit occurs does not depend on the order: the ranks are counted as they lie in memory.
  for (let i = 0; i < ranks.length; i++) {
    const digit = (((ranks[i] ?? 0) >>> shift) & mask) + 1;
    next[digit] = (next[digit] ?? 0) + 1;
  }
  for (let digit = 1; digit <= mask; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  for (let i = 0; i < from.length; i++) {
    const row = from[i] ?? 0;
    const digit = ((ranks[row] ?? 0) >>> shift) & mask;
    const place = next[digit] ?? 0;
    into[place] = row;
    next[digit] = place + 1;
  }
}

/** LSD radix sort over ready ranks, digits of at most `width` bits; the first key matters most. */
export function radixSort(keys: readonly RankedKey[], rows: number, width: number): Uint32Array {
  let from = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) from[row] = row;
  let into = new Uint32Array(rows);
  for (const key of keys.toReversed()) {
    const bits = Math.max(1, 32 - Math.clz32(key.limit - 1));
    const passes = Math.ceil(bits / width);
    const digit = Math.ceil(bits / passes);
    for (let pass = 0; pass < passes; pass++) {
      scatter(from, into, key, pass * digit, 2 ** digit - 1);
      [from, into] = [into, from];
    }
  }
  return from;
}

/** Rows whose ready text contains `sought`. */
export function searchTexts(texts: readonly string[], sought: string): Uint32Array {
  const found = new Uint32Array(texts.length);
  let count = 0;
  for (const [row, text] of texts.entries()) if (text.includes(sought)) found[count++] = row;
  return found.slice(0, count);
}

/** Rows with one of the allowed codes and more than `least`. `allowed` is by code. */
export function filterRows(
  codes: Uint32Array,
  allowed: Uint8Array,
  values: Float64Array,
  least: number,
): Uint32Array {
  const found = new Uint32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (allowed[codes[row] ?? 0] === 1 && (values[row] ?? 0) > least) found[count++] = row;
  }
  return found.slice(0, count);
}

/** Makes room for `count` rows in the middle of a list of rows. */
export function moveOrder(order: Uint32Array, count: number): void {
  const middle = order.length >>> 1;
  order.copyWithin(middle + count, middle);
}

/** The list of rows without every `step`-th of them. */
export function leaveOut(order: Uint32Array, step: number): Uint32Array {
  const left = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) if (i % step !== 0) left[count++] = order[i] ?? 0;
  return left.subarray(0, count);
}
