/** The text of a file, window by window as it is read, so that no piece takes long and none stays. */
import type { Encoding } from "../terms.ts";
import type { FileBytes } from "./bytes.ts";
import { decodeLegacy } from "./legacy.ts";
import { decodeUtf8, utf8Length, wholeCharacters } from "./units.ts";

const PIECE = 65_536;
const NEWLINE = 10;
const RETURN = 13;

/** The bytes are not of that encoding. */
export class WrongEncoding extends Error {}

/** How the bytes of a file are to be read. */
export interface Encoded {
  readonly encoding: Encoding;
  /** The byte at which the text begins. */
  readonly start: number;
  /** What does not read becomes U+FFFD. */
  readonly damaged: boolean;
}

/** A window that moves along a file. It is made a text or UTF-16 units when these are asked for; units hold until the next window. */
export interface Windows {
  /** Bytes done with, out of how many. */
  readonly progress: { readonly done: number; readonly total: number };
  /** The next one has about as many units, of UTF-8 in whole lines, for then none is wanted again. No line end is cut in two. */
  next(size: number): void;
  /** Nothing comes behind it. */
  readonly last: boolean;
  /** Throws WrongEncoding. */
  readonly text: string;
  /** Throws WrongEncoding. */
  readonly units: Uint16Array;
  /** The next one begins behind so many units of it, which end with a whole character. */
  skip(length: number): void;
  /** Nothing is left. */
  readonly ended: boolean;
}

/** Throws RangeError where the platform lacks the encoding. */
const decoderOf = ({ encoding, damaged }: Pick<Encoded, "encoding" | "damaged">): TextDecoder =>
  new TextDecoder(encoding, { fatal: !damaged, ignoreBOM: true });

/** Throws WrongEncoding. */
function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean, encoding: Encoding): string {
  try {
    return decodeLegacy(decoder.decode(bytes, { stream }), encoding);
  } catch (error) {
    if (error instanceof TypeError) throw new WrongEncoding(encoding);
    throw error;
  }
}

/** The first `size` units, or all; `last` says that nothing comes behind them. Throws WrongEncoding, or RangeError where the platform lacks the encoding. */
export function beginningOf(
  bytes: FileBytes,
  how: Encoded,
  size: number,
): { readonly text: string; readonly last: boolean } {
  const decoder = decoderOf(how);
  let text = "";
  let offset = how.start;
  while (text.length < size && offset < bytes.length) {
    const piece = bytes.subarray(offset, offset + Math.max(PIECE, size - text.length));
    offset += piece.length;
    text += decoded(decoder, piece, offset < bytes.length, how.encoding);
  }
  const last = offset >= bytes.length && text.length <= size;
  return { text: last ? text : text.slice(0, size), last };
}

/** A new one where it is too short. */
const roomFor = (length: number, room: Uint16Array): Uint16Array =>
  room.length < length ? new Uint16Array(length) : room;

/** What is wanted again is decoded again: mostly that is nothing. */
class Utf8Windows implements Windows {
  private readonly file: FileBytes;
  private readonly decoder = decoderOf({ encoding: "utf-8", damaged: false });
  private offset: number;
  /** Of the window. */
  private bytes: Uint8Array = new Uint8Array(0);
  private made: { readonly text: string } | { readonly units: Uint16Array } | null = null;
  private room: Uint16Array = new Uint16Array(0);

  constructor(file: FileBytes, start: number) {
    this.file = file;
    this.offset = start;
  }

  get progress(): Windows["progress"] {
    return { done: this.offset, total: this.file.length };
  }

  get ended(): boolean {
    return this.offset >= this.file.length;
  }

  get last(): boolean {
    return this.offset + this.bytes.length >= this.file.length;
  }

  next(size: number): void {
    this.made = null;
    this.bytes = this.file.subarray(this.offset, this.offset + size);
    if (!this.last) this.bytes = this.bytes.subarray(0, endOfLines(this.bytes));
  }

  get text(): string {
    const { made } = this;
    if (made !== null && "text" in made) return made.text;
    const text = decoded(this.decoder, this.bytes, false, "utf-8");
    this.made = { text };
    return text;
  }

  get units(): Uint16Array {
    const { made, bytes } = this;
    if (made !== null && "units" in made) return made.units;
    this.room = roomFor(bytes.length, this.room);
    const count = decodeUtf8(bytes, this.room);
    if (count === null) throw new WrongEncoding("utf-8");
    const units = this.room.subarray(0, count);
    this.made = { units };
    return units;
  }

  skip(length: number): void {
    this.offset += this.bytesOf(length);
  }

  private bytesOf(length: number): number {
    const { made, bytes } = this;
    if (made === null) throw new Error("nothing was looked at");
    if ("units" in made)
      return made.units.length === length ? bytes.length : utf8Length((at) => made.units[at] ?? 0, length);
    return made.text.length === length ? bytes.length : utf8Length((at) => made.text.charCodeAt(at), length);
  }
}

function endOfLines(bytes: Uint8Array): number {
  // Behind a return at the very end its line feed may come.
  const lines = Math.max(bytes.lastIndexOf(NEWLINE), bytes.lastIndexOf(RETURN, bytes.length - 2)) + 1;
  if (lines > 0) return lines;
  const end = wholeCharacters(bytes);
  return bytes[end - 1] === RETURN ? end - 1 : end;
}

/** In any encoding: the text is decoded as one stream. */
class TextWindows implements Windows {
  private readonly file: FileBytes;
  private readonly encoding: Encoding;
  private readonly decoder: TextDecoder;
  private offset: number;
  /** Decoded so far, and where in it the window begins and ends. */
  private all = "";
  private from = 0;
  private to = 0;
  private room: Uint16Array = new Uint16Array(0);

  constructor(file: FileBytes, how: Encoded) {
    this.file = file;
    this.encoding = how.encoding;
    this.decoder = decoderOf(how);
    this.offset = how.start;
  }

  get progress(): Windows["progress"] {
    return { done: this.offset, total: this.file.length };
  }

  get ended(): boolean {
    return this.offset >= this.file.length && this.from >= this.all.length;
  }

  get last(): boolean {
    return this.offset >= this.file.length && this.to >= this.all.length;
  }

  next(size: number): void {
    while (this.all.length - this.from < size && this.offset < this.file.length) this.decode(size);
    this.to = Math.min(this.all.length, this.from + size);
    if (!this.last && this.all.charCodeAt(this.to - 1) === RETURN) this.to -= 1;
  }

  get text(): string {
    return this.all.slice(this.from, this.to);
  }

  get units(): Uint16Array {
    const { text } = this;
    this.room = roomFor(text.length, this.room);
    for (let at = 0; at < text.length; at++) this.room[at] = text.charCodeAt(at);
    return this.room.subarray(0, text.length);
  }

  skip(length: number): void {
    this.from += length;
  }

  private decode(size: number): void {
    const missing = size - (this.all.length - this.from);
    const piece = this.file.subarray(this.offset, this.offset + Math.max(PIECE, missing));
    this.offset += piece.length;
    const text = decoded(this.decoder, piece, this.offset < this.file.length, this.encoding);
    this.all = this.all.slice(this.from) + text;
    this.from = 0;
  }
}

/** Throws RangeError where the platform lacks the encoding. */
export const windowsOf = (file: FileBytes, how: Encoded): Windows =>
  how.encoding === "utf-8" && !how.damaged ? new Utf8Windows(file, how.start) : new TextWindows(file, how);
