/**
 * One open workbook: its definitions, its tables, its history and what each sheet's window shows. Synchronous
 * and without storage; whoever drives it writes the entries it returns to the journal.
 */
import {
  type Action,
  applyChange,
  type Cause,
  type Change,
  type JournalEntry,
  type Op,
  type State,
} from "../../core/change/index.ts";
import {
  columnsOf,
  conditionsOf,
  type Field,
  type FieldType,
  type Filter,
  findSheet,
  firstView,
  fromAtom,
  type KindId,
  type RowId,
  type Sheet,
  type SheetId,
  type Value,
  type Workbook,
} from "../../core/model/index.ts";
import type { SheetSource, Snapshot, SnapshotSource } from "../../core/schema/snapshot.ts";
import { ColumnTable } from "../columns/table.ts";
import { History, type Recorded } from "../history/history.ts";
import { runQuery, selectSlots } from "../query/query.ts";
import type { Basis } from "./build.ts";

/** A sheet's rows as last asked for. */
interface Shown {
  readonly search: string;
  readonly slots: Uint32Array;
  /** Cells changed since: the order is kept under the reader's eyes and made anew when next asked for. */
  stale: boolean;
}

export interface Touched {
  readonly sheet: SheetId;
  /** Rows came or went, or what decides their order did. */
  readonly reorder: boolean;
}

function touchedBy(change: Change): readonly Touched[] {
  const touched = new Map<SheetId, boolean>();
  const mark = (sheet: SheetId, reorder: boolean): void => {
    touched.set(sheet, reorder || touched.get(sheet) === true);
  };
  for (const op of change.ops) markOp(op, mark);
  return [...touched].map(([sheet, reorder]) => ({ sheet, reorder }));
}

function markOp(op: Op, mark: (sheet: SheetId, reorder: boolean) => void): void {
  switch (op.op) {
    case "settings":
      return;
    case "sheet": {
      const sheet = op.edit.after ?? op.edit.before;
      if (sheet !== null) mark(sheet.item.id, true);
      return;
    }
    case "cells":
      mark(op.sheet, false);
      return;
    case "view": {
      const { before, after } = op.edit;
      const same = (part: "sort" | "filter"): boolean =>
        JSON.stringify(before?.item[part]) === JSON.stringify(after?.item[part]);
      mark(op.sheet, !same("sort") || !same("filter"));
      return;
    }
    case "field":
    case "insertRows":
    case "removeRows":
      mark(op.sheet, true);
      return;
  }
}

/** A filter without the conditions on one field: under it, a chart of that field keeps all its bars. */
function without(filter: Filter | null, field: Field): Filter | null {
  if (filter === null || !conditionsOf(filter).some((condition) => condition.field === field.id))
    return filter;
  if (!("parts" in filter)) return null;
  const parts = filter.parts.map((part) => without(part, field)).filter((part) => part !== null);
  return parts.length === 0 ? null : { ...filter, parts };
}

export class Session implements Basis {
  private readonly state: State<ColumnTable>;
  readonly newType: (kind: KindId) => FieldType;
  private readonly shown = new Map<SheetId, Shown>();
  readonly history = new History();
  /** The last journal entry that is in the state. */
  seq: number;

  constructor(start: Snapshot | Workbook, newType: (kind: KindId) => FieldType) {
    this.newType = newType;
    const snapshot: Snapshot = "rows" in start ? start : { seq: 0, workbook: start, rows: new Map() };
    this.seq = snapshot.seq;
    this.state = {
      workbook: snapshot.workbook,
      tables: new Map<SheetId, ColumnTable>(),
      createTable: () => new ColumnTable(),
    };
    for (const sheet of snapshot.workbook.sheets) {
      const table = new ColumnTable();
      for (const field of sheet.fields) table.addColumn(field.id, field.type, null);
      const rows = snapshot.rows.get(sheet.id);
      if (rows !== undefined) table.load(rows);
      this.state.tables.set(sheet.id, table);
    }
  }

  get workbook(): Workbook {
    return this.state.workbook;
  }

  table(sheet: SheetId): ColumnTable | undefined {
    return this.state.tables.get(sheet);
  }

