/** Commands that make and remove whole rows. */
import type { Op, RowBlock } from "../../core/change/index.ts";
import {
  type FieldId,
  findField,
  findSheet,
  packValues,
  type RowId,
  type SheetId,
  type Vector,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { type Built, type Definitions, GONE_FIELD, GONE_ROW, GONE_SHEET } from "./built.ts";
import type { Command, Refusal } from "./command.ts";
import { NOTHING_TYPED, takeValue } from "./typed.ts";

const WRONG: Refusal = { refused: "wrongValue" };

/** Under new ids, which the table gives in their order. */
export function rowsOp(
  sheet: SheetId,
  table: ColumnTable,
  at: number,
  count: number,
  columns: ReadonlyMap<FieldId, Vector>,
): Op {
  const first = table.nextRowId;
  const ids = Uint32Array.from({ length: count }, (_, place) => first + place);
  return { op: "insertRows", sheet, blocks: [{ at, ids, columns }] };
}

export function addRow(basis: Definitions, command: Extract<Command, { type: "addRow" }>): Built | Refusal {
  const sheet = findSheet(basis.workbook, command.sheet);
  const table = basis.table(command.sheet);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const field = command.field === undefined ? undefined : findField(sheet, command.field);
  if (command.field !== undefined && field === undefined) return GONE_FIELD;
  const taken = field === undefined ? NOTHING_TYPED : takeValue(sheet, field, command);
  if (taken === null) return { refused: "wrongValue" };
  const { value } = taken;
  const columns = new Map(
    field === undefined || value === null ? [] : [[field.id, packValues(field.type, [value])] as const],
  );
  const block = { at: table.rowCount, ids: Uint32Array.of(table.nextRowId), columns };
  const ops: readonly Op[] = [...taken.ops, { op: "insertRows", sheet: sheet.id, blocks: [block] }];
  return { change: { ops }, cause: { type: "addRows", rows: 1, sheet: sheet.id } };
}

/** Blocks of neighbours in the sheet's own order; null where one of them is gone. */
function blocksOf(table: ColumnTable, rows: readonly RowId[]): readonly RowBlock[] | null {
  const slots = new Set<number>();
  for (const row of rows) {
    const slot = table.slotOf(row);
    if (slot === null) return null;
    slots.add(slot);
  }
  const positions: number[] = [];
  for (const [position, slot] of table.order.entries()) if (slots.has(slot)) positions.push(position);
  return table.blocksAt(positions);
}

const rowsIn = (blocks: readonly RowBlock[]): number => blocks.reduce((sum, { ids }) => sum + ids.length, 0);

export function deleteRows(
  basis: Definitions,
  command: Extract<Command, { type: "deleteRows" }>,
): Built | Refusal {
  const table = basis.table(command.sheet);
  if (table === undefined) return GONE_SHEET;
  const blocks = blocksOf(table, command.rows);
  if (blocks === null) return GONE_ROW;
  const ops: readonly Op[] = blocks.length === 0 ? [] : [{ op: "removeRows", sheet: command.sheet, blocks }];
  return { change: { ops }, cause: { type: "deleteRows", rows: rowsIn(blocks), sheet: command.sheet } };
}

export function duplicateRows(
  basis: Definitions,
  { sheet, rows }: Extract<Command, { type: "duplicateRows" }>,
): Built | Refusal {
  const table = basis.table(sheet);
  if (table === undefined) return GONE_SHEET;
  const originals = blocksOf(table, rows);
  if (originals === null) return GONE_ROW;
  const blocks: RowBlock[] = [];
  let made = 0;
  for (const { at, ids, columns } of originals) {
    const first = table.nextRowId + made;
    // Places count what was put in before them.
    blocks.push({ at: at + ids.length + made, ids: ids.map((_, index) => first + index), columns });
    made += ids.length;
  }
  const ops: readonly Op[] = blocks.length === 0 ? [] : [{ op: "insertRows", sheet, blocks }];
  return { change: { ops }, cause: { type: "duplicateRows", rows: made, sheet } };
}

export function insertRows(
  basis: Definitions,
  { sheet: id, before, count }: Extract<Command, { type: "insertRows" }>,
): Built | Refusal {
  const sheet = findSheet(basis.workbook, id);
  const table = basis.table(id);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  if (!(Number.isSafeInteger(count) && count > 0)) return WRONG;
  const found = before === null ? -1 : table.positionOf(before);
  // The row it should stand before is gone: at the end nothing is lost.
  const at = found < 0 ? table.rowCount : found;
  return {
    change: { ops: [rowsOp(id, table, at, count, new Map())] },
    cause: { type: "addRows", rows: count, sheet: id },
  };
}
