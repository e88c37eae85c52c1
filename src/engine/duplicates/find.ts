/**
 * Rows of a sheet that may be the same customer. Only rows that share a key are compared, so that a hundred thousand take
 * seconds; a key that very many share tells nobody apart and is left out, which is told.
 */
import type { RowId } from "../../core/model/index.ts";
import type { CodedColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
import { EVIDENCE, type Evidence, evidenceKey, type Sound, scoreOf, type Telling } from "./evidence.ts";
import { type AtomAt, blocksOf, KeysOf, type RowKeys, type SharedText } from "./rowKeys.ts";

const ROWS_PER_STEP = 2_000;
/** More rows than this with one key: a switchboard, or "unknown". */
export const MOST_ALIKE = 40;

/** More pairs than these are not compared: the keys that the most rows share are left out then. */
const MOST_PAIRS = 1_000_000;

export interface Pair {
  /** The one that stands first in the sheet. */
  readonly first: RowId;
  readonly second: RowId;
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

/** Names that are the same sound the same, which says nothing more. */
function evidenceOf(a: RowKeys, b: RowKeys): readonly Evidence[] {
  const shared = EVIDENCE.filter((as) => a.get(as)?.some((key) => b.get(as)?.includes(key)) === true);
  return shared.includes("name") ? shared.filter((as) => as !== "sound") : shared;
}

/** Rows that share something too common to compare them by. */
export interface Uncompared {
  /** More rows than this share it. */
  readonly most: number;
  /** How many such things there are. */
  readonly count: number;
  /** Those that the most rows share. */
  readonly commonest: readonly { readonly shared: readonly SharedText[]; readonly rows: number }[];
}

const MOST_TOLD = 5;

/** Blocks that are left out: how many, and the largest of them. */
class LeftOut {
  count = 0;
  private largest: { readonly block: string; readonly places: readonly number[] }[] = [];

  add(block: string, places: readonly number[]): void {
    this.count += 1;
    const least = this.largest.at(-1)?.places.length ?? 0;
    if (this.largest.length === MOST_TOLD && places.length <= least) return;
    this.largest = [...this.largest, { block, places }]
      .sort((a, b) => b.places.length - a.places.length)
      .slice(0, MOST_TOLD);
  }

  told(most: number, sharedBy: (block: string, place: number) => readonly SharedText[]): Uncompared {
    const commonest = this.largest.map(({ block, places }) => ({
      shared: sharedBy(block, places[0] ?? 0),
      rows: new Set(places).size,
    }));
    return { most, count: this.count, commonest };
  }
}

interface Met {
  /** Of two places, the first times the number of rows and the second; ascending, for each key. */
  readonly pairs: Float64Array;
  readonly most: number;
  readonly leftOut: LeftOut;
}

/** How many rows may share a key: fewer where up to so many would make more pairs than can be compared, but always two. */
function* mostAlikeSteps(blocks: ReadonlyMap<string, readonly number[]>, total: number): Steps<number> {
  const bySize = new Uint32Array(MOST_ALIKE + 1);
  let done = 0;
  for (const { length } of blocks.values()) {
    if (done++ % ROWS_PER_STEP === 0) yield { done: total, total: total * 2 };
    if (length <= MOST_ALIKE) bySize[length] = (bySize[length] ?? 0) + 1;
  }
  let pairs = 0;
  for (let size = 2; size <= MOST_ALIKE; size++) {
    pairs += ((bySize[size] ?? 0) * size * (size - 1)) / 2;
    if (pairs > MOST_PAIRS) return Math.max(2, size - 1);
  }
  return MOST_ALIKE;
}

/** Rows that share a key. */
function* metSteps(blocks: ReadonlyMap<string, readonly number[]>, total: number): Steps<Met> {
  const most = yield* mostAlikeSteps(blocks, total);
  const leftOut = new LeftOut();
  const met: number[] = [];
  let done = 0;
  for (const [block, alike] of blocks) {
    if (done++ % ROWS_PER_STEP === 0) yield { done: total, total: total * 2 };
    if (alike.length > most) {
      leftOut.add(block, alike);
      continue;
    }
    for (const [index, a] of alike.entries())
      for (let at = index + 1; at < alike.length; at++) {
        const b = alike[at] ?? a;
        if (a !== b) met.push(a * total + b);
      }
  }
  return { pairs: Float64Array.from(met).sort(), most, leftOut };
}

export interface FoundPairs {
  readonly pairs: readonly Pair[];
  readonly uncompared: Uncompared;
}

/** The surest first, then in the order of the sheet. The table must stand still meanwhile. */
export function* duplicateSteps(
  table: ColumnTable,
  telling: readonly Telling[],
  sound: Sound,
): Steps<FoundPairs> {
  const keysOf = new KeysOf((field, slot) => table.atom(field, slot), telling, sound);
  const { order } = table;
  const total = order.length;
  const keysAt = (place: number): RowKeys => keysOf.at(order[place] ?? 0);
  /** By key: places in the sheet's order. */
  const blocks = new Map<string, number[]>();
  for (let place = 0; place < total; place++) {
    if (place % ROWS_PER_STEP === 0) yield { done: place, total: total * 2 };
    for (const key of blocksOf(keysAt(place))) {
      const known = blocks.get(key);
      if (known === undefined) blocks.set(key, [place]);
      else known.push(place);
    }
  }
  const { pairs: met, most, leftOut } = yield* metSteps(blocks, total);
  /** Each in the order of the sheet. */
  const byScore = new Map<number, Pair[]>();
  for (const [done, place] of met.entries()) {
    if (done % ROWS_PER_STEP === 0) yield { done: total + (done / met.length) * total, total: total * 2 };
    if (place === met[done - 1]) continue;
    const [a, b] = [Math.floor(place / total), place % total];
    const evidence = evidenceOf(keysAt(a), keysAt(b));
    const score = scoreOf(evidence);
    const [first, second] = [table.idOf(order[a] ?? 0), table.idOf(order[b] ?? 0)];
    const pair = { first, second, evidence, score };
    const known = byScore.get(score);
    if (known === undefined) byScore.set(score, [pair]);
    else known.push(pair);
  }
  yield { done: 1, total: 1 };
  return {
    pairs: [...byScore].sort(([a], [b]) => b - a).flatMap(([, pairs]) => pairs),
    uncompared: leftOut.told(most, (block, place) => keysOf.sharedBy(block, order[place] ?? 0)),
  };
}

/** The codes of a column's texts by their keys. Dictionaries only grow, so what is known of one stays true. */
export class AlikeIndex {
  private readonly known = new WeakMap<
    CodedColumn,
    { done: number; readonly codes: Map<string, number[]> }
  >();

  *codesSteps(column: CodedColumn, as: Telling["as"], key: string): Steps<readonly number[]> {
    const known = this.known.get(column) ?? { done: 0, codes: new Map<string, number[]>() };
    this.known.set(column, known);
    const { dictionary } = column;
    for (; known.done < dictionary.length; known.done++) {
      if (known.done % ROWS_PER_STEP === 0) yield { done: known.done, total: dictionary.length };
      const own = evidenceKey(as, dictionary[known.done] ?? "");
      if (own === "") continue;
      const codes = known.codes.get(own);
      if (codes === undefined) known.codes.set(own, [known.done + 1]);
      else codes.push(known.done + 1);
    }
    return known.codes.get(key) ?? [];
  }
}

/** Which other row has a text with the same key in a field of that evidence; null: none. */
export function* alikeSteps(
  table: ColumnTable,
  telling: readonly Telling[],
  asked: {
    readonly as: Telling["as"];
    readonly text: string;
    /** Rows that do not count: its own, and what is known to be another. */
    readonly except: (row: RowId) => boolean;
  },
  index: AlikeIndex,
): Steps<RowId | null> {
  const { as, except } = asked;
  const wanted = evidenceKey(as, asked.text);
  if (wanted === "") return null;
  for (const each of telling) {
    const column = each.as === as ? table.columns.get(each.field) : undefined;
    if (column?.form !== "coded") continue;
    const codes = new Set(yield* index.codesSteps(column, as, wanted));
    if (codes.size === 0) continue;
    const own = column.codes;
    for (const slot of table.order) {
      const id = table.idOf(slot);
      if (codes.has(own[slot] ?? 0) && !except(id)) return id;
    }
  }
  return null;
}

/** Rows that are in no table yet, each by a number of its own. */
export interface FreshRows {
  readonly rows: ArrayLike<number>;
  readonly atom: AtomAt;
}

/** A row of the table by its id, or one that is to come by its number. */
export type Likeness =
  | { readonly in: "table"; readonly row: RowId }
  | { readonly in: "fresh"; readonly row: number };

/** The best that was found so far of each row; of the same score the first. */
class Best {
  readonly found = new Map<number, { readonly like: number; readonly score: number }>();

  look(row: number, like: number, score: number): void {
    const { score: most, like: known } = this.found.get(row) ?? { score: 0, like };
    if (score > most || (score === most && like < known)) this.found.set(row, { like, score });
  }
}

export interface AlikeFresh {
  /** By number of a row: the one that it is most like. */
  readonly like: ReadonlyMap<number, Likeness>;
  /** Rows that may stay away: each of them looks like one of the table, or like one before it that does not stay away. */
  readonly spare: ReadonlySet<number>;
}

interface Block {
  readonly fresh: readonly number[];
  readonly own: readonly number[];
}

const isTooCommon = ({ fresh, own }: Block): boolean => fresh.length > MOST_ALIKE || own.length > MOST_ALIKE;

/**
 * In a chain of rows of which each is like the next, those that are like none that stays must stay themselves: they may be
 * somebody else. Rows with a block in common are alike.
 */
function* spareSteps(
  rows: ArrayLike<number>,
  blocks: ReadonlyMap<string, Block>,
  keysOf: KeysOf,
  total: number,
): Steps<ReadonlySet<number>> {
  const spare = new Set<number>();
  const kept = new Set<string>();
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_STEP === 0) yield { done: total, total };
    const row = rows[at] ?? 0;
    const own: string[] = [];
    let isAlike = false;
    for (const key of blocksOf(keysOf.at(row))) {
      const block = blocks.get(key);
      if (block === undefined || isTooCommon(block)) continue;
      isAlike ||= block.own.length > 0 || kept.has(key);
      own.push(key);
    }
    if (isAlike) spare.add(row);
    else for (const key of own) kept.add(key);
  }
  return spare;
}

