/**
 * Ranks of a column's distinct texts in the order of a locale. They cost a collation of every text once, and are
 * then kept up to date: new texts are sorted by themselves and merged in, so that an edit costs no new sort.
 */
import type { CodedColumn } from "../columns/column.ts";
import { mergeSorted, partitionPoint } from "../columns/sorted.ts";
import type { Progress, Steps } from "../steps.ts";
import { type Collation, collation } from "./collation.ts";

/** The rank of an empty cell: above every other in both directions. */
export const EMPTY = 0xffff_ffff;

export interface TextRanks {
  readonly locale: string;
  /** Codes in order, stratum after stratum. */
  readonly order: Uint32Array;
  /** By code. Texts the collation calls equal share a rank, or the next sort key would never be asked. */
  readonly ranks: Uint32Array;
  /** One above the highest rank. */
  readonly limit: number;
}

/** Texts sorted at once, by the platform's own sort. */
const RUN = 2048;
/** Items merged between two chances to pause. */
const MERGE_STEP = 16_384;
/** Texts compared with the one before between two chances to pause. */
const CHECK_STEP = 2048;

const NONE: Omit<TextRanks, "locale"> = {
  order: new Uint32Array(),
  ranks: Uint32Array.of(EMPTY),
  limit: 0,
};

const kept = new WeakMap<CodedColumn, TextRanks>();

/** An order of codes from the last snapshot. It may be of another browser, so it is checked before it counts. */
interface Suggestion {
  readonly locale: string;
  readonly order: Uint32Array;
}

const suggested = new WeakMap<CodedColumn, Suggestion>();

/** Of a column just loaded. */
export function suggestOrder(column: CodedColumn, locale: string, order: Uint32Array): void {
  suggested.set(column, { locale, order });
}

/** How many of the column's texts were put in order since it was loaded or made. */
export const rankedTexts = (column: CodedColumn): number => kept.get(column)?.order.length ?? 0;

/** All of the column's texts in an order that is known, or that was suggested and not asked for yet. */
export function knownOrder(column: CodedColumn): Suggestion | null {
  const known = kept.get(column) ?? suggested.get(column);
  if (known === undefined) return null;
  return known.order.length === column.dictionary.length ? known : null;
}

/** Ranks the column has already, of however many of its texts; null if of another locale, or none. */
export function knownRanks(column: CodedColumn, locale: string): TextRanks | null {
  const known = kept.get(column);
  return known?.locale === locale ? known : null;
}

class Merger {
  private readonly dictionary: readonly string[];
  private readonly collation: Collation;
  private done = 0;
  private readonly total: number;

  constructor(dictionary: readonly string[], order: Collation, fresh: number) {
    this.dictionary = dictionary;
    this.collation = order;
    this.total = fresh * Math.max(1, Math.ceil(Math.log2(fresh / RUN)) + 1);
  }

  private progress(items: number): Progress {
    this.done += items;
    return { done: Math.min(this.done, this.total), total: this.total };
  }

  text(code: number): string {
    return this.dictionary[code - 1] ?? "";
  }

  /** The codes of one stratum in its order: runs, then merges of neighbours until one is left. */
  *sorted(codes: Uint32Array, stratum: number): Steps<Uint32Array> {
    const compare = this.collation.strata[stratum] ?? this.collation.compare;
    let runs: Uint32Array[] = [];
    for (let start = 0; start < codes.length; start += RUN) {
      const run = codes.slice(start, start + RUN);
      runs.push(run.sort((a, b) => compare(this.text(a), this.text(b)) || a - b));
      yield this.progress(run.length);
    }
    while (runs.length > 1) {
      const next: Uint32Array[] = [];
      for (let i = 0; i < runs.length; i += 2) {
        const [one, other] = [runs[i] ?? codes, runs[i + 1]];
        next.push(other === undefined ? one : yield* this.merged(one, other, stratum));
      }
      runs = next;
    }
    return runs[0] ?? codes;
  }

  *merged(one: Uint32Array, other: Uint32Array, stratum: number): Steps<Uint32Array> {
    const compare = this.collation.strata[stratum] ?? this.collation.compare;
    // A few new texts among many old: look for their places instead of walking past every one.
    if (other.length * 16 < one.length) {
      return mergeSorted(one, other, (a, b) => compare(this.text(a), this.text(b)));
    }
    const into = new Uint32Array(one.length + other.length);
    let i = 0;
    let j = 0;
    for (let at = 0; at < into.length; at++) {
      const a = one[i] ?? 0;
      const b = other[j] ?? 0;
      const first = j >= other.length || (i < one.length && compare(this.text(a), this.text(b)) <= 0);
      into[at] = first ? a : b;
      if (first) i += 1;
      else j += 1;
      if (at % MERGE_STEP === MERGE_STEP - 1) yield this.progress(MERGE_STEP);
    }
    return into;
  }

