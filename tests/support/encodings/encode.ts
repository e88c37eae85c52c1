/** Bytes in the encodings of the past, by inverting the decoder at run time, as there is no encoder but for UTF-8. */
import type { Encoding } from "../../../src/exchange/index.ts";

type Legacy = Exclude<Encoding, "utf-8" | "utf-16le" | "utf-16be">;

/** Node's own table of Windows-1252 lacks what browsers have from 0x80 to 0x9F. */
const HIGH_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

const tables = new Map<Legacy, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: Legacy): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== "\ufffd" && !table.has(char)) table.set(char, bytes);
  };
  for (let byte = 0; byte < 256; byte++) {
    const high = encoding === "windows-1252" && byte >= 0x80 && byte < 0xa0;
    if (high) table.set(HIGH_1252.charAt(byte - 0x80), [byte]);
    else note([byte]);
  }
  if (encoding === "gb18030" || encoding === "big5") {
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) note([lead, trail]);
  }
  tables.set(encoding, table);
  return table;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Whether every character of the text is in the encoding. */
export function canEncode(encoding: Encoding, text: string): boolean {
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") return true;
  const table = tableOf(encoding);
  return [...text].every((char) => table.has(char));
}

/** Throws RangeError where the encoding lacks a character. A mark is written if the text begins with one. */
export function encodeAs(encoding: Encoding, text: string): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-16le" || encoding === "utf-16be") return utf16(text, encoding === "utf-16le");
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = table.get(char);
      if (bytes === undefined) throw new RangeError(`${encoding} has no ${char}`);
      return bytes;
    }),
  );
}
