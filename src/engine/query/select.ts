/** Which rows a filter tree and a search let through: a mask by slot. Each distinct text is judged once, not each row. */
import {
  type Atom,
  type Condition,
  type Field,
  type FieldId,
  type FieldType,
  type Filter,
  normalise,
} from "../../core/model/index.ts";
import type { CodedColumn, Column, NumericColumn } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { dayText, integerText, searchTexts } from "./text.ts";

/** 1 where a slot passes. As long as the table's slots. */
export type Mask = Uint8Array;

const DIGITS_ONLY = /^[\d\s.,/:-]+$/;

function maskByCode(column: CodedColumn, slots: number, verdicts: Uint8Array): Mask {
  const mask = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot++) mask[slot] = verdicts[column.codes[slot] ?? 0] ?? 0;
  return mask;
}

function maskByValue(column: NumericColumn, slots: number, passes: (value: number) => boolean): Mask {
  const mask = new Uint8Array(slots);
  for (let slot = 0; slot < slots; slot++) if (passes(column.values[slot] ?? Number.NaN)) mask[slot] = 1;
  return mask;
}

/** By code: `empty` for code 0, else what `passes` says of the distinct value. */
function judge(column: CodedColumn, empty: boolean, passes: (code: number) => boolean): Uint8Array {
  const verdicts = new Uint8Array(column.dictionary.length + 1);
  verdicts[0] = empty ? 1 : 0;
  for (let code = 1; code < verdicts.length; code++) verdicts[code] = passes(code) ? 1 : 0;
  return verdicts;
}

function numberText(type: FieldType): ((value: number) => string) | null {
  if (type.storage === "integer") return (value) => integerText(value, type.decimals);
  if (type.storage === "day") return dayText;
  return null;
}

function textTest(op: "contains" | "startsWith" | "is" | "isNot", sought: string): (text: string) => boolean {
  switch (op) {
    case "contains":
      return (text) => text.includes(sought);
    case "startsWith":
      return (text) => text.startsWith(sought);
    case "is":
      return (text) => text === sought;
    case "isNot":
      return (text) => text !== sought;
  }
}

function textMask(
  condition: Extract<Condition, { text: string }>,
  column: Column,
  type: FieldType,
  slots: number,
) {
  const passes = textTest(condition.op, normalise(condition.text).trim());
  const empty = passes("");
  if (column.form === "coded") {
    const texts = searchTexts(column, type);
    return maskByCode(
      column,
      slots,
      judge(column, empty, (code) => passes((texts[code - 1] ?? "").trim())),
    );
  }
  const write = numberText(type);
  return maskByValue(column, slots, (value) =>
    Number.isNaN(value) || write === null ? empty : passes(write(value)),
  );
}

function listMask(
  condition: Extract<Condition, { atoms: readonly Atom[] }>,
  column: Column,
  type: FieldType,
  slots: number,
) {
  const wanted = new Set<Atom>(condition.atoms);
  const one = condition.op === "oneOf";
  if (column.form === "numeric") {
    return maskByValue(column, slots, (value) => wanted.has(Number.isNaN(value) ? null : value) === one);
  }
  const has = (text: string): boolean =>
    type.storage === "choices" ? text.split(" ").some((id) => wanted.has(id)) : wanted.has(text);
  return maskByCode(
    column,
    slots,
    judge(column, wanted.has(null) === one, (code) => has(column.dictionary[code - 1] ?? "") === one),
  );
}

function conditionMask(table: ColumnTable, fields: ReadonlyMap<FieldId, Field>, condition: Condition): Mask {
  const slots = table.slotCount;
  const column = table.columns.get(condition.field);
  const type = fields.get(condition.field)?.type;
  // A condition on a field that is no longer there lets everything through.
  if (column === undefined || type === undefined) return new Uint8Array(slots).fill(1);
  switch (condition.op) {
    case "empty":
    case "notEmpty": {
      const empty = condition.op === "empty";
      return column.form === "numeric"
        ? maskByValue(column, slots, (value) => Number.isNaN(value) === empty)
        : maskByCode(
            column,
            slots,
            judge(column, empty, () => !empty),
          );
    }
    case "contains":
    case "startsWith":
    case "is":
    case "isNot":
      return textMask(condition, column, type, slots);
    case "oneOf":
    case "noneOf":
      return listMask(condition, column, type, slots);
    case "between": {
      const low = condition.low ?? Number.NEGATIVE_INFINITY;
      const high = condition.high ?? Number.POSITIVE_INFINITY;
      return column.form === "numeric"
        ? maskByValue(column, slots, (value) => value >= low && value <= high)
        : new Uint8Array(slots);
    }
  }
}

/** Null lets everything through; so does a group without parts. */
export function filterMask(
  table: ColumnTable,
  fields: ReadonlyMap<FieldId, Field>,
  filter: Filter | null,
): Mask | null {
  if (filter === null) return null;
  if (!("parts" in filter)) return conditionMask(table, fields, filter);
  let joint: Mask | null = null;
  for (const part of filter.parts) {
    const mask = filterMask(table, fields, part);
    if (mask === null) {
      if (filter.op === "or") return null;
      continue;
    }
    if (joint === null) joint = mask;
    else if (filter.op === "and")
      for (let i = 0; i < mask.length; i++) joint[i] = (joint[i] ?? 0) & (mask[i] ?? 0);
    else for (let i = 0; i < mask.length; i++) joint[i] = (joint[i] ?? 0) | (mask[i] ?? 0);
  }
  return joint;
}

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
