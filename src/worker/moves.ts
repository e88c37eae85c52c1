/** How a row came to the classes it has: what entries of the journal did to some of its cells. */
import type { Cause, Change, Op } from "../core/change/index.ts";
import {
  atomAt,
  type Field,
  type FieldId,
  findField,
  findSheet,
  fromAtom,
  type RowId,
  type SheetId,
  type Value,
} from "../core/model/index.ts";
import type { Recorded } from "../engine/history/history.ts";
import type { Session } from "../engine/session/session.ts";
import type { RowMove, RowMoves } from "./tierApi.ts";

/** Entries that are looked through, the last first. */
export const MOST_LOOKED = 300;

/** Steps that write to no cell. */
const WITHOUT_CELLS: ReadonlySet<Cause["type"]> = new Set([
  "sort",
  "filter",
  "columns",
  "colours",
  "totals",
  "group",
  "settings",
  "saveExport",
  "export",
  "saveView",
  "addView",
  "renameView",
  "moveView",
  "deleteView",
  "revertView",
  "lockView",
  "unlockView",
]);

interface Journal {
  readonly session: Session;
  /** Ascending; without those that cannot be read. */
  readonly heads: (from: number, to: number) => Promise<readonly Recorded[]>;
  /** What an entry did, undone steps turned round. Null: it cannot be read. */
  readonly changeOf: (head: Recorded) => Promise<Change | null>;
}

interface Wanted {
  readonly sheet: SheetId;
  readonly row: RowId;
  readonly fields: readonly Field[];
}

interface Found {
  readonly field: FieldId;
  readonly before: Value;
  readonly after: Value;
}

type RowsOp = Extract<Op, { readonly blocks: unknown }>;

function inCells(op: Extract<Op, { op: "cells" }>, { row, fields }: Wanted): readonly Found[] {
  const field = fields.find(({ id }) => id === op.field);
  const at = field === undefined ? -1 : op.rows.indexOf(row);
  if (field === undefined || at < 0) return [];
  const value = (vector: typeof op.before): Value => fromAtom(field.type, atomAt(vector, at));
  return [{ field: field.id, before: value(op.before), after: value(op.after) }];
}

/** With what the row began with; null: it did not begin there. */
function inRows(op: RowsOp, { row, fields }: Wanted): readonly Found[] | null {
  const block = op.blocks.find(({ ids }) => ids.includes(row));
  if (block === undefined) return null;
  const at = block.ids.indexOf(row);
  return fields.flatMap(({ id, type }) => {
    const vector = block.columns.get(id);
    const after = vector === undefined ? null : fromAtom(type, atomAt(vector, at));
    return after === null ? [] : [{ field: id, before: null, after }];
  });
}

/** What a change did to the row, first to last, and whether it made it. */
function movesIn(
  change: Change,
  wanted: Wanted,
  anew: boolean,
): { readonly found: readonly Found[]; readonly made: boolean } {
  const found: Found[] = [];
  let made = false;
  for (const op of change.ops) {
    if (!("sheet" in op) || op.sheet !== wanted.sheet) continue;
    if (op.op === "cells") found.push(...inCells(op, wanted));
    // What a step brings back was not made by it.
    if (op.op !== "insertRows" || !anew) continue;
    const begun = inRows(op, wanted);
    made ||= begun !== null;
    found.push(...(begun ?? []));
  }
  return { found, made };
}

/** Newest first, `limit` at most. */
export async function movesOf(
  { session, heads, changeOf }: Journal,
  id: SheetId,
  row: RowId,
  ids: readonly FieldId[],
  limit: number,
): Promise<RowMoves> {
  const sheet = findSheet(session.workbook, id);
  if (sheet === undefined) return { moves: [], whole: true };
  const fields = ids.flatMap((field) => findField(sheet, field) ?? []);
  const wanted: Wanted = { sheet: id, row, fields };
  const to = session.seq;
  const from = Math.max(1, to - MOST_LOOKED + 1);
  const moves: RowMove[] = [];
  for (const head of (await heads(from, to)).toReversed()) {
    if (WITHOUT_CELLS.has(head.cause.type)) continue;
    const change = await changeOf(head);
    if (change === null) continue;
    const { found, made } = movesIn(change, wanted, head.action.type === "do");
    const { seq, time, cause, action } = head;
    for (const each of found.toReversed()) {
      if (moves.length === limit) return { moves, whole: false };
      moves.push({ seq, time, cause, action: action.type, ...each });
    }
    if (made) return { moves, whole: true };
  }
  return { moves, whole: from === 1 };
}
