/** Rows become one: chosen cells of those that go are taken over by the one that stays. */
import type { Op } from "../../core/change/index.ts";
import {
  type Atom,
  apartMapped,
  type Field,
  findSheet,
  fromAtom,
  isNumeric,
  packAtoms,
  toAtom,
  together,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { apartOps } from "./apart.ts";
import { type Built, type Definitions, GONE_ROW, GONE_SHEET } from "./built.ts";
import type { Command, Refusal, TakenCell } from "./command.ts";

type Merge = Extract<Command, { type: "mergeRows" }>;

/** What the cell that stays becomes; undefined: its row does not take part. */
function taken(
  table: ColumnTable,
  field: Field,
  { keep, drop }: Merge,
  { from }: TakenCell,
): Atom | undefined {
  const rows = [keep, ...drop];
  const atom = (row: number): Atom => table.atom(field.id, table.slotOf(row) ?? 0);
  if (from !== null) return rows.includes(from) ? atom(from) : undefined;
  const all = together(
    field.type,
    rows.map((row) => fromAtom(field.type, atom(row))),
  );
  return all === null ? atom(keep) : toAtom(all);
}

function cellOps(table: ColumnTable, fields: readonly Field[], merge: Merge): readonly Op[] | null {
  const ops: Op[] = [];
  for (const field of fields) {
    const take = merge.take.find((each) => each.field === field.id);
    if (take === undefined) continue;
    const before = table.atom(field.id, table.slotOf(merge.keep) ?? 0);
    const after = taken(table, field, merge, take);
    if (after === undefined) return null;
    if (before === after) continue;
    const numeric = isNumeric(field.type);
    ops.push({
      op: "cells",
      sheet: merge.sheet,
      field: field.id,
      rows: Uint32Array.of(merge.keep),
      before: packAtoms(numeric, [before]),
      after: packAtoms(numeric, [after]),
    });
  }
  return ops;
}

/** All or none of the rows: where one is gone, it is not known any more what was meant. */
export function mergeRows(basis: Definitions, merge: Merge): Built | Refusal {
  const { sheet: id, keep } = merge;
  const sheet = findSheet(basis.workbook, id);
  const table = basis.table(id);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const drop = new Set(merge.drop);
  const positions = Array.from(drop, (row) => table.positionOf(row)).sort((a, b) => a - b);
  const fits = drop.size > 0 && !drop.has(keep) && table.slotOf(keep) !== null && (positions[0] ?? -1) >= 0;
  const cells = fits ? cellOps(table, sheet.fields, merge) : null;
  if (cells === null) return GONE_ROW;
  // What was said of one that goes is true of the one it becomes.
  const apart = apartMapped(sheet.apart ?? [], (row) => (drop.has(row) ? keep : row));
  const ops: readonly Op[] = [
    ...cells,
    ...(sheet.apart === undefined ? [] : apartOps(basis.workbook, sheet, apart)),
    { op: "removeRows", sheet: id, blocks: table.blocksAt(positions) },
  ];
  return { change: { ops }, cause: { type: "mergeRows", sheet: id, rows: drop.size + 1 } };
}
