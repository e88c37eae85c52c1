/**
 * Writing and reading of binary payloads. Numbers of more than one byte are little-endian, as in the memory of
 * every machine a browser runs on, so that typed arrays are copied whole.
 */
import type { Bytes } from "../keyvalue.ts";

/** The bytes are not what a writer of ours makes. Caught where records are read; it becomes a Damage. */
export class Malformed extends Error {
  override readonly name = "Malformed";
}

/** Sound, but written by a later build. It must be left as it is, not taken for damage. */
export class Newer extends Error {
  override readonly name = "Newer";
}

const encoder = new TextEncoder();
// A leading U+FEFF is a character of the text like any other.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
const FIRST_CAPACITY = 256;
const LARGE = 16_384;
/** Few enough that a block of the longest cells still fits into one string. */
const STRINGS_PER_BLOCK = 8192;
const WIDE_SLICE = 8192;

export type Packed =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Float64Array;

/** In one piece. */
export function joined(pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Parts as long as `room`, the last one of what is left. Each lies in it, and only until the next is asked for. */
export function* cutInto(room: Bytes, pieces: Iterable<Bytes>): Generator<Bytes> {
  let filled = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + room.length - filled);
      room.set(taken, filled);
      at += taken.length;
      filled += taken.length;
      if (filled < room.length) continue;
      yield room;
      filled = 0;
    }
  }
  if (filled > 0) yield room.subarray(0, filled);
}

export class Writer {
  private pieces: Bytes[] = [];
  private buffer = new Uint8Array(FIRST_CAPACITY);
  private length = 0;

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const next = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    next.set(this.buffer.subarray(0, this.length));
    this.buffer = next;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  /** A safe integer from 0 on. */
  whole(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 128) {
      this.buffer[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.length++] = rest;
  }

  double(value: number): void {
    this.packed(Float64Array.of(value));
  }

  /** As it is, without its length. What is large is not copied, and must not change any more. */
  raw(bytes: Bytes): void {
    if (bytes.length >= LARGE) {
      this.endPiece();
      this.pieces.push(bytes);
      return;
    }
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  packed({ buffer, byteOffset, byteLength }: Packed): void {
    // The types leave open that another thread may write to it; none of ours can.
    if (!(buffer instanceof ArrayBuffer)) throw new TypeError("shared memory");
    this.raw(new Uint8Array(buffer, byteOffset, byteLength));
  }

  /** Its length first. */
  bytes(bytes: Bytes): void {
    this.whole(bytes.length);
    this.raw(bytes);
  }

  /** UTF-8; text with lone surrogates, which UTF-8 cannot hold, as UTF-16. */
  text(text: string): void {
    const wide = !text.isWellFormed();
    this.byte(wide ? 1 : 0);
    this.bytes(wide ? wideBytes(text) : encoder.encode(text));
  }

  /** Many at once: lengths, then all of the text in one piece. */
  texts(texts: readonly string[]): void {
    this.whole(texts.length);
    for (let start = 0; start < texts.length; start += STRINGS_PER_BLOCK) {
      const block = texts.slice(start, start + STRINGS_PER_BLOCK);
      // By hand: `Uint32Array.from` and `reduce` take as long as the rest of it.
      const lengths = new Uint32Array(block.length);
      let longest = 0;
      let at = 0;
      for (const { length } of block) {
        lengths[at++] = length;
        longest = Math.max(longest, length);
      }
      const width = longest < 0x100 ? 1 : longest < 0x10000 ? 2 : 4;
      this.byte(width);
      this.packed(narrow(lengths, width));
      this.text(block.join(""));
    }
  }

  json(value: unknown): void {
    this.text(JSON.stringify(value));
  }

  private endPiece(): void {
    if (this.length === 0) return;
    this.pieces.push(this.buffer.slice(0, this.length));
    this.length = 0;
  }

  /** What was written since they were taken last, as it lies. */
  takePieces(): readonly Bytes[] {
    this.endPiece();
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  /** All that was written. */
  finish(): Bytes {
    return joined(this.takePieces());
  }
}

export function narrow(values: Uint32Array, width: 1 | 2 | 4): Uint8Array | Uint16Array | Uint32Array {
  switch (width) {
    case 1:
      return new Uint8Array(values);
    case 2:
      return new Uint16Array(values);
    case 4:
      return values;
  }
}

function wideBytes(text: string): Bytes {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return new Uint8Array(units.buffer);
}

function wideText(units: Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += WIDE_SLICE) {
    text += String.fromCharCode(...units.subarray(i, i + WIDE_SLICE));
  }
  return text;
}

/** The whole number of `width` bytes, at most 4, that begins at `at`. */
function littleEndian(bytes: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[at + byte] ?? 0);
  return value;
}

