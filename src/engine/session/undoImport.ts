/**
 * Turns an import back cell by cell, whatever was done since: what still holds what the import brought becomes what it
 * was, what was edited since stays and is listed, as does what a column of another kind could only take for something else.
 */
import type { Cause, Change, Op, RowBlock } from "../../core/change/index.ts";
import {
  type Atom,
  atomAt,
  choicesOf,
  emptyVector,
  type Field,
  type FieldId,
  type FieldType,
  findField,
  findSheet,
  fromAtom,
  isNumeric,
  packAtoms,
  type RowId,
  type Sheet,
  type SheetId,
} from "../../core/model/index.ts";
import { atomOf } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Present } from "../history/fold.ts";
import { runNow, type Steps } from "../steps.ts";
import { type Built, GONE_SHEET } from "./built.ts";
import { fits } from "./choices.ts";
import type { Refusal } from "./command.ts";

/** What may give a column another type. */
const RETYPING: ReadonlySet<Cause["type"]> = new Set([
  "changeKind",
  "deleteField",
  "deleteSheet",
  "restoreColumn",
  "restoreAll",
]);

export const mayRetype = ({ type }: Cause): boolean => RETYPING.has(type);

/** The journal's entry that is turned back. */
export interface ImportEntry {
  readonly seq: number;
  readonly file: string;
  readonly sheet: SheetId;
  readonly change: Change;
  /** By column that was of the same type ever since, that type: in others, what was there then means something else. */
  readonly types: ReadonlyMap<FieldId, FieldType>;
}

/** What stays because it, or the kind of its column, was changed since. A row that came with the import stays whole; `imported` is then what it brought. */
export interface KeptCell {
  readonly row: RowId;
  readonly field: FieldId;
  /** The row itself came with the import. */
  readonly added: boolean;
  readonly imported: Atom;
  readonly present: Atom;
}

export interface UndoneImport extends Built {
  /** Rows that came with the import and go again. */
  readonly removed: number;
  /** Cells that are again what they were. */
  readonly restored: number;
  /** The first of them. */
  readonly kept: readonly KeptCell[];
  readonly keptCount: number;
}

/** Whether what is stored means the same in both. */
const isLike = (a: FieldType, b: FieldType): boolean =>
  a.storage === "integer" && b.storage === "integer" ? a.decimals === b.decimals : a.storage === b.storage;

function fieldsIn(op: Op, sheet: SheetId): readonly Field[] {
  if (op.op !== "field" && op.op !== "sheet") return [];
  if (op.op === "field") {
    const { before, after } = op.edit;
    return op.sheet === sheet ? [before, after].flatMap((side) => side?.item ?? []) : [];
  }
  const { before, after } = op.edit;
  return [before, after].flatMap((side) => (side?.item.id === sheet ? side.item.fields : []));
}

/** Of the columns of today those that all changes `since` left as they are, as far as the meaning of values goes. */
export function lastingTypes(sheet: Sheet, since: readonly Change[]): ReadonlyMap<FieldId, FieldType> {
  const types = new Map(sheet.fields.map(({ id, type }) => [id, type]));
  for (const { ops } of since)
    for (const op of ops)
      for (const { id, type } of fieldsIn(op, sheet.id)) {
        const present = types.get(id);
        if (present !== undefined && !isLike(present, type)) types.delete(id);
      }
  return types;
}

const MOST_KEPT = 200;
const ROWS_PER_STEP = 8_000;

type CellsOp = Extract<Op, { op: "cells" }>;
type RowsOp = Extract<Op, { readonly blocks: readonly RowBlock[] }>;

class Undoing {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  readonly kept: KeptCell[] = [];
  keptCount = 0;
  restored = 0;
  readonly cells: Op[] = [];
  private readonly types: ImportEntry["types"];
  private readonly leaving = new Set<number>();

  constructor(sheet: Sheet, table: ColumnTable, types: ImportEntry["types"]) {
    this.sheet = sheet;
    this.table = table;
    this.types = types;
  }

  private keep(cell: KeptCell): void {
    this.keptCount += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(cell);
  }

  /** Whether what the column held at the import means today what it meant then. */
  private means({ id, type }: Field): boolean {
    const then = this.types.get(id);
    return then !== undefined && isLike(then, type);
  }

  /** Whether the column as it is today can hold what it held before the import. */
  private holds(field: Field, numeric: boolean, atom: Atom): boolean {
    return (
      isNumeric(field.type) === numeric && fits(field.type, fromAtom(field.type, atom), choicesOf(field.type))
    );
  }

  *cellsBack(op: CellsOp): Steps<void> {
    const field = findField(this.sheet, op.field);
    if (field === undefined) return;
    const means = this.means(field);
    const rows: number[] = [];
    const current: Atom[] = [];
    const after: Atom[] = [];
    for (let place = 0; place < op.rows.length; place++) {
      if (place % ROWS_PER_STEP === 0) yield { done: place, total: op.rows.length };
      const row = op.rows[place] ?? 0;
      const slot = this.table.slotOf(row);
      if (slot === null) continue;
      const [was, imported] = [atomAt(op.before, place), atomAt(op.after, place)];
      const present = this.table.atom(op.field, slot);
      // Empty is empty in any kind of column.
      if (was === imported || (present === was && (means || was === null))) continue;
      if (means && present === imported && this.holds(field, op.before.form === "numeric", was)) {
        rows.push(row);
        current.push(present);
        after.push(was);
      } else this.keep({ row: row as RowId, field: field.id, added: false, imported, present });
    }
    if (rows.length === 0) return;
    this.restored += rows.length;
    const numeric = isNumeric(field.type);
    this.cells.push({
      ...op,
      rows: Uint32Array.from(rows),
      before: packAtoms(numeric, current),
      after: packAtoms(numeric, after),
    });
  }

