/** Turns a command into the change it means, or says why it cannot be carried out. Pure: nothing is applied here. */
import type { Cause, Change, Op } from "../../core/change/index.ts";
import {
  type Field,
  type FieldId,
  findField,
  findSheet,
  firstView,
  isNumeric,
  packAtoms,
  type SavedExport,
  type Sheet,
  type SheetId,
  toAtom,
  type Vector,
  type View,
  type ViewColumn,
  type WorkbookSettings,
} from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { apartCommand } from "./apart.ts";
import {
  type Built,
  type Definitions,
  fieldOp,
  GONE_FIELD,
  GONE_ROW,
  GONE_SHEET,
  replaced,
} from "./built.ts";
import { setCells } from "./bulk.ts";
import { chartCommand } from "./charts.ts";
import { classify, removeClassifier, setClassifier } from "./classifiers.ts";
import type { Command, Refusal } from "./command.ts";
import { addField, deleteField, duplicateField, renameField, setChoices } from "./fields.ts";
import { mergeRows } from "./mergeRows.ts";
import { addRow, deleteRows, duplicateRows, insertRows } from "./rows.ts";
import { changedSettings, type SettingsCommand } from "./settings.ts";
import { addSheet, deleteSheet, duplicateSheet, moveSheet, renameSheet } from "./sheets.ts";
import { takeValue } from "./typed.ts";
import { setView, viewCommand } from "./views.ts";

export type { Built, Definitions } from "./built.ts";
export { fieldOp } from "./built.ts";

export const isRefusal = (result: Built | Refusal): result is Refusal => "refused" in result;

function setCell(basis: Definitions, command: Extract<Command, { type: "setCell" }>): Built | Refusal {
  const sheet = findSheet(basis.workbook, command.sheet);
  const table = basis.table(command.sheet);
  if (sheet === undefined || table === undefined) return GONE_SHEET;
  const field = findField(sheet, command.field);
  if (field === undefined) return GONE_FIELD;
  const slot = table.slotOf(command.row);
  if (slot === null) return GONE_ROW;
  const taken = takeValue(sheet, field, command);
  if (taken === null) return { refused: "wrongValue" };
  const numeric = isNumeric(field.type);
  const before = table.atom(field.id, slot);
  const after = toAtom(taken.value);
  const cells: Op = {
    op: "cells",
    sheet: sheet.id,
    field: field.id,
    rows: Uint32Array.of(command.row),
    before: packAtoms(numeric, [before]),
    after: packAtoms(numeric, [after]),
  };
  const ops = [...taken.ops, ...(before === after ? [] : [cells])];
  return { change: { ops }, cause: { type: "edit", cells: 1, sheet: sheet.id, field: field.id } };
}

function setSettings({ workbook }: Definitions, command: SettingsCommand): Built | Refusal {
  const before = workbook.settings;
  const after = changedSettings(workbook, command);
  if ("refused" in after) return after;
  const same = JSON.stringify(after) === JSON.stringify(before);
  return {
    change: { ops: same ? [] : [{ op: "settings", before, after }] },
    cause: settingsCause(command),
  };
}

function settingsCause(command: SettingsCommand): Cause {
  if (command.type === "saveExport") return savedCause(command.saved);
  if (command.type !== "noteSent") return { type: "settings" };
  const [{ file, sheet }] = command.sent;
  const rows = command.sent.reduce((all, each) => all + each.rows, 0);
  return { type: "export", file, rows, sheet };
}

const savedCause = ({ name, preset }: SavedExport): Cause => ({
  type: "saveExport",
  preset,
  ...(name === null ? {} : { name }),
});

/** An empty change means there is nothing to do, which is no refusal. */
export function build(
  basis: Definitions,
  command: Exclude<Command, { type: "undo" | "redo" }>,
): Built | Refusal {
  switch (command.type) {
    case "setCell":
      return setCell(basis, command);
    case "setCells":
      return setCells(basis, command);
    case "insertRows":
      return insertRows(basis, command);
    case "addRow":
      return addRow(basis, command);
    case "mergeRows":
      return mergeRows(basis, command);
    case "keepApart":
    case "forgetApart":
      return apartCommand(basis, command);
    case "deleteRows":
      return deleteRows(basis, command);
    case "duplicateRows":
      return duplicateRows(basis, command);
    case "setView":
      return setView(basis, command);
    case "addView":
    case "renameView":
    case "moveView":
    case "deleteView":
    case "saveView":
    case "revertView":
    case "lockView":
      return viewCommand(basis, command);
    case "setClassifier":
      return setClassifier(basis, command);
    case "removeClassifier":
      return removeClassifier(basis, command);
    case "addChart":
    case "changeChart":
    case "moveChart":
    case "removeChart":
      return chartCommand(basis, command);
    case "classify":
      return classify(basis);
    case "addSheet":
      return addSheet(basis, command);
    case "renameSheet":
      return renameSheet(basis, command);
    case "moveSheet":
      return moveSheet(basis, command);
    case "duplicateSheet":
      return duplicateSheet(basis, command);
    case "deleteSheet":
      return deleteSheet(basis, command);
    case "addField":
      return addField(basis, command);
    case "renameField":
      return renameField(basis, command);
    case "duplicateField":
      return duplicateField(basis, command);
    case "deleteField":
      return deleteField(basis, command);
    case "setChoices":
      return setChoices(basis, command);
    case "setHanOrder":
    case "renameWorkbook":
    case "setFormats":
    case "setUndoReach":
    case "saveExport":
    case "noteSent":
    case "removeExport":
      return setSettings(basis, command);
  }
}

