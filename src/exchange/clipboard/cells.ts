/** How a cell's value leaves by the clipboard: as a spreadsheet takes it over and our own reading gives it back. */
import type { Field, Value } from "../../core/model/index.ts";
import { kindOf, type LocaleFormat } from "../../fields/index.ts";
import { writeTsv } from "./tsv.ts";

/** Days as ISO, which every spreadsheet reads alike, and yes and no as spreadsheets write them; else as it is typed. */
export function clipText(value: Value, field: Field, locale: LocaleFormat): string {
  if (value === null) return "";
  const kind = kindOf(field);
  return field.type.storage === "day" || field.type.storage === "flag"
    ? kind.plain(value, field)
    : kind.editText(value, field, locale);
}

export interface Clip {
  readonly text: string;
  readonly html: string;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign).replace(/\r\n|[\r\n]/g, "<br>");
}

/** What spreadsheets would take for a number or a date although it is text; the style tells them. */
const AS_TEXT = ` style="mso-number-format:'\\@'"`;
const isText = (field: Field | undefined): boolean => field?.type.storage === "text";

/** `rows` are texts in the order of `fields`. */
export function makeClip(rows: readonly (readonly string[])[], fields: readonly Field[]): Clip {
  const marks = fields.map((field) => (isText(field) ? AS_TEXT : ""));
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((text, index) => `<td${marks[index] ?? ""}>${escaped(text)}</td>`).join("")}</tr>`,
  );
  return {
    text: writeTsv(rows),
    html: `<meta charset="utf-8"><table>${lines.join("")}</table>`,
  };
}
