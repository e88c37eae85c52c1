/**
 * Stable sort of slots by several keys: the least significant key first, each in counting passes of 16 bits.
 * Linear in the rows; empties come last in both directions (Q2). Method: LSD radix sort (Knuth, TAOCP 3, 5.2.5).
 */
import { EMPTY, type SortKeys } from "./keys.ts";

const DIGIT_BITS = 16;
const DIGIT_RANGE = 1 << DIGIT_BITS;

export interface SortLevel {
  readonly keys: SortKeys;
  readonly descending: boolean;
}

/** The level's key of each slot, turned round when descending; empty becomes the largest key, `limit`. */
function gather(
  slots: Uint32Array,
  { keys: { keys, codes, limit }, descending }: SortLevel,
  into: Uint32Array,
) {
  const last = limit - 1;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] ?? 0;
    const key = keys[codes === null ? slot : (codes[slot] ?? 0)] ?? EMPTY;
    into[i] = key === EMPTY ? limit : descending ? last - key : key;
  }
}

/** One stable counting pass over the digit at `shift`: slots and their keys move together. */
function pass(from: Uint32Array, fromKeys: Uint32Array, to: Uint32Array, toKeys: Uint32Array, shift: number) {
  const next = new Uint32Array(DIGIT_RANGE + 1);
  for (let i = 0; i < fromKeys.length; i++) {
    const digit = ((fromKeys[i] ?? 0) >>> shift) & (DIGIT_RANGE - 1);
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= DIGIT_RANGE; digit++)
    next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  for (let i = 0; i < from.length; i++) {
    const key = fromKeys[i] ?? 0;
    const digit = (key >>> shift) & (DIGIT_RANGE - 1);
    const place = next[digit] ?? 0;
    next[digit] = place + 1;
    to[place] = from[i] ?? 0;
    toKeys[place] = key;
  }
}

/** A new array of the same slots; rows equal in every level keep their sequence. The first level matters most. */
export function sortSlots(slots: Uint32Array, levels: readonly SortLevel[]): Uint32Array {
  let from = slots.slice();
  let to = new Uint32Array(slots.length);
  let fromKeys = new Uint32Array(slots.length);
  let toKeys = new Uint32Array(slots.length);
  for (const level of levels.toReversed()) {
    gather(from, level, fromKeys);
    // `limit` itself is the key of empties, so it takes part in how many digits there are.
    for (let shift = 0; shift === 0 || level.keys.limit / 2 ** shift >= 1; shift += DIGIT_BITS) {
      pass(from, fromKeys, to, toKeys, shift);
      [from, to] = [to, from];
      [fromKeys, toKeys] = [toKeys, fromKeys];
      if (shift + DIGIT_BITS >= 32) break;
    }
  }
  return from;
}