  /** Applies a change as the next journal entry and returns the entry to store. Throws ChangeMisfit, unchanged. */
  commit(
    change: Change,
    action: Action,
    cause: Cause,
    time: number,
  ): { entry: JournalEntry; touched: readonly Touched[] } {
    applyChange(this.state, change);
    this.seq += 1;
    const entry: JournalEntry = { seq: this.seq, time, cause, action };
    this.history.record(entry);
    const touched = touchedBy(change);
    for (const { sheet, reorder } of touched) this.outdate(sheet, reorder);
    return { entry, touched };
  }

  /** Applies an entry that is stored already. `change` is what it does, undo and redo resolved. */
  replay(entry: Recorded, change: Change): void {
    if (entry.seq !== this.seq + 1) throw new RangeError(`entry ${entry.seq} after ${this.seq}`);
    applyChange(this.state, change);
    this.seq = entry.seq;
    this.history.record(entry);
  }

  private outdate(sheet: SheetId, reorder: boolean): void {
    const shown = this.shown.get(sheet);
    if (shown === undefined) return;
    if (reorder || !this.state.tables.has(sheet)) this.shown.delete(sheet);
    else shown.stale = true;
  }

  private find(id: SheetId): { readonly sheet: Sheet; readonly table: ColumnTable } | null {
    const sheet = findSheet(this.workbook, id);
    const table = this.table(id);
    return sheet === undefined || table === undefined ? null : { sheet, table };
  }

  /** Fields a view shows: what a search looks at and an export writes. In the view's order. */
  private visible(sheet: Sheet): readonly Field[] {
    return columnsOf(sheet, firstView(sheet))
      .filter((column) => !column.hidden)
      .map((column) => sheet.fields.find((field) => field.id === column.field))
      .filter((field) => field !== undefined);
  }

  /** Makes the sheet's order anew where search, view or rows changed since; returns its length. 0 for no such sheet. */
  query(id: SheetId, search: string): { readonly matching: number; readonly total: number } {
    const found = this.find(id);
    if (found === null) return { matching: 0, total: 0 };
    const known = this.shown.get(id);
    if (known !== undefined && known.search === search && !known.stale) {
      return { matching: known.slots.length, total: found.table.rowCount };
    }
    const { sheet, table } = found;
    const { filter, sort } = firstView(sheet);
    const slots = runQuery(table, sheet.fields, {
      filter,
      sort,
      search,
      searched: this.visible(sheet),
      locale: this.workbook.settings.locale,
    });
    this.shown.set(id, { search, slots, stale: false });
    return { matching: slots.length, total: table.rowCount };
  }

  /** The slots last asked for, in order. */
  slots(id: SheetId): Uint32Array {
    if (!this.shown.has(id)) this.query(id, "");
    return this.shown.get(id)?.slots ?? new Uint32Array();
  }

  rows(
    id: SheetId,
    start: number,
    end: number,
  ): readonly { readonly id: RowId; readonly values: readonly Value[] }[] {
    const found = this.find(id);
    if (found === null) return [];
    const { sheet, table } = found;
    return Array.from(this.slots(id).subarray(start, end), (slot) => ({
      id: table.idOf(slot),
      values: sheet.fields.map((field) => fromAtom(field.type, table.atom(field.id, slot))),
    }));
  }

  /** Rows under the view's filter and a search, leaving out the conditions on `field`. */
  slotsBeside(sheet: Sheet, table: ColumnTable, field: Field, search: string): Uint32Array {
    return selectSlots(table, sheet.fields, {
      filter: without(firstView(sheet).filter, field),
      search,
      searched: this.visible(sheet),
    });
  }

  /** The last query as columns to write: shown fields in their order and the slots to take. */
  exported(
    id: SheetId,
  ): { readonly fields: readonly Field[]; readonly slots: Uint32Array; readonly table: ColumnTable } | null {
    const found = this.find(id);
    return found === null
      ? null
      : { fields: this.visible(found.sheet), slots: this.slots(id), table: found.table };
  }

  snapshot(): SnapshotSource {
    const sheets: SheetSource[] = [];
    for (const [sheet, table] of this.state.tables) {
      sheets.push({
        sheet,
        chunkCount: table.chunkCount,
        rowCount: table.rowCount,
        nextRowId: table.nextRowId,
        dirtyChunks: () => table.dirtyChunks(),
        chunk: (index) => table.chunk(index),
        order: () => table.idsOf(table.order),
        published: () => table.published(),
      });
    }
    const session = this;
    return {
      get seq() {
        return session.seq;
      },
      workbook: this.workbook,
      sheets,
    };
  }
}
