/**
 * Rows of a sheet that may be the same customer. Only rows that share a key are compared, so that a hundred thousand take
 * seconds; a key that very many share tells nobody apart and is left out, which is told.
 */
import type { RowId } from "../../core/model/index.ts";
import type { CodedColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Progress, Steps } from "../steps.ts";
import { EVIDENCE, type Evidence, evidenceKey, type Sound, scoreOf, type Telling } from "./evidence.ts";
import { type AtomAt, KeysOf, type RowKeys, type SharedText } from "./rowKeys.ts";
import { type BlocksAt, ROWS_PER_STEP, SharedBlocks, type SieveSize, usualSize } from "./sharedBlocks.ts";

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

/** Places of rows that share a block, in the sheet's order; a row that has it twice stands twice. */
class Alike {
  /** Only the first of them where they are more than can be compared. */
  readonly places: number[] = [];
  size = 0;
  rows = 0;
  private last = -1;

  push(place: number): void {
    this.size += 1;
    if (place !== this.last) this.rows += 1;
    this.last = place;
    if (this.size <= MOST_ALIKE) this.places.push(place);
    else this.places.length = 1;
  }
}

/** Blocks that are left out: how many, and the largest of them. */
class LeftOut {
  count = 0;
  private largest: { readonly block: string; readonly alike: Alike }[] = [];

  add(block: string, alike: Alike): void {
    this.count += 1;
    const least = this.largest.at(-1)?.alike.size ?? 0;
    if (this.largest.length === MOST_TOLD && alike.size <= least) return;
    this.largest = [...this.largest, { block, alike }]
      .sort((a, b) => b.alike.size - a.alike.size)
      .slice(0, MOST_TOLD);
  }

