/** What a command makes of the workbook's settings. Pure. */
import {
  HAN_ORDERS,
  type HanOrder,
  hanOrderOf,
  type WorkbookSettings,
  withHanOrder,
} from "../../core/model/index.ts";
import type { Command, Refusal } from "./command.ts";

export type SettingsCommand = Extract<
  Command,
  { type: "setHanOrder" | "setFormats" | "setUndoReach" | "renameWorkbook" }
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

/** What reads the same as `before` changes nothing. */
export function changedSettings(
  before: WorkbookSettings,
  command: SettingsCommand,
): WorkbookSettings | Refusal {
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
  }
}
