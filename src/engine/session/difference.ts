/** From one state to another as one change: only what differs, with both sides, so that it can be turned back. */
import type { Change, Edit, Op, RowBlock } from "../../core/change/index.ts";
import {
  type Field,
  type FieldId,
  isNumeric,
  type Sheet,
  type SheetId,
  type Vector,
} from "../../core/model/index.ts";
import { atomOf, readVector } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Present } from "../history/fold.ts";
import type { Steps } from "../steps.ts";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows between two chances for others: a million take most of a second. */
const STRIDE = 65_536;

/** Places of the longest run of values that ascend; negative ones are left out. Patience sorting (Fredman, 1975). */
function* ascendingSteps(values: Int32Array): Steps<Uint32Array> {
  const tops: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  for (let place = 0; place < values.length; place++) {
    if (place % STRIDE === 0) yield { done: place, total: values.length };
    const value = values[place] ?? -1;
    if (value < 0) continue;
    let low = 0;
    let high = tops.length;
    // Mostly nothing was moved, and the pile is the last one.
    if (high > 0 && (values[tops[high - 1] ?? 0] ?? 0) < value) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[place] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = place;
  }
  const run = new Uint32Array(tops.length);
  let at = tops.at(-1) ?? -1;
  for (let n = run.length - 1; n >= 0; n--) {
    run[n] = at;
    at = previous[at] ?? -1;
  }
  return run;
}

/** Rows that are in both states and in the same order among themselves, as slots; and where the others stand. */
interface Kept {
  readonly now: Uint32Array;
  readonly old: Uint32Array;
  readonly leaving: Uint32Array;
  readonly coming: Uint32Array;
}

function others(count: number, kept: Uint32Array): Uint32Array {
  const places = new Uint32Array(count - kept.length);
  for (let place = 0, next = 0; place < count; place++) {
    if (kept[next] === place) next += 1;
    else places[place - next] = place;
  }
  return places;
}

/** Place in the old order by place in the present one; -1 for rows that are new. */
function* oldPlacesSteps(now: ColumnTable, old: ColumnTable): Steps<Int32Array> {
  const places = old.positions();
  const target = new Int32Array(now.rowCount);
  for (let place = 0; place < target.length; place++) {
    if (place % STRIDE === 0) yield { done: place, total: target.length };
    const slot = old.slotOf(now.idOf(now.order[place] ?? 0));
    target[place] = slot === null ? -1 : (places[slot] ?? -1);
  }
  return target;
}

function* keepSteps(now: ColumnTable, old: ColumnTable): Steps<Kept> {
  const [from, to] = [now.order, old.order];
  const target = yield* oldPlacesSteps(now, old);
  const run = yield* ascendingSteps(target);
  yield { done: 0, total: 1 };
  const reached = run.map((place) => target[place] ?? 0);
  return {
    now: run.map((place) => from[place] ?? 0),
    old: reached.map((place) => to[place] ?? 0),
    leaving: others(now.rowCount, run),
    coming: others(old.rowCount, reached),
  };
}

/** The same as the table's own, in steps. */
function* blockSteps(table: ColumnTable, places: Uint32Array): Steps<readonly RowBlock[]> {
  const blocks: RowBlock[] = [];
  const total = places.length;
  for (let start = 0; start < total; ) {
    let end = start + 1;
    while (end < total && places[end] === (places[end - 1] ?? 0) + 1) end += 1;
    const at = places[start] ?? 0;
    const slots = table.order.slice(at, at + end - start);
    const columns = new Map<FieldId, Vector>();
    for (const [field, column] of table.columns) {
      columns.set(field, readVector(column, slots));
      yield { done: start, total };
    }
    blocks.push({ at, ids: table.idsOf(slots), columns });
    start = end;
  }
  return blocks;
}

const columnOf = (table: ColumnTable, field: FieldId, slots: Uint32Array): Vector | null => {
  const column = table.columns.get(field);
  return column === undefined ? null : readVector(column, slots);
};

const sameForm = (a: Field, b: Field): boolean => isNumeric(a.type) === isNumeric(b.type);

/** Brings a sheet's fields from one list to another, while exactly the kept rows are there. */
function fieldOps(sheet: SheetId, from: Sheet, to: Sheet, now: ColumnTable, then: ColumnTable, kept: Kept) {
  const ops: Op[] = [];
  const list = [...from.fields];
  const push = (edit: Edit<Field>, valuesBefore: Vector | null, valuesAfter: Vector | null): void => {
    ops.push({ op: "field", sheet, edit, valuesBefore, valuesAfter });
    if (edit.before !== null) list.splice(edit.before.index, 1);
    if (edit.after !== null) list.splice(edit.after.index, 0, edit.after.item);
  };
  for (const item of from.fields) {
    const target = to.fields.find(({ id }) => id === item.id);
    if (target !== undefined && sameForm(item, target)) continue;
    push(
      { before: { index: list.indexOf(item), item }, after: null },
      columnOf(now, item.id, kept.now),
      null,
    );
  }
  for (const [index, item] of to.fields.entries()) {
    const at = list.findIndex(({ id }) => id === item.id);
    const known = list[at];
    if (known === undefined) {
      push({ before: null, after: { index, item } }, null, columnOf(then, item.id, kept.old));
    } else if (at !== index || !same(known, item)) {
      push({ before: { index: at, item: known }, after: { index, item } }, null, null);
    }
  }
  return ops;
}

