/** Looking for places in what is sorted already, and putting more in. */

/** The first place from `low` up to `high` that `before` does not hold for; it must hold for none after that. */
export function partitionPoint(low: number, high: number, before: (place: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (before(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** `sorted` with a few `entering`, sorted too, at their places, behind their equals. Whole stretches are copied. */
export function mergeSorted(
  sorted: Uint32Array,
  entering: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  const into = new Uint32Array(sorted.length + entering.length);
  let read = 0;
  for (const [index, item] of entering.entries()) {
    const place = partitionPoint(read, sorted.length, (at) => compare(sorted[at] ?? 0, item) <= 0);
    into.set(sorted.subarray(read, place), read + index);
    into[place + index] = item;
    read = place;
  }
  into.set(sorted.subarray(read), read + entering.length);
  return into;
}

/** Least and greatest of the numbers that are there; the first above the second where there are none. */
export function rangeOf(values: Float64Array): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
