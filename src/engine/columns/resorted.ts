/** Numbers in order, kept while few of them change: an edit moves one to its place, where sorting would move them all. */
import { sortWhole } from "./digits.ts";
import { partitionPoint } from "./sorted.ts";

export interface Sorted {
  readonly numbers: Float64Array;
  /** Ascending. */
  readonly sorted: Float64Array;
}

/** More are faster sorted anew. */
const FEW = 16;

/** Places that differ; null where they are many. */
function differences(a: Float64Array, b: Float64Array): readonly number[] | null {
  if (a.length !== b.length) return null;
  const places: number[] = [];
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && places.push(i) > FEW) return null;
  return places;
}

/** One of the `sorted` becomes another number. */
function move(sorted: Float64Array, from: number, to: number): void {
  const placeOf = (number: number): number =>
    partitionPoint(0, sorted.length, (at) => (sorted[at] ?? 0) < number);
  const [leaves, comes] = [placeOf(from), placeOf(to)];
  if (leaves < comes) {
    sorted.copyWithin(leaves, leaves + 1, comes);
    sorted[comes - 1] = to;
  } else {
    sorted.copyWithin(comes + 1, comes, leaves);
    sorted[comes] = to;
  }
}

/** Of whole numbers, none of them NaN. What `before` holds in order is taken over. */
export function sortAgain(numbers: Float64Array, before: Sorted | undefined): Sorted {
  const changed = before === undefined ? null : differences(before.numbers, numbers);
  if (before === undefined || changed === null) return { numbers, sorted: sortWhole(numbers) };
  for (const at of changed) move(before.sorted, before.numbers[at] ?? 0, numbers[at] ?? 0);
  return { numbers, sorted: before.sorted };
}