  *rowsBack(op: RowsOp): Steps<void> {
    for (const { ids, columns } of op.blocks) {
      for (let place = 0; place < ids.length; place++) {
        if (place % ROWS_PER_STEP === 0) yield { done: place, total: ids.length };
        const row = ids[place] ?? 0;
        const slot = this.table.slotOf(row);
        if (slot === null) continue;
        let touched = false;
        for (const [field, column] of this.table.columns) {
          const vector = columns.get(field);
          const imported = vector === undefined ? null : atomAt(vector, place);
          const present = atomOf(column, slot);
          if (present === imported) continue;
          touched = true;
          this.keep({ row: row as RowId, field, added: true, imported, present });
        }
        if (!touched) this.leaving.add(row);
      }
    }
  }

  get removed(): number {
    return this.leaving.size;
  }

  /** The rows that go, from where they stand now. */
  removal(): readonly Op[] {
    if (this.leaving.size === 0) return [];
    const places: number[] = [];
    for (const [place, slot] of this.table.order.entries())
      if (this.leaving.has(this.table.idOf(slot))) places.push(place);
    return [{ op: "removeRows", sheet: this.sheet.id, blocks: this.table.blocksAt(places) }];
  }

  /** Whether nothing but rows and cells that go have something in the column. */
  private empties(field: FieldId): boolean {
    const column = this.table.columns.get(field);
    if (column === undefined) return false;
    const cleared = new Set<number>();
    for (const op of this.cells)
      if (op.op === "cells" && op.field === field)
        for (const [place, row] of op.rows.entries()) if (atomAt(op.after, place) === null) cleared.add(row);
    return this.table.order.every((slot) => {
      const row = this.table.idOf(slot);
      return atomOf(column, slot) === null || this.leaving.has(row) || cleared.has(row);
    });
  }

  /** A filter, a sort, a total, a group, a chart or a rule that names it. Where a view places it does not count. */
  private isNamed(field: FieldId, settings: unknown): boolean {
    const { fields, views, ...rest } = this.sheet;
    const others = fields.filter(({ id }) => id !== field);
    const shown = views.map(({ saved, ...view }) => [
      { ...view, columns: [] },
      { ...saved, columns: [] },
    ]);
    return JSON.stringify([others, shown, rest, settings]).includes(JSON.stringify(field));
  }

  /** Columns that came with the import, as they came, and hold nothing else: they go, the last first. */
  columnsBack(change: Change, settings: unknown): readonly Op[] {
    const ops: Op[] = [];
    let fields = this.sheet.fields;
    for (const op of change.ops.toReversed()) {
      const item = op.op === "field" && op.edit.before === null ? op.edit.after?.item : undefined;
      if (item === undefined || op.op !== "field" || op.sheet !== this.sheet.id) continue;
      const index = fields.findIndex(({ id }) => id === item.id);
      const field = fields[index];
      if (field === undefined || JSON.stringify(field) !== JSON.stringify(item) || fields.length === 1)
        continue;
      if (!this.empties(field.id) || this.isNamed(field.id, settings)) continue;
      const valuesBefore = emptyVector(isNumeric(field.type), this.table.rowCount - this.leaving.size);
      ops.push({
        op: "field",
        sheet: this.sheet.id,
        edit: { before: { index, item: field }, after: null },
        valuesBefore,
        valuesAfter: null,
      });
      fields = fields.filter(({ id }) => id !== field.id);
    }
    return ops;
  }
}

/** The present must stand still meanwhile. An empty change: nothing of the import is left that could be turned back. */
export function* undoImportSteps(
  now: Present,
  { seq, file, sheet: id, change, types }: ImportEntry,
): Steps<UndoneImport | Refusal> {
  const sheet = findSheet(now.workbook, id);
  const table = now.table(id);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const undoing = new Undoing(sheet, table, types);
  for (const op of change.ops) {
    if (op.op === "cells" && op.sheet === id) yield* undoing.cellsBack(op);
    else if (op.op === "insertRows" && op.sheet === id) yield* undoing.rowsBack(op);
  }
  const ops = [
    ...undoing.cells,
    ...undoing.removal(),
    ...undoing.columnsBack(change, { ...now.workbook.settings, imports: [] }),
  ];
  const { removed, restored, kept, keptCount } = undoing;
  return {
    change: { ops },
    cause: { type: "undoImport", of: seq, file, sheet: id, removed, restored, kept: keptCount },
    removed,
    restored,
    kept,
    keptCount,
  };
}

export const undoImport = (now: Present, entry: ImportEntry): UndoneImport | Refusal =>
  runNow(undoImportSteps(now, entry));
