/** Two rows become one: chosen cells of the one that goes are taken over by the one that stays. */
import type { Op } from "../../core/change/index.ts";
import { findSheet, isNumeric, packAtoms } from "../../core/model/index.ts";
import { type Built, type Definitions, GONE_ROW, GONE_SHEET } from "./built.ts";
import type { Command, Refusal } from "./command.ts";

export function mergeRows(
  basis: Definitions,
  { sheet: id, keep, drop, take }: Extract<Command, { type: "mergeRows" }>,
): Built | Refusal {
  const sheet = findSheet(basis.workbook, id);
  const table = basis.table(id);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const [stays, goes] = [table.slotOf(keep), table.slotOf(drop)];
  if (stays === null || goes === null || keep === drop) return GONE_ROW;
  const ops: Op[] = [];
  for (const field of sheet.fields) {
    if (!take.includes(field.id)) continue;
    const [before, after] = [table.atom(field.id, stays), table.atom(field.id, goes)];
    if (before === after) continue;
    const numeric = isNumeric(field.type);
    ops.push({
      op: "cells",
      sheet: id,
      field: field.id,
      rows: Uint32Array.of(keep),
      before: packAtoms(numeric, [before]),
      after: packAtoms(numeric, [after]),
    });
  }
  ops.push({ op: "removeRows", sheet: id, blocks: table.blocksAt([table.positionOf(drop)]) });
  return { change: { ops }, cause: { type: "mergeRows", sheet: id } };
}
