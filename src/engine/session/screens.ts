/**
 * What is shown of each sheet: in which of its views, which of its groups are folded, the rows of its last query in their
 * order, and what is read from there. No change to the workbook is made here; the session tells of each.
 */
import type { Change } from "../../core/change/index.ts";
import {
  type Atom,
  columnsOf,
  type Field,
  type FieldId,
  filterWithout,
  findField,
  findSheet,
  firstView,
  type RowId,
  type Sheet,
  type SheetId,
  type View,
  type ViewId,
} from "../../core/model/index.ts";
import { type Facet, type FacetQuery, facetSteps } from "../aggregate/facet.ts";
import { type GroupBy, type Groups, group } from "../aggregate/group.ts";
import type { Measure } from "../aggregate/measures.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Han } from "../query/han.ts";
import type { Painter } from "../query/paint.ts";
import { querySteps, runQuery, type Selection, selectSteps } from "../query/query.ts";
import { type NumberSigns, wouldMeanHan } from "../query/search.ts";
import { runNow, type Steps, whileUnchanged } from "../steps.ts";
import type { Definitions } from "./built.ts";
import { Colours } from "./colours.ts";
import { headOf, NO_ROW } from "./heads.ts";
import { Folds, type Layout } from "./layout.ts";
import { type Found, rowAt, type ScreenRow } from "./screenRow.ts";
import { type Basis, Shown } from "./shown.ts";
import { type Extent, markShown, mergeTouched, sheetsOf, type Touched } from "./touched.ts";

export interface Counts {
  readonly matching: number;
  readonly total: number;
  /** Rows of the screen: those that are not folded away, and the heads of groups. */
  readonly places: number;
}

/** The workbook as it is at any moment. */
export interface Ground extends Pick<Definitions, "workbook" | "today" | "table"> {
  /** Of the state: another one after each change. */
  readonly version: symbol;
  /** What is known of Han characters by now; null: texts are searched as they are written. */
  readonly han: Han | null;
  /** How numbers are shown; null: they are searched as they are written plain. */
  readonly signs: NumberSigns | null;
}

/** The beginning of what a sheet shows. */
export interface AtRest {
  /** The calendar day it holds for. */
  readonly day: number;
  readonly matching: number;
  readonly rows: readonly Omit<ScreenRow, "stray">[];
}

/** `slots` are the rows that stand there, without the heads of groups and what is folded away. */
export interface Screen extends Found {
  readonly slots: Uint32Array;
  /** With what is folded away. */
  readonly unfolded: Uint32Array;
  readonly layout: Layout;
}

export class Screens {
  private readonly ground: Ground;
  private readonly shown = new Map<SheetId, Shown>();
  /** The view that a sheet is shown in; without one, its first. */
  private readonly chosen = new Map<SheetId, ViewId>();
  private readonly folded = new Map<SheetId, { readonly what: string; readonly folds: Folds }>();
  private readonly colours = new Colours();

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** Of a change that is applied already: what of the screens is out of date. */
  touch(change: Change): readonly Touched[] {
    this.colours.note(change);
    const touched: Touched[] = [];
    for (const op of change.ops) {
      for (const id of sheetsOf(op, this.ground.workbook)) {
        const shown = this.shown.get(id);
        const extent: Extent =
          shown === undefined
            ? "order"
            : markShown(op, findSheet(this.ground.workbook, id), this.ground.table(id), shown);
        touched.push({ sheet: id, extent });
      }
    }
    return mergeTouched(touched);
  }

  private find(id: SheetId): Found | null {
    const sheet = findSheet(this.ground.workbook, id);
    const table = this.ground.table(id);
    return sheet === undefined || table === undefined ? null : { sheet, table };
  }

  /** The one it is shown in. */
  private viewOf(sheet: Sheet): View {
    const chosen = this.chosen.get(sheet.id);
    return sheet.views.find(({ id }) => id === chosen) ?? firstView(sheet);
  }

