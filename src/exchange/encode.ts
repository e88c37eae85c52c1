/**
 * Text to bytes in any encoding the reader knows. `TextEncoder` writes UTF-8 only, so the tables of the older ones are
 * made once, by turning around what `TextDecoder` reads.
 */

import { decodeLegacy } from "./csv/legacy.ts";
import type { Encoding } from "./terms.ts";

/** "gbk" is GB18030 without its characters of four bytes, for programs that know the code page 936 alone. */
export type WrittenEncoding = Encoding | "gbk";

export interface Encoder {
  /** What `lackedBy` names is written as "?". */
  readonly encode: (text: string) => Uint8Array<ArrayBuffer>;
  /** The first character of the text that cannot be written; null if all can. Half a surrogate pair never can. */
  readonly lackedBy: (text: string) => string | null;
}

type Bytes = readonly number[];

const BOMS: Readonly<Partial<Record<WrittenEncoding, Bytes>>> = {
  "utf-8": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
};

/** Empty for encodings that have no mark. */
export const byteOrderMark = (encoding: WrittenEncoding): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(BOMS[encoding] ?? []);

const HIGH = { from: 0x80, to: 0xff };
const LEAD = { from: 0x81, to: 0xfe };
const TRAIL = { from: 0x40, to: 0xfe };
const DIGIT = { from: 0x30, to: 0x39 };
/** GB18030 counts the characters beyond U+FFFF through from this number of its four-byte ones. */
const ASTRAL = 189_000;

const span = ({ from, to }: { readonly from: number; readonly to: number }): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const singles: readonly Bytes[] = span(HIGH).map((byte) => [byte]);

const pairs = (): readonly Bytes[] =>
  span(LEAD).flatMap((lead) => span(TRAIL).map((trail): Bytes => [lead, trail]));

/** The four bytes of GB18030 at a place of its count. */
const fours = (place: number): Bytes => [
  0x81 + Math.floor(place / 12_600),
  0x30 + (Math.floor(place / 1_260) % 10),
  0x81 + (Math.floor(place / 10) % 126),
  0x30 + (place % 10),
];

/** All four-byte characters up to U+FFFF. */
const quads = (): readonly Bytes[] =>
  span({ from: 0x81, to: 0x84 }).flatMap((first) =>
    span({ from: 0, to: span(DIGIT).length * 126 * 10 - 1 }).map((rest) =>
      fours((first - 0x81) * 12_600 + rest),
    ),
  );

const SEQUENCES: Readonly<
  Record<Exclude<WrittenEncoding, "utf-8" | "utf-16le" | "utf-16be">, () => readonly Bytes[]>
> = {
  "windows-1252": () => singles,
  macintosh: () => singles,
  big5: pairs,
  gbk: () => [[0x80], ...pairs()],
  gb18030: () => [...pairs(), ...quads()],
};

type Table = ReadonlyMap<string, Bytes>;

/** Each sequence on a line of its own, so that one that is none spoils no other. */
function inverted(encoding: keyof typeof SEQUENCES): Table {
  const sequences = SEQUENCES[encoding]();
  const bytes = sequences.flatMap((sequence) => [...sequence, 10]);
  const label = encoding === "gbk" ? "gb18030" : encoding;
  const known = encoding === "gbk" ? "gb18030" : encoding;
  const lines = decodeLegacy(new TextDecoder(label).decode(Uint8Array.from(bytes)), known).split("\n");
  const table = new Map<string, Bytes>();
  for (const [index, sequence] of sequences.entries()) {
    const char = lines[index] ?? "";
    const code = char.codePointAt(0) ?? 0;
    const whole = char.length === (code > 0xffff ? 2 : 1) && code > 0x7f && char !== "\ufffd";
    if (whole && !table.has(char)) table.set(char, sequence);
  }
  return table;
}

const tables = new Map<string, Table>();

function tableOf(encoding: keyof typeof SEQUENCES): Table {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = inverted(encoding);
  tables.set(encoding, table);
  return table;
}

function legacy(encoding: keyof typeof SEQUENCES): Encoder {
  const table = tableOf(encoding);
  const bytesOf = (char: string): Bytes | null => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    const found = table.get(char);
    if (found !== undefined) return found;
    return encoding === "gb18030" && code > 0xffff ? fours(ASTRAL + code - 0x10000) : null;
  };
  return {
    encode: (text) => {
      const bytes: number[] = [];
      for (const char of text) for (const byte of bytesOf(char) ?? [0x3f]) bytes.push(byte);
      return Uint8Array.from(bytes);
    },
    lackedBy: (text) => {
      for (const char of text) if (bytesOf(char) === null) return char;
      return null;
    },
  };
}

const LONE = /\p{Surrogate}/u;
const loneSurrogate = (text: string): string | null =>
  text.isWellFormed() ? null : (LONE.exec(text)?.[0] ?? null);

function utf16(littleEndian: boolean): Encoder {
  return {
    encode: (text) => {
      const sound = text.toWellFormed();
      const view = new DataView(new ArrayBuffer(sound.length * 2));
      for (let at = 0; at < sound.length; at++) view.setUint16(at * 2, sound.charCodeAt(at), littleEndian);
      return new Uint8Array(view.buffer);
    },
    lackedBy: loneSurrogate,
  };
}

export function encoderOf(encoding: WrittenEncoding): Encoder {
  switch (encoding) {
    case "utf-8": {
      const encoder = new TextEncoder();
      return { encode: (text) => encoder.encode(text), lackedBy: loneSurrogate };
    }
    case "utf-16le":
      return utf16(true);
    case "utf-16be":
      return utf16(false);
    default:
      return legacy(encoding);
  }
}
