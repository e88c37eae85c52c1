/**
 * What follows from a change for the rows that rules classify: cells of the classes that move, in the same entry as what
 * moved them, so that one undo takes back both and the history has the day and the cause of every move.
 *
 * M1: behind a change, every row without a reason has the class its rule gives it; a class set by hand has a reason.
 */
import type { Change, Op } from "../../core/change/index.ts";
import {
  type Atom,
  type Classifier,
  choicesOf,
  type FieldId,
  findField,
  inputsOf,
  packAtoms,
  type Sheet,
  type SheetId,
  type Workbook,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { type BrokenRule, isLocal, type Judge, makeJudge, type Sorts } from "./judge.ts";

export interface Ground {
  readonly workbook: Workbook;
  table(sheet: SheetId): ColumnTable | undefined;
  /** Days since 1970-01-01. */
  readonly today: number;
}

export interface Rule {
  readonly sheet: Sheet;
  readonly table: ColumnTable;
  readonly classifier: Classifier;
  readonly judge: Judge;
}

/** The rule as it can be followed, or why not. */
export function openRule(
  sheet: Sheet,
  table: ColumnTable,
  classifier: Classifier,
  today: number,
  sorts?: Sorts,
): Rule | BrokenRule {
  const field = findField(sheet, classifier.field);
  if (field?.type.storage !== "choice") return { broken: "noField", field: classifier.field };
  if (findField(sheet, classifier.reason)?.type.storage !== "text")
    return { broken: "noReason", field: classifier.reason };
  const known = new Set(choicesOf(field.type).map(({ id }) => id));
  if (classifier.classes.length === 0 || !classifier.classes.every((id) => known.has(id)))
    return { broken: "noClass" };
  const judge = makeJudge(table, sheet, classifier, today, sorts);
  if (judge !== null) return { sheet, table, classifier, judge };
  const missing = inputsOf(classifier.method).find((id) => {
    const type = findField(sheet, id)?.type;
    return type === undefined || (classifier.method.by !== "conditions" && type.storage === "text");
  });
  return { broken: "noInput", field: missing ?? classifier.field };
}

export const isBroken = (rule: Rule | BrokenRule): rule is BrokenRule => "broken" in rule;

/** The class that the rule gives. */
export const givenTo = ({ classifier, judge }: Rule, slot: number): Atom =>
  classifier.classes[judge(slot)] ?? null;

export const isByHand = ({ table, classifier }: Rule, slot: number): boolean =>
  table.atom(classifier.reason, slot) !== null;

function cellsOp(
  { sheet, table }: Rule,
  field: FieldId,
  slots: readonly number[],
  after: readonly Atom[],
): readonly Op[] {
  if (slots.length === 0) return [];
  const before = packAtoms(
    false,
    slots.map((slot) => table.atom(field, slot)),
  );
  const rows = Uint32Array.from(slots, (slot) => table.idOf(slot));
  return [{ op: "cells", sheet: sheet.id, field, rows, before, after: packAtoms(false, after) }];
}

/** Ops that put the rows where the rule wants them. */
export function classifyOps(rule: Rule, slots: Iterable<number>): readonly Op[] {
  const { table, classifier } = rule;
  const moved: number[] = [];
  const classes: Atom[] = [];
  for (const slot of slots) {
    if (isByHand(rule, slot)) continue;
    const wanted = givenTo(rule, slot);
    if (table.atom(classifier.field, slot) === wanted) continue;
    moved.push(slot);
    classes.push(wanted);
  }
  return cellsOp(rule, classifier.field, moved, classes);
}

/** Rows whose class was written and is not what the rule gives: a hand was there, and gave no reason. */
function handOps(rule: Rule, written: Iterable<number>): readonly Op[] {
  const { table, classifier } = rule;
  const slots = [...written].filter(
    (slot) => !isByHand(rule, slot) && table.atom(classifier.field, slot) !== givenTo(rule, slot),
  );
  return cellsOp(
    rule,
    classifier.reason,
    slots,
    slots.map(() => classifier.byHand),
  );
}

function slotsIn(table: ColumnTable, ids: Uint32Array, into: Set<number>): void {
  for (const id of ids) {
    const slot = table.slotOf(id);
    if (slot !== null) into.add(slot);
  }
}

/** What a change did that concerns a rule. */
interface Concern {
  /** Every row has to be judged. */
  readonly all: boolean;
  readonly judged: ReadonlySet<number>;
  /** Their class was written. */
  readonly written: ReadonlySet<number>;
}

/** Null: nothing. */
function concernOf(
  sheet: SheetId,
  table: ColumnTable,
  classifier: Classifier,
  change: Change,
  byHand: boolean,
): Concern | null {
  const inputs = new Set(inputsOf(classifier.method));
  const local = isLocal(classifier.method);
  const own = new Set<FieldId>([...inputs, classifier.field, classifier.reason]);
  let all = false;
  const judged = new Set<number>();
  const written = new Set<number>();
  for (const op of change.ops) {
    if (op.op === "settings" || op.op === "view") continue;
    if (op.op === "sheet") {
      all ||= op.edit.after?.item.id === sheet;
      continue;
    }
    if (op.sheet !== sheet) continue;
    switch (op.op) {
      case "cells":
        if (op.field === classifier.field) slotsIn(table, op.rows, byHand ? written : judged);
        else if (inputs.has(op.field) && !local) all = true;
        else if (own.has(op.field)) slotsIn(table, op.rows, judged);
        break;
      case "insertRows":
        if (local) for (const { ids } of op.blocks) slotsIn(table, ids, judged);
        else all = true;
        break;
      case "removeRows":
        all ||= !local;
        break;
      case "field": {
        const id = op.edit.after?.item.id ?? op.edit.before?.item.id;
        all ||= id !== undefined && own.has(id);
        break;
      }
    }
  }
  return all || judged.size > 0 || written.size > 0 ? { all, judged, written } : null;
}

function opsOf(rule: Rule, { all, judged, written }: Concern): readonly Op[] {
  const { table } = rule;
  const byHand = handOps(rule, written);
  // What has just been set by hand has its reason only once these ops are applied.
  const kept = new Set(byHand.flatMap((op) => (op.op === "cells" ? [...op.rows] : [])));
  const slots = all ? table.order : judged;
  const free = Array.from(slots).filter((slot) => !kept.has(table.idOf(slot)));
  return [...byHand, ...classifyOps(rule, free)];
}

/**
 * Applies what follows from a change that is applied already, rule by rule, so that a rule may look at what one before it
 * fills; returns it. From a broken rule nothing follows. `byHand`: classes that the change writes are those of a hand; else
 * rules have given them.
 */
export function follow(
  ground: Ground,
  change: Change,
  apply: (change: Change) => void,
  byHand = true,
): readonly Op[] {
  const ops: Op[] = [];
  for (const sheet of ground.workbook.sheets) {
    const table = ground.table(sheet.id);
    if (table === undefined) continue;
    for (const classifier of sheet.classifiers ?? []) {
      const concern = concernOf(sheet.id, table, classifier, { ops: [...change.ops, ...ops] }, byHand);
      if (concern === null) continue;
      const rule = openRule(sheet, table, classifier, ground.today);
      if (isBroken(rule)) continue;
      const next = opsOf(rule, concern);
      if (next.length > 0) apply({ ops: next });
      ops.push(...next);
    }
  }
  return ops;
}

/** All rows of all rules: what a new day brings. */
export function allClassifyOps(ground: Ground): readonly Op[] {
  return ground.workbook.sheets.flatMap((sheet) => {
    const table = ground.table(sheet.id);
    if (table === undefined) return [];
    return (sheet.classifiers ?? []).flatMap((classifier) => {
      const rule = openRule(sheet, table, classifier, ground.today);
      return isBroken(rule) ? [] : classifyOps(rule, table.order);
    });
  });
}
