/** Where Ctrl and an arrow lead: to the end of a run of filled cells, or over empty ones to the next filled one. */

/** `filled` of places 0 up to `count`; returns a place, the first or last one where nothing else stops it. */
export function edgeFrom(
  filled: (place: number) => boolean,
  count: number,
  from: number,
  step: 1 | -1,
): number {
  const last = step > 0 ? count - 1 : 0;
  const inside = (place: number): boolean => place >= 0 && place < count;
  if (!inside(from + step)) return Math.max(0, Math.min(count - 1, from));
  let place = from + step;
  if (filled(from) && filled(place)) {
    while (inside(place + step) && filled(place + step)) place += step;
    return place;
  }
  while (inside(place) && !filled(place)) place += step;
  return inside(place) ? place : last;
}
