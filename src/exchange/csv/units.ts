/**
 * UTF-16 units as numbers in an array: what a file is looked through as. Texts are made of those only that are kept, for a text of each
 * piece of a file would wait for the collector until there are a hundred megabytes of them.
 */
import { detached } from "../../engine/columns/textIndex.ts";

const CONTINUED = 0x80;

/** Where the last whole character ends. */
export function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === CONTINUED) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/**
 * Decodes UTF-8 into `units`, which must be as long as `bytes`. Returns how many units there are; null where the bytes are not
 * well-formed (as defined in Unicode, table 3-7: neither surrogates nor longer forms than are needed).
 */
export function decodeUtf8(bytes: Uint8Array, units: Uint16Array): number | null {
  const { length } = bytes;
  let count = 0;
  for (let at = 0; at < length; ) {
    const byte = bytes[at++] ?? 0;
    if (byte < CONTINUED) {
      units[count++] = byte;
      continue;
    }
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    if (byte < 0xc2 || byte > 0xf4 || at + more > length) return null;
    let point = byte & (0x3f >> more);
    for (const end = at + more; at < end; at++) {
      const next = bytes[at] ?? 0;
      if ((next & 0xc0) !== CONTINUED) return null;
      point = (point << 6) | (next & 0x3f);
    }
    if (more === 2 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) return null;
    if (more === 3) {
      if (point < 0x10000 || point > 0x10ffff) return null;
      units[count++] = 0xd800 + ((point - 0x10000) >> 10);
      units[count++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    } else units[count++] = point;
  }
  return count;
}

/** How many bytes the first units are in UTF-8. They end with a whole character. */
export function utf8Length(unitAt: (at: number) => number, count: number): number {
  let bytes = 0;
  for (let at = 0; at < count; at++) {
    const unit = unitAt(at);
    // Each half of a pair is two of the four bytes of its character.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

const { fromCharCode } = String;

/** Eight at a time: with arguments that are written out, engines make the text at once. */
const eight = (units: Uint16Array, at: number): string =>
  fromCharCode(
    units[at] ?? 0,
    units[at + 1] ?? 0,
    units[at + 2] ?? 0,
    units[at + 3] ?? 0,
    units[at + 4] ?? 0,
    units[at + 5] ?? 0,
    units[at + 6] ?? 0,
    units[at + 7] ?? 0,
  );

const MANY = 4096;

/** The text of some units, in memory of its own. */
export function textOf(units: Uint16Array, from: number, to: number): string {
  let text = "";
  let at = from;
  for (; to - at > MANY; at += MANY)
    text += fromCharCode.apply(null, Array.from(units.subarray(at, at + MANY)));
  for (; to - at > 8; at += 8) text += eight(units, at);
  const rest = eight(units, at);
  return detached(to - at === 8 ? text + rest : text + rest.slice(0, to - at));
}
