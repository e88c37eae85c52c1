/** The bytes of a file that comes in. A large one is read from the disk as it is needed, and is never in memory as a whole. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { giveBack } from "../engine/room.ts";
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

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

class OnDisk implements FileBytes {
  private readonly file: Blob;
  private readonly reader = new FileReaderSync();
  /** One block that was read last, from which the next pieces mostly are. */
  private block = new Uint8Array(0);
  private start = 0;

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
    if (from < this.start || to > this.start + this.block.length) {
      giveBack(this.block);
      this.block = this.read(from, from + BLOCK);
      this.start = from;
    }
    return this.block.subarray(from - this.start, to - this.start);
  }

  /** Of the digests of its pieces: the platform takes a digest of nothing but a whole in memory. Rejects with Unreadable. */
  async digest(): Promise<Uint8Array<ArrayBuffer>> {
    const digests: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; from < this.length; from += LARGE) {
      const piece = await wholeOf(this.file.slice(from, from + LARGE));
      digests.push(await digest(piece));
      giveBack(piece);
    }
    return digest(await wholeOf(new Blob(digests)));
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
 * once that it came before. Null where the page came over an open line, and browsers give none.
 */
export async function hashOf(bytes: HeldBytes): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const hash = bytes instanceof OnDisk ? await bytes.digest() : await digest(bytes);
  return bytesToHex(hash).slice(0, HASH_LENGTH);
}
