/** Which rows a search lets through: those where any of the fields contains what is sought. */
import { type Field, normalise } from "../../core/model/index.ts";
import type { ColumnTable } from "../columns/table.ts";
import { judge, type Mask, numberText } from "./masks.ts";
import { searchTexts } from "./text.ts";

const DIGITS_ONLY = /^[\d\s.,/:-]+$/;

/** Rows in which any of `fields` contains `search`, normalised. Null for a blank search. */
export function searchMask(table: ColumnTable, fields: readonly Field[], search: string): Mask | null {
  const sought = normalise(search).trim();
  if (sought === "") return null;
  const slots = table.slotCount;
  const mask = new Uint8Array(slots);
  const numberLike = DIGITS_ONLY.test(sought);
  const digits = sought.replaceAll(",", "");
  for (const field of fields) {
    const column = table.columns.get(field.id);
    if (column === undefined) continue;
    if (column.form === "coded") {
      const texts = searchTexts(column, field.type);
      const verdicts = judge(column, false, (code) => (texts[code - 1] ?? "").includes(sought));
      if (verdicts.includes(1)) {
        for (let slot = 0; slot < slots; slot++)
          mask[slot] = (mask[slot] ?? 0) | (verdicts[column.codes[slot] ?? 0] ?? 0);
      }
      continue;
    }
    const write = numberLike ? numberText(field.type) : null;
    if (write === null) continue;
    const wanted = field.type.storage === "integer" ? digits : sought;
    for (let slot = 0; slot < slots; slot++) {
      const value = column.values[slot] ?? Number.NaN;
      if (mask[slot] === 0 && !Number.isNaN(value) && write(value).includes(wanted)) mask[slot] = 1;
    }
  }
  return mask;
}
