/**
 * What stored definitions must look like. Objects are strict: an unknown property is refused rather than
 * dropped, so that reading and writing again never loses what a newer build wrote.
 */
import * as v from "valibot";
import { CHART_LOOKS, CHART_MEASURES } from "../model/chart.ts";
import { FORMULA_DECISIONS, NAME_PARTS } from "../model/exports.ts";
import { HUES, KIND_IDS, ROLES } from "../model/field.ts";
import {
  COMPARISONS,
  DEEPEST_FILTER,
  depthOf,
  type Filter,
  LIST_OPS,
  PERIOD_UNITS,
  TEXT_OPS,
} from "../model/filter.ts";
import { chartId, choiceId, fieldId, rowId, sheetId, viewId, workbookId } from "../model/ids.ts";
import { BLANKS, DATE_ORDERS, DECIMAL_SIGNS, IMPORT_ACTIONS } from "../model/recipe.ts";
import { type GroupKey, MOST_GROUP_KEYS, TOTALS } from "../model/totals.ts";

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const sheetIdSchema = v.pipe(v.string(), v.transform(sheetId));
export const fieldIdSchema = v.pipe(v.string(), v.transform(fieldId));
const rowIdSchema = v.pipe(whole, v.minValue(1), v.transform(rowId));
const viewIdSchema = v.pipe(v.string(), v.transform(viewId));
const choiceIdSchema = v.pipe(v.string(), v.transform(choiceId));
const choiceSchema = v.strictObject({
  id: choiceIdSchema,
  label: v.string(),
  hue: v.picklist(HUES),
});

const typeSchema = v.variant("storage", [
  v.strictObject({ storage: v.literal("text") }),
  v.strictObject({ storage: v.literal("integer"), decimals: whole }),
  v.strictObject({ storage: v.literal("day") }),
  v.strictObject({ storage: v.literal("flag") }),
  v.strictObject({ storage: v.literal("choice"), choices: v.array(choiceSchema) }),
  v.strictObject({ storage: v.literal("choices"), choices: v.array(choiceSchema) }),
]);

export const fieldSchema = v.strictObject({
  id: fieldIdSchema,
  name: v.string(),
  kind: v.picklist(KIND_IDS),
  type: typeSchema,
  role: v.exactOptional(v.picklist(ROLES)),
});

const atomSchema = v.union([v.string(), v.number(), v.null()]);
const endSchema = v.union([v.number(), v.null()]);

/** Units from today; ten thousand years are as far as days go. */
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(-3_652_500), v.maxValue(3_652_500));

const conditionSchema = v.variant("op", [
  v.strictObject({ op: v.picklist(["empty", "notEmpty"]), field: fieldIdSchema }),
  v.strictObject({ op: v.picklist(TEXT_OPS), field: fieldIdSchema, text: v.string() }),
  v.strictObject({ op: v.picklist(LIST_OPS), field: fieldIdSchema, atoms: v.array(atomSchema) }),
  v.strictObject({ op: v.picklist(COMPARISONS), field: fieldIdSchema, value: v.number() }),
  v.strictObject({ op: v.literal("between"), field: fieldIdSchema, low: endSchema, high: endSchema }),
  v.strictObject({
    op: v.picklist(["top", "bottom"]),
    field: fieldIdSchema,
    count: whole,
    unit: v.picklist(["rows", "percent"]),
  }),
  v.strictObject({ op: v.picklist(["aboveAverage", "belowAverage"]), field: fieldIdSchema }),
  v.strictObject({
    op: v.picklist(["within", "anniversary"]),
    field: fieldIdSchema,
    period: v.strictObject({ unit: v.picklist(PERIOD_UNITS), from: offset, to: offset }),
  }),
]);

const filterPart: v.GenericSchema<unknown, Filter> = v.variant("op", [
  v.strictObject({ op: v.picklist(["and", "or"]), parts: v.array(v.lazy(() => filterPart)) }),
  conditionSchema,
]);

const filterSchema = v.pipe(
  filterPart,
  v.check((filter) => depthOf(filter) <= DEEPEST_FILTER, "nested too deep"),
);

const hueSchema = v.picklist(HUES);

const colourSchema = v.variant("type", [
  v.strictObject({
    type: v.literal("when"),
    field: fieldIdSchema,
    condition: conditionSchema,
    hue: hueSchema,
  }),
  v.strictObject({ type: v.picklist(["duplicates", "bar"]), field: fieldIdSchema, hue: hueSchema }),
  v.strictObject({ type: v.literal("choice"), field: fieldIdSchema }),
]);

const groupSchema: v.GenericSchema<unknown, GroupKey[]> = v.pipe(
  v.array(v.strictObject({ field: fieldIdSchema, unit: v.exactOptional(v.picklist(PERIOD_UNITS)) })),
  v.minLength(1),
  v.maxLength(MOST_GROUP_KEYS),
);

const formEntries = {
  columns: v.array(
    v.strictObject({ field: fieldIdSchema, width: v.number(), frozen: v.boolean(), hidden: v.boolean() }),
  ),
  sort: v.array(v.strictObject({ field: fieldIdSchema, direction: v.picklist(["ascending", "descending"]) })),
  filter: v.nullable(filterSchema),
  colours: v.exactOptional(v.array(colourSchema)),
  search: v.exactOptional(v.string()),
  totals: v.exactOptional(v.array(v.strictObject({ field: fieldIdSchema, total: v.picklist(TOTALS) }))),
  group: v.exactOptional(groupSchema),
  pinned: v.exactOptional(v.pipe(v.array(fieldIdSchema), v.minLength(1))),
};

export const viewSchema = v.strictObject({
  id: viewIdSchema,
  name: v.string(),
  ...formEntries,
  locked: v.exactOptional(v.literal(true)),
  saved: v.exactOptional(v.strictObject(formEntries)),
});

