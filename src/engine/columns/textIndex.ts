/**
 * From a text to its code. A table of codes with open addressing: eight to sixteen bytes a text, a fraction of a
 * Map's memory and time, which counts when a million distinct texts are opened. Method: linear probing (Knuth,
 * TAOCP 3, 6.4).
 */

const SMALLEST = 16;
/** Drawn anew each time, so that no file can be made whose texts all meet at one place. */
const SEED = Math.floor(Math.random() * 2 ** 32);

/** From here on V8 keeps a part of a text as a pointer into the whole. */
const SLICED = 13;

/** The same text in memory of its own, so that a few cells do not keep the whole file alive. */
export const detached = (text: string): string => (text.length < SLICED ? text : `${text}\0`.slice(0, -1));

/** FNV-1a over the text's UTF-16 units, mixed once more since the table takes the low bits only. */
function hashOf(text: string): number {
  let hash = SEED;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

export class TextIndex {
  private readonly texts: string[];
  /** Codes; 0 is a free place. Its length is a power of two. */
  private table: Uint32Array;

  /** Over `texts`, of which code - 1 is the place. They must be distinct, and from now on come in by `codeOf`. */
  constructor(texts: string[]) {
    this.texts = texts;
    this.table = this.filled();
  }

  /** The code of a text, which is added if it is new; `keep` makes the copy that is kept of it. */
  codeOf(text: string, keep?: (text: string) => string): number {
    const place = this.placeOf(text);
    const known = this.table[place] ?? 0;
    if (known !== 0) return known;
    const code = this.texts.push(keep === undefined ? text : keep(text));
    this.table[place] = code;
    if (code * 2 > this.table.length) this.table = this.filled();
    return code;
  }

  /** Where the text's code stands, or a new text's would. */
  private placeOf(text: string): number {
    const { table, texts } = this;
    const mask = table.length - 1;
    let place = hashOf(text) & mask;
    for (let code = table[place] ?? 0; code !== 0; code = table[place] ?? 0) {
      if (texts[code - 1] === text) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  /** A table for all texts there are, with room to double. */
  private filled(): Uint32Array {
    const { texts } = this;
    const table = new Uint32Array(Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(texts.length * 2 + 1)) * 2));
    const mask = table.length - 1;
    for (let code = 1; code <= texts.length; code++) {
      let place = hashOf(texts[code - 1] ?? "") & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
    return table;
  }
}
