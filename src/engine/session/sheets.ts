/** Commands about whole sheets. */
import type { Op } from "../../core/change/index.ts";
import {
  type Field,
  fieldId,
  findSheet,
  lastingId,
  type Sheet,
  type SheetId,
  sheetId,
  type View,
  viewId,
} from "../../core/model/index.ts";
import { added, type Built, type Definitions, GONE_SHEET, nameProblem, replaced } from "./built.ts";
import type { Command, Refusal } from "./command.ts";

export function addSheet(
  basis: Definitions,
  command: Extract<Command, { type: "addSheet" }>,
): Built | Refusal {
  const { sheets } = basis.workbook;
  const problem = nameProblem(command.name, sheets);
  if (problem !== null) return problem;
  const view: View = { id: viewId("v1"), name: command.viewName, columns: [], sort: [], filter: null };
  const field: Field = {
    id: fieldId("f1"),
    name: command.fieldName,
    kind: "text",
    type: { storage: "text" },
  };
  const id = freshSheet(basis);
  const sheet: Sheet = { id, name: command.name, fields: [field], views: [view] };
  return {
    change: { ops: [{ op: "sheet", edit: added(sheets, sheet) }] },
    cause: { type: "addSheet", name: command.name },
  };
}

export function renameSheet(
  basis: Definitions,
  command: Extract<Command, { type: "renameSheet" }>,
): Built | Refusal {
  const sheet = findSheet(basis.workbook, command.sheet);
  if (sheet === undefined) return GONE_SHEET;
  const problem = nameProblem(
    command.name,
    basis.workbook.sheets.filter((each) => each !== sheet),
  );
  if (problem !== null) return problem;
  const edit = replaced(basis.workbook.sheets, { ...sheet, name: command.name });
  const ops: readonly Op[] = edit === null || sheet.name === command.name ? [] : [{ op: "sheet", edit }];
  return { change: { ops }, cause: { type: "renameSheet", name: command.name } };
}

export function moveSheet(
  basis: Definitions,
  command: Extract<Command, { type: "moveSheet" }>,
): Built | Refusal {
  const { sheets } = basis.workbook;
  const before = placeOf(basis, command.sheet);
  if (before === null) return GONE_SHEET;
  const { index, item } = before;
  const to = Math.max(0, Math.min(command.to, sheets.length - 1));
  const edit = { before, after: { index: to, item } };
  return {
    change: { ops: to === index ? [] : [{ op: "sheet", edit }] },
    cause: { type: "moveSheet", name: item.name },
  };
}

export function duplicateSheet(
  basis: Definitions,
  command: Extract<Command, { type: "duplicateSheet" }>,
): Built | Refusal {
  const place = placeOf(basis, command.sheet);
  const table = basis.table(command.sheet);
  if (place === null || table === undefined) return GONE_SHEET;
  const problem = nameProblem(command.name, basis.workbook.sheets);
  if (problem !== null) return problem;
  // Fields, views and rows are known by their sheet, so theirs may be the same.
  const copy: Sheet = { ...place.item, id: freshSheet(basis), name: command.name };
  const blocks = table.blocks();
  const ops: Op[] = [{ op: "sheet", edit: { before: null, after: { index: place.index + 1, item: copy } } }];
  if (blocks.length > 0) ops.push({ op: "insertRows", sheet: copy.id, blocks });
  return { change: { ops }, cause: { type: "duplicateSheet", name: command.name } };
}

/** With its rows, so that one undo brings all of it back. */
export function deleteSheet(
  basis: Definitions,
  command: Extract<Command, { type: "deleteSheet" }>,
): Built | Refusal {
  const before = placeOf(basis, command.sheet);
  const table = basis.table(command.sheet);
  if (before === null || table === undefined) return GONE_SHEET;
  if (basis.workbook.sheets.length === 1) return { refused: "lastSheet" };
  const { item } = before;
  const blocks = table.blocks();
  const gone: Op = { op: "sheet", edit: { before, after: null } };
  const ops: readonly Op[] =
    blocks.length === 0 ? [gone] : [{ op: "removeRows", sheet: item.id, blocks }, gone];
  return { change: { ops }, cause: { type: "deleteSheet", name: item.name } };
}

/** Where the sheet stands, as one side of an edit; null: it is gone. */
function placeOf({ workbook: { sheets } }: Definitions, id: SheetId): { index: number; item: Sheet } | null {
  const index = sheets.findIndex((each) => each.id === id);
  const item = sheets[index];
  return item === undefined ? null : { index, item };
}

const freshSheet = ({ workbook, seq }: Definitions): SheetId =>
  sheetId(
    lastingId(
      "s",
      workbook.sheets.map(({ id }) => id),
      seq,
    ),
  );