  /** Null: there is no such sheet. */
  viewShown(id: SheetId): View | null {
    const sheet = findSheet(this.ground.workbook, id);
    return sheet === undefined ? null : this.viewOf(sheet);
  }

  /** Fields a view shows: what a search looks at and an export writes. In the view's order. */
  private visible(sheet: Sheet): readonly Field[] {
    return columnsOf(sheet, this.viewOf(sheet))
      .filter((column) => !column.hidden)
      .map((column) => sheet.fields.find((field) => field.id === column.field))
      .filter((field) => field !== undefined);
  }

  private basis({ sheet, table }: Found, search: string): Basis {
    const { id: view, filter, sort, group = [] } = this.viewOf(sheet);
    const searched = this.visible(sheet);
    const { locale } = this.ground.workbook.settings;
    const query = {
      filter,
      sort,
      group,
      search,
      han: this.ground.han,
      signs: this.ground.signs,
      searched,
      locale,
      today: this.ground.today,
    };
    return { table, fields: sheet.fields, view, query };
  }

  /**
   * Brings the sheet's order up to date for a search: from a few changed rows where that is enough, else from all
   * of them. Begins again where a change comes in between. 0 rows for no such sheet. `view`: which one the sheet is shown
   * in from now on; null: its first; left out: as before.
   */
  *querySteps(id: SheetId, search: string, view?: ViewId | null): Steps<Counts> {
    if (view === null) this.chosen.delete(id);
    else if (view !== undefined) this.chosen.set(id, view);
    for (;;) {
      const found = this.find(id);
      if (found === null) return { matching: 0, total: 0, places: 0 };
      const basis = this.basis(found, search);
      const known = this.shown.get(id);
      const total = found.table.rowCount;
      if (known?.answers(basis) === true && !known.lost) {
        if (known.settled) return this.counted(id, known, total);
        return this.counted(id, this.show(id, basis, known.settle(basis)), total);
      }
      const { version } = this.ground;
      const steps = querySteps(basis.table, basis.fields, basis.query);
      const slots = yield* whileUnchanged(steps, () => this.ground.version === version);
      if (slots !== null) return this.counted(id, this.show(id, basis, slots), total);
    }
  }

  /** The last query's rows, all in their places; what is on the screen stays as it is. */
  private belonging(found: Found): Uint32Array {
    const known = this.shown.get(found.sheet.id);
    const basis = this.basis(found, known?.search ?? "");
    return known === undefined || known.lost
      ? runQuery(basis.table, basis.fields, basis.query)
      : known.settle(basis);
  }

  private show(id: SheetId, basis: Basis, slots: Uint32Array): Shown {
    const shown = new Shown(basis, slots);
    this.shown.set(id, shown);
    return shown;
  }

  private counted(id: SheetId, shown: Shown, total: number): Counts {
    return { matching: shown.slots.length, total, places: shown.layout(this.foldsOf(id)).places };
  }

  /** Of the groups that the sheet is shown in; of others all are open at first. */
  private foldsOf(id: SheetId): Folds {
    const sheet = findSheet(this.ground.workbook, id);
    const view = sheet === undefined ? undefined : this.viewOf(sheet);
    const what = JSON.stringify([view?.id, view?.group]);
    let known = this.folded.get(id);
    if (known?.what !== what) {
      known = { what, folds: new Folds() };
      this.folded.set(id, known);
    }
    return known.folds;
  }

  /** Folds a group away or opens it; `path` null: all of them. */
  fold(id: SheetId, path: readonly Atom[] | null, folded: boolean): Counts {
    this.foldsOf(id).fold(path, folded);
    const shown = this.current(id);
    const total = this.ground.table(id)?.rowCount ?? 0;
    if (shown === undefined) return { matching: 0, total, places: 0 };
    shown.refold();
    return this.counted(id, shown, total);
  }

