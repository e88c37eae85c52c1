/** Amounts in another currency than the workbook's: their figures are taken as they stand, and that is told. */
import { isOtherCurrency, type LocaleFormat } from "../fields/index.ts";
import type { TextColumn } from "./csv/columns.ts";
import type { Reading } from "./reading.ts";
import type { CsvNote } from "./terms.ts";

export function currencyNotes(
  name: string,
  { field, problems }: Reading,
  { dictionary, codes }: TextColumn,
  lines: Uint32Array,
  locale: LocaleFormat,
): readonly CsvNote[] {
  if (field.kind !== "money") return [];
  const found = new Set<number>();
  for (const [index, text] of dictionary.entries())
    if (isOtherCurrency(text, locale) && !problems.has(index + 1)) found.add(index + 1);
  if (found.size === 0) return [];
  const row = codes.findIndex((code) => found.has(code));
  const count = codes.reduce((sum, code) => (found.has(code) ? sum + 1 : sum), 0);
  const text = dictionary[(codes[row] ?? 1) - 1] ?? "";
  return count === 0 ? [] : [{ note: "otherCurrency", name, count, line: lines[row] ?? 0, text }];
}
