/** What is read of a file. */

/** The bytes of a file: in memory, or read from the disk when they are asked for. */
export interface FileBytes {
  readonly length: number;
  /** From byte `from` up to, not including, `to`. */
  subarray(from?: number, to?: number): Uint8Array;
}
