/**
 * The rows a sheet shows, in their order, and which of them were changed since that order was made. Changed rows
 * keep their places until the order is next asked for; then only they are judged and placed anew.
 */
import type { Field, ViewId } from "../../core/model/index.ts";
import { mergeSorted } from "../columns/sorted.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Han } from "../query/han.ts";
import { groupLevelSteps, makeComparer, type Query, selectPasses } from "../query/query.ts";
import { runNow } from "../steps.ts";
import { type Folds, type Groups, groupsOf, Layout } from "./layout.ts";

/** Why a changed row no longer belongs where it stands. */
export type Stray =
  /** The filter or the search no longer lets it through. */
  | "excluded"
  /** The sort keys put it elsewhere. */
  | "moved";

/** More changed rows than this, and a new query costs less. */
const MOST_PENDING = 1000;

export interface Basis {
  readonly table: ColumnTable;
  readonly fields: readonly Field[];
  readonly view: ViewId;
  readonly query: Query;
}

export class Shown {
  readonly view: ViewId;
  readonly search: string;
  /** The calendar day the order was made on: views know of today. */
  readonly day: number;
  readonly slots: Uint32Array;
  /** What was known of Han characters then. */
  private readonly han: Han | null;
  /** Slots of rows that were written to or came since. */
  private readonly pending = new Set<number>();
  /** As they were then: a changed row stays in its group with its place. */
  private readonly groups: Groups | null;
  private laid: Layout | null = null;
  private judged: ReadonlyMap<number, Stray> | null = null;
  /** Rows came or went: places no longer are what the grid was told. */
  structural = false;
  /** Too much changed, or what decides the order: only a query of all rows helps. */
  lost = false;

  constructor({ table, fields, view, query }: Basis, slots: Uint32Array) {
    this.view = view;
    this.search = query.search;
    this.day = query.today;
    this.han = query.han ?? null;
    this.slots = slots;
    this.groups = groupsOf(slots, runNow(groupLevelSteps(table, fields, query)));
  }

  get grouped(): boolean {
    return this.groups !== null;
  }

  /** Made anew once `refold` was called. */
  layout(folds: Folds): Layout {
    this.laid ??= new Layout(this.slots, this.groups, folds);
    return this.laid;
  }

  refold(): void {
    this.laid = null;
  }

  /** Whether it was asked for like that. */
  answers({ view, query }: Basis): boolean {
    const read = this.search.trim() === "" || this.han === (query.han ?? null);
    return this.view === view && this.search === query.search && this.day === query.today && read;
  }

  /** These rows were written to, or came. */
  mark(rows: Uint32Array, table: ColumnTable): void {
    if (this.pending.size + rows.length > MOST_PENDING) {
      this.lost = true;
      return;
    }
    this.judged = null;
    for (const row of rows) {
      const slot = table.slotOf(row);
      if (slot !== null) this.pending.add(slot);
    }
  }

  get settled(): boolean {
    return this.pending.size === 0 && !this.structural && !this.lost;
  }

  /** The slots with changed rows judged anew: those that pass at the places where they belong. */
  settle({ table, fields, query }: Basis): Uint32Array {
    if (this.settled) return this.slots;
    const passes = selectPasses(table, fields, query);
    const entering = Uint32Array.from(
      [...this.pending].filter((slot) => table.idOf(slot) !== 0 && passes(slot)),
    );
    const staying = this.staying(table);
    if (entering.length === 0) return staying;
    const compare = makeComparer(table, fields, query);
    return mergeSorted(staying, entering.sort(compare), compare);
  }

  /** By slot. */
  private marks(table: ColumnTable): Uint8Array {
    const marks = new Uint8Array(table.slotCount);
    for (const slot of this.pending) marks[slot] = 1;
    return marks;
  }

  private staying(table: ColumnTable): Uint32Array {
    const leaving = this.marks(table);
    const staying = new Uint32Array(this.slots.length);
    let count = 0;
    for (let i = 0; i < this.slots.length; i++) {
      const slot = this.slots[i] ?? 0;
      if (leaving[slot] === 1 || table.idOf(slot) === 0) continue;
      staying[count] = slot;
      count += 1;
    }
    return staying.slice(0, count);
  }

  /** By place among all rows: changed rows that no longer belong there. The others are in order among themselves. */
  strays(basis: Basis): ReadonlyMap<number, Stray> {
    this.judged ??= this.pending.size === 0 ? new Map<number, Stray>() : this.judge(basis);
    return this.judged;
  }

  private judge({ table, fields, query }: Basis): ReadonlyMap<number, Stray> {
    const strays = new Map<number, Stray>();
    const passes = selectPasses(table, fields, query);
    const compare = makeComparer(table, fields, query);
    const places = this.pendingPlaces(table);
    let previous = -1;
    for (const [index, place] of places.entries()) {
      const slot = this.slots[place] ?? 0;
      if (!passes(slot)) {
        strays.set(place, "excluded");
        continue;
      }
      // The rows between were not changed, so they are in order: the one right before stands for all of them.
      if (place > 0 && place - 1 !== places[index - 1]) previous = place - 1;
      const before = this.slots[previous];
      const after = this.nextSettled(place);
      const moved =
        (before !== undefined && compare(before, slot) > 0) ||
        (after !== undefined && compare(slot, after) > 0);
      if (moved) strays.set(place, "moved");
      else previous = place;
    }
    return strays;
  }

  /** Ascending. */
  private pendingPlaces(table: ColumnTable): readonly number[] {
    const marks = this.marks(table);
    const places: number[] = [];
    for (let place = 0; place < this.slots.length; place++) {
      if (marks[this.slots[place] ?? 0] === 1) places.push(place);
    }
    return places;
  }

  private nextSettled(place: number): number | undefined {
    let at = place + 1;
    while (at < this.slots.length && this.pending.has(this.slots[at] ?? 0)) at += 1;
    return this.slots[at];
  }
}
