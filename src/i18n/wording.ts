/** One sentence per language for what the workbook reports as data: causes, refusals, and the state of saving. */
import type { Cause } from "../core/change/index.ts";
import { type FieldId, findField, findSheet, type SheetId, type Workbook } from "../core/model/index.ts";
import type { Refusal } from "../engine/session/command.ts";
import type { Damage, Standpoint, StorageFailure, Witness } from "../storage/index.ts";
import type { Translate } from "./index.ts";
import { momentText } from "./time.ts";

function fieldName(t: Translate, workbook: Workbook, sheet: SheetId, field: FieldId): string {
  const home = findSheet(workbook, sheet);
  return (home === undefined ? undefined : findField(home, field)?.name) ?? t("cause.someField");
}

/** What was done, to stand behind "Undo" or "Redo". */
export function causeText(t: Translate, cause: Cause, workbook: Workbook): string {
  const moment = (time: number): string => momentText(workbook.settings.locale, time, Date.now());
  switch (cause.type) {
    case "create":
      return t("cause.create");
    case "edit":
      return t("cause.edit", {
        cells: cause.cells,
        field: fieldName(t, workbook, cause.sheet, cause.field),
      });
    case "addRows":
      return t("cause.addRows", { rows: cause.rows });
    case "deleteRows":
      return t("cause.deleteRows", { rows: cause.rows });
    case "duplicateRows":
      return t("cause.duplicateRows", { rows: cause.rows });
    case "import":
      return t("cause.import", { file: cause.file });
    case "mergeRows":
      return t("cause.mergeRows", { rows: cause.rows ?? 2 });
    case "keepApart":
    case "forgetApart":
      return t(`cause.${cause.type}`, { rows: cause.rows });
    case "export":
      return t("cause.export", { file: cause.file });
    case "undoImport":
      return t("cause.undoImport", { file: cause.file });
    case "addSheet":
      return t("cause.addSheet", { name: cause.name });
    case "renameSheet":
      return t("cause.renameSheet", { name: cause.name });
    case "moveSheet":
      return t("cause.moveSheet", { name: cause.name });
    case "duplicateSheet":
      return t("cause.duplicateSheet", { name: cause.name });
    case "deleteSheet":
      return t("cause.deleteSheet", { name: cause.name });
    case "addField":
      return t("cause.addField", { name: cause.name });
    case "renameField":
      return t("cause.renameField", { name: cause.name });
    case "deleteField":
      return t("cause.deleteField", { name: cause.name });
    case "duplicateField":
      return t("cause.duplicateField", { name: cause.name });
    case "editChoices":
      return t("cause.editChoices", { name: cause.name });
    case "changeKind":
      return t("cause.changeKind", { name: cause.name });
    case "sort":
      return t("cause.sort");
    case "filter":
      return t("cause.filter");
    case "columns":
      return t("cause.columns");
    case "setClassifier":
    case "removeClassifier":
      return t(`cause.${cause.type}`, { field: fieldName(t, workbook, cause.sheet, cause.field) });
    case "addChart":
    case "changeChart":
    case "moveChart":
    case "removeChart":
      return t(`cause.${cause.type}`, { name: cause.name });
    case "classify":
      return t("cause.classify", { rows: cause.cells });
    case "colours":
      return t("cause.colours");
    case "totals":
      return t("cause.totals");
    case "group":
      return t("cause.group");
    case "pinned":
      return t("cause.pinned");
    case "saveExport":
      return cause.name === undefined ? t("cause.saveExport") : t("cause.saveExportAs", { name: cause.name });
    case "addView":
    case "renameView":
    case "moveView":
    case "deleteView":
    case "saveView":
    case "revertView":
    case "lockView":
    case "unlockView":
      return t(`cause.${cause.type}`, { name: cause.name });
    case "settings":
      return t("cause.settings");
    case "restoreRow":
      return t("cause.restoreRow", { moment: moment(cause.asOf) });
    case "restoreColumn":
      return t("cause.restoreColumn", { name: cause.name, moment: moment(cause.asOf) });
    case "restoreAll":
      return t("cause.restoreAll", { moment: moment(cause.asOf) });
  }
}

/** A step of the history as a heading: what was done, or undone. */
export function stepText(
  t: Translate,
  { cause, action }: { readonly cause: Cause; readonly action: "do" | "undo" | "redo" },
  workbook: Workbook,
): string {
  if (action === "do" && cause.type === "import") return t("history.import", cause);
  if (cause.type === "import" && cause.cancelled) return t("history.importCancelled", cause);
  const what = causeText(t, cause, workbook);
  switch (action) {
    case "do":
      return t("history.step", { what });
    case "undo":
      return t("cause.undo", { what });
    case "redo":
      return t("cause.redo", { what });
  }
}