/** What an import brings into a sheet: the fields it touches, as they shall be, and packed columns. */
export interface Staged {
  readonly sheet: SheetId;
  /** New ones, and existing ones with another name, more choices or more decimals. */
  readonly fields: readonly Field[];
  readonly columns: ReadonlyMap<FieldId, Vector>;
  readonly rowCount: number;
  /** Cells of rows that are there, by field. */
  readonly updates: readonly {
    readonly field: FieldId;
    readonly rows: Uint32Array;
    readonly after: Vector;
  }[];
  /** Its columns are those of every view when given, but for what a view has further ahead. */
  readonly view?: View;
  /** As they shall be; nothing is done to them where they are that already. */
  readonly settings?: WorkbookSettings;
}

/** The cells as they are, to go with what they become. Of a field that is not there yet they are empty. */
function cellsBefore(table: ColumnTable, { field, rows, after }: Staged["updates"][number]): Vector {
  const atoms = Array.from(rows, (row) => {
    const slot = table.slotOf(row);
    return slot === null ? null : table.atom(field, slot);
  });
  return packAtoms(after.form === "numeric", atoms);
}

/** Behind the name stand first those that the view has further ahead than the sheet's first view, as one that asks about them does. */
function columnsIn(sheet: Sheet, view: View, columns: readonly ViewColumn[]): readonly ViewColumn[] {
  const placeIn = (of: View, id: FieldId): number => of.columns.findIndex(({ field }) => field === id);
  const own = view.columns
    .filter(({ field }) => placeIn(view, field) < placeIn(firstView(sheet), field))
    .flatMap(({ field }) => columns.filter((column) => column.field === field && !column.hidden));
  const others = columns.filter((column) => !own.includes(column));
  const name = sheet.fields.find(({ role }) => role === "name")?.id;
  return others.toSpliced(others.findIndex(({ field }) => field === name) + 1, 0, ...own);
}

/** One change that appends the staged rows and updates others. Throws RangeError on a sheet that is not there. */
export function buildImport(basis: Definitions, staged: Staged): Change {
  const sheet = findSheet(basis.workbook, staged.sheet);
  const table = basis.table(staged.sheet);
  if (sheet === undefined || table === undefined) throw new RangeError(`no sheet ${staged.sheet}`);
  const ops: Op[] = [];
  let appended = sheet.fields.length;
  for (const field of staged.fields) {
    const edit = replaced(sheet.fields, field);
    if (edit !== null) ops.push(fieldOp(sheet.id, edit));
    else ops.push(fieldOp(sheet.id, { before: null, after: { index: appended++, item: field } }));
  }
  if (staged.view !== undefined) {
    const { columns } = staged.view;
    for (const view of sheet.views) {
      const edit = replaced(sheet.views, { ...view, columns: columnsIn(sheet, view, columns) });
      if (edit !== null) ops.push({ op: "view", sheet: sheet.id, edit });
    }
  }
  for (const { field, rows, after } of staged.updates) {
    const before = cellsBefore(table, { field, rows, after });
    ops.push({ op: "cells", sheet: sheet.id, field, rows, before, after });
  }
  if (staged.rowCount > 0) {
    const first = table.nextRowId;
    const ids = new Uint32Array(staged.rowCount);
    for (let i = 0; i < ids.length; i++) ids[i] = first + i;
    ops.push({
      op: "insertRows",
      sheet: sheet.id,
      blocks: [{ at: table.rowCount, ids, columns: staged.columns }],
    });
  }
  const { settings } = basis.workbook;
  if (staged.settings !== undefined && staged.settings !== settings)
    ops.push({ op: "settings", before: settings, after: staged.settings });
  return { ops };
}
