/**
 * The rows of a sheet as they stand on the screen, one below the other: records, and above each group its head. A place
 * on the screen counts both, a row counts records only. Heads of folded groups stay, their rows do not stand there.
 *
 * P1: a layout shows what a naive grouping of the same rows would, whatever is folded, and place and row lead to each
 * other. All of it is a few typed arrays, so that a million rows are still a matter of windows.
 */
import type { Atom, GroupKey } from "../../core/model/index.ts";
import { partitionPoint } from "../columns/sorted.ts";
import type { GroupLevel } from "../query/query.ts";
import { EMPTY } from "../query/ranks.ts";

/** Groups of one level in the order of their rows. */
interface Level {
  readonly by: GroupKey;
  /** Where each begins among the rows, ascending; the first at 0. */
  readonly starts: Uint32Array;
  readonly atoms: readonly Atom[];
}

/** The groups of some rows as they were when these were put in order. */
export interface Groups {
  /** From the outermost. */
  readonly levels: readonly Level[];
  /** All of them, in order. */
  readonly slots: Uint32Array;
}

const keyAt = ({ keys: { keys, codes } }: GroupLevel, slot: number): number =>
  keys[codes === null ? slot : (codes[slot] ?? 0)] ?? EMPTY;

/** `slots` are in the order of the levels. Null: there are none. */
export function groupsOf(slots: Uint32Array, levels: readonly GroupLevel[]): Groups | null {
  if (levels.length === 0) return null;
  const starts = levels.map((): number[] => []);
  const atoms = levels.map((): Atom[] => []);
  const keys = levels.map(() => -1);
  for (const [row, slot] of slots.entries()) {
    let apart = false;
    for (const [at, level] of levels.entries()) {
      const key = keyAt(level, slot);
      apart ||= row === 0 || key !== keys[at];
      if (!apart) continue;
      keys[at] = key;
      starts[at]?.push(row);
      atoms[at]?.push(level.atom(slot));
    }
  }
  return {
    slots,
    levels: levels.map(({ by }, at) => ({
      by,
      starts: Uint32Array.from(starts[at] ?? []),
      atoms: atoms[at] ?? [],
    })),
  };
}

/** What is folded: all groups but those, or none but those. A group is named by its values from the outermost. */
export class Folds {
  private all = false;
  private readonly others = new Set<string>();

  fold(path: readonly Atom[] | null, folded: boolean): void {
    if (path === null) {
      this.all = folded;
      this.others.clear();
    } else if (folded === this.all) this.others.delete(JSON.stringify(path));
    else this.others.add(JSON.stringify(path));
  }

  has(path: () => readonly Atom[]): boolean {
    return this.others.size > 0 && this.others.has(JSON.stringify(path())) ? !this.all : this.all;
  }
}

export interface Head {
  readonly by: GroupKey;
  /** 0 is the outermost. */
  readonly level: number;
  readonly path: readonly Atom[];
  readonly folded: boolean;
  /** All rows of the group. */
  readonly slots: Uint32Array;
}

/** Rows that stand below each other without a head between: where they begin on the screen, and among all rows. */
interface Stretch {
  readonly places: readonly number[];
  readonly rows: readonly number[];
  readonly numbers: readonly number[];
}

/** Places, rows, corners included. */
export interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** A head as one number: which group of its level, which level of the two, whether it is folded. */
const markOf = (at: number, level: number, folded: boolean): number => at * 4 + level * 2 + (folded ? 1 : 0);
const marked = (mark: number) => ({ at: mark >>> 2, level: (mark >>> 1) & 1, folded: (mark & 1) === 1 });

export class Layout {
  /** Rows that stand there, in order. */
  readonly slots: Uint32Array;
  readonly places: number;
  private readonly groups: Groups | null;
  private readonly headPlaces: Uint32Array;
  private readonly headMarks: Uint32Array;
  private readonly stretch: Stretch;

