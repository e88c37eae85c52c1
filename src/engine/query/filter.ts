/** Which rows a filter tree lets through. */
import {
  type Atom,
  type Condition,
  type Field,
  type FieldId,
  type FieldType,
  type Filter,
  normalise,
} from "../../core/model/index.ts";
import type { Column } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import { judge, type Mask, maskByCode, maskByValue, numberText } from "./masks.ts";
import { searchTexts } from "./text.ts";

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
  _context: FilterContext,
): Mask | null {
  if (filter === null) return null;
  if (!("parts" in filter)) return conditionMask(table, fields, filter);
  let joint: Mask | null = null;
  for (const part of filter.parts) {
    const mask = filterMask(table, fields, part, _context);
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

// Interim, until the filter helper's own are here.
export interface FilterContext {
  readonly today: number;
  readonly weekStart: number;
}

export function filterPasses(
  table: ColumnTable,
  fields: ReadonlyMap<FieldId, Field>,
  filter: Filter | null,
  context: FilterContext,
): ((slot: number) => boolean) | null {
  const mask = filterMask(table, fields, filter, context);
  return mask === null ? null : (slot) => mask[slot] === 1;
}

export function dependsOn(filter: Filter | null): {
  readonly fields: ReadonlySet<FieldId>;
  readonly wholeColumns: boolean;
} {
  const fields = new Set<FieldId>();
  const walk = (part: Filter | null): void => {
    if (part === null) return;
    if ("parts" in part) part.parts.forEach(walk);
    else fields.add(part.field);
  };
  walk(filter);
  return { fields, wholeColumns: false };
}
