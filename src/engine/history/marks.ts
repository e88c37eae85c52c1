/** Which rows and cells a change wrote to, for showing them; a bit per row, because an import writes to all. */
import type { Change, Op } from "../../core/change/index.ts";
import type { FieldId, RowId, SheetId } from "../../core/model/index.ts";

/** Of a row: all of it, or which fields. */
export type Mark = "row" | readonly FieldId[];

/** A set of row ids. */
class Rows {
  private bits = new Uint8Array(0);

  add(ids: Uint32Array): void {
    const highest = ids.reduce((most, id) => Math.max(most, id), 0);
    if (highest >> 3 >= this.bits.length) {
      const wider = new Uint8Array((highest >> 3) + 1);
      wider.set(this.bits);
      this.bits = wider;
    }
    for (const id of ids) this.bits[id >> 3] = (this.bits[id >> 3] ?? 0) | (1 << (id & 7));
  }

  has(id: RowId): boolean {
    return (((this.bits[id >> 3] ?? 0) >> (id & 7)) & 1) === 1;
  }
}

class SheetMarks {
  readonly rows = new Rows();
  readonly cells = new Map<FieldId, Rows>();
  readonly columns = new Set<FieldId>();
}

export class Marks {
  private readonly sheets = new Map<SheetId, SheetMarks>();

  constructor(change: Change) {
    for (const op of change.ops) this.note(op);
  }

  private of(id: SheetId): SheetMarks {
    const known = this.sheets.get(id) ?? new SheetMarks();
    this.sheets.set(id, known);
    return known;
  }

  private note(op: Op): void {
    switch (op.op) {
      case "cells": {
        const { cells } = this.of(op.sheet);
        const rows = cells.get(op.field) ?? new Rows();
        rows.add(op.rows);
        cells.set(op.field, rows);
        return;
      }
      case "insertRows":
        for (const { ids } of op.blocks) this.of(op.sheet).rows.add(ids);
        return;
      case "field":
        if (op.edit.after !== null && (op.edit.before === null || op.valuesAfter !== null)) {
          this.of(op.sheet).columns.add(op.edit.after.item.id);
        }
        return;
      case "removeRows":
      case "sheet":
      case "view":
      case "settings":
        return;
    }
  }

  /** Null: the row was left as it is. */
  markOf(sheet: SheetId, row: RowId): Mark | null {
    const marks = this.sheets.get(sheet);
    if (marks === undefined) return null;
    if (marks.rows.has(row)) return "row";
    const fields = [...marks.columns];
    for (const [field, rows] of marks.cells) if (rows.has(row)) fields.push(field);
    return fields.length === 0 ? null : fields;
  }

  /** Sheets with rows that were written to, in the order of the change. */
  get touched(): readonly SheetId[] {
    return [...this.sheets.keys()];
  }
}