/** What differs in one field of the kept rows; null if nothing does. */
function* cellsSteps(
  sheet: SheetId,
  field: Field,
  now: ColumnTable,
  then: ColumnTable,
  kept: Kept,
): Steps<Op | null> {
  const [mine, theirs] = [now.columns.get(field.id), then.columns.get(field.id)];
  if (mine === undefined || theirs === undefined) return null;
  const rows: number[] = [];
  const [from, to]: [number[], number[]] = [[], []];
  for (let n = 0; n < kept.now.length; n++) {
    if (n % STRIDE === 0) yield { done: n, total: kept.now.length };
    const [slot, other] = [kept.now[n] ?? 0, kept.old[n] ?? 0];
    if (atomOf(mine, slot) === atomOf(theirs, other)) continue;
    rows.push(now.idOf(slot));
    from.push(slot);
    to.push(other);
  }
  if (rows.length === 0) return null;
  const before = readVector(mine, Uint32Array.from(from));
  yield { done: 0, total: 1 };
  const after = readVector(theirs, Uint32Array.from(to));
  yield { done: 0, total: 1 };
  return { op: "cells", sheet, field: field.id, rows: Uint32Array.from(rows), before, after };
}

function* rowSteps(from: Sheet, to: Sheet, now: ColumnTable, then: ColumnTable): Steps<readonly Op[]> {
  const ops: Op[] = [];
  const kept = yield* keepSteps(now, then);
  const total = to.fields.length;
  yield { done: 0, total };
  if (kept.leaving.length > 0)
    ops.push({ op: "removeRows", sheet: to.id, blocks: yield* blockSteps(now, kept.leaving) });
  ops.push(...fieldOps(to.id, from, to, now, then, kept));
  for (const [done, field] of to.fields.entries()) {
    const before = from.fields.find(({ id }) => id === field.id);
    const op =
      before === undefined || !sameForm(before, field)
        ? null
        : yield* cellsSteps(to.id, field, now, then, kept);
    if (op !== null) ops.push(op);
    yield { done, total };
  }
  if (kept.coming.length > 0)
    ops.push({ op: "insertRows", sheet: to.id, blocks: yield* blockSteps(then, kept.coming) });
  return ops;
}

/** All rows come with a sheet that comes, and go with one that goes. */
function* allRowsSteps(
  op: "insertRows" | "removeRows",
  sheet: Sheet,
  table: ColumnTable | undefined,
): Steps<readonly Op[]> {
  if (table === undefined || table.rowCount === 0) return [];
  const places = Uint32Array.from({ length: table.rowCount }, (_, place) => place);
  return [{ op, sheet: sheet.id, blocks: yield* blockSteps(table, places) }];
}

/** Both must stand still meanwhile. */
export function* differenceSteps(now: Present, then: Present): Steps<Change> {
  const ops: Op[] = [];
  const [before, after] = [now.workbook.settings, then.workbook.settings];
  if (!same(before, after)) ops.push({ op: "settings", before, after });
  const list = [...now.workbook.sheets];
  for (const sheet of now.workbook.sheets) {
    if (then.workbook.sheets.some(({ id }) => id === sheet.id)) continue;
    const index = list.indexOf(sheet);
    list.splice(index, 1);
    ops.push(...(yield* allRowsSteps("removeRows", sheet, now.table(sheet.id))));
    ops.push({ op: "sheet", edit: { before: { index, item: sheet }, after: null } });
  }
  for (const [index, target] of then.workbook.sheets.entries()) {
    const at = list.findIndex(({ id }) => id === target.id);
    const sheet = list[at];
    const [mine, theirs] = [now.table(target.id), then.table(target.id)];
    if (sheet === undefined) {
      list.splice(index, 0, target);
      ops.push({ op: "sheet", edit: { before: null, after: { index, item: target } } });
      ops.push(...(yield* allRowsSteps("insertRows", target, theirs)));
      continue;
    }
    if (mine !== undefined && theirs !== undefined)
      ops.push(...(yield* rowSteps(sheet, target, mine, theirs)));
    const item = { ...sheet, fields: target.fields };
    if (at === index && same(item, target)) continue;
    ops.push({ op: "sheet", edit: { before: { index: at, item }, after: { index, item: target } } });
    list.splice(at, 1);
    list.splice(index, 0, target);
  }
  return { ops };
}