  /** Neighbours that both had a rank before are equal if they shared it; all others are compared. */
  *ranked(order: Uint32Array, old: TextRanks | typeof NONE): Steps<Omit<TextRanks, "locale">> {
    const ranks = new Uint32Array(order.length + 1);
    ranks[0] = EMPTY;
    let rank = -1;
    let before = 0;
    for (let at = 0; at < order.length; at++) {
      const code = order[at] ?? 0;
      const known = code < old.ranks.length && before < old.ranks.length;
      const equal =
        before !== 0 &&
        (known
          ? old.ranks[before] === old.ranks[code]
          : this.collation.compare(this.text(before), this.text(code)) === 0);
      if (!equal) rank += 1;
      ranks[code] = rank;
      before = code;
      if (at % MERGE_STEP === MERGE_STEP - 1) yield this.progress(0);
    }
    return { order, ranks, limit: rank + 1 };
  }
}

/** The ranks that a stored order makes; null if it is not in order, or not of the column's first texts. */
function* checkedSteps(
  { dictionary }: CodedColumn,
  order: Uint32Array,
  { strata, stratumOf }: Collation,
): Steps<Omit<TextRanks, "locale"> | null> {
  const ranks = new Uint32Array(order.length + 1).fill(EMPTY);
  if (order.length > dictionary.length) return null;
  let rank = -1;
  let before = "";
  let stratum = 0;
  for (let at = 0; at < order.length; at++) {
    const code = order[at] ?? 0;
    if (code === 0 || code > order.length || ranks[code] !== EMPTY) return null;
    const text = dictionary[code - 1] ?? "";
    const own = stratumOf(text);
    const compared = at === 0 || own > stratum ? -1 : own < stratum ? 1 : (strata[own]?.(before, text) ?? 1);
    if (compared > 0) return null;
    if (compared < 0) rank += 1;
    ranks[code] = rank;
    before = text;
    stratum = own;
    if (at % CHECK_STEP === CHECK_STEP - 1) yield { done: at, total: order.length };
  }
  return { order, ranks, limit: rank + 1 };
}

/** Codes from `first` on, by stratum. */
function newCodes({ stratumOf, strata }: Collation, dictionary: readonly string[], first: number) {
  const lists = strata.map((): number[] => []);
  for (let code = first; code <= dictionary.length; code++) {
    lists[stratumOf(dictionary[code - 1] ?? "")]?.push(code);
  }
  return lists.map((codes) => Uint32Array.from(codes));
}

/** Where each stratum of a known order ends. */
function* strataOf(order: Uint32Array, merger: Merger, { strata, stratumOf }: Collation) {
  let start = 0;
  for (const stratum of strata.keys()) {
    const end = partitionPoint(
      start,
      order.length,
      (place) => stratumOf(merger.text(order[place] ?? 0)) <= stratum,
    );
    yield order.subarray(start, end);
    start = end;
  }
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Ranks of all texts of the column. Only texts that came since the last call are collated. */
export function* rankSteps(column: CodedColumn, locale: string): Steps<TextRanks> {
  yield* column.mergeSteps();
  const collate = collation(locale);
  const stored = suggested.get(column);
  suggested.delete(column);
  if (stored?.locale === locale && kept.get(column) === undefined) {
    const checked = yield* checkedSteps(column, stored.order, collate);
    if (checked !== null) kept.set(column, { locale, ...checked });
  }
  const old = knownRanks(column, locale);
  const size = column.dictionary.length;
  if (old !== null && old.order.length === size) return old;
  const start = old ?? NONE;
  const merger = new Merger(column.dictionary, collate, size - start.order.length);
  const fresh = newCodes(collate, column.dictionary, start.order.length + 1);
  const parts: Uint32Array[] = [];
  let stratum = 0;
  for (const known of strataOf(start.order, merger, collate)) {
    const added = yield* merger.sorted(fresh[stratum] ?? NONE.order, stratum);
    parts.push(yield* merger.merged(known, added, stratum));
    stratum += 1;
  }
  const made: TextRanks = { locale, ...(yield* merger.ranked(joined(parts), start)) };
  // Texts that came during a pause wait for the next call.
  kept.set(column, made);
  return made;
}
