/**
 * A column of texts, by slot, coded by a dictionary of its distinct texts (code 0 is empty).
 *
 * Stored chunks bring dictionaries of their own. Telling which texts of different chunks are the same costs more
 * than all else at opening, and cells are shown without it; so a loaded column keeps the dictionaries side by side
 * and merges them when something first asks for codes, or before that in the background.
 */
import type { Vector } from "../../core/model/index.ts";
import { runNow, type Steps } from "../steps.ts";
import { isEvery } from "./slots.ts";
import { partitionPoint } from "./sorted.ts";
import { TextIndex } from "./textIndex.ts";

export type CodedVector = Extract<Vector, { form: "coded" }>;

/** A dictionary that came with a vector; its first text has the code after `before`. */
interface Part {
  readonly before: number;
  readonly texts: readonly string[];
}

/** Texts merged between two chances to pause. */
const MERGE_STEP = 4096;

export class CodedColumn {
  readonly form = "coded";
  private codeAt: Uint32Array;
  /** They are those of a vector, until something is written. */
  private lent = false;
  /** Those of a vector as long as none was looked up. */
  private texts: readonly string[] = [];
  /** From loading until the texts are distinct: what has come, in the order of codes. Then null. */
  private parts: Part[] | null = null;
  /** Null until a text is looked up: a column that was filled in bulk may never need it. */
  private index: TextIndex | null = null;

  constructor(capacity: number) {
    this.codeAt = new Uint32Array(capacity);
  }

  /** By slot. A view on live memory: read it, do not keep it. */
  get codes(): Uint32Array {
    this.merge();
    return this.codeAt;
  }

  /**
   * Distinct texts; that of a code stands before its place. Only grows, so what is cached per code stays true; what
   * nobody uses any more goes at the next opening.
   */
  get dictionary(): readonly string[] {
    this.merge();
    return this.texts;
  }

  text(slot: number): string | null {
    const code = this.codeAt[slot] ?? 0;
    if (code === 0) return null;
    const { parts } = this;
    if (parts === null) return this.texts[code - 1] ?? null;
    const part = parts[partitionPoint(0, parts.length, (at) => (parts[at]?.before ?? 0) < code) - 1];
    return part?.texts[code - part.before - 1] ?? null;
  }

  /** The same texts under the same codes, to be written to apart. */
  copy(): CodedColumn {
    const copy = new CodedColumn(0);
    copy.codeAt = this.codeAt.slice();
    copy.texts = this.texts.slice();
    copy.parts = this.parts?.slice() ?? null;
    return copy;
  }

  grow(capacity: number): void {
    const codes = new Uint32Array(capacity);
    codes.set(this.codeAt);
    this.codeAt = codes;
    this.lent = false;
  }

  /** By slot, to be written to. */
  private ownCodes(): Uint32Array {
    if (this.lent) this.codeAt = this.codeAt.slice();
    this.lent = false;
    return this.codeAt;
  }

  private indexed(): TextIndex {
    if (this.index !== null) return this.index;
    const texts = this.texts.slice();
    this.texts = texts;
    this.index = new TextIndex(texts);
    return this.index;
  }

  /** From now on, and until something asks for codes, dictionaries are taken as they are. For an empty column. */
  startLoading(): void {
    this.parts = [];
  }

  /** Writes `vector[i]` to `slots[i]`. Vectors do not change: one that the column consists of then is not copied yet. */
  write(slots: Uint32Array, { codes, dictionary }: CodedVector): void {
    const before = this.adopt(dictionary);
    if (before === 0 && codes.length === slots.length && isEvery(slots, this.codeAt.length)) {
      this.codeAt = codes;
      this.lent = true;
      return;
    }
    const codeAt = this.ownCodes();
    if (before !== null) {
      for (let i = 0; i < slots.length; i++) {
        const code = codes[i] ?? 0;
        codeAt[slots[i] ?? 0] = code === 0 ? 0 : before + code;
      }
      return;
    }
    const index = this.indexed();
    const own = new Uint32Array(dictionary.length + 1);
    for (let i = 0; i < slots.length; i++) {
      const code = codes[i] ?? 0;
      if (code !== 0 && own[code] === 0) own[code] = index.codeOf(dictionary[code - 1] ?? "");
      codeAt[slots[i] ?? 0] = own[code] ?? 0;
    }
  }

  /** Takes a dictionary as it is where its texts need not be compared with others: its codes count from there. */
  private adopt(dictionary: readonly string[]): number | null {
    if (this.parts !== null) {
      const last = this.parts.at(-1);
      const before = last === undefined ? 0 : last.before + last.texts.length;
      if (dictionary.length > 0) this.parts.push({ before, texts: dictionary });
      return before;
    }
    if (this.texts.length > 0) return null;
    this.index = null;
    this.texts = dictionary;
    return 0;
  }

  clear(slots: Uint32Array): void {
    const codeAt = this.ownCodes();
    for (const slot of slots) codeAt[slot] = 0;
  }

  /** The cells of `slots`, packed with a dictionary of their own. */
  read(slots: Uint32Array): CodedVector {
    const { codes: all, dictionary: texts } = this;
    const dictionary: string[] = [];
    const ownOf = new Map<number, number>();
    const codes = new Uint32Array(slots.length);
    for (let i = 0; i < slots.length; i++) {
      const code = all[slots[i] ?? 0] ?? 0;
      if (code === 0) continue;
      let own = ownOf.get(code);
      if (own === undefined) {
        dictionary.push(texts[code - 1] ?? "");
        own = dictionary.length;
        ownOf.set(code, own);
      }
      codes[i] = own;
    }
    return { form: "coded", dictionary, codes };
  }

  private merge(): void {
    if (this.parts !== null) runNow(this.mergeSteps());
  }

  /**
   * Makes the texts distinct, in the order in which they came, about `step` of them between two chances to pause.
   * Texts that come during a pause are taken in too.
   */
  *mergeSteps(step = MERGE_STEP): Steps<void> {
    const distinct: string[] = [];
    const index = new TextIndex(distinct);
    const own: number[] = [0];
    let since = 0;
    for (let place = 0; this.parts !== null; place++) {
      const part = this.parts[place];
      if (part === undefined) {
        this.finish(distinct, index, own);
        return;
      }
      for (const text of part.texts) own.push(index.codeOf(text));
      since += part.texts.length;
      if (since < step) continue;
      since = 0;
      yield { done: place, total: this.parts.length };
    }
  }

  private finish(distinct: string[], index: TextIndex, own: readonly number[]): void {
    if (distinct.length < own.length - 1) {
      const codeAt = this.ownCodes();
      for (let slot = 0; slot < codeAt.length; slot++) codeAt[slot] = own[codeAt[slot] ?? 0] ?? 0;
    }
    this.texts = distinct;
    this.index = index;
    this.parts = null;
  }
}
