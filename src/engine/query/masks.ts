/** Masks by slot, the building blocks of filters and of the search. Each distinct text is judged once, not each row. */
import type { FieldType } from "../../core/model/index.ts";
import type { CodedColumn, NumericColumn } from "../columns/column.ts";
import { dayText, integerText } from "./text.ts";

/** 1 where a slot passes. As long as the table's slots. */
export type Mask = Uint8Array;

export function maskByCode(column: CodedColumn, slots: number, verdicts: Uint8Array): Mask {
  const mask = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot++) mask[slot] = verdicts[column.codes[slot] ?? 0] ?? 0;
  return mask;
}

export function maskBySlot(slots: number, passes: (slot: number) => boolean): Mask {
  const mask = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot++) if (passes(slot)) mask[slot] = 1;
  return mask;
}

export function maskByValue(column: NumericColumn, slots: number, passes: (value: number) => boolean): Mask {
  const mask = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot++) if (passes(column.values[slot] ?? Number.NaN)) mask[slot] = 1;
  return mask;
}

/** By code: `empty` for code 0, else what `passes` says of the distinct value. */
export function judge(column: CodedColumn, empty: boolean, passes: (code: number) => boolean): Uint8Array {
  const verdicts = new Uint8Array(column.dictionary.length + 1);
  verdicts[0] = empty ? 1 : 0;
  for (let code = 1; code < verdicts.length; code++) verdicts[code] = passes(code) ? 1 : 0;
  return verdicts;
}

export function numberText(type: FieldType): ((value: number) => string) | null {
  if (type.storage === "integer") return (value) => integerText(value, type.decimals);
  if (type.storage === "day") return dayText;
  return null;
}

/** Reads a numeric column's cells as text, by slot; an empty one, or one of a type without a text, is "". */
export function numberReader({ values }: NumericColumn, type: FieldType): (slot: number) => string {
  const write = numberText(type);
  return (slot) => {
    const value = values[slot] ?? Number.NaN;
    return write === null || Number.isNaN(value) ? "" : write(value);
  };
}
