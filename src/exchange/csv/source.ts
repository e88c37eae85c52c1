/** The text of a file, decoded piece by piece as it is read, so that no piece takes long. */
import type { Encoding } from "../terms.ts";
import type { FileBytes } from "./bytes.ts";
import { decodeLegacy } from "./legacy.ts";

const PIECE = 524_288;
/** Of lines: fewer, so that what was read dies young. */
const LINES = 65_536;
const NEWLINE = 10;

/** The bytes are not of that encoding. */
export class WrongEncoding extends Error {}

export class TextSource {
  private readonly bytes: FileBytes;
  private readonly encoding: Encoding;
  private readonly decoder: TextDecoder;
  /** A byte that looks like a line end is one. */
  private readonly hasWholeBytes: boolean;
  private text = "";
  private at = 0;
  private offset: number;

  /** The text begins at byte `start`. `damaged`: what does not read becomes U+FFFD. Throws RangeError where the platform lacks the encoding. */
  constructor(bytes: FileBytes, encoding: Encoding, start: number, damaged = false) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.decoder = new TextDecoder(encoding, { fatal: !damaged, ignoreBOM: true });
    this.hasWholeBytes = encoding !== "utf-16le" && encoding !== "utf-16be";
    this.offset = start;
  }

  /** Bytes decoded so far, out of how many. */
  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.offset, total: this.bytes.length };
  }

  /** The next `size` characters, or all that is left; `last` says that nothing comes behind them. */
  peek(size: number): { readonly text: string; readonly last: boolean } {
    while (this.text.length - this.at < size && this.offset < this.bytes.length) {
      const missing = size - (this.text.length - this.at);
      this.decode(this.bytes.subarray(this.offset, this.offset + Math.max(PIECE, missing)));
    }
    return this.peeked(size);
  }

  /** Not always as much, but in whole lines where that can be: then none of it is copied to stand in front of what comes behind. */
  window(size: number): { readonly text: string; readonly last: boolean } {
    const least = size > LINES ? size : size / 2;
    while (this.text.length - this.at < least && this.offset < this.bytes.length) this.decodeLines(size);
    return this.peeked(size);
  }

  private peeked(size: number): { readonly text: string; readonly last: boolean } {
    const last = this.offset >= this.bytes.length && this.text.length - this.at <= size;
    return { text: this.text.slice(this.at, last ? undefined : this.at + size), last };
  }

  /** Moves on by `length` characters of what was peeked at. */
  skip(length: number): void {
    this.at += length;
  }

  private decodeLines(size: number): void {
    const bytes = this.bytes.subarray(this.offset, this.offset + Math.max(LINES, size));
    const lines = bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
    this.decode(this.hasWholeBytes && lines.length > 0 ? lines : bytes);
  }

  private decode(bytes: Uint8Array): void {
    const end = this.offset + bytes.length;
    let piece: string;
    try {
      piece = this.decoder.decode(bytes, { stream: end < this.bytes.length });
    } catch (error) {
      if (error instanceof TypeError) throw new WrongEncoding(this.encoding);
      throw error;
    }
    this.offset = end;
    this.text = this.text.slice(this.at) + decodeLegacy(piece, this.encoding);
    this.at = 0;
  }
}