  query(id: SheetId, search: string, view?: ViewId | null): Counts {
    return runNow(this.querySteps(id, search, view));
  }

  /** Whether the sheet's last query met texts in which its search might mean Han characters. */
  metHan(id: SheetId, search: string): boolean {
    const found = this.find(id);
    return found !== null && wouldMeanHan(found.table, found.sheet.fields, search);
  }

  /** What was last asked for, made anew only where rows came or went since. */
  private current(id: SheetId): Shown | undefined {
    const known = this.shown.get(id);
    if (known === undefined || known.structural) this.query(id, known?.search ?? "");
    return this.shown.get(id);
  }

  /** Finds out what the colours of rows depend on, so that reading them does not have to. */
  *colourSteps(id: SheetId): Steps<void> {
    for (;;) {
      const found = this.find(id);
      if (found === null) return;
      const { version } = this.ground;
      const painted = { ...found, view: this.viewOf(found.sheet) };
      const steps = this.colours.prepareSteps(painted, this.ground.today);
      if ((yield* whileUnchanged(steps, () => this.ground.version === version)) !== null) return;
    }
  }

  private painter(found: Found): Painter | null {
    const painted = { ...found, view: this.viewOf(found.sheet) };
    return runNow(this.colours.painterSteps(painted, this.ground.today));
  }

  /** Rows `start` up to, not including, `end`, in the order last asked for, whatever groups they are in. */
  rows(id: SheetId, start: number, end: number): readonly ScreenRow[] {
    const found = this.find(id);
    const shown = this.current(id);
    if (found === null || shown === undefined) return [];
    const strays = shown.strays(this.basis(found, shown.search));
    const paint = this.painter(found);
    return Array.from(shown.slots.subarray(start, end), (slot, index) => ({
      ...rowAt(found, paint, slot),
      stray: strays.get(start + index) ?? null,
    }));
  }

  /** What stands on the screen from one place up to, not including, another: rows, and the heads of their groups. */
  window(id: SheetId, start: number, end: number): readonly ScreenRow[] {
    const found = this.find(id);
    const shown = this.current(id);
    if (found === null || shown === undefined) return [];
    if (!shown.grouped) return this.rows(id, start, end);
    const strays = shown.strays(this.basis(found, shown.search));
    const paint = this.painter(found);
    const layout = shown.layout(this.foldsOf(id));
    const view = this.viewOf(found.sheet);
    return layout.window(start, end).map((each): ScreenRow => {
      if ("head" in each)
        return { id: NO_ROW, values: [], stray: null, head: headOf(found, view, each.head) };
      const stray = strays.get(each.number) ?? null;
      return { ...rowAt(found, paint, each.slot), stray, number: each.number };
    });
  }

  /** What a query of the first view without a search would find, with its first rows; null where that would have to be worked out. */
  atRest(id: SheetId, most: number): AtRest | null {
    const found = this.find(id);
    const known = this.shown.get(id);
    if (found === null || known === undefined || known.lost) return null;
    const basis = this.basis(found, "");
    if (!known.answers(basis) || known.view !== firstView(found.sheet).id || known.grouped) return null;
    const slots = known.settle(basis);
    const paint = this.painter(found);
    const rows = Array.from(slots.subarray(0, most), (slot) => rowAt(found, paint, slot));
    return { day: known.day, matching: slots.length, rows };
  }

  /** The first place of the last query whose row is one of those, or null. Groups it is folded away in are opened. */
  firstPlace(id: SheetId, wanted: (row: RowId) => boolean): number | null {
    const found = this.find(id);
    const shown = this.current(id);
    if (found === null || shown === undefined) return null;
    const number = shown.slots.findIndex((slot) => wanted(found.table.idOf(slot)));
    if (number < 0) return null;
    const folds = this.foldsOf(id);
    for (const path of shown.layout(folds).pathsTo(number)) folds.fold(path, false);
    shown.refold();
    const layout = shown.layout(folds);
    return layout.placeOf(layout.slots.indexOf(shown.slots[number] ?? 0));
  }

