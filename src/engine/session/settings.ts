/** What a command makes of the workbook's settings. Pure. */
import {
  HAN_ORDERS,
  type HanOrder,
  hanOrderOf,
  MOST_SENT,
  type SavedExport,
  type SentFile,
  type Workbook,
  type WorkbookSettings,
  withHanOrder,
} from "../../core/model/index.ts";
import type { Command, Refusal } from "./command.ts";

export type SettingsCommand = Extract<
  Command,
  {
    type:
      | "setHanOrder"
      | "setFormats"
      | "setUndoReach"
      | "renameWorkbook"
      | "saveExport"
      | "removeExport"
      | "noteSent";
  }
>;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

function inHanOrder(before: WorkbookSettings, order: HanOrder): WorkbookSettings {
  const same = hanOrderOf(before.locale) === order;
  return same ? before : { ...before, locale: withHanOrder(before.locale, order) };
}

/** The tag with the Han order that was chosen for the one before; null for none that Intl knows. */
function localeLike(tag: string, before: string): string | null {
  try {
    if (Intl.NumberFormat.supportedLocalesOf(tag).length === 0) return null;
    const { baseName } = new Intl.Locale(tag);
    const { collation } = new Intl.Locale(before);
    const order = HAN_ORDERS.find((each) => each === collation);
    return order === undefined ? baseName : withHanOrder(baseName, order);
  } catch {
    return null;
  }
}

const without = (before: WorkbookSettings, { id, sheet }: Pick<SavedExport, "id" | "sheet">) =>
  (before.exports ?? []).filter((each) => each.id !== id || each.sheet !== sheet);

function withExports(before: WorkbookSettings, exports: readonly SavedExport[]): WorkbookSettings {
  const { exports: _, ...rest } = before;
  return exports.length === 0 ? rest : { ...rest, exports };
}

/** Those of sheets that are gone go with the next one that is saved. */
function saveExport({ settings, sheets }: Workbook, saved: SavedExport): WorkbookSettings | Refusal {
  const present = (id: SavedExport["sheet"]): boolean => sheets.some((sheet) => sheet.id === id);
  if (!present(saved.sheet)) return { refused: "gone", what: "sheet" };
  const name = saved.name?.trim() ?? null;
  if (name === "") return { refused: "nameEmpty", name };
  const others = without(settings, saved).filter(({ sheet }) => present(sheet));
  if (name !== null && others.some((each) => each.name === name)) return { refused: "nameTaken", name };
  return withExports(settings, [...others, { ...saved, name }]);
}

/** What reads the same as `before` changes nothing. */
export function changedSettings(workbook: Workbook, command: SettingsCommand): WorkbookSettings | Refusal {
  const before = workbook.settings;
  switch (command.type) {
    case "setHanOrder":
      return inHanOrder(before, command.order);
    case "renameWorkbook": {
      const name = command.name.trim();
      return name === "" ? { refused: "wrongValue" } : name === before.name ? before : { ...before, name };
    }
    case "setFormats": {
      const locale = localeLike(command.locale, before.locale);
      if (locale === null || !CURRENCIES.has(command.currency)) return { refused: "wrongValue" };
      return { ...before, locale, currency: command.currency };
    }
    case "setUndoReach": {
      const { reach } = command;
      if (reach !== null && !(Number.isSafeInteger(reach.count) && reach.count > 0))
        return { refused: "wrongValue" };
      const { undoReach: _, ...rest } = before;
      return reach === null ? rest : { ...rest, undoReach: reach };
    }
    case "saveExport":
      return saveExport(workbook, command.saved);
    case "noteSent": {
      const { sent } = command;
      const isNoted = (known: SentFile): boolean =>
        sent.some(({ id, sheet }) => id === known.id && sheet === known.sheet);
      const others = (before.sent ?? []).filter((known) => !isNoted(known));
      return { ...before, sent: [...sent, ...others.slice(0, Math.max(0, MOST_SENT - sent.length))] };
    }
    case "removeExport":
      return withExports(before, without(before, command));
  }
}
