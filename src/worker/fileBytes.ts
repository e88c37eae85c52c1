/** The bytes of a file that comes in. A large one is read from the disk as it is needed, and is never in memory as a whole. */
import { bytesToHex } from "@noble/hashes/utils.js";
import type { FileBytes } from "../exchange/index.ts";

/** Only workers have it, and the types of a page know nothing of it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Up to here a file is held as a whole. */
const LARGE = 33_554_432;
const BLOCK = 4_194_304;
/** Characters of a hash: half of SHA-256, which is told apart well enough. */
const HASH_LENGTH = 32;

/** It has changed or gone since it was chosen, or may not be read. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

function unreadable(cause: unknown): never {
  throw new Unreadable("the file cannot be read", { cause });
}

/** Chromium refuses a file that has become shorter meanwhile; others may give what is left of it, and rows would be lost in silence. */
function complete(buffer: ArrayBuffer, length: number): Uint8Array<ArrayBuffer> {
  return buffer.byteLength === length ? new Uint8Array(buffer) : unreadable("it has become shorter");
}

/** Rejects with Unreadable. */
export const wholeOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  complete(await blob.arrayBuffer().catch(unreadable), blob.size);

/** Not where the page came over an open line. */
const canDigest = globalThis.crypto?.subtle !== undefined;

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

class OnDisk implements FileBytes {
  private readonly file: Blob;
  private readonly reader = new FileReaderSync();
  /** The one that was read last, from which the next pieces mostly are. */
  private block = new Uint8Array(0);
  private at = -1;
  /** By number of a block, made on another thread when it is read first. */
  private readonly digests: Promise<Uint8Array<ArrayBuffer>>[] = [];

  constructor(file: Blob) {
    this.file = file;
  }

  get length(): number {
    return this.file.size;
  }

  /** Throws Unreadable. */
  subarray(from = 0, end = this.length): Uint8Array {
    const to = Math.min(this.length, end);
    if (to - from > BLOCK) return this.read(from, to);
    const start = this.startOf(from);
    const rest = start + BLOCK;
    if (to <= rest) return this.blockOf(from).subarray(from - start, to - start);
    const piece = new Uint8Array(to - from);
    piece.set(this.blockOf(from).subarray(from - start));
    piece.set(this.blockOf(rest).subarray(0, to - rest), rest - from);
    return piece;
  }

  /** Of the digests of its blocks: the platform takes a digest of nothing but a whole in memory. Rejects with Unreadable. */
  async digest(): Promise<Uint8Array<ArrayBuffer>> {
    const { digests } = this;
    for (let at = 0; at < this.length; at += BLOCK) if (digests[at / BLOCK] === undefined) this.blockOf(at);
    return digest(await wholeOf(new Blob(await Promise.all(digests))));
  }

  private startOf(at: number): number {
    return at - (at % BLOCK);
  }

  private blockOf(at: number): Uint8Array<ArrayBuffer> {
    const start = this.startOf(at);
    if (start !== this.at) {
      this.block = this.read(start, start + BLOCK);
      this.at = start;
      if (canDigest) this.digests[start / BLOCK] ??= digest(this.block);
    }
    return this.block;
  }

  private read(from: number, to: number): Uint8Array<ArrayBuffer> {
    const end = Math.min(this.length, to);
    return complete(this.bufferOf(this.file.slice(from, end)), end - from);
  }

  private bufferOf(piece: Blob): ArrayBuffer {
    try {
      return this.reader.readAsArrayBuffer(piece);
    } catch (error) {
      return unreadable(error);
    }
  }
}

/** As it is held. */
export type HeldBytes = Uint8Array<ArrayBuffer> | OnDisk;

/** Rejects with Unreadable. */
export const bytesOfFile = async (file: Blob): Promise<HeldBytes> =>
  file.size > LARGE && "FileReaderSync" in globalThis ? new OnDisk(file) : wholeOf(file);

/**
 * What a file is known by when it comes again; a large one by another than in earlier builds, which does no more than not to tell
 * once that it came before. Null where browsers give none. What was not read of a large file before is read for it.
 */
export async function hashOf(bytes: HeldBytes): Promise<string | null> {
  if (!canDigest) return null;
  const hash = bytes instanceof OnDisk ? await bytes.digest() : await digest(bytes);
  return bytesToHex(hash).slice(0, HASH_LENGTH);
}