  /** What rows are shown by, leaving out the conditions on `fields`. */
  selectionBeside(sheet: Sheet, fields: readonly Field[], search: string): Selection {
    const { filter } = this.viewOf(sheet);
    // Under it, a chart of these fields keeps all its bars.
    const beside = fields.reduce((left, { id }) => filterWithout(left, id), filter);
    return {
      filter: beside,
      search,
      han: this.ground.han,
      signs: this.ground.signs,
      searched: this.visible(sheet),
      today: this.ground.today,
    };
  }

  /** Rows under the view's filter and a search, leaving out the conditions on `fields`. In no certain order. */
  slotsBeside(sheet: Sheet, table: ColumnTable, fields: readonly Field[], search: string): Uint32Array {
    const selection = this.selectionBeside(sheet, fields, search);
    const known = this.shown.get(sheet.id);
    const basis = this.basis({ sheet, table }, search);
    const asked = selection.filter === this.viewOf(sheet).filter && known?.answers(basis) === true;
    if (asked && !known.lost) return known.settle(basis);
    return runNow(selectSteps(table, sheet.fields, selection));
  }

  /** The distinct values of a field with their counts, under all other conditions of the view and its last search. */
  *facetSteps(
    id: SheetId,
    field: FieldId,
    query: Omit<FacetQuery, "locale" | "han" | "signs">,
  ): Steps<Facet | null> {
    for (;;) {
      const found = this.find(id);
      const known = found === null ? undefined : findField(found.sheet, field);
      if (found === null || known === undefined) return null;
      const slots = this.slotsBeside(found.sheet, found.table, [known], this.shown.get(id)?.search ?? "");
      const { locale } = this.ground.workbook.settings;
      const { version, han, signs } = this.ground;
      const steps = facetSteps(found.table, known, slots, { ...query, locale, han, signs });
      const facet = yield* whileUnchanged(steps, () => this.ground.version === version);
      if (facet !== null) return facet;
    }
  }

  /** A row by its id, shown or not, and its place in the last query; null where it is gone. */
  record(id: SheetId, row: RowId): (ScreenRow & { readonly place: number | null }) | null {
    const found = this.find(id);
    const slot = found?.table.slotOf(row) ?? null;
    const shown = this.current(id);
    if (found === null || slot === null || shown === undefined) return null;
    const layout = shown.layout(this.foldsOf(id));
    const at = layout.slots.indexOf(slot);
    if (at < 0) return { ...rowAt(found, null, slot), stray: null, place: null };
    const number = layout.numberOf(at);
    const stray = shown.strays(this.basis(found, shown.search)).get(number) ?? null;
    return {
      ...rowAt(found, null, slot),
      stray,
      place: layout.placeOf(at),
      ...(shown.grouped ? { number } : {}),
    };
  }

  /** The rows of the last query in the order that is on the screen, to be read at once; null for no such sheet. */
  of(id: SheetId): Screen | null {
    const found = this.find(id);
    const shown = this.current(id);
    if (found === null || shown === undefined) return null;
    const layout = shown.layout(this.foldsOf(id));
    return { ...found, slots: layout.slots, unfolded: shown.slots, layout };
  }

  /** Groups of the last query's rows. Null where sheet or fields are gone. */
  groups(id: SheetId, by: readonly GroupBy[], measures: readonly Measure[]): Groups | null {
    const found = this.find(id);
    return found === null ? null : group(found.table, this.belonging(found), by, measures);
  }

  /** The last query as columns to write: shown fields in their order and the slots to take, all in their places. */
  exported(
    id: SheetId,
  ): { readonly fields: readonly Field[]; readonly slots: Uint32Array; readonly table: ColumnTable } | null {
    const found = this.find(id);
    if (found === null) return null;
    return { fields: this.visible(found.sheet), slots: this.belonging(found), table: found.table };
  }
}
