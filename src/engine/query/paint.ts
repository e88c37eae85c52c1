/**
 * The colours of single rows by a view's rules.
 *
 * Q3: a rule colours exactly the rows that a filter by its condition would keep.
 */
import {
  type Bar,
  type CellColour,
  type ColourRule,
  type Condition,
  choicesOf,
  type Field,
  type FieldId,
  type Hue,
  type RowColours,
} from "../../core/model/index.ts";
import type { Column } from "../columns/column.ts";
import type { ColumnTable } from "../columns/table.ts";
import type { Steps } from "../steps.ts";
import type { ColumnFacts, Range } from "./columnFacts.ts";
import { Facts, type FilterContext } from "./facts.ts";
import { conditionPasses, type FieldsById } from "./filter.ts";

/** What one rule makes of the cell at a slot. */
type Brush =
  | { readonly paints: "ground"; readonly field: FieldId; readonly hue: (slot: number) => Hue | null }
  | { readonly paints: "bar"; readonly field: FieldId; readonly bar: (slot: number) => Bar | null };

export type Painter = (slot: number) => RowColours | undefined;

export interface Canvas {
  readonly table: ColumnTable;
  readonly fields: FieldsById;
  readonly facts: ColumnFacts;
  readonly context: FilterContext;
}

const percent = (value: number, [low, high]: Range): number =>
  high === low ? 100 : Math.round(((value - low) / (high - low)) * 1000) / 10;

/** From zero, so that lengths can be compared; days, which have none, from the first of them. */
function barBrush({ table, facts }: Canvas, { id, type }: Field, hue: Hue): Brush | null {
  const column = table.columns.get(id);
  if (column?.form !== "numeric" || (type.storage !== "integer" && type.storage !== "day")) return null;
  const [low, high] = facts.range(id, column);
  const amounts = type.storage === "integer";
  const range: Range = amounts ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const zero = amounts ? percent(0, range) : 0;
  return {
    paints: "bar",
    field: id,
    bar: (slot) => {
      const value = column.values[slot] ?? Number.NaN;
      if (Number.isNaN(value) || (amounts && value === 0)) return null;
      const at = percent(value, range);
      return { hue, from: Math.min(zero, at), to: Math.max(zero, at) };
    },
  };
}

function choiceBrush({ table }: Canvas, { id, type }: Field): Brush {
  const hues = new Map<string, Hue>(choicesOf(type).map((choice) => [choice.id, choice.hue]));
  return {
    paints: "ground",
    field: id,
    hue: (slot) => {
      const atom = table.atom(id, slot);
      const [first = ""] = typeof atom === "string" ? atom.split(" ", 1) : [];
      return hues.get(first) ?? null;
    },
  };
}

/** Sorts what the condition ranks by, so that judging a row does not have to. */
function* whenSteps({ table, fields, facts, context }: Canvas, condition: Condition) {
  const known = new Facts(condition, context);
  const column: Column | undefined = table.columns.get(condition.field);
  if ((condition.op === "top" || condition.op === "bottom") && column?.form === "numeric")
    known.keepSorted(column, yield* facts.sortedSteps(condition.field, column));
  // Of a field that is gone a filter lets everything through; a colour has nothing to show.
  return fields.has(condition.field) ? conditionPasses(table, fields, condition, known) : () => false;
}

function* brushSteps(canvas: Canvas, rule: ColourRule): Steps<Brush | null> {
  const { table, fields, facts } = canvas;
  const field = fields.get(rule.field);
  const column = table.columns.get(rule.field);
  if (field === undefined || column === undefined) return null;
  switch (rule.type) {
    case "when": {
      const passes = yield* whenSteps(canvas, rule.condition);
      return { paints: "ground", field: field.id, hue: (slot) => (passes(slot) ? rule.hue : null) };
    }
    case "duplicates": {
      const repeats = yield* facts.repeatsSteps(field, column, table);
      return { paints: "ground", field: field.id, hue: (slot) => (repeats(slot) ? rule.hue : null) };
    }
    case "choice":
      return choiceBrush(canvas, field);
    case "bar":
      return barBrush(canvas, field, rule.hue);
  }
}

/** Null: there is nothing to paint. It holds until cells, fields or rules change, and for today. */
export function* painterSteps(canvas: Canvas, rules: readonly ColourRule[]): Steps<Painter | null> {
  const brushes: Brush[] = [];
  for (const rule of rules) {
    const brush = yield* brushSteps(canvas, rule);
    if (brush !== null) brushes.push(brush);
  }
  return brushes.length === 0 ? null : (slot) => painted(brushes, slot);
}

function painted(brushes: readonly Brush[], slot: number): RowColours | undefined {
  const cells = new Map<FieldId, CellColour>();
  for (const brush of brushes) {
    const { hue, bar } = cells.get(brush.field) ?? { hue: null, bar: null };
    if (brush.paints === "ground" && hue === null) {
      const found = brush.hue(slot);
      if (found !== null) cells.set(brush.field, { hue: found, bar });
    } else if (brush.paints === "bar" && bar === null) {
      const found = brush.bar(slot);
      if (found !== null) cells.set(brush.field, { hue, bar: found });
    }
  }
  return cells.size === 0 ? undefined : Object.fromEntries(cells);
}
