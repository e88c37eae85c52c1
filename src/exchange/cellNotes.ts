/** What is to be known of a column's cells beside their values: what Excel did to them, other currencies, years that were open. */
import { isoText } from "../fields/index.ts";
import { cellsWith, type TextColumn } from "./csv/columns.ts";
import { currencyNotes } from "./currencies.ts";
import { hasOpenYear, isDamaged, serialDay } from "./dates.ts";
import { type ColumnConventions, conventionsFor, type Reading } from "./reading.ts";
import type { CsvNote } from "./terms.ts";

/** A column of the file, read. */
interface ReadColumn {
  readonly header: string;
  readonly reading: Reading;
}

/** What a column went through in Excel. */
function excelNotes(
  { header, reading: { field } }: ReadColumn,
  { dictionary, codes }: TextColumn,
  lines: Uint32Array,
): readonly CsvNote[] {
  const isText = field.type.storage === "text" || field.type.storage === "choice";
  const is =
    field.type.storage === "day" ? (text: string) => serialDay(text) !== null : isText ? isDamaged : null;
  const found = new Set(dictionary.flatMap((text, index) => (is?.(text) === true ? [index + 1] : [])));
  if (found.size === 0) return [];
  const count = cellsWith(codes, (code) => found.has(code));
  const row = codes.findIndex((code) => found.has(code));
  if (row < 0) return [];
  if (isText) return [{ note: "damagedByExcel", name: header, count, line: lines[row] ?? 0 }];
  const text = dictionary[(codes[row] ?? 1) - 1] ?? "";
  return [{ note: "excelDays", name: header, count, text, day: isoText(serialDay(text) ?? 0) }];
}

/** What a date with a short year was read as, where the region leaves it open which of its numbers is the year. */
function yearNotes(
  { header, reading: { field, atoms } }: ReadColumn,
  texts: TextColumn,
  file: ColumnConventions,
): readonly CsvNote[] {
  const { dictionary } = texts;
  if (field.type.storage !== "day") return [];
  const { dateOrder } = conventionsFor(field, texts, file);
  if (dateOrder === file.locale.dateOrder && dateOrder !== "ymd") return [];
  const at = dictionary.findIndex(hasOpenYear);
  const day = atoms[at];
  if (typeof day !== "number") return [];
  return [{ note: "shortYears", name: header, text: dictionary[at] ?? "", day: isoText(day) }];
}

interface Around {
  /** Of the file's rows. */
  readonly lines: Uint32Array;
  readonly file: ColumnConventions;
  /** Which days they are is asked about, so that nothing else is told of it. */
  readonly daysAsked: boolean;
}

export function cellNotes(
  column: ReadColumn,
  texts: TextColumn,
  { lines, file, daysAsked }: Around,
): readonly CsvNote[] {
  return [
    ...excelNotes(column, texts, lines),
    ...currencyNotes(column.header, column.reading, texts, lines, file.locale),
    ...(daysAsked ? [] : yearNotes(column, texts, file)),
  ];
}