export function refusalText(t: Translate, refusal: Refusal): string {
  switch (refusal.refused) {
    case "gone":
      return goneText(t, refusal.what);
    case "nothingToUndo":
      return t("cause.nothingToUndo");
    case "nothingToRedo":
      return t("cause.nothingToRedo");
    case "nameTaken":
      return t("refusal.nameTaken", { name: refusal.name });
    case "nameEmpty":
      return t("refusal.nameEmpty");
    case "wrongValue":
      return t("refusal.wrongValue");
    case "lastSheet":
      return t("refusal.lastSheet");
    case "ruleBroken":
      return t(`rule.${refusal.why.broken}`);
    case "lastView":
      return t("refusal.lastView");
    case "viewLocked":
      return t("refusal.viewLocked", { name: refusal.name });
    case "lastField":
      return t("refusal.lastField");
    case "filterTooDeep":
      return t("refusal.filterTooDeep");
    case "groupHead":
      return t("refusal.groupHead");
    case "past":
      return t("refusal.past");
    case "unreadable":
      return t("refusal.unreadable");
    case "overtaken":
      return t(`refusal.overtaken.${refusal.turn}`);
    case "columnsChanged":
      return t("refusal.columnsChanged", { file: refusal.file });
    case "outdated":
      return t("refusal.outdated");
  }
}

/** Why something was not kept, with what was typed, so that it can be typed again. */
export function notKeptText(t: Translate, refusal: Refusal, typed: string | undefined): string {
  const why = refusalText(t, refusal);
  return typed === undefined ? why : t("refusal.typed", { why, typed });
}

function goneText(t: Translate, what: "sheet" | "field" | "row" | "view" | "chart"): string {
  switch (what) {
    case "sheet":
      return t("refusal.gone.sheet");
    case "field":
      return t("refusal.gone.field");
    case "row":
      return t("refusal.gone.row");
    case "view":
      return t("refusal.gone.view");
    case "chart":
      return t("refusal.gone.chart");
  }
}

/** What failed while saving, and what to do. After a full disk a reload may find nothing: it is not advised then. */
export function saveFailureText(t: Translate, failure: StorageFailure, littleRoom: boolean): string {
  switch (failure.type) {
    case "quota":
      return t("storage.quota");
    case "disk":
      return t("storage.disk");
    case "lostConnection":
      return t(littleRoom ? "storage.disk" : "storage.lostConnection");
    case "vanished":
      return t("storage.vanished");
    case "behind":
      return t("storage.behind");
    case "unavailable":
      return t("storage.unavailable");
    case "unverified":
      return t("storage.unverified");
    case "unknown":
      if (littleRoom) return t("storage.disk");
      return t("storage.unknown", { message: failure.message || failure.name });
  }
}

/** Why the workbook could not be opened, and what to do. */
export function openFailureText(t: Translate, failure: StorageFailure): string {
  switch (failure.type) {
    case "quota":
      return t("open.quota");
    case "disk":
      return t("open.disk");
    case "lostConnection":
      return t("open.lostConnection");
    case "vanished":
    case "behind":
      return t("open.vanished");
    case "unavailable":
      return t("open.unavailable");
    case "unverified":
      return t("open.unverified");
    case "unknown":
      return t("open.unknown", { message: failure.message || failure.name });
  }
}

/** What could not be read of the stored workbook. Rows are counted from 1, as people do. */
export function damageText(t: Translate, damage: Damage, workbook: Workbook | null): string {
  const sheetName = (id: SheetId): string =>
    (workbook === null ? undefined : findSheet(workbook, id)?.name) ?? t("damage.someSheet");
  switch (damage.what) {
    case "rows":
      return damage.range === null
        ? t("damage.rows", { rows: damage.rows, sheet: sheetName(damage.sheet) })
        : t("damage.rowsAt", {
            sheet: sheetName(damage.sheet),
            first: damage.range.first + 1,
            last: damage.range.last + 1,
          });
    case "order":
      return t("damage.order", { sheet: sheetName(damage.sheet) });
    case "change":
      return t("damage.change", { seq: damage.seq });
    case "format":
    case "root":
    case "name":
      return t("damage.record", { key: damage.key });
  }
}

interface SetBack {
  readonly witness: Witness | null;
  readonly found: Standpoint | null;
}

const rowsOf = ({ rows }: Standpoint): number => rows.reduce((sum, each) => sum + each.rows, 0);

/** What there was, and what there is. */
export function setBackTexts(t: Translate, { witness, found }: SetBack, locale: string): readonly string[] {
  const was =
    witness === null
      ? []
      : [
          t("setBack.was", {
            rows: rowsOf(witness),
            seq: witness.seq,
            when: momentText(locale, witness.time, Date.now()),
          }),
        ];
  const is = found === null ? t("setBack.nothing") : t("setBack.is", { rows: rowsOf(found), seq: found.seq });
  return [...was, is];
}
