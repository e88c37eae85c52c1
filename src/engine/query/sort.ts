/**
 * Stable sort of slots by several keys: the least significant key first, each in as few counting passes as its
 * range needs (`columns/digits.ts`). Linear in the rows; empties come last in both directions (Q2).
 */
import { type Digit, digitsOf, placesOf } from "../columns/digits.ts";
import type { SortKeys } from "./keys.ts";
import { EMPTY } from "./ranks.ts";

export interface SortLevel {
  readonly keys: SortKeys;
  readonly descending: boolean;
}

/** The level's key of each slot, turned round when descending; empty becomes the largest key, `limit`. */
function gather(
  slots: Uint32Array,
  { keys: { keys, codes, limit }, descending }: SortLevel,
  into: Uint32Array,
): void {
  const count = slots.length;
  for (let i = 0; i < count; i++) {
    const slot = slots[i] ?? 0;
    const key = keys[codes === null ? slot : (codes[slot] ?? 0)] ?? EMPTY;
    into[i] = key === EMPTY ? limit : descending ? limit - 1 - key : key;
  }
}

interface Lane {
  slots: Uint32Array;
  keys: Uint32Array;
}

/** One stable counting pass. Keys move along only where another pass will ask for them. */
function pass(from: Lane, to: Lane, digit: Digit, last: boolean): void {
  const { slots, keys } = from;
  const { shift, mask } = digit;
  const next = placesOf(keys, digit);
  const [toSlots, toKeys] = [to.slots, to.keys];
  const count = slots.length;
  for (let i = 0; i < count; i++) {
    const key = keys[i] ?? 0;
    const at = (key >>> shift) & mask;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    toSlots[place] = slots[i] ?? 0;
    if (!last) toKeys[place] = key;
  }
}

/** A new array of the same slots; rows equal in every level keep their sequence. The first level matters most. */
export function sortSlots(slots: Uint32Array, levels: readonly SortLevel[]): Uint32Array {
  const count = slots.length;
  let from: Lane = { slots: slots.slice(), keys: new Uint32Array(count) };
  let to: Lane = { slots: new Uint32Array(count), keys: new Uint32Array(count) };
  for (const level of levels.toReversed()) {
    gather(from.slots, level, from.keys);
    // The limit itself is the key of empties.
    const digits = digitsOf(level.keys.limit, count);
    for (const [n, digit] of digits.entries()) {
      pass(from, to, digit, n === digits.length - 1);
      [from, to] = [to, from];
    }
  }
  return from.slots;
}