/** Every method throws Malformed where the bytes end too early or make no sense. */
export class Reader {
  private at = 0;
  private readonly source: Bytes;

  constructor(source: Bytes) {
    this.source = source;
  }

  /** A view on the source. */
  raw(count: number): Bytes {
    const end = this.at + count;
    if (end > this.source.length) throw new Malformed("the record ends too early");
    const view = this.source.subarray(this.at, end);
    this.at = end;
    return view;
  }

  byte(): number {
    const [value] = this.raw(1);
    return value ?? 0;
  }

  whole(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte % 128) * factor;
      if (!Number.isSafeInteger(value)) throw new Malformed("a number is too large");
      if (byte < 128) return value;
    }
  }

  double(): number {
    const [value] = new Float64Array(this.raw(8).slice().buffer);
    return value ?? 0;
  }

  bytes(): Bytes {
    return this.raw(this.whole());
  }

  /** Widened in a loop: the conversions of typed arrays' own constructors take many times as long. */
  unsigned(count: number, width: number): Uint32Array {
    const bytes = this.raw(count * width);
    switch (width) {
      case 1: {
        const values = new Uint32Array(count);
        for (let i = 0; i < count; i++) values[i] = bytes[i] ?? 0;
        return values;
      }
      case 2: {
        const values = new Uint32Array(count);
        for (let i = 0; i < count; i++) values[i] = (bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8);
        return values;
      }
      case 4:
        // A copy, because a typed array must start at a multiple of its width.
        return new Uint32Array(bytes.slice().buffer);
      default:
        throw new Malformed(`no integers of ${width} bytes`);
    }
  }

  text(): string {
    const wide = this.byte() === 1;
    const bytes = this.bytes();
    if (wide) return wideText(new Uint16Array(bytes.slice().buffer, 0, bytes.length >> 1));
    try {
      return decoder.decode(bytes);
    } catch {
      throw new Malformed("a text is not UTF-8");
    }
  }

  texts(): string[] {
    const count = this.whole();
    const texts: string[] = [];
    while (texts.length < count) {
      const block = Math.min(STRINGS_PER_BLOCK, count - texts.length);
      const width = this.byte();
      const lengths = this.raw(block * width);
      const joined = this.text();
      let start = 0;
      for (let at = 0; at < lengths.length; at += width) {
        const end = start + littleEndian(lengths, at, width);
        texts.push(joined.slice(start, end));
        start = end;
      }
      if (start !== joined.length || width === 0) throw new Malformed("texts and their lengths differ");
    }
    return texts;
  }

  json(): unknown {
    try {
      return JSON.parse(this.text());
    } catch {
      throw new Malformed("not JSON");
    }
  }

  /** Whether there is no more: an earlier version may have written less. */
  get ended(): boolean {
    return this.at === this.source.length;
  }

  /** Everything must have been read. */
  end(): void {
    if (this.at !== this.source.length) throw new Malformed("the record is too long");
  }
}

/** The number a payload begins with, and a reader of what is behind it, as often as it is asked for. */
export function leadingWhole(bytes: Bytes): { readonly value: number; readonly rest: () => Reader } {
  const behind = (): { readonly value: number; readonly reader: Reader } => {
    const reader = new Reader(bytes);
    return { value: reader.whole(), reader };
  };
  return { value: behind().value, rest: () => behind().reader };
}

/** Of two layouts that one version number was given to: what the second makes of it where the first makes no sense. */
export function firstSound<T>(first: () => T, second: () => T): T {
  try {
    return first();
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return second();
  }
}
