/**
 * A state apart from the open one, brought to another point of the history in small bites. Nobody sees it before it
 * is there, so a change may be half done between two of them.
 */
import { applyChange, type Change, type Op, type RowBlock, type State } from "../../core/change/index.ts";
import type { SheetId, Workbook } from "../../core/model/index.ts";
import type { Column } from "../columns/column.ts";
import { ColumnTable } from "../columns/table.ts";
import { knownOrder, suggestOrder } from "../query/ranks.ts";
import type { Steps } from "../steps.ts";

/** Rows that are taken out at once. */
const BITE = 16_384;

export function emptyState(workbook: Workbook): State<ColumnTable> {
  return { workbook, tables: new Map(), createTable: () => new ColumnTable() };
}

/** What a state is read from. */
export interface Present {
  readonly workbook: Workbook;
  table(sheet: SheetId): ColumnTable | undefined;
}

/** Spares the copy the collation of texts that are in order already. */
function passOrder(from: Column, to: Column | undefined): void {
  const known = from.form === "coded" ? knownOrder(from) : null;
  if (known !== null && to?.form === "coded") suggestOrder(to, known.locale, known.order);
}

/** Of one moment only if the present does not change meanwhile. */
export function* copySteps(present: Present): Steps<State<ColumnTable>> {
  const copy = emptyState(present.workbook);
  for (const { id } of copy.workbook.sheets) {
    const table = present.table(id);
    if (table === undefined) continue;
    for (const column of table.columns.values()) if (column.form === "coded") yield* column.mergeSteps();
    const own = yield* table.copySteps();
    for (const [field, column] of table.columns) passOrder(column, own.columns.get(field));
    copy.tables.set(id, own);
  }
  return copy;
}

type RowsOp = Extract<Op, { readonly blocks: readonly RowBlock[] }>;

/** Rows first and then each column: a million rows at once would hold up everyone. */
function* insertion(op: RowsOp): Generator<Op> {
  yield { ...op, blocks: op.blocks.map(({ at, ids }) => ({ at, ids, columns: new Map() })) };
  for (const { ids, columns } of op.blocks) {
    for (const [field, after] of columns) {
      // Applying reads one side only, and nobody inverts this.
      yield { op: "cells", sheet: op.sheet, field, rows: ids, before: after, after };
    }
  }
}

/** From the end, so that the places of the others stay true. */
function* removal(op: RowsOp): Generator<Op> {
  for (const { at, ids } of op.blocks.toReversed()) {
    for (let end = ids.length; end > 0; end -= BITE) {
      const start = Math.max(0, end - BITE);
      yield { ...op, blocks: [{ at: at + start, ids: ids.subarray(start, end), columns: new Map() }] };
    }
  }
}

const rowsIn = (blocks: readonly RowBlock[]): number => blocks.reduce((sum, { ids }) => sum + ids.length, 0);

function* bites(op: Op): Generator<Op> {
  if (!("blocks" in op) || rowsIn(op.blocks) <= BITE) yield op;
  else yield* op.op === "insertRows" ? insertion(op) : removal(op);
}

/** Throws ChangeMisfit; the state is then good for nothing. */
export function* foldSteps(state: State<ColumnTable>, change: Change): Steps<void> {
  for (const [index, op] of change.ops.entries()) {
    for (const bite of bites(op)) {
      applyChange(state, { ops: [bite] });
      yield { done: index, total: change.ops.length };
    }
  }
}
