/**
 * Which blocks more than one row has. Almost all are one row's alone and say nothing, and a list of them would take
 * several times the room of the texts: of each only a number is kept, which few others have.
 */
import type { Progress, Steps } from "../steps.ts";
import type { KeysOf } from "./rowKeys.ts";

export const ROWS_PER_STEP = 500;
const HASHES_PER_STEP = 50_000;

/** FNV-1a, its bits mixed once more. Never 0, which is no block. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

/** What was met once and what again, a bit each: of two hashes with the same bit both count as met again. */
class Sieve {
  private readonly once: Uint32Array;
  private readonly again: Uint32Array;
  private readonly factor: number;
  private readonly scale: number;

  /** `factor`: an odd one, which tells sieves apart. */
  constructor(bits: number, factor: number) {
    this.once = new Uint32Array(Math.ceil(bits / 32));
    this.again = new Uint32Array(Math.ceil(bits / 32));
    this.factor = factor;
    this.scale = bits / 2 ** 32;
  }

  private place(hash: number): number {
    return Math.floor((Math.imul(hash, this.factor) >>> 0) * this.scale);
  }

  add(hash: number): void {
    const place = this.place(hash);
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    const once = this.once[word] ?? 0;
    if ((once & bit) === 0) this.once[word] = once | bit;
    else this.again[word] = (this.again[word] ?? 0) | bit;
  }

  isAgain(hash: number): boolean {
    const place = this.place(hash);
    return ((this.again[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
  }
}

/** How many bits a sieve has for so many hashes; one bit lets all through. */
export type SieveSize = (hashes: number) => number;
const MOST_BITS = 2 ** 26;
export const usualSize: SieveSize = (hashes) => Math.min(MOST_BITS, Math.max(1_024, hashes * 8));

/** Blocks of the nth of some rows that others may have too. All that others have are among them. */
export type BlocksAt = (at: number) => readonly string[];

export class SharedBlocks {
  /** By row, then by source. */
  private readonly noted: Uint32Array[] = [];
  private readonly size: SieveSize;
  private isShared: (hash: number) => boolean = () => true;

  constructor(size: SieveSize) {
    this.size = size;
  }

  /** Takes rows in. What it returns holds once all are sifted. `from`: how far it is. */
  *noteSteps(keys: KeysOf, places: ArrayLike<number>, from: Progress): Steps<BlocksAt> {
    const { sources } = keys;
    const hashes = new Uint32Array(places.length * sources.length);
    this.noted.push(hashes);
    for (let at = 0; at < places.length; at++) {
      if (at % ROWS_PER_STEP === 0) yield { done: from.done + at, total: from.total };
      for (const [index, source] of sources.entries()) {
        const block = keys.blockAt(source, places[at] ?? 0);
        if (block !== "") hashes[at * sources.length + index] = hashOf(block);
      }
    }
    return (at) => {
      const found: string[] = [];
      for (const [index, source] of sources.entries()) {
        const hash = hashes[at * sources.length + index] ?? 0;
        if (hash !== 0 && this.isShared(hash)) found.push(keys.blockAt(source, places[at] ?? 0));
      }
      return found;
    };
  }

  /** A second sieve of other bits lets next to none through that the first let through by chance. */
  *siftSteps(far: Progress): Steps<void> {
    const bits = this.size(this.noted.reduce((sum, { length }) => sum + length, 0));
    const [first, second] = [new Sieve(bits, 0x9e3779b1), new Sieve(bits, 0xc2b2ae35)];
    for (const hashes of this.noted)
      for (let at = 0; at < hashes.length; at++) {
        if (at % HASHES_PER_STEP === 0) yield far;
        const hash = hashes[at] ?? 0;
        if (hash !== 0) first.add(hash);
      }
    for (const hashes of this.noted)
      for (let at = 0; at < hashes.length; at++) {
        if (at % HASHES_PER_STEP === 0) yield far;
        const hash = hashes[at] ?? 0;
        if (hash !== 0 && first.isAgain(hash)) second.add(hash);
      }
    this.isShared = (hash) => first.isAgain(hash) && second.isAgain(hash);
  }
}