const listSchema = v.array(v.number());
const score = v.pipe(whole, v.minValue(1), v.maxValue(5));
const scores = v.tuple([score, score]);

const methodSchema = v.variant("by", [
  v.strictObject({ by: v.literal("amount"), amount: fieldIdSchema, from: listSchema }),
  v.strictObject({ by: v.picklist(["rank", "share"]), amount: fieldIdSchema, upTo: listSchema }),
  v.strictObject({
    by: v.literal("rfm"),
    recency: fieldIdSchema,
    frequency: fieldIdSchema,
    amount: fieldIdSchema,
    ranges: v.array(v.strictObject({ recency: scores, value: scores })),
  }),
  v.strictObject({
    by: v.literal("matrix"),
    present: fieldIdSchema,
    presentFrom: v.number(),
    potential: fieldIdSchema,
    potentialFrom: v.number(),
  }),
  v.strictObject({ by: v.literal("conditions"), filters: v.array(filterSchema) }),
]);

const classifierSchema = v.strictObject({
  field: fieldIdSchema,
  classes: v.array(choiceIdSchema),
  method: methodSchema,
  reason: fieldIdSchema,
  byHand: v.string(),
});

const recipeOfChart = v.variant("kind", [
  v.strictObject({
    kind: v.literal("groups"),
    by: fieldIdSchema,
    unit: v.exactOptional(v.picklist(PERIOD_UNITS)),
    measure: v.picklist(CHART_MEASURES),
    of: v.exactOptional(fieldIdSchema),
    look: v.picklist(CHART_LOOKS),
    most: v.pipe(whole, v.minValue(1)),
  }),
  v.strictObject({ kind: v.literal("pareto"), of: fieldIdSchema }),
  v.strictObject({ kind: v.literal("years"), by: fieldIdSchema, of: fieldIdSchema }),
  v.strictObject({
    kind: v.literal("flow"),
    first: v.exactOptional(fieldIdSchema),
    last: fieldIdSchema,
    after: whole,
  }),
  v.strictObject({ kind: v.literal("rfm"), recency: fieldIdSchema, value: fieldIdSchema }),
]);

const chartSchema = v.strictObject({
  id: v.pipe(v.string(), v.transform(chartId)),
  title: v.exactOptional(v.string()),
  recipe: recipeOfChart,
});

export const sheetSchema = v.strictObject({
  id: sheetIdSchema,
  name: v.string(),
  fields: v.array(fieldSchema),
  views: v.array(viewSchema),
  classifiers: v.exactOptional(v.array(classifierSchema)),
  charts: v.exactOptional(v.array(chartSchema)),
  apart: v.exactOptional(v.array(v.pipe(v.array(rowIdSchema), v.minLength(2)))),
});

const fillSchema = v.variant("fill", [
  v.strictObject({
    fill: v.literal("field"),
    field: fieldIdSchema,
    or: v.exactOptional(fieldIdSchema),
    part: v.exactOptional(v.picklist(NAME_PARTS)),
  }),
  v.strictObject({ fill: v.literal("text"), text: v.string() }),
  v.strictObject({ fill: v.literal("label") }),
  v.strictObject({ fill: v.literal("nothing") }),
]);

const templateSchema = v.strictObject({
  columns: v.array(v.string()),
  lead: v.array(v.string()),
  encoding: v.string(),
  bom: v.boolean(),
  delimiter: v.string(),
  lineEnd: v.picklist(["\r\n", "\n"]),
  book: v.exactOptional(v.string()),
});

const savedExportSchema = v.strictObject({
  id: v.string(),
  sheet: sheetIdSchema,
  name: v.nullable(v.string()),
  preset: v.string(),
  template: v.exactOptional(templateSchema),
  fields: v.exactOptional(v.array(fieldIdSchema)),
  fills: v.exactOptional(v.array(fillSchema)),
  formulas: v.exactOptional(v.picklist(FORMULA_DECISIONS)),
});

const recipeSchema = v.strictObject({
  sheet: sheetIdSchema,
  header: v.array(v.string()),
  fields: v.array(v.nullable(fieldIdSchema)),
  key: v.array(fieldIdSchema),
  action: v.picklist(IMPORT_ACTIONS),
  blanks: v.picklist(BLANKS),
  dayOrder: v.exactOptional(v.picklist(DATE_ORDERS)),
  decimal: v.exactOptional(v.picklist(DECIMAL_SIGNS)),
});

const sentSchema = v.strictObject({
  id: v.string(),
  workbook: v.pipe(v.string(), v.transform(workbookId)),
  sheet: sheetIdSchema,
  seq: whole,
  time: v.number(),
  file: v.string(),
  preset: v.string(),
  rows: whole,
  columns: v.array(v.strictObject({ name: v.string(), field: fieldIdSchema })),
});

export const settingsSchema = v.strictObject({
  name: v.string(),
  locale: v.string(),
  currency: v.string(),
  undoReach: v.exactOptional(
    v.strictObject({ unit: v.picklist(["steps", "days"]), count: v.pipe(whole, v.minValue(1)) }),
  ),
  exports: v.exactOptional(v.array(savedExportSchema)),
  imports: v.exactOptional(v.array(recipeSchema)),
  sent: v.exactOptional(v.array(sentSchema)),
});

export const workbookSchema = v.strictObject({
  id: v.pipe(v.string(), v.transform(workbookId)),
  settings: settingsSchema,
  sheets: v.array(sheetSchema),
});

/** Both sides of one item of an ordered list. */
export function editSchema<T>(item: v.GenericSchema<unknown, T>) {
  const placed = v.nullable(v.strictObject({ index: whole, item }));
  return v.strictObject({ before: placed, after: placed });
}
