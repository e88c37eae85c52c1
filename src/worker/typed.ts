/** What someone typed, as text: where it cannot be kept, it is given back. */
import {
  type choicesOf,
  type Field,
  findField,
  findSheet,
  type Value,
  type Workbook,
} from "../core/model/index.ts";
import { kindOf, localeFormat } from "../fields/index.ts";
import type { Intent } from "./intent.ts";

/** With the choices that the value brought along. */
function withChoices(field: Field, choices: ReturnType<typeof choicesOf> | undefined): Field {
  const { type } = field;
  if (choices === undefined || (type.storage !== "choice" && type.storage !== "choices")) return field;
  return { ...field, type: { ...type, choices } };
}

/** Of an edit of a cell, as its field in `workbook` writes it; null where nothing was typed. */
export function typedText(intent: Intent, workbook: Workbook): string | null {
  if (intent.type !== "edit") return null;
  const { edit } = intent;
  if (edit.type !== "setCell" && edit.type !== "addRow") return null;
  const value: Value = edit.value ?? null;
  if (value === null || value === "") return null;
  const sheet = findSheet(workbook, edit.sheet);
  const field = sheet === undefined || edit.field === undefined ? undefined : findField(sheet, edit.field);
  if (field === undefined) return typeof value === "string" ? value : null;
  const { locale, currency } = workbook.settings;
  const text = kindOf(field).editText(
    value,
    withChoices(field, edit.choices),
    localeFormat(locale, currency),
  );
  return text === "" ? null : text;
}
