/**
 * From a text to its code. A table of codes with open addressing: ten to twenty bytes a text, a fraction of a Map's
 * memory and time, which counts when a million distinct texts are opened. Method: linear probing (Knuth, TAOCP 3,
 * 6.4), with the hashes kept, so that other texts on the way are hardly looked at and growing reads none.
 */
import { giveBack, withRoom } from "../room.ts";

const SMALLEST = 16;
/** Of its places: from here on it grows. Fuller, what is not in it is looked for too long. */
const FULLEST = 0.75;
/** Drawn anew each time, so that no file can be made whose texts all meet at one place. */
const SEED = Math.floor(Math.random() * 2 ** 32);

/** From here on V8 keeps a part of a text as a pointer into the whole. */
const SLICED = 13;

/**
 * The same text in memory of its own, so that a few cells do not keep the whole file alive. Two pieces become one flat text, with
 * nothing around it, when they are looked into; and a compiler leaves a look out unless something hangs on it.
 */
export function detached(text: string): string {
  if (text.length < SLICED) return text;
  const joined = text.slice(0, 1) + text.slice(1);
  return joined.charCodeAt(1) === text.charCodeAt(1) ? joined : text;
}

/** FNV-1a over the text's UTF-16 units: what it begins with, goes on with, and, since the table takes the low bits only, ends with. */
export const HASH_BEGIN = SEED;
export const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function hashOf(text: string): number {
  let hash = HASH_BEGIN;
  for (let i = 0; i < text.length; i++) hash = hashOn(hash, text.charCodeAt(i));
  return hashEnd(hash);
}

function lies(text: string, units: Uint16Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== units[from + i]) return false;
  return true;
}

export class TextIndex {
  private readonly texts: string[];
  /** Codes; 0 is a free place. Its length is a power of two, and a quarter of it at least is free. */
  private table = new Uint32Array(0);
  /** By code - 1. */
  private hashes = new Uint32Array(0);

  /** Over `texts`, of which code - 1 is the place. They must be distinct, and from now on come in by `codeOf`. */
  constructor(texts: string[]) {
    this.texts = texts;
    this.grow();
    for (let code = 1; code <= texts.length; code++) this.hashes[code - 1] = hashOf(texts[code - 1] ?? "");
    this.fill();
  }

  /** The code of a text, which is added if it is new; `keep` makes the copy that is kept of it. */
  codeOf(text: string, keep?: (text: string) => string): number {
    const { table, texts, hashes } = this;
    const hash = hashOf(text);
    const mask = table.length - 1;
    let place = hash & mask;
    for (let code = table[place] ?? 0; code !== 0; code = table[place] ?? 0) {
      if (hashes[code - 1] === hash && texts[code - 1] === text) return code;
      place = (place + 1) & mask;
    }
    return this.add(keep === undefined ? text : keep(text), hash, place);
  }

  /** The same for a text that lies in a longer one: `cut` makes it, where it is new. */
  codeOfPart(
    units: Uint16Array,
    from: number,
    to: number,
    hash: number,
    cut: (from: number, to: number) => string,
  ): number {
    const { table, texts, hashes } = this;
    const mask = table.length - 1;
    let place = hash & mask;
    for (let code = table[place] ?? 0; code !== 0; code = table[place] ?? 0) {
      if (hashes[code - 1] === hash && lies(texts[code - 1] ?? "", units, from, to)) return code;
      place = (place + 1) & mask;
    }
    return this.add(cut(from, to), hash, place);
  }

  private add(text: string, hash: number, place: number): number {
    const code = this.texts.push(text);
    this.hashes[code - 1] = hash;
    this.table[place] = code;
    if (code >= this.hashes.length) {
      this.grow();
      this.fill();
    }
    return code;
  }

  /** Room for more texts than there are. */
  private grow(): void {
    const length = Math.max(SMALLEST, 2 ** Math.ceil(Math.log2((this.texts.length + 1) / FULLEST)));
    giveBack(this.table);
    this.table = new Uint32Array(length);
    this.hashes = withRoom(this.hashes, length * FULLEST);
  }

  /** No text can be looked up any more. */
  close(): void {
    giveBack(this.table);
    giveBack(this.hashes);
  }

  private fill(): void {
    const { table, hashes, texts } = this;
    const mask = table.length - 1;
    for (let code = 1; code <= texts.length; code++) {
      let place = (hashes[code - 1] ?? 0) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
  }
}
