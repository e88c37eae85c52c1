/** Commands that write many cells at once: what is pasted, filled or cleared. */
import type { Op } from "../../core/change/index.ts";
import {
  atomAt,
  type Choice,
  choicesOf,
  emptyVector,
  type Field,
  type FieldId,
  fieldId,
  findField,
  findSheet,
  fromAtom,
  isNumeric,
  lastingId,
  type Sheet,
  toAtom,
  unusedName,
  type Vector,
  vectorLength,
} from "../../core/model/index.ts";
import { atomOf, readVector } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { added, type Built, type Definitions, fieldOp, GONE_ROW, GONE_SHEET, replaced } from "./built.ts";
import { fits, settleChoices } from "./choices.ts";
import type { ColumnCells, Command, Refusal } from "./command.ts";
import { rowsOp } from "./rows.ts";

type SetCells = Extract<Command, { type: "setCells" }>;

const WRONG: Refusal = { refused: "wrongValue" };

/** A vector whose atoms fit the field, with ids of choices as the field has them by now; null if they do not fit. */
function settled(
  field: Field,
  vector: Vector,
  brought: readonly Choice[] | undefined,
): { readonly values: Vector; readonly choices: readonly Choice[] } | null {
  let choices = choicesOf(field.type);
  if ((vector.form === "numeric") !== isNumeric(field.type)) return null;
  if (vector.form === "numeric") {
    const whole = vector.values.every((value) => Number.isNaN(value) || Number.isSafeInteger(value));
    return whole ? { values: vector, choices } : null;
  }
  if (field.type.storage === "text") return { values: vector, choices };
  const dictionary: string[] = [];
  for (const text of vector.dictionary) {
    const given = fromAtom(field.type, text);
    const found = brought === undefined ? { value: given, choices } : settleChoices(choices, given, brought);
    const atom = toAtom(found.value);
    if (typeof atom !== "string" || !fits(field.type, found.value, found.choices)) return null;
    choices = found.choices;
    dictionary.push(atom);
  }
  return { values: { ...vector, dictionary }, choices };
}

/** The places of the vector that are kept. */
function pick(vector: Vector, places: Uint32Array): Vector {
  if (places.length === vectorLength(vector)) return vector;
  return vector.form === "numeric"
    ? { form: "numeric", values: Float64Array.from(places, (place) => vector.values[place] ?? Number.NaN) }
    : { ...vector, codes: Uint32Array.from(places, (place) => vector.codes[place] ?? 0) };
}

/** How many of the cells hold something: what is empty is missed by nobody. */
function filledIn(values: Vector, places: Iterable<number>): number {
  let filled = 0;
  for (const place of places) if (atomAt(values, place) !== null) filled += 1;
  return filled;
}

/** Of cells whose row is still there and that would not stay as they are; and those whose row is not. */
function cellsOp(
  sheet: Sheet,
  table: ColumnTable,
  field: Field,
  rows: Uint32Array,
  values: Vector,
): { readonly op: Extract<Op, { op: "cells" }> | null; readonly missed: number } {
  // Null for a column that comes with the same change.
  const column = table.columns.get(field.id) ?? null;
  const places: number[] = [];
  const slots: number[] = [];
  const gone: number[] = [];
  for (const [place, row] of rows.entries()) {
    const slot = table.slotOf(row);
    if (slot === null) gone.push(place);
    if (slot === null || (column === null ? null : atomOf(column, slot)) === atomAt(values, place)) continue;
    places.push(place);
    slots.push(slot);
  }
  const missed = filledIn(values, gone);
  if (places.length === 0) return { op: null, missed };
  const kept = Uint32Array.from(places);
  const op: Op = {
    op: "cells",
    sheet: sheet.id,
    field: field.id,
    rows: kept.map((place) => rows[place] ?? 0),
    before:
      column === null
        ? emptyVector(isNumeric(field.type), places.length)
        : readVector(column, Uint32Array.from(slots)),
    after: pick(values, kept),
  };
  return { op, missed };
}

