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

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign).replace(/\r\n|[\r\n]/g, "<br>");
}

/** Cells from which on only text is copied: browsers read HTML through on the interface thread to make it safe. */
export const TEXT_ONLY = 20_000;

/** As text: tabs between cells. */
export const clipTable = writeTsv;

/** Days from the one that spreadsheets count from to 1970. */
const EPOCH = 25_569;

/**
 * What says of a cell's text what it is: Excel reads the style, LibreOffice the others. Without them a code of 00123 would be
 * taken for a number, and a text of =1+1 worked out.
 */
function marks(value: Value, { type }: Field, plain: string): string {
  switch (type.storage) {
    case "text":
    case "choice":
    case "choices":
      return ` style="mso-number-format:'\\@'" sdnum="1033;0;@"`;
    case "integer":
      return value === null ? "" : ` sdval="${plain}" sdnum="1033;"`;
    case "day":
      return typeof value === "number" ? ` sdval="${value + EPOCH}" sdnum="1033;0;YYYY-MM-DD"` : "";
    case "flag":
      return "";
  }
}

/** As HTML. `rows` are in the order of `fields`. */
export function clipHtml(
  rows: readonly (readonly Value[])[],
  fields: readonly Field[],
  locale: LocaleFormat,
): string {
  const cell = (value: Value, field: Field | undefined): string => {
    if (field === undefined) return "<td></td>";
    const plain = kindOf(field).plain(value, field);
    return `<td${marks(value, field, plain)}>${escaped(clipText(value, field, locale))}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.map((value, at) => cell(value, fields[at])).join("")}</tr>`);
  return `<meta charset="utf-8"><table>${lines.join("")}</table>`;
}
