/**
 * Memory that is handed on or given back at once, where the platform can: what waits for the collector comes to as much again
 * while a large file is read.
 */

const canTransfer = typeof ArrayBuffer.prototype.transfer === "function";

/** The same numbers, with room for `length` of them. The array that is given must not be used any more. */
export function withRoom(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (canTransfer) return new Uint32Array(array.buffer.transfer(length * array.BYTES_PER_ELEMENT));
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

/** Of what is not used any more. */
export function giveBack({ buffer }: { readonly buffer: ArrayBuffer }): void {
  if (canTransfer) buffer.transfer(0);
}
