/**
 * A column of texts, by slot, coded by a dictionary of its distinct texts (code 0 is empty).
 *
 * Stored chunks bring dictionaries of their own. Telling which texts of different chunks are the same costs more
 * than all else at opening, and cells are shown without it; so a loaded column merges them when something first
 * asks for codes, or before that in the background.
 */
import type { Vector } from "../../core/model/index.ts";
import { runNow, type Steps } from "../steps.ts";
import { TextIndex } from "./textIndex.ts";

export type CodedVector = Extract<Vector, { form: "coded" }>;

/** Texts merged between two chances to pause. */
const MERGE_STEP = 4096;

export class CodedColumn {
  readonly form = "coded";
  private codeAt: Uint32Array;
  private texts: string[] = [];
  /** False from loading until the texts are distinct; until then every write brings its texts along. */
  private merged = true;
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
    return code === 0 ? null : (this.texts[code - 1] ?? null);
  }

  grow(capacity: number): void {
    const codes = new Uint32Array(capacity);
    codes.set(this.codeAt);
    this.codeAt = codes;
  }

  /** From now on, and until something asks for codes, texts come in as they are. For an empty column. */
  startLoading(): void {
    this.merged = false;
    this.index = null;
  }

  /** Writes `vector[i]` to `slots[i]`. */
  write(slots: Uint32Array, vector: CodedVector): void {
    const { codeAt } = this;
    const own = this.translation(vector);
    for (let i = 0; i < slots.length; i++) codeAt[slots[i] ?? 0] = own[vector.codes[i] ?? 0] ?? 0;
  }

  /** The column's code for each code of the vector; of texts that the vector does not use too. */
  private translation({ dictionary }: CodedVector): Uint32Array {
    const own = new Uint32Array(dictionary.length + 1);
    const taken = this.texts.length;
    if (!this.merged || taken === 0) {
      // Nothing to compare with, or not yet: they come in as they are.
      this.index = null;
      for (let code = 1; code <= dictionary.length; code++) {
        this.texts.push(dictionary[code - 1] ?? "");
        own[code] = taken + code;
      }
      return own;
    }
    this.index ??= new TextIndex(this.texts);
    for (let code = 1; code <= dictionary.length; code++)
      own[code] = this.index.codeOf(dictionary[code - 1] ?? "");
    return own;
  }

  clear(slots: Uint32Array): void {
    for (const slot of slots) this.codeAt[slot] = 0;
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
    if (!this.merged) runNow(this.mergeSteps());
  }

  /**
   * Makes the texts distinct, in the order in which they came, `step` of them between two chances to pause. Texts
   * that come during a pause are taken in too.
   */
  *mergeSteps(step = MERGE_STEP): Steps<void> {
    const distinct: string[] = [];
    const index = new TextIndex(distinct);
    const own: number[] = [0];
    while (!this.merged) {
      const end = Math.min(this.texts.length, own.length - 1 + step);
      for (let at = own.length - 1; at < end; at++) own.push(index.codeOf(this.texts[at] ?? ""));
      if (end < this.texts.length) {
        yield { done: end, total: this.texts.length };
        continue;
      }
      const { codeAt } = this;
      if (distinct.length < end) {
        for (let slot = 0; slot < codeAt.length; slot++) codeAt[slot] = own[codeAt[slot] ?? 0] ?? 0;
      }
      this.texts = distinct;
      this.index = index;
      this.merged = true;
    }
  }
}
