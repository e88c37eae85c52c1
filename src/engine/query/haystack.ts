/**
 * A column's distinct texts, normalised and joined into long strings: one search through a block finds all its
 * hits, several times faster than asking text by text. Made once, and only for texts that came since.
 */
import { choicesOf, type FieldType, normalise, squeezed } from "../../core/model/index.ts";
import type { CodedColumn } from "../columns/column.ts";
import type { Steps } from "../steps.ts";
import { type HanTest, hasHan } from "./han.ts";

/** Between texts. A search for it is done text by text. */
const SEPARATOR = "\uffff";
const TEXTS_PER_BLOCK = 2048;

interface Block {
  readonly text: string;
  /** Where each text begins; the last item is where one more would. */
  readonly starts: Uint32Array;
  readonly han: boolean;
  /** By text, what its characters may stand for; made when Han characters are first looked for. */
  marks: Int32Array | null;
}

export class Haystack {
  readonly basis: unknown;
  private readonly write: (text: string) => string;
  private readonly blocks: Block[] = [];
  private tail: string[] = [];
  private count = 0;
  private han = false;

  constructor(basis: unknown, write: (text: string) => string) {
    this.basis = basis;
    this.write = write;
  }

  /** Takes in the dictionary's texts that are not there yet. */
  *fill(dictionary: readonly string[]): Steps<void> {
    while (this.count < dictionary.length) {
      const text = this.write(dictionary[this.count] ?? "");
      this.tail.push(text);
      this.han ||= hasHan(text);
      this.count += 1;
      if (this.tail.length < TEXTS_PER_BLOCK) continue;
      this.blocks.push(blockOf(this.tail));
      this.tail = [];
      yield { done: this.count, total: dictionary.length };
    }
  }

  /** Whether any of the texts holds Han characters. */
  get hasHan(): boolean {
    return this.han;
  }

  /** The text of a code as it was written here. */
  at(code: number): string {
    const index = code - 1;
    const block = this.blocks[Math.floor(index / TEXTS_PER_BLOCK)];
    const place = index % TEXTS_PER_BLOCK;
    if (block === undefined) return this.tail[place] ?? "";
    return block.text.slice(block.starts[place], (block.starts[place + 1] ?? 1) - 1);
  }

  /**
   * By code: 1 where the text contains `sought`, or where `inHan` finds it among Han characters; code 0, the empty
   * cell, never does.
   */
  *verdicts(sought: string, inHan: HanTest | null = null): Steps<Uint8Array> {
    const verdicts = new Uint8Array(this.count + 1);
    for (const [index, block] of this.blocks.entries()) {
      const first = index * TEXTS_PER_BLOCK + 1;
      if (sought.includes(SEPARATOR)) this.judgeEach(verdicts, first, first + TEXTS_PER_BLOCK, sought);
      else judgeBlock(block, verdicts, first, sought);
      if (inHan !== null && block.han) judgeHan(block, verdicts, first, inHan);
      yield { done: first, total: this.count };
    }
    const rest = this.blocks.length * TEXTS_PER_BLOCK + 1;
    this.judgeEach(verdicts, rest, this.count + 1, sought);
    if (inHan !== null && this.tail.length > 0) judgeHan(blockOf(this.tail), verdicts, rest, inHan);
    return verdicts;
  }

  private judgeEach(verdicts: Uint8Array, from: number, to: number, sought: string): void {
    for (let code = from; code < to; code++) verdicts[code] = this.at(code).includes(sought) ? 1 : 0;
  }
}

function blockOf(texts: readonly string[]): Block {
  const starts = new Uint32Array(texts.length + 1);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    starts[index] = at;
    at += text.length + 1;
  }
  starts[texts.length] = at;
  const text = texts.join(SEPARATOR);
  return { text, starts, han: hasHan(text), marks: null };
}

function marksOf({ text, starts }: Block, inHan: HanTest): Int32Array {
  const marks = new Int32Array(starts.length - 1);
  for (let place = 0; place < marks.length; place++)
    marks[place] = inHan.marksOf(text, starts[place] ?? 0, (starts[place + 1] ?? 1) - 1);
  return marks;
}

function judgeHan(block: Block, verdicts: Uint8Array, first: number, inHan: HanTest): void {
  const { text, starts } = block;
  block.marks ??= marksOf(block, inHan);
  const { marks } = block;
  const { wanted } = inHan;
  for (let place = 0; place < marks.length; place++) {
    if (((marks[place] ?? 0) & wanted) !== wanted || verdicts[first + place] === 1) continue;
    if (inHan.test(text, starts[place], (starts[place + 1] ?? 1) - 1)) verdicts[first + place] = 1;
  }
}

function judgeBlock({ text, starts }: Block, verdicts: Uint8Array, first: number, sought: string): void {
  let place = 0;
  for (let hit = text.indexOf(sought); hit >= 0; hit = text.indexOf(sought, starts[place])) {
    while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= hit) place += 1;
    verdicts[first + place] = 1;
    place += 1;
    if (place >= starts.length - 1) return;
  }
}

/** How a text is folded before it is looked at: a condition minds single spaces, a search none. */
type Fold = (text: string) => string;

function writer(type: FieldType, fold: Fold): (text: string) => string {
  if (type.storage === "text") return fold;
  // Choices are found by their labels.
  const labels = new Map<string, string>(choicesOf(type).map((choice) => [choice.id, choice.label]));
  return (ids) =>
    fold(
      ids
        .split(" ")
        .map((id) => labels.get(id) ?? "")
        .join(", "),
    );
}

/** How a condition reads a distinct value of a coded column. */
export const conditionWriter = (type: FieldType) => writer(type, normalise);
/** The same for a search. */
export const searchWriter = (type: FieldType) => writer(type, squeezed);

type Made = WeakMap<CodedColumn, Haystack>;
const forConditions: Made = new WeakMap();
const forSearches: Made = new WeakMap();

function* upToDate(made: Made, column: CodedColumn, type: FieldType, fold: Fold): Steps<Haystack> {
  const basis = type.storage === "text" ? null : choicesOf(type);
  let haystack = made.get(column);
  if (haystack === undefined || haystack.basis !== basis) {
    haystack = new Haystack(basis, writer(type, fold));
    made.set(column, haystack);
  }
  yield* column.mergeSteps();
  yield* haystack.fill(column.dictionary);
  return haystack;
}

/** The column's texts for conditions, up to date. */
export const conditionHaystack = (column: CodedColumn, type: FieldType): Steps<Haystack> =>
  upToDate(forConditions, column, type, normalise);

/** The column's texts for searches, up to date. */
export const searchHaystack = (column: CodedColumn, type: FieldType): Steps<Haystack> =>
  upToDate(forSearches, column, type, squeezed);

/** Whether a search has met Han characters in the column. */
export const metHan = (column: CodedColumn): boolean => forSearches.get(column)?.hasHan ?? false;
