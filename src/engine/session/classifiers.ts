/** Commands about the rules that sort rows into classes. What moves because of them follows when they are committed. */
import type { Op } from "../../core/change/index.ts";
import {
  type Classifier,
  DEEPEST_FILTER,
  depthOf,
  type Field,
  fieldId,
  findField,
  findSheet,
  lastingId,
  type Sheet,
  unusedName,
} from "../../core/model/index.ts";
import { allClassifyOps, isBroken, openRule } from "../tiers/follow.ts";
import { type Built, type Definitions, fieldOp, GONE_SHEET, replaced, viewOps } from "./built.ts";
import type { Command, Refusal } from "./command.ts";

type Of<Type extends Command["type"]> = Extract<Command, { readonly type: Type }>;

/** Its ops, and the sheet with it. */
function withReason(basis: Definitions, sheet: Sheet, name: string) {
  const ids = sheet.fields.map(({ id }) => id);
  const field: Field = {
    id: fieldId(lastingId("f", ids, basis.seq)),
    name: unusedName(name, new Set(sheet.fields.map((each) => each.name))),
    kind: "text",
    type: basis.newType("text"),
  };
  const hidden = { field: field.id, width: 200, frozen: false, hidden: true };
  const made = fieldOp(sheet.id, { before: null, after: { index: sheet.fields.length, item: field } });
  const views = viewOps(sheet, (view) => ({ ...view, columns: [...view.columns, hidden] }));
  const after: Sheet = {
    ...sheet,
    fields: [...sheet.fields, field],
    views: sheet.views.map((view, at) => {
      const op = views[at];
      return op?.op === "view" ? (op.edit.after?.item ?? view) : view;
    }),
  };
  return { ops: [made, ...views], sheet: after, reason: field.id };
}

const deepest = ({ method }: Pick<Classifier, "method">): number =>
  method.by === "conditions" ? Math.max(0, ...method.filters.map(depthOf)) : 0;

export function setClassifier(basis: Definitions, command: Of<"setClassifier">): Built | Refusal {
  const before = findSheet(basis.workbook, command.sheet);
  const table = basis.table(command.sheet);
  if (before === undefined || table === undefined) return GONE_SHEET;
  const { reason: wanted, ...rest } = command.classifier;
  const known =
    wanted !== undefined && findField(before, wanted)?.type.storage === "text" ? wanted : undefined;
  // What is stored must open again.
  if (deepest(rest) > DEEPEST_FILTER) return { refused: "filterTooDeep" };
  const made =
    known === undefined
      ? withReason(basis, before, command.reasonName)
      : { ops: [], sheet: before, reason: known };
  const classifier: Classifier = { ...rest, reason: made.reason };
  const rule = openRule(made.sheet, table, classifier, basis.today);
  if (isBroken(rule)) return { refused: "ruleBroken", why: rule };
  const others = (made.sheet.classifiers ?? []).filter(({ field }) => field !== classifier.field);
  const after: Sheet = { ...made.sheet, classifiers: [...others, classifier] };
  const index = basis.workbook.sheets.indexOf(before);
  const edit = { before: { index, item: made.sheet }, after: { index, item: after } };
  const same = JSON.stringify(before) === JSON.stringify(after);
  return {
    change: { ops: same ? [] : [...made.ops, { op: "sheet", edit }] },
    cause: { type: "setClassifier", sheet: before.id, field: classifier.field },
  };
}

export function removeClassifier(basis: Definitions, command: Of<"removeClassifier">): Built | Refusal {
  const before = findSheet(basis.workbook, command.sheet);
  if (before === undefined) return GONE_SHEET;
  const { classifiers = [], ...rest } = before;
  const left = classifiers.filter(({ field }) => field !== command.field);
  const after: Sheet = left.length === 0 ? rest : { ...rest, classifiers: left };
  const edit = replaced(basis.workbook.sheets, after);
  const ops: readonly Op[] =
    edit === null || left.length === classifiers.length ? [] : [{ op: "sheet", edit }];
  return { change: { ops }, cause: { type: "removeClassifier", sheet: before.id, field: command.field } };
}

export function classify(basis: Definitions): Built {
  const ops = allClassifyOps(basis);
  const cells = ops.reduce((sum, op) => sum + (op.op === "cells" ? op.rows.length : 0), 0);
  return { change: { ops }, cause: { type: "classify", cells } };
}