  constructor(slots: Uint32Array, groups: Groups | null, folds: Folds) {
    this.groups = groups;
    const heads: number[] = [];
    const marks: number[] = [];
    const stretch = { places: [] as number[], rows: [] as number[], numbers: [] as number[] };
    let place = 0;
    let row = 0;
    const parts: Uint32Array[] = [];
    const stand = (start: number, end: number): void => {
      stretch.places.push(place);
      stretch.rows.push(row);
      stretch.numbers.push(start);
      parts.push(slots.subarray(start, end));
      place += end - start;
      row += end - start;
    };
    const walk = (level: number, start: number, end: number): void => {
      const own = groups?.levels[level];
      if (own === undefined) {
        stand(start, end);
        return;
      }
      const { starts } = own;
      for (let at = firstFrom(starts, start); (starts[at] ?? end) < end; at++) {
        const from = starts[at] ?? 0;
        const folded = folds.has(() => this.pathOf(level, at));
        heads.push(place);
        marks.push(markOf(at, level, folded));
        place += 1;
        if (!folded) walk(level + 1, from, Math.min(end, starts[at + 1] ?? end));
      }
    };
    walk(0, 0, slots.length);
    this.headPlaces = Uint32Array.from(heads);
    this.headMarks = Uint32Array.from(marks);
    this.stretch = stretch;
    this.places = place;
    this.slots = row === slots.length ? slots : joined(parts, row);
  }

  private pathOf(level: number, at: number): readonly Atom[] {
    const levels = this.groups?.levels ?? [];
    const start = levels[level]?.starts[at] ?? 0;
    return levels.slice(0, level + 1).map(({ starts, atoms }) => atoms[lastTo(starts, start)] ?? null);
  }

  /** Null: a row stands there, or nothing. */
  headAt(place: number): Head | null {
    const index = firstFrom(this.headPlaces, place);
    const mark = this.headPlaces[index] === place ? this.headMarks[index] : undefined;
    if (mark === undefined) return null;
    const { level, at, folded } = marked(mark);
    const own = this.groups?.levels[level];
    if (own === undefined) return null;
    const start = own.starts[at] ?? 0;
    return {
      by: own.by,
      level,
      path: this.pathOf(level, at),
      folded,
      slots: this.groups?.slots.subarray(start, own.starts[at + 1]) ?? new Uint32Array(),
    };
  }

  /** From one place up to, not including, another. `number`: where a row stands among all rows. */
  window(
    start: number,
    end: number,
  ): readonly ({ readonly head: Head } | { readonly slot: number; readonly number: number })[] {
    const places = Array.from(
      { length: Math.max(0, Math.min(end, this.places) - start) },
      (_, at) => start + at,
    );
    return places.map((place) => {
      const head = this.headAt(place);
      if (head !== null) return { head };
      const row = this.rowFrom(place);
      return { slot: this.slots[row] ?? 0, number: this.numberOf(row) };
    });
  }

  private headsBefore(place: number): number {
    return firstFrom(this.headPlaces, place);
  }

  /** The row at a place; of a head the first below it. Below the last come rows that are not there yet. */
  rowFrom(place: number): number {
    return place - this.headsBefore(place);
  }

  placeOf(row: number): number {
    if (this.groups === null || row >= this.slots.length) return row + this.headPlaces.length;
    const { places, rows } = this.stretch;
    const index = partitionPoint(0, rows.length, (at) => (rows[at] ?? 0) <= row) - 1;
    return (places[index] ?? 0) + row - (rows[index] ?? 0);
  }

  /** Where a row stands among all rows, folded ones too. */
  numberOf(row: number): number {
    const { rows, numbers } = this.stretch;
    const index = partitionPoint(0, rows.length, (at) => (rows[at] ?? 0) <= row) - 1;
    return (numbers[index] ?? 0) + row - (rows[index] ?? 0);
  }

  /** Rows between two places; null where there are heads only. */
  rowsIn({ top, bottom }: Rows): Rows | null {
    const rows = { top: this.rowFrom(Math.max(0, top)), bottom: this.rowFrom(bottom + 1) - 1 };
    return rows.top > rows.bottom ? null : rows;
  }

  /** The heads that a row of all stands under, from the outermost, by their paths. */
  pathsTo(number: number): readonly (readonly Atom[])[] {
    return (this.groups?.levels ?? []).map(({ starts }, level) => this.pathOf(level, lastTo(starts, number)));
  }
}

/** The first index whose value is not below. */
const firstFrom = (sorted: Uint32Array, value: number): number =>
  partitionPoint(0, sorted.length, (at) => (sorted[at] ?? 0) < value);

/** The last index whose value is not above. */
const lastTo = (sorted: Uint32Array, value: number): number =>
  partitionPoint(0, sorted.length, (at) => (sorted[at] ?? 0) <= value) - 1;

function joined(parts: readonly Uint32Array[], length: number): Uint32Array {
  const all = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
