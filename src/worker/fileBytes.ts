/**
 * The bytes of a file that comes in. A large one goes through memory in two blocks: what the platform would make of it anew for each
 * piece waits for the collector, until there is as much of it as there is of all that is kept.
 */
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

type Block = Uint8Array<ArrayBuffer>;

class OnDisk implements FileBytes {
  private readonly file: Blob;
  private readonly reader = new FileReaderSync();
  /** Null where browsers have none that fills given memory, and after the last block. */
  private stream: ReadableStreamBYOBReader | null;
  /** Number of the block that it gives next. */
  private next = 0;
  /** Those that it gave last, by number. */
  private readonly blocks = new Map<number, Block>();
  /** One that was wanted out of turn. */
  private other: { readonly number: number; readonly block: Block } | null = null;
  private current = 0;
  /** By number of a block, made on another thread. */
  private readonly digests: Promise<Uint8Array<ArrayBuffer>>[] = [];

  constructor(file: Blob) {
    this.file = file;
    this.stream = byobReader(file);
  }

  get length(): number {
    return this.file.size;
  }

  /** Throws Unreadable. */
  subarray(from = 0, end = this.length): Uint8Array {
    const to = Math.min(this.length, end);
    this.current = Math.floor(from / BLOCK);
    if (to - from > BLOCK) return this.read(from, to);
    const start = this.current * BLOCK;
    const rest = start + BLOCK;
    const block = this.blockAt(this.current);
    if (to <= rest) return block.subarray(from - start, to - start);
    const piece = new Uint8Array(to - from);
    piece.set(block.subarray(from - start));
    piece.set(this.blockAt(this.current + 1).subarray(0, to - rest), rest - from);
    return piece;
  }

  /** Has the block behind the last piece ready. To be called between steps: no piece holds beyond it. Rejects with Unreadable. */
  async ahead(): Promise<void> {
    while (this.stream !== null && this.next <= this.current + 1) await this.fill(this.stream);
  }

  /** No more is wanted of it. */
  close(): void {
    // What a stream that failed says to that is known already.
    this.stream?.cancel().catch(() => undefined);
    this.stream = null;
  }

  private async fill(stream: ReadableStreamBYOBReader): Promise<void> {
    const number = this.next;
    const length = Math.min(BLOCK, this.length - number * BLOCK);
    let block = this.spare();
    for (let filled = 0; filled < length; ) {
      const { done, value } = await stream.read(block.subarray(filled, length)).catch(unreadable);
      if (done) unreadable("it has become shorter");
      block = new Uint8Array(value.buffer);
      filled = value.byteOffset + value.length;
    }
    this.keep(number, block.subarray(0, length));
    this.next += 1;
    if (this.next * BLOCK >= this.length) this.stream = null;
  }

  /** Memory of a block that is done with, or more. */
  private spare(): Block {
    for (const [number, { buffer }] of this.blocks) {
      if (number >= this.current) continue;
      this.blocks.delete(number);
      return new Uint8Array(buffer);
    }
    return new Uint8Array(BLOCK);
  }

  private keep(number: number, block: Block): void {
    this.blocks.set(number, block);
    this.hash(number, block);
  }

  private hash(number: number, block: Block): void {
    if (canDigest) this.digests[number] ??= digest(block);
  }

  /** Of the digests of its blocks: the platform takes a digest of nothing but a whole in memory. Rejects with Unreadable. */
  async digest(): Promise<Uint8Array<ArrayBuffer>> {
    const { digests } = this;
    for (let number = 0; number * BLOCK < this.length; number++)
      if (digests[number] === undefined) this.blockAt(number);
    return digest(await wholeOf(new Blob(await Promise.all(digests))));
  }

  private blockAt(number: number): Block {
    const there = this.blocks.get(number) ?? (this.other?.number === number ? this.other.block : undefined);
    if (there !== undefined) return there;
    const block = this.read(number * BLOCK, (number + 1) * BLOCK);
    this.other = { number, block };
    this.hash(number, block);
    return block;
  }

  private read(from: number, to: number): Block {
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

function byobReader(file: Blob): ReadableStreamBYOBReader | null {
  const stream = file.stream();
  try {
    return stream.getReader({ mode: "byob" });
  } catch {
    stream.cancel().catch(() => undefined);
    return null;
  }
}

/** As it is held. */
export type HeldBytes = Uint8Array<ArrayBuffer> | OnDisk;

/** Rejects with Unreadable. */
export async function bytesOfFile(file: Blob): Promise<HeldBytes> {
  if (file.size <= LARGE || !("FileReaderSync" in globalThis)) return wholeOf(file);
  const bytes = new OnDisk(file);
  await bytes.ahead();
  return bytes;
}

/** Has what comes next ready, while nothing holds a piece of it. Rejects with Unreadable. */
export const readAhead = async (bytes: HeldBytes): Promise<void> =>
  bytes instanceof OnDisk ? bytes.ahead() : undefined;

export function close(bytes: HeldBytes): void {
  if (bytes instanceof OnDisk) bytes.close();
}

/**
 * What a file is known by when it comes again; a large one by another than in earlier builds, which does no more than not to tell
 * once that it came before. Null where browsers give none. What was not read of a large file before is read for it.
 */
export async function hashOf(bytes: HeldBytes): Promise<string | null> {
  if (!canDigest) return null;
  const hash = bytes instanceof OnDisk ? await bytes.digest() : await digest(bytes);
  return bytesToHex(hash).slice(0, HASH_LENGTH);
}
