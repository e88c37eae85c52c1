/**
 * What of a column a search looks at: each distinct value as normalised text, made once and only for values
 * that came since.
 */
import { choicesOf, type FieldType, normalise } from "../../core/model/index.ts";
import type { CodedColumn } from "../columns/column.ts";

interface Known {
  readonly basis: unknown;
  readonly texts: string[];
}

const searchable = new WeakMap<CodedColumn, Known>();

/** By code - 1. Choices are found by their labels. */
export function searchTexts(column: CodedColumn, type: FieldType): readonly string[] {
  const choices = choicesOf(type);
  let known = searchable.get(column);
  if (known === undefined || (type.storage !== "text" && known.basis !== choices)) {
    known = { basis: choices, texts: [] };
    searchable.set(column, known);
  }
  const { texts } = known;
  if (type.storage === "text") {
    for (let i = texts.length; i < column.dictionary.length; i++)
      texts.push(normalise(column.dictionary[i] ?? ""));
    return texts;
  }
  const labels = new Map<string, string>(choices.map((choice) => [choice.id, choice.label]));
  for (let i = texts.length; i < column.dictionary.length; i++) {
    const ids = (column.dictionary[i] ?? "").split(" ");
    texts.push(normalise(ids.map((id) => labels.get(id) ?? "").join(", ")));
  }
  return texts;
}

/** A scaled integer with a decimal point and without grouping, as a search or a file would write it. */
export function integerText(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0 ? `-${text}` : text;
}

/** A day number as yyyy-mm-dd. */
export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
