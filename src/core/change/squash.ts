/** Joins two changes into one. Neighbouring ops on the same cells or view melt together; the rest is kept in order. */
import { type Atom, toAtom } from "../model/value.ts";
import { atomAt, packAtoms, type Vector } from "../model/vector.ts";
import type { Change, Op } from "./change.ts";

type Cells = Extract<Op, { op: "cells" }>;

function mergeCells(first: Cells, second: Cells): Cells {
  const before = new Map<number, Atom>();
  const after = new Map<number, Atom>();
  for (const op of [first, second]) {
    for (const [index, row] of op.rows.entries()) {
      if (!before.has(row)) before.set(row, atomAt(op.before, index));
      after.set(row, atomAt(op.after, index));
    }
  }
  const pack = (cells: Map<number, Atom>): Vector =>
    packAtoms(first.before.form === "numeric", [...cells.values()].map(toAtom));
  return { ...first, rows: Uint32Array.from(before.keys()), before: pack(before), after: pack(after) };
}

function mergeOps(first: Op, second: Op): Op | null {
  if (first.op === "cells" && second.op === "cells") {
    const same = first.sheet === second.sheet && first.field === second.field;
    return same ? mergeCells(first, second) : null;
  }
  if (first.op === "view" && second.op === "view" && first.sheet === second.sheet) {
    const joint = first.edit.after;
    const next = second.edit.before;
    const meets =
      joint !== null && next !== null && joint.index === next.index && joint.item.id === next.item.id;
    return meets ? { ...first, edit: { before: first.edit.before, after: second.edit.after } } : null;
  }
  if (first.op === "settings" && second.op === "settings") return { ...first, after: second.after };
  return null;
}

export function squash(a: Change, b: Change): Change {
  const ops = [...a.ops];
  for (const op of b.ops) {
    const last = ops.at(-1);
    const merged = last === undefined ? null : mergeOps(last, op);
    if (merged === null) ops.push(op);
    else ops[ops.length - 1] = merged;
  }
  return { ops };
}
