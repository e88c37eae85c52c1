/**
 * Stable sort of slots by several keys: the least significant key first, each in as few counting passes as its
 * range needs. Linear in the rows; empties come last in both directions (Q2). Method: LSD radix sort (Knuth,
 * TAOCP 3, 5.2.5); with digits up to 20 bits wide it beat 11 and 16 bits at 100,000 and at a million rows.
 */
import type { SortKeys } from "./keys.ts";
import { EMPTY } from "./ranks.ts";

const WIDEST_DIGIT = 20;
const NARROWEST_DIGIT = 8;

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

/** Where the slots of each digit begin. */
function placesOf(keys: Uint32Array, shift: number, mask: number): Uint32Array {
  const next = new Uint32Array(mask + 2);
  const count = keys.length;
  for (let i = 0; i < count; i++) {
    const place = (((keys[i] ?? 0) >>> shift) & mask) + 1;
    next[place] = (next[place] ?? 0) + 1;
  }
  for (let digit = 1; digit <= mask; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  return next;
}

interface Lane {
  slots: Uint32Array;
  keys: Uint32Array;
}

/** One stable counting pass. Keys move along only where another pass will ask for them. */
function pass(from: Lane, to: Lane, shift: number, mask: number, last: boolean): void {
  const { slots, keys } = from;
  const next = placesOf(keys, shift, mask);
  const [toSlots, toKeys] = [to.slots, to.keys];
  const count = slots.length;
  for (let i = 0; i < count; i++) {
    const key = keys[i] ?? 0;
    const digit = (key >>> shift) & mask;
    const place = next[digit] ?? 0;
    next[digit] = place + 1;
    toSlots[place] = slots[i] ?? 0;
    if (!last) toKeys[place] = key;
  }
}

/** Bits needed to tell the keys of a level apart, `limit` itself included: it is the key of empties. */
const bitsOf = (limit: number): number => Math.max(1, 32 - Math.clz32(limit));

/** A new array of the same slots; rows equal in every level keep their sequence. The first level matters most. */
export function sortSlots(slots: Uint32Array, levels: readonly SortLevel[]): Uint32Array {
  const count = slots.length;
  let from: Lane = { slots: slots.slice(), keys: new Uint32Array(count) };
  let to: Lane = { slots: new Uint32Array(count), keys: new Uint32Array(count) };
  // A table of places much longer than the rows would cost more than a second pass.
  const widest = Math.max(NARROWEST_DIGIT, Math.min(WIDEST_DIGIT, bitsOf(count) + 1));
  for (const level of levels.toReversed()) {
    gather(from.slots, level, from.keys);
    const bits = bitsOf(level.keys.limit);
    const passes = Math.ceil(bits / widest);
    const width = Math.ceil(bits / passes);
    for (let n = 0; n < passes; n++) {
      pass(from, to, n * width, 2 ** width - 1, n === passes - 1);
      [from, to] = [to, from];
    }
  }
  return from.slots;
}
