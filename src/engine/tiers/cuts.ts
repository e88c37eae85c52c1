/**
 * Where lists of numbers are cut: by rank, by share of the whole, by quintiles. Equal numbers are never parted, for customers
 * who bring the same are the same; they go with the best of them.
 */

/** The number at a place counted from the greatest, which has place 0. */
const fromTop = (sorted: Float64Array, place: number): number =>
  sorted[sorted.length - 1 - place] ?? Number.POSITIVE_INFINITY;

/**
 * The least number that is among the greatest `percent`: who has fewer than so many percent of all above. Infinite where
 * none is.
 */
export function cutByRank(sorted: Float64Array, percent: number): number {
  const places = Math.ceil((percent * sorted.length) / 100);
  return places <= 0 ? Number.POSITIVE_INFINITY : fromTop(sorted, Math.min(places, sorted.length) - 1);
}

/** By place from the greatest: what all before it add up to, of those above 0. */
export function sumsFromTop(sorted: Float64Array): Float64Array {
  const sums = new Float64Array(sorted.length + 1);
  for (let place = 0; place < sorted.length; place++) {
    sums[place + 1] = (sums[place] ?? 0) + Math.max(0, fromTop(sorted, place));
  }
  return sums;
}

/**
 * The least number of those who together bring `percent` of the whole: who has less than that before them, so that the
 * one who reaches it is in. Losses bring nothing. Infinite where nothing is brought at all.
 */
export function cutByShare(sorted: Float64Array, sums: Float64Array, percent: number): number {
  const whole = sums[sorted.length] ?? 0;
  const limit = (percent * whole) / 100;
  let low = 0;
  let high = sorted.length;
  // The first place that has the limit before it; sums never fall.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  const cut = low === 0 ? Number.POSITIVE_INFINITY : fromTop(sorted, low - 1);
  return cut > 0 ? cut : Number.MIN_VALUE;
}

const SCORES = 5;

/** What the best, the second … of the five fifths begin with; a number has the score of the first that it reaches. */
export const quintiles = (sorted: Float64Array): readonly number[] =>
  Array.from({ length: SCORES - 1 }, (_, fifth) => cutByRank(sorted, ((fifth + 1) * 100) / SCORES));

/** 5 for the best fifth, 1 for the last and for what is empty. */
export function scoreOf(cuts: readonly number[], value: number): number {
  const fifth = cuts.findIndex((cut) => value >= cut);
  return fifth < 0 ? 1 : SCORES - fifth;
}
