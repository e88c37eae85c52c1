/** The cells of a file, coded as they are read: each distinct text of a column is kept once. */
import { unguard } from "./guard.ts";

/** Code 0 is the empty text, code n is dictionary[n - 1]. Longer than the table where it is still being filled. */
export interface TextColumn {
  readonly dictionary: readonly string[];
  readonly codes: Uint32Array;
}

/** From here on V8 keeps a part of a text as a pointer into the whole. */
const SLICED = 13;

/** The same text in memory of its own, so that a few cells do not keep the whole file alive. */
const detached = (text: string): string => (text.length < SLICED ? text : `${text}\0`.slice(0, -1));

export function grown(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (array.length >= length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** FNV-like over all characters, mixed at the end because the table looks at the low bits only. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/**
 * Texts to codes, in a table of numbers with linear probing. A Map of strings does the same in twice the time
 * and with a garbage collection of its own: a file has millions of cells, and most columns' texts differ.
 */
class TextIndex {
  readonly texts: string[] = [];
  private hashes = new Int32Array(1024);
  private slots = new Uint32Array(4096);

  /** Counts from 1, in the order in which texts are first met. */
  codeOf(text: string): number {
    const hash = hashOf(text);
    const { slots, hashes, texts } = this;
    const mask = slots.length - 1;
    let place = hash & mask;
    for (let code = slots[place] ?? 0; code !== 0; code = slots[place] ?? 0) {
      if (hashes[code - 1] === hash && texts[code - 1] === text) return code;
      place = (place + 1) & mask;
    }
    const code = texts.push(detached(text));
    slots[place] = code;
    hashes[code - 1] = hash;
    if (code === hashes.length) this.widen();
    return code;
  }

  private widen(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.texts.length; code++) {
      let place = (this.hashes[code - 1] ?? 0) & mask;
      while (slots[place] !== 0) place = (place + 1) & mask;
      slots[place] = code;
    }
    this.slots = slots;
  }
}

/** The column without the guards that stand in front of its texts. */
function withoutGuards(texts: readonly string[], codes: Uint32Array): TextColumn {
  if (!texts.some((text) => text.startsWith("'") && unguard(text) !== text))
    return { dictionary: texts, codes };
  const index = new TextIndex();
  const translate = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) translate[at + 1] = index.codeOf(unguard(text));
  return { dictionary: index.texts, codes: codes.map((code) => translate[code] ?? 0) };
}

export class TextColumnBuilder {
  private readonly index = new TextIndex();
  private codes = new Uint32Array(1024);
  private length = 0;

  /** The cell `column` of each row, "" where a row is too short. */
  add(rows: readonly (readonly string[])[], column: number): void {
    const codes = grown(this.codes, this.length + rows.length);
    const { index, length } = this;
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i]?.[column] ?? "";
      codes[length + i] = text === "" ? 0 : index.codeOf(text);
    }
    this.codes = codes;
    this.length = length + rows.length;
  }

  finish(): TextColumn {
    return withoutGuards(this.index.texts, this.codes.subarray(0, this.length));
  }
}
