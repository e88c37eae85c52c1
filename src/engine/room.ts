/**
 * Memory that is handed on or given back at once, where the platform can: what waits for the collector comes to as much again
 * while a large file is read.
 */

const canTransfer = typeof ArrayBuffer.prototype.transfer === "function";

/** The same bytes, with room for more. What is given must not be used any more. */
export function withRoom(buffer: ArrayBuffer, byteLength: number): ArrayBuffer {
  if (canTransfer) return buffer.transfer(byteLength);
  const larger = new ArrayBuffer(byteLength);
  new Uint8Array(larger).set(new Uint8Array(buffer));
  return larger;
}

/** Of what is not used any more. */
export function giveBack({ buffer }: { readonly buffer: ArrayBuffer }): void {
  if (canTransfer) buffer.transfer(0);
}