  told(most: number, sharedBy: (block: string, place: number) => readonly SharedText[]): Uncompared {
    const commonest = this.largest.map(({ block, alike }) => ({
      shared: sharedBy(block, alike.places[0] ?? 0),
      rows: alike.rows,
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
function* mostAlikeSteps(blocks: ReadonlyMap<string, Alike>, far: Progress): Steps<number> {
  const bySize = new Uint32Array(MOST_ALIKE + 1);
  let done = 0;
  for (const { size } of blocks.values()) {
    if (done++ % ROWS_PER_STEP === 0) yield far;
    if (size <= MOST_ALIKE) bySize[size] = (bySize[size] ?? 0) + 1;
  }
  let pairs = 0;
  for (let size = 2; size <= MOST_ALIKE; size++) {
    pairs += ((bySize[size] ?? 0) * size * (size - 1)) / 2;
    if (pairs > MOST_PAIRS) return Math.max(2, size - 1);
  }
  return MOST_ALIKE;
}

/** Rows that share a key. */
function* metSteps(blocks: ReadonlyMap<string, Alike>, total: number, far: Progress): Steps<Met> {
  const most = yield* mostAlikeSteps(blocks, far);
  const leftOut = new LeftOut();
  const met: number[] = [];
  let done = 0;
  for (const [block, alike] of blocks) {
    if (done++ % ROWS_PER_STEP === 0) yield far;
    if (alike.size > most) {
      leftOut.add(block, alike);
      continue;
    }
    const { places } = alike;
    for (const [index, a] of places.entries())
      for (let at = index + 1; at < places.length; at++) {
        const b = places[at] ?? a;
        if (a !== b) met.push(a * total + b);
      }
  }
  return { pairs: Float64Array.from(met).sort(), most, leftOut };
}

/** Rows by the blocks that they share, and some blocks of one row. */
function* alikeRowsSteps(keys: KeysOf, order: ArrayLike<number>, size: SieveSize): Steps<Map<string, Alike>> {
  const total = order.length * 3;
  const shared = new SharedBlocks(size);
  const blocksAt = yield* shared.noteSteps(keys, order, { done: 0, total });
  yield* shared.siftSteps({ done: order.length, total });
  const blocks = new Map<string, Alike>();
  for (let place = 0; place < order.length; place++) {
    if (place % ROWS_PER_STEP === 0) yield { done: order.length + place, total };
    for (const block of blocksAt(place)) {
      const known = blocks.get(block) ?? new Alike();
      if (known.size === 0) blocks.set(block, known);
      known.push(place);
    }
  }
  return blocks;
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
  size: SieveSize = usualSize,
): Steps<FoundPairs> {
  const keysOf = new KeysOf((field, slot) => table.atom(field, slot), telling, sound);
  const { order } = table;
  const total = order.length;
  const far = { done: total * 2, total: total * 3 };
  const keysAt = (place: number): RowKeys => keysOf.at(order[place] ?? 0);
  const blocks = yield* alikeRowsSteps(keysOf, order, size);
  const { pairs: met, most, leftOut } = yield* metSteps(blocks, total, far);
  /** Each in the order of the sheet. */
  const byScore = new Map<number, Pair[]>();
  for (const [done, place] of met.entries()) {
    if (done % ROWS_PER_STEP === 0) yield { ...far, done: far.done + (done / met.length) * total };
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

/** Rows that share a block: of each kind in their order, none but one more than can be compared. */
interface Block {
  readonly fresh: number[];
  readonly own: number[];
  /** Of those to come one has it that does not stay away. */
  isKept: boolean;
}

const isTooCommon = ({ fresh, own }: Block): boolean => fresh.length > MOST_ALIKE || own.length > MOST_ALIKE;

/**
 * In a chain of rows of which each is like the next, those that are like none that stays must stay themselves: they may be
 * somebody else. Rows with a block in common are alike.
 */
function* spareSteps(
  rows: ArrayLike<number>,
  blocks: ReadonlyMap<string, Block>,
  blocksAt: BlocksAt,
  far: Progress,
): Steps<ReadonlySet<number>> {
  const spare = new Set<number>();
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_STEP === 0) yield far;
    const own: Block[] = [];
    for (const key of blocksAt(at)) {
      const block = blocks.get(key);
      if (block !== undefined && !isTooCommon(block)) own.push(block);
    }
    if (own.some((block) => block.own.length > 0 || block.isKept)) spare.add(rows[at] ?? 0);
    else for (const block of own) block.isKept = true;
  }
  return spare;
}

interface Comparing {
  readonly rows: ArrayLike<number>;
  readonly order: ArrayLike<number>;
  readonly freshKeys: KeysOf;
  readonly ownKeys: KeysOf;
}

/** Rows that are to come by the blocks that they share with each other and with those of the table, and some blocks of one row. */
function* freshBlocksSteps(
  { rows, order, freshKeys, ownKeys }: Comparing,
  size: SieveSize,
): Steps<{ readonly blocks: ReadonlyMap<string, Block>; readonly freshAt: BlocksAt }> {
  const total = (rows.length + order.length) * 2;
  const shared = new SharedBlocks(size);
  const freshAt = yield* shared.noteSteps(freshKeys, rows, { done: 0, total });
  const ownAt = yield* shared.noteSteps(ownKeys, order, { done: rows.length, total });
  const far = { done: total / 2, total };
  yield* shared.siftSteps(far);
  const blocks = new Map<string, Block>();
  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_PER_STEP === 0) yield { ...far, done: far.done + at };
    const row = rows[at] ?? 0;
    for (const key of freshAt(at)) {
      const known = blocks.get(key);
      if (known === undefined) blocks.set(key, { fresh: [row], own: [], isKept: false });
      else if (known.fresh.length <= MOST_ALIKE && known.fresh.at(-1) !== row) known.fresh.push(row);
    }
  }
  for (let at = 0; at < order.length; at++) {
    if (at % ROWS_PER_STEP === 0) yield { ...far, done: far.done + rows.length + at };
    for (const key of ownAt(at)) {
      const known = blocks.get(key);
      if (known !== undefined && known.own.length <= MOST_ALIKE) known.own.push(order[at] ?? 0);
    }
  }
  return { blocks, freshAt };
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
  size: SieveSize = usualSize,
): Steps<AlikeFresh> {
  const freshKeys = new KeysOf(atom, telling, sound);
  const ownKeys = new KeysOf((field, slot) => table.atom(field, slot), telling, sound);
  const { order } = table;
  const far = { done: 1, total: 1 };
  const { blocks, freshAt } = yield* freshBlocksSteps({ rows, order, freshKeys, ownKeys }, size);
  const inTable = new Best();
  const before = new Best();
  let compared = 0;
  for (const block of blocks.values()) {
    const { fresh, own } = block;
    if (isTooCommon(block) || fresh.length + own.length < 2) continue;
    const there = own.map((slot) => ({ slot, keys: ownKeys.at(slot) }));
    const earlier: { readonly row: number; readonly keys: RowKeys }[] = [];
    compared += fresh.length + own.length;
    for (const row of fresh) {
      const keys = freshKeys.at(row);
      for (const each of there) inTable.look(row, each.slot, scoreOf(evidenceOf(keys, each.keys)));
      for (const each of earlier) before.look(row, each.row, scoreOf(evidenceOf(keys, each.keys)));
      compared += there.length + earlier.length;
      earlier.push({ row, keys });
    }
    if (compared < ROWS_PER_STEP) continue;
    compared = 0;
    yield far;
  }
  const like = new Map<number, Likeness>();
  for (const [row, best] of before.found) like.set(row, { in: "fresh", row: best.like });
  for (const [row, best] of inTable.found) like.set(row, { in: "table", row: table.idOf(best.like) });
  return { like, spare: yield* spareSteps(rows, blocks, freshAt, far) };
}