/**
 * Which rows that are to come look like one of the table, or else like one that comes before them. By the same measure as
 * two rows of the table.
 */
export function* alikeFreshSteps(
  table: ColumnTable,
  { rows, atom }: FreshRows,
  telling: readonly Telling[],
  sound: Sound,
): Steps<AlikeFresh> {
  const total = rows.length + table.order.length;
  const freshKeys = new KeysOf(atom, telling, sound);
  const ownKeys = new KeysOf((field, slot) => table.atom(field, slot), telling, sound);
  const blocks = new Map<string, { readonly fresh: number[]; readonly own: number[] }>();
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_STEP === 0) yield { done: at, total };
    const row = rows[at] ?? 0;
    for (const key of blocksOf(freshKeys.at(row))) {
      const known = blocks.get(key);
      if (known === undefined) blocks.set(key, { fresh: [row], own: [] });
      else if (known.fresh.at(-1) !== row) known.fresh.push(row);
    }
  }
  for (const [at, slot] of table.order.entries()) {
    if (at % ROWS_PER_STEP === 0) yield { done: rows.length + at, total };
    for (const key of blocksOf(ownKeys.at(slot))) blocks.get(key)?.own.push(slot);
  }
  const inTable = new Best();
  const before = new Best();
  let compared = 0;
  for (const { fresh, own } of blocks.values()) {
    if (isTooCommon({ fresh, own }) || fresh.length + own.length < 2) continue;
    const there = own.map((slot) => ({ slot, keys: ownKeys.at(slot) }));
    const earlier: { readonly row: number; readonly keys: RowKeys }[] = [];
    for (const row of fresh) {
      const keys = freshKeys.at(row);
      for (const each of there) inTable.look(row, each.slot, scoreOf(evidenceOf(keys, each.keys)));
      for (const each of earlier) before.look(row, each.row, scoreOf(evidenceOf(keys, each.keys)));
      compared += there.length + earlier.length;
      earlier.push({ row, keys });
    }
    if (compared < ROWS_PER_STEP) continue;
    compared = 0;
    yield { done: total, total };
  }
  const like = new Map<number, Likeness>();
  for (const [row, best] of before.found) like.set(row, { in: "fresh", row: best.like });
  for (const [row, best] of inTable.found) like.set(row, { in: "table", row: table.idOf(best.like) });
  return { like, spare: yield* spareSteps(rows, blocks, freshKeys, total) };
}
