/** Places in memory of the rows of a sheet. */

/** Whether these are all that there are, in order. */
export function isEvery(slots: Uint32Array, capacity: number): boolean {
  if (slots.length !== capacity) return false;
  for (let slot = 0; slot < capacity; slot++) if (slots[slot] !== slot) return false;
  return true;
}