/** New columns under ids that are free; what names them by the ids they were given finds them here. */
function newFields(sheet: Sheet, wanted: readonly Field[], seq: number) {
  const fields = [...sheet.fields];
  const renamed = new Map<FieldId, FieldId>();
  const ops: Op[] = [];
  for (const field of wanted) {
    const taken = fields.map(({ id }) => id);
    const id = fieldId(lastingId("f", taken, seq));
    const name = unusedName(field.name, new Set(fields.map((each) => each.name)));
    const fresh: Field = { ...field, id, name };
    ops.push(fieldOp(sheet.id, added(fields, fresh)));
    fields.push(fresh);
    renamed.set(field.id, id);
  }
  return { sheet: { ...sheet, fields }, ops, renamed };
}

/** Collects the ops of one bulk command, column by column. */
class Bulk {
  readonly ops: Op[] = [];
  private readonly cells: Op[] = [];
  written = 0;
  missed = 0;
  private sheet: Sheet;
  private readonly table: ColumnTable;

  constructor(sheet: Sheet, table: ColumnTable) {
    this.sheet = sheet;
    this.table = table;
  }

  /** The column's values with its choices settled; null if they do not fit, "gone" if the column is not there. */
  take(id: FieldId, vector: Vector, brought: readonly Choice[] | undefined) {
    const field = findField(this.sheet, id);
    if (field === undefined) return "gone";
    const found = settled(field, vector, brought);
    if (found === null) return null;
    const { type } = field;
    if (found.choices !== choicesOf(type) && (type.storage === "choice" || type.storage === "choices")) {
      const next: Field = { ...field, type: { ...type, choices: found.choices } };
      const edit = replaced(this.sheet.fields, next);
      if (edit !== null) this.ops.push(fieldOp(this.sheet.id, edit));
      this.sheet = { ...this.sheet, fields: this.sheet.fields.map((each) => (each.id === id ? next : each)) };
    }
    return { field, values: found.values };
  }

  write({ field: id, rows, values, choices }: ColumnCells): Refusal | null {
    const taken = this.take(id, values, choices);
    if (taken === null || vectorLength(values) !== rows.length) return WRONG;
    // Another tab has deleted the column meanwhile, and what it held with it.
    if (taken === "gone") {
      this.missed += filledIn(values, rows.keys());
      return null;
    }
    const { op, missed } = cellsOp(this.sheet, this.table, taken.field, rows, taken.values);
    this.missed += missed;
    if (op === null) return null;
    this.written += op.rows.length;
    this.cells.push(op);
    return null;
  }

  add({ count, columns }: NonNullable<SetCells["added"]>): Refusal | null {
    const filled = new Map<FieldId, Vector>();
    for (const { field: id, values, choices } of columns) {
      const taken = this.take(id, values, choices);
      if (taken === null || vectorLength(values) !== count) return WRONG;
      if (taken === "gone") {
        this.missed += filledIn(values, Array(count).keys());
        continue;
      }
      filled.set(taken.field.id, taken.values);
      this.written += count;
    }
    this.cells.push(rowsOp(this.sheet.id, this.table, this.table.rowCount, count, filled));
    return null;
  }

  done(): readonly Op[] {
    return [...this.ops, ...this.cells];
  }
}

export function setCells(basis: Definitions, command: SetCells): Built | Refusal {
  const found = findSheet(basis.workbook, command.sheet);
  const table = basis.table(command.sheet);
  if (found === undefined || table === undefined) return GONE_SHEET;
  const { sheet, ops, renamed } = newFields(found, command.fields ?? [], basis.seq);
  const bulk = new Bulk(sheet, table);
  const at = (id: FieldId): FieldId => renamed.get(id) ?? id;
  for (const column of command.columns) {
    const refusal = bulk.write({ ...column, field: at(column.field) });
    if (refusal !== null) return refusal;
  }
  if (command.added !== undefined && command.added.count > 0) {
    const columns = command.added.columns.map((each) => ({ ...each, field: at(each.field) }));
    const refusal = bulk.add({ ...command.added, columns });
    if (refusal !== null) return refusal;
  }
  const field = command.columns[0]?.field ?? command.added?.columns[0]?.field;
  if (field === undefined) return { change: { ops: [] }, cause: { type: "columns", sheet: sheet.id } };
  const all = [...ops, ...bulk.done()];
  if (all.length === 0 && bulk.missed > 0) return GONE_ROW;
  return {
    change: { ops: all },
    cause: { type: "edit", cells: bulk.written, sheet: sheet.id, field: at(field) },
    missed: bulk.missed,
  };
}
